"""The two documents that ship: every fact of the sample is there, and nothing is broken where facts are missing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compose.reading import PACKS, SAMPLES, TEMPLATES, as_read, composing, debris, emptied, places, plain
from tests.compose.small_packs import spans_of

from briefing.compose.document import Paragraph, Table
from briefing.dossier import files
from briefing.dossier.model import EMPTY

#: What the public was told of the talks in Stockholm, each in the words of the press release or in its table.
FACTS = (
    "Stockholm, 22 November 2023",
    "Roman Vassilenko, Deputy Minister of Foreign Affairs of Kazakhstan",
    "Jan Knutsson, State Secretary of the Ministry for Foreign Affairs of the Kingdom of Sweden",
    "Peter Ericson, Deputy Director-General of the Swedish Foreign Ministry",
    "political consultations",
    "political dialogue, trade and economic cooperation and ties between their peoples",
    "committed to further partnership, of benefit to both, in priority areas",
    "Deputy Minister Vassilenko spoke of Kazakhstan’s interest in broader engagement with Sweden",
    "strengthen trade and economic cooperation",
    "diversify the legal framework of bilateral relations",
    "Sweden regards Kazakhstan as its leading partner in Central Asia",
    "advance the dialogue and deepen cooperation",
    "Global issues and the multilateral agenda",
    "goals of the Nuclear Non-Proliferation Treaty (NPT)",
    "Stockholm Initiative on Nuclear Disarmament",
    "other international efforts",
    "main priorities of Kazakhstan’s foreign policy",
    "interfaith dialogue, including the Congress of Leaders of World and Traditional Religions",
    "preserve and strengthen accord between religions in the international arena",
    "Sweden is a key partner of Kazakhstan in Northern Europe",
    "important instrument of engagement between the countries",
    "The previous round was held online in 2021.",
    "In 2022, trade between Kazakhstan and Sweden grew by more than 40% compared with 2021, to 325.9 million US",
    "exports from Kazakhstan came to 96.1 million and imports to 229.8 million",
    "In January–September 2023, trade grew to 365.8 million US dollars",
    "exports from Kazakhstan came to 47.5 million and imports to 318.4 million",
    "2022\t96.1\t229.8\t325.9",
    "January–September 2023\t47.5\t318.4\t365.8",
    "51.5 million US dollars in 2022",
    "to more than 600 million since 2005",
    "more than 40 companies with capital from Sweden were registered in Kazakhstan",
)


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_of_the_talks_is_in_the_press_release(samples: Path, fact: str) -> None:
    assert fact in plain(composing("press-release").compose(files.read(samples / "stockholm-2023.json")))


def test_nothing_is_said_of_exports_that_the_figures_do_not_prove(samples: Path) -> None:
    text = plain(composing("press-release").compose(files.read(samples / "stockholm-2023.json")))
    assert "fell" not in text
    assert "exports from Kazakhstan grew" not in text


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_the_documents_of_the_samples_are_as_read(golden: Any, samples: Path, pack: str, sample: str) -> None:
    golden(f"{sample}.{pack}.txt", as_read(composing(pack).compose(files.read(samples / f"{sample}.json"))))


def test_the_full_sample_fills_every_section_of_both_documents(samples: Path) -> None:
    full = files.read(samples / "aldenport-2025.json")
    headings = {
        pack: [
            b.text for b in composing(pack).compose(full).blocks if isinstance(b, Paragraph) and b.role == "heading1"
        ]
        for pack in PACKS
    }
    assert headings["briefing-note"] == [
        "What we want", "Decision asked", "Recommendation", "Points to make", "Sensitivities", "Why we meet",
        "Topic by topic", "Only if raised", "Trade and investment", "Background", "Programme", "Side calls",
        "If the press asks", "Quotes for the press", "Record of the meeting", "After the meeting", "Handling",
        "Annex A: Biographies", "Annex B: Article 7 of the draft agreement",
    ]  # fmt: skip
    assert headings["press-release"] == ["For reference", "Notes to editors"]
    for pack in PACKS:
        document = composing(pack).compose(full)
        assert not any(span.gap for span in spans_of(document))
        assert any(isinstance(block, Table) for block in document.blocks)


@pytest.mark.parametrize("pack", PACKS)
def test_an_empty_dossier_gives_a_document_of_gaps_and_no_debris(pack: str) -> None:
    document = composing(pack).compose(EMPTY)
    assert debris(document) == []
    gaps = {span.text for span in spans_of(document) if span.gap}
    assert {"[City]", "[Date]", "[Kind of meeting]"} <= gaps
    assert all(re.fullmatch(r"\[[A-Z][^\[\]]+\]", gap) for gap in gaps)
    assert document.stem == f"{pack}_en"
    assert document.properties.author == ""


def test_head_and_foot_have_gaps_for_what_the_document_needs_there() -> None:
    note, release = (composing(pack).compose(EMPTY).furniture for pack in PACKS)
    (marking,) = note["marking"]
    assert (marking.text, marking.paths, marking.gap) == ("[Marking]", ("handling.marking",), True)
    assert release["marking"] == ()
    assert [span.text for name in ("country", "ministry", "department") for span in note[name]] == [
        "[Country on the letterhead]", "[Ministry]",
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(PACKS), st.sampled_from(SAMPLES))
def test_whatever_is_missing_no_sentence_breaks(data: st.DataObject, pack: str, sample: str) -> None:
    partial = files.read(TEMPLATES.parent / "resources" / "samples" / f"{sample}.json")
    partial = emptied(partial, data.draw(st.sets(st.sampled_from(sorted(places(partial))), max_size=12)))
    assert debris(composing(pack).compose(partial)) == []
