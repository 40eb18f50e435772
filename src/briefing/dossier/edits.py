"""Edits: each makes the next dossier, which shares every record that did not change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar, cast

from briefing.dossier.paths import PathError, Step, join, row, steps
from briefing.dossier.record import Record
from briefing.dossier.records import slots

R = TypeVar("R", bound=Record)


def value_at(record: Record, path: str) -> Any:
    """The value at a path: a text, number, flag, record or tuple of rows. PathError when it leads nowhere."""
    value: Any = record
    for name, row_id in steps(path):
        value = _inside(value, name, row_id, path)
    return value


def set_value(record: R, path: str, value: Any) -> R:
    """The dossier with another value at this path, or the very same dossier when it is there already."""
    return cast(R, _put(record, steps(path), value, path))


def insert_row(record: R, path: str, new: Record, at: int | None = None) -> R:
    """The dossier with a row put into the list at `path`, before position `at` or at the end."""
    rows = value_at(record, path)
    at = len(rows) if at is None else max(0, min(at, len(rows)))
    return set_value(record, path, (*rows[:at], new, *rows[at:]))


def remove_row(record: R, path: str) -> R:
    """The dossier without the row that `path` ends with (``topics[t1]``)."""
    outer, leaving = _list_of(path), value_at(record, path)
    return set_value(record, outer, tuple(each for each in value_at(record, outer) if each is not leaving))


def move_row(record: R, path: str, to: int) -> R:
    """The dossier with the row that `path` ends with at position `to` of its list."""
    outer, moving = _list_of(path), value_at(record, path)
    rows = [each for each in value_at(record, outer) if each is not moving]
    rows.insert(max(0, min(to, len(rows))), moving)
    return set_value(record, outer, tuple(rows))


def changed_paths(old: Record, new: Record, path: str = "") -> Iterator[str]:
    """Where two dossiers differ, by a walk over identities: leaves by their path, lists whose rows differ too.

    An inserted, removed or moved row gives the path of its list; what changed inside a row that both have, its own.
    """
    if old is new:
        return
    for name, slot in slots(type(new)).items():
        before, after = getattr(old, name), getattr(new, name)
        here = join(path, name)
        if before is after or before == after:
            continue
        if slot.kind == "record":
            yield from changed_paths(before, after, here)
        elif slot.kind == "rows":
            known = {each.id: each for each in before}
            if [each.id for each in before] != [each.id for each in after]:
                yield here
            for each in after:
                if each.id in known:
                    yield from changed_paths(known[each.id], each, row(here, each.id))
        else:
            yield here


def _list_of(path: str) -> str:
    if not steps(path)[-1][1]:
        raise PathError(f"{path!r} is not a row")
    return path[: path.rfind("[")]


def _inside(value: Any, name: str, row_id: str, path: str) -> Any:
    if not isinstance(value, Record) or name not in slots(type(value)):
        raise PathError(f"{path!r} leads nowhere: there is no {name!r}")
    inner = getattr(value, name)
    if not row_id:
        return inner
    if isinstance(inner, tuple):
        for each in inner:
            if each.id == row_id:
                return each
    raise PathError(f"{path!r} leads nowhere: no row has the id {row_id!r}")


def _put(record: Record, todo: tuple[Step, ...], value: Any, path: str) -> Record:
    (name, row_id), rest = todo[0], todo[1:]
    old = _inside(record, name, row_id, path)
    new = _put(old, rest, value, path) if rest else value
    if _same(old, new):
        return record
    if row_id:
        new = tuple(new if each is old else each for each in getattr(record, name))
    values: dict[str, Any] = {name: new}
    return replace(record, **values)


def _same(old: Any, new: Any) -> bool:
    """Whether nothing changed: one record, the same rows in the same order, or an equal text, number or flag."""
    if isinstance(old, tuple) and isinstance(new, tuple):
        return len(old) == len(new) and all(before is after for before, after in zip(old, new, strict=True))
    return old is new or (not isinstance(new, Record) and type(new) is type(old) and bool(new == old))
