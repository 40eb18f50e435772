"""Strategies for random dossiers: any record the model can hold, with texts that are nasty on purpose."""

from __future__ import annotations

from itertools import count
from typing import Any

from hypothesis import strategies as st

from briefing.dossier import gate
from briefing.dossier.fields import field_at
from briefing.dossier.model import Dossier
from briefing.dossier.paths import join
from briefing.dossier.record import Record
from briefing.dossier.records import Slot, slots

#: Texts that break naive programs: markup of every kind, template marks, separators, odd spaces, other scripts.
NASTY = (
    "A & B <Ltd>", "{{ 7 * 7 }}", "{% raw %}", "*bold* _it_ **x**", "# heading", "- item", "1. one", "> quote", "| a |",
    "[x](https://e.example)", "![i](u)", "`code`", "<script>", "&amp;", "a\\*b", "\\", "  ", " lead", "trail ", "…",
    "a\u00a0b", "\u202eabc", "e\u0301", "Ştefan Müller-Åkesson", "中文", "مرحبا", "🙂", "None", "true", "0", "[City]",
    "{fact} x", "***", "---",
)  # fmt: skip

lines = st.one_of(st.sampled_from(NASTY), st.text(st.characters(codec="utf-8"), max_size=12), st.just("")).map(
    gate.admit_line
)
prose_texts = st.lists(st.one_of(lines, lines.map("- ".__add__), lines.map("1. ".__add__)), max_size=4).map(
    lambda paragraphs: gate.admit("\n".join(paragraphs))
)
decimals = st.sampled_from(["", "0", "6", "6.0", "47.5", "1234.5", "-8.9", "999999999", "0.0", "nonsense"])
days = st.sampled_from(["", "2023-11-22", "2021", "2021-05", "2024-02-29", "2023-02-30", "soon"])
unknown_keys = st.dictionaries(
    st.sampled_from(["x_new", "zz", "ü"]), st.sampled_from(["1", '"a"', "null", '{"b":[1,2.5]}'])
)


@st.composite
def dossiers(draw: st.DrawFn, rows: int = 2, unknown: bool = True) -> Dossier:
    """A random dossier with up to `rows` rows in each list; unknown keys at every level where `unknown` is set."""
    ids = (f"r{number}" for number in count())
    made = _record(draw, Dossier, "", ids, rows, unknown)
    assert isinstance(made, Dossier)
    return made


def _record(draw: st.DrawFn, kind: type[Record], path: str, ids: Any, rows: int, unknown: bool) -> Record:
    values: dict[str, Any] = {}
    for name, slot in slots(kind).items():
        values[name] = next(ids) if name == "id" else _value(draw, slot, join(path, name), ids, rows, unknown)
    if unknown:
        values["unknown"] = tuple(draw(unknown_keys).items())
    return kind(**values)


def _value(draw: st.DrawFn, slot: Slot, path: str, ids: Any, rows: int, unknown: bool) -> Any:
    if slot.record is not None and slot.kind == "rows":
        number = draw(st.integers(0, rows))
        return tuple(_record(draw, slot.record, path + "[]", ids, rows, unknown) for _ in range(number))
    if slot.record is not None:
        return _record(draw, slot.record, path, ids, rows, unknown)
    if slot.kind == "flag":
        return draw(st.booleans())
    if slot.kind == "number":
        return draw(st.one_of(st.none(), st.integers(-3, 10**30)))
    return draw(_text(slot.name, path))


def _text(name: str, path: str) -> st.SearchStrategy[str]:
    field = field_at(path)
    if field.kind == "layer":
        return st.sampled_from(["{}", '{"ru":{"meeting.city":{"text":"x","of":"y"}}}'])
    if field.choices and name != "value":
        return st.sampled_from(["", *(choice.code for choice in field.choices), "unheard_of"])
    if name in ("value", "percent", "factor"):
        return decimals
    if field.kind in ("date", "partial_date") or name in ("start", "end"):
        return days
    if field.kind == "country":
        return st.one_of(st.sampled_from(["SE", "KZ", "GB", "XX", "EU"]), lines)
    return prose_texts if field.kind == "prose" else lines
