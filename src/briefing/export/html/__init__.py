"""The writer of web pages."""

from briefing.export.html.writer import write

__all__ = ["write"]
