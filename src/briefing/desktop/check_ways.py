"""What can be done about the checks: the popover that lists them, and another dossier to hold the figures against."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from briefing.checks.dismissed import bring_back, dismiss
from briefing.checks.finding import Finding, Mend
from briefing.desktop import asking
from briefing.desktop.checks_popover import ChecksPopover
from briefing.desktop.dossier_view import DossierView
from briefing.desktop.naming import standing, title_of
from briefing.desktop.parts.popover import Popover
from briefing.desktop.settings import Settings
from briefing.dossier import files
from briefing.dossier.decode import FileError


class CheckWays(QObject):
    """Joins the popover of the checks with the dossier."""

    def __init__(self, view: DossierView, settings: Settings, window: QMainWindow) -> None:
        super().__init__(window)
        self._view, self._settings, self._window = view, settings, window
        self._popover: Popover | None = None

    def open(self) -> None:
        """List everything the checks have to say; each leads to its field."""
        self._view.run_checks()
        self._view.show_all_gaps()
        if not self._view.verdicts.findings:
            self._view.toast.say(self.tr("Nothing is missing and nothing contradicts itself"))
            return
        content = ChecksPopover(self._view.verdicts.findings)
        content.asked.connect(self._go_to)
        content.mended.connect(self._mend)
        content.dismissed.connect(self._dismiss)
        content.brought_back.connect(self._bring_back)
        self._popover = Popover(content, self._window, escape=content.leave_reason)
        self._popover.open_under(self._view.header.checks_button())

    def compare(self) -> None:
        """Hold the figures against those of another dossier, for as long as this one is open."""
        path = asking.file_to_compare(self._window, self._folder())
        if path is None:
            return
        try:
            earlier = files.load(path).dossier
        except FileError as error:
            asking.tell(self._window, self.tr("{0} The figures are compared with nothing.").format(error))
            return
        self._view.checking.earlier = earlier
        self._view.run_checks()
        count = sum(each.rule == "earlier_figure" for each in self._view.verdicts.findings)
        name = title_of(earlier)
        if not count:
            self._view.toast.say(self.tr("No figure differs from “{0}”").format(name))
            return
        words = self.tr("{0} figures differ from “{1}”") if count > 1 else self.tr("{0} figure differs from “{1}”")
        self._view.toast.say(words.format(count, name), self.tr("Show"), self.open)

    def _mend(self, mend: Mend) -> None:
        self._close()
        self._view.session.edit(mend.apply, mend.label)

    def _dismiss(self, finding: Finding, reason: str) -> None:
        self._close()
        self._view.session.edit(lambda dossier: dismiss(dossier, finding, reason), self.tr("Dismiss a finding"))
        self._view.run_checks()
        self._view.toast.say(self.tr("Put aside. It is kept with its reason, and shown again when the figures change."))

    def _bring_back(self, finding: Finding) -> None:
        self._close()
        self._view.session.edit(lambda dossier: bring_back(dossier, finding), self.tr("Bring a finding back"))
        self._view.run_checks()

    def _go_to(self, path: str) -> None:
        self._close()
        self._view.focus_path(path)

    def _close(self) -> None:
        if self._popover is not None:
            self._popover.close()

    def _folder(self) -> Path:
        path = self._view.session.path
        return standing(path.parent if path else self._settings.export_folder)
