"""Printing: the page as it is shown, at once through the printer's dialog, or after a look at its sheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QMainWindow

from briefing.desktop.preview import Preview
from briefing.desktop.print_preview import PrintPreview
from briefing.page.pages import Page
from briefing.page.printing import paint_sheets, set_paper


class Printing(QObject):
    """Asks how to print, and prints."""

    printed = Signal(str)  # a line that says where
    failed = Signal(str)

    def __init__(self, preview: Preview, window: QMainWindow) -> None:
        super().__init__(window)
        self._preview, self._window = preview, window

    def ask(self) -> None:
        """Let the person choose a printer, pages and copies, and print."""
        if not self._preview.pages.pages:
            return
        printer = self._printer()
        dialog = QPrintDialog(printer, self._window)
        dialog.setMinMax(1, len(self._preview.pages))
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self._print(printer)

    def look(self) -> None:
        """Show the sheets of paper first; the dialog follows from there."""
        if not self._preview.pages.pages:
            return
        dialog = PrintPreview(self._preview.pages, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self.ask()

    def _printer(self) -> QPrinter:
        """The usual printer with paper of the page's size. What lies in its queue is called as a file would be."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_paper(printer, self._preview.pages[0])
        printer.setCreator("Briefing")
        assert self._preview.document is not None
        printer.setDocName(self._preview.document.stem)
        return printer

    def _print(self, printer: QPrinter) -> None:
        printer.setFullPage(True)  # the dialog may have changed it
        file = printer.outputFileName()
        if paint_sheets(printer, sheets(printer, self._preview.pages.pages)):
            self.printed.emit(self.tr("Printed to {0}").format(Path(file).name if file else printer.printerName()))
        elif file:
            self.failed.emit(self.tr("“{0}” could not be written.").format(file))
        else:
            self.failed.emit(self.tr("“{0}” could not be printed on.").format(printer.printerName()))


def sheets(printer: QPrinter, pages: Sequence[Page]) -> list[Page]:
    """The pages that were asked for, in the order in which they are to come out, as often as the printer does not."""
    ranges = printer.pageRanges()
    chosen = [page for number, page in enumerate(pages, 1) if ranges.isEmpty() or ranges.contains(number)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return chosen * copies
    return [page for page in chosen for _ in range(copies)]
