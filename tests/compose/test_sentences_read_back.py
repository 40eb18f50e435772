"""For any figures, what the sentences state when they are read back is what the figures say, and no more."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compose import sentence_reader, single_reader
from tests.compose.figures_said import with_figures
from tests.compose.figures_true import Given, a_year_before, certain_way, holds, same_level, stated, typed
from tests.compose.sentence_reader import Fact, Reader
from tests.compose.small_packs import composer, text_of

from briefing.compose.composer import Composer

TRADE_BODY = """{% for line in trade_lines|told %}
{{ line|opening|capital }}, {% if line|turnover %}{{ line|subject }} {{ line|turnover }}\
{% if line|flows %}: {% endif %}{% endif %}{{ line|flows }}.

{% endfor %}"""
BALANCE_BODY = "{% for line in trade_lines|told %}{{ line|balance }}\n\n{% endfor %}"
OPEN = ("provisional", "revised", "estimate", "target")

YEARS = ("2021", "2022", "2023")
SPANS = ("{}-01-01/{}-12-31", "{}-01-01/{}-09-30", "{}-01-01/{}-03-31", "{}-02-01/{}-02-28")
periods = st.builds(lambda span, year: span.format(year, year), st.sampled_from(SPANS), st.sampled_from(YEARS))
dates = st.sampled_from([f"{year}-{day}/{year}-{day}" for year in YEARS for day in ("12-31", "06-30")])
numbers = st.one_of(
    st.sampled_from(["0", "0.0", "0.466", "5", "50.0", "96.1", "100.0", "103", "229.8", "1250", "30400"]),
    st.integers(1, 99999).map(str),
    st.integers(1, 99999).map(lambda number: f"{number / 10:.1f}"),
    st.integers(1, 99999).map(lambda number: f"{number / 100:.2f}"),
)
qualifiers = st.sampled_from(["", "", "", "", "", "about", "more_than", "at_least", "nearly", "less_than", "at_most"])
changes = st.one_of(
    st.just({}), st.just({}), st.just({}),
    st.sampled_from(["12.5", "-8.9", "0.0", "118", "-50.3", "40"]).map(lambda percent: {"percent": percent}),
    st.just({"percent": "40", "qualifier": "more_than", "direction": "grew"}),
    st.just({"percent": "3.2", "direction": "fell", "qualifier": "nearly"}),
    st.sampled_from(["grew", "fell", "unchanged"]).map(lambda way: {"direction": way}),
    st.sampled_from(["doubled", "tripled", "halved"]).map(lambda claim: {"claim": claim}),
    st.just({"claim": "doubled", "qualifier": "more_than"}),
    st.just({"claim": "record"}),
    st.sampled_from(["level", "increase", "unclear"]).map(lambda means: {"factor": "2.1", "factor_means": means}),
    st.just({"factor": "0.8", "factor_means": "level"}),
    st.just({"absolute": {"value": "10.5", "scale": "million", "unit": "USD"}, "direction": "fell"}),
)  # fmt: skip


def figures(measures: list[str], times: st.SearchStrategy[str], **fixed: str) -> st.SearchStrategy[list[Given]]:
    """Some figures of these measures, no two of the same measure and time."""
    scales = st.sampled_from(["million", "million", "million", "thousand", "billion"])
    units = st.sampled_from(["USD", "USD", "USD", "USD", "EUR"])
    one = st.builds(
        Given,
        st.sampled_from(measures), times, numbers, st.just(fixed["scale"]) if "scale" in fixed else scales,
        st.just(fixed["unit"]) if "unit" in fixed else units, qualifiers,
        st.sampled_from(["", "", "", *OPEN]), changes,
    )  # fmt: skip
    return st.lists(one, min_size=1, max_size=9, unique_by=lambda given: given.key)


@pytest.fixture(scope="module")
def composers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Composer]:
    bodies = {"trade": TRADE_BODY, "balance": BALANCE_BODY, "single": "{{ other_figures|stated }}"}
    return {name: composer(tmp_path_factory.mktemp(name), body) for name, body in bodies.items()}


def texts(composing: Composer, given: list[Given]) -> list[str]:
    document = composing.compose(with_figures(*(each.as_file() for each in given)))
    return [text.replace("\u00a0", " ") for text in text_of(document)]


on_trade = figures(["total", "export", "import"], periods)
single = st.one_of(
    figures(["fdi_inflow", "re_export"], periods),
    figures(["fdi_cumulative"], st.sampled_from([f"{year}-01-01/" for year in ("2005", *YEARS)])),
    figures(["fdi_stock", "fdi_outward_stock"], dates),
    figures(["companies", "persons"], dates, scale="unit", unit=""),
    figures(["companies", "persons"], periods, scale="unit", unit=""),
)


@settings(max_examples=300, deadline=None)
@given(given=on_trade)
def test_sentences_on_trade_state_what_the_figures_say(composers: dict[str, Composer], given: list[Given]) -> None:
    facts = [fact for text in texts(composers["trade"], given) for fact in sentence_reader.line(text.removesuffix("."))]
    check_all(facts, given)


@settings(max_examples=200, deadline=None)
@given(given=single)
def test_sentences_on_single_figures_state_what_they_say(composers: dict[str, Composer], given: list[Given]) -> None:
    (text,) = texts(composers["single"], given)
    check_all(single_reader.facts(text), given)


def check_all(facts: list[Fact], given: list[Given]) -> None:
    """Each fact is true, each figure is told once, and no fact is about anything else."""
    known = {each.key: each for each in given}
    told = [(fact.measure, fact.period) for fact in facts]
    assert len(set(told)) == len(told)
    for fact in facts:
        check(fact, known[fact.measure, fact.period], known)
    # An unchanged level is its base's too, and a base named in a sentence holds for all of it.
    named = {(fact.measure, fact.base or a_year_before(fact.period)) for fact in facts if fact.base_level}
    flat = [known[fact.measure, fact.period] for fact in facts if fact.way == "flat"]
    alike = {
        before
        for each in flat
        if (before := (each.measure, a_year_before(each.period))) in known and known[before].exact == each.exact
    }
    assert set(known) <= {*told, *named, *alike}


def check(fact: Fact, given: Given, known: dict[tuple[str, str], Given]) -> None:
    assert fact.level is not None
    assert same_level(fact.level, given)
    assert fact.status == (given.status if given.status in OPEN else "")
    assert fact.record == (given.change.get("claim") == "record")
    base = None if given.period.endswith("/") else known.get((given.measure, a_year_before(given.period)))
    base = None if base is None or base.status == "target" or base.unit != given.unit else base
    if fact.base:
        assert base is not None
        assert fact.base == base.period
    if fact.base_level is not None:
        assert base is not None
        assert same_level(fact.base_level, base)
    way, size = typed(given)
    if size is not None or way == "flat":
        assert stated(fact) == (way, size)
    elif base is not None:
        check_computed(fact, way, given, base)
    else:
        assert stated(fact) == (way, None)
    check_year(fact, given, known)


def check_computed(fact: Fact, way: str, given: Given, base: Given) -> None:
    """Growth that two levels give: the direction that is certain, and a size that is true of all they stand for."""
    certain = certain_way(given, base)
    if way and way != certain:
        assert stated(fact) == (way, None)
        return
    assert fact.way == certain
    for size in filter(None, (fact.size, fact.second)):
        assert holds(size, fact.way, given, base)


def check_year(fact: Fact, given: Given, known: dict[tuple[str, str], Given]) -> None:
    """That a part of a year is more than the whole year before is said only where it is certain."""
    if not fact.exceeds:
        return
    year = known[given.measure, f"{fact.exceeds}-01-01/{fact.exceeds}-12-31"]
    assert int(fact.exceeds) + 1 == int(given.period[:4])
    assert given.reach[0] > year.reach[1]
    assert fact.way not in ("down", "flat")


signed = st.builds(lambda sign, number: sign + number, st.sampled_from(["", "-"]), numbers)


@settings(max_examples=150, deadline=None)
@given(
    values=st.dictionaries(st.sampled_from([SPANS[0].format(year, year) for year in YEARS]), signed, min_size=1),
    change=st.sampled_from([{}, {}, {"percent": "-4"}, {"direction": "grew"}, {"direction": "unchanged"}]),
)
def test_a_balance_keeps_its_sign_and_its_way(
    composers: dict[str, Composer], values: dict[str, str], change: dict[str, Any]
) -> None:
    given = [Given("balance", period, value, change=change) for period, value in values.items()]
    (text,) = texts(composers["single"], given)
    facts = single_reader.facts(text)
    known = {each.key: each for each in given}
    for fact in facts:
        each = known[fact.measure, fact.period]
        assert fact.level is not None
        assert same_level(fact.level, each)
        base = known.get((each.measure, a_year_before(each.period)))
        if change:
            assert stated(fact) == typed(each)
        elif base is not None and base.exact and each.exact:
            assert fact.base == base.period
            assert fact.way == ("up" if each.exact > base.exact else "down" if each.exact < base.exact else "flat")
            assert fact.base_level is None or same_level(fact.base_level, base)
        else:
            assert fact.way == ""
    assert set(known) <= {(fact.measure, time) for fact in facts for time in (fact.period, fact.base)}


@settings(max_examples=200, deadline=None)
@given(given=figures(["export", "import"], periods))
def test_a_balance_that_exports_and_imports_give_is_true(composers: dict[str, Composer], given: list[Given]) -> None:
    told = texts(composers["balance"], given)
    pairs: dict[str, dict[str, Given]] = {}
    for each in given:
        pairs.setdefault(each.period, {})[each.measure] = each
    whole = [pair for pair in pairs.values() if len(pair) == 2]
    assert len(told) <= len(whole)
    for text in told:
        read = Reader(text)
        word = read.must("Kazakhstan had a trade (surplus|deficit)")[1]
        amount = read.amount() if read.take(" of ") else None
        fits = []
        for pair in whole:
            sold, bought = pair["export"].reach, pair["import"].reach
            low, high = sold[0] - bought[1], sold[1] - bought[0]
            low, high = (low, high) if word == "surplus" else (-high, -low)
            fits.append(low > 0 and (amount is None or _near(amount.value, amount.qualifier, low, high)))
        assert any(fits), text
        assert re.fullmatch(r"(, after (one|a (surplus|deficit))( of .*)? in .*)?\.", text[read.at :])


def _near(value: Decimal, qualifier: str, low: Fraction, high: Fraction) -> bool:
    """Whether a printed number can be meant for something in an interval."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    room = Fraction(10) ** exponent / 2 + (Fraction(value) / 10 if qualifier == "about" else 0)
    return Fraction(value) - room <= high and low <= Fraction(value) + room
