"""Values: user text never becomes markup, each word leads to its field, and what cannot be printed is an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compose.small_packs import composer, dossier, spans_of, text_of
from tests.random_dossiers import NASTY

from briefing.compose.composer import Composer
from briefing.compose.document import Paragraph
from briefing.compose.errors import BodyError
from briefing.dossier.gate import admit_line

TEMPLATE = """# {{ meeting.city }}

{lead} {{ meeting.city }}

**{{ meeting.city }}** and *{{ meeting.city }}*

{fact} City | {{ meeting.city }}

- {{ meeting.city }}

1. {{ meeting.city }}

> {{ meeting.city }}

<{{ meeting.city }}>

{{ meeting.city ~ '' }}

{{ [meeting.city]|join(', ') }}
"""

line_texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.sampled_from("*_`#-+>|[](){}<>&\\~!\"' .1a\u00a0"), min_size=1, max_size=12),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=8),
).map(admit_line)


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Composer:
    return composer(tmp_path_factory.mktemp("packs"), TEMPLATE)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_value_is_printed_as_it_was_typed(nasty: Composer, data: st.DataObject) -> None:
    value = data.draw(line_texts.filter(bool))
    document = nasty.compose(dossier(meeting={"city": value}))
    assert text_of(document) == [
        value, value, f"{value} and {value}", f"City\t{value}", value, value, value, f"<{value}>", value, value,
    ]  # fmt: skip
    printed = [span for span in spans_of(document) if span.paths]
    assert [span.text for span in printed] == [value] * 11
    assert {span.paths for span in printed} == {("meeting.city",)}


def compose(tmp_path: Path, body: str, **parts: Any) -> list[str]:
    return text_of(composer(tmp_path, body).compose(dossier(**parts)))


MEETING = {"kind": "visit", "city": "Velm", "date": "2025-05-14", "format": "video"}


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("{% if meeting.kind == 'visit' %}yes{% endif %}", ["yes"]),
        ("{% if meeting.kind in ['visit', 'phone_call'] %}yes{% endif %}", ["yes"]),
        ("{% if 'Vel' in meeting.city %}yes{% endif %}", ["yes"]),
        ("{% if meeting.date == '2025-05-14' %}{{ meeting.date }}{% endif %}", ["14\u00a0May 2025"]),
        ("{% if meeting.venue %}full{% else %}empty{% endif %}", ["empty"]),
        ("{% if meeting.previous %}full{% else %}empty{% endif %}", ["empty"]),
        ("{% if not sides %}none{% endif %}{{ sides|length }}", ["none0"]),
        ("{{ meeting.venue or meeting.city }}", ["Velm"]),
        ("{{ meeting.city if meeting.kind == 'visit' else 'no' }}", ["Velm"]),
        ("{{ 'in ' ~ meeting.city }}", ["in Velm"]),
        ("{{ meeting.format|capital }}", ["By video link"]),
        ("{% set place = meeting.city %}{{ place }}", ["Velm"]),
        ("{{ 'plain *words*' }}", ["plain *words*"]),
        ("{% raw %}{{ not read }}{% endraw %}", ["{{ not read }}"]),
        ("a{# said to nobody #}b", ["ab"]),
        ("{{ 3 }}", ["3"]),
    ],
)
def test_expressions_work_as_authors_expect(tmp_path: Path, body: str, printed: list[str]) -> None:
    assert compose(tmp_path, body, meeting=MEETING) == printed


def paths_in(tmp_path: Path, body: str, **parts: Any) -> list[tuple[str, tuple[str, ...]]]:
    document = composer(tmp_path, body).compose(dossier(**parts))
    return [(span.text, span.paths) for span in spans_of(document)]


def test_a_value_made_of_several_leads_to_all_of_them(tmp_path: Path) -> None:
    found = paths_in(tmp_path, "{{ [meeting.city, meeting.date]|join(', ') }}", meeting=MEETING)
    assert found == [("Velm, 14\u00a0May 2025", ("meeting.city", "meeting.date"))]


def test_words_of_the_template_lead_nowhere(tmp_path: Path) -> None:
    found = paths_in(tmp_path, "In {{ meeting.city }} we {{ 'met' }}.", meeting=MEETING)
    assert found == [("In ", ()), ("Velm", ("meeting.city",)), (" we met.", ())]


def test_rows_lead_to_their_own_fields(tmp_path: Path) -> None:
    body = "{% for step in outcomes.signed %}{{ step }} {{ step.text }} {% endfor %}"
    found = paths_in(tmp_path, body, outcomes={"signed": [{"id": "a", "text": "Go"}]})
    assert [paths for _, paths in found if paths] == [("outcomes.signed[a].text",)] * 2


@pytest.mark.parametrize(
    ("body", "gap", "path"),
    [
        ("{{ meeting.city }}", "[City]", "meeting.city"),
        ("{{ topics }}", "[Topics]", "topics"),
        ("{{ ours.country }}", "[Country or organisation]", "sides"),
        ("{{ theirs.people }}", "[People]", "sides"),
        ("{{ trade.source.publisher }}", "[Publisher]", "sources"),
        ("{{ others|names }}", "[Sides]", "sides"),
        ("{{ ours.people|people }}", "[People]", "sides"),
        ("{{ meeting.date|when }}", "[Date]", "meeting.date"),
        ("{{ meeting.city|stopped }}", "[City]", "meeting.city"),
        ("{{ meeting.city|capital }}", "[City]", "meeting.city"),
        ("{{ (topics|first).area }}", "[Topic]", "topics"),
        ("{{ topics[7].area }}", "[Topic]", "topics"),
        ("{{ outcomes.signed[0].text|titled }}", "[Documents signed]", "outcomes.signed"),
        ("{{ outcomes.signed|last }}", "[Documents signed]", "outcomes.signed"),
        ("{{ (others|speakers|first).name }}", "[Name]", "sides"),
        ("{{ trade_lines }}", "[Figures]", "figures"),
        ("{{ trade_lines[0].any.partner }}", "[Trade with]", "figures"),
        ("{{ (other_figures|first)|amount }}", "[Figure]", "figures"),
    ],
)
def test_an_empty_field_is_a_gap_that_leads_to_it(tmp_path: Path, body: str, gap: str, path: str) -> None:
    (span,) = spans_of(composer(tmp_path, body).compose(dossier()))
    assert (span.text, span.paths, span.gap) == (gap, (path,), True)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("first\n{{ meeting }}", "line 2: meeting is a whole record"),
        ("{{ topics }}", "line 1: topics is a whole record"),
        ("{% for t in topics %}\n{{ t }}\n{% endfor %}", "line 2: topics[] is a whole record"),
        ("a\n\n{{ sides[0].ours }}", "line 3: bool cannot be printed"),
        ("{{ meeting.kind == 'x' }}", "line 1: bool cannot be printed"),
        ("a\n{% for letter in meeting.city %}{{ letter }}{% endfor %}", "line 2: only a list can be looped over"),
        ("{{ meeting.city|length }}", "line 1: that is no list"),
        ("{{ meeting.city|first }}", "line 1: that is no list"),
        ("{{ [topics, 'x']|join }}", "line 1: Rows cannot be joined to a text"),
        ("{{ meeting.city|people }}", "line 1: "),
        ("a\n\n\n{{ 'x' < 3 }}", "line 4: "),
    ],
)
def test_what_cannot_be_printed_is_an_error_with_its_line(tmp_path: Path, body: str, says: str) -> None:
    full = dossier(meeting=MEETING, topics=[{"id": "t1", "area": "Rail"}], sides=[{"id": "s", "ours": True}])
    with pytest.raises(BodyError) as wrong:
        composer(tmp_path, body).compose(full)
    assert says in str(wrong.value)
    assert "small/body.en.md" in str(wrong.value)


def test_prose_alone_in_its_paragraph_becomes_paragraphs_and_items(tmp_path: Path) -> None:
    reason = "We **must** act.\n- one\n- two\n1. first"
    document = composer(tmp_path, "{{ meeting.reason }}").compose(dossier(meeting={"reason": reason}))
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert [(each.role, each.text) for each in paragraphs] == [
        ("body", "We must act."), ("bullet", "one"), ("bullet", "two"), ("number", "first"),
    ]  # fmt: skip
    assert [(span.text, span.bold) for span in paragraphs[0].spans] == [
        ("We ", False),
        ("must", True),
        (" act.", False),
    ]
    assert all(span.paths == ("meeting.reason",) for span in spans_of(document))


def test_prose_after_a_label_goes_on_below_it(tmp_path: Path) -> None:
    document = composer(tmp_path, "{fact} Reason | {{ meeting.reason }}").compose(
        dossier(meeting={"reason": "a\nb\n- c"})
    )
    assert [(b.role, b.text) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("fact", "Reason\ta"), ("continuation", "b"), ("bullet", "c"),
    ]  # fmt: skip


def test_a_paragraph_of_which_nothing_is_left_is_not_there(tmp_path: Path) -> None:
    assert compose(tmp_path, "a\n\n{{ other_figures|stated }}\n\n{{ trade_lines|trade_table }}\n\nb") == ["a", "b"]


def test_control_characters_in_a_templates_own_words_are_made_visible(tmp_path: Path) -> None:
    assert compose(tmp_path, 'a\x01b {{ "c\\x00d" }} \ufdd00\ufdd1') == ["a\u2401b c\u2400d \ufffd0\ufffd"]
