"""Internal stays internal: no byte of a public export holds a word of a field that the public may not know."""

from __future__ import annotations

import html
import io
import re
import shutil
import struct
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.marked_dossiers import Maker, internal_places, is_public, mark, marks_in

from briefing import places
from briefing.compose.composer import Composer
from briefing.compose.document import Document, Paragraph, Properties, Span
from briefing.compose.languages import language
from briefing.compose.packs import load
from briefing.dossier.fields import field_at, leaves
from briefing.dossier.model import Dossier
from briefing.dossier.paths import pattern
from briefing.export.delivery import deliver, format_named
from briefing.export.formats import FORMATS, WHOLE, Format

pytestmark = pytest.mark.usefixtures("qapp")

NOW = datetime(2023, 11, 25, tzinfo=UTC)
#: Formats of one file, with and without layout, which takes long.
WRITTEN, DRAWN = ([each for each in WHOLE if each.drawn is drawn] for drawn in (False, True))
PUBLIC, INTERNAL = places.templates() / "press-release", places.templates() / "briefing-note"
#: What the briefing note prints of the internal fields: without these the search would have nothing to find.
PRINTED = {
    "aims.asks[].text", "aims.decision", "aims.objectives[].text", "aims.offers[].text", "aims.recommendation",
    "aims.sensitivities", "background.agreements[].date", "background.agreements[].status",
    "background.agreements[].title", "background.annexes[].text", "background.annexes[].title", "background.facts",
    "figures[].note", "handling.cleared[].answer", "handling.cleared[].answered", "handling.cleared[].name",
    "handling.cleared[].office", "handling.distribution[].copy", "handling.distribution[].name",
    "handling.distribution[].purpose", "handling.drafted_by", "handling.marking", "handling.reference",
    "handling.version", "house.department", "meeting.interpretation", "meeting.languages", "meeting.press",
    "meeting.reason", "meeting.requested_by", "outcomes.next_steps[].due", "outcomes.next_steps[].owner",
    "outcomes.next_steps[].text", "press.if_asked", "press.published[].when", "press.published[].where",
    "press.quotes[].cleared_by", "programme.calls[].name", "programme.calls[].purpose", "programme.calls[].when",
    "programme.entries[].date", "programme.entries[].end_time", "programme.entries[].note", "programme.entries[].place",
    "programme.entries[].start_time", "programme.entries[].what", "programme.entries[].who",
    "sides[].people[].biography", "sources[].next_release", "topics[].area", "topics[].background", "topics[].grade",
    "topics[].if_pressed", "topics[].lead", "topics[].line_to_take", "topics[].minutes", "topics[].our_answer",
    "topics[].points[].text", "topics[].they_may_say", "topics[].they_said", "topics[].we_said",
}  # fmt: skip
SENSIBLE = {"date": "2023-11-22", "partial_date": "2021", "time": "10:00", "zone": "Europe/Stockholm", "country": "SE"}

PUBLIC_LEAVES = [each for each in leaves() if is_public(each)]
LISTS = sorted({each[: found.start()] for each in leaves() for found in re.finditer(r"\[\]", each)})


@cache
def composer(folder: Path) -> Composer:
    return Composer(load(folder), language("en"))


def sensible(place: str) -> Any:
    """A value that fits the field, so that all that a pack can print is printed."""
    field = field_at(place)
    if place.endswith((".start", ".released")):
        return "2022-01-01"
    if place.endswith(".end"):
        return "2022-12-31"
    if place == "trade.chart":
        return "bars"
    if field.kind == "record":
        return {"value": "96.1", "percent": "40"}.get(place.rpartition(".")[2], "")
    return SENSIBLE.get(field.kind) or (field.choices[0].code if field.choices else f"Public words of {place}")


def exported(document: Document, letterhead: Path, formats: Sequence[Format] = WHOLE) -> dict[str, bytes]:
    """The files of a document in some formats, by name."""
    data = letterhead.read_bytes()
    written = ((each, each.write(document, data, NOW)) for each in formats)
    named = (zip(each.file_names(document.stem, len(files)), files, strict=True) for each, files in written)
    return {name: data for files in named for name, data in files}


