"""What is said when a letterhead cannot be used."""

from __future__ import annotations


class LetterheadError(Exception):
    """A letterhead that cannot be used: one plain sentence that names the part and the reason."""
