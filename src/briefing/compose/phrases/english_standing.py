"""English rank and share: "Kestria ranked fifth among the trading partners of Velmora and accounted for 6.4% …"."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from briefing.compose.leaves import Fragments, Leaf
from briefing.compose.percents import close_or_about
from briefing.compose.phrases import english_figures as figures
from briefing.compose.phrases.english_words import capital, ordinal
from briefing.compose.statistics import Statistic
from briefing.compose.trade import TradeLine
from briefing.dossier.figures import Figure, decimal
from briefing.dossier.intervals import Interval, decimals_of, qualified
from briefing.dossier.paths import row

#: What a rank is among and a share is of, where it was not said.
_AMONG = {"export": "export markets", "import": "suppliers"}
_WHOLE = {"export": "exports", "import": "imports"}


def standing(line: TradeLine) -> Any:
    """Rank and share of the partner as sentences, one for each figure that has them; else nothing."""
    found = [each for each in line.statistics.values() if each.figure.rank.value or each.figure.share.percent]
    out: list[Any] = []
    for at, each in enumerate(found):
        out += [*([Leaf(" ", line.ledger)] if at else []), *_sentence(line, each)]
    return Fragments(out)


def _sentence(line: TradeLine, each: Statistic) -> list[Any]:
    figure, ledger = each.figure, line.ledger
    view = line[figure.measure]
    reporter = view.look("reporter")
    out: list[Any] = [capital(view.look("partner"))]
    if figure.rank.value:
        among = figure.rank.among or _AMONG.get(figure.measure, "trading partners")
        rank = Leaf(ordinal(str(figure.rank.value)), ledger, (f"{each.path}.rank",))
        out += [Leaf(" ranked ", ledger), rank, Leaf(f" among the {among} of ", ledger), reporter, *_ranked(line, each)]
    if figure.share.percent:
        whole = figure.share.of or _WHOLE.get(figure.measure, "total trade")
        share = Leaf(_share(figure.share.percent), ledger, (f"{each.path}.share",))
        verb = " and accounted for " if figure.rank.value else " accounted for "
        out += [Leaf(verb, ledger), share]
        if figure.rank.value:
            out.append(Leaf(f" of its {whole}", ledger))
        else:
            out += [Leaf(f" of the {whole} of ", ledger), reporter]
        out += _shared(line, each)
    return [*out, Leaf(".", ledger)]


def _share(percent: str) -> str:
    """A share as printed; one that rounds to nothing is less than the least (DBT, trade and investment factsheets)."""
    if decimal(percent) == 0:
        return f"less than {Decimal(1).scaleb(-decimals_of(percent)):f}%"
    return f"{figures.number(percent)}%"


def _ranked(line: TradeLine, each: Statistic) -> list[Any]:
    """The rank of a year before, in brackets: "(sixth in 2023)"."""
    like, ledger = each.like, line.ledger
    if like is None or not like.rank.value or like.rank.among != each.figure.rank.among:
        return []
    if like.rank.value == each.figure.rank.value:
        return [Leaf(" (as ", ledger), _when(line, each.figure, like), Leaf(")", ledger)]
    rank = Leaf(ordinal(str(like.rank.value)), ledger, (f"{row('figures', like.id)}.rank",))
    return [Leaf(" (", ledger), rank, Leaf(" ", ledger), _when(line, each.figure, like), Leaf(")", ledger)]


def _shared(line: TradeLine, each: Statistic) -> list[Any]:
    """How a share moved: "up by 4 percentage points from 6.1% in 2023"; without points where rounding hides them."""
    like, share = each.like, each.figure.share
    number = decimal(share.percent)
    before = decimal(like.share.percent) if like is not None and like.share.of == share.of else None
    if like is None or number is None or before is None:
        return []
    if number == before:
        return [Leaf(", as ", line.ledger), _when(line, each.figure, like)]
    points = _points(share.percent, like.share.percent)
    words = f", {'up' if number > before else 'down'}{points and f' by {points}'} from "
    base = Leaf(_share(like.share.percent), line.ledger, (f"{row('figures', like.id)}.share",))
    return [Leaf(words, line.ledger), base, Leaf(" ", line.ledger), _when(line, each.figure, like)]


def _points(share: str, before: str) -> str:
    """The difference of two shares in percentage points: Office for National Statistics, service manual."""
    moved = _reach(share) - _reach(before)
    size = moved if moved.low >= 0 else -moved
    if size.low <= 0:
        return ""
    middle = abs(Decimal(share) - Decimal(before))
    found = close_or_about(size, middle, max(decimals_of(share), decimals_of(before)))
    if not found.text or found.qualifier == "less_than":
        return ""
    points = "percentage point" if found.text == "1" else "percentage points"
    return f"{figures.QUALIFIERS.get(found.qualifier, '')}{figures.number(found.text)} {points}"


def _reach(share: str) -> Interval:
    half = Decimal(5).scaleb(-decimals_of(share) - 1)
    return qualified(Decimal(share), half, half, "")


def _when(line: TradeLine, figure: Figure, like: Figure) -> Leaf:
    return Leaf(figures.in_base(figure.period, like.period), line.ledger, (f"{row('figures', like.id)}.period",))
