"""Texts of the figure tables that could not be taken: said where the checks are, since the document is without them."""

from __future__ import annotations

from briefing.checks.finding import Finding
from briefing.dossier.refusal import Refusal

#: The rule that such a finding names. It is no check of the dossier's: the text stands in no dossier.
UNTAKEN = "untaken"
#: Where a text stands that has no figure yet.
_TABLE = "figures"


def untaken(path: str, title: str, text: str, refusal: Refusal, instead: str) -> Finding:
    """What is to be said of a text in the cell of a path, empty where it has none, in the column of that title.

    `instead` is what the cell has in the dossier. A text that can mean two numbers is only asked about.
    """
    kept = f"still have {instead} there" if instead else "have nothing there"
    message = f"{title}: {refusal.message} The documents {kept}."
    return Finding(UNTAKEN, "warning" if refusal.readings else "error", (path or _TABLE,), message, stated=text)
