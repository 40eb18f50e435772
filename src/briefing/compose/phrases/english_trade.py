"""English trade: the sentence on turnover and its flows, written from the figures of one period."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing.compose.leaves import Fragments, Leaf, Rows
from briefing.compose.movement import computed
from briefing.compose.phrases import english_figures as figures
from briefing.compose.phrases.english_growth import Manner, Phrase, joint, may_elide, moved, scaled_together
from briefing.compose.statistics import OPEN_STATUSES, Statistic
from briefing.compose.trade import TradeLine
from briefing.dossier.figures import Amount, Period
from briefing.dossier.paths import row

_FLOWS = ("export", "import")
_SCOPES = {
    "goods": "trade in goods",
    "services": "trade in services",
    "goods_and_services": "trade in goods and services",
    "non_oil": "non-oil trade",
}
_STATUSES = {"provisional": "provisional figures", "revised": "revised figures", "estimate": "estimates"}
#: What `turnover` and `flows` are asked for to have growth by a round number: "by more than 40%" for 40.4%.
ROUND = "round"


def told(lines: Rows) -> Rows:
    """The lines that have a sentence of their own; the others are named in the sentence that is measured from them."""
    return lines.some([line for line in lines if line.told])


def opening(line: TradeLine) -> Any:
    """The period with its preposition, whether its figures may still change, and whose they are if not ours."""
    ledger = line.ledger
    out: list[Any] = [figures.in_period(line["any"])]
    status = _status(line)
    if status in _STATUSES:
        place = f"{row('figures', line.first.id)}.status"
        out += [Leaf(" (", ledger), Leaf(_STATUSES[status], ledger, (place,)), Leaf(")", ledger)]
    if line.mirrored:
        out += [Leaf(", by the statistics of ", ledger), line["any"].look("reporter")]
    return Fragments(out)


def subject(line: TradeLine) -> Any:
    """What the figures of a line are of: trade, trade in goods, trade in wheat."""
    scope = line.first.scope
    words = (
        f"trade in {scope.removeprefix('product:')}" if scope.startswith("product:") else _SCOPES.get(scope, "trade")
    )
    return Leaf(words, line.ledger, (f"{row('figures', line.first.id)}.scope",) if scope else ())


def turnover(line: TradeLine, style: str = "") -> Any:
    """What trade did and came to: "grew by 8.0%, from 700.5 million euros in 2023 to 756.7 million"."""
    return Fragments(_turnover(line, style).pieces)


def _turnover(line: TradeLine, style: str) -> Phrase:
    phrase = Phrase(line.ledger, _amounts(line))
    if "total" in line.statistics:
        moved(phrase, _in_style(line.statistics["total"], style), Manner(statuses=_status(line) == "mixed"))
    return phrase


def flows(line: TradeLine, style: str = "") -> Any:
    """Exports and imports of the period, whichever are there: "exports from Velmora grew by 10% and imports by 5%"."""
    said = _turnover(line, style)
    phrase = Phrase(line.ledger, _amounts(line))
    phrase.unit, phrase.base = said.unit, said.base
    before: Statistic | None = None
    for each in _told_flows(line, style, with_total=bool(said.pieces)):
        measure = each.figure.measure
        manner = Manner(plural=True, statuses=_status(line) == "mixed")
        if before is None:
            _lead(phrase, line, measure, alone=not said.pieces)
        else:
            phrase.say(f"{joint(before, each, phrase.text())}{measure}s ")
            manner = replace(manner, elided=may_elide(before, each))
        moved(phrase, each, manner)
        before = each
    return Fragments(phrase.pieces)


def _told_flows(line: TradeLine, style: str, *, with_total: bool) -> list[Statistic]:
    """The flows of which something is known; what they exceed is said of the total, where that exceeds it too."""
    found = [_in_style(line.statistics[each], style) for each in _FLOWS if each in line.statistics]
    if with_total and line.statistics["total"].movement.exceeds != Period():
        found = [replace(each, movement=replace(each.movement, exceeds=Period())) for each in found]
    return [each for each in found if each.figure.amount.value or each.movement.kind]


def _lead(phrase: Phrase, line: TradeLine, measure: str, *, alone: bool) -> None:
    """ "exports from Kazakhstan": whose exports they are must be said, since the other side counts too."""
    scope = line.first.scope
    of = {"goods": "goods", "services": "services", "goods_and_services": "goods and services"}.get(scope)
    of = scope.removeprefix("product:") if scope.startswith("product:") else of
    phrase.say(f"{measure}s of {of}" if of and alone else f"{measure}s")
    country = line["any"].look("reporter" if measure == "export" else "partner")
    if country:
        phrase.say(" from ")
        phrase.pieces.append(country)
    phrase.say(" ")


def _in_style(each: Statistic, style: str) -> Statistic:
    movement = each.movement
    if style != ROUND or not movement.counted or movement.base is None:
        return each
    rough = computed(each.figure, movement.base, roughly=True)
    whole = replace(rough, since=movement.since, record=movement.record, exceeds=movement.exceeds)
    return replace(each, movement=whole)


def _status(line: TradeLine) -> str:
    """The status that all figures of a line have in common, nothing for a final one; or "mixed"."""
    found = {each.figure.status if each.figure.status in OPEN_STATUSES else "" for each in line.statistics.values()}
    return found.pop() if len(found) == 1 else "mixed"


def _amounts(line: TradeLine) -> dict[str, Amount]:
    """The amounts that the sentence of a line has, by the paths of their figures and in one scale."""
    told = list(line.statistics.values())
    bases = [each.movement.base for each in told if each.movement.base is not None and each.tells_base]
    return scaled_together([each.figure for each in told] + bases)
