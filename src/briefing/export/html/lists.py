"""Items of lists as nested HTML lists."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.compose.document import Paragraph
from briefing.export.html.words import direction, words


def nest(items: Iterable[tuple[Paragraph, int]], broken: str) -> str:
    """Items that follow one another, each with its number or 0, as lists inside items.

    A continuation stands in the item above it. `broken` is the class of a first list that starts a page.
    """
    out: list[str] = []
    open_lists: list[tuple[int, str]] = []

    def close(level: int) -> None:
        while open_lists and open_lists[-1][0] >= level:
            out.append(f"</li></{open_lists.pop()[1]}>")

    for block, number in items:
        if block.role == "continuation":
            close(block.level + 1)
            out.append(f'<p class="continuation">{words(block.spans)}</p>')
            continue
        tag = "ol" if number else "ul"
        close(block.level + 1)
        if open_lists and open_lists[-1] == (block.level, tag):
            out.append("</li>")
        else:
            close(block.level)
            start = f' start="{number}"' if number > 1 else ""
            out.append(f'<{tag} class="list{broken}"{start}>')
            open_lists.append((block.level, tag))
            broken = ""
        out.append(f"<li{direction(block.spans)}>{words(block.spans)}")
    close(0)
    # Inside of lists blanks are kept as they stand, so there are no line ends between elements.
    return "".join(out) + "\n"
