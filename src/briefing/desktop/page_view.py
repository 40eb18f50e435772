"""The preview: pages on a desk, each word leading to its field and each field to its words."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from briefing.desktop.colours import tokens_of
from briefing.desktop.page_canvas import BLEED, PageCanvas
from briefing.desktop.page_marks import FindingMark, PageMarks, WordingMarks, bar_words
from briefing.desktop.page_place import PlaceInView, find_place, restore_place
from briefing.desktop.page_scroll import PageScroll
from briefing.desktop.parts.painting import paint_ring
from briefing.desktop.tokens import Radius
from briefing.page.changes import changed_extents
from briefing.page.marks import Bar
from briefing.page.pages import Hit, Page, Pages

#: Areas that are painted each by itself; more of them as one.
MOST_AREAS = 8
_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class PageView(PageScroll):
    """Shows pages as they print, with marks that do not print.

    `label_of` gives the name of the field at a path, for the tooltip.
    """

    value_clicked = Signal(tuple, int)  # paths of the word, characters before the click
    page_changed = Signal(int, int)  # page in view, counted from 1, and how many there are
    bar_clicked = Signal(object, QPoint)  # a mark of wording by hand, and where on the screen
    arranged = Signal()  # what is on the pages stands elsewhere in the view: other pages, scrolled, zoomed
    first_painted = Signal()  # pages have been painted for the first time

    def __init__(self, label_of: Callable[[str], str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_of = label_of
        self._pages = Pages(())
        self._marks = PageMarks()
        self._canvas = PageCanvas()
        self._told = (0, 0)
        self._ringed = False
        self._was_painted = False
        self._pressed: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Page"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is shown

    @property
    def pages(self) -> Pages:
        return self._pages

    @property
    def current_page(self) -> int:
        """The page in the middle of the view, counted from 1; 0 when there is none."""
        return self._told[0]

    def set_pages(self, pages: Pages) -> None:
        """Show these pages in place of those before; what is in view stays where it is."""
        old, self._pages = self._pages, pages
        if old is pages:
            return
        place = find_place(old, self._desk, self.verticalScrollBar().value())
        size = (pages[0].width, pages[0].height) if len(pages) else self._desk.page
        if len(pages) != len(old) or size != self._desk.page:
            self._arrange(replace(self._desk, width=self.width(), page=size, count=len(pages)))
        moved = self._keep_place(place)
        if len(pages) != len(old) or moved:
            self.viewport().update()
        else:
            self._update_changed(old, pages)
        if self._marks.lit:
            self._show_lit(moving=False)
        self._tell_page()
        self.arranged.emit()

    @property
    def lit(self) -> str:
        """The path whose words are lit, an empty text while none are."""
        return self._marks.lit or ""

    def light(self, path: str | None) -> None:
        """Light the words of the field at `path` (none: of no field), and bring one into view if none is."""
        if self._marks.light(path):
            self.viewport().update()
            self._show_lit(moving=True)

    def set_findings(self, findings: Iterable[FindingMark]) -> None:
        """Underline the words of these findings, and of no others."""
        if self._marks.set_findings(findings):
            self.viewport().update()

    def set_wording(self, marks: WordingMarks) -> None:
        """Mark what was done by hand, and nothing else."""
        if self._marks.set_wording(marks):
            self.viewport().update()

    def viewport_rect(self, page: int, rect: QRectF) -> QRectF:
        """Where a rectangle of a page, in points, now is in the viewport, in pixels."""
        return self._desk.to_desk(rect, page).translated(-self._offset())

    def page_spot(self, position: QPointF) -> tuple[int, QPointF]:
        """The page at a point of the viewport, or the nearest, and the point in points of that page."""
        at = position + self._offset()
        number = self._desk.page_at(at.y())
        return number, self._desk.to_page(at, number)

    def show_block(self, block: str) -> None:
        """Bring the start of a block into view."""
        found = self._pages.find_block(block)
        if found is not None:
            self._reveal(self._desk.to_desk(found[1], found[0]), moving=True)

    def show_room(self, page: int, room: QRectF) -> None:
        """Scroll no further than it takes to have a rectangle of a page in view, its top before its foot."""
        shown = self.viewport_rect(page, room)
        below = max(shown.bottom() - self.viewport().height(), 0.0)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + math.ceil(min(below, shown.top())))
        self._reveal_across(self._desk.to_desk(room, page))

    def set_zoom(self, zoom: float | None, about: QPointF | None = None) -> None:
        super().set_zoom(zoom, about)
        self.arranged.emit()

    # Keeping and finding places

    def _keep_place(self, place: PlaceInView | None) -> bool:
        """Scroll so that the words at the top of the view stay there; whether that took any scrolling."""
        bar = self.verticalScrollBar()
        before = bar.value()
        top = restore_place(place, self._pages, self._desk)
        if top is not None and top != before:
            bar.setValue(top)
        return bar.value() != before

    def _update_changed(self, old: Pages, new: Pages) -> None:
        offset = self._offset().toPoint()
        for number in self._in_view():
            for top, bottom in changed_extents(old[number], new[number]):
                area = QRectF(0.0, top - BLEED, self._desk.page[0], bottom - top + 2 * BLEED)
                self.viewport().update(self._desk.to_desk(area, number).toAlignedRect().translated(-offset))

    def _show_lit(self, moving: bool) -> None:
        """Scroll to the lit words nearest in reading order if none of them is in view."""
        lit = self._marks.lit
        places = self._pages.places(lit) if lit is not None and self._lit_in_view() is None else ()
        if places:
            spots = [self._desk.to_desk(rect, number) for number, rect in places]
            middle = self.verticalScrollBar().value() + self.viewport().height() / 2
            self._reveal(min(spots, key=lambda spot: abs(spot.center().y() - middle)), moving)

    def _lit_in_view(self) -> QRectF | None:
        """The first lit words that are in view, on the desk."""
        lit = ((number, rect) for number in self._in_view() for rect in self._marks.of(self._pages[number]).lit)
        return next(filter(self._is_in_view, (self._desk.to_desk(rect, number) for number, rect in lit)), None)

    def _looked_at(self) -> QPointF:
        lit = self._lit_in_view()
        return super()._looked_at() if lit is None else lit.center() - self._offset()

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        current = self._desk.page_at(middle) + 1 if len(self._pages) else 0
        told = (current, len(self._pages))
        if told != self._told:
            self._told = told
            self.setAccessibleDescription(self.tr("Page {0} of {1}").format(*told))
            self.page_changed.emit(*told)

    # What a person does

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._tell_page()
        self.arranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = find_place(self._pages, self._desk, self.verticalScrollBar().value())
        self._arrange(replace(self._desk, width=self.width()))
        self._keep_place(place)
        self._tell_page()
        self.arranged.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = self._offset().toPoint()
        painter.translate(-offset)
        tokens = tokens_of(self)
        # A value may stand in two places, with most of a page between them.
        region: Iterable[QRect] = event.region()  # type: ignore[assignment]  # its stub does not say that it is one
        for area in region if event.region().rectCount() <= MOST_AREAS else [event.rect()]:
            place = area.translated(offset)
            painter.setClipRect(place)
            self._canvas.paint(painter, place, self._desk, self._pages, self._marks, QColor(tokens.desk))
        if self._ringed:
            painter.setClipping(False)
            painter.resetTransform()
            paint_ring(painter, self.viewport().rect(), tokens, Radius.PAPER)
        painter.end()
        if len(self._pages) and not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        page, hit = self._hit(event.position())
        traced = hit is not None and bool(hit.paths)
        self._point(page if traced else None, hit if traced else None)
        if not traced:
            self._show_hand(self._bar(event.position()) is not None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        if (event.position().toPoint() - pressed).manhattanLength() < QApplication.startDragDistance():
            _, hit = self._hit(event.position())
            bar = self._bar(event.position())
            if bar is not None:
                self.bar_clicked.emit(bar, event.globalPosition().toPoint())
            elif hit is not None and hit.paths:
                self.value_clicked.emit(hit.paths, hit.offset)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._point(None, None)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() in _KEYBOARD
        self.viewport().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        self.viewport().update()
        super().focusOutEvent(event)

    def _hit(self, position: QPointF) -> tuple[Page | None, Hit | None]:
        """The word under a point of the viewport, with its page."""
        if not len(self._pages):
            return None, None
        number, spot = self.page_spot(position)
        return self._pages[number], self._pages.span_at(number, spot.x(), spot.y())

    def _point(self, page: Page | None, hit: Hit | None) -> None:
        if self._marks.point(page, hit.span if hit is not None else None):
            self._show_hand(hit is not None)
            self.viewport().update()

    def _show_hand(self, hand: bool) -> None:
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _bar(self, position: QPointF) -> Bar | None:
        """The mark of wording by hand under a point of the viewport."""
        if not len(self._pages):
            return None
        number, spot = self.page_spot(position)
        return self._marks.bar_at(self._pages[number], spot.x(), spot.y())

    def _show_tip(self, event: QHelpEvent) -> None:
        _, hit = self._hit(QPointF(event.pos()))
        bar = self._bar(QPointF(event.pos()))
        lines: list[str] = [bar_words(bar)] if bar is not None else []
        if hit is not None and hit.paths:
            if self._label_of is not None:
                lines += dict.fromkeys(map(self._label_of, hit.paths))
            lines += self._marks.sentences(hit.paths)
        QToolTip.showText(event.globalPos(), "\n".join(filter(None, lines)), self.viewport())
