"""The grammar of paths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier import ids
from briefing.dossier.paths import PathError, covers, join, parent_row, pattern, row, steps

names = st.from_regex(r"[a-z][a-z_0-9]{0,8}", fullmatch=True)
row_ids = st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True)
todo = st.lists(st.tuples(names, st.one_of(st.just(""), row_ids)), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("title", [("title", "")]),
        ("meeting.city", [("meeting", ""), ("city", "")]),
        ("figures[f3].amount.value", [("figures", "f3"), ("amount", ""), ("value", "")]),
        ("topics[t1].points[k2].text", [("topics", "t1"), ("points", "k2"), ("text", "")]),
    ],
)
def test_a_path_is_read_step_by_step(path: str, expected: list[tuple[str, str]]) -> None:
    assert list(steps(path)) == expected


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "a.",
        ".a",
        "a..b",
        "a[",
        "a[]",
        "a[T1]",
        "a[t1",
        "a[t1]b",
        "a[t 1]",
        "A",
        "a b",
        "1a",
        "a[t1].",
        "a\n",
        "ä",
    ],
)
def test_what_is_no_path_is_an_error_that_quotes_it(path: str) -> None:
    with pytest.raises(PathError, match="not a path"):
        steps(path)


@given(todo)
def test_steps_read_what_row_and_join_write(wanted: list[tuple[str, str]]) -> None:
    path = ""
    for name, row_id in wanted:
        path = join(path, name)
        path = row(path, row_id) if row_id else path

    assert list(steps(path)) == wanted
    assert covers(path, path)
    assert parent_row(path).endswith("]") == any(row_id for _, row_id in wanted)
    assert pattern(path) == pattern(pattern(path))


@given(st.text(max_size=12))
def test_any_text_is_a_path_or_a_path_error(text: str) -> None:
    try:
        found = steps(text)
    except PathError:
        return
    assert ".".join(f"{name}[{row_id}]" if row_id else name for name, row_id in found) == text


def test_a_pattern_has_no_ids() -> None:
    assert pattern("topics[t1].points[k2].text") == "topics[].points[].text"


def test_a_place_covers_itself_and_what_is_inside_but_no_namesake() -> None:
    assert covers("topics[t1]", "topics[t1].area")
    assert covers("topics", "topics[t1]")
    assert not covers("topics[t1]", "topics[t10].area")
    assert not covers("meeting.city", "meeting.city_hall")
    assert parent_row("topics[t1].points[k2].text") == "topics[t1].points[k2]"
    assert parent_row("meeting.city") == ""


def test_new_ids_are_ids_and_do_not_repeat() -> None:
    made = {ids.new_id() for _ in range(1000)}
    assert len(made) == 1000
    assert all(ids.is_id(each) and len(each) == 8 for each in made)


@pytest.mark.parametrize("text", ["", "A", "a-b", "a b", "é", "a" * 129, "a\n"])
def test_other_texts_are_no_ids(text: str) -> None:
    assert not ids.is_id(text)
