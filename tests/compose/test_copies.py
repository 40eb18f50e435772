"""Reading copies: numbers and page ends are added to a document, and no word of it is lost or changed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from briefing.compose.composer import Composer
from briefing.compose.copies import USUAL, WAYS, Arranger, Copy, copy_of, names_of
from briefing.compose.document import Block, Document, PageBreak, Paragraph
from briefing.compose.languages import language
from briefing.compose.packs import load
from briefing.dossier import files


@pytest.fixture(scope="module")
def note(samples: Path, templates: Path) -> Document:
    dossier = files.read(samples / "aldenport-2025.json")
    return Composer(load(templates / "briefing-note"), language("en")).compose(dossier)


@pytest.fixture(scope="module")
def release(samples: Path, templates: Path) -> Document:
    dossier = files.read(samples / "aldenport-2025.json")
    return Composer(load(templates / "press-release"), language("en")).compose(dossier)


def arranged(document: Document, copy: Copy, bare: str = "") -> tuple[Block, ...]:
    return Arranger(copy).arrange(document, "26 November 2026, 14:05 UTC", bare).blocks


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_the_usual_copy_is_the_document_itself(note: Document) -> None:
    assert Arranger(USUAL).arrange(note, "now") is note


def test_each_topic_begins_a_page_with_the_heading_of_its_section_before_the_first(note: Document) -> None:
    blocks = arranged(note, Copy(topics_apart=True))
    behind = [blocks[at + 1] for at, block in enumerate(blocks) if isinstance(block, PageBreak)]
    begun = [block.text.partition(":")[0] for block in behind if isinstance(block, Paragraph)]
    assert begun[:6] == [
        "Topic by topic", "Veterinary checks", "Electricity cable", "Short-stay visas", "Only if raised",
        "Trade and investment",
    ]  # fmt: skip
    assert texts(blocks) == texts(note.blocks)
    assert not any(isinstance(a, PageBreak) and isinstance(b, PageBreak) for a, b in pairwise(blocks))
    assert len({block.id for block in blocks}) == len(blocks)


def test_annexes_may_run_on(note: Document) -> None:
    assert any(isinstance(block, PageBreak) for block in note.blocks)
    blocks = arranged(note, Copy(annexes_apart=False))
    assert blocks == tuple(block for block in note.blocks if not isinstance(block, PageBreak))


def test_numbers_run_through_the_text_and_leave_what_stands_before_it_and_lists_alone(note: Document) -> None:
    said = texts(arranged(note, Copy(numbered=True)))
    assert said[said.index("Decision asked") + 1].startswith("1.\tWhether to sign")
    assert "2. Answer\tAgreed / Not agreed" in said
    assert any(text.startswith("For\t") for text in said)
    assert any(text.startswith("Second rail crossing. ") for text in said)
    numbers = [int(found[1]) for text in said if (found := re.match(r"(\d+)\.[\t ]", text))]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("other", [Copy(paper="A5", numbered=True), Copy(large=True, topics_apart=True, numbered=True)])
def test_a_paragraph_has_the_same_number_in_every_copy(note: Document, other: Copy) -> None:
    assert texts(arranged(note, other)) == texts(arranged(note, Copy(numbered=True)))


def test_a_paragraph_that_is_being_rewritten_counts_and_shows_no_number(note: Document) -> None:
    numbered = arranged(note, Copy(numbered=True))
    second = next(block for block in numbered if isinstance(block, Paragraph) and block.text.startswith("2. "))
    bare = arranged(note, Copy(numbered=True), bare=second.id)
    assert [a.id for a, b in zip(numbered, bare, strict=True) if a != b] == [second.id]
    assert next(block for block in bare if block.id == second.id) in note.blocks


def test_paragraphs_that_stay_are_the_objects_that_they_were(note: Document) -> None:
    arranger = Arranger(Copy(numbered=True))
    first = arranger.arrange(note, "").blocks
    blocks = list(note.blocks)
    at = next(at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and block.role == "body")
    changed = blocks[at]
    assert isinstance(changed, Paragraph)
    blocks[at] = replace(changed, spans=changed.spans[:1])
    second = arranger.arrange(replace(note, blocks=tuple(blocks)), "").blocks
    assert [a.id for a, b in zip(first, second, strict=True) if a is not b] == [changed.id]


def test_a_clearance_copy_says_version_and_time_and_the_public_one_no_version(
    note: Document, release: Document
) -> None:
    def said(document: Document) -> str:
        spans = Arranger(Copy(clearance=True)).arrange(document, "26 November 2026, 14:05 UTC").furniture["clearance"]
        return "".join(span.text for span in spans)

    assert said(note) == "For clearance, version 2, 26 November 2026, 14:05 UTC"
    assert said(release) == "For clearance, 26 November 2026, 14:05 UTC"


def test_a_copy_goes_by_its_names() -> None:
    assert copy_of(WAYS) == Copy("A5", True, True, False, True, True)
    assert names_of(copy_of(["numbered", "a5"])) == ("a5", "numbered")
    assert copy_of(()) == USUAL
    for name in WAYS:
        assert names_of(copy_of([name])) == (name,)
