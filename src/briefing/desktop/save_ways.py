"""The ways to save a document: at once as Word, or through the popover."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow

from briefing.desktop import asking
from briefing.desktop.copy_words import shown
from briefing.desktop.dossier_view import DossierView
from briefing.desktop.naming import NAMES, next_free, read_pattern, standing
from briefing.desktop.parts.popover import Popover
from briefing.desktop.parts.signs import Sign
from briefing.desktop.save_popover import SavePopover
from briefing.desktop.saving import proposed, save_document, text_of
from briefing.desktop.settings import Settings
from briefing.dossier.refusal import Refusal
from briefing.export.files import ExportError
from briefing.export.formats import WHOLE, Format

_KEYS = {"docx": "Ctrl+E"}


class SaveWays(QObject):
    """Joins popovers and files."""

    copy_asked = Signal()

    def __init__(self, view: DossierView, settings: Settings, window: QMainWindow) -> None:
        super().__init__(window)
        self._view, self._settings, self._window = view, settings, window
        self._popover: Popover | None = None

    def save_word(self) -> None:
        """Save as Word at once, in the folder used last, under the next free version."""
        word = WHOLE[0]
        self._save(word, self._proposed(word))

    def open(self) -> None:
        """Open the popover under the button."""
        content = SavePopover([(each.name, each.label, _KEYS.get(each.name, "")) for each in WHOLE])
        content.format_chosen.connect(lambda name: self._propose(content, name))
        content.folder_asked.connect(lambda: self._change_folder(content))
        content.gaps_asked.connect(self._show_gaps)
        content.text_copied.connect(self._copy_text)
        content.accepted.connect(lambda name, file: self._accept(content, name, file))
        content.replaced.connect(self._save_over)
        content.next_asked.connect(lambda name, file: self._propose_next(content, name, file))
        content.pattern_edited.connect(lambda text: self._keep_pattern(content, text))
        content.set_pattern(self._settings.file_pattern, ", ".join(f"{{{name}}}" for name in NAMES))
        content.copy_asked.connect(self._ask_copy)
        content.set_copy(shown(self._view.preview.copy))
        content.choose(WHOLE[0].name)
        content.set_seen(self._seen())
        self._popover = Popover(content, self._window)
        self._popover.closed.connect(lambda: self._view.header.set_save("Save as Word"))
        self._view.header.set_save("Save as Word", ways_open=True)
        self._popover.open_under(self._view.header.save_button())

    def _seen(self) -> list[tuple[Sign, str, bool]]:
        """What a reader of the document will see: its gaps, and whether it is internal."""
        pack = self._view.preview.pack
        gaps = [finding for finding in self._view.verdicts.findings if finding.is_gap]
        lines: list[tuple[Sign, str, bool]] = []
        if gaps:
            lines.append((Sign.GAP, f"{len(gaps)} gap{'s' if len(gaps) > 1 else ''} still to fill", True))
        if pack is not None and pack.audience == "internal":
            lines.append((Sign.NONE, "Internal: holds aims and lines to take", False))
        return lines

    def _propose(self, content: SavePopover, name: str) -> None:
        content.set_file(self._proposed(_format(name)))

    def _proposed(self, each: Format) -> Path:
        view, settings = self._view, self._settings
        return proposed(view.preview, view.session.dossier, settings.file_pattern, each, settings.export_folder)

    def _keep_pattern(self, content: SavePopover, text: str) -> None:
        """Take a pattern of file names, or say under its field why it is none."""
        pattern = read_pattern(text)
        if isinstance(pattern, Refusal):
            content.refuse_pattern(pattern.message)
            return
        self._settings.file_pattern = pattern
        content.refuse_pattern("")
        self._propose(content, content.chosen())

    def _change_folder(self, content: SavePopover) -> None:
        chosen = self._ask_folder(self._settings.export_folder)
        if chosen is not None:
            self._settings.export_folder = chosen
            self._propose(content, content.chosen())

    def _ask_copy(self) -> None:
        self._close()
        self.copy_asked.emit()

    def _show_gaps(self) -> None:
        self._close()
        self._view.show_all_gaps()
        gap = next((finding for finding in self._view.verdicts.findings if finding.is_gap), None)
        if gap is not None:
            self._view.focus_path(gap.fields[0])

    def _copy_text(self) -> None:
        QApplication.clipboard().setText(text_of(self._view.preview))
        self._close()
        self._view.toast.say(self.tr("The text is on the clipboard"))

    def _accept(self, content: SavePopover, name: str, file_name: str) -> None:
        path = self._path(name, file_name)
        if path.exists():
            content.say_taken()
            return
        self._close()
        self._save(_format(name), path)

    def _save_over(self, name: str, file_name: str) -> None:
        self._close()
        self._save(_format(name), self._path(name, file_name))

    def _propose_next(self, content: SavePopover, name: str, file_name: str) -> None:
        content.set_file(next_free(self._path(name, file_name)))

    def _path(self, name: str, file_name: str) -> Path:
        path = self._settings.export_folder / file_name
        suffix = _format(name).suffix
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _save(self, each: Format, path: Path) -> None:
        try:
            save_document(self._view.preview, each, path)
        except ExportError as error:
            if asking.about_elsewhere(self._window, str(error)):
                self._save_elsewhere(each, path)
            return
        self._settings.export_folder = path.parent
        self._view.show_all_gaps()
        folder = QUrl.fromLocalFile(str(path.parent))
        show = lambda: QDesktopServices.openUrl(folder)  # noqa: E731
        self._view.toast.say(self.tr("Saved as {0}").format(path.name), self.tr("Show in folder"), show)

    def _save_elsewhere(self, each: Format, path: Path) -> None:
        """Save it in another folder, over nothing that is there."""
        chosen = self._ask_folder(path.parent)
        if chosen is not None:
            there = chosen / path.name
            self._save(each, next_free(there) if there.exists() else there)

    def _ask_folder(self, start: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Save in"), str(standing(start)))
        return Path(chosen) if chosen else None

    def _close(self) -> None:
        if self._popover is not None:
            self._popover.close()


def _format(name: str) -> Format:
    return next(each for each in WHOLE if each.name == name)
