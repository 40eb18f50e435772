"""Filling: composing after an edit gives what composing anew gives, and unchanged blocks are the very same objects."""

from __future__ import annotations

import gc
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compose.small_packs import ENGLISH, composer, dossier, roles_of, spans_of, text_of
from tests.random_dossiers import lines, prose_texts

from briefing.compose.composer import Composer
from briefing.compose.document import Document, Paragraph, numbered
from briefing.compose.packs import load
from briefing.dossier import edits, files, ids
from briefing.dossier.model import EMPTY, Dossier, Line, Person, Side, Statement, Topic

TEXTS = (
    "title", "house.ministry", "handling.marking", "meeting.kind", "meeting.format", "meeting.date", "meeting.city",
    "meeting.venue", "meeting.start_time", "meeting.previous.city", "meeting.round", "press.headline",
    "outcomes.next_round", "trade.source", "trade.reporter",
)  # fmt: skip
PROSES = ("meeting.reason", "press.reference")
CODES = ("visit", "phone_call", "video", "first", "2024-02-29", "2021", "src2", "SE")


def random_edit(data: st.DataObject, dossier: Dossier) -> Dossier:
    """The next dossier after something that a person might do."""
    kind = data.draw(st.sampled_from(["text", "prose", "row text", "insert", "remove", "move", "side"]))
    if kind == "text":
        return edits.set_value(dossier, data.draw(st.sampled_from(TEXTS)), data.draw(lines | st.sampled_from(CODES)))
    if kind == "prose":
        return edits.set_value(dossier, data.draw(st.sampled_from(PROSES)), data.draw(prose_texts))
    if kind == "side":
        return edits.set_value(
            dossier, "sides", data.draw(st.sampled_from([(), dossier.sides[:1], dossier.sides[::-1]]))
        )
    if kind == "insert":
        return edits.insert_row(dossier, *data.draw(st.sampled_from(new_rows())), data.draw(st.integers(0, 4)))
    rows = [*(f"topics[{each.id}]" for each in dossier.topics), *(f"figures[{each.id}]" for each in dossier.figures)]
    rows += [f"outcomes.agreed[{each.id}]" for each in dossier.outcomes.agreed]
    if not rows:
        return EMPTY
    row = data.draw(st.sampled_from(rows))
    if kind == "remove":
        return edits.remove_row(dossier, row)
    if kind == "move":
        return edits.move_row(dossier, row, data.draw(st.integers(0, 4)))
    inside = {"topics": ".line_to_take", "figures": ".amount.value", "outcomes": ".text"}
    return edits.set_value(dossier, row + inside[row.split("[")[0].split(".")[0]], data.draw(prose_texts))


def new_rows() -> list[tuple[str, Topic | Line | Side]]:
    return [
        ("topics", Topic(ids.new_id(), area="New", statements=(Statement(ids.new_id(), text="Said."),))),
        ("outcomes.agreed", Line(ids.new_id(), "More")),
        ("sides", Side(ids.new_id(), "NO", people=(Person(ids.new_id(), "A. Person", office="Minister"),))),
    ]


