"""English phrases of meetings: rounds, days, events, documents, next rounds, clearances, quotations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.compose.small_packs import composer, dossier, text_of

from briefing.compose.phrases.english_words import count, letter, ordinal


def sentence(tmp_path: Path, body: str, **parts: Any) -> str:
    return "\n".join(text_of(composer(tmp_path, body).compose(dossier(**parts)))).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "words"),
    [("1", "first"), ("3rd", "third"), ("20", "twentieth"), ("21", "21st"), ("112", "112th"), ("regular", "regular")],
)
def test_an_ordinal_reads(typed: str, words: str) -> None:
    assert ordinal(typed) == words


def test_small_numbers_are_words_and_annexes_have_letters() -> None:
    assert [count(1), count(10), count(11)] == ["one", "ten", "11"]
    assert [letter(0), letter(0, 1), letter(30)] == ["A", "B", "31"]


@pytest.mark.parametrize(
    ("kind", "held_round", "words"),
    [
        ("political_consultations", "", "held political consultations"),
        ("political_consultations", "regular", "held political consultations"),
        ("political_consultations", "2", "held the second round of political consultations"),
        ("joint_committee", "first", "held the first meeting of the joint committee"),
        ("strategic_dialogue", "extraordinary", "held an extraordinary round of the strategic dialogue"),
        ("visit", "3", "held talks"),
        ("phone_call", "first", "held talks by telephone"),
    ],
)
def test_what_was_held_agrees_with_kind_and_round(tmp_path: Path, kind: str, held_round: str, words: str) -> None:
    meeting = {"kind": kind, "round": held_round}
    assert sentence(tmp_path, "They {{ meeting.kind|held(meeting.round) }}", meeting=meeting) == f"They {words}"


@pytest.mark.parametrize(
    ("first", "last", "all_days", "over"),
    [
        ("2025-05-14", "", "14 May 2025", ""),
        ("2025-05-14", "2025-05-14", "14 May 2025", ""),
        ("2025-05-14", "2025-05-13", "14 May 2025", ""),
        ("2025-05-14", "2025-05-15", "14–15 May 2025", "on 14 and 15 May 2025"),
        ("2025-05-14", "2025-05-17", "14–17 May 2025", "from 14 to 17 May 2025"),
        ("2025-05-31", "2025-06-01", "31 May – 1 June 2025", "on 31 May and 1 June 2025"),
        ("2025-12-30", "2026-01-02", "30 December 2025 – 2 January 2026", "from 30 December 2025 to 2 January 2026"),
        ("soon", "later", "soon", ""),
    ],
)
def test_days_read_in_a_heading_and_in_a_sentence(
    tmp_path: Path, first: str, last: str, all_days: str, over: str
) -> None:
    body = "{{ meeting|days }}{% if meeting|over_days %}, {{ meeting|over_days }}{% endif %}"
    whole = f"{all_days}, {over}" if over else all_days
    assert sentence(tmp_path, body, meeting={"date": first, "end_date": last}) == whole


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Velm, spring 2027", "The next round is to be held in Velm in spring 2027."),
        ("Astana, 2024", "The next round is to be held in Astana in 2024."),
        ("Velm, 14 May 2027.", "The next round is to be held in Velm on 14 May 2027."),
        ("the first half of 2026", "The next round is to be held in the first half of 2026."),
        ("May 2026", "The next round is to be held in May 2026."),
        ("to be agreed", "Next round: to be agreed."),
        ("Velm or Aldenport, in 2026", "Next round: Velm or Aldenport, in 2026."),
    ],
)
def test_the_next_round_is_a_sentence_where_place_and_time_are_plain(tmp_path: Path, typed: str, words: str) -> None:
    parts = {"meeting": {"kind": "political_consultations"}, "outcomes": {"next_round": typed}}
    assert sentence(tmp_path, "{{ outcomes.next_round|to_come(meeting.kind) }}", **parts) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("General Assembly of the United Nations", "the General Assembly of the United Nations"),
        ("the Water Week", "the Water Week"),
        ("COP 29", "COP 29"),
        ("Velm’s Harbour Days", "Velm’s Harbour Days"),
        ("12th Lakes Forum", "the 12th Lakes Forum"),
    ],
)
def test_an_event_has_its_article(tmp_path: Path, typed: str, words: str) -> None:
    assert sentence(tmp_path, "{{ meeting.event|beside }}", meeting={"event": typed}) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [("Agreement on Transit.", "the Agreement on Transit"), ("A joint statement", "a joint statement")],
)
def test_a_documents_title_has_its_article(tmp_path: Path, typed: str, words: str) -> None:
    signed = {"signed": [{"id": "a", "text": typed}]}
    assert sentence(tmp_path, "They signed {{ outcomes.signed[0].text|titled }}", outcomes=signed)[12:] == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"answer": "cleared", "answered": "2025-05-12"}, "cleared on 12 May 2025"),
        ({"answer": "with_changes"}, "cleared with changes"),
        ({"answer": "refused", "asked": "2025-05-05"}, "refused"),
        ({"answer": "waiting"}, "waiting"),
        ({"asked": "2025-05-05"}, "asked on 5 May 2025, waiting"),
        ({}, "not asked yet"),
    ],
)
def test_a_clearance_says_how_far_it_has_come(tmp_path: Path, row: dict[str, str], words: str) -> None:
    cleared = {"cleared": [{"id": "c", "name": "Legal", **row}]}
    assert sentence(tmp_path, "{{ handling.cleared[0]|answered }}", handling=cleared) == words


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("We agree", "“We agree.”"),
        ("“We agree!”", "“We agree!”"),
        ('"We agree."', "“We agree.”"),
        ("One.\nTwo", "“One.\n“Two.”"),
        ("**We agree.**", "“We agree.”"),
        ("We want:\n- peace\n- trade", "“We want:\n• peace\n• trade.”"),
        ("- peace\n- trade", "• “peace\n• trade.”"),
        ("", "[Words]"),
    ],
)
def test_words_are_quoted_once(tmp_path: Path, typed: str, printed: str) -> None:
    press = {"quotes": [{"id": "q", "words": typed}]}
    assert sentence(tmp_path, "{quote} {{ press.quotes[0].words|quoted }}", press=press) == printed


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ({"rank": {"value": 5}}, "Kestria ranked fifth among the trading partners of Velmora."),
        ({"share": {"percent": "6.4"}}, "Kestria accounted for 6.4% of the total trade of Velmora."),
        (
            {"rank": {"value": 1, "among": "markets"}, "share": {"percent": "30", "of": "exports"}},
            "Kestria ranked first among the markets of Velmora and accounted for 30% of its exports.",
        ),
        ({}, ""),
    ],
)
def test_rank_and_share_are_a_sentence(tmp_path: Path, figure: dict[str, Any], words: str) -> None:
    total = {"id": "f", "measure": "total", "reporter": "Velmora", "partner": "Kestria", **figure}
    assert sentence(tmp_path, "{% for line in trade_lines %}{{ line|standing }}{% endfor %}", figures=[total]) == words


@pytest.mark.parametrize(
    ("ours", "theirs", "city", "country", "line", "abroad"),
    [
        ("KZ", "SE", "Visby", "SE", "Visby", "Sweden"),
        ("KZ", "SE", "Almaty", "KZ", "Almaty", ""),
        ("KZ", "SE", "Turku", "FI", "Turku, Finland", "Finland"),
        ("KZ", "SE", "Geneva", "CH", "Geneva", "Switzerland"),
        ("KZ", "SE", "Singapore", "SG", "Singapore", ""),
        ("KZ", "SE", "Turku", "", "Turku", ""),
        ("", "SE", "Almaty", "KZ", "Almaty, Kazakhstan", "Kazakhstan"),
        ("KZ", "SE", "", "FI", "[City]", "Finland"),
    ],
)
def test_the_country_of_a_meeting_stands_where_it_is_not_known_anyway(
    tmp_path: Path, ours: str, theirs: str, city: str, country: str, line: str, abroad: str
) -> None:
    facts = {
        "meeting": {"city": city, "country": country},
        "sides": [{"id": "a", "country": ours, "ours": True}, {"id": "b", "country": theirs}],
    }
    assert sentence(tmp_path, "{{ meeting|dateline(parties, house) }}", **facts) == line
    assert sentence(tmp_path, "a{{ meeting|abroad(ours.country) }}", **facts) == f"a{abroad}"


def test_of_many_sides_the_country_stands_behind_a_city_of_one_of_them_and_not_behind_ours(tmp_path: Path) -> None:
    sides = [{"id": each.lower(), "country": each} for each in ("SE", "NO", "FI")]
    facts = {"meeting": {"city": "Turku", "country": "FI"}, "sides": sides}
    assert sentence(tmp_path, "{{ meeting|dateline(parties, house) }}", **facts) == "Turku, Finland"
    at_home = {**facts, "house": {"country": "FI"}}
    assert sentence(tmp_path, "{{ meeting|dateline(parties, house) }}", **at_home) == "Turku"


@pytest.mark.parametrize(
    ("person", "words"),
    [
        ({"office": "Minister of Trade", "short_office": "Minister"}, "A. Aye, Minister of Trade"),
        ({"short_office": "Minister"}, "A. Aye, Minister"),
        ({}, "A. Aye, [Office in full]"),
        (
            {"honorific": "H.E.", "office": "Envoy", "represents": "the King"},
            "H.E. A. Aye, Envoy, representing the King",
        ),
    ],
)
def test_a_person_is_named_with_the_office_in_full_where_there_is_one(
    tmp_path: Path, person: dict[str, str], words: str
) -> None:
    facts = {"sides": [{"id": "a", "ours": True, "people": [{"id": "p", "name": "A. Aye", **person}]}]}
    assert sentence(tmp_path, "{{ ours.people[0]|in_full }}", **facts) == words
    halves = "{{ ours.people[0]|styled }}, {{ ours.people[0]|offices }}"
    assert sentence(tmp_path, halves, **facts) == words
