"""A block laid out: a paragraph with its list mark and borders, or a table of figures, ready to be put on pages."""

from __future__ import annotations

from dataclasses import field
from typing import Protocol

from briefing.frozen import frozen
from briefing.page.flow import Flow, part_height
from briefing.page.pages import Drawn, Placed, Rule
from briefing.page.text import Text

Parts = tuple[list[Placed], list[Rule], list[Drawn]]


class Laid(Protocol):
    """A block laid out."""

    @property
    def flow(self) -> Flow: ...

    def put(self, first: int, last: int, x: float, y: float) -> Parts:
        """Lines or rows `first` to before `last`, their part's corner at `x`, `y` points on the page."""
        ...


@frozen(eq=False)
class LaidParagraph:
    """A paragraph; `mark` stands before its first line, shifted by `mark_x`. Borders are relative to its own top."""

    flow: Flow
    text: Text
    mark: Text | None = None
    mark_x: float = 0.0
    mark_y: float = 0.0
    top_rule: Rule | None = None
    bottom_rule: Rule | None = None

    def put(self, first: int, last: int, x: float, y: float) -> Parts:
        texts: list[Placed] = []
        rules: list[Rule] = []
        lead = self.flow.lead if first == 0 else 0.0
        if first == 0 and self.mark is not None:
            texts.append(Placed(self.mark, x + self.mark_x, y + lead + self.mark_y, 0, 1))
        texts.append(Placed(self.text, x, y + lead - self.flow.edges[first], first, last))
        if first == 0 and self.top_rule is not None:
            rules.append(shift(self.top_rule, x, y))
        if last == self.flow.count and self.bottom_rule is not None:
            rules.append(shift(self.bottom_rule, x, y + part_height(self.flow, first, last)))
        return texts, rules, []


@frozen(eq=False)
class LaidRow:
    """A table row: its cells' texts with their corners, its rule relative to its foot, and its height."""

    cells: tuple[tuple[Text, float, float], ...]
    rule: Rule | None
    height: float

    def put(self, x: float, y: float, texts: list[Placed], rules: list[Rule]) -> None:
        texts.extend(Placed(text, x + left, y + top, 0, len(text.lines)) for text, left, top in self.cells)
        if self.rule is not None:
            rules.append(shift(self.rule, x, y + self.height))


@frozen(eq=False)
class LaidTable:
    """A table; `head` rows stand above each of its parts."""

    flow: Flow
    head: tuple[LaidRow, ...]
    rows: tuple[LaidRow, ...]

    def put(self, first: int, last: int, x: float, y: float) -> Parts:
        texts: list[Placed] = []
        rules: list[Rule] = []
        for row in (*self.head, *self.rows[first:last]):
            row.put(x, y, texts, rules)
            y += row.height
        return texts, rules, []


@frozen(eq=False)
class LaidBreak:
    """A page break."""

    flow: Flow = field(default_factory=lambda: Flow(breaks=True))

    def put(self, first: int, last: int, x: float, y: float) -> Parts:
        return [], [], []


def shift(rule: Rule, x: float, y: float) -> Rule:
    return Rule(rule.left + x, rule.right + x, rule.y + y, rule.width, rule.color)
