"""Our pages beside LibreOffice's of the same Word file, or one over the other with what differs in colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage, QPainter, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from briefing.desktop.dossier_view import DossierView
from briefing.desktop.office import DPI, MOST, Office
from briefing.desktop.page_bar import PageBar
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.segmented import Segmented
from briefing.desktop.print_preview import SHARE, SheetsView
from briefing.desktop.saving import file_of
from briefing.desktop.tokens import Role, Space
from briefing.export.delivery import format_named
from briefing.export.files import ExportError
from briefing.page.pages import Boxes, Hung, Image, Page, Pages
from briefing.page.painter import render

#: Ink that only ours has, and only theirs; where both have it, it is nearly black.
OURS, THEIRS = "#D1490B", "#1B5FC2"
#: Points that two papers may differ by and still be the same one: a picture has whole pixels. Width and height of A4.
SAME_PAPER, A4 = 1.5, (595.3, 841.9)
_BESIDE, _OVER = "beside", "over"


def pictured(pictures: Iterable[QImage | None]) -> Pages:
    """Pictures as pages of their own size; one that is still to come is an empty page of the size of the first."""
    known = list(pictures)
    first = next((each for each in known if each is not None), None)
    return Pages(tuple(_page_of(each, first, number) for number, each in enumerate(known, 1)))


def _page_of(picture: QImage | None, first: QImage | None, number: int) -> Page:
    size = picture or first
    width, height = (size.width() * 72 / DPI, size.height() * 72 / DPI) if size is not None else A4
    hung = (Hung(Image(picture, f"Page {number}"), 0.0, 0.0, width, height),) if picture is not None else ()
    return Page(width, height, Boxes(), Boxes(pictures=hung), Boxes())


def laid_over(ours: QImage | None, theirs: QImage | None) -> QImage:
    """One page over the other, corner on corner: each with its ink in a colour of its own."""
    size = QSize(0, 0)
    for picture in (ours, theirs):
        size = size.expandedTo(picture.size()) if picture is not None else size
    made = QImage(size, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for picture, color in ((ours, OURS), (theirs, THEIRS)):
        if picture is not None:
            painter.drawImage(0, 0, _inked(picture, color))
    painter.end()
    return made


def _inked(picture: QImage, color: str) -> QImage:
    """The picture with its black in a colour and its white as it is."""
    made = picture.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    painter.fillRect(made.rect(), QColor(color))
    painter.end()
    return made


class Compared(QDialog):
    """Two views that scroll and zoom as one."""

    def __init__(self, pages: Pages, pictures: Sequence[QImage], window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Compared with LibreOffice"))
        self.resize(window.size() * SHARE)
        self._pages, self.pictures = pages, pictures
        self._over: list[QImage | None] = [None] * max(min(len(pages), MOST), len(pictures))
        self._drawing = QTimer(self)
        self._drawing.timeout.connect(self._draw_one)
        self._ours, self._theirs = SheetsView(pages), SheetsView(pictured(pictures))
        self._way = Segmented([(_BESIDE, self.tr("Side by side")), (_OVER, self.tr("Over one another"))])
        self._way.setAccessibleName(self.tr("How the pages are compared"))
        self._way.set_value(_BESIDE)
        self._way.chosen.connect(self._show)
        self._left = Text(self.tr("Briefing"), Role.GROUP)
        self._right = Text(self.tr("LibreOffice"), Role.GROUP)
        self._right_side = _titled(self._right, self._theirs)
        close = Button(self.tr("Close"), Kind.MAIN)
        close.clicked.connect(self.accept)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(_titled(self._left, self._ours), 1)
        sides.addWidget(self._right_side, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.ROW, Space.INSET, Space.ROW, Space.INSET)
        foot.setSpacing(Space.INSET)
        foot.addWidget(self._way)
        foot.addWidget(Text(self._said(), Role.HELP, "text2"))
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(sides, 1)
        column.addWidget(PageBar(self._ours))
        column.addLayout(foot)
        _join(self._ours, self._theirs)
        self._ours.setFocus(Qt.FocusReason.OtherFocusReason)

    def _said(self) -> str:
        """In what the two differ at a glance, and whether all pages are here."""
        ours, theirs = len(self._pages), len(self.pictures)
        page, other = self._pages[0], self._theirs.pages[0]
        if max(abs(page.width - other.width), abs(page.height - other.height)) > SAME_PAPER:
            said = self.tr("LibreOffice prints on {0} × {1} mm, Briefing on {2} × {3} mm.")
            return said.format(
                *(round(each * 25.4 / 72) for each in (other.width, other.height, page.width, page.height))
            )
        if ours > MOST:
            return self.tr("The first {0} pages.").format(MOST)
        if ours == theirs:
            return ""
        return self.tr("Briefing makes {0} pages, LibreOffice {1}.").format(ours, theirs)

    def _show(self, way: str) -> None:
        if way == _OVER:
            self._ours.set_pages(pictured(self._over))
            self._drawing.start()
            self._left.setText(self.tr("Only Briefing has it: orange; only LibreOffice: blue"))
        else:
            self._drawing.stop()
            self._ours.set_pages(self._pages)
            self._left.setText(self.tr("Briefing"))
        self._right_side.setVisible(way != _OVER)

    def _draw_one(self) -> None:
        """Draw the page nearest to the one in view that is not drawn yet, and let the window do what else there is."""
        waiting = [number for number, each in enumerate(self._over) if each is None]
        if not waiting:
            self._drawing.stop()
            return
        at = min(waiting, key=lambda number: abs(number + 1 - self._ours.current_page))
        mine = render(self._pages[at], DPI) if at < len(self._pages) else None
        self._over[at] = laid_over(mine, self.pictures[at] if at < len(self.pictures) else None)
        self._ours.set_pages(pictured(self._over))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ours.fit_width()
        self._theirs.fit_width()


def _titled(title: Text, view: SheetsView) -> QWidget:
    """A view with its title over it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, Space.CLOSE, 0, 0)
    column.setSpacing(Space.CLOSE)
    title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(title)
    column.addWidget(view, 1)
    return made


