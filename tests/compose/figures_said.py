"""Figures in a few words, and the sentences that are written from them through a small template."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.compose.small_packs import composer, dossier, text_of

from briefing.dossier.model import Dossier

#: Everything that is said of figures, each line's sentences in a paragraph of their own.
BODY = """{% for line in trade_lines|told %}
{{ line|opening|capital }}, {% if line|turnover %}{{ line|subject }} {{ line|turnover }}\
{% if line|flows %}: {% endif %}{% endif %}{{ line|flows }}.

{{ line|balance }}

{{ line|standing }}

{% endfor %}
{{ other_figures|stated }}
"""
TRADE = {"reporter": "KZ", "partner": "SE", "unit": "USD", "scale": "million"}


def span(text: str) -> dict[str, str]:
    """``2022``, ``2023-01/2023-09``, ``2014-12-31``, ``2005/`` as a period."""
    start, mark, end = text.partition("/")
    return {"start": _first(start), "end": _last(end if mark else start)}


def _first(text: str) -> str:
    return text + {4: "-01-01", 7: "-01"}.get(len(text), "")


def _last(text: str) -> str:
    if len(text) == 7:
        return f"{text}-{calendar.monthrange(int(text[:4]), int(text[5:]))[1]}"
    return text + {4: "-12-31"}.get(len(text), "")


def figure(measure: str, period: str, amount: str = "", change: Any = None, **more: Any) -> dict[str, Any]:
    """One figure: ``figure("export", "2022", "more_than 96.1 million USD", {"percent": "5"})``.

    Of an amount the number alone is needed; the table's scale and unit hold where none is named.
    """
    words = amount.split()
    qualifier = words.pop(0) if words and not words[0][0].isdigit() and words[0][0] != "-" else ""
    value, scale, unit = (*words, "", "", "")[:3]
    given = {"value": value, "scale": scale, "unit": unit, "qualifier": qualifier}
    return {
        "measure": measure,
        "period": span(period),
        "amount": {k: v for k, v in given.items() if v},
        "change": change or {},
        **more,
    }


def with_figures(*figures: dict[str, Any], **trade: str) -> Dossier:
    """A dossier with these figures, numbered in their order, in a table of million US dollars of Kazakhstan."""
    numbered = [{**each, "id": f"f{at}"} for at, each in enumerate(figures, 1)]
    return dossier(trade={**TRADE, **trade}, figures=numbered)


def said(tmp_path: Path, figures: Sequence[dict[str, Any]], body: str = BODY, **trade: str) -> list[str]:
    """The paragraphs that are written of these figures."""
    document = composer(tmp_path, body).compose(with_figures(*figures, **trade))
    return [text.replace("\u00a0", " ") for text in text_of(document)]
