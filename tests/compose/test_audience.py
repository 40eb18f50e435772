"""Internal stays internal: what a pack may not know is nowhere in its document."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.compose.small_packs import ENGLISH, composer, everything_in, spans_of, text_of
from tests.random_dossiers import dossiers

from briefing.compose.audience import AudienceView
from briefing.compose.composer import Composer
from briefing.compose.packs import load
from briefing.dossier import edits, files
from briefing.dossier.fields import AUDIENCES, Audience, field_at
from briefing.dossier.model import Dossier
from briefing.dossier.paths import join
from briefing.dossier.record import Record
from briefing.dossier.records import slots

MARKER = "zqx"


def marked(record: Record, audience: Audience, path: str = "", numbers: Any = None) -> Record:
    """The record with a marker in each text that `audience` may not know, and in each unknown key."""
    numbers = count() if numbers is None else numbers
    changed: dict[str, Any] = {"unknown": ((f"{MARKER}key", f'"{MARKER}"'),)}
    for name, slot in slots(type(record)).items():
        value, here = getattr(record, name), join(path, name)
        if slot.kind == "record":
            changed[name] = marked(value, audience, here, numbers)
        elif slot.kind == "rows":
            changed[name] = tuple(marked(each, audience, f"{here}[]", numbers) for each in value)
        elif slot.kind == "text" and name != "id" and not known_to(here, audience):
            layer = name in ("translations", "wording")
            changed[name] = f'{{"a":"{MARKER}"}}' if layer else f"{MARKER}{next(numbers)}"
    return replace(record, **changed)


def known_to(path: str, audience: Audience) -> bool:
    return AUDIENCES.index(field_at(path).audience) >= AUDIENCES.index(audience)


#: Prints whatever is public, and loops over whatever there is.
PROBE = """
# {{ press.headline or meeting.kind }}

{% for side in sides %}
{{ side.country }}: {% for p in side.people %}{{ p.name }}{{ p.office }}{% endfor %}.

{% endfor %}
{% for topic in topics %}
Topic {{ loop.index }}{% for s in topic.statements %}: {{ s.text }}{{ s.side.country }}{% endfor %}.

{% endfor %}
{{ trade_lines|trade_table }}

{{ other_figures|stated }}

{% for s in sources %}
{{ s.publisher }}, {{ s.title }}, {{ s.released }}, {{ s.link }}

{% endfor %}
{% for a in outcomes.agreed %}
- {{ a }}

{% endfor %}
"""


@lru_cache(maxsize=4)
def composed_by(templates: Path, pack: str) -> Composer:
    return Composer(load(templates / pack), ENGLISH)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dossier=dossiers())
def test_no_internal_text_is_in_the_press_release(templates: Path, dossier: Dossier) -> None:
    full = marked(dossier, "public")
    assert isinstance(full, Dossier)
    assert MARKER in repr(full)

    document = composed_by(templates, "press-release").compose(full)

    assert MARKER not in everything_in(document)


@settings(max_examples=20, deadline=None)
@given(dossier=dossiers(), audience=st.sampled_from(["shared", "public"]))
def test_no_template_can_print_what_its_audience_may_not_know(
    tmp_path_factory: pytest.TempPathFactory, dossier: Dossier, audience: Audience
) -> None:
    full = marked(dossier, audience)
    assert isinstance(full, Dossier)
    document = composer(tmp_path_factory.mktemp("packs"), PROBE, audience).compose(full)
    assert MARKER not in everything_in(document)


@settings(max_examples=20, deadline=None)
@given(dossier=dossiers(), audience=st.sampled_from(AUDIENCES))
def test_the_view_holds_all_that_may_be_known_and_nothing_else(dossier: Dossier, audience: Audience) -> None:
    view = AudienceView(audience).project(dossier)
    assert set(texts(view)) <= set(texts(dossier))
    for path, text in texts(dossier):
        pattern = path.split("|")[0]
        assert ((path, text) in set(texts(view))) == known_to(pattern, audience)


def texts(record: Record, path: str = "", where: str = "") -> list[tuple[str, str]]:
    """Each filled text as (pattern|place, text)."""
    found: list[tuple[str, str]] = []
    for name, slot in slots(type(record)).items():
        value, here = getattr(record, name), join(path, name)
        if slot.kind == "record":
            found += texts(value, here, f"{where}.{name}")
        elif slot.kind == "rows":
            for each in value:
                found += texts(each, f"{here}[]", f"{where}.{name}.{each.id}")
        elif slot.kind == "text" and name != "id" and value not in ("", "{}"):
            found.append((f"{here}|{where}", value))
    return found


def test_a_topic_with_nothing_to_say_in_public_is_not_there(templates: Path, samples: Path, tmp_path: Path) -> None:
    sample = files.read(samples / "aldenport-2025.json")
    assert [topic.id for topic in AudienceView("public").project(sample).topics] == ["rail", "food", "cable", "visas"]
    release = composed_by(templates, "press-release").compose(sample)
    assert "river" not in everything_in(release)

    counting = composer(tmp_path, "{{ topics|length }} topics, {{ sources|length }} sources", "public")
    assert text_of(counting.compose(sample)) == ["4 topics, 2 sources"]


def test_unknown_keys_are_for_nobody(tmp_path: Path) -> None:
    dossier = files.loads('{"schema_version": 1, "secret": "zqx", "meeting": {"city": "Velm", "secret": "zqx"}}')
    for audience in AUDIENCES:
        assert MARKER not in repr(AudienceView(audience).project(dossier))
        assert MARKER not in everything_in(composer(tmp_path, "{{ meeting.city }}", audience).compose(dossier))


def test_the_internal_note_may_know_everything(samples: Path) -> None:
    sample = files.read(samples / "aldenport-2025.json")
    assert AudienceView("internal").project(sample) == sample


def test_what_did_not_change_is_projected_to_the_same_record(samples: Path) -> None:
    view = AudienceView("public")
    sample = files.read(samples / "aldenport-2025.json")
    before = view.project(sample)
    after = view.project(edits.set_value(sample, "meeting.city", "Velm"))
    assert after.meeting.city == "Velm"
    assert all(new is old for new, old in zip(after.topics, before.topics, strict=True))
    assert after.topics[0] is not sample.topics[0]
    assert all(new is old for new, old in zip(after.sides, before.sides, strict=True))
    assert after.outcomes is before.outcomes


def test_a_fixed_marking_of_the_pack_stands_for_the_dossiers_own(templates: Path, samples: Path) -> None:
    sample = files.read(samples / "aldenport-2025.json")
    pack = replace(load(templates / "press-release"), marking="For immediate release")
    assert [span.text for span in Composer(pack, ENGLISH).compose(sample).furniture["marking"]] == [
        "For immediate release"
    ]
    plain = composed_by(templates, "press-release").compose(sample)
    assert plain.furniture["marking"] == ()
    note = composed_by(templates, "briefing-note").compose(sample)
    assert [span.text for span in note.furniture["marking"]] == ["Restricted"]


@pytest.mark.parametrize("name", ["stockholm-2023.json", "aldenport-2025.json"])
def test_every_path_in_a_public_document_is_of_a_public_field(templates: Path, samples: Path, name: str) -> None:
    document = composed_by(templates, "press-release").compose(files.read(samples / name))
    paths = {path for span in spans_of(document) for path in span.paths}
    assert len(paths) > 20
    assert [path for path in sorted(paths) if field_at(path).audience != "public"] == []
