"""Pages of even number with a header of their own: read, laid out, kept in the file."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QGuiApplication
from tests.letterhead.changed_letterhead import HOUSE, packed, parts_of
from tests.page.page_samples import body, long_document, make_document

from briefing.export.docx.writer import write
from briefing.letterhead.model import Letterhead
from briefing.letterhead.reader import read
from briefing.page.pager import Pager
from briefing.page.pages import Pages

NOW = datetime(2026, 1, 1, tzinfo=UTC)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"


def with_even_header(*, asked: bool = True) -> bytes:
    """The house's letterhead whose even pages have "Even side" in three lines for a header."""
    parts = parts_of(HOUSE.read_bytes())
    line = '<w:p><w:pPr><w:pStyle w:val="LetterheadName"/></w:pPr><w:r><w:t>Even side</w:t></w:r></w:p>'
    head, _, rest = parts["word/header2.xml"].decode().partition("<w:p>")
    assert rest
    parts["word/header3.xml"] = (head + line * 6 + "</w:hdr>").encode()
    types = parts["[Content_Types].xml"].decode()
    override = next(row for row in types.split("<Override") if "header2" in row)
    parts["[Content_Types].xml"] = types.replace(
        "</Types>", f"<Override{override.replace('header2', 'header3').replace('</Types>', '')}</Types>"
    ).encode()
    rels = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>", f'<Relationship Id="rIdEven" Type="{_TYPE}" Target="header3.xml"/></Relationships>'
    ).encode()
    main = parts["word/document.xml"].decode()
    parts["word/document.xml"] = main.replace(
        "<w:sectPr>", '<w:sectPr><w:headerReference w:type="even" r:id="rIdEven"/>', 1
    ).encode()
    if asked:
        settings = parts["word/settings.xml"].decode()
        at = settings.index("<w:defaultTabStop") if "<w:defaultTabStop" in settings else settings.index("<w:compat")
        parts["word/settings.xml"] = f"{settings[:at]}<w:evenAndOddHeaders/>{settings[at:]}".encode()
    return packed(parts)


@pytest.fixture
def letterhead(qapp: QGuiApplication) -> Letterhead:
    return read(with_even_header())


def places(pages: Pages) -> list[list[tuple[str, float, float, int, int]]]:
    """Where each text stands, page by page."""
    return [[(each.text.layout.text(), each.x, each.y, each.first, each.last) for each in page.texts] for page in pages]


def test_it_is_read_only_where_the_settings_ask_for_it(letterhead: Letterhead) -> None:
    assert letterhead.even_header is not None
    assert [piece.text for piece in letterhead.even_header.lines[0].pieces] == ["Even side"]
    assert letterhead.even_footer is not None
    assert letterhead.even_footer.lines == ()
    assert read(with_even_header(asked=False)).even_header is None


def test_even_pages_have_it_and_the_room_that_it_leaves(letterhead: Letterhead) -> None:
    pages = Pager(letterhead).lay(long_document(5))
    heads = [page.header.texts[0].text.layout.text() for page in pages]
    assert [text == "Even side" for text in heads[:4]] == [False, True, False, True]
    tops = [page.body.texts[0].top for page in pages]
    assert tops[1] == tops[3] > tops[2]
    assert [bool(page.footer.texts) for page in pages.pages[:3]] == [True, False, True]


def test_a_page_more_at_the_start_moves_no_page_to_the_other_side(letterhead: Letterhead) -> None:
    pager, document = Pager(letterhead), long_document(6)
    pager.lay(document)
    more = replace(document, blocks=(*(body(f"new{at}", "Words " * 90) for at in range(7)), *document.blocks))
    assert places(pager.lay(more)) == places(Pager(letterhead).lay(more))


def test_the_file_keeps_it() -> None:
    data = write(make_document(body("a", "Words")), with_even_header(), now=NOW)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert "<w:evenAndOddHeaders/>" in archive.read("word/settings.xml").decode()
        main = archive.read("word/document.xml").decode()
        assert 'w:type="even"' in main
        assert any(
            "Even side" in archive.read(name).decode() for name in names if "header" in name and name.endswith("xml")
        )
