"""The field list and the schema: every leaf of the records described once, and the samples as the schema says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.dossier.fields import AUDIENCES, FIELDS, field_at, leaves
from briefing.dossier.paths import PathError, pattern
from briefing.dossier.schema import json_schema


def test_the_field_list_covers_every_leaf_and_names_nothing_else() -> None:
    found = list(leaves())
    assert len(found) > 70
    for leaf in found:
        assert field_at(leaf).label
    for field in FIELDS:
        assert any(leaf == field.path or leaf.startswith((f"{field.path}.", f"{field.path}[]")) for leaf in found)


def test_no_field_is_described_twice() -> None:
    paths = [field.path for field in FIELDS]
    assert len(paths) == len(set(paths))
    assert all(pattern(path) == path for path in paths)


def test_a_field_has_choices_where_it_is_a_choice() -> None:
    for field in FIELDS:
        assert field.audience in AUDIENCES
        if field.kind == "choice":
            assert len({choice.code for choice in field.choices}) == len(field.choices) > 0


def test_the_fields_that_are_not_public_are_these() -> None:
    """A list of its own, so that a field which becomes public by mistake is seen."""
    assert {field.path for field in FIELDS if field.audience != "public"} == {
        "title", "house.department", "handling.marking", "meeting.press", "meeting.reason", "aims.objectives",
        "topics[].area", "topics[].grade", "topics[].minutes", "topics[].points", "topics[].line_to_take",
        "topics[].they_may_say", "topics[].our_answer", "figures[].note", "sources[].retrieved",
        "sources[].next_release", "outcomes.next_steps", "translations", "wording",
    }  # fmt: skip


def test_a_field_is_found_by_path_and_by_pattern_and_by_what_lies_in_it() -> None:
    assert field_at("topics[t1].points[k2].text").path == "topics[].points"
    assert field_at("figures[f3].change.base.start").path == "figures[].change"
    assert field_at("topics[]").path == "topics"
    with pytest.raises(PathError):
        field_at("meeting")
    with pytest.raises(PathError):
        field_at("weather")


def objections(value: Any, schema: dict[str, Any], where: str = "$") -> list[str]:
    """What departs from a schema; as much of JSON Schema as ours uses."""
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    allowed = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(type(value) is kinds[kind] for kind in allowed):
        return [f"{where} is no {allowed}"]
    found = [
        f"{where} lacks {key}" for key in schema.get("required", []) if isinstance(value, dict) and key not in value
    ]
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in schema.get("properties", {}):
                found += objections(inner, schema["properties"][key], f"{where}.{key}")
            elif "properties" in schema:
                found.append(f"{where}.{key} is not in the schema")
    if isinstance(value, list):
        for at, each in enumerate(value):
            found += objections(each, schema["items"], f"{where}[{at}]")
    return found


@pytest.mark.parametrize("name", ["stockholm-2023.json", "aldenport-2025.json"])
def test_the_samples_are_as_the_schema_says(samples: Path, name: str) -> None:
    assert objections(json.loads((samples / name).read_text("utf-8")), json_schema()) == []


def test_the_schema_objects_to_what_the_reader_refuses() -> None:
    tree = {"meeting": {"city": 7}, "sides": [{"ours": "yes"}], "figures": [{"id": "f", "rank": {"value": "3"}}]}
    assert objections(tree, json_schema()) == [
        "$ lacks schema_version",
        "$.meeting.city is no ['string', 'null']",
        "$.sides[0] lacks id",
        "$.sides[0].ours is no ['boolean', 'null']",
        "$.figures[0].rank.value is no ['integer', 'null']",
    ]


def test_the_schema_is_json_and_tells_labels_and_audiences() -> None:
    schema = json.loads(json.dumps(json_schema()))
    city = schema["properties"]["meeting"]["properties"]["city"]
    assert city == {"title": "City", "description": "Audience: public.", "type": ["string", "null"]}
    assert schema["required"] == ["schema_version"]


def test_the_second_sample_fills_every_field_that_a_document_shows(samples: Path) -> None:
    text = (samples / "aldenport-2025.json").read_text("utf-8")
    spared = {"role", "basis", "label", "rank", "factor", "factor_means", "absolute", "claim", "as_printed"}
    names = {leaf.split(".")[-1] for leaf in leaves()} - spared - {"translations", "wording"}
    assert [name for name in sorted(names) if f'"{name}"' not in text] == []
