"""English phrases: dates, countries, people, amounts and periods as they stand in a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.compose.small_packs import composer, dossier, text_of

from briefing.compose.engine import BASIC
from briefing.compose.phrases.english import ENGLISH, KINDS, countries, country, show
from briefing.compose.phrases.english_countries import in_text
from briefing.compose.phrases.english_figures import adverb, noun, words
from briefing.dossier.choices import KINDS as KIND_CHOICES
from briefing.dossier.fields import FIELDS, field_at
from briefing.dossier.figures import Amount, Period

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        ("meeting.date", "2023-11-22", f"22{NBSP}November 2023"),
        ("meeting.date", "2024-02-29", f"29{NBSP}February 2024"),
        ("meeting.previous.date", "2021-05", "May 2021"),
        ("meeting.previous.date", "2021", "2021"),
        ("meeting.date", "2023-02-30", "2023-02-30"),
        ("meeting.date", "in spring", "in spring"),
        ("meeting.country", "SE", "Sweden"),
        ("meeting.country", "GB", "the United Kingdom"),
        ("meeting.country", "Kestria", "Kestria"),
        ("meeting.time_zone", "Europe/Stockholm", "Stockholm time"),
        ("meeting.time_zone", "America/New_York", "New York time"),
        ("meeting.time_zone", "UTC", "UTC"),
        ("meeting.format", "video", "by video link"),
        ("meeting.previous.format", "video", "online"),
        ("meeting.kind", "political_consultations", "political consultations"),
        ("meeting.kind", "a picnic", "a picnic"),
        ("topics[].grade", "if_raised", "only if raised"),
        ("topics[].minutes", "10", "10 minutes"),
        ("topics[].minutes", "1", "1 minute"),
        ("topics[].minutes", "ten", "ten"),
        ("meeting.city", "SE", "SE"),
    ],
)
def test_a_field_is_shown_as(path: str, value: str, shown: str) -> None:
    assert show(field_at(path), value) == shown


def test_every_choice_is_shown_in_words() -> None:
    for field in FIELDS:
        for choice in field.choices if field.kind == "choice" else ():
            assert "_" not in show(field, choice.code)
    assert {choice.code for choice in KIND_CHOICES} == set(KINDS)


@pytest.mark.parametrize(
    ("code", "name", "sentence"),
    [
        ("KZ", "Kazakhstan", "Kazakhstan"),
        ("US", "United States", "the United States"),
        ("NL", "Netherlands", "the Netherlands"),
        ("MH", "Marshall Islands", "the Marshall Islands"),
        ("BA", "Bosnia and Herzegovina", "Bosnia and Herzegovina"),
        ("MM", "Myanmar", "Myanmar"),
        ("CD", "Democratic Republic of the Congo", "the Democratic Republic of the Congo"),
        ("VA", "Holy See", "the Holy See"),
        ("EU", "European Union", "the European Union"),
        ("XQ", "XQ", "XQ"),
        ("se", "se", "se"),
        ("CIS", "CIS", "CIS"),
        ("world", "world", "the world"),
    ],
)
def test_a_country_is_called(code: str, name: str, sentence: str) -> None:
    assert country(code) == name
    assert in_text(code) == sentence


def test_the_list_of_countries_has_each_once_by_name() -> None:
    names = [name for _, name in countries()]
    assert names == sorted(names)
    assert len(names) == len(set(names)) > 200
    assert not {"EU", "UN", "ZZ"} & {code for code, _ in countries()}
    assert not any("&" in name or ("(" in name and "Keeling" not in name) for name in names)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount("325.9", "million", "USD"), f"325.9{NBSP}million US dollars"),
        (Amount("600", "million", "USD", "more_than"), f"more than 600{NBSP}million US dollars"),
        (Amount("6.0", "billion", "EUR", "about"), f"about 6.0{NBSP}billion euros"),
        (Amount("1234567", "unit"), "1,234,567"),
        (Amount("1234.50", "", "GBP", "nearly"), "nearly 1,234.50 pounds sterling"),
        (Amount("-3.4", "billion", "USD"), f"−3.4{NBSP}billion US dollars"),
        (Amount("12", "thousand", "tonnes", "at_least"), f"at least 12{NBSP}thousand tonnes"),
        (Amount("a lot", "million"), f"a lot{NBSP}million"),
    ],
)
def test_an_amount_reads(amount: Amount, text: str) -> None:
    assert words(amount) == text


@pytest.mark.parametrize(
    ("start", "end", "name", "as_adverb"),
    [
        ("2022-01-01", "2022-12-31", "2022", "in 2022"),
        ("2023-01-01", "2023-09-30", "January–September 2023", "in January–September 2023"),
        ("2024-01-01", "2024-03-31", "the first quarter of 2024", "in the first quarter of 2024"),
        ("2024-07-01", "2024-12-31", "the second half of 2024", "in the second half of 2024"),
        ("2024-02-01", "2024-02-29", "February 2024", "in February 2024"),
        ("2020-01-01", "2024-12-31", "2020–2024", "in 2020–2024"),
        ("2022-07-01", "2023-06-30", "July 2022–June 2023", "in July 2022–June 2023"),
        ("2005-01-01", "", "since 2005", "since 2005"),
        ("2005-03-01", "", "since March 2005", "since March 2005"),
        ("2014-12-31", "2014-12-31", f"31{NBSP}December 2014", f"on 31{NBSP}December 2014"),
        (
            "2023-01-05",
            "2023-02-03",
            f"5{NBSP}January 2023 to 3{NBSP}February 2023",
            f"from 5{NBSP}January 2023 to 3{NBSP}February 2023",
        ),
        ("", "2014-12-31", f"up to 31{NBSP}December 2014", f"up to 31{NBSP}December 2014"),
        ("", "", "", ""),
    ],
)
def test_a_period_reads(start: str, end: str, name: str, as_adverb: str) -> None:
    assert noun(Period(start, end)) == name
    assert adverb(Period(start, end)) == as_adverb


def sentence(tmp_path: Path, body: str, **parts: Any) -> str:
    (text,) = text_of(composer(tmp_path, body).compose(dossier(**parts)))
    return text


def person(row_id: str, name: str, office: str, **more: str) -> dict[str, str]:
    return {"id": row_id, "name": name, "office": office, **more}


ANNA, BO, CID = (person(n[0].lower(), n, f"Head of {n}") for n in ("Anna", "Bo", "Cid"))


@pytest.mark.parametrize(
    ("people", "text"),
    [
        ([], "[People]"),
        ([ANNA], "Anna, Head of Anna"),
        ([ANNA, BO], "Anna, Head of Anna, and Bo, Head of Bo"),
        ([ANNA, BO, CID], "Anna, Head of Anna; Bo, Head of Bo; and Cid, Head of Cid"),
        ([{"id": "x"}], "[Name], [Office in full]"),
    ],
)
def test_people_are_listed_with_their_offices(tmp_path: Path, people: list[dict[str, str]], text: str) -> None:
    sides = [{"id": "s1", "ours": True, "people": people}]
    assert sentence(tmp_path, "{{ ours.people|people }}", sides=sides) == text


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        (["SE"], "Sweden"),
        (["SE", "NO"], "Sweden and Norway"),
        (["SE", "NO", "GB"], "Sweden, Norway and the United Kingdom"),
    ],
)
def test_sides_are_listed(tmp_path: Path, codes: list[str], text: str) -> None:
    sides = [{"id": code.lower(), "country": code} for code in codes]
    assert sentence(tmp_path, "{{ others|names }}", sides=sides) == text


def test_a_later_mention_has_short_office_and_family_name_or_else_the_name(tmp_path: Path) -> None:
    full = person("a", "Anna Berg", "Minister of Foreign Affairs", short_office="Minister", family_name="Berg")
    sides = [{"id": "s", "ours": True, "people": [full, BO]}]
    body = "{{ ours.people[0]|later }}, {{ ours.people[1]|later }}"
    assert sentence(tmp_path, body, sides=sides) == "Minister Berg, Bo"


@pytest.mark.parametrize(
    ("typed", "stopped"),
    [
        ("Go", "Go."), ("Go.", "Go."), ("Go…", "Go…"), ("Really?", "Really?"), ("Go. ", "Go."),
        ("He said “go.”", "He said “go.”"), ("He said “go”", "He said “go”."), ("(see below)", "(see below)."),
    ],
)  # fmt: skip
def test_a_line_gets_its_full_stop_once(tmp_path: Path, typed: str, stopped: str) -> None:
    rows = {"agreed": [{"id": "a", "text": typed}, {"id": "b"}, {"id": "c", "text": "End"}]}
    assert sentence(tmp_path, "{{ outcomes.agreed[0].text|stopped }}", outcomes=rows) == stopped
    assert sentence(tmp_path, "{{ outcomes.agreed|sentences }}", outcomes=rows) == f"{stopped} End."


@pytest.mark.parametrize(
    ("typed", "text"),
    [("2021-05-14", f"on 14{NBSP}May 2021"), ("2021-05", "in May 2021"), ("2021", "in 2021"), ("", "[Date]")],
)
def test_a_date_has_its_preposition(tmp_path: Path, typed: str, text: str) -> None:
    assert sentence(tmp_path, "{{ meeting.date|when }}", meeting={"date": typed}) == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Ministry for Foreign Affairs", "at the Ministry for Foreign Affairs"),
        ("the Grand Hotel", "at the Grand Hotel"),
        ("Grand Hotel", "at the Grand Hotel"),
        ("Rosenbad", "at Rosenbad"),
        ("", "[Venue]"),
    ],
)
def test_a_venue_has_its_article(tmp_path: Path, typed: str, text: str) -> None:
    assert sentence(tmp_path, "{{ meeting.venue|at }}", meeting={"venue": typed}) == text


def test_a_language_has_every_filter_that_a_shipped_template_uses(templates: Path) -> None:
    used = {word for body in templates.glob("*/body.en.md") for word in _filters(body.read_text("utf-8"))}
    assert used - set(ENGLISH.filters) <= set(BASIC)


def _filters(source: str) -> set[str]:
    return {part.split("(")[0].split()[0].strip("})%") for part in source.split("|")[1:] if part[:1].isalpha()}
