"""The JSON Schema (draft 2020-12) of a dossier file, made from the records and the field list."""

from __future__ import annotations

from typing import Any

from briefing.dossier.fields import field_at
from briefing.dossier.model import SCHEMA_VERSION, Dossier
from briefing.dossier.paths import PathError, join
from briefing.dossier.record import Record
from briefing.dossier.records import Slot, slots


def json_schema() -> dict[str, Any]:
    """The schema as a JSON object. Everything but the version is optional, and unknown keys are allowed and kept."""
    found = _record(Dossier, "")
    found["properties"] = {
        "schema_version": {"type": "integer", "minimum": 1, "maximum": SCHEMA_VERSION},
        **found["properties"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Briefing dossier",
        **found,
        "required": ["schema_version"],
    }


def _record(kind: type[Record], path: str) -> dict[str, Any]:
    properties = {name: _slot(slot, join(path, name)) for name, slot in slots(kind).items()}
    found: dict[str, Any] = {"type": "object", "properties": properties}
    if "id" in properties:
        found["required"] = ["id"]
    return found


def _slot(slot: Slot, path: str) -> dict[str, Any]:
    if slot.kind == "rows":
        assert slot.record is not None
        return {**_words(path), "type": ["array", "null"], "items": _record(slot.record, path + "[]")}
    if slot.kind == "record":
        assert slot.record is not None
        inner = _record(slot.record, path)
        return {**_words(path), **inner, "type": ["object", "null"]}
    if slot.name == "id":
        return {"type": "string", "pattern": "^[a-z0-9]{1,128}$"}
    if slot.name in ("translations", "wording"):
        return {"type": ["object", "null"]}
    return {**_words(path), "type": [{"text": "string", "number": "integer", "flag": "boolean"}[slot.kind], "null"]}


def _words(path: str) -> dict[str, str]:
    """What a person reads of the field: its label, and how far it may go. Plain for a record that only groups."""
    try:
        field = field_at(path)
    except PathError:
        return {}
    return {"title": field.label, "description": f"Audience: {field.audience}."} if field.path == path else {}
