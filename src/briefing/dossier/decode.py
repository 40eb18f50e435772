"""From JSON to records: every value checked, every error with its place, every unknown key kept."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, TypeVar

from briefing.dossier import gate, ids
from briefing.dossier.fields import field_at
from briefing.dossier.paths import join, row
from briefing.dossier.record import Record, Unknown
from briefing.dossier.records import Slot, slots

R = TypeVar("R", bound=Record)

#: How deep what this version does not know may be nested; our own records go five deep.
MAX_DEPTH = 64
_HALF = re.compile("[\ud800-\udfff]")


class FileError(ValueError):
    """A dossier file that cannot be opened; its text is a sentence for a person."""


def tree(data: bytes | str) -> dict[str, Any]:
    """The JSON object in a text, read strictly: no key twice, no NaN, UTF-8 with or without a byte-order mark."""
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data.removeprefix("\ufeff")
        if not text.strip():
            raise FileError("it is empty.")
        found = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise FileError(f"byte {error.start} is not UTF-8 text.") from error
    except json.JSONDecodeError as error:
        raise FileError(f"line {error.lineno}, column {error.colno}: {error.msg}.") from error
    except RecursionError as error:
        raise FileError("it is nested too deeply to be a dossier.") from error
    except ValueError as error:
        raise FileError(str(error) if isinstance(error, FileError) else "a number in it is too long.") from error
    if not isinstance(found, dict):
        raise FileError("it holds no JSON object, so it is no dossier.")
    return found


def record(kind: type[R], found: dict[str, Any], path: str = "", seen: set[str] | None = None) -> R:
    """The record in a JSON object. `seen` holds the row ids met so far: they are unique in a dossier."""
    seen = set() if seen is None else seen
    values: dict[str, Any] = {}
    known = slots(kind)
    for name, slot in known.items():
        if name in found and found[name] is not None:
            values[name] = _value(slot, found[name], join(path, name), seen)
    values["unknown"] = _unknown(found, known, path)
    return kind(**values)


def _value(slot: Slot, value: Any, path: str, seen: set[str]) -> Any:
    if slot.name == "id":
        return value
    if slot.kind == "text" and field_at(path).kind == "layer":
        return _layer(value, path)
    if slot.kind == "text":
        text = _expect(value, str, "text", path)
        return gate.admit(text) if field_at(path).kind == "prose" else gate.admit_line(text)
    if slot.kind == "flag":
        return _expect(value, bool, "true or false", path)
    if slot.kind == "number":
        return _expect(value, int, "a whole number", path)
    assert slot.record is not None
    if slot.kind == "record":
        return record(slot.record, _expect(value, dict, "an object", path), path, seen)
    return tuple(
        _row(slot.record, each, path, at, seen) for at, each in enumerate(_expect(value, list, "a list", path))
    )


def _row(kind: type[Record], value: Any, path: str, at: int, seen: set[str]) -> Record:
    here = f"{path}, row {at + 1}"
    found = _expect(value, dict, "an object", here)
    row_id = found.get("id")
    if not isinstance(row_id, str) or not ids.is_id(row_id):
        raise FileError(f'{here}: its "id" must be small letters and digits.')
    if row_id in seen:
        raise FileError(f'{here}: the id "{row_id}" is used twice.')
    seen.add(row_id)
    return record(kind, found, row(path, row_id), seen)


def _layer(value: Any, path: str) -> str:
    kept = _kept(_expect(value, dict, "an object", path), path)
    if path != "wording" or kept == "{}":
        return kept
    from briefing.dossier import wording_layer  # most dossiers have no wording

    try:
        return _kept(wording_layer.checked(value, path), path)
    except wording_layer.WordingError as error:
        raise FileError(_whole(str(error))) from error


def _unknown(found: dict[str, Any], known: dict[str, Slot], path: str) -> Unknown:
    return tuple((_whole(key), _kept(value, join(path, key))) for key, value in found.items() if key not in known)


def _kept(value: Any, path: str) -> str:
    """The compact JSON of what is kept unread. Only so deep that writing it again cannot fail."""
    level, depth = [value], 0
    while level:
        level = [inner for outer in level if isinstance(outer, (dict, list)) for inner in _inside(outer)]
        depth += 1
        if depth > MAX_DEPTH:
            raise FileError(f"{path}: it is nested too deeply to be a dossier.")
    return _whole(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _inside(outer: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return outer.values() if isinstance(outer, dict) else outer


def _whole(text: str) -> str:
    """Text that UTF-8 can hold: half a surrogate pair, which only an escape can bring in, is shown as U+FFFD."""
    return _HALF.sub("\ufffd", text)


_NAMES = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def _expect(value: Any, kind: type, name: str, path: str) -> Any:
    if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
        return value
    raise FileError(f"{path}: {name} was expected, but there is {_NAMES.get(type(value), 'something else')}.")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        raise FileError(f'the key "{_whole(counts.most_common(1)[0][0])}" stands twice in one object.')
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise FileError(f"{text[:40]} is larger than a number can be.")
    return number


def _no_constant(name: str) -> Any:
    raise FileError(f"{name} is not a number that a dossier can hold.")
