"""Dismissals: findings that a person has put aside, with the reason, and what was said when they did."""

from __future__ import annotations

from briefing.dossier.record import Record
from briefing.frozen import frozen


@frozen
class Dismissal(Record):
    """One finding put aside: its rule, the path that it was shown at, its sentence, and why.

    It holds only while the check says the same there: another figure makes another sentence, which is shown again.
    """

    id: str
    rule: str = ""
    field: str = ""
    said: str = ""
    reason: str = ""
