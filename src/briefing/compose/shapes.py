"""Shapes: what a name of a template stands for, as far as it is known before anything is printed."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.dossier.record import Record
from briefing.frozen import frozen


@frozen
class Shape:
    """What a name stands for: a record of this type at this pattern, or a list of them; a leaf has no record.

    What is no record of a dossier (a trade line, a loop) has `names` instead, each with its shape, None where anything
    may follow.
    """

    pattern: str
    record: type[Record] | None = None
    rows: bool = False
    names: Mapping[str, Shape | None] | None = None

    @property
    def row(self) -> Shape | None:
        """The shape of one row of a list."""
        return Shape(f"{self.pattern}[]", self.record, names=self.names) if self.rows else None

    @property
    def is_text(self) -> bool:
        return self.record is None and self.names is None
