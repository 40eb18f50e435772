"""Edits: what changed is new, everything else is the very same object."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.random_dossiers import dossiers

from briefing.dossier import files
from briefing.dossier.edits import changed_paths, insert_row, move_row, remove_row, set_value, value_at
from briefing.dossier.model import EMPTY, Dossier, Line, Side, Topic
from briefing.dossier.paths import PathError


@pytest.fixture(scope="module")
def sample(samples: Path) -> Dossier:
    return files.read(samples / "aldenport-2025.json")


def test_an_edit_shares_every_record_that_it_does_not_touch(sample: Dossier) -> None:
    after = set_value(sample, "topics[food].points[food1].text", "Another point")

    assert after.topics[1].points[0].text == "Another point"
    assert after.topics[0] is sample.topics[0]
    assert after.topics[1].statements is sample.topics[1].statements
    assert after.meeting is sample.meeting
    assert after.figures is sample.figures
    assert sample.topics[1].points[0].text != "Another point"


def test_a_value_is_found_where_it_was_put(sample: Dossier) -> None:
    for path in ("meeting.previous.city", "sides[vel].people[arden].office", "figures[t24].change.base.start"):
        assert value_at(set_value(sample, path, "new words"), path) == "new words"
    assert value_at(sample, "sides[vel]") is sample.sides[0]
    assert value_at(sample, "topics") is sample.topics


def test_an_edit_that_changes_nothing_gives_the_same_dossier(sample: Dossier) -> None:
    assert set_value(sample, "meeting.city", "Alden" + "port") is sample
    assert set_value(sample, "topics", tuple(sample.topics)) is sample
    assert move_row(sample, "topics[food]", 1) is sample
    assert set_value(sample, "figures[t24].rank.value", 5) is sample


def test_rows_are_put_in_moved_and_taken_out(sample: Dossier) -> None:
    def ids(dossier: Dossier) -> list[str]:
        return [topic.id for topic in dossier.topics]

    assert ids(insert_row(sample, "topics", Topic("new"), 1)) == ["rail", "new", "food", "cable", "visas", "river"]
    assert ids(insert_row(sample, "topics", Topic("new"))) == ["rail", "food", "cable", "visas", "river", "new"]
    assert ids(insert_row(sample, "topics", Topic("new"), 99))[-1] == "new"
    assert ids(move_row(sample, "topics[rail]", 2)) == ["food", "cable", "rail", "visas", "river"]
    assert ids(move_row(sample, "topics[river]", -5)) == ["river", "rail", "food", "cable", "visas"]
    assert ids(remove_row(sample, "topics[food]")) == ["rail", "cable", "visas", "river"]


def test_moving_keeps_the_rows_themselves(sample: Dossier) -> None:
    after = move_row(sample, "sides[vel].people[solvey]", 0)
    assert after.sides[0].people[0] is sample.sides[0].people[2]
    assert after.sides[1] is sample.sides[1]


@pytest.mark.parametrize(
    "path",
    ["meeting.town", "meeting[m1]", "topics[nobody].area", "title.words", "topics.area", "meeting.city[c1]", "unknown"],
)
def test_a_path_that_leads_nowhere_is_an_error(sample: Dossier, path: str) -> None:
    with pytest.raises(PathError, match="leads nowhere"):
        value_at(sample, path)
    with pytest.raises(PathError, match="leads nowhere"):
        set_value(sample, path, "x")


def test_only_rows_that_are_there_can_be_moved_or_removed(sample: Dossier) -> None:
    for path in ("topics[nobody]", "topics", "meeting.city"):
        with pytest.raises(PathError):
            remove_row(sample, path)
        with pytest.raises(PathError):
            move_row(sample, path, 0)


def test_what_changed_is_told_by_its_path(sample: Dossier) -> None:
    after = set_value(set_value(sample, "meeting.city", "Velm"), "topics[food].points[food1].text", "x")
    assert list(changed_paths(sample, after)) == ["meeting.city", "topics[food].points[food1].text"]
    assert list(changed_paths(sample, sample)) == []


def test_rows_that_come_go_or_move_are_told_by_their_list(sample: Dossier) -> None:
    for after in (
        insert_row(sample, "topics", Topic("new")),
        remove_row(sample, "topics[food]"),
        move_row(sample, "topics[rail]", 3),
    ):
        assert list(changed_paths(sample, after)) == ["topics"]
    both = set_value(move_row(sample, "topics[rail]", 3), "topics[rail].area", "Rail")
    assert list(changed_paths(sample, both)) == ["topics", "topics[rail].area"]


@settings(max_examples=40, deadline=None)
@given(dossiers(), st.data())
def test_changed_paths_names_exactly_the_edited_leaf(dossier: Dossier, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(text_paths(dossier))))
    after = set_value(dossier, path, str(value_at(dossier, path)) + "!")
    assert list(changed_paths(dossier, after)) == [path]
    assert set_value(after, path, value_at(dossier, path)) == dossier


def text_paths(dossier: Dossier) -> list[str]:
    """The paths of some texts, rows included."""
    found = ["title", "meeting.city", "press.reference"]
    for topic in dossier.topics:
        found += [f"topics[{topic.id}].area", *(f"topics[{topic.id}].points[{p.id}].text" for p in topic.points)]
    return found + [f"figures[{figure.id}].change.absolute.value" for figure in dossier.figures]


def test_an_empty_dossier_takes_rows_of_every_kind() -> None:
    filled = insert_row(insert_row(EMPTY, "sides", Side("s1")), "aims.objectives", Line("o1", "Aim"))
    assert value_at(filled, "aims.objectives[o1].text") == "Aim"
    assert EMPTY.sides == ()
