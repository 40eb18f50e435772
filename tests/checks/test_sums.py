"""Sum: what cannot be proven wrong is never called an error; what is broken beyond rounding always is."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal, localcontext

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.checks.entered import brief

from briefing.checks.all import check
from briefing.checks.finding import Finding
from briefing.dossier.amounts import POWERS
from briefing.dossier.edits import set_value
from briefing.dossier.figures import SCALES, Amount, Figure, Period
from briefing.dossier.model import EMPTY, Dossier, Trade

YEAR = Period("2022-01-01", "2022-12-31")
MEASURES = ("export", "import", "total")


def of(*amounts: Amount) -> Dossier:
    figures = (
        Figure(f"f{at}", m, period=YEAR, amount=a) for at, (m, a) in enumerate(zip(MEASURES, amounts, strict=True))
    )
    return replace(EMPTY, trade=Trade("KZ", "SE", "USD", "million"), figures=tuple(figures))


def printed(export: str, imports: str, total: str) -> Dossier:
    return of(*(Amount(value, "million", "USD") for value in (export, imports, total)))


def one(found: tuple[Finding, ...]) -> Finding:
    assert len(found) == 1, found
    return found[0]


def test_a_total_that_its_parts_cannot_make_is_an_error_with_its_mend() -> None:
    dossier = printed("96.1", "229.8", "352.9")
    found = one(check(dossier))
    assert (found.rule, found.severity) == ("sum", "error")
    assert found.message == "96.1 + 229.8 makes 325.9, not 352.9."
    assert found.fields == ("figures[f2].amount", "figures[f0].amount", "figures[f1].amount")
    assert (found.stated, found.computed, found.explained_by_rounding) == ("352.9", "325.9", False)
    (mend,) = found.mends
    assert mend.label == "Use 325.9"
    for path, value in mend.values:
        dossier = set_value(dossier, path, value)
    assert check(dossier) == ()


def test_what_rounding_explains_is_a_note() -> None:
    found = one(check(printed("47.5", "318.4", "365.8")))
    assert (found.severity, found.explained_by_rounding) == ("note", True)
    assert found.message == "The parts add up to 365.9, not 365.8. Rounding explains the 0.1."
    assert found.mends == ()


@pytest.mark.parametrize(
    ("parts", "severity"),
    [
        (("96.1", "229.8", "325.9"), None),
        (("42.0", "0.5", "42.5"), None),
        (("45", "66", "111"), None),
        (("26", "16.5", "42.5"), None),
        (("3.9", "2.0", "6.0"), "note"),
        (("7.9", "54.7", "64.6"), "error"),
        (("96.1", "229.8", "326"), None),
        (("96", "230", "325.9"), "note"),
        (("96", "129", "230"), "warning"),
    ],
)
def test_sums_of_published_documents(parts: tuple[str, str, str], severity: str | None) -> None:
    assert [finding.severity for finding in check(printed(*parts))] == ([severity] if severity else [])


def test_scales_are_converted_and_named_where_they_differ() -> None:
    dossier = of(Amount("0.9", "billion", "USD"), Amount("229.8", "million", "USD"), Amount("900.0", "million", "USD"))
    found = one(check(dossier))
    assert found.message == "0.9 billion + 229.8 makes 1\u00a0129.8, not 900.0."
    assert found.mends[0].values == (("figures[f2].amount.value", "1129.8"),)
    assert check(set_value(dossier, "figures[f2].amount.value", "1129.8")) == ()


def test_only_like_figures_are_added() -> None:
    broken = printed("96.1", "229.8", "352.9")
    for path, value in [
        ("figures[f0].partner", "NO"),
        ("figures[f0].reporter", "SE"),
        ("figures[f0].scope", "services"),
        ("figures[f0].period", Period("2021-01-01", "2021-12-31")),
        ("figures[f0].amount.unit", "EUR"),
        ("figures[f0].amount.value", ""),
    ]:
        assert check(set_value(broken, path, value)) == (), path


def test_what_the_table_says_holds_for_figures_that_leave_it_open() -> None:
    broken = printed("96.1", "229.8", "352.9")
    for path, value in [("reporter", "KZ"), ("partner", "SE"), ("amount.unit", ""), ("amount.scale", "")]:
        assert one(check(set_value(broken, f"figures[f0].{path}", value))).severity == "error"


_BY_MONTH = {"Jan": 21.2, "Feb": 22.9, "Mar": 15.9, "Apr": 23.1, "May": 17.4, "Jun": 24.8}
MONTHS = "\n".join(f"{month.lower()} export | {month} 2022 | {value}" for month, value in _BY_MONTH.items())
PARTS_OF_A_YEAR = {
    "months say more closely than a quarter that is rounded what is off": (
        f"y export | H1 2022 | 0.1353 billion\nq export | Q1 2022 | 0.1 billion\n{MONTHS}",
        ["error sum y jan feb mar apr may jun"],
    ),
    "one that neither can make is told once": (
        f"y export | H1 2022 | 225.3\nq export | Q1 2022 | 60.0\n{MONTHS}",
        ["error sum y q apr may jun"],
    ),
    "what is beside halves that make the year is no more than it": (
        "y export | 2022 | 1452.8\na export | H1 2022 | 498.1\nb export | H2 2022 | 954.7\n"
        "c export | Jan-Sep 2022 | 5534.6",
        ["error sum y c"],
    ),
}


@pytest.mark.parametrize("name", PARTS_OF_A_YEAR)
def test_parts_of_a_year(name: str) -> None:
    text, said = PARTS_OF_A_YEAR[name]
    assert brief(f"table KZ SE USD million\n{text}", "sum") == said


def test_a_total_may_count_the_re_export_or_not() -> None:
    def with_again(total: str) -> Dossier:
        dossier = printed("10", "20", total)
        again = Figure("f9", "re_export", period=YEAR, amount=Amount("5", "million", "USD"))
        return replace(dossier, figures=(*dossier.figures, again))

    assert check(with_again("30")) == ()
    assert check(with_again("35")) == ()
    assert one(check(with_again("47"))).severity == "error"


def test_a_qualifier_widens_its_side() -> None:
    def total(qualifier: str) -> Dossier:
        return set_value(printed("96.1", "229.8", "300"), "figures[f2].amount.qualifier", qualifier)

    assert check(total("more_than")) == ()
    assert check(total("about")) == ()
    found = one(check(total("less_than")))  # a threshold is meant as it stands
    assert (found.severity, found.mends) == ("error", ())


@st.composite
def shown(draw: st.DrawFn, truth: Decimal) -> Amount:
    """A true number as someone may print it: any scale, any decimals (tens and hundreds too), any true qualifier."""
    scale = draw(st.sampled_from(SCALES))
    decimals = draw(st.integers(-2, 3))
    rounding = draw(st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]))
    qualifier = draw(st.sampled_from(["exact", "", "about", "more_than", "at_least", "less_than", "at_most"]))
    if qualifier in ("more_than", "at_least"):
        rounding = ROUND_DOWN
    elif qualifier in ("less_than", "at_most"):
        rounding = ROUND_UP
    with localcontext(prec=60):
        number = truth.scaleb(-POWERS[scale])
        value = number.quantize(Decimal(1).scaleb(-decimals), rounding)
        if not value:  # nobody rounds to tens what is less than ten
            value = number.quantize(Decimal(1).scaleb(-max(0, decimals)), rounding)
    return Amount(f"{value:f}", scale, "USD", qualifier)


@settings(max_examples=600, deadline=None)
@given(st.data(), st.integers(0, 10**13), st.integers(0, 10**13))
def test_true_figures_are_never_called_wrong(data: st.DataObject, export: int, imports: int) -> None:
    amounts = [data.draw(shown(Decimal(truth))) for truth in (export, imports, export + imports)]
    assert [finding for finding in check(of(*amounts)) if finding.severity == "error"] == []


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.integers(-(10**6), 10**6),
    st.integers(0, 3),
    st.sampled_from(SCALES),
)
def test_a_total_broken_beyond_rounding_is_always_found(
    export: int, imports: int, by: int, decimals: int, scale: str
) -> None:
    assume(abs(by) >= 2)  # three figures of one last place each reach 1.5 of it
    total = export + imports + by
    assume(total >= 0)
    values = [f"{Decimal(number).scaleb(-decimals):f}" for number in (export, imports, total)]
    if decimals == 0:
        values = [value for value in values if not value.endswith("0") or value == "0"]
        assume(len(values) == 3)
    found = one(check(of(*(Amount(value, scale, "USD") for value in values))))
    assert found.severity == "error"


def test_sums_hold_at_any_size_without_rounding_by_the_way() -> None:
    big = of(
        Amount("999999999999999999", "trillion", "USD"),
        Amount("1", "unit", "USD"),
        Amount("999999999999999999", "trillion", "USD"),
    )
    assert [finding.severity for finding in check(big)] == []
