"""A block laid out: a paragraph with its list mark and borders, or a table of figures, ready to be put on pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Protocol

from briefing.frozen import frozen
from briefing.letterhead.model import Border
from briefing.page.flow import Flow, part_height
from briefing.page.pages import Drawn, Hung, Placed, Rule
from briefing.page.text import Text

#: How thick a rule across the text is, and the room before and after it, in points; a file has the same.
DIVIDER, APART = 0.5, 8.0

Parts = tuple[list[Placed], list[Rule], list[Drawn | Hung]]


class Laid(Protocol):
    """A block laid out."""

    @property
    def flow(self) -> Flow: ...

    def put(self, first: int, last: int, x: float, y: float) -> Parts:
        """Lines or rows `first` to before `last`, their part's corner at `x`, `y` points on the page."""
        ...


@frozen
class Ground:
    """What lies under a paragraph from its left edge to its right, and beside it: a colour and two upright lines."""

    left: float
    right: float
    shade: str
    left_rule: Border | None
    right_rule: Border | None

    def put(self, x: float, y: float, height: float) -> Iterator[Rule]:
        """As rules so thick, which are drawn before all words."""
        middle = y + height / 2
        if self.shade:
            yield Rule(x + self.left, x + self.right, middle, height, self.shade, ground=True)
        if (rule := self.left_rule) is not None:
            at = x + self.left - rule.gap
            yield Rule(at - rule.width, at, middle, height, rule.color)
        if (rule := self.right_rule) is not None:
            at = x + self.right + rule.gap
            yield Rule(at, at + rule.width, middle, height, rule.color)


@frozen(eq=False)
class LaidParagraph:
    """A paragraph; `mark` stands before its first line, shifted by `mark_x`. Borders are relative to its own top.

    `notes` are its footnotes, each with the line of its reference.
    """

    flow: Flow
    text: Text
    mark: Text | None = None
    mark_x: float = 0.0
    mark_y: float = 0.0
    top_rule: Rule | None = None
    bottom_rule: Rule | None = None
    ground: Ground | None = None
    notes: tuple[tuple[int, LaidParagraph], ...] = ()

    def put(self, first: int, last: int, x: float, y: float) -> Parts:
        texts: list[Placed] = []
        rules: list[Rule] = []
        lead = self.flow.lead if first == 0 else 0.0
        if self.ground is not None:
            rules += self.ground.put(x, y, part_height(self.flow, first, last))
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
class LaidDivider:
    """A rule across the text, in a line of a point."""

    width: float
    color: str
    flow: Flow = field(default_factory=lambda: Flow(edges=(0.0, 1.0 + DIVIDER), before=APART, after=APART, guard=1))

    def put(self, first: int, last: int, x: float, y: float) -> Parts:
        return [], [Rule(x, x + self.width, y + 1.0 + DIVIDER / 2, DIVIDER, self.color)], []


@frozen(eq=False)
class LaidBreak:
    """A page break."""

    flow: Flow = field(default_factory=lambda: Flow(breaks=True))

    def put(self, first: int, last: int, x: float, y: float) -> Parts:
        return [], [], []


def shift(rule: Rule, x: float, y: float) -> Rule:
    return Rule(rule.left + x, rule.right + x, rule.y + y, rule.width, rule.color)
