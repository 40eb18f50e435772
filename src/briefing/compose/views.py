"""What a template sees of a dossier: views of records, looked into on demand, and leaves."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeVar

from briefing.changes import changes, put_in, same
from briefing.compose.leaves import Leaf, Ledger, Rows, refuse_print
from briefing.dossier.fields import Field, field_at
from briefing.dossier.figures import Source
from briefing.dossier.model import EMPTY, Dossier, Line, Side
from briefing.dossier.paths import join, pattern, row
from briefing.dossier.record import Record
from briefing.dossier.records import Slot, record_at, slots

Made = TypeVar("Made")
#: How a value of a field is written in the document's language: (field, value) to words.
Show = Callable[[Field, str], str]


#: Stands for the id of a row that is not there, as in the field list's patterns.
ANY_ROW = "[]"
#: How many things made from records may be kept before those that were not asked for again are forgotten.
ROOM = 16_384
_NO_ID: Any = {"id": ""}


class Scope:
    """What all views share: the ledger, the dossier's audience view, and the language's way to show.

    Views are kept from one run to the next while their record is the same, and with them their leaves.
    """

    def __init__(self, show: Show) -> None:
        self.show = show
        self.ledger = Ledger()
        self.dossier = EMPTY
        self._views: _Views = {}
        self._before: _Views = {}
        self._kept: _Kept = {}
        self._kept_before: _Kept = {}
        self._lists: dict[str, tuple[tuple[Any, ...], Rows]] = {}
        self._tops: dict[str, tuple[Any, Any]] = {}

    def begin(self, dossier: Dossier) -> None:
        """Begin a run on another state of a dossier."""
        self.dossier = dossier
        self._before, self._views = self._views, {}
        if len(self._kept) > ROOM:
            self._kept_before, self._kept = self._kept, {}
        self.ledger.begin()

    def view(self, record: Record, path: str) -> View:
        key = (id(record), path)
        found = self._views.get(key, self._before.get(key))
        if found is None or found.record is not record:
            found = View(record, path, self)
        self._views[key] = found
        return found

    def top(self, name: str) -> Any:
        """What a template has under the name of a part of the dossier: the very same while that part is."""
        part = getattr(self.dossier, name)
        found = self._tops.get(name)
        if found is None or found[0] is not part:
            found = self._tops[name] = (part, self.view(self.dossier, "").look(name))
        return found[1]

    def kept(self, key: Hashable, made_from: tuple[Any, ...], make: Callable[[], Made]) -> Made:
        """What was made under this key from the very same objects, in this run or an earlier one, else now."""
        found = self._kept.get(key) or self._kept_before.get(key)
        if found is None or not same(found[0], made_from):
            found = (made_from, make())
        self._kept[key] = found
        made: Made = found[1]
        return made

    def row_by_id(self, rows: tuple[Any, ...], path: str, row_id: str, empty: Record) -> View:
        """The view of the row with this id, or of an empty record of its type."""
        found = next((each for each in rows if each.id == row_id), None)
        return self.missing(empty, path) if found is None else self.view(found, row(path, row_id))

    def missing(self, empty: Record, path: str) -> View:
        """The view of a row that is not there: all its fields are gaps, which lead to the list at `path`."""
        return View(empty, f"{path}{ANY_ROW}", self)

    def rows(self, rows: Sequence[View], path: str) -> Rows:
        """A list of rows as it stands at `path`."""

        def missing() -> View:
            return self.missing(record_at(Dossier, pattern(path))(**_NO_ID), path)

        return Rows(rows, self.ledger, _place(path), field_at(path).label, missing)

    def rows_at(self, records: tuple[Any, ...], path: str) -> Rows:
        """The views of a list that lies in no row: the very same while it is, and of other rows only made anew."""
        before, old = self._lists.get(path, ((), None))
        if old is not None and records is before:
            return old
        views = list(old or ())
        made = changes(before, records)
        put_in(views, made, lambda at: [self.view(each, row(path, each.id)) for each in records[at.start : at.end]])
        found = self.rows(views, path)
        if old is not None:
            found.follow(old)
        self._lists[path] = (records, found)
        return found

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

    def place(self) -> str:
        if isinstance(self.record, Line):
            return str(self.look("text").place())
        if not self.path.endswith(ANY_ROW):
            refuse_print(self.path or "the dossier")
        path = _place(self.path)
        return Leaf("", self.ledger, (path,), label=field_at(path).label).place()

    @property
    def scope(self) -> Scope:
        return self._scope

    @property
    def leads_to(self) -> str:
        """The path that its words lead to: its own, or the list in which the row is missing."""
        return _place(self.path)

    @property
    def ledger(self) -> Ledger:
        return self._scope.ledger

    @property
    def row_id(self) -> str:
        return str(getattr(self.record, "id", ""))

    def names(self) -> Mapping[str, Slot]:
        return slots(type(self.record))

    def looked_at(self, name: str) -> Any:
        """The value of a field that was looked at before and may be kept, else None."""
        return self._kept.get(name)

    def look(self, name: str) -> Any:
        """The value of a field: a leaf, a view, a list of views, a flag or number. KeyError for another name."""
        found = self._kept.get(name)
        return self._value(self.names()[name]) if found is None else found

    def _value(self, slot: Slot) -> Any:
        value, path = getattr(self.record, slot.name), join(self.path, slot.name)
        if slot.kind == "text":
            kind = field_at(path).kind if slot.name != "id" else "line"
            if kind in ("side", "source"):
                return self._reference(kind, value)  # not kept: the row that it names may change while this does not
            found: Any = self._scope.leaf(path, value)
        elif slot.kind == "rows":
            found = self._rows(value, path)
        elif slot.kind == "record":
            found = self._scope.view(value, path)
        else:
            found = value
        self._kept[slot.name] = found
        return found

    def _rows(self, value: tuple[Any, ...], path: str) -> Rows:
        """The views of a list; those of the dossier itself the very same while the list is, whatever else changes."""
        if not self.path:
            return self._scope.rows_at(value, path)
        return self._scope.rows([self._scope.view(each, row(path, each.id)) for each in value], path)

    def _reference(self, kind: str, row_id: str) -> View:
        """The row that a `side` or `source` field names."""
        dossier = self._scope.dossier
        if kind == "side":
            return self._scope.row_by_id(dossier.sides, "sides", row_id, Side(""))
        return self._scope.row_by_id(dossier.sources, "sources", row_id, Source(""))


_Views = dict[tuple[int, str], View]
_Kept = dict[Hashable, tuple[tuple[Any, ...], Any]]
