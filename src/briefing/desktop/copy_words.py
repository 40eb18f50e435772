"""A reading copy in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing.compose.copies import Copy


def shown(copy: Copy) -> str:
    """A copy in words, as it stands beside the page; nothing for the usual one."""
    words = (
        (copy.paper, copy.paper),
        (copy.large, _tr("large print")),
        (copy.topics_apart, _tr("a page for each topic")),
        (not copy.annexes_apart, _tr("annexes run on")),
        (copy.numbered, _tr("numbered paragraphs")),
        (copy.clearance, _tr("for clearance")),
    )
    said = ", ".join(text for holds, text in words if holds)
    return f"{said[:1].upper()}{said[1:]}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("CopyWords", text)
