"""The parts of a .docx read with care: bounded sizes, no document types, nothing outside the file, nothing active."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from briefing.frozen import frozen
from briefing.letterhead.errors import LetterheadError
from briefing.letterhead.names import PACKAGE_RELATIONSHIPS

#: A letterhead has a dozen parts and some pictures; what is larger was not made as one.
MAX_ENTRIES, MAX_UNPACKED = 400, 20_000_000

#: Kinds of relationship that run something, fetch something or take in another file.
_ACTIVE = frozenset((
    "attachedTemplate", "oleObject", "vbaProject", "wordVbaData", "aFChunk", "frame", "subDocument", "control",
    "package", "mailMergeSource", "mailMergeHeaderSource", "recipientData", "keyMapCustomizations",
    "attachedToolbars", "externalLink",
))  # fmt: skip

_RELATIONSHIP = f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"
#: What the zip reader raises for files that are cut off, changed, locked or not archives at all.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError,
)  # fmt: skip
_LINK_SCHEMES = frozenset(("http", "https", "mailto"))


@frozen
class Relationship:
    """What a part leads to; `kind` is the last word of its type, `target` a part name or an address."""

    id: str
    kind: str
    target: str
    external: bool


@frozen
class Package:
    """The parts by name (``word/styles.xml``)."""

    parts: Mapping[str, bytes]

    def xml(self, name: str) -> etree._Element:
        """The root element of a part; LetterheadError where it is missing or not sound."""
        data = self.parts.get(name)
        if data is None:
            raise LetterheadError(f"The letterhead lacks its part {name}.")
        return parse(data, name)

    def relationships(self, name: str = "") -> Mapping[str, Relationship]:
        """What a part leads to, by id; without a name, what the file itself leads to."""
        folder, base = posixpath.split(name)
        part = posixpath.join(folder, "_rels", f"{base}.rels")
        if part not in self.parts:
            return {}
        found = (_relationship(row, folder, part) for row in self.xml(part).iter(_RELATIONSHIP))
        return {row.id: row for row in found}

    def first(self, kind: str, name: str = "") -> str:
        """The part of that kind that `name` leads to, or an empty string."""
        return next((row.target for row in self.relationships(name).values() if row.kind == kind), "")

    def main(self) -> str:
        """The name of the main document part."""
        name = self.first("officeDocument")
        if name not in self.parts:
            raise LetterheadError("The letterhead has no main document part.")
        return name


def parse(data: bytes, name: str) -> etree._Element:
    """The root element of an XML part. Document types are refused: they can fetch files and swell without bound."""
    if any("<!DOCTYPE".encode(encoding) in data for encoding in ("ascii", "utf-16-le", "utf-16-be")):
        raise LetterheadError(f"The part {name} of the letterhead holds a document type, which is not allowed.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise LetterheadError(f"The part {name} of the letterhead is damaged: {error.msg}.") from error


def open_package(source: bytes) -> Package:
    """The parts of the letterhead in memory, checked; LetterheadError says what is wrong and where."""
    try:
        with zipfile.ZipFile(io.BytesIO(source)) as archive:
            package = Package(dict(_entries(archive)))
    except _BROKEN as error:
        raise LetterheadError(f"The letterhead is not a sound .docx file: {error}.") from error
    for part in package.parts:
        if part.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(part))
            for row in package.xml(part).iter(_RELATIONSHIP):
                _relationship(row, folder, part)
    return package


def _entries(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Each entry with its bytes, counted while reading, since an entry can lie about its size."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_ENTRIES:
        raise LetterheadError(f"The letterhead has {len(entries)} parts, more than {MAX_ENTRIES}.")
    room, seen = MAX_UNPACKED, set[str]()
    for entry in entries:
        name = entry.filename
        if name.lower() in seen or name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise LetterheadError(f"The letterhead has a part with a doubled or unsafe name: {name}.")
        seen.add(name.lower())
        with archive.open(entry) as stream:
            data = stream.read(room + 1)
        room -= len(data)
        if room < 0:
            raise LetterheadError(f"The letterhead unpacks to more than {MAX_UNPACKED // 1_000_000} MB (at {name}).")
        yield name, data


def _relationship(row: etree._Element, folder: str, part: str) -> Relationship:
    """One relationship, refused when it leads outside the file (but for plain links) or to something active."""
    kind = (row.get("Type") or "").rsplit("/", 1)[-1]
    target, external = row.get("Target") or "", row.get("TargetMode") == "External"
    if kind in _ACTIVE:
        raise LetterheadError(f"The part {part} of the letterhead leads to active content ({kind}).")
    if external:
        if kind != "hyperlink" or target.partition(":")[0].lower() not in _LINK_SCHEMES:
            raise LetterheadError(f"The part {part} of the letterhead leads outside the file ({kind}).")
        return Relationship(row.get("Id") or "", kind, target, True)
    path = unquote(target.split("#")[0])
    name = path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))
    return Relationship(row.get("Id") or "", kind, name, False)
