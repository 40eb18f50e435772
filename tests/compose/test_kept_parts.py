"""Kept parts: what is printed again is what would be printed anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.compose.small_packs import composer
from tests.random_dossiers import dossiers

from briefing import places
from briefing.compose.composer import Composer
from briefing.compose.document import Document
from briefing.compose.errors import ComposeError
from briefing.compose.languages import language
from briefing.compose.packs import Pack, load
from briefing.dossier import files
from briefing.dossier.edits import set_value
from briefing.dossier.model import Dossier
from briefing.dossier.records import slots

PACKS = [load(places.templates() / name) for name in ("briefing-note", "press-release")]


def composed(composing: Composer, dossier: Dossier) -> Document | str:
    try:
        return composing.compose(dossier)
    except ComposeError as error:
        return str(error)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(first=dossiers(rows=3, unknown=False), second=dossiers(rows=3, unknown=False), data=st.data())
def test_what_is_kept_is_what_would_be_made_fresh(
    pack: Pack, first: Dossier, second: Dossier, data: st.DataObject
) -> None:
    kept = Composer(pack, language("en"))
    dossier = first
    names = sorted(set(slots(Dossier)) - {"wording", "translations", "unknown"})
    for name in (*data.draw(st.permutations(names)), ""):
        assert composed(kept, dossier) == composed(Composer(pack, language("en")), dossier)
        if name:
            dossier = replace(dossier, **{name: getattr(second, name)})


#: Loops and stretches that hang on more than themselves: on other rows, on names around them, on their neighbours.
BODIES = {
    "neighbours": "{% for t in topics %}{{ loop.index }} of {{ loop.length }}: {{ t.area }}, then "
    "{{ loop.nextitem.area }}\n\n{% endfor %}",
    "around": "{% set city = meeting.city %}{% for t in topics %}{{ t.area }} in {{ city }}\n\n{% endfor %}",
    "filtered": "{% for t in topics if t.area != meeting.city %}{{ t.area }}\n\n{% else %}None in {{ meeting.city }}"
    "{% endfor %}",
    "nested": "{% for t in topics %}{{ t.area }}: {% for p in t.points %}{{ p.text }} {{ loop.index }} "
    "{% endfor %}\n\n{% endfor %}",
    "referred": "{% for s in topics %}{% for x in s.statements %}{{ x.side.country }} {{ x.text }}\n\n{% endfor %}"
    "{% endfor %}",
    "stretches": "{% if meeting.city %}In {{ meeting.city }}{% for t in topics %}, {{ t.area }}{% endfor %}.{% endif %}"
    "\n\n{% set place = meeting.venue or meeting.city %}At {{ place }}{% if place %}!{% else %}?{% endif %}\n\n"
    "{{ title }}",
    "figures": "{{ other_figures|stated }}\n\n{% for line in trade_lines|told %}{{ line|flows }} {{ line|turnover }} "
    "{{ line|standing }}\n\n{% endfor %}"
    "{{ trade_lines|trade_table }}\n\n{{ trade_lines|table_notes }}\n\n{% for f in figures %}{{ f.source.publisher }}"
    "\n\n{% endfor %}",
    "one name twice": "{% for t in topics %}{% for t in t.points %}{{ t.text }} {% endfor %}{{ t.area }}\n\n"
    "{% endfor %}",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_row_is_printed_anew_when_what_it_hangs_on_changes(tmp_path: Path, body: str) -> None:
    kept = composer(tmp_path, body)
    facts = files.read(places.samples() / "stockholm-2023.json")
    facts = set_value(facts, "topics", facts.topics[:3])
    first, last = facts.topics[0].id, facts.topics[-1].id
    for path, value in (
        ("meeting.city", "Oslo"), (f"topics[{last}].area", "Rail"), ("meeting.city", "Rail"),
        (f"sides[{facts.sides[0].id}].country", "NO"), (f"topics[{first}].points", ()), ("topics", facts.topics[1:]),
        ("topics", ()), ("topics", facts.topics), ("trade.reporter", "NO"), ("trade.unit", "EUR"),
        ("figures[f1].amount.value", "12.5"), ("figures", facts.figures[:-2]), ("figures", ()), ("meeting.city", ""),
        ("meeting.venue", "Palace"), ("title", "Other"), ("meeting.venue", ""), ("meeting.city", "Oslo"),
    ):  # fmt: skip
        assert composed(kept, facts) == composed(kept, facts)
        facts = set_value(facts, path, value)
        assert composed(kept, facts) == composed(composer(tmp_path, body), facts)


def test_rows_that_stay_give_the_very_same_blocks(tmp_path: Path) -> None:
    kept = composer(tmp_path, "{% for t in topics %}{{ t.area }} x\n\n{% endfor %}{{ meeting.city }}")
    facts = files.read(places.samples() / "stockholm-2023.json")
    before = kept.compose(facts).blocks
    after = kept.compose(set_value(facts, f"topics[{facts.topics[0].id}].area", "Rail")).blocks
    assert [one is other for one, other in zip(before, after, strict=True)] == [False, *[True] * (len(before) - 1)]
