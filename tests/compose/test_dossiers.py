"""Invented dossiers of every shape: both documents as they read, whole whatever is taken away, and quick."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compose.reading import PACKS, as_read, composing, debris, emptied, places, plain
from tests.compose.small_packs import spans_of

from briefing.checks.all import check
from briefing.dossier import edits, files
from briefing.dossier.fields import field_at
from briefing.dossier.model import Dossier, Statement
from briefing.dossier.paths import pattern

FOLDER = Path(__file__).resolve().parent.parent / "dossiers"
SHAPES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))


def shape(name: str) -> Dossier:
    return files.read(FOLDER / f"{name}.json")


def text(name: str, pack: str) -> str:
    return plain(composing(pack).compose(shape(name)))


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("name", SHAPES)
def test_both_documents_are_as_read_aloud(golden: Any, pack: str, name: str) -> None:
    document = composing(pack).compose(shape(name))
    golden(f"{name}.{pack}.txt", as_read(document))
    assert debris(document) == []


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_in_them_is_called_wrong(name: str) -> None:
    for pack in PACKS:
        assert {finding.severity for finding in check(shape(name), pack)} <= {"warning", "note"}


@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(PACKS), st.sampled_from(SHAPES))
def test_whatever_is_missing_from_them_no_sentence_breaks(data: st.DataObject, pack: str, name: str) -> None:
    whole = shape(name)
    partial = emptied(whole, data.draw(st.sets(st.sampled_from(sorted(places(whole))), max_size=12)))
    assert debris(composing(pack).compose(partial)) == []


def test_interpreters_and_note_takers_are_named_in_the_note_alone() -> None:
    for name, person in (("commission-two-days", "Mara Quill"), ("visit-many", "Pia Lorne")):
        assert person in text(name, "briefing-note")
        assert person not in text(name, "press-release")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("phone-call", "Velm, 4 March 2025 – Velmora and Ostrea held talks by telephone."),
        ("phone-call", "spoke with Joao Tarrant"),
        ("phone-call", "The sides last spoke by telephone in January 2025."),
        ("commission-two-days", "hold the third meeting of the joint commission"),
        (
            "commission-two-days",
            "on 30 September and 1 October 2025, and signed the Protocol on a Single Customs Form.",
        ),
        (
            "commission-two-days",
            "The meeting was co-chaired by Tobias Arden, Deputy Minister of Economy of Velmora, and",
        ),
        ("commission-two-days", "The previous meeting was held in Tarsos in September 2023."),
        ("commission-two-days", "The next meeting is to be held in Tarsos in autumn 2027."),
        ("commission-two-days", "As of 31 December 2024, one joint venture with Tarsia was registered in Velmora."),
        ("commission-two-days", "Deputy Minister Arden said:\n“One form instead of three"),
        (
            "six-sided",
            "Norhaven, Halland Isles, 11 June 2025 – Velmora, the Halland Isles, Kestria, Ostrea, Tarsia and the Lakes",
        ),
        ("six-sided", "The delegations were led by Ilse Marenko,"),
        ("six-sided", "Secretary of State for the Sea of Ostrea, representing Minister Joao Tarrant;"),
        ("first-round-video", "held the first round of political consultations by video link."),
        ("first-round-video", "The next round is to be held in 2026."),
        ("courtesy-call", "Minister Marenko receives Ambassador Sora"),
        (
            "courtesy-call",
            "received H.E. Sora Lin, Ambassador of Calder, for a courtesy call at the Ministry of Foreign",
        ),
        (
            "beside-event",
            "Geneva, 9 July 2025 – Velmora and the Lakes Union held talks on the margins of the World Water",
        ),
        ("beside-event", "The Lakes Union was also represented by Emil Roth"),
        ("visit-many", "held talks at Villa Amara from 7 to 10 April 2025, and signed three documents."),
        ("visit-many", "EMBARGO: not for publication or broadcast before 09:00 (UTC), 10 April 2025"),
        ("visit-many", "Samir Oulad, Minister of Foreign Affairs of Tarsia and Deputy Prime Minister."),
        ("visit-many", "Next meeting: to be agreed through the embassies."),
        ("between-others", "Kestria and Ostrea held an extraordinary round of the strategic dialogue at the Old Mint."),
        ("figures-only", "[People] met [People]."),
    ],
)
def test_the_press_release_agrees_with_the_facts(name: str, words: str) -> None:
    assert words in text(name, "press-release")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("phone-call", "Telephone call with Ostrea\n4 March 2025\n"),
        ("phone-call", "Speaks with\tJoao Tarrant, Minister"),
        ("commission-two-days", "Joint commission with Tarsia, third meeting\nVelm, 30 September – 1 October 2025"),
        ("commission-two-days", "Answer\tAgreed / Not agreed"),
        (
            "commission-two-days",
            "[Line to take] (awaited: Ministry of Agriculture, by 26 September 2025)",
        ),
        ("commission-two-days", "Programme\n30 September 2025\n09:30–12:30\tFirst session, Hall of Weavers"),
        ("commission-two-days", "Legal Department (not asked yet)"),
        ("six-sided", "And\tThe Lakes Union: Karin Holt, Commissioner"),
        ("country-brief", "Country brief: Ostrea\n10 February 2025\nCounterparts\tJoao Tarrant"),
        ("beside-event", "Where\tRoom XII, Geneva, Switzerland"),
        ("beside-event", "Beside\tThe World Water Conference"),
        ("between-others", "Strategic dialogue between Kestria and Ostrea"),
        ("courtesy-call", "Courtesy call: Calder"),
        ("first-round-video", "Last round\tNone: this is the first"),
        ("visit-many", "Then\tPress conference (both Ministers)"),
    ],
)
def test_the_briefing_note_agrees_with_the_facts(name: str, words: str) -> None:
    assert words in text(name, "briefing-note")


def test_a_country_brief_has_no_gap_for_what_only_a_meeting_has() -> None:
    assert "[" not in text("country-brief", "briefing-note")


def test_a_press_release_without_a_meeting_is_what_is_said_under_a_headline() -> None:
    full = shape("country-brief")
    said = (Statement("st", text="The first ferry sails in May."),)
    spoken = edits.set_value(full, f"topics[{full.topics[0].id}].statements", said)
    spoken = edits.set_value(spoken, "press.headline", "Ferries to sail again")
    lines = plain(composing("press-release").compose(spoken)).split("\n")
    assert lines[1:4] == ["Ferries to sail again", "Velm, 10 February 2025", "The first ferry sails in May."]
    assert "[Headline]" in text("country-brief", "press-release")
    assert "[Kind of meeting]" not in text("country-brief", "press-release")


def test_annexes_begin_on_pages_of_their_own_biographies_first() -> None:
    lines = as_read(composing("briefing-note").compose(shape("commission-two-days"))).split("\n")
    annexes = [at for at, line in enumerate(lines) if re.match("heading1: Annex", line)]
    assert [lines[at] for at in annexes] == [
        "heading1: Annex A: Biographies",
        "heading1: Annex B: The single customs form",
    ]
    assert all(lines[at - 1] == "" for at in annexes)


def test_only_the_organisations_own_article_is_written() -> None:
    dossier = edits.set_value(shape("beside-event"), "sides[lak].country", "ASEAN")
    assert "Velmora and ASEAN held talks" in plain(composing("press-release").compose(dossier))


#: Fields of the full sample that are not printed there: they decide what is said, belong to the photograph or the
#: program, or (contributor and due date) are said only while the line to take is missing.
UNPRINTED = {
    "house.country", "house.statistics", "meeting.format", "meeting.previous.format", "press.photo.alternative",
    "press.photo.file", "sides[].people[].family_name", "sides[].people[].gender", "sides[].people[].short_office",
    "sides[].people[].speaks", "sources[].retrieved", "title", "topics[].contributor", "topics[].due",
    "topics[].statements[].side", "trade.chart", "trade.partner", "trade.reporter", "trade.scale", "trade.source",
    "trade.unit",
}  # fmt: skip


def test_every_field_that_staff_fill_is_printed_in_one_document_or_the_other(samples: Path) -> None:
    full = files.read(samples / "aldenport-2025.json")
    printed = {
        pattern(path)
        for pack in PACKS
        for document in [composing(pack).compose(full)]
        for span in [*spans_of(document), *(span for spans in document.furniture.values() for span in spans)]
        for path in span.paths
    }
    filled = {pattern(path) for path in places(full) if not path.startswith(("figures", "translations", "wording"))}
    leaves = {path for path in filled if field_at(path).kind != "rows" and field_at(path).kind != "list"}
    assert leaves - printed == UNPRINTED
