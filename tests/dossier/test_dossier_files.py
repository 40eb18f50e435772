"""Dossier files: what was saved is read again, whatever it holds, unknown keys included."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.random_dossiers import dossiers

from briefing.dossier import edits, files
from briefing.dossier.model import EMPTY, SCHEMA_VERSION, Dossier

#: The figure of the format's description, key by key.
FIGURE: dict[str, Any] = {
    "id": "f3", "measure": "export", "scope": "goods", "reporter": "KZ", "partner": "SE",
    "period": {"start": "2023-01-01", "end": "2023-09-30", "label": None, "basis": "calendar"},
    "amount": {"value": "47.5", "scale": "million", "unit": "USD", "qualifier": "exact"},
    "change": {"percent": "-8.9", "qualifier": "exact", "direction": "fell", "claim": None, "as_printed": None,
               "base": {"start": "2022-01-01", "end": "2022-09-30"}},
    "share": {"percent": "31.6", "of": "total trade"}, "rank": {"value": 3, "among": "import partners"},
    "status": "final", "source": "s1", "note": "",
}  # fmt: skip
SOURCE = {
    "id": "s1", "publisher": "Bureau", "title": "Trade", "released": "2023-11", "retrieved": "2023-11-20",
    "next_release": "2023-12-15", "link": "https://example.org",
}  # fmt: skip


def load(**parts: Any) -> Dossier:
    return files.loads(json.dumps({"schema_version": 1, **parts}))


def saved(dossier: Dossier) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files.dumps(dossier))
    return found


def filled(tree: Any) -> Any:
    """A JSON tree without what counts as missing: null, empty texts."""
    if isinstance(tree, dict):
        return {key: filled(value) for key, value in tree.items() if value not in (None, "")}
    return [filled(each) for each in tree] if isinstance(tree, list) else tree


@settings(max_examples=30, deadline=None)
@given(dossiers())
def test_any_dossier_is_read_as_it_was_saved(dossier: Dossier) -> None:
    text = files.dumps(dossier)
    again = files.loads(text.encode("utf-8"))
    assert again == dossier
    assert files.dumps(again) == text


def test_a_file_with_its_version_alone_is_the_empty_dossier() -> None:
    assert load() == EMPTY
    assert saved(EMPTY) == {"schema_version": SCHEMA_VERSION}


def test_null_is_the_same_as_missing() -> None:
    empty = load(title=None, meeting=None, sides=None, figures=[{"id": "f1", "amount": None, "rank": {"value": None}}])
    assert empty == load(figures=[{"id": "f1"}])


def test_figures_and_sources_are_read_and_written_with_equal_values() -> None:
    dossier = load(figures=[FIGURE], sources=[SOURCE])
    assert saved(dossier)["figures"] == filled([FIGURE])
    assert saved(dossier)["sources"] == [SOURCE]
    assert not dossier.unknown
    assert not dossier.figures[0].unknown
    assert dossier.figures[0].rank.value == 3


def test_a_figure_keeps_its_decimals_and_its_odd_forms() -> None:
    rows = [
        {"id": "a", "measure": "total", "amount": {"value": "6.0"}},
        {"id": "b", "measure": "total", "amount": {"value": "6"}},
        {"id": "c", "measure": "other:grain", "change": {"factor": "2.1", "factor_means": "level"}},
        {"id": "d", "measure": "export", "change": {"absolute": {"value": "12", "scale": "million", "unit": "USD"}}},
        {"id": "e", "scope": "product:cars", "period": {"label": "the nineties"}, "change": {"claim": "record"}},
    ]  # fmt: skip
    assert saved(load(figures=rows))["figures"] == rows


def test_unknown_keys_are_kept_at_every_level() -> None:
    tree = {
        "schema_version": 1,
        "meeting": {"city": "Velm", "previous": {"mood": "fair"}, "weather": [1, 2.5, None, {"deep": True}]},
        "sides": [{"id": "s", "people": [{"id": "p", "rank": 7}], "flag": "red"}],
        "figures": [{"id": "f", "period": {"era": "x"}, "change": {"base": {"why": "y"}}}],
        "translations": {"ru": {"meeting.city": {"text": "Вельм", "of": "Velm"}}},
        "newer": {"a": []},
    }
    assert json.loads(files.dumps(files.loads(json.dumps(tree)))) == tree


def test_an_edit_keeps_the_unknown_keys_around_it() -> None:
    dossier = load(meeting={"city": "Velm", "weather": "fine"}, newer=1)
    after = edits.set_value(dossier, "meeting.city", "Aldenport")
    assert saved(after) == {"schema_version": 1, "meeting": {"city": "Aldenport", "weather": "fine"}, "newer": 1}


def test_texts_pass_the_gate() -> None:
    dossier = load(
        title="two\nlines\x0b", meeting={"reason": "soft\x0bbreak\ud800"}, press={"reference": "e\u0301\x00"}
    )  # fmt: skip
    assert dossier.title == "two lines "
    assert dossier.meeting.reason == "soft\nbreak\ufffd"
    assert dossier.press.reference == "é\u2400"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert files.loads(b"\xef\xbb\xbf" + b'{"schema_version": 1, "title": "x"}').title == "x"
    assert files.loads('\ufeff{"schema_version": 1, "title": "x"}').title == "x"


@pytest.mark.parametrize("name", ["stockholm-2023.json", "aldenport-2025.json"])
def test_the_samples_are_read_and_saved_with_nothing_lost(samples: Path, name: str) -> None:
    path = samples / name
    dossier = files.read(path)
    assert saved(dossier) == json.loads(path.read_text("utf-8"))
    assert files.loads(files.dumps(dossier)) == dossier


def test_a_saved_file_is_text_that_people_can_compare() -> None:
    text = files.dumps(load(title="Ševčenko", meeting={"city": "Astana"}))
    assert text == '{\n  "schema_version": 1,\n  "title": "Ševčenko",\n  "meeting": {\n    "city": "Astana"\n  }\n}\n'
