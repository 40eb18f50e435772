"""What the records are made of, read once from their types: the one place that looks at dataclass fields."""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import lru_cache
from typing import Any, Literal

from briefing.dossier.record import Record
from briefing.frozen import frozen

SlotKind = Literal["text", "number", "flag", "record", "rows"]


@frozen
class Slot:
    """One field of a record: its name, what it holds, and the record type of a `record` or `rows` slot."""

    name: str
    kind: SlotKind
    record: type[Record] | None
    default: Any


def slots(record: type[Record]) -> dict[str, Slot]:
    """The fields of a record type by name, in order, without the kept unknown keys."""
    return _slots(record)  # type: ignore[arg-type]  # mypy takes a class for its instances here


@lru_cache(maxsize=256)
def record_at(root: type[Record], pattern: str) -> type[Record]:
    """The type of the record, or of a list's rows, at a pattern: that of ``sides[].people`` is Person.

    KeyError where there is none.
    """
    found: type[Record] | None = root
    for step in pattern.split("."):
        if found is None:
            raise KeyError(pattern)
        found = slots(found)[step.removesuffix("[]")].record
    if found is None:
        raise KeyError(pattern)
    return found


@lru_cache(maxsize=64)
def _slots(record: type[Record]) -> dict[str, Slot]:
    hints = typing.get_type_hints(record)
    found = {}
    for field in dataclasses.fields(record):
        if field.name == "unknown":
            continue
        kind, inner = _kind(hints[field.name])
        default = "" if field.default is dataclasses.MISSING else field.default
        found[field.name] = Slot(field.name, kind, inner, default)
    return found


def _kind(hint: Any) -> tuple[SlotKind, type[Record] | None]:
    if hint is str:
        return "text", None
    if hint is bool:
        return "flag", None
    if isinstance(hint, types.UnionType):
        return "number", None
    if isinstance(hint, type) and issubclass(hint, Record):
        return "record", hint
    return "rows", typing.get_args(hint)[0]
