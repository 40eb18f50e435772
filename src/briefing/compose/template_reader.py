"""Reads a template: Jinja2's parser, the guard over its tree, block marks, and Python of our own.

Nothing of Jinja2 runs when a template is printed, so it is loaded only where one is read.
"""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment

from briefing.compose import guard, marks
from briefing.compose.context import shapes
from briefing.compose.engine import Filter, with_basic
from briefing.compose.errors import BodyError, Problem
from briefing.compose.markdown import refused
from briefing.compose.names import unknown_names
from briefing.compose.names_read import UnfitError
from briefing.compose.phrases.uses import USES
from briefing.compose.python_code import compiled
from briefing.compose.template import Template
from briefing.dossier.fields import Audience


def read(name: str, source: str, audience: Audience, filters: Mapping[str, Filter]) -> Template:
    """The template. BodyError with every reason why it cannot be used."""
    environment = Environment(trim_blocks=True, lstrip_blocks=True)
    environment.filters = dict(with_basic(filters))
    tree, problems = guard.parse(environment, source)
    if tree is not None:
        wrong_lines = {Problem(line, reason) for line, reason in refused(source)}
        problems = tuple(sorted({*problems, *unknown_names(tree, shapes(), audience, USES), *wrong_lines}))
    if problems or tree is None:
        raise BodyError(name, problems)
    try:
        return compiled(environment.parse(marks.marked(environment, source)))
    except UnfitError as error:
        raise BodyError(name, (error.problem,)) from error
