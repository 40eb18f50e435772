"""What a template sees of a dossier: views of records, looked into on demand, and leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from briefing.compose.leaves import Leaf, Ledger, Rows, refuse_print
from briefing.dossier.fields import Field, field_at
from briefing.dossier.figures import Source
from briefing.dossier.model import Dossier, Line, Side
from briefing.dossier.paths import PathError, join, row
from briefing.dossier.record import Record
from briefing.dossier.records import Slot, slots

#: How a value of a field is written in the document's language: (field, value) to words.
Show = Callable[[Field, str], str]


#: Stands for the id of a row that is not there, as in the field list's patterns.
ANY_ROW = "[]"


class Scope:
    """What all views of one run share: the ledger, the dossier's audience view, and the language's way to show."""

    def __init__(self, dossier: Dossier, ledger: Ledger, show: Show) -> None:
        self.dossier, self.ledger, self.show = dossier, ledger, show

    def view(self, record: Record, path: str) -> View:
        return View(record, path, self)

    def row_by_id(self, rows: tuple[Any, ...], path: str, row_id: str, empty: Record) -> View:
        """The view of the row with this id, or of an empty record of its type."""
        found = next((each for each in rows if each.id == row_id), None)
        return self.missing(empty, path) if found is None else View(found, row(path, row_id), self)

    def missing(self, empty: Record, path: str) -> View:
        """The view of a row that is not there: all its fields are gaps, which lead to the list at `path`."""
        return View(empty, f"{path}{ANY_ROW}", self)

    def rows(self, rows: list[View], path: str) -> Rows:
        return Rows(rows, self.ledger, _place(path), field_at(path).label)

    def leaf(self, path: str, value: str) -> Leaf:
        field = field_at(path)
        shown = self.show(field, value) if value else ""
        return Leaf(value, self.ledger, (_place(path),), shown, field.label, field.kind == "prose")


def _place(path: str) -> str:
    """The path itself, or the list in which the row that it lies in is missing."""
    return path.partition(ANY_ROW)[0]


class View:
    """A record as a template sees it. True where the record holds anything; its fields always exist."""

    __slots__ = ("_kept", "_scope", "path", "record")

    def __init__(self, record: Record, path: str, scope: Scope) -> None:
        self.record, self.path, self._scope = record, path, scope
        self._kept: dict[str, Any] = {}

    def __bool__(self) -> bool:
        return any(
            getattr(self.record, name) != slot.default
            for name, slot in slots(type(self.record)).items()
            if name != "id"
        )

    def __html__(self) -> Markup:
        if not isinstance(self.record, Line):
            refuse_print(self.path or "the dossier")
        printed: Markup = self.look("text").__html__()
        return printed

    @property
    def ledger(self) -> Ledger:
        return self._scope.ledger

    @property
    def row_id(self) -> str:
        return str(getattr(self.record, "id", ""))

    def names(self) -> Mapping[str, Slot]:
        return slots(type(self.record))

    def look(self, name: str) -> Any:
        """The value of a field: a leaf, a view, a list of views, a flag or number. KeyError for another name."""
        if name not in self._kept:
            self._kept[name] = self._value(self.names()[name])
        return self._kept[name]

    def _value(self, slot: Slot) -> Any:
        value, path = getattr(self.record, slot.name), join(self.path, slot.name)
        if slot.kind == "rows":
            return self._scope.rows([View(each, row(path, each.id), self._scope) for each in value], path)
        if slot.kind == "record":
            return View(value, path, self._scope)
        if slot.kind != "text":
            return value
        reference = self._reference(path, value)
        return self._scope.leaf(path, value) if reference is None else reference

    def _reference(self, path: str, value: str) -> View | None:
        """The row that a `side` or `source` field names."""
        try:
            kind = field_at(path).kind
        except PathError:
            return None
        if kind == "side":
            return self._scope.row_by_id(self._scope.dossier.sides, "sides", value, Side(""))
        if kind == "source":
            return self._scope.row_by_id(self._scope.dossier.sources, "sources", value, Source(""))
        return None
