"""What every part of a dossier is: a frozen record that keeps the keys it does not know."""

from __future__ import annotations

from dataclasses import field

from briefing.frozen import frozen

#: Keys of a file that this version does not know, each with its value as compact JSON; written back on saving.
Unknown = tuple[tuple[str, str], ...]


@frozen
class Record:
    """Base of all records. Every field but a row's `id` has an empty default, so that any may be missing."""

    unknown: Unknown = field(default=(), kw_only=True)
