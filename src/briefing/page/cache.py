"""A store of made things that forgets the one not asked for longest."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

Value = TypeVar("Value")


class Cache:
    """Things by key, at most `limit` of them."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: OrderedDict[Hashable, object] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What stands under `key`, made now when it is not kept. One key must always go with one `make`."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]  # type: ignore[return-value]  # the key tells what was made
        value = make()
        self._kept[key] = value
        if len(self._kept) > self._limit:
            self._kept.popitem(last=False)
        return value
