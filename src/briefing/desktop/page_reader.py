"""The pages as a reader's hand meets them: words chosen by dragging, copied, and found."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from briefing.desktop.page_marks import FindingMark
from briefing.desktop.page_scroll import LINE_STEP
from briefing.desktop.page_ticks import Tick, TickedBar
from briefing.desktop.page_view import PageView
from briefing.page import words
from briefing.page.pages import Pages

_LEFT = Qt.MouseButton.LeftButton
#: Milliseconds of rest after which the scroll bar is marked: to look through all pages is no work for each key.
TICKS_AFTER = 200


class PageReader(PageView):
    """Pages whose words can be chosen, copied and found. A click that drags nothing is still a click."""

    found = Signal(int, int)  # the number of the hit in view, from 1, and how many there are

    def __init__(self, label_of: Callable[[str], str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(label_of, parent)
        self._from: words.Spot | None = None  # where the words that are chosen begin, or would
        self._begun = QPointF()
        self._dragging = False
        self._ticked = TickedBar()
        self.setVerticalScrollBar(self._ticked)
        self._ticked.setSingleStep(LINE_STEP)
        self._motion.setTargetObject(self._ticked)
        self._ticking = QTimer(self)
        self._ticking.setSingleShot(True)
        self._ticking.setInterval(TICKS_AFTER)
        self._ticking.timeout.connect(self._show_ticks)
        self._sought = ""
        self._hits: list[words.Stretch] = []
        self._hit_now = 0

    def light(self, path: str | None) -> None:
        super().light(path)
        self._ticking.start()

    def set_findings(self, findings: Iterable[FindingMark]) -> None:
        super().set_findings(findings)
        self._ticking.start()

    def _show_ticks(self) -> None:
        """Ticks for the words of the field in focus, and for those of which a check speaks."""
        height = self._desk.size.height() or 1
        found = [
            Tick(self._desk.to_desk(rect, number).center().y() / height, color)
            for where, color in self._marks.ticked()
            for number, rect in self.pages.places(where)
        ]
        self._ticked.set_ticks(found)

    # Words that are chosen

    @property
    def chosen_text(self) -> str:
        """The words that are chosen, a line to a paragraph; "" where none are."""
        chosen = self._marks.chosen
        return words.text_of(self.pages, chosen) if chosen is not None else ""

    def copy(self) -> None:
        """Put the words that are chosen on the clipboard."""
        if self.chosen_text:
            QGuiApplication.clipboard().setText(self.chosen_text)

    def selectAll(self) -> None:
        """Choose all words but those of headers and footers."""
        self._choose(words.whole(self.pages))

    def _choose(self, stretch: words.Stretch | None) -> None:
        if self._marks.choose(None if stretch is None or stretch.is_empty else stretch):
            self.viewport().update()

    def _spot(self, position: QPointF) -> words.Spot | None:
        if not len(self.pages):
            return None
        number, spot = self.page_spot(position)
        return words.spot_at(self.pages[number], number, spot.x(), spot.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == _LEFT:
            further = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and self._from is not None
            self._begun, self._dragging = event.position(), further
            if further:
                self._extend(event.position())
                return
            self._from = self._spot(event.position())
            self._choose(None)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & _LEFT or self._from is None:
            super().mouseMoveEvent(event)
            return
        moved = (event.position() - self._begun).manhattanLength()
        self._dragging = self._dragging or moved >= QApplication.startDragDistance()
        if self._dragging:
            self._follow(event.position())
            self._extend(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == _LEFT and self._dragging:
            self._dragging = False
            self._pressed = None  # words were chosen: that was no click on one of them
        super().mouseReleaseEvent(event)

    def _extend(self, position: QPointF) -> None:
        spot = self._spot(position)
        if spot is not None and self._from is not None:
            self._choose(words.between(self._from, spot))

    def _follow(self, position: QPointF) -> None:
        """Scroll where the pointer has left the view."""
        beyond = min(position.y(), 0.0) + max(position.y() - self.viewport().height(), 0.0)
        if beyond:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(beyond))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        else:
            super().keyPressEvent(event)

    # Words that are found

    def seek(self, text: str) -> None:
        """Mark where these words stand, and bring the first from the page in view on to sight; none for "" ."""
        if text != self._sought:
            self._sought = text
            self._hits = words.find(self.pages, text)
            self._hit_now = words.nearest(self._hits, max(self.current_page - 1, 0))
            self._show_hit()

    def step(self, way: int) -> None:
        """Go to the next place (1) or the one before (-1), from the last on to the first."""
        if self._hits:
            self._hit_now = (self._hit_now + way) % len(self._hits)
            self._show_hit()

    def _show_hit(self) -> None:
        now = self._hits[self._hit_now] if self._hits else None
        self._mark_hits()
        if now is not None:
            number = now.start.page
            for rect in words.rects_of(self.pages[number], number, now)[:1]:
                self.show_room(number, rect.adjusted(0.0, -rect.height(), 0.0, rect.height()))

    def _mark_hits(self) -> None:
        now = self._hits[self._hit_now] if self._hits else None
        if self._marks.set_hits(tuple(self._hits), now):
            self.viewport().update()
        self.found.emit(self._hit_now + 1 if self._hits else 0, len(self._hits))

    def set_pages(self, pages: Pages) -> None:
        """Show these pages; words that are sought are sought again, and those that were chosen are let go."""
        if pages is not self.pages:
            self._from = None
            self._choose(None)
        super().set_pages(pages)
        self._ticking.start()
        if self._sought:
            self._hits = words.find(pages, self._sought)
            self._hit_now = min(self._hit_now, max(len(self._hits) - 1, 0))
            self._mark_hits()
