"""Words that findings say of measures."""

from __future__ import annotations

from collections.abc import Sequence

_NAMES = {
    "total": "trade",
    "export": "exports",
    "import": "imports",
    "re_export": "re-exports",
    "fdi_inflow": "FDI inflow",
    "fdi_stock": "FDI stock",
    "fdi_outward_stock": "outward FDI stock",
    "fdi_cumulative": "cumulative FDI",
    "joint_ventures": "joint ventures",
}
#: Measures whose word is of one thing; of `other:` measures nobody knows.
_ONE = ("total", "balance", "investment", "tonnage")


def name_of(measure: str) -> str:
    """The word for a measure inside a sentence; `other:` measures have their own."""
    return _NAMES.get(measure) or measure.removeprefix("other:").replace("_", " ")


def is_many(measure: str) -> bool:
    """Whether the word for a measure is of many: exports exceed, trade exceeds."""
    return measure not in _ONE and not measure.startswith(("fdi_", "other:"))


def listed(words: Sequence[str]) -> str:
    """``a, b and c``."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def upper(text: str) -> str:
    """The text as it begins a sentence."""
    return f"{text[:1].upper()}{text[1:]}"
