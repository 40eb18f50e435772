"""Saving a document: into the chosen format, under the next free version, whole or not at all."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from briefing.desktop.naming import file_stem, free_path
from briefing.desktop.preview import Preview
from briefing.dossier.model import Dossier
from briefing.export.files import write_whole
from briefing.export.formats import Format


def proposed(preview: Preview, dossier: Dossier, pattern: str, each: Format, folder: Path) -> Path:
    """The path that a document would be saved under: named by the pattern, the first version that is free."""
    pack = preview.pack.id if preview.pack else "document"
    return free_path(folder, lambda version: file_stem(pattern, dossier, pack, preview.language, version), each.suffix)


def save_document(preview: Preview, each: Format, path: Path) -> None:
    """Write the document as it is now, in a format of one file.

    ExportError, a sentence, when it cannot be; then nothing was written.
    """
    assert preview.document is not None
    (content,) = each.write(preview.document, preview.letterhead, datetime.now(UTC))
    write_whole(path, content)


def text_of(preview: Preview) -> str:
    """The document as Markdown, for the clipboard."""
    from briefing.export.markdown import write

    return write(preview.document) if preview.document else ""