def found_in(folder: Path, dossier: Dossier, formats: Sequence[Format] = WHOLE) -> dict[str, set[str]]:
    """The marks in the exports of a dossier through a pack: for each format, the places that they stand for."""
    files = exported(composer(folder).compose(dossier), composer(folder).pack.letterhead, formats)
    return {name.rpartition(".")[2]: marks_in(name, data) for name, data in files.items()}


@pytest.fixture(scope="module")
def full() -> Dossier:
    """A dossier with two rows in each list and something in each field."""
    return Maker(lambda _list: 2, sensible).dossier()


def test_every_field_that_is_not_public_is_marked(full: Dossier) -> None:
    text = repr(full)
    assert len(internal_places()) > 15
    for place in internal_places():
        assert mark(place.replace("[]", "[0]")) in text
        assert mark(place.replace("[]", "[1]")) in text
    assert mark("topics[1].points[1]?unknown") in text


def test_no_public_export_holds_a_mark(full: Dossier) -> None:
    assert found_in(PUBLIC, full) == {"docx": set(), "pdf": set(), "md": set(), "html": set()}


def test_a_picture_of_a_page_holds_its_pixels_alone(full: Dossier) -> None:
    files = exported(composer(PUBLIC).compose(full), composer(PUBLIC).pack.letterhead, (format_named("png"),))
    assert len(files) > 1
    for name, data in files.items():
        assert not marks_in(name, data)
        assert set(chunks(data)) == {b"IHDR", b"pHYs", b"IDAT", b"IEND"}


def chunks(data: bytes) -> Iterator[bytes]:
    """The kinds of the chunks of a PNG file."""
    at = 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        yield data[at + 4 : at + 8]
        at += length + 12


def test_the_same_marks_are_found_where_the_internal_document_prints_them(full: Dossier) -> None:
    for name, found in found_in(INTERNAL, full).items():
        assert {pattern(each.replace("[0]", "[a]").replace("[1]", "[b]")) for each in found} >= PRINTED, name
        assert not any("?unknown" in each for each in found), name


def test_what_the_public_may_know_does_reach_the_public_export(full: Dossier) -> None:
    said = exported(composer(PUBLIC).compose(full), composer(PUBLIC).pack.letterhead)
    markdown = next(data for name, data in said.items() if name.endswith(".md")).decode()
    assert "Public words of press.headline" in markdown
    assert "Public words of topics[].statements[].text" in markdown.replace("\\", "")


def test_a_public_export_that_is_searched_holds_a_chart_with_its_data(full: Dossier) -> None:
    files = exported(composer(PUBLIC).compose(full), composer(PUBLIC).pack.letterhead)
    docx = next(data for name, data in files.items() if name.endswith(".docx"))
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        assert b"<c:v>96.1</c:v>" in package.read("word/charts/chart1.xml")
        assert b"PK" in package.read("word/embeddings/chart1.xlsx")[:2]
    page = next(data for name, data in files.items() if name.endswith(".html"))
    assert b"<svg " in page


_odd = st.text(max_size=12)


def values_of(place: str) -> st.SearchStrategy[str]:
    codes = [choice.code for choice in field_at(place).choices]
    known = [sensible(place), "", *codes]
    return st.one_of(st.sampled_from(known), _odd)


@settings(max_examples=12, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.fixed_dictionaries({each: st.integers(0, 2) for each in LISTS}),
    values=st.fixed_dictionaries({each: values_of(each) for each in PUBLIC_LEAVES}),
)
def test_no_public_export_of_any_dossier_holds_a_mark(rows: dict[str, int], values: dict[str, str]) -> None:
    dossier = Maker(rows.__getitem__, values.__getitem__).dossier()
    found_in(INTERNAL, dossier, WRITTEN)  # what was written just before, in one process, must not come out either
    assert not any(found_in(PUBLIC, dossier, WRITTEN).values())


