"""Where two lists differ: how every part finds, among thousands of values that stayed, the few that are others.

Values are frozen, and what did not change is the very same object from one edit to the next; so a list is compared
with the one before it by identity, at the speed of C, and only what lies in its changes is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import is_not
from typing import Any, NamedTuple


class Change(NamedTuple):
    """Items `start` to before `end` of the new list, which stand for those from `was` to before `was_end` of the old.

    Either may be none.
    """

    was: int
    was_end: int
    start: int
    end: int


def changes(old: Sequence[Any], new: Sequence[Any], differ: Callable[[Any, Any], bool] = is_not) -> list[Change]:
    """The changes from one list to another, in their order; between and around them the items are the same.

    Lists of one length are compared place by place, and may differ in many; of others all between what is the same at
    their heads and at their tails is one change.
    """
    if old is new:
        return []
    others = list(map(differ, old, new))
    if len(old) == len(new):
        return list(_runs(others))
    head = others.index(True) if True in others else len(others)
    behind = list(map(differ, reversed(old), reversed(new)))[: len(others) - head]
    tail = behind.index(True) if True in behind else len(behind)
    return [Change(head, len(old) - tail, head, len(new) - tail)]


def _runs(others: list[bool]) -> Iterator[Change]:
    count = len(others)
    others += (False, True)  # so that both are always found
    start = others.index(True)
    while start < count:
        end = others.index(False, start)
        yield Change(start, end, start, end)
        start = others.index(True, end)


def same(old: Sequence[Any], new: Sequence[Any]) -> bool:
    """Whether both lists hold the very same objects in one order."""
    return old is new or (len(old) == len(new) and not any(map(is_not, old, new)))


def put_in(items: list[Any], made: Sequence[Change], make: Callable[[Change], Sequence[Any]]) -> None:
    """Bring a list that goes item by item with the old one to the new: `make` gives what stands in a change."""
    for change in reversed(made):
        items[change.was : change.was_end] = make(change)
