"""Gaps, texts kept as typed, and the order in which findings are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.checks.all import check
from briefing.checks.finding import Finding
from briefing.checks.gaps import gaps
from briefing.dossier.edits import set_value
from briefing.dossier.fields import BRIEF, FIELDS, RELEASE
from briefing.dossier.figures import Amount, Figure, Period
from briefing.dossier.model import EMPTY, Dossier, Line, Meeting, Person, Side, Statement, Topic
from briefing.dossier.paths import PathError


def messages(found: tuple[Finding, ...]) -> dict[str, str]:
    return {finding.fields[0]: finding.message for finding in found}


def test_an_empty_field_that_the_pack_prints_is_a_gap() -> None:
    found = gaps(EMPTY, BRIEF, "Briefing note")
    said = messages(found)
    assert said["meeting.venue"] == "The briefing note prints [Venue] until this is filled."
    assert said["sides"] == "There is nobody on either side yet."
    assert said["aims.objectives"] == "Nothing is said yet of what we want."
    assert all(finding.is_gap and finding.severity == "warning" for finding in found)
    assert not any("[]" in path for path in said)


def test_each_pack_needs_what_the_field_list_says() -> None:
    for pack in (BRIEF, RELEASE):
        top = {field.path for field in FIELDS if pack in field.needed_by and "[]" not in field.path}
        top -= {"press.embargo.date"}  # asked for only where there is a time
        assert set(messages(gaps(EMPTY, pack))) == top
    assert gaps(EMPTY, "another-pack") == ()


def test_a_filled_field_is_no_gap_and_blanks_do_not_fill_it() -> None:
    assert "meeting.venue" not in messages(gaps(set_value(EMPTY, "meeting.venue", "Arvfurstens palats"), BRIEF))
    assert "meeting.venue" in messages(gaps(set_value(EMPTY, "meeting.venue", "  "), BRIEF))


def test_rows_are_asked_for_one_by_one() -> None:
    sides = (Side("s1", "KZ", people=(Person("p1", "Roman Vassilenko"), Person("p2"))), Side("s2"))
    dossier = replace(EMPTY, sides=sides, topics=(Topic("t1", "Trade", statements=(Statement("q1"),)),))
    brief, release = messages(gaps(dossier, BRIEF)), messages(gaps(dossier, RELEASE))
    assert "sides" not in brief
    assert "sides[s1].people[p1].name" not in brief
    assert brief["sides[s1].people[p2].name"] == "The briefing note prints [Name] until this is filled."
    assert brief["sides[s2].people"] == "Nobody is named on this side yet."
    assert "sides[s2].country" in brief
    assert "topics[t1].line_to_take" in brief
    assert "topics[t1].statements[q1].text" in release
    assert "topics[t1].line_to_take" not in release


def test_a_list_of_blank_rows_is_empty() -> None:
    assert "aims.objectives" in messages(gaps(set_value(EMPTY, "aims.objectives", (Line("a", " "),)), BRIEF))
    assert "aims.objectives" not in messages(gaps(set_value(EMPTY, "aims.objectives", (Line("a", "x"),)), BRIEF))


@pytest.mark.parametrize(
    ("path", "value", "gone"),
    [
        ("meeting.format", "video", ("meeting.city", "meeting.venue")),
        ("meeting.format", "phone", ("meeting.city", "meeting.venue")),
        ("meeting.kind", "phone_call", ("meeting.city", "meeting.venue")),
        ("meeting.kind", "video_conference", ("meeting.city", "meeting.venue")),
        ("meeting.round", "first", ("meeting.previous.date",)),
        (
            "meeting.kind",
            "none",
            ("meeting.city", "meeting.venue", "meeting.previous.date", "aims.objectives", "topics"),
        ),
    ],
)
def test_what_cannot_be_is_not_asked_for(path: str, value: str, gone: tuple[str, ...]) -> None:
    before, after = messages(gaps(EMPTY, BRIEF)), messages(gaps(set_value(EMPTY, path, value), BRIEF))
    assert set(before) - set(after) - {path} == set(gone)


def test_an_embargo_needs_its_day_once_it_has_a_time() -> None:
    assert "press.embargo.date" in messages(gaps(set_value(EMPTY, "press.embargo.time", "12:00"), RELEASE))


@pytest.mark.parametrize(("role", "missing"), [("interpreter", {BRIEF: ["name"]}), ("member", None)])
def test_of_interpreters_no_more_is_asked_than_is_printed(role: str, missing: dict[str, list[str]] | None) -> None:
    dossier = replace(EMPTY, sides=(Side("s1", "Velmora", people=(Person("p1", role=role),)),))
    for pack in (BRIEF, RELEASE):
        asked = [path.rpartition(".")[2] for path in messages(gaps(dossier, pack)) if "people[p1]" in path]
        assert asked == (["name", "office"] if missing is None else missing.get(pack, []))


def test_a_pack_may_need_more_than_the_list_says() -> None:
    assert "meeting.reason" in messages(gaps(EMPTY, BRIEF, needs=("meeting.reason",)))
    assert messages(gaps(EMPTY, "cable", needs=("outcomes.agreed",))) == {
        "outcomes.agreed": "Nothing is said yet of what was agreed."
    }
    with pytest.raises(PathError):
        gaps(EMPTY, BRIEF, needs=("meeting_room",))


@pytest.mark.parametrize(
    ("path", "text", "mends"),
    [
        ("meeting.date", "11/12/2023", ["2023-12-11", "2023-11-12"]),
        ("meeting.date", "30.02.2023", []),
        ("meeting.date", "next week", []),
        ("meeting.date", "22.11.2023", ["2023-11-22"]),
        ("meeting.start_time", "9am", ["09:00"]),
        ("meeting.end_time", "24:00", []),
        ("meeting.previous.date", "May 2021", ["2021-05"]),
    ],
)
def test_a_text_kept_as_typed_is_worth_a_look(path: str, text: str, mends: list[str]) -> None:
    dossier = set_value(EMPTY, path, text)
    (found,) = check(dossier)
    assert (found.rule, found.severity, found.fields, found.stated) == ("readable", "warning", (path,), text)
    assert [mend.values for mend in found.mends] == [((path, value),) for value in mends]
    for mend in found.mends:
        assert check(set_value(dossier, *mend.values[0])) == ()


@pytest.mark.parametrize("date", ["2023-11-22", ""])
def test_a_date_is_nothing_to_speak_of(date: str) -> None:
    assert check(replace(EMPTY, meeting=Meeting(date=date, start_time="10:00"))) == ()


@pytest.mark.parametrize(
    ("period", "value", "path", "mends"),
    [
        (Period(label="last year"), "1", "period", 0),
        (Period(label="2022-2023"), "1", "period", 2),
        (Period(label="9M 2023"), "1", "period", 1),
        (Period("2023-13-01", "2023-12-31"), "1", "period", 0),
        (Period("2023-12-31", "2023-01-01"), "1", "period", 0),
        (Period(), "1", "period", 0),
        (Period("2023-01-01", "2023-12-31"), "NaN", "amount", 0),
        (Period("2023-01-01", "2023-12-31"), "١", "amount", 0),
    ],
)
def test_a_figure_that_cannot_be_read_is_worth_a_look(period: Period, value: str, path: str, mends: int) -> None:
    dossier = replace(EMPTY, figures=(Figure("f1", "total", period=period, amount=Amount(value)),))
    (found,) = check(dossier)
    assert (found.severity, found.fields, len(found.mends)) == ("warning", (f"figures[f1].{path}",), mends)
    for mend in found.mends:
        assert check(set_value(dossier, *mend.values[0])) == ()


@pytest.mark.parametrize(
    "period", [Period("2005-01-01"), Period(label="2022-23", basis="fiscal"), Period(end="2004-12-31")]
)
def test_open_and_fiscal_periods_are_nothing_to_speak_of(period: Period) -> None:
    assert check(replace(EMPTY, figures=(Figure("f1", "total", period=period, amount=Amount("1")),))) == ()


def test_the_gravest_comes_first_then_the_order_of_the_form() -> None:
    def year(at: int, *values: str) -> tuple[Figure, ...]:
        span = Period(f"{at}-01-01", f"{at}-12-31")
        measures = zip(("export", "import", "total"), values, strict=True)
        return tuple(Figure(f"{m[0]}{at}", m, period=span, amount=Amount(value)) for m, value in measures)

    dossier: Dossier = replace(
        EMPTY,
        meeting=Meeting(date="soon", end_time="late"),
        figures=(*year(2020, "1", "2", "9"), *year(2021, "1.0", "2.0", "3.1"), *year(2022, "1", "1", "7")),
    )
    found = check(dossier, BRIEF, "Briefing note")
    kinds = ["gap" if finding.is_gap else finding.severity for finding in found]
    assert kinds == sorted(kinds, key=["error", "warning", "gap", "note"].index)
    assert [finding.fields[0] for finding in found[:4]] == [
        "figures[t2020].amount",
        "figures[t2022].amount",
        "meeting.date",
        "meeting.end_time",
    ]
    assert [finding.fields[0] for finding in found if finding.rule == "sum"][-1] == "figures[t2021].amount"