@settings(max_examples=10, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.fixed_dictionaries({each: st.integers(0, 2) for each in LISTS}),
    values=st.fixed_dictionaries({each: values_of(each) for each in PUBLIC_LEAVES}),
)
def test_no_public_page_of_any_dossier_holds_a_mark(rows: dict[str, int], values: dict[str, str]) -> None:
    dossier = Maker(rows.__getitem__, values.__getitem__).dossier()
    assert found_in(INTERNAL, dossier, DRAWN)["pdf"]
    assert not any(found_in(PUBLIC, dossier, DRAWN).values())


def test_a_template_that_gets_round_the_check_of_names_prints_nothing_internal(full: Dossier, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(PUBLIC, tmp_path / "sly"))
    asked = "{{ topics[0]['line_to_' ~ 'take'] }} {{ meeting['rea' ~ 'son'] }} {{ handling['mark' ~ 'ing'] }}"
    (folder / "body.en.md").write_text(f"# {asked}\n\n{{fact}} {asked} | {asked}\n", encoding="utf-8")
    document = composer(folder).compose(full)
    assert "[Line to take]" in document.properties.title
    assert not any(found_in(folder, full).values())


def test_a_delivered_public_document_holds_no_mark_and_its_name_neither(full: Dossier, tmp_path: Path) -> None:
    dossier_file = tmp_path / f"{mark('the name of the dossier file')}.json"
    formats = [each.name for each in FORMATS]
    paths = list(deliver([(dossier_file, full)] * 2, load(PUBLIC), "en", formats, tmp_path / "out"))
    assert {path.suffix for path in paths} == {each.suffix for each in FORMATS}
    assert not any(marks_in(path.name, path.read_bytes()) for path in paths)


def test_bookmarks_are_named_by_hashes_alone(full: Dossier) -> None:
    for folder in (PUBLIC, INTERNAL):
        files = exported(composer(folder).compose(full), composer(folder).pack.letterhead)
        docx = next(data for name, data in files.items() if name.endswith(".docx"))
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            names = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]*)"', package.read("word/document.xml").decode())
        assert len(names) > 10
        assert all(re.fullmatch(r"_[bv]_[0-9a-f]{16}(_\d+)?", name) for name in names)


def _zipped(name: str, data: bytes, comment: bytes = b"") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, data)
        package.comment = comment
    return held.getvalue()


SECRET = mark("secret")


def _drawn(words: str = "", **properties: str) -> bytes:
    """A PDF with these words in a page, and these properties."""
    document = Document(
        "press-release", "en", "public", Properties("", **properties), (Paragraph("p", "body", (Span(words),)),)
    )
    (data,) = format_named("pdf").write(document, (PUBLIC / "letterhead.docx").read_bytes(), NOW)
    return data


def test_the_search_reads_pdf() -> None:
    assert marks_in("name.pdf", _drawn(f"words {SECRET} words")) == {"secret"}
    assert marks_in("name.pdf", _drawn(keywords=SECRET)) == {"secret"}
    assert marks_in("name.pdf", _drawn("words")) == set()


@pytest.mark.parametrize(
    "data",
    [
        f"words {SECRET.upper()} words".encode(),
        b"\0" + SECRET.encode("utf-16"),
        "".join(f"&#{ord(sign)};" for sign in SECRET).encode(),
        html.escape("".join(f"&#x{ord(sign):x};" for sign in SECRET)).replace("&amp;", "&").encode(),
        "".join(f"%{ord(sign):02X}" for sign in SECRET).encode(),
        f"<w:t>{SECRET[:5]}</w:t></w:r><w:r><w:t>{SECRET[5:]}</w:t>".encode(),
        "\\".join(SECRET).encode(),
        _zipped("docProps/core.xml", f"<dc:title>{SECRET}</dc:title>".encode()),
        _zipped(f"word/{SECRET}.xml", b""),
        _zipped("word/document.xml", b"", SECRET.encode()),
        _zipped("word/embedded.zip", _zipped("inner", SECRET.encode())),
    ],
)
def test_the_search_finds_a_mark_however_it_is_written(data: bytes) -> None:
    assert marks_in("name.docx", data) == {"secret"}
    assert marks_in(f"{SECRET}.docx", b"") == {"secret"}
    assert marks_in("name.docx", b"PK words") == set()
