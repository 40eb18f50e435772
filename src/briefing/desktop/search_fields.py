"""What a search can find in a dossier: its sections, and every field that the form shows, in each row that there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from briefing.compose.phrases.english import country
from briefing.desktop.form.records import LISTS, PERSON
from briefing.desktop.form.sections import SECTIONS, place_of, section_of
from briefing.desktop.search import Entry, entry
from briefing.dossier.amounts import show_amount
from briefing.dossier.dates import show_partial_date
from briefing.dossier.edits import value_at
from briefing.dossier.fields import FIELDS, Field, field_at
from briefing.dossier.figures import TRADE_MEASURES
from briefing.dossier.growth import show_change
from briefing.dossier.model import Dossier, Side, Statement
from briefing.dossier.paths import join, pattern, row
from briefing.dossier.periods import show_period
from briefing.dossier.record import Record
from briefing.dossier.records import slots
from briefing.dossier.single_figures import measure_label, other_rows
from briefing.dossier.sources import show_source
from briefing.dossier.table import GROWTH, TradeRow, trade_rows

#: Parts of a dossier of which the form shows nothing, or what is found elsewhere. A side is ours by where it stands.
_APART = ("title", "house", "translations", "wording", "dismissed", "sources", "figures", "sides[].ours")
#: The dossier's own copies of our house, which the form shows.
_HOUSE = ("house.contact", "house.name", "house.ministry", "house.department")


def entries_of(dossier: Dossier, keys: Mapping[str, str] | None = None) -> list[Entry]:
    """The sections, each with its key by `keys`, and each field of the dossier that the form shows."""
    keys = keys or {}
    found = [entry("section", each.key, each.title, "Section", key=keys.get(each.key, "")) for each in SECTIONS]
    found.append(entry("field", "title", field_at("title").label, "Header", dossier.title))
    found.extend(_Fields(dossier).all())
    return found


class _Fields:
    """The fields of one dossier, in the order of its records."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._sides = {side.id: country(side.country) for side in dossier.sides}

    def all(self) -> Iterator[Entry]:
        yield from self._record(self._dossier, "", ())
        for row_ in trade_rows(self._dossier):
            yield from _trade_row(row_)
        for figure in other_rows(self._dossier):
            name, period, path = measure_label(figure.measure), show_period(figure.period), row("figures", figure.id)
            yield entry("field", f"{path}.amount", f"{name} {period}".strip(), "Trade", show_amount(figure.amount))
            yield entry("field", f"{path}.period", "Period", f"Trade · {name}", period)
        for path in _HOUSE:
            yield self._field(path, str(value_at(self._dossier, path)), ())

    def _record(self, record: Record, path: str, around: tuple[str, ...]) -> Iterator[Entry]:
        """The fields inside a record, rows of rows too; `around` is what the rows around them are called."""
        for name, slot in slots(type(record)).items():
            here = join(path, name)
            if name == "id" or pattern(here) in _APART:
                continue
            value = getattr(record, name)
            if slot.kind == "record":
                yield from self._record(value, here, around)
            elif slot.kind == "rows" and field_at(here).kind == "rows":
                yield from self._list(here, value, around)
            else:
                yield self._field(here, value, around)

    def _field(self, path: str, value: object, around: tuple[str, ...]) -> Entry:
        field = field_at(path)
        text = self._shown(field, value)
        # What names the row is said once.
        return entry("field", path, field.label, _where(path, around), "" if around[-1:] == (text,) else text)

    def _list(self, path: str, rows: Sequence[Any], around: tuple[str, ...]) -> Iterator[Entry]:
        """A list by its own name, where that is not its section's, and the fields of its rows."""
        label, section = field_at(path).label, section_of(path)
        if section is not None and label not in (section.title, "Sides"):
            yield entry("field", path, label, _where(path, around))
        for each in rows:
            yield from self._record(each, row(path, each.id), (*around, self._row_name(path, each)))
        if not rows:
            yield from _to_come(path, around)

    def _row_name(self, path: str, record: Record) -> str:
        if isinstance(record, Side):
            return self._sides[record.id]
        if isinstance(record, Statement):
            return self._sides.get(record.side, "All sides")
        kind = PERSON if path.endswith(".people") else LISTS[path]
        return kind.head(record)[0]

    def _shown(self, field: Field, value: object) -> str:
        """The value of a field as the form shows it."""
        if isinstance(value, tuple):
            return "; ".join(str(getattr(each, "text", "")) for each in value)
        if isinstance(value, bool):
            return "Yes" if value else ""
        text = str(value or "")
        if field.choices:
            return next((choice.label for choice in field.choices if choice.code == text), text)
        show = self._shows().get(field.kind)
        return show(text) if show is not None and (text or field.kind == "side") else text

    def _shows(self) -> dict[str, Callable[[str], str]]:
        return {
            "country": country,
            "date": show_partial_date,
            "partial_date": show_partial_date,
            "side": lambda text: self._sides.get(text, "All sides"),
            "source": lambda text: show_source(next((each for each in self._dossier.sources if each.id == text), None)),
        }


def _where(path: str, around: tuple[str, ...]) -> str:
    return " · ".join(filter(None, (place_of(path), *around)))


def _to_come(path: str, around: tuple[str, ...]) -> Iterator[Entry]:
    """The fields that a row of an empty list will have: they lead to what adds one."""
    inside = pattern(path) + "[]."
    for field in FIELDS:
        if field.path.startswith(inside) and field.path not in _APART:
            yield entry("field", path, field.label, _where(field.path, around), f"First add {_a_row(path)}")


def _a_row(path: str) -> str:
    if path.endswith(".statements"):
        return "public words"
    noun = LISTS[path].noun if path in LISTS else "person" if path.endswith(".people") else "side"
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _trade_row(found: TradeRow) -> Iterator[Entry]:
    """The cells of one row of the trade table."""
    period = show_period(found.period)
    yield entry("field", f"{row('figures', found.present[0].id)}.period", "Period", "Trade", period)
    for measure in TRADE_MEASURES:
        figure = found.figure(measure)
        if figure is not None:
            title = f"{measure.capitalize()} {period}".strip()
            yield entry("field", found.path(measure), title, "Trade", show_amount(figure.amount))
    if found.figure("total") is not None:
        yield entry("field", found.path(GROWTH), f"Growth {period}".strip(), "Trade", show_change(found.growth))
