"""Tens of thousands of tables of figures: every sentence, read back, states what they say."""

from __future__ import annotations

from hypothesis import given, settings
from tests.compose import sentence_reader, single_reader
from tests.compose.figures_true import Given
from tests.compose.test_sentences_read_back import check_all, composers, on_trade, single, texts

from briefing.compose.composer import Composer

CASES = 20_000
__all__ = ["composers"]


@settings(max_examples=CASES, deadline=None)
@given(given=on_trade)
def test_sentences_on_trade(composers: dict[str, Composer], given: list[Given]) -> None:
    told = texts(composers["trade"], given)
    check_all([fact for text in told for fact in sentence_reader.line(text.removesuffix("."))], given)


@settings(max_examples=CASES, deadline=None)
@given(given=single)
def test_sentences_on_single_figures(composers: dict[str, Composer], given: list[Given]) -> None:
    (text,) = texts(composers["single"], given)
    check_all(single_reader.facts(text), given)
