"""Wording by hand over composed documents: words stay, values follow, changed facts show, nothing is overwritten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.compose.reading import composing
from tests.compose.small_packs import ENGLISH, composer, dossier, small_pack, text_of

from briefing.compose.composer import Composer
from briefing.compose.document import Document, Paragraph, Span
from briefing.compose.wording import anchor, apply, pieces_of, section_end, settle, sleeping
from briefing.dossier import edits, files
from briefing.dossier import wording as w
from briefing.dossier.model import Dossier
from briefing.dossier.wording import Piece, Pieces

SMALL, RELEASE = ("small", "en"), ("press-release", "en")

BODY = """# Talks in {{ meeting.city }}

{lead} The talks in {{ meeting.city }} were held {{ meeting.date|when }}.

## Topics

{% for topic in topics %}
{{ topic.area }}: {{ topic.line_to_take }}

{% endfor %}
### Detail

Some detail of {{ meeting.venue }}.

## Trade

{{ trade_lines|trade_table }}

It closed.

{end} ENDS

{note} For the press.
"""
FACTS: dict[str, Any] = {
    "meeting": {"city": "Velm", "date": "2025-05-14", "venue": "Grand Hotel"},
    "topics": [
        {"id": "t1", "area": "Rail", "line_to_take": "We build."},
        {"id": "t2", "area": "Food", "line_to_take": "We *plainly* eat."},
    ],
    "figures": [
        {"id": "f1", "measure": "export", "period": {"start": "2024-01-01", "end": "2024-12-31"},
         "amount": {"value": "5", "scale": "million", "unit": "EUR"}}
    ],
}  # fmt: skip
#: The blocks of BODY by the line that they come from.
TITLE, LEAD, TOPICS, RAIL, FOOD, DETAIL, SOME, TRADE, TABLE, CLOSED, END, NOTE = (
    "1", "3", "5", "8:t1", "8:t2", "11", "13", "15", "17", "19", "21", "23",
)  # fmt: skip


@pytest.fixture
def small(tmp_path: Path) -> Composer:
    return composer(tmp_path, BODY)


def ids(document: Document) -> list[str]:
    return [block.id for block in document.blocks]


def text(document: Document, block: str) -> str:
    (found,) = [each.text for each in document.blocks if each.id == block and isinstance(each, Paragraph)]
    return found.replace("\u00a0", " ")


def states(document: Document) -> dict[str, str]:
    return {name: worded.state for name, worded in document.wording.items()}


def composed(document: Document, block: str) -> Pieces:
    return anchor(document, block)


def say(facts: Dossier, document: Document, block: str, *words: str | Piece, key: tuple[str, str] = SMALL) -> Dossier:
    """The dossier with a block reworded: texts are typed words, pieces live values."""
    pieces = tuple(Piece(each) if isinstance(each, str) else each for each in words)
    return w.reword(facts, *key, block, pieces, composed(document, block))


def live(document: Document, block: str, path: str, nth: int = 0) -> Piece:
    return [piece for piece in composed(document, block) if piece.paths == (path,)][nth]


def test_the_blocks_of_the_small_document(small: Composer) -> None:
    assert ids(small.compose(dossier(**FACTS))) == [
        TITLE, LEAD, TOPICS, RAIL, FOOD, DETAIL, SOME, TRADE, TABLE, CLOSED, END, NOTE,
    ]  # fmt: skip


def test_without_wording_nothing_is_done(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    assert apply(document, w.wording_of(facts, *SMALL)) is document
    assert not document.wording
    assert (document.left_out, document.omitted, document.renamed, document.asleep) == ((), {}, {}, ())


def test_words_stay_as_typed_and_values_follow(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    city = live(document, LEAD, "meeting.city")
    mine = say(facts, document, LEAD, Piece(" *At last* ", bold=True), "we met in ", replace(city, italic=True), "!")
    worded = small.compose(edits.set_value(mine, "meeting.city", "Strelsau"))
    (lead,) = [each for each in worded.blocks if each.id == LEAD and isinstance(each, Paragraph)]
    assert lead.spans == (
        Span(" *At last* ", bold=True),
        Span("we met in "),
        Span("Strelsau", ("meeting.city",), italic=True),
        Span("!"),
    )
    assert lead.role == "lead"
    assert states(worded) == {LEAD: "yours"}
    assert "".join(span.text for span in worded.wording[LEAD].composed).startswith("The talks in Strelsau were held")
    assert text(worded, TITLE) == "Talks in Strelsau"


def test_what_was_not_touched_and_what_reads_the_same_are_the_same_objects(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    mine = say(facts, document, LEAD, "We met.")
    mine, _ = w.insert(mine, *SMALL, LEAD, (Piece("Mine."),))
    first = {each.id: each for each in small.compose(mine).blocks}
    again = {each.id: each for each in small.compose(edits.set_value(mine, "meeting.venue", "Hall")).blocks}
    assert [name for name in again if again[name] is not first[name]] == [SOME]
    plain = {each.id: each for each in document.blocks}
    assert [name for name in first if first[name] is not plain.get(name)] == [
        LEAD,
        w.wording_of(mine, *SMALL).inserted[0].block,
    ]


def test_a_value_is_looked_for_in_its_block_then_in_the_document_and_then_keeps_its_words(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    venue = live(document, SOME, "meeting.venue")
    gone = Piece("Rail", ("topics[t1].area",))
    mine = say(facts, document, LEAD, "At ", venue, " on ", gone, ".")
    changed = edits.set_value(mine, "meeting.venue", "Hall")
    changed = edits.set_value(changed, "topics[t1].area", "Roads")
    assert text(small.compose(changed), LEAD) == "At Hall on Roads."
    worded = small.compose(edits.remove_row(changed, "topics[t1]"))
    (lead,) = [each for each in worded.blocks if each.id == LEAD and isinstance(each, Paragraph)]
    assert text(worded, LEAD) == "At Hall on Rail."
    assert lead.spans[-1] == Span(" on Rail.")


def test_an_empty_field_is_a_gap_in_ones_own_words_too(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    mine = say(facts, document, LEAD, "In ", live(document, LEAD, "meeting.city"))
    (lead,) = [each for each in small.compose(edits.set_value(mine, "meeting.city", "")).blocks if each.id == LEAD]
    assert isinstance(lead, Paragraph)
    assert lead.spans[-1] == Span("[City]", ("meeting.city",), gap=True)


CHANGE = "{% for line in trade_lines %}\nTrade {{ line|turnover }}.\n\n{% endfor %}"


def grown(**change: Any) -> Dossier:
    figure = {
        "id": "f1", "measure": "total", "period": {"start": "2024-01-01", "end": "2024-12-31"},
        "amount": {"value": "5", "scale": "million", "unit": "EUR"}, "change": change,
    }  # fmt: skip
    return dossier(figures=[figure])


@pytest.mark.parametrize(
    ("change", "amount", "state", "reads"),
    [
        ({"percent": "12"}, "5", "yours", "Trade grew by 12% to 5 million euros, at last."),
        ({"percent": "15.5"}, "6", "yours", "Trade grew by 15.5% to 6 million euros, at last."),
        ({"percent": "-12"}, "5", "changed", "Trade fell by 12% to 5 million euros, at last."),
        ({}, "5", "changed", "Trade grew by 12% to 5 million euros, at last."),
    ],
)
def test_a_change_of_values_is_none_and_a_change_of_words_is_flagged(
    tmp_path: Path, change: dict[str, Any], amount: str, state: str, reads: str
) -> None:
    composing = composer(tmp_path, CHANGE)
    facts = grown(percent="12")
    document = composing.compose(facts)
    (block,) = ids(document)
    pieces = composed(document, block)
    mine = say(facts, document, block, *pieces[:-1], ", at last.")
    layer = mine.wording
    now = edits.set_value(replace(grown(**change), wording=layer), "figures[f1].amount.value", amount)
    worded = composing.compose(now)
    assert states(worded) == {block: state}
    assert text(worded, block) == reads
    assert now.wording == layer

    kept = w.accept_facts(now, *SMALL, block, pieces_of(worded.wording[block].composed))
    assert states(composing.compose(kept)) == {block: "yours"}
    assert text(composing.compose(kept), block) == reads


def test_a_value_written_over_is_flagged_when_it_changes(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    mine = say(facts, document, LEAD, "In old Velm on ", live(document, LEAD, "meeting.date"), ".")
    assert states(small.compose(edits.set_value(mine, "meeting.date", "2025-06-01"))) == {LEAD: "yours"}
    assert states(small.compose(edits.set_value(mine, "meeting.city", "Strelsau"))) == {LEAD: "changed"}


def test_prose_follows_with_its_looks_unless_others_were_given(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    path = ("topics[t2].line_to_take",)
    pieces = composed(document, FOOD)
    assert [each.italic for each in pieces if each.paths == path] == [False, True, False]
    mine = say(facts, document, FOOD, "Food. ", *[each for each in pieces if each.paths == path])
    mine = edits.set_value(mine, "topics[t2].line_to_take", "**Eat** now.")
    (food,) = [each for each in small.compose(mine).blocks if each.id == FOOD and isinstance(each, Paragraph)]
    assert food.spans == (Span("Food. "), Span("Eat", path, bold=True), Span(" now.", path))
    all_bold = [replace(each, bold=True, italic=False) for each in pieces if each.paths == path]
    (food,) = [
        each
        for each in small.compose(say(facts, document, FOOD, *all_bold)).blocks
        if each.id == FOOD and isinstance(each, Paragraph)
    ]
    assert food.spans == (Span("We plainly eat.", path, bold=True),)


def test_a_link_of_the_template_stays_one(tmp_path: Path) -> None:
    composing = composer(tmp_path, "See [our pages](https://a.example) for more.")
    facts = dossier()
    document = composing.compose(facts)
    mine = say(facts, document, "1", "Look at our pages, please.")
    (block,) = composing.compose(mine).blocks
    assert isinstance(block, Paragraph)
    assert [(span.text, span.link) for span in block.spans] == [
        ("Look at ", ""), ("our pages", "https://a.example"), (", please.", ""),
    ]  # fmt: skip


def test_the_title_is_the_persons_own_wherever_it_stands(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    worded = small.compose(say(facts, document, TITLE, "A day in ", live(document, TITLE, "meeting.city")))
    assert worded.properties.title == "A day in Velm"
    assert "".join(span.text for span in worded.furniture["title"]) == "A day in Velm"
    out = small.compose(w.leave_out(facts, *SMALL, TITLE, composed(document, TITLE)))
    assert (out.properties.title, out.furniture["title"]) == ("Small", ())


def test_blocks_of_every_kind_are_left_out_and_restored(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    out = facts
    for block in (TOPICS, TABLE, TITLE, CLOSED):
        out = w.leave_out(out, *SMALL, block, composed(document, block))
    less = small.compose(out)
    assert ids(less) == [each for each in ids(document) if each not in (TOPICS, TABLE, TITLE, CLOSED)]
    assert less.left_out == (TITLE, TOPICS, TABLE, CLOSED)
    assert less.left_out_after == {TITLE: "", TOPICS: LEAD, TABLE: TRADE, CLOSED: TRADE}
    assert [span.text for span in less.omitted[CLOSED]] == ["It closed."]
    assert less.omitted[TABLE][0].text
    assert states(less) == {}
    for block in less.left_out:
        out = w.restore(out, *SMALL, block)
    assert out == facts


def test_paragraphs_of_ones_own_stand_where_they_were_put(small: Composer) -> None:
    facts, top = w.insert(dossier(**FACTS), *SMALL, "", (Piece("Top."),))
    facts, first = w.insert(facts, *SMALL, CLOSED, (Piece("In "), Piece("?", ("meeting.city",))), "bullet")
    facts, nearer = w.insert(facts, *SMALL, CLOSED, (Piece("Nearer."),), "no such role")
    facts, after = w.insert(facts, *SMALL, first, ())
    document = small.compose(facts)
    assert ids(document)[0] == top
    assert ids(document)[-6:] == [CLOSED, nearer, first, after, END, NOTE]
    assert text(document, first) == "In Velm"
    assert [each.role for each in document.blocks if each.id in (first, nearer) and isinstance(each, Paragraph)] == [
        "body", "bullet",
    ]  # fmt: skip
    assert states(document) == dict.fromkeys((top, first, nearer, after), "inserted")


def test_a_paragraph_whose_neighbour_is_gone_stands_behind_the_template_lines_above_it(small: Composer) -> None:
    facts = dossier(**FACTS)
    facts, own = w.insert(facts, *SMALL, FOOD, (Piece("Mine."),))
    without = edits.remove_row(facts, "topics[t2]")
    assert ids(small.compose(without))[3:6] == [RAIL, own, DETAIL]
    neither = edits.remove_row(without, "topics[t1]")
    assert ids(small.compose(neither))[2:4] == [TOPICS, own]
    assert ids(small.compose(facts))[4:6] == [FOOD, own]


def test_moves_take_sections_along_and_add_up(small: Composer) -> None:
    facts = dossier(**FACTS)
    moved = w.move(facts, *SMALL, TRADE, LEAD)
    document = small.compose(moved)
    assert ids(document) == [TITLE, LEAD, TRADE, TABLE, CLOSED, TOPICS, RAIL, FOOD, DETAIL, SOME, END, NOTE]
    assert states(document) == {TRADE: "moved"}
    moved = w.move(moved, *SMALL, FOOD, TOPICS)
    moved = w.move(moved, *SMALL, TOPICS, "")
    document = small.compose(moved)
    assert ids(document) == [TOPICS, FOOD, RAIL, DETAIL, SOME, TITLE, LEAD, TRADE, TABLE, CLOSED, END, NOTE]
    assert section_end(document.blocks, 0) == 5
    assert section_end(document.blocks, 1) == 2
    moved, own = w.insert(moved, *SMALL, FOOD, (Piece("Mine."),))
    moved = w.move(moved, *SMALL, own, END)
    assert ids(small.compose(moved))[-3:] == [END, own, NOTE]
    for block in (TRADE, FOOD, TOPICS, own):
        moved = w.restore(moved, *SMALL, block)
    assert moved == facts


def test_what_cannot_be_moved_stays(small: Composer) -> None:
    facts = dossier(**FACTS)
    at_rest = ids(small.compose(facts))
    for block, after in ((RAIL, "8:t9"), ("8:t9", RAIL), (TOPICS, SOME), (RAIL, "own:gone")):
        document = small.compose(w.move(facts, *SMALL, block, after))
        assert ids(document) == at_rest
        assert states(document) == {}


def test_wording_of_a_removed_row_sleeps_and_comes_back_with_it(small: Composer) -> None:
    facts = dossier(**FACTS)
    mine = say(facts, small.compose(facts), FOOD, "Mine.")
    without = edits.remove_row(mine, "topics[t2]")
    document = small.compose(without)
    assert document.asleep == (FOOD,)
    assert sleeping(document, w.wording_of(without, *SMALL)) == (FOOD,)
    assert sleeping(small.compose(facts), w.wording_of(without, *SMALL)) == ()
    assert states(document) == {}
    back = edits.insert_row(without, "topics", mine.topics[1])
    assert text(small.compose(back), FOOD) == "Mine."


def newer(tmp_path: Path, body: str) -> Composer:
    return Composer(small_pack(tmp_path, body), ENGLISH)


def every_kind(facts: Dossier, document: Document) -> Dossier:
    """Paragraphs reworded, left out, added and moved, as the desktop does it."""
    mine = say(facts, document, LEAD, "We met in ", live(document, LEAD, "meeting.city"))
    mine = say(mine, document, FOOD, "Food.")
    mine = w.leave_out(mine, *SMALL, TABLE, composed(document, TABLE))
    mine = w.leave_out(mine, *SMALL, SOME, composed(document, SOME))
    mine, _ = w.insert(mine, *SMALL, CLOSED, (Piece("Mine."),), anchor=composed(document, CLOSED))
    return w.move(mine, *SMALL, FOOD, TOPICS, composed=composed(document, FOOD), anchor=composed(document, TOPICS))


@pytest.mark.parametrize(
    "above", ["{kicker} A newer kicker\n\n", "{# one #}\n{# two #}\n", "One.\n\nTwo.\n\nThree.\n\n"]
)
def test_wording_round_trips_through_a_newer_template(tmp_path: Path, above: str) -> None:
    old = composer(tmp_path, BODY)
    facts = dossier(**FACTS)
    mine = every_kind(facts, old.compose(facts))
    before = old.compose(mine)
    saved = files.loads(files.dumps(mine))

    composing = newer(tmp_path, above + BODY)
    document = composing.compose(saved)

    added = above.count("\n\n") if "#" not in above else 0
    assert text_of(document)[added:] == text_of(before)
    assert sorted(states(document).values()) == sorted(states(before).values())
    assert (len(document.left_out), document.asleep) == (2, ())
    assert set(document.renamed.values()) == {LEAD, FOOD, TABLE, SOME, CLOSED, TOPICS}

    # Edits go by the ids of now, once the layer is settled.
    settled = settle(saved, "en", document)
    again = composing.compose(settled)
    assert replace(again, renamed={}) == replace(document, renamed={})
    assert not again.renamed
    assert settle(settled, "en", again) is settled
    for block in (*again.wording, *again.left_out):
        settled = w.restore(settled, *SMALL, block)
    assert settled == facts


def test_a_paragraph_that_the_newer_template_has_not_sleeps_and_is_not_overwritten(tmp_path: Path) -> None:
    old = composer(tmp_path, "First words of all.\n\nSecond thing said.")
    facts = dossier()
    mine = say(facts, old.compose(facts), "3", "Mine.")
    composing = newer(tmp_path, "First words of all.\n\nQuite another paragraph is here instead.")
    document = composing.compose(mine)
    assert text_of(document) == ["First words of all.", "Quite another paragraph is here instead."]
    assert document.asleep == ("3",)

    # An edit of the paragraph that has the id now does not take the place of what sleeps.
    again = say(settle(mine, "en", document), document, "3", "Mine too.")
    assert text_of(composing.compose(again))[1] == "Mine too."
    assert text_of(newer(tmp_path, "First words of all.\n\nSecond thing said.").compose(again))[1] == "Mine."


def test_of_two_paragraphs_that_read_alike_neither_is_guessed(tmp_path: Path) -> None:
    old = composer(tmp_path, "Words.\n\nOther.")
    facts = dossier()
    mine = say(facts, old.compose(facts), "1", "Mine.")
    document = newer(tmp_path, "Before all of it.\n\nSecond.\n\nWords.\n\nThird.\n\nWords.").compose(mine)
    assert "Mine." not in text_of(document)
    assert document.asleep == ("1",)


SAID = """{% if meeting.format == 'phone' %}
{lead} {{ meeting.date }} – {{ meeting.city }} and {{ meeting.venue }} held talks by telephone.
{% else %}
{lead} {{ meeting.date }} – {{ meeting.city }} and {{ meeting.venue }} held talks in person.
{% endif %}

