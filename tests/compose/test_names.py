"""Names in a template: what is not in the field list, or not for this audience, is told before anything is composed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.compose.small_packs import ENGLISH, composer

from briefing.compose.errors import BodyError
from briefing.compose.phrases.uses import USES


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
        ("{% for t in topics %}{{ loop.previtem.aria }}{% endfor %}", 1, "there is no aria in topics[]"),
        ("{% for p in ours.people|leading %}{{ p.nme }}{% endfor %}", 1, "there is no nme in sides[].people[]"),
        ("{% for p in ours.people|following %}{{ p.nme }}{% endfor %}", 1, "there is no nme in sides[].people[]"),
        ("{% for p in ours.people|delegates %}{{ p.nme }}{% endfor %}", 1, "there is no nme in sides[].people[]"),
        ("{% for p in ours.people|support %}{{ p.nme }}{% endfor %}", 1, "there is no nme in sides[].people[]"),
        ("{% for p in others|described %}{{ p.nme }}{% endfor %}", 1, "did you mean name?"),
        ("{% for p in sides|speakers %}{{ p.nme }}{% endfor %}", 1, "did you mean name?"),
        ("{{ (ours.people|following|first).nme }}", 1, "there is no nme in sides[].people[]"),
        (
            "{% for t in topics %}{% for s in t.statements %}{{ s.side.contry }}{% endfor %}{% endfor %}",
            1,
            "in sides[]",
        ),
        ("{{ trade.source.publishr }}", 1, "there is no publishr in sources[]; did you mean publisher?"),
        ("{% for l in trade_lines %}{{ l.exprt.partner }}{% endfor %}", 1, "in trade_lines[]; did you mean export?"),
        ("{% for l in trade_lines %}{{ l.any.partnr }}{% endfor %}", 1, "there is no partnr in figures[]"),
        ("{{ meeting['citty'] }}", 1, "there is no citty in meeting; did you mean city?"),
        ("{{ (topics[0] if ours else topics[1]).aria }}", 1, "there is no aria in topics[]"),
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


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("{% for p in sides|following %}{% endfor %}", "following is for sides[].people, and sides is something else"),
        ("{{ ours|names }}", "names is for sides, and sides[] is something else"),
        ("{{ meeting.date|days }}", "days is for meeting, and meeting.date is something else"),
        ("{{ trade_lines|turnover }}", "turnover is for trade_lines[], and trade_lines is something else"),
        ("{{ ours.people|leading|names }}", "names is for sides, and sides[].people is something else"),
        ("a {{ meeting }}", "meeting is a whole record: print one of its fields"),
        ("{% for l in trade_lines %}{{ l }}{% endfor %}", "trade_lines[] is a whole record"),
        ("{{ topics|first }}", "topics[] is a whole record"),
    ],
)
def test_what_a_name_is_not_fit_for_is_told(tmp_path: Path, body: str, says: str) -> None:
    (only,) = problems(tmp_path, body)
    assert says in only[1]


def test_the_uses_of_filters_are_those_of_filters_that_there_are() -> None:
    assert set(USES) <= set(ENGLISH.filters)


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
        ("{% for p in others|described %}{{ p.biography }}{% endfor %}", "public", "biography is internal"),
        ("{{ meeting['reason'] }}", "public", "meeting.reason is internal"),
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
        (
            "{% for p in ours.people|following %}{{ p|later }}{{ p.name }}{% else %}{{ ours.people }}{% endfor %}",
            "public",
        ),
        ("{{ outcomes.agreed|first }}{{ topics[0].statements[0].side.country }}", "public"),
        (
            "{% for l in trade_lines %}{% if l.any.partner != loop.previtem.any.partner %}x{% endif %}{% endfor %}",
            "public",
        ),
        ("{% for p in ours.people %}{% set q = p %}{{ q.office }}{% else %}{{ ours.people }}{% endfor %}", "public"),
    ],
)
def test_right_names_are_let_through(tmp_path: Path, body: str, audience: str) -> None:
    assert composer(tmp_path, body, audience)


def test_the_message_names_pack_file_and_line_and_how_many_more_there_are(tmp_path: Path) -> None:
    with pytest.raises(BodyError) as wrong:
        composer(tmp_path, "a\n{{ x }}{{ y }}{{ z }}")
    assert str(wrong.value) == "small/body.en.md, line 2: there is no x (and 2 more)"
