"""The shelf: what was made of something at one start and need not be made again at the next.

Nothing is lost with it. What is not there, is damaged, was made of something else or by another version of what makes
it is made again. Like Python's own compiled modules its files are trusted as far as the person's own folder is.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from zlib import crc32

from briefing import __version__

_MARK = b"briefing shelf 1\n"
_SUM = 4  # bytes of the checksum
_ENDING = ".kept"

_NESTED = frozenset((list, tuple, dict))

#: Classes of frozen values that may be in what is kept.
Classes = Sequence[type]


class Shelf:
    """A folder with a file for each thing that is kept.

    `made_from` is all that it was made from, text and bytes in full; `makers` are the packages whose code made it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, name: str, made_from: Any, makers: tuple[str, ...], classes: Classes = ()) -> Any:
        """What was put under this name, of the same and by the same; else None."""
        try:
            data = (self._folder / (name + _ENDING)).read_bytes()
        except OSError:
            return None
        body = data[len(_MARK) + _SUM :]
        if data[: len(_MARK) + _SUM] != _MARK + crc32(body).to_bytes(_SUM, "big"):
            return None
        state, inner = marshal.loads(body)
        # Only now the thing itself, which another version of Python may not be able to read.
        return _built(marshal.loads(inner), classes) if state == (_state(makers), made_from) else None

    def put(self, name: str, made_from: Any, makers: tuple[str, ...], thing: Any, classes: Classes = ()) -> None:
        """Keep a thing made of values, tuples, mappings and these classes, in place of what had the name before."""
        body = marshal.dumps(((_state(makers), made_from), marshal.dumps(_flat(thing, classes))))
        whole = _MARK + crc32(body).to_bytes(_SUM, "big") + body
        written = self._folder / f"{name}.{os.getpid()}"
        with suppress(OSError):  # a full disk, a home that cannot be written: it is made again at the next start
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            written.write_bytes(whole)
            written.replace(self._folder / (name + _ENDING))


@lru_cache(maxsize=8)
def _state(makers: tuple[str, ...]) -> tuple[Any, ...]:
    """What tells these packages from other versions of theirs: when their files were changed, and how long they are."""
    return (__version__, sys.implementation.cache_tag, *map(_state_of, makers))


def _state_of(package: str) -> tuple[Any, ...]:
    found = find_spec(package)
    folder = next(iter((found and found.submodule_search_locations) or ()), "")
    try:
        with os.scandir(folder) as entries:
            files = [(each.name, each.stat()) for each in entries if each.name.endswith(".py")]
        # A folder's own time is that of its installing, where files carry that of their release.
        return folder, os.stat(folder).st_ctime_ns, sorted((name, at.st_mtime_ns, at.st_size) for name, at in files)
    except OSError:  # no files, as in a program packed into one: its version tells
        return (folder,)


def _flat(thing: Any, classes: Classes) -> Any:
    """Frozen values as lists that begin with the number of their class; all else as it is."""
    if isinstance(thing, tuple):
        return tuple(_flat(each, classes) for each in thing)
    if isinstance(thing, Mapping):
        return {key: _flat(value, classes) for key, value in thing.items()}
    for number, each in enumerate(classes):
        if type(thing) is each:
            return [number, *(_flat(getattr(thing, part.name), classes) for part in fields(each))]
    return thing


def _built(flat: Any, classes: Classes) -> Any:
    if isinstance(flat, dict):
        return {key: _built(value, classes) for key, value in flat.items()}
    if not isinstance(flat, (list, tuple)):
        return flat
    parts = [_built(each, classes) if type(each) in _NESTED else each for each in flat]
    return tuple(parts) if isinstance(flat, tuple) else classes[parts[0]](*parts[1:])
