"""The theme part that Word asks of every document; no style of the house leans on it."""

from __future__ import annotations

from letterhead_styles import HEADING, INK, RULE, SANS, SECONDARY, SERIF

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"

_COLOURS = {
    "dk1": INK, "lt1": "FFFFFF", "dk2": HEADING, "lt2": "F6F5F2", "accent1": HEADING, "accent2": "1F5A94",
    "accent3": "5B8A6E", "accent4": "8A5A00", "accent5": "AD2E24", "accent6": SECONDARY, "hlink": "1F5A94",
    "folHlink": RULE,
}  # fmt: skip


def _font(kind: str, family: str) -> str:
    return f'<a:{kind}><a:latin typeface="{family}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'


def _formats() -> str:
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:fmtScheme name="Briefing"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )


def theme() -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    fonts = _font("majorFont", SANS) + _font("minorFont", SERIF)
    return (
        f'<a:theme xmlns:a="{_MAIN}" name="Briefing"><a:themeElements>'
        f'<a:clrScheme name="Briefing">{colours}</a:clrScheme><a:fontScheme name="Briefing">{fonts}</a:fontScheme>'
        f"{_formats()}</a:themeElements></a:theme>"
    )
