"""Figures beside the table in an order that makes sense, and amounts whose currency is nowhere said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.compose.small_packs import composer, dossier, spans_of, text_of

from briefing.compose.document import Document

BODY = "{{ other_figures|stated }}"
LINE = (
    "{% for line in trade_lines %}{{ line|turnover }}: {{ line|flows }}{% endfor %}\n\n\n{{ trade_lines|trade_table }}"
)


def figure(id: str, measure: str, value: str, start: str = "", end: str = "", **amount: str) -> dict[str, Any]:
    period = {"start": start, "end": end}
    sides = {"reporter": "KZ", "partner": "SE"}
    return {"id": id, "measure": measure, "period": period, "amount": {"value": value, **amount}, **sides}


SINCE = figure("a", "fdi_cumulative", "600", "2005-01-01", unit="USD", scale="million")
YEAR = figure("c", "fdi_inflow", "51", "2022-01-01", "2022-12-31", unit="USD", scale="million")
FIRMS = figure("d", "companies", "40")


def composed(tmp_path: Path, body: str, *figures: dict[str, Any], **trade: str) -> Document:
    return composer(tmp_path, body).compose(dossier(figures=list(figures), trade=trade))


def said(document: Document) -> list[str]:
    return [text.replace("\u00a0", " ") for text in text_of(document)]


@pytest.mark.parametrize("typed", [(SINCE, FIRMS, YEAR), (YEAR, SINCE, FIRMS)])
def test_investment_of_years_stands_before_that_since_a_year_however_it_was_typed(
    tmp_path: Path, typed: tuple[dict[str, Any], ...]
) -> None:
    (text,) = said(composed(tmp_path, BODY, *typed))
    assert text == (
        "Direct investment from Sweden in Kazakhstan came to 51 million US dollars in 2022 and to 600 million "
        "since 2005. In Kazakhstan, 40 companies with capital from Sweden are registered."
    )


def test_an_amount_without_a_currency_has_that_of_the_table(tmp_path: Path) -> None:
    bare = figure("c", "fdi_inflow", "51", "2022-01-01", "2022-12-31", scale="million")
    assert "51 million euros in 2022" in said(composed(tmp_path, BODY, bare, unit="EUR"))[0]


def test_a_currency_that_is_nowhere_said_is_a_gap_once_in_a_sentence_and_at_the_head_of_the_table(
    tmp_path: Path,
) -> None:
    year = {"start": "2022-01-01", "end": "2022-12-31", "scale": "million"}
    total, export, bought = (figure(name, name, "9", **year) for name in ("total", "export", "import"))
    document = composed(tmp_path, LINE, total, export, bought)
    sentence, table = said(document)
    assert sentence == (
        "came to 9 million [Currency]: exports from Kazakhstan came to 9 million and imports to 9 million"
    )
    assert table.startswith("Million [Currency]\tExports\tImports\tTotal")
    gaps = [(span.text, span.paths) for span in spans_of(document) if span.gap]
    assert gaps == [("[Currency]", ("trade.unit",))] * 2


@pytest.mark.parametrize(
    "counted", [FIRMS, figure("p", "persons", "412"), figure("t", "other:visits", "7", scale="unit")]
)
def test_what_is_counted_needs_no_currency(tmp_path: Path, counted: dict[str, Any]) -> None:
    assert not [span for span in spans_of(composed(tmp_path, BODY, counted)) if span.gap and "Currency" in span.text]
