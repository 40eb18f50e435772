"""LibreOffice, where it is installed: it lays a Word file out, and poppler makes pictures of its pages."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTemporaryDir, QTimer, QUrl, Signal
from PySide6.QtGui import QImage

#: What its program is called on the path, and where it is where nobody put it there.
_PROGRAMS = ("soffice", "libreoffice")
_PLACES = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": (
        "C:/Program Files/LibreOffice/program/soffice.exe",
        "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    ),
}
#: Makes pictures of a PDF's pages (poppler).
_PAINTER = "pdftoppm"
#: Resolution of the pictures; so many pages at the most, at 8 MB each.
DPI, MOST = 144, 40
#: Milliseconds that it may take; its first start on a slow machine takes half a minute.
PATIENCE = 120_000


def find_office() -> str:
    """The path of LibreOffice's program, empty where it is not installed."""
    known = (shutil.which(name) for name in _PROGRAMS)
    placed = (each for each in _PLACES.get(sys.platform, ()) if Path(each).is_file())
    return next(filter(None, known), None) or next(placed, "")


class Office(QObject):
    """Has LibreOffice lay a Word file out, beside all else that is done. One file at a time; `stop` gives it up."""

    laid_out = Signal(list)  # a QImage for each page
    without_pictures = Signal(str)  # the PDF, where nothing here can make pictures of its pages
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, patience: int = PATIENCE) -> None:
        super().__init__(parent)
        self._folder: QTemporaryDir | None = None  # gone as soon as nobody needs what is in it
        self._process: QProcess | None = None
        self._then: Callable[[], None] = self._fail
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(patience)
        self._clock.timeout.connect(self._give_up)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        return self._process is not None

    def lay_out(self, docx: bytes) -> None:
        """Begin; one of the signals tells the end. What was begun before is given up."""
        self.stop()
        program = find_office()
        if not program:
            self.failed.emit(self.tr("LibreOffice is not installed here."))
            return
        self._folder = QTemporaryDir()
        try:
            self._path("document.docx").write_bytes(docx)
        except OSError as error:
            self.failed.emit(self.tr("LibreOffice could not be given the document: {0}.").format(error.strerror))
            return
        profile = QUrl.fromLocalFile(str(self._path("profile"))).toString()  # beside one that is open already
        asked = ("--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf", "--outdir")
        self._clock.start()
        self._run(program, [*asked, self._folder.path(), str(self._path("document.docx"))], self._paint)

    def stop(self) -> None:
        """Give up what is being done, without a word."""
        self._clock.stop()
        process, self._process = self._process, None
        if process is not None:
            _kill(process)
            process.waitForFinished(1_000)
            process.deleteLater()
        self._folder = None

    def _path(self, name: str) -> Path:
        assert self._folder is not None
        return Path(self._folder.filePath(name))

    def _run(self, program: str, arguments: Sequence[str], then: Callable[[], None]) -> None:
        process = self._process = QProcess(self)
        self._then = then
        process.finished.connect(self._note_end)
        process.errorOccurred.connect(self._note_error)
        if hasattr(os, "killpg"):
            process.setUnixProcessParameters(QProcess.UnixProcessFlag.CreateNewSession)
        process.start(program, list(arguments))

    def _note_end(self) -> None:
        if self.sender() is self._process:  # else it was given up, and that is its end
            self._go_on(self._then)

    def _note_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self.sender() is self._process:
            self._go_on(self._fail)  # it never finishes

    def _go_on(self, then: Callable[[], None]) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        then()

    def _paint(self) -> None:
        pdf = self._path("document.pdf")
        if not pdf.is_file():
            self._fail()
            return
        painter = shutil.which(_PAINTER)
        if painter is None:
            self._clock.stop()
            self.without_pictures.emit(str(pdf))  # which is to stay for as long as it may be looked at
            return
        self._run(painter, ["-r", str(DPI), "-l", str(MOST), "-png", str(pdf), str(self._path("page"))], self._show)

    def _show(self) -> None:
        pictures = [QImage(str(each)) for each in sorted(self._path("page").parent.glob("page-*.png"))]
        if not pictures or any(each.isNull() for each in pictures):
            self._fail()
            return
        self._clock.stop()
        self._folder = None
        self.laid_out.emit(pictures)

    def _fail(self) -> None:
        self._clock.stop()
        self._folder = None
        self.failed.emit(self.tr("LibreOffice could not lay the document out. Nothing was changed."))

    def _give_up(self) -> None:
        self.stop()
        self.failed.emit(self.tr("LibreOffice took too long and was stopped. Nothing was changed."))


def _kill(process: QProcess) -> None:
    """End it with all that it started: LibreOffice's program is a script that starts another."""
    if hasattr(os, "killpg") and process.processId():
        with contextlib.suppress(ProcessLookupError):  # it has just ended by itself
            os.killpg(process.processId(), signal.SIGKILL)
    process.kill()
