"""The topics: how each comes up, what we say, what they may say, and what may be said publicly."""

from __future__ import annotations

from collections.abc import Callable

from briefing.desktop.form.rows import RecordRows, RowKind
from briefing.desktop.form.sections import Cell
from briefing.desktop.form.statements import make_statements
from briefing.desktop.parts.signs import Sign
from briefing.desktop.session import Session
from briefing.desktop.tokens import Width
from briefing.dossier.fields import GRADES
from briefing.dossier.model import Topic
from briefing.dossier.record import Record


def _head(record: Record) -> tuple[str, str]:
    assert isinstance(record, Topic)
    grade = next((choice.label for choice in GRADES if choice.code == record.grade), "")
    minutes = f"{record.minutes} min" if record.minutes else ""
    return record.area or "New topic", ", ".join(filter(None, (grade, minutes)))


TOPICS = RowKind(
    noun="topic",
    make=Topic,
    head=_head,
    cells=(
        (Cell("area"),),
        (Cell("grade"), Cell("minutes", fixed=Width.MINUTES)),
        (Cell("points"),),
        (Cell("line_to_take"),),
        (Cell("they_may_say"), Cell("our_answer")),
    ),
    first="area",
    more=make_statements,
)


def topic_rows(session: Session, signs: Callable[[str], tuple[Sign, int]]) -> RecordRows:
    return RecordRows("topics", TOPICS, session, signs)
