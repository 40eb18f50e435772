"""Places: from a pattern of the field list to the paths that a dossier has for it, and from a path to its order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from briefing.dossier.model import Dossier
from briefing.dossier.paths import PathError, join, row, steps
from briefing.dossier.record import Record
from briefing.dossier.records import slots


def values_of(dossier: Dossier, pattern: str) -> Iterator[tuple[str, Any]]:
    """The paths that a pattern such as ``topics[].area`` stands for, one for each row there is, with their values."""
    yield from _walk(dossier, pattern.split("."), "")


def _walk(value: Any, names: list[str], path: str) -> Iterator[tuple[str, Any]]:
    if not names:
        yield path, value
        return
    name, rest = names[0].removesuffix("[]"), names[1:]
    here = join(path, name)
    inner = getattr(value, name)
    if not names[0].endswith("[]"):
        yield from _walk(inner, rest, here)
        return
    for each in inner:
        yield from _walk(each, rest, row(here, each.id))


def order_in(dossier: Dossier) -> Callable[[str], tuple[int, ...]]:
    """Tells where a path stands in the order of the form: sections as in the model, rows as in their list.

    A path that leads nowhere stands after everything.
    """
    numbers: dict[str, dict[str, int]] = {}

    def number(path: str, rows: Sequence[Any], row_id: str) -> int:
        if path not in numbers:
            numbers[path] = {each.id: at for at, each in enumerate(rows)}
        return numbers[path][row_id]

    def place(path: str) -> tuple[int, ...]:
        found: list[int] = []
        value: Any = dossier
        here = ""
        try:
            for name, row_id in steps(path):
                if not isinstance(value, Record):
                    break
                found.append(list(slots(type(value))).index(name))
                value, here = getattr(value, name), join(here, name)
                if row_id:
                    found.append(number(here, value, row_id))
                    value, here = value[found[-1]], row(here, row_id)
        except (PathError, LookupError, ValueError):
            found.append(_LAST)
        return tuple(found)

    return place


_LAST = 1_000_000
