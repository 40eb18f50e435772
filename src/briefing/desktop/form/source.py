"""The source of the table of figures in one line: publisher, title, date of release."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.desktop.form.bound import PATH_PROPERTY
from briefing.desktop.parts.field import Field
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.session import Session
from briefing.dossier import gate
from briefing.dossier.edits import set_value
from briefing.dossier.entry import Refusal, read_partial_date, show_partial_date
from briefing.dossier.fields import field_at
from briefing.dossier.figures import Source
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier

PATH = "trade.source"


def show_source(source: Source | None) -> str:
    """A source in one line: "Bureau of National Statistics, October 2023"."""
    if source is None:
        return ""
    return ", ".join(filter(None, (source.publisher, source.title, show_partial_date(source.released))))


def with_source(dossier: Dossier, text: str) -> Dossier:
    """The dossier whose table has the source that a line names. A date at its end is the date of release.

    The record of the source is kept while its words change; it is made with the first letter and goes with the last.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    released = ""
    if len(parts) > 1:
        found = read_partial_date(parts[-1])
        if not isinstance(found, Refusal):
            released = found
            parts.pop()
    known = next((each for each in dossier.sources if each.id == dossier.trade.source), None)
    if not parts:
        others = tuple(each for each in dossier.sources if each is not known)
        return set_value(set_value(dossier, "sources", others), PATH, "")
    source = known or Source(new_id())
    said = replace(source, publisher=parts[0], title=", ".join(parts[1:]), released=released)
    rows = tuple(said if each is known else each for each in dossier.sources)
    return set_value(set_value(dossier, "sources", rows if known else (*rows, said)), PATH, said.id)


class SourceLine(QWidget):
    """The field "Source and date"."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._line = LineEdit("Bureau of National Statistics, October 2023")
        self._line.edited.connect(self._keep)
        frame = Field(field_at(PATH).label, self._line)
        frame.setProperty(PATH_PROPERTY, PATH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def show_dossier(self, dossier: Dossier, *, even_focused: bool) -> None:
        source = next((each for each in dossier.sources if each.id == dossier.trade.source), None)
        self._line.set_value(show_source(source), even_focused=even_focused)

    def focus_path(self, path: str, offset: int) -> bool:
        if path != PATH and not path.startswith("sources"):
            return False
        self._line.setFocus()
        return True

    def _keep(self, text: str) -> None:
        typed = gate.admit_line(text)
        self._session.edit(lambda dossier: with_source(dossier, typed), "Source", merge=PATH)
