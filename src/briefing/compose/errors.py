"""The errors of composing, under one name, so that a caller need not know which stage found them."""

from __future__ import annotations

from briefing.frozen import frozen


class ComposeError(ValueError):
    """A document that cannot be composed; the text is a sentence that names the template and line."""


@frozen
class Problem:
    """What is wrong in a template, and in which line (from 1, or 0 for the whole of it)."""

    line: int
    text: str

    def __lt__(self, other: Problem) -> bool:
        return (self.line, self.text) < (other.line, other.text)


class BodyError(ComposeError):
    """A template that cannot be used; `problems` has every reason with its line."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        self.name, self.problems = name, problems
        first = problems[0]
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(f"{name}, line {first.line}: {first.text}{more}")
