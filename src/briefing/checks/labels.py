"""Label: words of time that depend on when they are read, times that are still to come, and figures grown old."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from briefing.checks.finding import Finding, Mend
from briefing.checks.statistics import Statistic, Statistics
from briefing.checks.words import listed, name_of
from briefing.dossier.figures import Source, day
from briefing.dossier.paths import row

RULE = "label"
#: How many years before the year of the document each of these words means.
_RELATIVE = ((r"\blast year\b|\bprevious year\b", 1), (r"\bthis year\b|\bcurrent year\b|\bso far\b|\bytd\b", 0))


def labels(known: Statistics) -> Iterator[Finding]:
    """Needs the date of the document: its date of issue, else that of the meeting. Without one, little can be said."""
    handling, meeting = known.dossier.handling, known.dossier.meeting
    dated = day(handling.issued) or day(meeting.end_date) or day(meeting.date)
    for each in known.all:
        yield from _words(each, dated)
        if dated is not None:
            yield from _future(each, dated)
    rows: defaultdict[tuple[object, ...], list[Statistic]] = defaultdict(list)
    for each in known.all:
        if each.level is not None:
            rows[replace(each.line, measure=""), each.time].append(each)
    sources = {each.id: each for each in known.dossier.sources}
    for found in rows.values():
        yield from _old(found, dated, sources.get(found[0].figure.source or known.dossier.trade.source))


def _old(group: list[Statistic], dated: date | None, source: Source | None) -> Iterator[Finding]:
    """One finding for a table row: a newer release was due, or what was provisional may be final by now."""
    released = day(source.next_release) if source is not None else None
    if released is not None and dated is not None and released < dated:
        said = f"A newer release than that of {_what(group)} was due on {released.isoformat()}."
        fields = tuple(each.path for each in group)
        yield Finding(RULE, "warning", fields, said, (), released.isoformat(), dated.isoformat())
        return
    early = [each for each in group if each.figure.status == "provisional"]
    if early:
        said = f"{_upper(_what(early))} {'is' if len(early) == 1 else 'are'} provisional: look for the final figure."
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


def _future(each: Statistic, dated: date) -> Iterator[Finding]:
    """A time that ends after the document, of a figure that is no target. A stock at the day itself is none."""
    last = each.time.last
    if last is None or last <= dated or each.figure.status in ("target", "estimate") or each.level is None:
        return
    path = f"{row('figures', each.id)}.period"
    said = f"{_upper(_what([each]))} ends after the date of the document, {dated.isoformat()}."
    said += " If it is a target, mark it as one."
    mends = (Mend("Mark as target", ((f"{row('figures', each.id)}.status", "target"),)),)
    yield Finding(RULE, "warning", (path, each.path), said, mends, each.time.words, dated.isoformat())


def _what(group: Sequence[Statistic]) -> str:
    names = [name_of(each.line.measure, plural=len(group) > 1) for each in group]
    return f"{listed(names)} of {group[0].time.words}"


def _upper(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