{{ meeting.city }} is a city.
"""


def test_the_same_sentence_from_another_line_of_the_template_is_flagged(tmp_path: Path) -> None:
    composing = composer(tmp_path, SAID)
    facts = dossier(**FACTS)
    document = composing.compose(facts)
    mine = say(facts, document, "4", "Talks in ", live(document, "4", "meeting.city"), ".")
    worded = composing.compose(
        edits.set_value(edits.set_value(mine, "meeting.format", "phone"), "meeting.city", "Ober")
    )
    assert text_of(worded) == ["Talks in Ober.", "Ober is a city."]
    assert states(worded) == {"2": "changed"}
    assert states(composing.compose(mine)) == {"4": "yours"}


def trade_block(document: Document, path: str) -> str:
    """The first paragraph with a value of this field."""
    return next(
        each.id
        for each in document.blocks
        if isinstance(each, Paragraph) and any(path in span.paths for span in each.spans)
    )


def test_the_release_of_the_sample_keeps_sentence_and_order_and_flags_the_decline_alone(samples: Path) -> None:
    facts = files.read(samples / "stockholm-2023.json")
    release = composing("press-release")
    document = release.compose(facts)
    lead = next(each.id for each in document.blocks if isinstance(each, Paragraph) and each.role == "lead")
    trade = trade_block(document, "figures[f2].amount")
    assert trade == trade_block(document, "figures[f3].change")
    statements = [name for name in ids(document) if name.partition(":")[2].startswith("t")]

    city, date = live(document, lead, "meeting.city"), live(document, lead, "meeting.date")
    mine = say(facts, document, lead, city, ", ", date, " – A good day in ", city, ".", key=RELEASE)
    mine = say(mine, document, trade, "Trade thrives. ", *composed(document, trade), key=RELEASE)
    before_all = ids(document)[ids(document).index(statements[0]) - 1]
    mine = w.move(mine, *RELEASE, statements[-1], before_all)
    mine = edits.set_value(mine, "figures[f2].amount.value", "230.7")
    mine = files.loads(files.dumps(mine))

    worded = release.compose(mine)
    assert text(worded, lead) == "Stockholm, 22 November 2023 – A good day in Stockholm."
    assert [name for name in ids(worded) if name in statements] == [statements[-1], *statements[:-1]]
    assert text(worded, trade).startswith("Trade thrives. In 2022")
    assert "230.7 million" in text(worded, trade)
    assert "229.8" not in text(worded, trade)
    assert states(worded) == {lead: "yours", trade: "yours", statements[-1]: "moved"}

    declined = release.compose(edits.set_value(mine, "figures[f3].change.direction", "fell"))
    assert states(declined) == {lead: "yours", trade: "changed", statements[-1]: "moved"}
    assert text(declined, trade).startswith("Trade thrives. ")
    assert text(declined, lead) == text(worded, lead)
