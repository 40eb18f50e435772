"""Changes: what lies around them is the same, and a list brought through them is the new one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.changes import Change, changes, put_in, same

#: Objects that are told apart by identity alone: some of them are equal.
OBJECTS = [[at % 3] for at in range(6)]
LISTS = st.lists(st.sampled_from(OBJECTS), max_size=12)


@given(old=LISTS, new=LISTS)
def test_a_list_brought_through_the_changes_is_the_new_one(old: list[list[int]], new: list[list[int]]) -> None:
    found = changes(old, new)
    brought = list(old)
    put_in(brought, found, lambda at: new[at.start : at.end])
    assert same(brought, new)
    assert bool(found) is not same(old, new)


@given(old=LISTS, new=LISTS)
def test_between_the_changes_the_items_are_the_same(old: list[list[int]], new: list[list[int]]) -> None:
    was = at = 0
    for each in [*changes(old, new), Change(len(old), len(old), len(new), len(new))]:
        assert same(old[was : each.was], new[at : each.start])
        was, at = each.was_end, each.end


def test_lists_of_one_length_differ_in_many_places() -> None:
    a, b, c = OBJECTS[:3]
    assert changes([a, b, a, a, b], [a, c, a, c, c]) == [Change(1, 2, 1, 2), Change(3, 5, 3, 5)]
    assert changes([a, b, c], [a, c]) == [Change(1, 2, 1, 1)]
    assert changes([a, a], [a, a, a]) == [Change(2, 2, 2, 3)]
