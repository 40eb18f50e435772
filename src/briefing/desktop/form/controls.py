"""One control for each kind of field, made from the field list and tied to the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from briefing.desktop.form.bound import PATH_PROPERTY, Bound
from briefing.desktop.parts.combo import Combo, SearchCombo
from briefing.desktop.parts.date_edit import DateEdit
from briefing.desktop.parts.field import Field as Frame
from briefing.desktop.parts.field import HasTools
from briefing.desktop.parts.line_edit import LineEdit, TimeEdit
from briefing.desktop.parts.list_edit import ListEdit
from briefing.desktop.parts.prose_edit import ProseEdit
from briefing.desktop.parts.segmented import Segmented
from briefing.desktop.session import Session
from briefing.dossier import entry, gate, ids, table_defaults
from briefing.dossier.edits import set_value, value_at
from briefing.dossier.fields import Field, field_at
from briefing.dossier.figures import day
from briefing.dossier.model import Dossier, Line, Side
from briefing.dossier.sides import set_side_country

#: Up to this many choices stand in sight; more open as a list.
SEGMENTS = 4
#: What is shown as chosen where nothing is said.
_UNSET = {"trade.chart": "none"}
#: What holds for all figures that do not say otherwise.
_FOLLOWED = frozenset(f"trade.{name}" for name in ("reporter", "partner", "unit", "scale", "source"))

Reader = Callable[[str], Any]
Shower = Callable[[str], str]


def bind(path: str, session: Session, *, combo: bool = False) -> Bound:
    """The control of the field at `path`. `combo` opens even a few choices as a list, where room is short."""
    field = field_at(path)
    make = _marking if path == "handling.marking" else _MAKERS[field.kind]
    control, show, put_caret = make(path, field, session, combo)
    frame = Frame(field.label, control, help_text=field.help, internal=field.internal)
    frame.setProperty(PATH_PROPERTY, path)
    if session.read_only:
        _hold(control)
    return Bound(path, frame, control, show, put_caret)


def _hold(control: QWidget) -> None:
    """Let a control be read and copied from, and not changed."""
    if isinstance(control, (QLineEdit, QTextEdit)):
        control.setReadOnly(True)
        if isinstance(control, HasTools):
            control.tools().setEnabled(False)
    else:
        control.setEnabled(False)


_Made = tuple[QWidget, Callable[[Dossier, bool], None], Callable[[int], None]]


def _text_at(dossier: Dossier, path: str) -> str:
    return str(value_at(dossier, path))


def _line(path: str, field: Field, session: Session, _combo: bool) -> _Made:
    edit = LineEdit(field.placeholder)
    edit.edited.connect(lambda text: session.set_value(path, gate.admit_line(text), field.label))
    return edit, lambda d, forced: edit.set_value(_text_at(d, path), even_focused=forced), _line_caret(edit)


def _prose(path: str, field: Field, session: Session, _combo: bool) -> _Made:
    edit = ProseEdit(field.placeholder)
    edit.edited.connect(lambda text: session.set_value(path, gate.admit(text), field.label))
    return edit, lambda d, forced: edit.set_value(_text_at(d, path), even_focused=forced), _text_caret(edit)


def _list(path: str, field: Field, session: Session, _combo: bool) -> _Made:
    edit = ListEdit(field.placeholder)

    def keep(rows: list[str]) -> None:
        texts = [gate.admit_line(row) for row in rows]
        session.edit(lambda d: set_value(d, path, rows_of(value_at(d, path), texts)), field.label, merge=path)

    def show(dossier: Dossier, forced: bool) -> None:
        edit.set_value([row.text for row in value_at(dossier, path)], even_focused=forced)

    edit.edited.connect(keep)
    return edit, show, _text_caret(edit)


def rows_of(old: Sequence[Line], texts: Sequence[str]) -> tuple[Line, ...]:
    """The rows for these texts. What reads the same at both ends keeps its id, and so does a row that was rewritten."""
    start = 0
    while start < min(len(old), len(texts)) and old[start].text == texts[start]:
        start += 1
    end = 0
    while end < min(len(old), len(texts)) - start and old[-1 - end].text == texts[-1 - end]:
        end += 1
    middle = list(old[start : len(old) - end])
    rows = list(old[:start])
    for at, text in enumerate(texts[start : len(texts) - end]):
        row_id = middle[at].id if at < len(middle) else ids.new_id()
        rows.append(Line(row_id, text, unknown=middle[at].unknown if at < len(middle) else ()))
    return (*rows, *(old[len(old) - end :] if end else ()))


def _choice(path: str, field: Field, session: Session, combo: bool) -> _Made:
    pairs = [(choice.code, choice.label) for choice in field.choices]
    control = Combo(pairs) if combo or len(pairs) > SEGMENTS else Segmented(pairs)
    control.chosen.connect(lambda code: _keep(session, path, code, field.label))
    return control, lambda d, _forced: control.set_value(_text_at(d, path) or _UNSET.get(path, "")), _no_caret


def _keep(session: Session, path: str, value: str, label: str, *, apart: bool = False) -> None:
    """Keep a chosen value; `apart` from what was typed just before, as a step of undo of its own.

    What holds for the whole table of figures takes the figures along that stood at it; so does the other side.
    """
    owner, _, name = path.rpartition(".")

    def change(dossier: Dossier) -> Dossier:
        if owner.startswith("sides[") and name == "country":
            return set_side_country(dossier, owner.removeprefix("sides[").removesuffix("]"), value)
        if path in _FOLLOWED:
            return table_defaults.restate(dossier, path.removeprefix("trade."), value)
        return set_value(dossier, path, value)

    session.edit(change, label, merge="" if apart else path)


def _open_choice(path: str, field: Field, session: Session, _combo: bool) -> _Made:
    """A few choices, and words of the person's own."""
    offered = [(choice.code, choice.label) for choice in field.choices]
    return _searched(lambda: offered, completes=False)(path, field, session, False)


