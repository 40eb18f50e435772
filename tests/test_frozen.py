"""Frozen values behave as frozen dataclasses do."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from briefing.frozen import frozen


@frozen
class Point:
    """Two parts, one of them with a default."""

    x: int
    y: int = 0
    note: str = field(default="", compare=False, repr=False)


@frozen
class Named(Point):
    """A part of its own before one that is given by name alone."""

    name: str = ""
    rows: list[int] = field(default_factory=list, kw_only=True)


@frozen(eq=False)
class Place:
    """Equal to itself alone; what it is made of is looked at."""

    at: Point

    def __post_init__(self) -> None:
        if self.at.x < 0:
            raise ValueError("to the left of the page")


def test_parts_are_given_in_order_or_by_name() -> None:
    assert (Point(1).x, Point(1).y, Point(1, y=2).y) == (1, 0, 2)
    assert Named(1, 2, "n", "name", rows=[3]).rows == [3]
    assert Named(1).rows == []
    assert Named(1).rows is not Named(1).rows
    assert [each.name for each in fields(Named)] == ["x", "y", "note", "name", "rows"]


@pytest.mark.parametrize("make", [lambda: Point(), lambda: Point(1, 2, "", 4), lambda: Point(1, z=2)])  # type: ignore[call-arg]
def test_wrong_parts_are_refused_by_name(make: object) -> None:
    for _ in range(2):  # the first value and those after it
        with pytest.raises(TypeError, match=r"Point\.__init__\(\)"):
            make()  # type: ignore[operator]


def test_values_are_equal_by_their_parts() -> None:
    assert Point(1, 2) == Point(1, 2, "another note")
    assert hash(Point(1, 2)) == hash(Point(1, 2, "another note"))
    assert Point(1, 2) != Point(2, 1)
    assert Point(1) != Named(1)
    assert Place(Point(1)) != Place(Point(1))


def test_nothing_changes_or_is_added() -> None:
    point = Point(1)
    for name in ("x", "z"):
        with pytest.raises(FrozenInstanceError):
            setattr(point, name, 2)
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert not hasattr(point, "__dict__")


def test_another_is_made_from_one() -> None:
    assert replace(Named(1, name="n"), y=5) == Named(1, 5, name="n")
    for other in (copy.copy(Point(1)), copy.deepcopy(Point(1)), pickle.loads(pickle.dumps(Point(1)))):
        assert other == Point(1)


def test_it_is_checked_when_it_is_made() -> None:
    with pytest.raises(ValueError, match="left"):
        Place(Point(-1))


def test_it_shows_its_parts() -> None:
    assert repr(Point(1, 2, "note")) == "Point(x=1, y=2)"
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
