"""Addresses that a document may lead to."""

from __future__ import annotations

from urllib.parse import urlsplit

_SCHEMES = frozenset(("http", "https", "mailto"))


def is_link(address: str) -> bool:
    """Whether an address may be a link: a page of the web or an address to write to."""
    try:
        return urlsplit(address).scheme.lower() in _SCHEMES
    except ValueError:  # no address at all, such as one with half a bracket
        return False
