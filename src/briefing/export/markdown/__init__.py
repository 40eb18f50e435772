"""The Markdown writer."""

from briefing.export.markdown.writer import write

__all__ = ["write"]
