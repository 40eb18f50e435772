"""Fonts for a letterhead's faces: at 7200 dpi, unhinted, not kerned, with the line height of a word processor."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QRawFont,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from briefing.compose.document import Raised
from briefing.frozen import frozen
from briefing.letterhead.model import Face, Furniture, Letterhead, PageKind

#: Layout happens in a device of this resolution. Fonts have whole pixels there, and Word's sizes half points: with a
#: hundred pixels to a point no size is rounded (at 600 dpi 7.5 pt would become 63 px, and each line 0.8 % too wide).
#: Qt cuts the width of each letter to a 64th of a pixel: at 720 dpi a line of 80 letters was 0.05 pt too narrow.
DPI = 7200
#: Layout units to a point.
UNITS = DPI / 72

_INCH = 0.0254

#: What joins letters to one glyph, as of fi. Word does so only where a text asks for it (``w14:ligatures``); and words
#: with such glyphs are not found in a PDF.
_JOINING = (QFont.Tag("liga"), QFont.Tag("clig"))

#: Size of words above and below the line, as a part of the size on it. Their line ends where that of the others does,
#: at the top or at the foot: so LibreOffice draws ``w:vertAlign`` (measured at 8 to 20 pt); Word's are somewhat larger.
RAISED = 0.58

#: Families drawn with the same widths as each other, so that lines break at the same words.
METRIC_TWINS = (
    ("Times New Roman", "Liberation Serif", "Tinos"),
    ("Arial", "Liberation Sans", "Arimo", "Helvetica"),
    ("Courier New", "Liberation Mono", "Cousine"),
    ("Calibri", "Carlito"),
    ("Cambria", "Caladea"),
)


@frozen
class Metrics:
    """Height of a family's line, as parts of the letter size: above and below the baseline, and the gap on top.

    Its underline is so thick, the middle of it `drop` below the baseline.
    """

    ascent: float
    descent: float
    gap: float
    drop: float
    thick: float


@frozen(eq=False)
class Look:
    """A face made ready: the format for a text layout, the colour, and the height of a line in points.

    `underline` is how far its middle lies below the baseline, and how thick it is, in points; `rise` is how far the
    baseline of its letters lies above that of the line.
    """

    format: QTextCharFormat
    color: QColor
    ascent: float
    descent: float
    underline: tuple[float, float] | None
    rise: float = 0.0


def substitute(family: str) -> str:
    """The family itself when it is installed, else an installed one of the same widths, else the name as it is."""
    if QFontDatabase.hasFamily(family):
        return family
    twins = next((group for group in METRIC_TWINS if family in group), ())
    return next((twin for twin in twins if QFontDatabase.hasFamily(twin)), family)


def missing_fonts(letterhead: Letterhead) -> list[str]:
    """Families that the letterhead asks for and this machine lacks, each once, sorted.

    One whose `substitute` is another family keeps its line breaks; one whose substitute is itself does not.
    """
    families = {face.family for face in _faces(letterhead)}
    return sorted(family for family in families if not QFontDatabase.hasFamily(family))


def _faces(letterhead: Letterhead) -> Iterator[Face]:
    for style in letterhead.styles.values():
        yield style.face
        if style.mark is not None:
            yield style.mark.face
    kinds: tuple[PageKind, ...] = ("first", "odd", "even")
    for kind in kinds:
        for furniture in letterhead.head_and_foot(kind):
            yield from _furniture_faces(furniture)


def _furniture_faces(furniture: Furniture) -> Iterator[Face]:
    for line in furniture.lines:
        yield from (piece.face for piece in line.pieces if piece.kind != "tab" and piece.text)


class Faces:
    """Fonts by face, made once. Needs a QGuiApplication."""

    def __init__(self) -> None:
        self.device = QImage(1, 1, QImage.Format.Format_RGB32)
        dots = round(DPI / _INCH)
        self.device.setDotsPerMeterX(dots)
        self.device.setDotsPerMeterY(dots)
        self._looks: dict[tuple[Face, bool, bool, Raised], Look] = {}
        self._metrics: dict[tuple[str, bool, bool], Metrics] = {}
        self.plain = self.font(Face())
        self.unit = self._screen_unit()

    def look(self, face: Face, bold: bool = False, italic: bool = False, raised: Raised = "") -> Look:
        """The face, made bold or italic on top of what it is, on its line, above or below it."""
        key = (face, bold, italic, raised)
        found = self._looks.get(key)
        if found is None:
            merged = replace(face, bold=face.bold or bold, italic=face.italic or italic)
            found = self._looks[key] = self._make(merged, raised)
        return found

    def font(self, face: Face) -> QFont:
        font = QFont(substitute(face.family))
        font.setPointSizeF(face.size)
        font.setBold(face.bold)
        font.setItalic(face.italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setKerning(False)  # DOCX text without w:kern is not pair-kerned
        for feature in _JOINING:
            font.setFeature(feature, 0)
        if face.spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spacing * self.unit)
        return font

    def _make(self, face: Face, raised: Raised) -> Look:
        format = QTextCharFormat()
        format.setFont(self.font(replace(face, size=face.size * RAISED) if raised else face))
        metrics = self._family_metrics(face)
        above, below = (metrics.ascent + metrics.gap) * face.size, metrics.descent * face.size
        rise = (1 - RAISED) * {"": 0.0, "super": above, "sub": -below}[raised]
        underline = (metrics.drop * face.size, metrics.thick * face.size) if face.underline else None
        return Look(format, QColor(face.color), above, below, underline, rise)

    def _family_metrics(self, face: Face) -> Metrics:
        key = (face.family, face.bold, face.italic)
        if key not in self._metrics:
            self._metrics[key] = _read_metrics(self.font(replace(face, spacing=0.0)))
        return self._metrics[key]

    def _screen_unit(self) -> float:
        """Points in the unit of tab stops and letter spacing.

        Qt takes those lengths for pixels of the primary screen and scales them to the layout's device by a ratio
        that it does not tell; so it is measured.
        """
        layout = QTextLayout("\t", self.plain, self.device)
        option = QTextOption()
        option.setTabs([QTextOption.Tab(100.0, QTextOption.TabType.LeftTab)])
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000.0)
        layout.endLayout()
        return 100.0 * UNITS / x_of(line, 1)


def x_of(line: QTextLine, position: int) -> float:
    """Where a cursor stands before the letter at `position`, in layout units from the text's corner."""
    found: tuple[float, int] = line.cursorToX(position)  # type: ignore[assignment]  # the stubs say object
    return found[0]


def _read_metrics(font: QFont) -> Metrics:
    """Ascent, descent and line gap of the ``hhea`` table, else of ``OS/2``: what Word and LibreOffice add up.

    Qt's own line height leaves the gap out (12 pt Liberation Serif: 13.3 pt where word processors set 13.8).
    """
    raw = QRawFont.fromFont(font)
    per_em = raw.unitsPerEm() or 1.0
    size = raw.pixelSize() or 1.0
    underline = raw.underlinePosition() / size, raw.lineThickness() / size
    head = raw.fontTable("hhea").data()
    if len(head) >= 10:
        ascent, descent, gap = struct.unpack_from(">hhh", head, 4)
        if ascent or descent:
            return Metrics(ascent / per_em, -descent / per_em, gap / per_em, *underline)
    return Metrics(raw.ascent() / size, raw.descent() / size, raw.leading() / size, *underline)