def _join(one: SheetsView, other: SheetsView) -> None:
    """Have two views show the same part of their pages."""
    for mine, its in ((one, other), (other, one)):
        mine.verticalScrollBar().valueChanged.connect(its.verticalScrollBar().setValue)
        mine.horizontalScrollBar().valueChanged.connect(its.horizontalScrollBar().setValue)

        def zoom(_percent: int, mine: SheetsView = mine, its: SheetsView = its) -> None:
            its.zoom_as(mine)
            its.verticalScrollBar().setValue(mine.verticalScrollBar().value())

        mine.zoom_changed.connect(zoom)


class Comparing:
    """Has LibreOffice lay out the document in view, and shows what it makes of it."""

    def __init__(self, view: DossierView, window: QMainWindow) -> None:
        self._view, self._window = view, window
        self._office = Office(window)
        self._office.laid_out.connect(self._show)
        self._office.without_pictures.connect(self._open)
        self._office.failed.connect(view.toast.say)
        self._pages = Pages(())

    def start(self) -> None:
        """Begin; the window can be used meanwhile."""
        preview = self._view.preview
        if not preview.pages.pages:
            return
        try:
            docx = file_of(preview, format_named("docx"))
        except ExportError as error:
            self._view.toast.say(str(error))
            return
        self._pages = preview.delivered_pages()
        words = self._view.tr("LibreOffice is laying the document out…")
        self._view.toast.say(words, self._view.tr("Stop"), self._office.stop, going_on=True)
        self._office.lay_out(docx)

    def stop(self) -> None:
        """Give up what was begun: its dossier is left."""
        if self._office.is_busy:
            self._office.stop()
            self._view.toast.dismiss()

    def _show(self, pictures: list[QImage]) -> None:
        self._view.toast.dismiss()
        dialog = Compared(self._pages, pictures, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open(self, pdf: str) -> None:
        self._view.toast.say(self._view.tr("LibreOffice's pages are shown beside this window."))
        QDesktopServices.openUrl(QUrl.fromLocalFile(pdf))
