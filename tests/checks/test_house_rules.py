"""House rules: said calmly where a rule is broken, and not at all where it is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.checks.all import check
from briefing.checks.finding import Finding
from briefing.checks.house_rules import HOUSE_RULES
from briefing.dossier import files
from briefing.dossier.edits import set_value
from briefing.dossier.fields import BRIEF, RELEASE
from briefing.dossier.model import EMPTY, Aims, Dossier, Line, Person, Quote, Side, Statement, Topic


def said(dossier: Dossier) -> list[Finding]:
    return [finding for rule in HOUSE_RULES for finding in rule(dossier)]


def rules(dossier: Dossier) -> list[str]:
    return [finding.rule for finding in said(dossier)]


def with_points(number: int, grade: str = "we_raise") -> Dossier:
    points = tuple(Line(f"p{at}", "A point.") for at in range(number))
    return replace(EMPTY, topics=(Topic("t1", "Roads", grade, points=(*points, Line("blank"))),))


def with_objective(text: str) -> Dossier:
    return replace(EMPTY, aims=Aims(objectives=(Line("o1", text),)))


def with_statement(text: str) -> Dossier:
    return replace(EMPTY, topics=(Topic("t1", statements=(Statement("s1", text=text),)),))


def test_an_empty_dossier_breaks_no_rule() -> None:
    assert said(EMPTY) == []


def test_six_points_are_enough_and_seven_too_many() -> None:
    assert rules(with_points(6)) == []
    assert rules(with_points(7)) == ["points"]
    assert rules(with_points(9, "if_raised")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Strengthen relations", "Strengthen bilateral relations.", "Deepen our friendly ties with Kestria",
        "Exchange views", "Discuss issues of mutual interest", "further develop cooperation between the two countries",
    ],
)  # fmt: skip
def test_an_objective_that_fits_any_meeting_is_named(text: str) -> None:
    (found,) = said(with_objective(text))
    assert (found.rule, found.severity, found.fields) == ("objective", "note", ("aims.objectives[o1].text",))


@pytest.mark.parametrize(
    "text",
    [
        "", "Strengthen trade and economic cooperation", "Strengthen relations: a visit of their Minister in 2026",
        "Broaden engagement and diversify its legal framework", "A date for the first train",
        "Improve cooperation of the two coastguards by a joint exercise", "Exchange views on the river commission",
    ],
)  # fmt: skip
def test_an_objective_that_says_something_is_left_alone(text: str) -> None:
    assert said(with_objective(text)) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The talks were held today.", "today"), ("Trade has grown recently.", "recently"),
        ("Last year both sides signed.", "Last year"), ("They meet again next spring", "next spring"),
        ("This week the Minister travels.", "This week"),
    ],
)  # fmt: skip
def test_a_time_that_will_mean_another_day_is_named_with_its_field(text: str, named: str) -> None:
    (found,) = said(with_statement(text))
    assert (found.severity, found.fields, found.stated) == ("note", ("topics[t1].statements[s1].text",), named)
    assert f"“{named}”" in found.message


@pytest.mark.parametrize("text", ["", "On 14 May 2025.", "In 2024.", "The last yearly report.", "This yearning."])
def test_a_time_that_stays_is_left_alone(text: str) -> None:
    assert said(with_statement(text)) == []


def test_what_nobody_outside_reads_and_what_was_said_aloud_may_speak_of_today() -> None:
    dossier = set_value(EMPTY, "meeting.reason", "They asked for it today.")
    dossier = set_value(dossier, "press.quotes", (Quote("q1", "Ann Aye", "Today we open a bridge."),))
    assert said(dossier) == []
    assert rules(set_value(dossier, "outcomes.agreed", (Line("a", "To meet next year"),))) == ["relative-time"]


def test_an_embargo_lasts_beyond_the_meeting_and_the_date_of_issue() -> None:
    dossier = set_value(set_value(EMPTY, "meeting.date", "2025-05-14"), "press.embargo.date", "2025-05-13")
    (found,) = said(dossier)
    assert (found.severity, found.message) == ("warning", "The embargo ends before the meeting begins.")
    dossier = set_value(dossier, "press.embargo.date", "2025-05-14")
    assert said(dossier) == []
    (found,) = said(set_value(dossier, "handling.issued", "2025-05-16"))
    assert found.message == "The embargo is over before the date of issue."
    assert said(set_value(dossier, "press.embargo.date", "soon")) == []


def test_a_drafter_is_asked_for_only_when_all_else_is_there(samples: Path) -> None:
    whole = set_value(files.read(samples / "stockholm-2023.json"), "meeting.venue", "Arvfurstens palats")
    assert rules(whole) == ["drafted-by"]
    assert rules(set_value(whole, "handling.drafted_by", "A. Aye, 555 0100")) == []
    assert rules(set_value(whole, "meeting.city", "")) == []


def test_who_is_asked_to_decide_is_told_what_the_house_advises() -> None:
    asked = set_value(EMPTY, "aims.decision", "Whether to sign")
    assert rules(asked) == ["recommendation"]
    assert rules(set_value(asked, "aims.recommendation", "Sign")) == []


def test_a_side_of_several_has_a_head() -> None:
    def side(*roles: str) -> Dossier:
        people = tuple(Person(f"p{at}", f"Person {at}", role=role) for at, role in enumerate(roles))
        return replace(EMPTY, sides=(Side("s1", "Velmora", people=people),))

    (found,) = said(side("member", "ambassador"))
    assert (found.rule, found.fields) == ("no-head", ("sides[s1].people",))
    assert found.message == "Nobody is marked as head of this side; the documents take Person 0 for it."
    for roles in (
        ("head", "member"),
        ("member", "co_chair"),
        ("representing", "member"),
        ("",),
        ("member", "interpreter"),
    ):
        assert said(side(*roles)) == [], roles


def test_the_sample_of_stockholm_breaks_no_house_rule(samples: Path) -> None:
    dossier = files.read(samples / "stockholm-2023.json")
    assert said(dossier) == []
    for pack, gap in ((BRIEF, "meeting.venue"), (RELEASE, "house.contact")):
        assert [finding.fields[0] for finding in check(dossier, pack) if finding.is_gap] == [gap]


def test_no_house_rule_is_ever_an_error() -> None:
    broken = replace(with_points(9), aims=Aims(objectives=(Line("o", "Exchange views"),), decision="Sign?"))
    assert {finding.severity for finding in said(broken)} <= {"note", "warning"}
    assert len(said(broken)) == 3
