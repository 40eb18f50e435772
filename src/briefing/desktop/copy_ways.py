"""How the documents of a dossier are read: chosen in a popover, remembered for whom they are for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from briefing.compose.copies import Copy
from briefing.desktop.copy_popover import CopyPopover
from briefing.desktop.dossier_view import DossierView
from briefing.desktop.parts.popover import Popover
from briefing.desktop.settings import Settings
from briefing.dossier.sides import principal_of


class CopyWays(QObject):
    """Joins the popover, the page and what is remembered."""

    save_asked = Signal()

    def __init__(self, view: DossierView, settings: Settings, window: QMainWindow) -> None:
        super().__init__(window)
        self._view, self._settings, self._window = view, settings, window

    def open(self) -> None:
        """Open the popover under the button that saves."""
        content = CopyPopover(self._view.preview.copy, principal_of(self._view.session.dossier))
        popover = Popover(content, self._window)
        content.chosen.connect(self.take)
        content.save_asked.connect(popover.close)
        content.save_asked.connect(self.save_asked)
        popover.open_under(self._view.header.save_button())

    def take(self, copy: Copy) -> None:
        """Show the document for this way of reading, now and whenever it is for the same person."""
        dossier = self._view.session.dossier
        self._settings.keep_copy(principal_of(dossier), copy)
        self._view.take_copy(copy)
