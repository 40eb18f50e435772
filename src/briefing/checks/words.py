"""Words that findings say of measures."""

from __future__ import annotations

from collections.abc import Sequence

_NAMES = {
    "total": ("trade", "trade"),
    "export": ("export", "exports"),
    "import": ("import", "imports"),
    "re_export": ("re-export", "re-exports"),
    "balance": ("balance", "balance"),
    "fdi_inflow": ("FDI inflow", "FDI inflow"),
    "fdi_stock": ("FDI stock", "FDI stock"),
    "fdi_outward_stock": ("outward FDI stock", "outward FDI stock"),
    "fdi_cumulative": ("cumulative FDI", "cumulative FDI"),
    "joint_ventures": ("joint ventures", "joint ventures"),
}


def name_of(measure: str, *, plural: bool = False) -> str:
    """The word for a measure inside a sentence; `other:` measures have their own."""
    found = _NAMES.get(measure)
    return found[plural] if found else measure.removeprefix("other:").replace("_", " ")


def listed(words: Sequence[str]) -> str:
    """``a, b and c``."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def upper(text: str) -> str:
    """The text as it begins a sentence."""
    return f"{text[:1].upper()}{text[1:]}"
