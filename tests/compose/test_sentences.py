"""Sentences of the two documents for each kind of meeting, number of sides, and state of knowledge."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from tests.compose.reading import PACKS, composing, debris, plain
from tests.compose.small_packs import dossier

from briefing.dossier.choices import KINDS


def person(row_id: str, name: str, office: str) -> dict[str, str]:
    return {"id": row_id, "name": name, "office": office}


KAZAKH: dict[str, Any] = {
    "id": "a",
    "country": "KZ",
    "ours": True,
    "people": [person("p1", "A. Aye", "Minister of Trade")],
}
SWEDISH = {"id": "b", "country": "SE", "people": [person("p2", "B. Bee", "Minister of Roads")]}
BRITISH = {"id": "c", "country": "GB", "people": [person("p3", "C. Cee", "Minister of State")]}
TWO = [KAZAKH, SWEDISH]
THREE = [*TWO, BRITISH]
OURS_TWO = [{**KAZAKH, "people": [person("p1", "A. Aye", "Minister"), person("p4", "D. Dee", "Envoy")]}, SWEDISH]
PLACE = {"city": "Velm", "date": "2025-05-14"}


@pytest.mark.parametrize(
    ("sides", "meeting", "title", "lead", "met"),
    [
        (
            TWO, {"kind": "visit", **PLACE},
            "Kazakhstan and Sweden hold talks",
            "Velm, 14 May 2025 – Kazakhstan and Sweden held talks.",
            "A. Aye, Minister of Trade, met B. Bee, Minister of Roads.",
        ),
        (
            TWO, {"kind": "phone_call", "format": "phone", **PLACE},
            "Kazakhstan and Sweden hold talks by telephone",
            "14 May 2025 – Kazakhstan and Sweden held talks by telephone.",
            "A. Aye, Minister of Trade, spoke with B. Bee, Minister of Roads.",
        ),
        (
            TWO, {"kind": "political_consultations", "format": "video", **PLACE},
            "Kazakhstan and Sweden hold political consultations",
            "14 May 2025 – Kazakhstan and Sweden held political consultations by video link.",
            "A. Aye, Minister of Trade, spoke with B. Bee, Minister of Roads.",
        ),
        (
            TWO, {"kind": "video_conference", **PLACE},
            "Kazakhstan and Sweden hold a video conference",
            "14 May 2025 – Kazakhstan and Sweden held a video conference.",
            "A. Aye, Minister of Trade, spoke with B. Bee, Minister of Roads.",
        ),
        (
            THREE, {"kind": "courtesy_call", "venue": "Grand Hotel", **PLACE},
            "Kazakhstan, Sweden and the United Kingdom meet for a courtesy call",
            "Velm, 14 May 2025 – Kazakhstan, Sweden and the United Kingdom met for a courtesy call at the Grand Hotel.",
            "The delegations were led by A. Aye, Minister of Trade; B. Bee, Minister of Roads; and C. Cee, Minister of"
            " State.",
        ),
        (
            THREE, {"kind": "phone_call", **PLACE},
            "Kazakhstan, Sweden and the United Kingdom hold talks by telephone",
            "14 May 2025 – Kazakhstan, Sweden and the United Kingdom held talks by telephone.",
            "Those taking part were A. Aye, Minister of Trade; B. Bee, Minister of Roads; and C. Cee, Minister of"
            " State.",
        ),
        (
            OURS_TWO, {"kind": "joint_commission", **PLACE},
            "Kazakhstan and Sweden hold a meeting of the joint commission",
            "Velm, 14 May 2025 – Kazakhstan and Sweden held a meeting of the joint commission.",
            "A. Aye, Minister, and D. Dee, Envoy, met B. Bee, Minister of Roads.",
        ),
        (
            TWO[:1], {"kind": "talks_beside_event", **PLACE},
            "Kazakhstan and [Country or organisation] hold talks",
            "Velm, 14 May 2025 – Kazakhstan and [Country or organisation] held talks.",
            "A. Aye, Minister of Trade, met [People].",
        ),
        (
            TWO[1:], {"kind": "talks_beside_event"},
            "[Country or organisation] and Sweden hold talks",
            "[City], [Date] – [Country or organisation] and Sweden held talks.",
            "[People] met B. Bee, Minister of Roads.",
        ),
    ],
)  # fmt: skip
def test_the_press_release_reads_well_for_each_kind_of_meeting(
    sides: list[Any], meeting: dict[str, str], title: str, lead: str, met: str
) -> None:
    document = composing("press-release").compose(dossier(sides=sides, meeting=meeting))
    assert plain(document).split("\n")[1:4] == [title, lead, met]
    assert debris(document) == []


@pytest.mark.parametrize(
    ("meeting", "lead"),
    [
        ({"country": "SE"}, "A. Aye, Minister of Trade, paid a courtesy call on B. Bee, Minister of Roads."),
        (
            {"country": "SE", "venue": "Grand Hotel"},
            "A. Aye, Minister of Trade, paid a courtesy call on B. Bee, Minister of Roads, at the Grand Hotel.",
        ),
        ({"country": "KZ"}, "A. Aye, Minister of Trade, received B. Bee, Minister of Roads, for a courtesy call."),
        ({}, "A. Aye, Minister of Trade, met B. Bee, Minister of Roads, for a courtesy call."),
    ],
)
def test_a_courtesy_call_is_one_sentence(meeting: dict[str, str], lead: str) -> None:
    facts = dossier(sides=TWO, meeting={"kind": "courtesy_call", **PLACE, **meeting})
    document = composing("press-release").compose(facts)
    assert plain(document).split("\n")[2] == f"Velm, 14 May 2025 – {lead}"
    assert debris(document) == []


@pytest.mark.parametrize("kind", [choice.code for choice in KINDS])
@pytest.mark.parametrize("sides", [[], TWO, TWO[:1], TWO[1:], THREE, OURS_TWO])
@pytest.mark.parametrize("pack", PACKS)
def test_no_kind_of_meeting_breaks_a_sentence(pack: str, sides: list[Any], kind: str) -> None:
    for meeting in (
        {"kind": kind},
        {"kind": kind, **PLACE, "round": "first", "format": "phone", "start_time": "10:00"},
    ):
        assert debris(composing(pack).compose(dossier(sides=sides, meeting=meeting))) == []


#: What a lead hangs on, each in every way that it may be.
LEADS: dict[str, list[dict[str, Any]]] = {
    "where": [{}, {"country": "SE"}, {"country": "KZ"}, {"country": "SE", "venue": "Room 5"}],
    "how": [{}, {"format": "video"}, {"format": "phone"}],
    "when": [{}, {"end_date": "2025-05-15"}],
    "beside": [{}, {"event": "Rail Fair"}],
    "signed": [{}, {"signed": ["Agreement on rail."]}, {"signed": ["A treaty", "", "A protocol"]}],
}


@pytest.mark.parametrize("kind", [choice.code for choice in KINDS])
def test_no_lead_breaks_however_and_wherever_the_sides_met(kind: str) -> None:
    for parts in product(*LEADS.values()):
        facts = {name: value for part in parts for name, value in part.items()}
        signed = [{"id": f"s{at}", "text": text} for at, text in enumerate(facts.pop("signed", []))]
        meeting = {"kind": kind, **PLACE, **facts}
        document = composing("press-release").compose(
            dossier(sides=TWO, meeting=meeting, outcomes={"signed": signed}, house={"city": "Astana"})
        )
        assert debris(document) == [], meeting


@pytest.mark.parametrize(
    ("previous", "sentence"),
    [
        ({"date": "2021", "format": "video"}, "The previous round was held online in 2021."),
        (
            {"date": "2021-05-14", "city": "Velm", "format": "in_person"},
            "The previous round was held in Velm on 14 May 2021.",
        ),
        ({"date": "2021-05", "format": "phone"}, "The previous round was held by telephone in May 2021."),
        ({"city": "Velm"}, "The previous round was held in Velm."),
    ],
)
def test_the_previous_round_reads_well_whatever_is_known_of_it(previous: dict[str, str], sentence: str) -> None:
    meeting = {"kind": "political_consultations", "previous": previous}
    assert sentence in plain(composing("press-release").compose(dossier(meeting=meeting)))


@pytest.mark.parametrize(
    ("meeting", "sentence"),
    [
        ({"kind": "joint_commission"}, "held the first meeting of the joint commission"),
        ({"kind": "political_consultations"}, "held the first round of political consultations"),
        ({"kind": "visit"}, "The sides met in this format for the first time."),
        ({"kind": "phone_call"}, "The sides spoke in this format for the first time."),
    ],
)
def test_a_first_meeting_says_so_in_both_documents(meeting: dict[str, str], sentence: str) -> None:
    first = dossier(meeting={**meeting, "round": "first", "previous": {"date": "2021"}})
    assert sentence in plain(composing("press-release").compose(first))
    assert "None: this is the first" in plain(composing("briefing-note").compose(first))
    assert "2021" not in plain(composing("press-release").compose(first))


def test_a_country_brief_speaks_of_no_meeting() -> None:
    brief = composing("briefing-note").compose(dossier(sides=TWO, meeting={"kind": "none", "date": "2025-05-14"}))
    assert plain(brief).split("\n")[1:3] == ["Country brief: Sweden", "14 May 2025"]
    assert "Where" not in plain(brief)
    assert "Meets" not in plain(brief)


def test_a_next_step_says_what_by_when_and_who() -> None:
    steps = [
        {"id": "a", "text": "Send the draft.", "owner": "Legal Department", "due": "2025-05-30"},
        {"id": "b", "text": "Reply"},
        {"id": "c", "due": "2025-06"},
    ]
    note = plain(composing("briefing-note").compose(dossier(outcomes={"next_steps": steps})))
    assert "Send the draft by 30 May 2025 (Legal Department).\nReply.\n[Step] by June 2025." in note
