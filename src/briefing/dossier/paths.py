"""Paths: the address of one place in a dossier, such as ``meeting.city`` or ``topics[t1].points[k2].text``.

Grammar: ``name ("[" id "]")? ("." name ("[" id "]")?)*``, where a name is ``[a-z_]+`` and an id ``[a-z0-9]+``.
A pattern, as in the field list, has ``[]`` where a path has an id: ``topics[].points[].text``.
"""

from __future__ import annotations

import re
from functools import lru_cache

_STEP = re.compile(r"([a-z][a-z_0-9]*)(?:\[([a-z0-9]+)\])?(?:\.|\Z)")
_ROW = re.compile(r"\[[a-z0-9]+\]")

Step = tuple[str, str]


class PathError(ValueError):
    """A text that is not a path, or a path that leads nowhere in this dossier."""


@lru_cache(maxsize=65536)
def steps(path: str) -> tuple[Step, ...]:
    """The steps of a path as (name, id), the id empty where the step is no row. PathError when it is no path."""
    out: list[Step] = []
    at = 0
    while at < len(path) or path.endswith("."):
        found = _STEP.match(path, at)
        if found is None or found.end() == at:
            raise PathError(f"{path!r} is not a path: it goes wrong at {path[at:]!r}")
        out.append((found[1], found[2] or ""))
        at = found.end()
        if at == len(path) and path.endswith("."):
            raise PathError(f"{path!r} is not a path: it ends with a dot")
    if not out:
        raise PathError("an empty text is not a path")
    return tuple(out)


@lru_cache(maxsize=65536)
def pattern(path: str) -> str:
    """The field list's pattern for a path: ``topics[t1].area`` gives ``topics[].area``."""
    return _ROW.sub("[]", path)


def row(path: str, row_id: str) -> str:
    return f"{path}[{row_id}]"


def join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def parent_row(path: str) -> str:
    """The nearest row that a path lies in, or an empty text: ``topics[t1].area`` gives ``topics[t1]``."""
    at = path.rfind("]")
    return path[: at + 1] if at >= 0 else ""


def covers(outer: str, inner: str) -> bool:
    """Whether `inner` is `outer` itself or a place inside it."""
    return inner.startswith(outer) and (len(inner) == len(outer) or inner[len(outer)] in ".[")
