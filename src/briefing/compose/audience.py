"""The audience view: a dossier with everything emptied that a pack may not know, made before anything is composed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from briefing.changes import changes, put_in, same
from briefing.dossier.fields import AUDIENCES, Audience, Field, field_at
from briefing.dossier.model import Dossier
from briefing.dossier.paths import PathError
from briefing.dossier.record import Record
from briefing.dossier.records import Slot, slots


def may_know(audience: Audience, field: Field) -> bool:
    """Whether a document for `audience` may hold the field: a field goes as far as its own audience, no further."""
    return AUDIENCES.index(field.audience) >= AUDIENCES.index(audience)


def _is_blank(row: Record) -> bool:
    return all(getattr(row, name) == slot.default for name, slot in slots(type(row)).items() if name != "id")


_Known = dict[tuple[int, str], tuple[Record, Record]]
_Rows = tuple[Any, ...]


class AudienceView:
    """Projects dossiers for one audience. Records that did not change since the last time are not walked again."""

    def __init__(self, audience: Audience) -> None:
        self.audience = audience
        self._known: _Known = {}
        #: What lies in no row, by its pattern: as it was, and what is known of it; of lists also row by row.
        self._kept: dict[str, tuple[Any, Any]] = {}
        self._lists: dict[str, tuple[_Rows, list[Record | None]]] = {}

    def project(self, dossier: Dossier) -> Dossier:
        """The dossier that this audience may know. Keys that this version does not know are for nobody."""
        before, self._known = self._known, {}
        return cast(Dossier, self._record(dossier, "", before))

    def _record(self, record: Record, pattern: str, before: _Known) -> Record:
        known = before.get((id(record), pattern))
        if known is not None and known[0] is record:
            self._known[id(record), pattern] = known
            return known[1]
        changed: dict[str, Any] = {"unknown": ()} if record.unknown else {}
        for name, slot in slots(type(record)).items():
            value = getattr(record, name)
            if value == slot.default or name == "id":
                continue
            here = f"{pattern}.{name}" if pattern else name
            seen = self._slot(slot, value, here, before)
            if seen is not value:
                changed[name] = seen
        projected = replace(record, **changed) if changed else record
        self._known[id(record), pattern] = (record, projected)
        return projected

    def _slot(self, slot: Slot, value: Any, pattern: str, before: _Known) -> Any:
        kept = self._kept.get(pattern)
        if kept is not None and kept[0] is value and "[]" not in pattern:
            return kept[1]
        seen = value if self._may_hold(pattern) else slot.default
        if seen is value and slot.kind == "record":
            seen = self._record(value, pattern, before)
        elif seen is value and slot.kind == "rows":
            seen = self._rows(value, pattern, before)
        if "[]" not in pattern:
            self._kept[pattern] = (value, seen)
        return seen

    def _rows(self, rows: _Rows, pattern: str, before: _Known) -> _Rows:
        """What may be known of a list; of one that lies in no row, only rows that are others are walked again."""
        kept = "[]" not in pattern
        old, each = self._lists.get(pattern, ((), [])) if kept else ((), [])
        inside = f"{pattern}[]"
        each = list(each)
        put_in(each, changes(old, rows), lambda at: [self._row(row, inside, before) for row in rows[at.start : at.end]])
        # A row of which nothing may be known is not known to be there either.
        found = rows if same(each, rows) else tuple([row for row in each if row is not None])
        if kept:
            self._lists[pattern] = (rows, each)
        return found

    def _row(self, row: Record, pattern: str, before: _Known) -> Record | None:
        """What may be known of a row, None where that is nothing."""
        projected = self._record(row, pattern, before)
        return projected if projected is row or not _is_blank(projected) else None

    def _may_hold(self, pattern: str) -> bool:
        try:
            field = field_at(pattern)
        except PathError:
            return True  # a record that only groups fields, such as `meeting`: its fields decide
        return may_know(self.audience, field)
