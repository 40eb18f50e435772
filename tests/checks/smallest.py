"""The smallest dossier that still shows a fault, so that a failing case can be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.dossier import files
from briefing.dossier.model import Dossier


def smallest(dossier: Dossier, is_faulty: Callable[[Dossier], bool]) -> str:
    """The file of a dossier without any figure that the fault does not need. Re-exports stay: totals count them."""
    at = 0
    while at < len(dossier.figures):
        without = replace(dossier, figures=(*dossier.figures[:at], *dossier.figures[at + 1 :]))
        if dossier.figures[at].measure != "re_export" and is_faulty(without):
            dossier = without
        else:
            at += 1
    return files.dumps(dossier)
