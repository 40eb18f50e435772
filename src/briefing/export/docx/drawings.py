"""Drawings in a body and the parts that they lead to: charts of Word's own with their data, and charts as pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from briefing.compose.document import Chart, Picture
from briefing.export.docx.archive import Entry, pack
from briefing.export.docx.relationships import Target, relationships
from briefing.export.docx.text import escape
from briefing.frozen import frozen
from briefing.letterhead.model import Letterhead
from briefing.letterhead.names import DRAWING, EMU, OFFICE, WORD_DRAWING

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

#: Resolution of a chart that is a picture, in dots per inch: what prints need.
PICTURE_DPI = 300


@frozen
class Parts:
    """What the charts of a document add to its file.

    `types` are the content types of `entries` by their names, `targets` what the main part leads to.
    """

    entries: tuple[Entry, ...] = ()
    types: tuple[tuple[str, str], ...] = ()
    targets: tuple[Target, ...] = ()


def inline(chart: Chart | Picture, number: int, drawing: int, width: float, height: float) -> str:
    """The run of the chart or picture with that number, counted from 1; `drawing` is its number among all drawings."""
    cx, cy = round(width * EMU), round(height * EMU)
    if isinstance(chart, Picture):
        name, said, title = "Picture", chart.description, chart.caption
    else:
        name, said, title = "Chart", chart.summary, chart.title
    titled = f' title="{escape("".join(span.text for span in title))}"' if title else ""
    named = f'id="{drawing}" name="{name} {number}" descr="{escape(said)}"{titled}'
    if isinstance(chart, Picture) or chart.picture:
        kind, inner = _PICTURE, _picture(number, cx, cy)
        frame = '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    else:
        kind, inner = _CHART, f'<c:chart xmlns:c="{_CHART}" r:id="{_id(number)}"/>'
        frame = "<wp:cNvGraphicFramePr/>"
    return (
        f'<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:drawing><wp:inline xmlns:wp="{WORD_DRAWING}" xmlns:a="{DRAWING}"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {named}/>{frame}'
        f'<a:graphic><a:graphicData uri="{kind}">{inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def _picture(number: int, cx: int, cy: int) -> str:
    return (
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="{number}" name="Chart {number}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{_id(number)}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )


def _id(number: int) -> str:
    return f"chart{number}"


def parts_of(charts: tuple[Chart | Picture, ...], letterhead: Letterhead, language: str, folder: str) -> Parts:
    """The parts of some charts, numbered from 1, in the folder of the main part."""
    entries: list[Entry] = []
    types: list[tuple[str, str]] = []
    targets: list[Target] = []
    for number, chart in enumerate(charts, 1):
        kind, made = _maker(chart)
        for at, (name, data, content_type) in enumerate(made(chart, number, letterhead, language, folder)):
            entries.append(pack(name, data))
            if content_type:
                types.append((name, content_type))
            if at == 0:
                targets.append(Target(_id(number), f"{OFFICE}/{kind}", name))
    return Parts(tuple(entries), tuple(types), tuple(targets))


_Part = tuple[str, bytes, str]
_Maker = Callable[[Any, int, Letterhead, str, str], Iterator[_Part]]


def _maker(chart: Chart | Picture) -> tuple[str, _Maker]:
    """The kind of what leads to a drawing, and what makes its parts."""
    if isinstance(chart, Picture):
        return "image", _given
    return ("image", _image) if chart.picture else ("chart", _native)


def _given(picture: Picture, number: int, _letterhead: Letterhead, _language: str, folder: str) -> Iterator[_Part]:
    suffix, kind = ("png", "image/png") if picture.data[:1] == b"\x89" else ("jpeg", "image/jpeg")
    yield f"{folder}media/picture{number}.{suffix}", picture.data, kind


def _native(chart: Chart, number: int, letterhead: Letterhead, language: str, folder: str) -> Iterator[_Part]:
    """A chart, the workbook with its data, and what leads from the one to the other."""
    from briefing.export.docx.chart_xml import DATA, SHEET, chart_xml, data_rows  # few documents have any
    from briefing.export.xlsx import CONTENT_TYPE, workbook
    from briefing.letterhead.tints import chart_look

    name, book = f"{folder}charts/chart{number}.xml", f"{folder}embeddings/chart{number}.xlsx"
    yield name, chart_xml(chart, chart_look(letterhead), letterhead.page.text_width, language).encode(), _CHART_TYPE
    yield book, workbook(SHEET, data_rows(chart)), CONTENT_TYPE
    rels, text = relationships(name, (Target(DATA, f"{OFFICE}/package", book),))
    yield rels, text.encode(), ""


def _image(chart: Chart, number: int, letterhead: Letterhead, _language: str, folder: str) -> Iterator[_Part]:
    from briefing.page.chart_picture import chart_png  # the one part of a file that takes fonts and a painter

    yield f"{folder}media/chart{number}.png", chart_png(chart, letterhead, PICTURE_DPI), "image/png"
