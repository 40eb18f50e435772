"""Charts made by hand, for the tests of the page and of the writers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Literal

from briefing.compose.document import Category, Chart, Datum, Series, Span, Tick

NAMES = {"export": "Exports", "import": "Imports", "total": "Total"}
Kind = Literal["bars", "lines"]
Values = Mapping[str, Sequence[str | None]]

YEARS = ("2021", "2022", "2023", "2024", "January–September 2025 (provisional)")
FIGURES: Values = {
    "export": ("380.1", "395.0", None, "455.3", "318.2"),
    "import": ("300.2", "310", "287.9", "301.4", "209.6"),
    "total": ("680.3", "705.0", "700.5", "756.7", "527.8"),
}
NOTE = "January–September 2025 covers nine months and stands apart: it does not compare with whole years."


def datum(value: str | None, path: str) -> Datum:
    """A value; a sign before its number is that of its qualifier."""
    if value is None:
        return Datum(None)
    return Datum(Decimal(value.lstrip("> ")), (Span(value, (path,)),))


def chart(
    key: str = "c",
    kind: Kind = "bars",
    names: Sequence[str] = YEARS,
    values: Values = FIGURES,
    *,
    apart: Sequence[int] = (4,),
    broken: Sequence[int] = (),
    note: str = NOTE,
    top: int = 800,
) -> Chart:
    """A chart of Valdoria's trade; no line leads to the periods that are `apart` or `broken` off."""
    return Chart(
        id=key,
        kind=kind,
        title=(Span("Trade with "), Span("Kestria", ("trade.partner",)), Span(", million euros")),
        categories=tuple(
            Category((Span(name, (f"figures[{key}{at}].period",)),), at not in (*apart, *broken), at in apart)
            for at, name in enumerate(names)
        ),
        series=tuple(
            Series(m, NAMES[m], tuple(datum(v, f"figures[{key}{m}{at}].amount") for at, v in enumerate(row)))
            for m, row in values.items()
        ),
        ticks=tuple(Tick(Decimal(at), f"{at:,}") for at in range(0, top + 1, top // 4)),
        summary="Bar chart: Trade with Kestria. The total rose & fell.",
        note=(Span(note),) if note else (),
    )


def random_chart(random: Random, key: str) -> Chart:
    """A chart of up to ten periods with gaps, unlike periods and words of any length."""
    count = random.randint(1, 10)
    measures = random.sample(sorted(NAMES), random.randint(1, 3))
    names = [f"{'January–' * random.randint(0, 2)}{2000 + at}" for at in range(count)]

    def value() -> str | None:
        return f"{random.uniform(-80, 800):.1f}" if random.random() < 0.9 else None

    made = chart(
        key,
        random.choice(("bars", "lines")),
        names,
        {measure: [value() for _ in names] for measure in measures},
        apart=[at for at in range(1, count) if random.random() < 0.2],
        broken=[at for at in range(1, count) if random.random() < 0.2],
        note=random.choice(("", NOTE)),
    )
    low = Tick(Decimal(-200), "−200")
    return replace(made, ticks=(low, *made.ticks))
