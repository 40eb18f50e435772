"""Block ids: a block keeps its id while its words change and while its row moves; no two blocks share one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compose.small_packs import ENGLISH, composer, dossier, roles_of
from tests.compose.test_filling import random_edit

from briefing.compose.composer import Composer
from briefing.compose.document import Document, Paragraph
from briefing.compose.packs import load
from briefing.dossier import edits, files
from briefing.dossier.model import Dossier, Topic

PACKS = ("briefing-note", "press-release")


@pytest.fixture(scope="module")
def sample(samples: Path) -> Dossier:
    return files.read(samples / "aldenport-2025.json")


def ids(document: Document) -> list[str]:
    return [block.id for block in document.blocks]


@pytest.mark.parametrize("pack", PACKS)
def test_ids_stay_while_values_change(templates: Path, sample: Dossier, pack: str) -> None:
    composing = Composer(load(templates / pack), ENGLISH)
    before = ids(composing.compose(sample))
    for path in ("meeting.city", "topics[rail].area", "outcomes.agreed[ag1].text", "figures[x24].amount.value"):
        sample = edits.set_value(sample, path, "7")
        assert ids(composing.compose(sample)) == before


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("path", ["topics[rail]", "outcomes.agreed[ag1]", "figures[x23]", "sides[vel].people[solvey]"])
def test_ids_go_with_their_rows_when_rows_move(templates: Path, sample: Dossier, pack: str, path: str) -> None:
    composing = Composer(load(templates / pack), ENGLISH)
    before = composing.compose(sample)
    after = composing.compose(edits.move_row(sample, path, 2 if path.endswith("[rail]") else 0))
    assert sorted(ids(after)) == sorted(ids(before))
    moved = edits.move_row(sample, "topics[rail]", 2)
    words = {block.id: block for block in before.blocks}
    same = [block for block in composing.compose(moved).blocks if words.get(block.id) == block]
    assert len(same) >= len(before.blocks) - 1


@pytest.mark.parametrize("pack", PACKS)
def test_a_new_row_gives_new_ids_and_leaves_the_others(templates: Path, sample: Dossier, pack: str) -> None:
    composing = Composer(load(templates / pack), ENGLISH)
    before = ids(composing.compose(sample))
    new = Topic("new", area="Space", line_to_take="Yes", statements=sample.topics[0].statements[:1])
    after = ids(composing.compose(edits.insert_row(sample, "topics", new, 0)))
    assert [each for each in after if each in before] == before
    assert len(after) > len(before)
    assert all("new" in each for each in after if each not in before)


@settings(max_examples=10, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("pack", PACKS)
def test_no_two_blocks_share_an_id(templates: Path, sample: Dossier, pack: str, data: st.DataObject) -> None:
    composing = Composer(load(templates / pack), ENGLISH)
    dossier = sample
    for _ in range(data.draw(st.integers(1, 6))):
        dossier = random_edit(data, dossier)
    found = ids(composing.compose(dossier))
    assert len(found) == len(set(found))


def test_the_same_line_printed_twice_has_two_ids_in_order(tmp_path: Path) -> None:
    body = "{% for x in [1, 1, 1] %}\nagain\n\n{% endfor %}\n"
    assert ids(composer(tmp_path, body).compose(dossier())) == ["2:1", "2:1~2", "2:1~3"]


NESTED = """# Title

{% for t in topics %}
{% for p in t.points %}
- {{ p }}

{% endfor %}
{% endfor %}
{{ meeting.reason }}
"""


def test_ids_tell_line_row_and_paragraph(tmp_path: Path) -> None:
    topics = [
        {"id": "t1", "points": [{"id": "k1", "text": "a"}]},
        {"id": "t2", "points": [{"id": "k2", "text": "b"}]},
    ]
    full = dossier(topics=topics, meeting={"reason": "one\ntwo"})
    assert ids(composer(tmp_path, NESTED).compose(full)) == ["1", "5:t1.k1", "5:t2.k2", "9", "9#1"]


def test_a_loop_inside_a_paragraph_gives_it_no_rows_id(tmp_path: Path) -> None:
    bodies = (
        "{% for t in topics %}{{ t.area }}, {% endfor %}",
        "{% for t in topics %}\n{{ t.area }},\n{% endfor %}\n",
        "With {% for t in topics %}{{ t.area }}, {% endfor %}",
        "{fact} With | {% for t in topics %}{{ t.area }}, {% endfor %}",
    )
    for body in bodies:
        for order in (["a", "b"], ["b", "a"], ["b"]):
            full = dossier(topics=[{"id": each, "area": each} for each in order])
            (block,) = composer(tmp_path, body).compose(full).blocks
            assert ":" not in block.id


def test_what_stands_in_the_else_of_a_loop_belongs_to_no_row(tmp_path: Path) -> None:
    body = "{% for t in topics %}\n- {{ t.area }}\n\n{% else %}\nNothing.\n\n{% endfor %}\n"
    assert ids(composer(tmp_path, body).compose(dossier())) == ["5"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("words", "body"), ("# words", "title"), ("- words", "bullet"), ("3) words", "number"), ("> words", "quote"),
        ("{note} words", "note"), ("**words** on", "body"), ('**"words"** on', "body"), ("_words_ on", "body"),
        ("*{{ meeting.city }}* on", "body"), ("- **{{ meeting.city }}** on", "bullet"), ("{end} **words**", "end"),
        ("{% raw %}words{% endraw %}", "body"), ("{% if true %}words{% endif %}", "body"), ("\\# words", "body"),
    ],
)  # fmt: skip
def test_a_mark_changes_nothing_in_how_a_line_is_read(tmp_path: Path, line: str, role: str) -> None:
    document = composer(tmp_path, f"\n\n{line}\n").compose(dossier(meeting={"city": "words"}))
    assert roles_of(document) == [role]
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert block.id == "3"
    assert block.text.strip('# "').removesuffix(" on").strip('"') == "words"
    assert any(span.bold or span.italic for span in block.spans) == ("*" in line or "_" in line)
