"""Files that are no letterhead, or that would do more than give styles: refused in one sentence."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from tests.letterhead.changed_letterhead import HOUSE, changed, packed, parts_of, without

from briefing.letterhead.errors import LetterheadError
from briefing.letterhead.package import MAX_UNPACKED
from briefing.letterhead.reader import read

RELATIONS, MAIN, STYLES = "word/_rels/document.xml.rels", "word/document.xml", "word/styles.xml"
HEADER = "word/header1.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def related(kind: str, target: str, mode: str = "") -> bytes:
    row = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return changed(RELATIONS, "</Relationships>", f"{row}</Relationships>")


EXTERNAL = ' TargetMode="External"'


#: What is wrong, the file, and words of the reason given.
BAD = {
    "empty": (b"", "not a sound .docx"),
    "cut": (b"PK\x03\x04 and no more", "not a sound .docx"),
    "cut at the end": (HOUSE.read_bytes()[:-200], "not a sound .docx"),
    "no styles": (without(STYLES), STYLES),
    "no main part": (without(MAIN), "no main document"),
    "no header": (without(HEADER), "header that is missing"),
    "no picture": (without("word/media/device.png"), "word/media/device.png"),
    "damaged": (changed(STYLES, "</w:styles>", ""), f"{STYLES} of the letterhead is damaged"),
    "document type": (changed(STYLES, "<w:styles", "<!DOCTYPE a [<!ENTITY b 'c'>]><w:styles"), "document type"),
    "no page": (changed(MAIN, "w:sectPr>", "w:other>"), "no page setup"),
    "narrow page": (changed(MAIN, 'w:w="11906"', 'w:w="2000"'), "less than an inch"),
    "no length": (changed(MAIN, 'w:w="11906"', 'w:w="wide"'), "length that is not one"),
    "no level": (changed(STYLES, '<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="x"/>'), "number"),
    "template": (related("attachedTemplate", "http://a.example/x.dotm", EXTERNAL), "attachedTemplate"),
    "object": (related("oleObject", "embeddings/o.bin"), "oleObject"),
    "macro": (related("vbaProject", "vbaProject.bin"), "vbaProject"),
    "chunk": (related("aFChunk", "chunk.html"), "aFChunk"),
    "remote picture": (related("image", "http://a.example/x.png", EXTERNAL), "outside the file"),
    "link to a file": (related("hyperlink", "file:///etc/passwd", EXTERNAL), "outside the file"),
    "field": (changed(HEADER, "<w:r><w:tab/></w:r>", '<w:fldSimple w:instr="INCLUDETEXT x"/>'), "acts by itself"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_used_is_refused(name: str) -> None:
    source, reason = BAD[name]
    with pytest.raises(LetterheadError, match=reason) as caught:
        read(source)
    assert str(caught.value).endswith(".")


def test_a_plain_link_is_no_danger() -> None:
    assert read(related("hyperlink", "https://ministry.example/", EXTERNAL)).page.left == 68


def test_a_file_that_unpacks_without_bound_is_refused() -> None:
    parts = parts_of(HOUSE.read_bytes()) | {"word/media/big.png": bytes(MAX_UNPACKED + 1)}
    source = packed(parts)
    assert len(source) < 200_000
    with pytest.raises(LetterheadError, match=r"more than 20 MB \(at word/media/big.png\)"):
        read(source)


def test_a_crowd_of_parts_is_refused() -> None:
    parts = parts_of(HOUSE.read_bytes()) | {f"word/media/{number}.png": b"" for number in range(500)}
    with pytest.raises(LetterheadError, match="parts, more than 400"):
        read(packed(parts))


@pytest.mark.parametrize("name", ["../outside.xml", "/word/x.xml", "word\\x.xml", "word/STYLES.xml"])
def test_an_unsafe_or_doubled_name_is_refused(name: str) -> None:
    buffer = io.BytesIO(HOUSE.read_bytes())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"<x/>")
    with pytest.raises(LetterheadError, match="doubled or unsafe name"):
        read(buffer.getvalue())


def test_a_file_with_changed_bytes_is_read_or_refused() -> None:
    source, chance = HOUSE.read_bytes(), random.Random(11)
    refused = 0
    for _ in range(300):
        data = bytearray(source)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read(bytes(data))
        except LetterheadError:
            refused += 1
    assert refused > 100
