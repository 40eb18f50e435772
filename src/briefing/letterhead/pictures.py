"""Pictures of a header or footer, with their place in points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from briefing.frozen import frozen
from briefing.letterhead.errors import LetterheadError
from briefing.letterhead.model import PageSetup, Picture
from briefing.letterhead.names import DRAWING, EMU, OFFICE, WORD_DRAWING, measure
from briefing.letterhead.package import Package


@frozen
class Place:
    """Where the paragraph stands that holds a picture: its page, and its top from the paper's upper edge."""

    page: PageSetup
    top: float


def pictures(
    paragraph: etree._Element, package: Package, targets: Mapping[str, str], place: Place
) -> tuple[Picture, ...]:
    """The pictures anchored to a paragraph or standing in its line, which is taken to start at its left edge."""
    return tuple(_pictures(paragraph, package, targets, place))


def _pictures(
    paragraph: etree._Element, package: Package, targets: Mapping[str, str], place: Place
) -> Iterator[Picture]:
    for kind in ("anchor", "inline"):
        for frame in paragraph.iter(f"{{{WORD_DRAWING}}}{kind}"):
            blip = frame.find(f".//{{{DRAWING}}}blip")
            if blip is None:
                continue
            name = targets.get(blip.get(f"{{{OFFICE}}}embed") or "", "")
            if name not in package.parts:
                raise LetterheadError(f"A picture of the letterhead leads to a missing part: {name or 'no name'}.")
            yield _picture(frame, package.parts[name], place)


def _picture(frame: etree._Element, data: bytes, place: Place) -> Picture:
    about, extent = frame.find(f"{{{WORD_DRAWING}}}docPr"), frame.find(f"{{{WORD_DRAWING}}}extent")
    width = 0.0 if extent is None else measure(extent.get("cx"), 0.0, unit=EMU)
    height = 0.0 if extent is None else measure(extent.get("cy"), 0.0, unit=EMU)
    return Picture(
        data=data,
        description="" if about is None else about.get("descr") or "",
        x=_across(frame.find(f"{{{WORD_DRAWING}}}positionH"), width, place.page),
        y=_down(frame.find(f"{{{WORD_DRAWING}}}positionV"), place),
        width=width,
        height=height,
    )


def _across(position: etree._Element | None, width: float, page: PageSetup) -> float:
    """The left edge from the text area's; a picture may be set by a distance or flush with an edge."""
    if position is None:
        return 0.0
    of_paper = position.get("relativeFrom") == "page"
    start, room = (-page.left, page.width) if of_paper else (0.0, page.text_width)
    if (offset := position.find(f"{{{WORD_DRAWING}}}posOffset")) is not None:
        return start + measure(offset.text, 0.0, unit=EMU)
    side = position.findtext(f"{{{WORD_DRAWING}}}align")
    return start + {"right": room - width, "center": (room - width) / 2}.get(side or "", 0.0)


def _down(position: etree._Element | None, place: Place) -> float:
    """The upper edge from the paragraph's top; what is set by an alignment is taken to be at the top."""
    if position is None:
        return 0.0
    starts = {"page": -place.top, "topMargin": -place.top, "margin": place.page.top - place.top}
    offset = position.find(f"{{{WORD_DRAWING}}}posOffset")
    distance = 0.0 if offset is None else measure(offset.text, 0.0, unit=EMU)
    return starts.get(position.get("relativeFrom") or "", 0.0) + distance
