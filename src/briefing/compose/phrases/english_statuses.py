"""English words for how far figures may still change: provisional, revised, estimate, target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.compose.document import Span, Spans
from briefing.compose.trade import TradeLine

#: What a reader must know of a period whose figures may still change, and of a single figure of it.
_OF_FIGURE = {"provisional": "provisional", "revised": "revised", "estimate": "estimated", "target": "a target"}
_NAMES = {"export": "exports", "import": "imports", "total": "total"}


def marked(line: TradeLine) -> Spans:
    """What is said in brackets behind a period: ``(provisional)``, ``(exports revised, total provisional)``.

    Each status leads to its figure. Nothing where all figures are final.
    """
    said = _said(line)
    if not said or _alike(line, said):
        return _whole(line, said)
    spans: list[Span] = []
    for name, status in said.items():
        words = Span(f"{_NAMES[name]} {_OF_FIGURE[status]}", _paths(line, [name]))
        spans += [Span(", " if spans else " ("), words]
    return (*spans, Span(")"))


def marked_briefly(line: TradeLine) -> Spans:
    """The same where there is little room: of several statuses only that there are some."""
    said = _said(line)
    if not said or _alike(line, said):
        return _whole(line, said)
    return (Span(" (not all final)", _paths(line, said)),)


def _said(line: TradeLine) -> Mapping[str, str]:
    """The statuses of the figures that are there and not final, by measure."""
    there = {name: figure.status for name, figure in line.figures.items() if figure.amount.value}
    return {name: status for name, status in there.items() if status in _OF_FIGURE}


def _alike(line: TradeLine, said: Mapping[str, str]) -> bool:
    there = sum(1 for figure in line.figures.values() if figure.amount.value)
    return len(said) == there and len(set(said.values())) == 1


def _whole(line: TradeLine, said: Mapping[str, str]) -> Spans:
    return (Span(f" ({next(iter(said.values()))})", _paths(line, said)),) if said else ()


def _paths(line: TradeLine, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{line.path(name)}.status" for name in names)
