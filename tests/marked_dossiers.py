"""Dossiers with a mark of its own in every field that the public may not know, and a search for the marks in files."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

from tests.pdf_reading import pdf_parts

from briefing.dossier import files
from briefing.dossier.fields import field_at, leaves
from briefing.dossier.model import Dossier
from briefing.dossier.paths import join
from briefing.dossier.record import Record
from briefing.dossier.records import Slot, slots

#: Begins each mark; letters and digits alone, so that no format has to write it otherwise.
SIGN = "zq"
#: What a mark stands between: signs that XML, HTML and Markdown write otherwise, and one outside ASCII.
AROUND = "<&*_é {0} é_*&>"


def mark(place: str) -> str:
    """The mark of a place: no two places share one, and no text that is meant holds one."""
    return SIGN + place.encode().hex() + SIGN


def place_of(found: str) -> str:
    return bytes.fromhex(found.removeprefix(SIGN).removesuffix(SIGN)).decode()


def is_public(pattern: str) -> bool:
    return field_at(pattern).audience == "public"


def internal_places() -> tuple[str, ...]:
    """The patterns of all leaves that are not public and can hold words; a flag cannot."""
    return tuple(each for each in leaves() if not is_public(each) and field_at(each).kind != "flag")


class Maker:
    """Makes marked dossiers: `rows` gives the number of rows of a list, `fill` what stands in a public field."""

    def __init__(self, rows: Callable[[str], int], fill: Callable[[str], Any]) -> None:
        self._rows, self._fill = rows, fill

    def dossier(self) -> Dossier:
        """The dossier, read as from a file; the ids of its rows are marks too."""
        tree = {"schema_version": 1, **self._record(Dossier, "", "")}
        return files.loads(json.dumps(tree, ensure_ascii=False))

    def _record(self, kind: type[Record], pattern: str, path: str) -> dict[str, Any]:
        found = {name: self._slot(slot, join(pattern, name), join(path, name)) for name, slot in slots(kind).items()}
        unknown = f"{path}?unknown"
        found[mark(f"{unknown} key")] = {"deep": [mark(unknown), {mark(f"{unknown} inner key"): None}]}
        return found

    def _slot(self, slot: Slot, pattern: str, path: str) -> Any:
        if slot.name == "id":
            return mark(path.removesuffix(".id"))
        if slot.kind == "rows":
            assert slot.record is not None
            return [self._record(slot.record, f"{pattern}[]", f"{path}[{at}]") for at in range(self._rows(pattern))]
        if slot.kind == "record":
            assert slot.record is not None
            return self._record(slot.record, pattern, path)
        if slot.kind == "flag":
            return path == "sides[0].ours"
        if not is_public(pattern):
            return self._internal(pattern, path)
        return self._public(slot, pattern, path)

    def _internal(self, pattern: str, path: str) -> Any:
        if field_at(pattern).kind == "layer":
            return {"en": {mark(f"{path} key"): {"text": mark(path), "of": mark(f"{path} of")}}}
        return AROUND.format(mark(path))

    def _public(self, slot: Slot, pattern: str, path: str) -> Any:
        kind = field_at(pattern).kind
        if kind in ("side", "source"):
            return mark(f"{kind}s[0]")
        return 1 if slot.kind == "number" else self._fill(pattern)


def marks_in(name: str, data: bytes) -> set[str]:
    """The places whose marks stand in a file or in its name, in whatever form."""
    found = {name.casefold()}
    for part_name, part in parts(data):
        found.update(_readings(part_name.encode()))
        found.update(_readings(part))
    return {place_of(each) for text in found for each in re.findall(f"{SIGN}[0-9a-f]+{SIGN}", text)}


def parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The file itself and, where it is a package, each part of it by name, with all that the package says of them."""
    yield "", data
    if data.startswith(b"%PDF"):
        yield from ((f"part {number}", part) for number, part in enumerate(pdf_parts(data)))
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield "", package.comment
            for entry in package.infolist():
                yield entry.filename, entry.comment + entry.extra
                for name, inner in parts(package.read(entry)):
                    yield f"{entry.filename}/{name}", inner


def _readings(data: bytes) -> Iterator[str]:
    """The texts that these bytes may be: each encoding, XML and web escapes undone, with and without tags."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        for start in (data, data[1:]) if encoding != "utf-8" else (data,):
            text = start.decode(encoding, "ignore").casefold()
            yield text
            if encoding == "utf-8":
                plain = html.unescape(unquote(text)).casefold()
                yield from (plain, re.sub(r"<[^>]*>", "", plain), plain.replace("\\", ""))
