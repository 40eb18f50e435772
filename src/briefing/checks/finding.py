"""A finding: what a check has to say, in plain words, about which fields, and how to mend it."""

from __future__ import annotations

from typing import Any, Literal

from briefing.dossier.edits import set_value
from briefing.dossier.model import Dossier
from briefing.frozen import frozen

Severity = Literal["error", "warning", "note"]


@frozen
class Mend:
    """One way to mend a finding: what the link says, and the values to set (path, value), as one edit."""

    label: str
    values: tuple[tuple[str, Any], ...] = ()

    def apply(self, dossier: Dossier) -> Dossier:
        """The mended dossier."""
        for path, value in self.values:
            dossier = set_value(dossier, path, value)
        return dossier


@frozen
class Finding:
    """`error` only where nothing can make it true; `warning` where it is probably not meant so; `note` otherwise.

    The first of `fields` is the one that it is shown at. `stated` and `computed` are texts for a program to read.
    """

    rule: str
    severity: Severity
    fields: tuple[str, ...]
    message: str
    mends: tuple[Mend, ...] = ()
    stated: str = ""
    computed: str = ""
    explained_by_rounding: bool = False
    #: Why a person has put it aside; empty where nobody has.
    dismissed: str = ""

    @property
    def is_gap(self) -> bool:
        """Whether a field is only still empty: shown as a ring, not as something wrong."""
        return self.rule == "gap"
