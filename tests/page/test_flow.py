"""Page ends: widows, orphans, what is kept together, repeated heads; on plain numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.page.flow import Flow, Place, fill, gap


def lines(count: int, pitch: float = 10.0, **rules: object) -> Flow:
    return Flow(edges=tuple(pitch * i for i in range(count + 1)), style="body", **rules)  # type: ignore[arg-type]


def pages(flows: Sequence[Flow], height: float) -> list[list[tuple[int, int, int]]]:
    place: Place | None = Place(0, 0)
    out = []
    while place is not None:
        sheet = fill(flows, place, height)
        out.append([(part.block, part.first, part.last) for part in sheet.slices])
        place = sheet.next
    return out


def test_one_line_is_never_left_at_the_head_of_a_page() -> None:
    assert pages([lines(11)], 100.0) == [[(0, 0, 9)], [(0, 9, 11)]]


def test_one_line_is_never_left_at_the_foot_of_a_page() -> None:
    assert pages([lines(9), lines(4)], 100.0) == [[(0, 0, 9)], [(1, 0, 4)]]


def test_three_lines_cannot_be_split() -> None:
    assert pages([lines(8), lines(3)], 100.0) == [[(0, 0, 8)], [(1, 0, 3)]]


def test_without_widow_control_any_line_may_stand_alone() -> None:
    assert pages([lines(11, guard=1)], 100.0) == [[(0, 0, 10)], [(0, 10, 11)]]


def test_heading_goes_with_two_lines_of_what_follows() -> None:
    heading = lines(1, keep_next=True)
    assert pages([lines(7), heading, lines(6)], 100.0) == [[(0, 0, 7), (1, 0, 1), (2, 0, 2)], [(2, 2, 6)]]
    assert pages([lines(8), heading, lines(6)], 100.0) == [[(0, 0, 8)], [(1, 0, 1), (2, 0, 6)]]


def test_chain_of_headings_goes_together() -> None:
    heading = lines(1, keep_next=True)
    assert pages([lines(7), heading, heading, lines(6)], 100.0)[0] == [(0, 0, 7)]


def test_chain_longer_than_a_page_still_ends() -> None:
    assert pages([lines(1, keep_next=True)] * 15, 100.0) == [
        [(i, 0, 1) for i in range(10)],
        [(i, 0, 1) for i in range(10, 15)],
    ]


def test_lines_kept_together_move_together_and_split_only_where_no_page_holds_them() -> None:
    assert pages([lines(6), lines(5, keep_lines=True)], 100.0) == [[(0, 0, 6)], [(1, 0, 5)]]
    assert pages([lines(15, keep_lines=True)], 100.0) == [[(0, 0, 10)], [(0, 10, 15)]]


def test_page_break_and_style_that_starts_a_page() -> None:
    assert pages([lines(1), Flow(breaks=True), lines(1)], 100.0) == [[(0, 0, 1)], [(2, 0, 1)]]
    assert pages([lines(1), lines(1, starts_page=True)], 100.0) == [[(0, 0, 1)], [(1, 0, 1)]]
    assert pages([Flow(breaks=True), lines(1), Flow(breaks=True), Flow(breaks=True)], 100.0) == [[(1, 0, 1)]]


def test_table_head_is_repeated_and_rows_are_whole() -> None:
    table = Flow(edges=tuple(20.0 * i for i in range(9)), guard=1, head=20.0, is_table=True)
    assert pages([table], 100.0) == [[(0, 0, 4)], [(0, 4, 8)]]
    assert pages([lines(7), table], 100.0)[0] == [(0, 0, 7)], "a head is not left alone"


def test_space_before_stands_on_the_first_page_and_after_a_break_only() -> None:
    flows = [lines(2, before=6.0), lines(8, before=6.0), Flow(breaks=True), lines(1, before=6.0)]
    first = fill(flows, Place(0, 0), 80.0)
    assert first.slices[0].y == 6.0
    second = fill(flows, Place(1, 0), 80.0)
    assert second.slices[0].y == 0.0
    assert second.next == Place(3, 0)
    assert fill(flows, Place(3, 0), 80.0).slices[0].y == 6.0


def test_gap_is_the_larger_of_after_and_before() -> None:
    assert gap(lines(1, after=7.0), lines(1, before=4.0)) == 7.0
    assert gap(lines(1, after=3.0), lines(1, before=4.0)) == 4.0
    assert gap(lines(1, after=7.0, contextual=True), lines(1, before=4.0, contextual=True)) == 0.0
    assert gap(lines(1, after=7.0, contextual=True), Flow(before=4.0, style="other")) == 7.0


@pytest.mark.parametrize("height", [1.0, 9.0, 35.0])
def test_nothing_fits_and_yet_it_ends(height: float) -> None:
    out = pages([lines(5), lines(3, pitch=50.0), Flow(edges=(0.0, 90.0), guard=1, head=20.0)], height)
    assert [part for page in out for part in page if part[2] > part[1]]
    assert out[-1][-1] == (2, 0, 1)
