"""Delivery: dossiers through a pack into files of some formats, written whole, named after what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefing.compose.composer import Composer
from briefing.compose.copies import USUAL, Arranger, Copy, names_of
from briefing.compose.document import Document
from briefing.compose.languages import language
from briefing.compose.packs import Pack
from briefing.dossier.model import Dossier
from briefing.export.copies import letterhead_for, told
from briefing.export.files import ExportError, write_whole
from briefing.export.formats import FORMATS, Format
from briefing.letterhead.errors import LetterheadError


class DeliveryError(ValueError):
    """What was asked for cannot be delivered; the text is one sentence for a person."""


def deliver(
    dossiers: Sequence[tuple[Path, Dossier]],
    pack: Pack,
    code: str,
    formats: Sequence[str],
    out: Path,
    copy: Copy = USUAL,
) -> Iterator[Path]:
    """Write each dossier in each format to the folder `out`, giving each path once it is written.

    All that is asked for is looked at first; DeliveryError then, before anything is written. Dossiers that would
    have one file name get a number after it, in the order given.
    """
    wanted = list(dict.fromkeys(map(format_named, formats)))
    if code not in pack.bodies:
        raise DeliveryError(f"{pack.id} has no language {code}; it has {', '.join(sorted(pack.bodies))}")
    composer = Composer(pack, language(code))
    arranger, time = Arranger(copy), told(datetime.now().astimezone())
    documents = [(file, _named(arranger.arrange(composer.compose(each), time), copy)) for file, each in dossiers]
    try:
        letterhead = letterhead_for(pack.letterhead.read_bytes(), copy)
    except LetterheadError as error:
        raise DeliveryError(f"{pack.id}: {error}") from error
    except OSError as error:
        raise DeliveryError(f"{pack.id}/{pack.letterhead.name} could not be read: {error.strerror or error}") from error
    with _drawing(wanted):
        yield from _write(documents, wanted, letterhead, out)


def _named(document: Document, copy: Copy) -> Document:
    """The document under a file name that tells its way of reading."""
    return replace(document, stem="_".join((document.stem, *names_of(copy))))


def _write(
    documents: Sequence[tuple[Path, Document]], formats: Sequence[Format], letterhead: bytes, out: Path
) -> Iterator[Path]:
    now = datetime.now(UTC)
    taken: set[str] = set()
    for file, document in documents:
        try:
            # The first document shows a letterhead that cannot be used: before there is a folder or a file.
            contents = [each.write(document, letterhead, now) for each in formats]
        except LetterheadError as error:
            raise DeliveryError(f"{document.pack}: {error}") from error
        _make(out)
        stem = _free(document.stem, taken)
        for each, files in zip(formats, contents, strict=True):
            for name, content in zip(each.file_names(stem, len(files)), files, strict=True):
                yield _put(out / name, content, file)


@contextmanager
def _drawing(formats: Sequence[Format]) -> Iterator[None]:
    """What formats that are drawn need, there until the last of them is written."""
    if not any(each.drawn for each in formats):
        yield
        return
    try:
        from briefing.page.application import application
    except ImportError as error:
        raise DeliveryError(f"pages cannot be drawn here: {error}") from error
    kept = application()
    yield
    del kept


def _put(path: Path, content: bytes, file: Path) -> Path:
    try:
        write_whole(path, content)
    except ExportError as error:
        raise DeliveryError(f"{file.name}: {error}") from error
    return path


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeliveryError(f"{out} could not be made: {error.strerror or error}") from error


def _free(stem: str, taken: set[str]) -> str:
    """The name, with a number where it is taken; capitals make no other name on some disks."""
    free, number = stem, 2
    while free.casefold() in taken:
        free, number = f"{stem}-{number}", number + 1
    taken.add(free.casefold())
    return free


def format_named(name: str) -> Format:
    """The format of that name. DeliveryError lists the names there are."""
    found = next((each for each in FORMATS if name in (each.name, each.suffix[1:])), None)
    if found is None:
        raise DeliveryError(f"there is no format {name}; there are {', '.join(each.suffix[1:] for each in FORMATS)}")
    return found
