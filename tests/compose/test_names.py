"""Names in a template: what is not in the field list, or not for this audience, is told before anything is composed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.compose.small_packs import composer

from briefing.compose.engine import BodyError


def problems(tmp_path: Path, body: str, audience: str = "internal") -> list[tuple[int, str]]:
    with pytest.raises(BodyError) as wrong:
        composer(tmp_path, body, audience)
    return [(problem.line, problem.text) for problem in wrong.value.problems]


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("{{ meetin.city }}", 1, "there is no meetin; did you mean meeting?"),
        ("a\n\n{{ meeting.citty }}", 3, "there is no citty in meeting; did you mean city?"),
        ("{% for t in topics %}\n{{ t.aria }}\n{% endfor %}", 2, "there is no aria in topics[]; did you mean area?"),
        ("{% for t in topics %}{% for p in t.points %}{{ p.txt }}{% endfor %}{% endfor %}", 1, "did you mean text?"),
        ("{{ topics[0].aria }}", 1, "there is no aria in topics[]"),
        ("{{ ours.peple }}", 1, "there is no peple in sides[]; did you mean people?"),
        ("{% if meeting.kind == 'x' and meeting.rund %}y{% endif %}", 1, "there is no rund in meeting"),
        ("{% for t in topics if t.grad %}{% endfor %}", 1, "there is no grad in topics[]"),
        ("{{ topics.area }}", 1, "topics is a list: it has no area"),
        ("{{ meeting.city.name }}", 1, "meeting.city is a text: it has no name"),
        ("{% set m = meeting %}{{ m.citty }}", 1, "there is no citty in meeting"),
        ("{% for t in topics|having('pionts') %}{{ t.area }}{% endfor %}", 1, "there is no pionts in topics[]"),
        ("{% for t in topics|having('points') %}{{ t.aria }}{% endfor %}", 1, "there is no aria in topics[]"),
        ("{% for t in topics %}{{ loop.idx }}{% endfor %}", 1, "there is no idx in loop"),
        ("{{ t.area }}{% for t in topics %}{% endfor %}", 1, "there is no t"),
        ("{{ wording }}", 1, "there is no wording"),
        ("{{ something_else }}", 1, "there is no something_else"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest_right_one(tmp_path: Path, body: str, line: int, says: str) -> None:
    found = problems(tmp_path, body)
    assert len(found) == 1
    assert found[0][0] == line
    assert says in found[0][1]


def test_a_name_that_is_like_no_other_gets_no_hint(tmp_path: Path) -> None:
    assert problems(tmp_path, "{{ qqqq }}") == [(1, "there is no qqqq")]


def test_all_wrong_names_are_told_at_once_with_the_guards_objections(tmp_path: Path) -> None:
    found = problems(tmp_path, "{{ meetin }}\n{{ meeting.citty }}\n{{ 2 ** 3 }}\n```\n")
    assert [line for line, _ in found] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("body", "audience", "says"),
    [
        ("{{ meeting.reason }}", "public", "meeting.reason is internal, and this is a public document"),
        ("{% for t in topics %}{{ t.line_to_take }}{% endfor %}", "public", "topics[].line_to_take is internal"),
        ("{% for t in topics %}{{ t.area }}{% endfor %}", "shared", "topics[].area is internal, and this is a shared"),
        ("{% if topics|having('points') %}x{% endif %}", "public", "topics[].points is internal"),
        ("{{ handling.marking }}", "public", "handling.marking is internal"),
        ("{{ meeting.press }}", "public", "meeting.press is shared, and this is a public document"),
    ],
)
def test_a_name_that_the_audience_may_not_know_is_told(tmp_path: Path, body: str, audience: str, says: str) -> None:
    found = problems(tmp_path, body, audience)
    assert len(found) == 1
    assert says in found[0][1]


@pytest.mark.parametrize(
    ("body", "audience"),
    [
        ("{{ meeting.reason }}{{ topics[0].area }}", "internal"),
        ("{{ meeting.press }}", "shared"),
        (
            "{% for t in topics %}{% for s in t.statements %}{{ s.text }}{{ s.side.country }}{% endfor %}{% endfor %}",
            "public",
        ),
        ("{{ trade.source.publisher }}{{ theirs.people[0].name }}{{ parties|names }}", "public"),
        ("{% for l in trade_lines %}{{ l.any.partner }}{{ loop.index }}{{ loop.last }}{% endfor %}", "public"),
        ("{% for p in ours.people %}{% set q = p %}{{ q.office }}{% else %}{{ ours.people }}{% endfor %}", "public"),
    ],
)
def test_right_names_are_let_through(tmp_path: Path, body: str, audience: str) -> None:
    assert composer(tmp_path, body, audience)


def test_the_message_names_pack_file_and_line_and_how_many_more_there_are(tmp_path: Path) -> None:
    with pytest.raises(BodyError) as wrong:
        composer(tmp_path, "a\n{{ x }}{{ y }}{{ z }}")
    assert str(wrong.value) == "small/body.en.md, line 2: there is no x (and 2 more)"