def _flag(path: str, field: Field, session: Session, _combo: bool) -> _Made:
    control = Segmented([("yes", "Yes"), ("no", "No")])
    control.chosen.connect(lambda code: session.set_value(path, code == "yes", field.label))
    return control, lambda d, _forced: control.set_value("yes" if value_at(d, path) else "no"), _no_caret


def _searched(
    choices: Callable[[], Sequence[tuple[str, str]]], *, completes: bool = True
) -> Callable[[str, Field, Session, bool], _Made]:
    def make(path: str, field: Field, session: Session, _combo: bool) -> _Made:
        control = SearchCombo(choices(), field.placeholder, free=True, completes=completes)
        keep = lambda value: _keep(session, path, gate.admit_line(value), field.label)  # noqa: E731
        control.chosen.connect(keep)
        control.typed.connect(keep)
        control.completed.connect(lambda value: _keep(session, path, value, field.label, apart=True))
        return control, lambda d, _forced: control.set_value(_text_at(d, path)), _no_caret

    return make


def _marking(path: str, field: Field, session: Session, _combo: bool) -> _Made:
    """The markings in use in our house, and any other that is typed."""
    control = SearchCombo((), field.placeholder, free=True)
    keep = lambda value: session.set_value(path, gate.admit_line(value), field.label)  # noqa: E731
    control.chosen.connect(keep)
    control.typed.connect(keep)
    offered: list[str] = []

    def show(dossier: Dossier, _forced: bool) -> None:
        markings = [line.text for line in dossier.house.markings]
        if markings != offered:
            offered[:] = markings
            control.set_choices([(text, text) for text in markings])
        control.set_value(_text_at(dossier, path))

    return control, show, _no_caret


def _countries() -> Sequence[tuple[str, str]]:
    from briefing.compose.phrases.english import countries

    return countries()


@lru_cache(maxsize=1)
def _zones() -> Sequence[tuple[str, str]]:
    """The time zones of the tz database that name a city, by city: ("Europe/Stockholm", "Stockholm")."""
    areas = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
    found = [zone for zone in available_timezones() if zone.startswith(areas)]
    return tuple(sorted(((zone, zone.rsplit("/", 1)[1].replace("_", " ")) for zone in found), key=lambda pair: pair[1]))


def _understood(
    make: Callable[[Field], Any], read: Reader, shower: Shower
) -> Callable[[str, Field, Session, bool], _Made]:
    """A line that is read as a date or time: what is understood is kept in its own form, anything else as typed."""

    def build(path: str, field: Field, session: Session, _combo: bool) -> _Made:
        edit = make(field)

        def keep(text: str) -> None:
            typed = gate.admit_line(text)
            found = read(typed) if typed.strip() else ""
            session.set_value(path, found if isinstance(found, str) else typed, field.label)

        def show(dossier: Dossier, forced: bool) -> None:
            value = _text_at(dossier, path)
            if isinstance(edit, DateEdit):
                edit.set_date(day(value))
            edit.set_value(shower(value), even_focused=forced)

        edit.edited.connect(keep)
        if isinstance(edit, DateEdit):
            edit.picked.connect(lambda day: session.set_value(path, day.isoformat(), field.label))
        return edit, show, _no_caret

    return build


def _side(path: str, field: Field, session: Session, _combo: bool) -> _Made:
    """Which side said it: the sides by name, and all of them as the first choice."""
    from briefing.compose.phrases.english import country

    control = Combo()

    def show(dossier: Dossier, _forced: bool) -> None:
        named = [(side.id, country(side.country) or _unnamed(at, side)) for at, side in enumerate(dossier.sides)]
        control.set_choices([("all", control.tr("All sides")), *named])
        control.set_value(_text_at(dossier, path) or "all")

    control.chosen.connect(lambda code: session.set_value(path, "" if code == "all" else code, field.label))
    return control, show, _no_caret


def _unnamed(at: int, side: Side) -> str:
    return "Our side" if side.ours else f"Side {at + 1}"


def _line_caret(edit: QLineEdit) -> Callable[[int], None]:
    return lambda offset: edit.setCursorPosition(min(offset, len(edit.text())))


def _text_caret(edit: QTextEdit) -> Callable[[int], None]:
    def put(offset: int) -> None:
        cursor = QTextCursor(edit.document())
        cursor.setPosition(min(offset, len(edit.toPlainText())))
        edit.setTextCursor(cursor)

    return put


def _no_caret(_offset: int) -> None:
    """The text on the page is not the text in the control, so no place in it follows from a click."""


_MAKERS: dict[str, Callable[[str, Field, Session, bool], _Made]] = {
    "line": _line,
    "prose": _prose,
    "list": _list,
    "choice": _choice,
    "open_choice": _open_choice,
    "flag": _flag,
    "country": _searched(_countries),
    "zone": _searched(_zones),
    "date": _understood(lambda field: DateEdit(field.placeholder), entry.read_date, entry.show_date),
    "partial_date": _understood(
        lambda field: LineEdit(field.placeholder), entry.read_partial_date, entry.show_partial_date
    ),
    "time": _understood(lambda field: TimeEdit(field.placeholder), entry.read_time, str),
    "minutes": _understood(lambda field: TimeEdit(field.placeholder), str, str),
    "side": _side,
}
