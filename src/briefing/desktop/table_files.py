"""Saving the figures of a dossier as a workbook or as text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from briefing.desktop import asking
from briefing.desktop.dossier_view import DossierView
from briefing.desktop.naming import title_of
from briefing.desktop.settings import Settings
from briefing.export.figure_sheets import to_tsv, to_xlsx
from briefing.export.files import ExportError, write_whole

#: What each kind of file is called in the dialog, and what writes it.
_KINDS = {".xlsx": ("Excel workbook (*.xlsx)", to_xlsx), ".tsv": ("Text with tabs (*.tsv)", to_tsv)}


def save_table(window: QWidget, view: DossierView, settings: Settings) -> None:
    """Ask where, and write the figures there: all of the file, or none of it."""
    name = _tr("{0}, trade.xlsx").format(title_of(view.session.dossier)).replace("/", "-")
    filters = ";;".join(_tr(words) for words, _ in _KINDS.values())
    chosen, kind = QFileDialog.getSaveFileName(
        window, _tr("Save the trade table"), str(settings.export_folder / name), filters
    )
    if not chosen:
        return
    path = Path(chosen)
    if path.suffix.lower() not in _KINDS:
        suffix = next((each for each, (words, _) in _KINDS.items() if _tr(words) == kind), ".xlsx")
        path = path.with_name(path.name + suffix)
        # The dialog has asked about the name as it was typed, and not about this one.
        if path.exists() and asking.about_replacing(window, path) is not asking.Answer.REPLACE:
            return
    try:
        write_whole(path, _KINDS[path.suffix.lower()][1](view.session.dossier))
    except ExportError as error:
        view.failed.emit(str(error))
        return
    settings.export_folder = path.parent
    folder = QUrl.fromLocalFile(str(path.parent))
    view.toast.say(
        _tr("Saved as {0}").format(path.name), _tr("Show in folder"), lambda: QDesktopServices.openUrl(folder)
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("table", words)
