"""The parts of a text that is being printed; what is printed again is the very same part."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.compose.leaves import PrintError

#: The longest text that a template may print, in characters.
MOST = 2_000_000


class Parts(list[str]):
    """What a template has printed so far, part by part. PrintError once it is too long."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = self._size = 0

    def weigh(self) -> None:
        """Look at the length, once something was added."""
        if len(self) > self._seen:
            self._size += self.size_from(self._seen)
            self._seen = len(self)
        if self._size > MOST:
            raise PrintError("the document is longer than two million characters")

    def again(self, texts: Sequence[str], size: int) -> None:
        """Print what was printed before, `size` characters."""
        self.weigh()
        self += texts
        self._seen += len(texts)
        self._size += size

    def size_from(self, start: int) -> int:
        """How many characters were added since there were `start` parts."""
        return sum(map(len, self[start:]))

    def folded(self, start: int) -> str:
        """What was added since there were `start` parts: one part now."""
        self.weigh()
        text = "".join(self[start:])
        self[start:] = [text]
        self._seen = len(self)
        return text