@settings(max_examples=4, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("pack", ["briefing-note", "press-release"])
def test_composing_step_by_step_equals_composing_anew(
    templates: Path, samples: Path, pack: str, data: st.DataObject
) -> None:
    kept = Composer(load(templates / pack), ENGLISH)
    dossier = files.read(samples / "aldenport-2025.json")
    kept.compose(dossier)
    for _ in range(data.draw(st.integers(1, 6))):
        dossier = random_edit(data, dossier)
        assert kept.compose(dossier) == Composer(load(templates / pack), ENGLISH).compose(dossier)


def shared(before: Document, after: Document) -> int:
    known = {id(block) for block in before.blocks}
    return sum(id(block) in known for block in after.blocks)


@pytest.mark.parametrize("pack", ["briefing-note", "press-release"])
def test_blocks_that_did_not_change_are_the_very_same(templates: Path, samples: Path, pack: str) -> None:
    composing = Composer(load(templates / pack), ENGLISH)
    sample = files.read(samples / "aldenport-2025.json")
    before = composing.compose(sample)
    assert shared(before, composing.compose(sample)) == len(before.blocks)

    after = composing.compose(edits.set_value(sample, "outcomes.agreed[ag1].text", "Another point"))

    assert shared(before, after) == len(before.blocks) - 1
    assert len(after.blocks) == len(before.blocks)


def test_blocks_that_are_printed_twice_are_kept_too(tmp_path: Path) -> None:
    composing = composer(tmp_path, "{% for x in [1, 1, 1] %}\n{{ meeting.city }}\n\n{% endfor %}\n{{ title }}\n")
    before = composing.compose(dossier(meeting={"city": "Velm"}, title="a"))
    after = composing.compose(dossier(meeting={"city": "Velm"}, title="b"))
    assert [block.id for block in after.blocks] == ["2:1", "2:1~2", "2:1~3", "5"]
    assert shared(before, after) == 3


@pytest.mark.parametrize(
    ("body", "roles"),
    [
        ("{quote} {{ press.notes }}", ["quote", "quote", "quote"]),
        ("{note} {{ press.notes }}", ["note", "note", "note"]),
        ("{lead} So: {{ press.notes }}", ["lead", "body", "bullet"]),
        ("- {{ press.notes }}", ["bullet", "continuation", "bullet"]),
        ("{fact} Notes | {{ press.notes }}", ["fact", "continuation", "bullet"]),
    ],
)
def test_prose_goes_on_in_the_way_that_it_began(tmp_path: Path, body: str, roles: list[str]) -> None:
    notes = {"notes": "One.\nTwo.\n- three"}
    assert roles_of(composer(tmp_path, body).compose(dossier(press=notes))) == roles


def test_a_list_in_a_quotation_has_its_look_and_its_marks(tmp_path: Path) -> None:
    notes = {"notes": "So:\n- one\n1. two\n2. three"}
    document = composer(tmp_path, "{quote} {{ press.notes }}").compose(dossier(press=notes))
    assert text_of(document) == ["So:", "• one", "1. two", "2. three"]
    assert {path for span in spans_of(document) for path in span.paths} == {"press.notes"}


def test_a_list_in_an_item_stands_within_it_and_the_numbers_go_on(tmp_path: Path) -> None:
    body = "1. {{ press.notes }}\n\n1. Then.\n"
    document = composer(tmp_path, body).compose(dossier(press={"notes": "So:\n- one\nAnd so."}))
    found = [(b.role, b.level, number) for b, number in numbered(document.blocks) if isinstance(b, Paragraph)]
    assert found == [("number", 0, 1), ("bullet", 1, 0), ("continuation", 0, 0), ("number", 0, 2)]


def test_prose_in_bold_is_bold_to_its_end(tmp_path: Path) -> None:
    document = composer(tmp_path, "**{{ press.notes }}**").compose(dossier(press={"notes": "One.\nTwo."}))
    assert [span.bold for span in spans_of(document)] == [True, True]


def test_a_list_that_a_fact_begins_with_stands_whole_under_its_label(tmp_path: Path) -> None:
    document = composer(tmp_path, "{fact} Notes | {{ press.notes }}").compose(dossier(press={"notes": "- a\n- b"}))
    assert list(zip(roles_of(document), text_of(document), strict=True)) == [
        ("fact", "Notes\t"), ("bullet", "a"), ("bullet", "b"),
    ]  # fmt: skip


def test_a_row_that_a_field_names_is_looked_up_anew(tmp_path: Path) -> None:
    composing = composer(tmp_path, "{% for s in topics[0].statements %}{{ s.side.country }}{% endfor %}")
    full = dossier(sides=[{"id": "s", "country": "SE"}], topics=[{"id": "t", "statements": [{"id": "x", "side": "s"}]}])
    assert (
        composing.compose(full).blocks[0]
        != composing.compose(edits.set_value(full, "sides[s].country", "NO")).blocks[0]
    )


def test_edits_leave_no_memory_behind(templates: Path, samples: Path) -> None:
    """Measured over edits in one field, at the most that is held: what has gone is forgotten now and then."""
    composing = Composer(load(templates / "press-release"), ENGLISH)
    dossier = files.read(samples / "stockholm-2023.json")

    def most(start: int, number: int) -> int:
        nonlocal dossier
        held = []
        for at in range(start, start + number):
            dossier = edits.set_value(dossier, "meeting.city", f"City number {at}")
            composing.compose(dossier)
            if at % 10 == 0 and tracemalloc.is_tracing():
                gc.collect()
                held.append(tracemalloc.get_traced_memory()[0])
        return max(held, default=0)

    most(0, 700)
    tracemalloc.start()
    most(700, 400)
    before = most(1100, 400)
    grown = most(1500, 400) - before
    tracemalloc.stop()
    assert grown < 12_000


@pytest.mark.parametrize("pack", ["briefing-note", "press-release"])
def test_composing_makes_no_cycles(templates: Path, samples: Path, pack: str) -> None:
    """The app lets Python look for cycles rarely, and relies on there being none."""
    composing = Composer(load(templates / pack), ENGLISH)
    dossier = files.read(samples / "aldenport-2025.json")
    composing.compose(dossier)
    gc.collect()
    gc.disable()
    try:
        for at in range(10):
            dossier = edits.set_value(dossier, "meeting.city", f"City number {at}")
            composing.compose(dossier)
        assert gc.collect() == 0
    finally:
        gc.enable()
