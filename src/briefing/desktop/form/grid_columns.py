"""How wide the columns of a figure grid are."""

from __future__ import annotations

from collections.abc import Sequence

#: The least part of the width that names keep between them, however long the numbers are.
_NAMES = 0.4


def widths_of(shares: Sequence[int], needs: Sequence[int], total: int, firm: Sequence[bool]) -> list[float]:
    """Widths of columns, in pixels, that fill `total` between them.

    By their shares; a column that needs more for its texts has it, at the cost of those with room to spare. Where
    not all can have what they need, the `firm` ones do, for a number that is cut is none, and the others give up alike.
    """
    wanted = [total * share / sum(shares) for share in shares]
    short = sum(max(0.0, need - width) for need, width in zip(needs, wanted, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(needs, wanted, strict=True))
    if short > spare:
        held = sum(need for need, firmly in zip(needs, firm, strict=True) if firmly)
        if held > total * (1 - _NAMES):
            return [total * need / sum(needs) for need in needs]
        part = (total - held) / (sum(needs) - held)
        return [need if firmly else need * part for need, firmly in zip(needs, firm, strict=True)]
    part = short / spare if spare else 0.0
    return [max(need, width - (width - need) * part) for need, width in zip(needs, wanted, strict=True)]
