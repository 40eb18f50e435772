"""Wording by hand, whatever is in it: nothing raises, nothing internal gets out, every text is as the gate made it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.compose.reading import composing
from tests.compose.small_packs import composer, dossier, everything_in
from tests.dossier.test_wording import TEXTS
from tests.random_dossiers import dossiers, lines

from briefing.compose.document import Paragraph
from briefing.compose.wording import apply, pieces_of
from briefing.dossier import files, gate
from briefing.dossier import wording as w
from briefing.dossier.model import EMPTY
from briefing.dossier.wording import DocumentWording, Inserted, Moved, Piece, Rewording

SMALL = ("small", "en")
MARKER = "zqx"


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_comes_out_of_the_document_as_the_gate_made_it(tmp_path: Path, text: str) -> None:
    composing = composer(tmp_path, "Held in {{ meeting.city }}.", "public")
    facts = dossier(meeting={"city": "Velm"})
    (block,) = composing.compose(facts).blocks
    assert isinstance(block, Paragraph)
    mine = w.reword(facts, *SMALL, block.id, (Piece(text), block_value(block)), pieces_of(block.spans))
    mine, _ = w.insert(mine, *SMALL, block.id, (Piece(text, bold=True),))
    reworded, inserted = composing.compose(files.loads(files.dumps(mine))).blocks
    assert isinstance(reworded, Paragraph)
    assert isinstance(inserted, Paragraph)
    assert (reworded.text, inserted.text) == (gate.admit_line(text) + "Velm", gate.admit_line(text))


def block_value(block: Paragraph) -> Piece:
    return next(piece for piece in pieces_of(block.spans) if piece.paths)


def marked(value: str) -> Any:
    """A well-formed entry in which every text holds the marker."""
    mark = f"{MARKER}{value}"
    piece = {"text": mark, "paths": [mark], mark: mark}
    return {
        "reworded": [{"block": block, "pieces": [piece], "composed": [piece], mark: mark} for block in ("1", mark)],
        "placed": [{"id": "a", "after": "", "role": mark, "pieces": [piece], "anchor": [piece], mark: mark}],
        mark: {"deep": [mark]},
    }


@pytest.mark.parametrize("audience", ["internal", "shared", "public"])
def test_wording_of_other_documents_and_unknown_keys_never_appear(tmp_path: Path, audience: str) -> None:
    others = ("small/ru", "small/en-GB", "smal/en", "small2/en", "briefing-note/en", "/", "/en", "small/", "SMALL/EN")
    known = {"reworded": [{"block": "1", "pieces": [{"text": "Mine", MARKER: MARKER}], "composed": [],
                           MARKER: MARKER}], "placed": [], MARKER: MARKER}  # fmt: skip
    layer = {**{key: marked(key) for key in others}, "small": marked("x"), MARKER: MARKER, "small/en": known}
    facts = files.loads(json.dumps({"schema_version": 1, "wording": layer, "meeting": {"city": "Velm"}}))
    assert MARKER in facts.wording
    document = composer(tmp_path, "Held in {{ meeting.city }}.\n\nMore.", audience).compose(facts)
    assert MARKER not in everything_in(document)


@settings(max_examples=12, deadline=None)
@given(facts=dossiers(), pack=st.sampled_from(["briefing-note", "press-release"]))
def test_wording_of_the_one_document_is_not_in_the_other(facts: Any, pack: str) -> None:
    other = {"briefing-note": "press-release", "press-release": "briefing-note"}[pack]
    names = [block.id for block in composing(pack).compose(facts).blocks] or ["1"]
    for at, name in enumerate(names):
        facts = w.reword(facts, other, "en", name, (Piece(f"{MARKER}{at}"),), ())
        facts, _ = w.insert(facts, other, "en", name, (Piece(MARKER),))
        facts = w.move(facts, other, "en", name, "")
    assert MARKER not in everything_in(composing(pack).compose(facts))


@pytest.mark.parametrize("path", ["topics[t1].line_to_take", "aims.sensitivities", "no.such.field", MARKER])
def test_the_last_words_of_a_value_go_no_further_than_its_field(tmp_path: Path, path: str) -> None:
    """Another hand wrote the file, or the pack was internal once: such a value was never composed for the public."""
    facts = w.reword(EMPTY, *SMALL, "1", (Piece("Typed. "), Piece(MARKER, (path,))), (Piece("Held."),))
    facts, _ = w.insert(facts, *SMALL, "1", (Piece(MARKER, (path, "meeting.city")),))
    for audience in ("shared", "public"):
        document = composer(tmp_path, "Held.", audience).compose(facts)
        assert MARKER not in everything_in(document)
        assert isinstance(document.blocks[0], Paragraph)
        assert document.blocks[0].text.startswith("Typed. [")
        assert document.blocks[0].spans[-1].gap
    assert MARKER in everything_in(composer(tmp_path, "Held.", "internal").compose(facts))


def wordings(names: list[str]) -> st.SearchStrategy[DocumentWording]:
    """Wording of any sense or none for a document with these blocks."""
    paths = st.sampled_from(["meeting.city", "figures[r1].amount", "figures[r1].change", "press.headline", "x", ""])
    pieces = st.lists(
        st.builds(Piece, lines, st.lists(paths, max_size=2).map(tuple), st.booleans(), st.booleans()), max_size=4
    ).map(tuple)
    own = ["a", "b", "c"]
    blocks = st.sampled_from([*names, *(w.OWN + each for each in own), "", "0", "999:r1", "x", "١:r1"])
    roles = st.sampled_from(["body", "heading1", "heading2", "number", "fact", "title", "end", "nonsense"])
    turns = st.integers(0, 5)
    return st.builds(
        DocumentWording,
        st.lists(st.builds(Rewording, blocks, pieces, pieces, st.booleans()), max_size=6).map(tuple),
        st.lists(st.builds(Inserted, st.sampled_from(own), blocks, pieces, roles, pieces, turns), max_size=4).map(
            tuple
        ),
        st.lists(st.builds(Moved, blocks, blocks, pieces, pieces, turns), max_size=6).map(tuple),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), facts=dossiers(), pack=st.sampled_from(["briefing-note", "press-release"]))
def test_any_wording_can_be_put_over_any_document(data: st.DataObject, facts: Any, pack: str) -> None:
    document = composing(pack).compose(facts)
    plain = {block.id: block for block in document.blocks}
    wording = data.draw(wordings(list(plain)))

    worded = apply(document, wording)

    names = [block.id for block in worded.blocks]
    assert len(set(names)) == len(names)
    assert set(plain) <= set(names) | set(worded.left_out)
    assert not set(names) & set(worded.left_out)
    assert set(worded.left_out) == set(worded.omitted) == set(worded.left_out_after)
    touched = {name for name, each in worded.wording.items() if each.state != "moved"}
    for block in worded.blocks:
        assert block is plain.get(block.id) or block.id in touched
    known = {each.block for each in wording.rewordings}
    assert set(worded.asleep) <= known
    assert apply(document, wording) == worded
    assert all(new is old for new, old in zip(apply(document, wording).blocks, worded.blocks, strict=True))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), facts=dossiers(), after=dossiers(), pack=st.sampled_from(["briefing-note", "press-release"]))
def test_what_was_done_by_hand_holds_whatever_the_facts_become(
    data: st.DataObject, facts: Any, after: Any, pack: str
) -> None:
    document = composing(pack).compose(facts)
    blocks = [block for block in document.blocks if isinstance(block, Paragraph)]
    edited = facts
    for block in data.draw(st.lists(st.sampled_from(blocks), max_size=5)) if blocks else ():
        pieces = data.draw(st.permutations(pieces_of(block.spans)))
        edited = w.reword(edited, pack, "en", block.id, (Piece(data.draw(lines)), *pieces), pieces_of(block.spans))
    assert files.loads(files.dumps(edited)) == edited
    later = composing(pack).compose(replace(after, wording=edited.wording))
    wording = w.wording_of(edited, pack, "en")
    mine = {name for name, each in later.wording.items() if each.state in ("yours", "changed")}
    assert len(mine) + len(later.left_out) + len(later.asleep) == len(wording.rewordings)
