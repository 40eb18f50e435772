"""The field list and the schema: every leaf of the records described once, and the samples as the schema says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from briefing import places
from briefing.dossier.fields import AUDIENCES, FIELDS, field_at, leaves
from briefing.dossier.paths import PathError, pattern
from briefing.dossier.schema import json_schema

PUBLIC = [
    "house.country", "house.name", "house.ministry", "house.city", "house.contact", "house.boilerplate",
    "house.statistics", "handling.issued", "meeting.kind", "meeting.round", "meeting.format", "meeting.date",
    "meeting.end_date", "meeting.start_time", "meeting.end_time", "meeting.time_zone", "meeting.city",
    "meeting.country", "meeting.venue", "meeting.event", "meeting.previous.format", "meeting.previous.date",
    "meeting.previous.city", "sides", "sides[].country", "sides[].ours", "sides[].people", "sides[].people[].name",
    "sides[].people[].family_name", "sides[].people[].honorific", "sides[].people[].office",
    "sides[].people[].short_office", "sides[].people[].other_offices", "sides[].people[].organisation",
    "sides[].people[].role", "sides[].people[].represents", "sides[].people[].gender", "topics",
    "topics[].statements", "topics[].statements[].side", "topics[].statements[].text", "trade.reporter",
    "trade.partner", "trade.unit", "trade.scale", "trade.source", "trade.chart", "trade.chart_picture", "figures",
    "figures[].measure", "figures[].scope", "figures[].reporter", "figures[].partner", "figures[].period",
    "figures[].amount", "figures[].change", "figures[].share", "figures[].rank", "figures[].status",
    "figures[].source", "figures[].code", "sources", "sources[].publisher",
    "sources[].title", "sources[].released", "sources[].link", "outcomes.agreed", "outcomes.signed",
    "outcomes.next_round", "press.headline", "press.sub_headline", "press.quotes", "press.quotes[].speaker",
    "press.quotes[].words", "press.reference", "press.notes", "press.embargo.date", "press.embargo.time",
    "press.embargo.zone", "press.photo.caption", "press.photo.credit", "press.photo.alternative",
]  # fmt: skip


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


def test_the_fields_that_the_public_may_read_are_these() -> None:
    """A list of its own, so that a field which becomes public by mistake is seen."""
    assert [field.path for field in FIELDS if field.audience == "public"] == PUBLIC


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
    spared |= {"chart_picture"}
    bodies = "".join(body.read_text("utf-8") for body in places.templates().glob("*/body.en.md"))
    names = {leaf.split(".")[-1] for leaf in leaves()} - spared
    names = {name for name in names if re.search(rf"\.{name}\b", bodies)}
    assert [name for name in sorted(names) if f'"{name}"' not in text] == []
