"""Names of the hidden bookmarks by which an edited file finds back to its blocks and values.

Word shows no bookmark that begins with an underscore, and takes at most 40 letters, digits and underscores. The
names are hashes, so that nothing about a field can be read in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2s


@lru_cache(maxsize=16_384)
def block_mark(block: str) -> str:
    """The bookmark of a block or table row, from its id."""
    return f"_b_{_digest(block)}"


@lru_cache(maxsize=16_384)
def value_mark(paths: Sequence[str]) -> str:
    """The bookmark of the words that came from these fields (a tuple of paths, in their order)."""
    return f"_v_{_digest(chr(0x1F).join(paths))}"


def repeated(name: str, times: int) -> str:
    """The name where it stands for the second, third… time in one file, in which each name must be unique."""
    return f"{name}_{times}"


def _digest(text: str) -> str:
    return blake2s(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
