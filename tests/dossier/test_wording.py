"""The wording layer: edits that share what they leave alone, gated texts, and files read strictly."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.random_dossiers import NASTY

from briefing.dossier import files, gate
from briefing.dossier import wording as w
from briefing.dossier.decode import FileError
from briefing.dossier.model import EMPTY, Dossier
from briefing.dossier.wording import Piece, Pieces

PACK = ("press-release", "en")
CITY = Piece("Velm", ("meeting.city",))
COMPOSED: Pieces = (Piece("Held in "), CITY, Piece("."))
MINE: Pieces = (Piece("They met in "), CITY, Piece(", at last.", bold=True))
#: What a person may type, and worse, that comes in by other ways.
TEXTS = (
    *NASTY, "Ernst & Young <KZ>", "R&D", "*a*", "a|b", "# x", "1. x", "{{7*7}}", "{% for %}", "]]>", "a\x00b", "a\x0bb",
    "a\ud800b", "a\ufffeb", "\ufdd0\ufdd1", "\u200fabc", "two\nlines", "a\tb", "é", "x" * 1_000_000,
)  # fmt: skip


def load(layer: Any) -> Dossier:
    return files.loads(json.dumps({"schema_version": 1, "wording": layer}))


def worded(dossier: Dossier, pack: str = "press-release", language: str = "en") -> w.DocumentWording:
    return w.wording_of(dossier, pack, language)


def placed(dossier: Dossier) -> list[tuple[str, str]]:
    """Each paragraph inserted and block moved, with what it stands after, in turn."""
    wording = worded(dossier)
    both: list[w.Inserted | w.Moved] = [*wording.inserted, *wording.moved]
    return [(each.block, each.after) for each in sorted(both, key=lambda each: each.turn)]


def test_a_paragraph_is_reworded_reworded_again_and_restored() -> None:
    once = w.reword(EMPTY, *PACK, "7", MINE, COMPOSED)
    assert worded(once).rewordings == (w.Rewording("7", MINE, COMPOSED),)
    other = (Piece("Other words."),)
    again = w.reword(w.reword(once, *PACK, "9:t1", other, COMPOSED), *PACK, "7", other, COMPOSED)
    assert [(each.block, each.pieces) for each in worded(again).rewordings] == [("7", other), ("9:t1", other)]
    assert w.restore(w.restore(again, *PACK, "7"), *PACK, "9:t1") == EMPTY


def test_what_changes_nothing_gives_the_very_same_dossier() -> None:
    full, own = w.insert(w.reword(EMPTY, *PACK, "7", MINE, COMPOSED), *PACK, "7", MINE)
    full = w.move(w.leave_out(full, *PACK, "8", COMPOSED), *PACK, "9", "")
    assert w.reword(full, *PACK, "7", MINE, COMPOSED) is full
    assert w.reword(full, *PACK, "30", COMPOSED, COMPOSED) is full
    assert w.leave_out(full, *PACK, "8", COMPOSED) is full
    assert w.restore(full, *PACK, "30") is full
    assert w.rewrite_inserted(full, *PACK, own, MINE) is full
    assert w.rewrite_inserted(full, *PACK, "own:none", MINE) is full
    assert w.move(full, *PACK, "9", "") is full
    assert w.move(full, *PACK, "9", "9") is full
    assert w.accept_facts(full, *PACK, "7", COMPOSED) is full
    assert w.accept_facts(full, *PACK, "30", COMPOSED) is full
    assert w.rename(full, *PACK, {"30": "31"}) is full
    assert w.unmove(full, *PACK, "30") is full
    assert w.restore(EMPTY, *PACK, "7") is EMPTY
    assert full.meeting is EMPTY.meeting


def test_a_block_that_was_never_moved_keeps_its_words_and_the_moves_of_others() -> None:
    words = w.reword(EMPTY, *PACK, "7", MINE, COMPOSED)
    both = w.move(w.move(w.move(words, *PACK, "7", "9"), *PACK, "8", ""), *PACK, "7", "8")
    assert placed(w.unmove(both, *PACK, "7")) == [("8", "")]
    assert worded(w.unmove(both, *PACK, "7")).rewordings == worded(words).rewordings
    assert w.unmove(w.unmove(both, *PACK, "7"), *PACK, "8") == words


def test_each_document_type_and_language_has_wording_of_its_own() -> None:
    both = w.reword(w.reword(EMPTY, *PACK, "7", MINE, COMPOSED), "briefing-note", "en", "7", (Piece("x"),), COMPOSED)
    assert worded(both).rewordings[0].pieces == MINE
    assert worded(both, "briefing-note").rewordings[0].pieces == (Piece("x"),)
    assert not worded(both, "press-release", "ru")
    assert worded(both, "note", "en") == w.NOTHING


def test_words_as_composed_are_no_rewording_and_no_words_leave_the_block_out() -> None:
    mine = w.reword(EMPTY, *PACK, "7", MINE, COMPOSED)
    assert w.reword(mine, *PACK, "7", COMPOSED, COMPOSED) == EMPTY
    for nothing in ((), (Piece(" "),)):
        assert worded(w.reword(mine, *PACK, "7", nothing, COMPOSED)).rewordings == (
            w.Rewording("7", (), COMPOSED, left_out=True),
        )
    assert worded(w.reword(w.leave_out(mine, *PACK, "7", COMPOSED), *PACK, "7", MINE, COMPOSED)) == worded(mine)


def test_a_paragraph_of_ones_own_is_rewritten_moved_and_removed() -> None:
    first, own = w.insert(EMPTY, *PACK, "7", MINE, "bullet")
    assert own.startswith(w.OWN)
    assert w.insert(EMPTY, *PACK, "7", MINE)[1] != own
    assert worded(first).inserted == (w.Inserted(own.removeprefix(w.OWN), "7", MINE, "bullet"),)
    other = (Piece("Other."),)
    for rewritten in (w.rewrite_inserted(first, *PACK, own, other), w.reword(first, *PACK, own, other, ())):
        assert [each.pieces for each in worded(rewritten).inserted] == [other]
    assert w.leave_out(first, *PACK, own, ()) == w.restore(first, *PACK, own) == EMPTY
    assert w.restore(w.move(first, *PACK, own, "9"), *PACK, own) == EMPTY


def test_what_stood_after_a_removed_paragraph_stands_where_that_stood() -> None:
    full, first = w.insert(EMPTY, *PACK, "7", MINE, anchor=COMPOSED)
    full, second = w.insert(full, *PACK, first, MINE)
    full = w.move(full, *PACK, "20", second)
    assert placed(w.restore(full, *PACK, first)) == [(second, "7"), ("20", second)]
    assert worded(w.restore(full, *PACK, first)).inserted[0].anchor == COMPOSED
    assert placed(w.restore(w.restore(full, *PACK, first), *PACK, second)) == [("20", "7")]


def test_one_move_after_another_of_a_block_is_one_move() -> None:
    moved = w.move(w.move(EMPTY, *PACK, "7", "8", composed=COMPOSED), *PACK, "7", "9")
    assert worded(moved).moved == (w.Moved("7", "9"),)
    assert placed(w.move(w.move(moved, *PACK, "10", "7"), *PACK, "7", "8")) == [("7", "9"), ("10", "7"), ("7", "8")]


def test_accepting_the_facts_keeps_the_words_and_takes_the_values() -> None:
    mine = w.reword(EMPTY, *PACK, "7", MINE, COMPOSED)
    now: Pieces = (Piece("Was held in "), Piece("Strelsau", ("meeting.city",)), Piece("."))
    (accepted,) = worded(w.accept_facts(mine, *PACK, "7", now)).rewordings
    assert [each.text for each in accepted.pieces] == ["They met in ", "Strelsau", ", at last."]
    assert accepted.composed == now


def test_a_value_that_stands_twice_in_other_words_is_the_same_one_of_both() -> None:
    base = (Piece("Velm", CITY.paths), Piece(" – talks "), Piece("in Velm", CITY.paths))
    mine = w.reword(EMPTY, *PACK, "7", (Piece("Talks were held "), base[2]), base)
    now = (Piece("Ober", CITY.paths), Piece(" – talks "), Piece("in Ober", CITY.paths))
    (accepted,) = worded(w.accept_facts(mine, *PACK, "7", now)).rewordings
    assert accepted.pieces[1].text == "in Ober"


@pytest.mark.parametrize("text", TEXTS)
def test_every_text_passes_the_gate(text: str) -> None:
    dossier, own = w.insert(EMPTY, *PACK, "", (Piece(text),))
    dossier = w.reword(dossier, *PACK, "7", (Piece("x "), Piece(text), CITY), COMPOSED)
    line = gate.admit_line(text)
    (reworded,), (inserted,) = worded(dossier).rewordings, worded(dossier).inserted
    assert "".join(each.text for each in reworded.pieces) == f"x {line}Velm"
    assert "".join(each.text for each in inserted.pieces) == line
    assert files.loads(files.dumps(dossier)) == dossier
    assert w.restore(w.restore(dossier, *PACK, own), *PACK, "7") == EMPTY


def test_the_tab_of_a_fact_stays() -> None:
    composed = (Piece("Where\t"), CITY)
    dossier = w.reword(EMPTY, *PACK, "7", (Piece("Place\twhere\t"), CITY), composed)
    assert worded(dossier).rewordings[0].pieces[0].text == "Place\twhere "
    own, _ = w.insert(dossier, *PACK, "7", (Piece("a\tb\tc"),), "fact")
    assert worded(own).inserted[0].pieces[0].text == "a\tb c"
    assert files.loads(files.dumps(own)) == own


def test_a_file_keeps_all_and_unknown_keys_outlive_edits() -> None:
    piece = {"text": "x", "y": 1}
    layer = {
        "press-release/en": {
            "reworded": [{"block": "7", "pieces": [piece], "composed": [piece], "y": 1}],
            "placed": [{"id": "a", "after": "", "pieces": [piece], "y": 1}, {"block": "8", "after": "7", "y": 1}],
            "y": {"deep": [1]},
        },
        "y": [1],
        "other/ru": {},
    }
    dossier = load(layer)
    assert json.loads(files.dumps(dossier))["wording"] == layer
    assert files.loads(files.dumps(dossier)) == dossier

    edited = json.loads(w.reword(dossier, *PACK, "7", MINE, COMPOSED).wording)
    assert edited["y"] == [1]
    entry = edited["press-release/en"]
    assert (entry["y"], entry["reworded"][0]["y"], entry["placed"]) == (
        {"deep": [1]}, 1, layer["press-release/en"]["placed"],  # type: ignore[index]
    )  # fmt: skip


def test_texts_of_a_file_pass_the_gate() -> None:
    dirty = [{"text": "a\u0000\nb"}]
    reworded = {"block": "7", "pieces": dirty, "composed": dirty, "left_out": None}
    placed = {"id": "a", "after": "", "role": "fact", "pieces": [{"text": "a\tb\tc"}]}
    wording = worded(load({"p/en": {"reworded": [reworded], "placed": [placed]}}), "p")
    assert wording.rewordings == (w.Rewording("7", (Piece("a␀ b"),), (Piece("a␀ b"),)),)
    assert wording.inserted[0].pieces == (Piece("a\tb c"),)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ([], "wording.p/en: an object was expected, but there is a list."),
        ({"reworded": {}}, "wording.p/en.reworded: a list was expected, but there is an object."),
        ({"reworded": [7]}, "wording.p/en.reworded, row 1: an object was expected, but there is a number."),
        ({"reworded": [{}]}, "wording.p/en.reworded, row 1.block: text was expected, but there is nothing."),
        ({"reworded": [{"block": ""}]}, "wording.p/en.reworded, row 1.block: it is empty."),
        ({"reworded": [{"block": "7", "pieces": "x"}]}, "row 1.pieces: a list was expected, but there is text."),
        ({"reworded": [{"block": "7", "pieces": ["x"]}]}, "row 1.pieces, row 1: an object was expected"),
        ({"reworded": [{"block": "7", "pieces": [{}]}]}, "row 1.pieces, row 1.text: text was expected"),
        ({"reworded": [{"block": "7", "composed": [{"text": 1}]}]}, "row 1.composed, row 1.text: text was expected"),
        ({"reworded": [{"block": "7", "pieces": [{"text": "", "paths": "x"}]}]}, "row 1.paths: a list was expected"),
        ({"reworded": [{"block": "7", "pieces": [{"text": "", "paths": [1]}]}]}, "row 1.paths: text was expected"),
        ({"reworded": [{"block": "7", "pieces": [{"text": "", "bold": 1}]}]}, "row 1.bold: true or false was expected"),
        ({"reworded": [{"block": "7", "pieces": [{"text": "", "link": 1}]}]}, "row 1.link: text was expected"),
        ({"reworded": [{"block": "7", "left_out": "yes"}]}, "row 1.left_out: true or false was expected"),
        ({"reworded": [{"block": "7"}, {"block": "7"}]}, 'reworded, row 2: "7" stands there twice.'),
        ({"placed": [{"id": "A", "after": ""}]}, 'placed, row 1: its "id" must be small letters and digits.'),
        ({"placed": [{"id": 7, "after": ""}]}, 'placed, row 1: its "id" must be small letters and digits.'),
        ({"placed": [{"id": "a"}]}, "placed, row 1.after: text was expected"),
        ({"placed": [{"id": "a", "after": 1}]}, "placed, row 1.after: text was expected"),
        ({"placed": [{"id": "a", "after": "", "role": 1}]}, "placed, row 1.role: text was expected"),
        ({"placed": [{"id": "a", "after": ""}, {"id": "a", "after": ""}]}, 'placed, row 2: "a" stands there twice.'),
        ({"placed": [{"after": "7"}]}, "placed, row 1.block: text was expected"),
    ],
)
def test_malformed_wording_is_refused_with_its_place(entry: Any, says: str) -> None:
    with pytest.raises(FileError) as refused:
        load({"p/en": entry})
    assert says in str(refused.value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["reworded", "placed", "block", "id", "after", "pieces", "composed", "text", "paths", "role", "x"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(json_values)
def test_wording_of_any_form_is_read_or_refused(entry: Any) -> None:
    try:
        dossier = load({"p/en": entry})
    except FileError:
        return
    wording = worded(dossier, "p")
    assert files.loads(files.dumps(dossier)) == dossier
    assert bool(wording) == any((entry or {}).get(name) for name in ("reworded", "placed"))
