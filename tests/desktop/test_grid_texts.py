"""What is typed or pasted into a grid is understood, asked about, or refused with its cell named: nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.desktop.grid_desk import SEED

from briefing.desktop.form.grid_rows import Change
from briefing.desktop.form.grid_single import SingleRows
from briefing.desktop.form.grid_trade import TradeRows
from briefing.dossier import gate
from briefing.dossier.amounts import says_none
from briefing.dossier.entry import Refusal, read_amount, read_change, read_period
from briefing.dossier.model import Dossier

Rows = TradeRows | SingleRows
HARD = (
    "NaN", "inf", "-Infinity", "1e309", "1e5", "١٢٣", "１２３", "٣٫٥", "½", "31 February", "30 Feb 2023", "2023-02-30",
    "1.234", "1,234", "1 234,5", "(3.4)", "(+48,1%)", "6 млрд 80,3 млн", "> 600", "96.1*", "2023p", "-", "n/a", "\0",
    "0.0.0", "9" * 40, "1" * 200, "2022-23", "2011-12", "Sep-Jan 2023", "¥5bn", "#REF!", "=1+1", "\ud800", "a\nb",
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(HARD),
    st.text(max_size=30),
    st.text("0123456789.,' -+%$mMfyqhjandec/–()*", max_size=14),
)


def made(kind: type[TradeRows] | type[SingleRows], dossier: Dossier = SEED) -> Rows:
    """The rows of a grid, with a session that takes their edits."""
    rows: list[Rows] = []

    def edit(change: Change, _label: str) -> None:
        rows[0].show(change(rows[0].dossier), ())

    rows.append(kind(edit, "Trade", lambda: None))
    rows[0].show(dossier, ())
    return rows[0]


def is_told(rows: Rows, text: str) -> bool:
    """Whether a cell keeps a text with a sentence under its row that speaks of that cell."""
    for row in range(rows.count()):
        said = {line.column for line in rows.lines(row) if line.text}
        if any(rows.text(row, column) == text and column in said for column in range(len(rows.columns))):
            return True
    return False


def is_understood(read: Callable[[str], object], text: str) -> bool:
    return not text or says_none(text) or not isinstance(read(text), Refusal)


@given(st.integers(0, 4), TEXTS)
def test_any_text_in_a_cell_of_the_trade_table(column: int, text: str) -> None:
    rows = made(TradeRows)
    typed = gate.admit_line(text).strip()
    refused = rows.set_text(0, column, text)
    read = (read_period, read_amount, read_amount, read_amount, read_change)[column]
    if refused is None and is_understood(read, typed):
        assert not is_told(rows, typed) or rows.text(0, column) != typed or column == 0
    else:
        assert is_told(rows, typed), (typed, rows.text(0, column))
    assert rows.text(1, 1) == "47.5"


@given(st.integers(0, 4), TEXTS, st.integers(0, 4), TEXTS)
@example(1, "n/a", 0, "NaN")
def test_any_texts_in_a_new_row_of_the_trade_table(one: int, text: str, other: int, more: str) -> None:
    rows = made(TradeRows, replace(SEED, figures=()))
    rows.add()
    rows.set_text(0, one, text)
    rows.set_text(rows.count() - 1 if rows.count() else rows.add(), other, more)
    wanted = {one: gate.admit_line(text).strip()}
    wanted[other] = gate.admit_line(more).strip()
    reads = (read_period, read_amount, read_amount, read_amount, read_change)
    for column, typed in wanted.items():
        found = {rows.text(row, column) for row in range(rows.count())}
        assert typed in found or is_understood(reads[column], typed), (typed, found)


@given(st.integers(0, 2), TEXTS)
def test_any_text_in_a_cell_beside_the_table(column: int, text: str) -> None:
    rows = made(SingleRows)
    typed = gate.admit_line(text).strip()
    rows.set_text(0, column, text)
    if column == 0:
        assert rows.text(0, 0) == typed or is_told(rows, typed) or typed.casefold() in map(str.casefold, MEASURES)
    elif not is_understood(read_amount if column == 1 else read_period, typed):
        assert is_told(rows, typed)
    assert rows.text(1, 0) == "Companies"


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=7), min_size=1, max_size=4), st.integers(0, 3), st.integers(0, 4))
def test_no_block_that_is_pasted_breaks_anything(block: list[list[str]], row: int, column: int) -> None:
    for kind in (TradeRows, SingleRows):
        rows = made(kind)
        rows.paste(row, min(column, len(rows.columns) - 1), block)
        for at in range(rows.count()):
            rows.lines(at)
            rows.state(at)


@pytest.mark.parametrize("text", ["NaN", "inf", "1e309", "١٢٣", "１２", "31 February"])
def test_what_no_statistic_can_be_is_refused_in_its_cell(text: str) -> None:
    rows = made(TradeRows)
    for column in range(5):
        rows.set_text(0, column, text)
        lines = [line for line in rows.lines(0) if line.column == column]
        assert lines, column
        assert rows.text(0, column) == text


MEASURES = [*SingleRows.columns[0].choices]
