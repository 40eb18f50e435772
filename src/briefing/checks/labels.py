"""Label: words of time that depend on when they are read, times that are still to come, and figures grown old."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from briefing.checks.finding import Finding, Mend
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.words import is_many, listed, name_of, upper
from briefing.dossier.dates import show_date
from briefing.dossier.figures import Period, Source, day
from briefing.dossier.paths import row
from briefing.dossier.periods import read_period, show_period

RULE = "label"
#: How many years before the year of the document each of these words means.
_NAMED = 3
_RELATIVE = ((r"\blast year\b|\bprevious year\b", 1), (r"\bthis year\b|\bcurrent year\b|\bso far\b|\bytd\b", 0))


def labels(known: Statistics) -> Iterator[Finding]:
    """Needs the date of the document: its date of issue, else that of the meeting. Without one, little can be said."""
    sources = {each.id: each for each in known.dossier.sources}
    dated = _date_of(known)
    resting: defaultdict[str, list[Statistic]] = defaultdict(list)
    for each in known.all:
        if each.figure.period.label:
            yield from _words(each, dated)
            yield from _against_dates(each)
        if each.level is None or each.line.is_target:
            continue
        source = each.figure.source or known.dossier.trade.source
        yield from _future(each, dated, sources.get(source))
        resting[source].append(each)
    for source, found in resting.items():
        yield from _old(found, dated, sources.get(source))


def _date_of(known: Statistics) -> date | None:
    handling, meeting = known.dossier.handling, known.dossier.meeting
    return day(handling.issued) or day(meeting.end_date) or day(meeting.date)


def _old(resting: list[Statistic], dated: date | None, source: Source | None) -> Iterator[Finding]:
    """A newer release of a source was due, or what was provisional may be final by now: one finding for each source."""
    due = day(source.next_release) if source is not None else None
    if source is not None and due is not None and dated is not None and due < dated:
        name = source.title or source.publisher or "this source"
        said = f"A newer release of {name} was due on {show_date(due.isoformat())}: {_what(resting)}."
        fields = tuple(each.path for each in resting)
        yield Finding(RULE, "warning", fields, said, (), due.isoformat(), dated.isoformat())
        return
    early = [each for each in resting if each.figure.status == "provisional"]
    if early:
        said = f"Provisional, so look for the final figure: {_what(early)}."
        yield Finding(RULE, "note", tuple(each.path for each in early), said, (), "provisional")


def _words(each: Statistic, dated: date | None) -> Iterator[Finding]:
    said = each.figure.period.label
    path = f"{row('figures', each.id)}.period"
    if not (each.figure.period.start or each.figure.period.end):
        return  # a label alone is read as a period, and the rule of what can be read speaks of it
    for pattern, ago in _RELATIVE:
        if not re.search(pattern, said, re.IGNORECASE):
            continue
        mends = (Mend("Print the dates", ((f"{path}.label", ""),)),) if each.figure.period.start else ()
        start, year = day(each.figure.period.start), dated.year - ago if dated else 0
        if dated is not None and start is not None and start.year != year:
            message = f"“{said}” in a document of {dated.year} is {year}, not {start.year}."
            yield Finding(RULE, "warning", (path, each.path), message, mends, said, str(year))
        else:
            message = f"“{said}” depends on when it is read. Better the year itself."
            yield Finding(RULE, "warning", (path, each.path), message, mends, said)
        return


def _against_dates(each: Statistic) -> Iterator[Finding]:
    """A label that names one period, with the dates of another: often the label of the dossier before."""
    period = each.figure.period
    if not (period.label and period.start and period.end):
        return
    read = read_period(period.label)
    if not isinstance(read, Period) or not read.start or (read.start, read.end) == (period.start, period.end):
        return
    path = f"{row('figures', each.id)}.period"
    dates = Period(period.start, period.end)
    said = f"“{period.label}” stands over dates that are {show_period(dates)}."
    mends = (
        Mend(f"Print {show_period(dates)}", ((f"{path}.label", ""),)),
        Mend(f"Take the dates of {period.label}", ((f"{path}.start", read.start), (f"{path}.end", read.end))),
    )
    yield Finding(RULE, "warning", (path, each.path), said, mends, period.label, show_period(dates))


def _future(each: Statistic, dated: date | None, source: Source | None) -> Iterator[Finding]:
    """A time that ends after the document or its source, of a figure that is no target. A stock at the day is none."""
    last = each.time.last
    if last is None or each.figure.status == "estimate":
        return
    released = day(source.released) if source is not None else None
    if dated is not None and last > dated:
        beyond, than_what = dated, "the date of the document"
    elif released is not None and last > released:
        beyond, than_what = released, "its source was released"
    else:
        return
    said = f"{upper(_what([each]))} {'end' if is_many(each.line.measure) else 'ends'} after {than_what}"
    said += f", {show_date(beyond.isoformat())}. If it is a target, mark it as one."
    path = f"{row('figures', each.id)}.period"
    mends = (Mend("Mark as target", ((f"{row('figures', each.id)}.status", "target"),)),)
    yield Finding(RULE, "warning", (path, each.path), said, mends, each.time.words, beyond.isoformat())


def _what(group: Sequence[Statistic]) -> str:
    """Figures by what they are of: trade of 2022, and 3 more."""
    names = list(dict.fromkeys(f"{name_of(each.line.measure)} of {each.time.words}" for each in group))
    more = len(names) - _NAMED
    return listed(names) if more < 2 else f"{', '.join(names[:_NAMED])} and {more} more"
