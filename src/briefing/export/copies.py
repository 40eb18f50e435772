"""The letterhead of a reading copy, and the moment that a clearance copy tells."""

from __future__ import annotations

from datetime import datetime

from briefing.compose.copies import USUAL, Copy
from briefing.dossier.dates import show_date
from briefing.letterhead.reader import read
from briefing.letterhead.recast import REMARKS, Recasting, recast

#: ISO 216, in points.
_PAPER = {"": (0.0, 0.0), "A4": (595.3, 841.9), "A5": (419.5, 595.3)}
#: Points of large print: between the 16 and 18 that those who make it for people who see little ask for (UKAAF).
LARGE = 16.5
#: Of letters on A5 beside what they are on larger paper, and of those in header and footer.
_SMALL, _SMALL_AROUND = 0.9, 0.8
#: Of letters in header and footer beside large print: two names have to stand in one line there.
_LARGE_AROUND = 1.25


def letterhead_for(source: bytes, copy: Copy) -> bytes:
    """The letterhead in these bytes as a copy needs it. LetterheadError where it cannot be read."""
    if copy == USUAL:
        return source
    letterhead = read(source)
    width, height = _PAPER[copy.paper]
    scale = LARGE / letterhead.style("Body Text").face.size if copy.large else 1.0
    around = _LARGE_AROUND if copy.large else 1.0
    if copy.paper == "A5" and width < letterhead.page.width:
        scale = scale if copy.large else _SMALL
        around = _SMALL_AROUND
    how = Recasting(
        width=width,
        height=height,
        scale=scale,
        around=around,
        remarks=REMARKS if copy.clearance else 0.0,
        numbers=copy.numbered,
        line="{clearance}" if copy.clearance else "",
    )
    return source if how == Recasting() else recast(source, how)


def told(now: datetime) -> str:
    """The day and minute of a moment, with its distance from UTC."""
    return f"{show_date(now.date().isoformat())}, {now:%H:%M} UTC{now:%z}".removesuffix("+0000")
