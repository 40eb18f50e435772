"""Garbage is swept at rest, and not while something is being done."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from briefing.desktop.sweeping import WORTH, Sweeping


class _Ring:
    """An object that only a search for cycles finds."""

    def __init__(self) -> None:
        self.me = self


class _Clock:
    """What the processor has worked, in seconds."""

    worked = 0.0

    def __call__(self) -> float:
        return self.worked


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def sweeping(clock: _Clock) -> Iterator[Sweeping]:
    gc.collect()
    made = Sweeping(clock=clock)
    yield made
    gc.unfreeze()
    gc.enable()


def test_cycles_go_at_rest(sweeping: Sweeping, clock: _Clock) -> None:
    kept: list[list[int]] = [[] for _ in range(2 * WORTH)]
    ring = weakref.ref(_Ring())
    clock.worked += 1.0  # somebody types
    sweeping.look()
    assert ring() is not None
    sweeping.look()
    assert ring() is None
    assert kept


def test_what_is_not_worth_a_search_waits(sweeping: Sweeping) -> None:
    ring = weakref.ref(_Ring())
    sweeping.look()
    sweeping.look()
    assert ring() is not None


def test_python_does_not_search_by_itself(sweeping: Sweeping) -> None:
    ring = weakref.ref(_Ring())
    kept: list[list[int]] = [[] for _ in range(10 * WORTH)]
    assert ring() is not None
    assert kept
