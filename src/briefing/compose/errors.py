"""The errors of composing, under one name, so that a caller need not know which stage found them."""

from __future__ import annotations


class ComposeError(ValueError):
    """A document that cannot be composed; the text is a sentence that names the template and line."""
