"""The source of the table of figures in one line: publisher, title, date of release."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.desktop.form.bound import PATH_PROPERTY
from briefing.desktop.parts.field import Field
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.session import Session
from briefing.dossier import gate
from briefing.dossier.fields import field_at
from briefing.dossier.model import Dossier
from briefing.dossier.sources import TABLE_SOURCE, show_source, source_of, with_source


class SourceLine(QWidget):
    """The field "Source and date"."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._line = LineEdit("Bureau of National Statistics, October 2023")
        self._line.edited.connect(self._keep)
        frame = Field(field_at(TABLE_SOURCE).label, self._line)
        frame.setProperty(PATH_PROPERTY, TABLE_SOURCE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def show_dossier(self, dossier: Dossier, *, even_focused: bool) -> None:
        source = source_of(dossier, dossier.trade.source)
        self._line.set_value(show_source(source), even_focused=even_focused)

    def focus_path(self, path: str, offset: int) -> bool:
        if path != TABLE_SOURCE and not path.startswith("sources"):
            return False
        self._line.setFocus()
        return True

    def _keep(self, text: str) -> None:
        typed = gate.admit_line(text)
        self._session.edit(lambda dossier: with_source(dossier, typed), "Source", merge=TABLE_SOURCE)
