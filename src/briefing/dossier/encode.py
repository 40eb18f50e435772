"""From records to JSON: empty fields left out, unknown keys put back."""

from __future__ import annotations

import json
from typing import Any

from briefing.dossier.record import Record
from briefing.dossier.records import slots


def record(value: Record) -> dict[str, Any]:
    """The JSON object of a record; a row keeps its id even when everything else is empty."""
    found: dict[str, Any] = {}
    for name, slot in slots(type(value)).items():
        inner = getattr(value, name)
        if inner == slot.default and name != "id":
            continue
        if slot.kind == "rows":
            found[name] = [record(each) for each in inner]
        elif slot.kind == "record":
            found[name] = record(inner)
        else:
            found[name] = json.loads(inner) if name in ("translations", "wording") else inner
    for key, text in value.unknown:
        found[key] = json.loads(text)
    return found
