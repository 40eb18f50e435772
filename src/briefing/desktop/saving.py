"""Saving a document: into the chosen format, under the next free version, whole or not at all."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from briefing.compose.copies import names_of
from briefing.desktop.naming import file_stem, free_path
from briefing.desktop.preview import Preview
from briefing.dossier.model import Dossier
from briefing.export.files import write_whole
from briefing.export.formats import Format


def proposed(preview: Preview, dossier: Dossier, pattern: str, each: Format, folder: Path) -> Path:
    """The path that a document would be saved under: named by the pattern, the first version that is free."""
    pack = preview.pack.id if preview.pack else "document"
    ways = "".join(f"_{name}" for name in names_of(preview.copy))

    def stem(version: int) -> str:
        return file_stem(pattern, dossier, pack, preview.language, version) + ways

    return free_path(folder, stem, each.suffix)


def file_of(preview: Preview, each: Format) -> bytes:
    """The file of the document as it is now, in a format of one file. ExportError, a sentence, when there is none."""
    now = datetime.now().astimezone()
    (content,) = each.write(preview.delivered(now), preview.letterhead, now.astimezone(UTC))
    return content


def save_document(preview: Preview, each: Format, path: Path) -> None:
    """Write the document as it is now, in a format of one file.

    ExportError, a sentence, when it cannot be; then nothing was written.
    """
    write_whole(path, file_of(preview, each))


def text_of(preview: Preview) -> str:
    """The document as Markdown, for the clipboard."""
    from briefing.export.markdown import write

    return write(preview.delivered(datetime.now().astimezone())) if preview.document else ""
