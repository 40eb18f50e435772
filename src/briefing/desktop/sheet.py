"""The style sheet: resources/styles/briefing.qss, its names filled in from the tokens."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from string import Template

from briefing.desktop.tokens import HAIR, Height, Radius, Space, Tokens, Width
from briefing.places import resources

# What a line edit keeps free beside its text inside its padding; a combo keeps nothing.
_OWN_OF_LINE_EDIT = 2


@lru_cache(maxsize=4)
def style_sheet(tokens: Tokens) -> str:
    """The style sheet of one mode. A name that the tokens do not have is an error."""
    return Template(_template()).substitute(
        {key: value for key, value in asdict(tokens).items() if isinstance(value, str)},
        **{f"radius_{radius.name.lower()}": str(int(radius)) for radius in Radius},
        **{f"space_{space.name.lower()}": str(int(space)) for space in Space},
        **_derived(tokens),
    )


def _derived(tokens: Tokens) -> dict[str, str]:
    """What follows from more than one token: text stands INSET from the side whatever the border's width."""
    inset = Space.INSET - tokens.ring
    return {
        name: str(int(pixels))
        for name, pixels in {
            "hair": HAIR,
            "ring": tokens.ring,
            "line_pad": Space.INSET - HAIR - _OWN_OF_LINE_EDIT,
            "line_pad_focus": inset - _OWN_OF_LINE_EDIT,
            "tail_pad": Width.TAIL - HAIR - _OWN_OF_LINE_EDIT,
            "tail_pad_focus": Width.TAIL - tokens.ring - _OWN_OF_LINE_EDIT,
            "combo_pad": Space.INSET - HAIR,
            "combo_pad_focus": inset,
            "combo_tail": Width.TAIL - HAIR,
            "small": Height.SMALL,
            "scroll": Width.SCROLL,
        }.items()
    }


@lru_cache(maxsize=1)
def _template() -> str:
    return (resources() / "styles" / "briefing.qss").read_text(encoding="utf-8")
