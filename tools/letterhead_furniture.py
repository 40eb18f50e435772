"""Headers and footers of the house's letterheads, with the names of a document's furniture as ``{markers}``."""

from __future__ import annotations

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

#: Side of the device and how far it stands above the first line of the header, in points.
_DEVICE, _RAISED = 33, 4.7
_TAB = "<w:r><w:tab/></w:r>"


def _text(words: str, style: str = "") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def _field(code: str) -> str:
    """A complex field, as Word writes it; what it shows is counted anew by whoever opens the file."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _line(style: str, *pieces: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(pieces)}</w:p>'


def _emu(points: float) -> int:
    """Points in the unit of drawings, 12,700 to the point."""
    return round(points * 12_700)


def _device() -> str:
    """The device, anchored to the first line of the header at the left edge of the text."""
    side = _emu(_DEVICE)
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
        ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{_emu(-_RAISED)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{side}" cy="{side}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="1" name="Device" descr="Device of the ministry: a star in a double circle"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="device.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


def first_header(*, department: bool) -> str:
    """The letterhead proper: device, country over ministry, at right the marking over the department."""
    spaces = (
        f'xmlns:w="{_WORD}" xmlns:r="{_OFFICE}" xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
        f' xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
    )
    second = (_TAB, _text("{department}", "Quiet")) if department else ()
    return (
        f"<w:hdr {spaces}>"
        + _line("LetterheadCountry", _device(), _text("{country}"), _TAB, _text("{marking}", "Marking"))
        + _line("LetterheadName", _text("{ministry}"), *second)
        + _line("LetterheadRule")
        + "</w:hdr>"
    )


#: Header of the pages that follow: what it is and how far it may go.
CONTINUATION = (
    f'<w:hdr xmlns:w="{_WORD}">' + _line("Header", _text("{title}"), _TAB, _text("{marking}", "Marking")) + "</w:hdr>"
)

FOOTER = (
    f'<w:ftr xmlns:w="{_WORD}">'
    + _line("Footer", _text("{marking}", "Marking"), _TAB, _field("PAGE"), _text(" / "), _field("NUMPAGES"))
    + "</w:ftr>"
)
