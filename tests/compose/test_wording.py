"""Words by hand over composed documents: they stay as typed, their values follow, and changed facts show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.compose.reading import composing
from tests.compose.small_packs import composer, dossier, spans_of
from tests.compose.worded import FACTS, RELEASE, SMALL, At, composed, ids, live, say, states, text

from briefing.compose.composer import Composer
from briefing.compose.document import Document, Paragraph, Span
from briefing.compose.wording import apply, pieces_of
from briefing.dossier import edits, files
from briefing.dossier import wording as w
from briefing.dossier.model import Dossier
from briefing.dossier.wording import Piece


def test_the_blocks_of_the_small_document(small: Composer) -> None:
    assert ids(small.compose(dossier(**FACTS))) == list(At)


def test_without_wording_nothing_is_done(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    assert apply(document, w.wording_of(facts, *SMALL)) is document
    assert not document.wording
    assert (document.left_out, document.omitted, document.renamed, document.asleep) == ((), {}, {}, ())


def test_words_stay_as_typed_and_values_follow(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    city = live(document, At.LEAD, "meeting.city")
    mine = say(facts, document, At.LEAD, Piece(" *At last* ", bold=True), "we met in ", replace(city, italic=True), "!")
    worded = small.compose(edits.set_value(mine, "meeting.city", "Strelsau"))
    (lead,) = [each for each in worded.blocks if each.id == At.LEAD and isinstance(each, Paragraph)]
    assert lead.spans == (
        Span(" *At last* ", bold=True),
        Span("we met in "),
        Span("Strelsau", ("meeting.city",), italic=True),
        Span("!"),
    )
    assert lead.role == "lead"
    assert states(worded) == {At.LEAD: "yours"}
    assert "".join(span.text for span in worded.wording[At.LEAD].composed).startswith("The talks in Strelsau were held")
    assert text(worded, At.TITLE) == "Talks in Strelsau"


def test_what_was_not_touched_and_what_reads_the_same_are_the_same_objects(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    mine = say(facts, document, At.LEAD, "We met.")
    mine, _ = w.insert(mine, *SMALL, At.LEAD, (Piece("Mine."),))
    first = {each.id: each for each in small.compose(mine).blocks}
    again = {each.id: each for each in small.compose(edits.set_value(mine, "meeting.venue", "Hall")).blocks}
    assert [name for name in again if again[name] is not first[name]] == [At.SOME]
    plain = {each.id: each for each in document.blocks}
    assert [name for name in first if first[name] is not plain.get(name)] == [
        At.LEAD,
        w.wording_of(mine, *SMALL).inserted[0].block,
    ]


def test_a_value_is_looked_for_in_its_block_then_in_the_document_and_then_keeps_its_words(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    venue = live(document, At.SOME, "meeting.venue")
    gone = Piece("Rail", ("topics[t1].area",))
    mine = say(facts, document, At.LEAD, "At ", venue, " on ", gone, ".")
    changed = edits.set_value(mine, "meeting.venue", "Hall")
    changed = edits.set_value(changed, "topics[t1].area", "Roads")
    assert text(small.compose(changed), At.LEAD) == "At Hall on Roads."
    worded = small.compose(edits.remove_row(changed, "topics[t1]"))
    (lead,) = [each for each in worded.blocks if each.id == At.LEAD and isinstance(each, Paragraph)]
    assert text(worded, At.LEAD) == "At Hall on Rail."
    assert lead.spans[-1] == Span(" on Rail.")


def test_an_empty_field_is_a_gap_in_ones_own_words_too(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    mine = say(facts, document, At.LEAD, "In ", live(document, At.LEAD, "meeting.city"))
    (lead,) = [each for each in small.compose(edits.set_value(mine, "meeting.city", "")).blocks if each.id == At.LEAD]
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
    mine = say(facts, document, At.LEAD, "In old Velm on ", live(document, At.LEAD, "meeting.date"), ".")
    assert states(small.compose(edits.set_value(mine, "meeting.date", "2025-06-01"))) == {At.LEAD: "yours"}
    assert states(small.compose(edits.set_value(mine, "meeting.city", "Strelsau"))) == {At.LEAD: "changed"}


def test_prose_follows_with_its_looks_unless_others_were_given(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    path = ("topics[t2].line_to_take",)
    pieces = composed(document, At.FOOD)
    assert [each.italic for each in pieces if each.paths == path] == [False, True, False]
    mine = say(facts, document, At.FOOD, "Food. ", *[each for each in pieces if each.paths == path])
    mine = edits.set_value(mine, "topics[t2].line_to_take", "**Eat** now.")
    (food,) = [each for each in small.compose(mine).blocks if each.id == At.FOOD and isinstance(each, Paragraph)]
    assert food.spans == (Span("Food. "), Span("Eat", path, bold=True), Span(" now.", path))
    all_bold = [replace(each, bold=True, italic=False) for each in pieces if each.paths == path]
    (food,) = [
        each
        for each in small.compose(say(facts, document, At.FOOD, *all_bold)).blocks
        if each.id == At.FOOD and isinstance(each, Paragraph)
    ]
    assert food.spans == (Span("We plainly eat.", path, bold=True),)


def test_a_link_of_the_template_stays_one(tmp_path: Path) -> None:
    composing = composer(tmp_path, "See [our pages](https://a.example) for more.")
    facts = dossier()
    document = composing.compose(facts)
    link = next(piece for piece in composed(document, "1") if piece.link)
    mine = say(facts, document, "1", "Look at ", link, " or ", replace(link, text="these"), ".")
    old, new = "https://a.example", "https://new.example"
    said = [("Look at ", ""), ("our pages", old), (" or ", ""), ("these", old), (".", "")]
    assert [(span.text, span.link) for span in spans_of(composing.compose(mine))] == said

    newer = composer(tmp_path, f"See [our pages]({new}) for more.").compose(mine)
    assert [(span.text, span.link) for span in spans_of(newer) if span.link] == [("our pages", new), ("these", old)]
    assert newer.wording["1"].state == "yours"
    again = files.loads(files.dumps(mine))
    assert composing.compose(again) == composing.compose(mine)


def test_the_title_is_the_persons_own_wherever_it_stands(small: Composer) -> None:
    facts = dossier(**FACTS)
    document = small.compose(facts)
    worded = small.compose(say(facts, document, At.TITLE, "A day in ", live(document, At.TITLE, "meeting.city")))
    assert worded.properties.title == "A day in Velm"
    assert "".join(span.text for span in worded.furniture["title"]) == "A day in Velm"
    out = small.compose(w.leave_out(facts, *SMALL, At.TITLE, composed(document, At.TITLE)))
    assert (out.properties.title, out.furniture["title"]) == ("Small", ())


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
