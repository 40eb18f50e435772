"""Characters that no file may hold."""

from __future__ import annotations

import re

#: What XML 1.0 (section 2.2) and HTML cannot hold. The gate for input makes it visible; this is the second lock.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """The text with U+FFFD for each character that a file cannot hold, and one kind of line end."""
    return _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
