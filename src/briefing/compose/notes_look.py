"""How footnotes look where a letterhead does not say it: the same on the page and in a file."""

from __future__ import annotations

#: Style of their words (``w:name``, small letters as styles are looked up).
NOTE_TEXT_STYLE = "footnote text"


#: Room after each, in points.
NOTE_AFTER = 2.0
#: Room for the line that parts them from the text, in points.
SEPARATOR = 6.15


def note_size(size: float) -> float:
    """Their size beside text of that size, in points: four fifths, in the half points that Word has."""
    return round(size * 0.8 * 2) / 2
