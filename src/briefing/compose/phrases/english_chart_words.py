"""English for what a chart shows: its trends in words, and which of its periods do not compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefing.compose.phrases import english_figures as figures
from briefing.compose.phrases.english_statuses import marked_briefly
from briefing.compose.phrases.english_words import count
from briefing.compose.trade_charts import Drawing, Kind, period_of
from briefing.dossier.figures import Amount

_KINDS = {"bars": "Bar chart", "lines": "Line chart"}
_NAMES = {"export": "exports", "import": "imports", "total": "the total"}
#: Whole periods by their number of months, in the plural.
_WHOLE = {1: "single months", 3: "quarters", 6: "half-years", 12: "whole years"}
#: More periods than these that stand apart are counted, not named.
_NAMED = 3


def summary(drawing: Drawing, kind: str, title: str) -> str:
    """What the chart tells, for those who cannot see it: each series over the periods that compare with each other."""
    sentences = [f"{_KINDS[kind]}: {title}."]
    for rows in _stretches(drawing):
        if len(rows) == 1:
            sentences.append(_alone(drawing, rows[0]))
        else:
            sentences += _trends(drawing, rows)
    return " ".join([*filter(None, sentences), *apart_note(drawing)])


def apart_note(drawing: Drawing) -> list[str]:
    """A sentence on each kind of period that does not compare with the first one."""
    first, *others = _stretches(drawing)
    return [_apart(drawing, rows, drawing.kinds[first[0]]) for rows in others]


def _stretches(drawing: Drawing) -> list[list[int]]:
    """The numbers of the periods by kind; those of one kind stand together."""
    found: list[list[int]] = []
    for number, apart in enumerate(drawing.apart):
        if apart or not found:
            found.append([])
        found[-1].append(number)
    return found


def _apart(drawing: Drawing, rows: Sequence[int], main: Kind) -> str:
    kind, many = drawing.kinds[rows[0]], len(rows) > 1
    names = [figures.noun(period_of(drawing.lines[number])) for number in rows]
    subject = _and(names) if len(names) <= _NAMED else f"the {count(len(names))} periods at the right"
    subject = subject[:1].upper() + subject[1:]
    if not (kind.months and main.months):
        covers = "are periods of another length" if many else "is a period of another length"
    elif kind.months == main.months:
        covers = "begin at another time of the year" if many else "begins at another time of the year"
    else:
        length = f"{count(kind.months)} month{'s' if kind.months > 1 else ''}"
        covers = f"{'cover' if many else 'covers'} {length}{' each' if many else ''}"
    stand = "and stand apart: they do not compare" if many else "and stands apart: it does not compare"
    return f"{subject} {covers} {stand} with {_plural(main)}."


def _plural(kind: Kind) -> str:
    return _WHOLE.get(kind.months) or (f"periods of {count(kind.months)} months" if kind.months else "the others")


def _alone(drawing: Drawing, number: int) -> str:
    """All that one period came to: "In 2022, exports came to 96.1, imports to 229.8 and the total to 325.9."."""
    there = [(at, measure) for at, measure in enumerate(drawing.measures) if drawing.values[number][at] is not None]
    said = [
        f"{_NAMES[measure]} {'to' if place else 'came to'} {_printed(drawing, number, at)}"
        for place, (at, measure) in enumerate(there)
    ]
    when = _when(drawing, number)
    return f"{when[:1].upper()}{when[1:]}, {_and(said)}." if said else ""


def _trends(drawing: Drawing, rows: Sequence[int]) -> Iterator[str]:
    """A sentence for each series over some periods: from where to where, and the highest or lowest between."""
    for at, measure in enumerate(drawing.measures):
        known = [(number, value) for number in rows if (value := drawing.values[number][at]) is not None]
        name = _NAMES[measure]
        subject = name[:1].upper() + name[1:]
        if len(known) == 1:
            yield f"{subject} came to {_at(drawing, known[0][0], at)}."
        elif known:
            yield f"{subject} {_course(drawing, known, at)}."


def _course(drawing: Drawing, known: Sequence[tuple[int, Decimal]], at: int) -> str:
    values = [value for _, value in known]
    (start, first), (end, last) = known[0], known[-1]
    if len(known) > 2 and min(values) == max(values):
        start_name, end_name = (figures.noun(period_of(drawing.lines[number])) for number in (start, end))
        return f"stood at {_printed(drawing, start, at)} throughout, from {start_name} to {end_name}"
    if first == last:
        both = "and again" if _between(drawing, known, at) else "and"
        return f"stood at {_at(drawing, start, at)} {both} {_when(drawing, end)}{_between(drawing, known, at)}"
    verb = "rose" if last > first else "fell"
    throughout = all(after > before if last > first else after < before for before, after in pairwise(values))
    always = " throughout," if throughout and len(known) > 2 else ""
    return f"{verb}{always} from {_at(drawing, start, at)} to {_at(drawing, end, at)}{_between(drawing, known, at)}"


def _between(drawing: Drawing, known: Sequence[tuple[int, Decimal]], at: int) -> str:
    """The highest and the lowest of the values between the first and the last, where they go beyond both."""
    ends = (known[0][1], known[-1][1])
    inner = known[1:-1]
    high = max(inner, key=lambda each: each[1], default=None)
    low = min(inner, key=lambda each: each[1], default=None)
    said = []
    if high is not None and high[1] > max(ends):
        said.append(f"a high of {_at(drawing, high[0], at)}")
    if low is not None and low[1] < min(ends):
        said.append(f"a low of {_at(drawing, low[0], at)}")
    return f", with {_and(said)}" if said else ""


def _at(drawing: Drawing, number: int, at: int) -> str:
    """A value with its period: "380.1 in 2021"."""
    return f"{_printed(drawing, number, at)} {_when(drawing, number)}"


def _when(drawing: Drawing, number: int) -> str:
    """A period with its preposition, and its status where it is not final: "in 2025 (provisional)"."""
    line = drawing.lines[number]
    return figures.adverb(period_of(line)) + "".join(span.text for span in marked_briefly(line))


def _printed(drawing: Drawing, number: int, at: int) -> str:
    """A value as printed, its qualifier in words."""
    amount = drawing.lines[number].figures[drawing.measures[at]].amount
    value = drawing.values[number][at]
    same = (amount.scale or "unit") == (drawing.amount.scale or "unit")
    return figures.scaled(Amount(amount.value if same or value is None else f"{value:f}", "", "", amount.qualifier))


def _and(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
