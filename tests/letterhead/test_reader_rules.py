"""How a letterhead is read: what is inherited, what overrules what, and what stands where nothing is said."""

from __future__ import annotations

import pytest
from tests.letterhead.changed_letterhead import changed, without

from briefing.letterhead.model import Border, Tab
from briefing.letterhead.reader import read

STYLES, MAIN, NUMBERING = "word/styles.xml", "word/document.xml", "word/numbering.xml"
HEADER = "word/header1.xml"


def added(style: str) -> bytes:
    return changed(STYLES, "</w:styles>", f"{style}</w:styles>")


def test_a_style_inherits_along_its_chain() -> None:
    parent = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Parent"/><w:basedOn w:val="BodyText"/>'
        '<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:b/><w:color w:val="AA0000"/></w:rPr></w:style>'
    )
    child = (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Child"/><w:basedOn w:val="A"/>'
        '<w:rPr><w:b w:val="0"/><w:i/></w:rPr></w:style>'
    )
    style = read(added(child + parent)).style("Child")
    assert (style.align, style.after, style.pitch) == ("justify", 7, 15.5)
    assert (style.face.bold, style.face.italic, style.face.color) == (False, True, "#aa0000")


def test_styles_in_a_ring_are_read_once() -> None:
    ring = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="Ring {one}"/>'
        f'<w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("AB", "BA")
    )
    assert read(added(ring)).style("Ring A").name == "Ring A"


def test_tabs_add_up_and_one_can_be_cleared() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Tabbed"/><w:basedOn w:val="Footer"/><w:pPr><w:tabs>'
        '<w:tab w:val="clear" w:pos="9186"/><w:tab w:val="center" w:pos="4000"/><w:tab w:val="left" w:pos="400"/>'
        "</w:tabs></w:pPr></w:style>"
    )
    assert read(added(style)).style("Tabbed").tabs == (Tab(20), Tab(200, "center"))


def test_a_fonts_theme_name_leads_to_its_family() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Themed"/>'
        '<w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:ascii="Nothing"/></w:rPr></w:style>'
    )
    assert read(added(style)).style("Themed").face.family == "Liberation Sans"


@pytest.mark.parametrize(
    ("spacing", "pitch", "factor"),
    [
        ('w:line="360" w:lineRule="auto"', None, 1.5),
        ('w:line="360" w:lineRule="exact"', 18, 1),
        ('w:line="360" w:lineRule="atLeast"', 18, 1),
        ('w:line="100" w:lineRule="atLeast"', None, 1),
    ],
)
def test_line_pitch(spacing: str, pitch: float | None, factor: float) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="Lines"/>'
        f"<w:pPr><w:spacing {spacing}/></w:pPr></w:style>"
    )
    found = read(added(style)).style("Lines")
    assert (found.pitch, found.line_factor) == (pitch, factor)


def test_a_length_may_have_a_unit() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="U"><w:name w:val="Unit"/>'
        '<w:pPr><w:ind w:left="2.54cm" w:hanging="12pt"/></w:pPr></w:style>'
    )
    found = read(added(style)).style("Unit")
    assert found.left == pytest.approx(72)
    assert found.first == -12


def test_the_own_number_of_a_level_is_its_first() -> None:
    source = changed(NUMBERING, '<w:lvlText w:val="%2."/>', '<w:lvlText w:val="%1.%2)"/>')
    mark = read(source).item_style("List Number", 1).mark
    assert mark is not None
    assert (mark.text, mark.ordered) == ("%1)", True)


def test_a_bullet_of_a_symbol_font_becomes_the_letter_it_shows() -> None:
    mark = read(changed(NUMBERING, '"–"', '"\uf0a7"')).item_style("List Bullet", 1).mark
    assert mark is not None
    assert mark.text == "▪"


def test_without_a_first_page_all_pages_are_alike() -> None:
    letterhead = read(changed(MAIN, "<w:titlePg/>", ""))
    assert letterhead.first_header == letterhead.header
    assert len(letterhead.header.lines) == 1


def test_without_numbering_lists_have_no_marks() -> None:
    source = changed("word/_rels/document.xml.rels", "numbering.xml", "fontTable.xml")
    assert read(source).style("List Bullet").mark is None


def test_without_a_table_style_rules_are_plain() -> None:
    look = read(changed(STYLES, 'w:name w:val="Figures"', 'w:name w:val="Other"')).table
    assert look.head_rule == Border(0.75, "#000000")


def test_a_simple_field_is_a_field() -> None:
    field = '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    source = changed(HEADER, '<w:r><w:t xml:space="preserve">{country}</w:t></w:r>', field)
    pieces = read(source).first_header.lines[0].pieces
    assert (pieces[0].kind, pieces[0].text) == ("field", "PAGE")


def test_a_marker_stands_for_a_value_inside_words() -> None:
    pieces = read(changed(HEADER, "{country}", "The {country} of")).first_header.lines[0].pieces
    found = [(piece.kind, piece.text) for piece in pieces[:3]]
    assert found == [("text", "The "), ("value", "country"), ("text", " of")]


def test_deleted_words_are_not_read() -> None:
    gone = '<w:del w:id="1" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del>'
    kept = '<w:ins w:id="2" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins>'
    source = changed(HEADER, '<w:r><w:t xml:space="preserve">{country}</w:t></w:r>', gone + kept)
    assert read(source).first_header.lines[0].pieces[0].text == "new"


def test_a_picture_may_be_placed_from_the_papers_edge() -> None:
    across = changed(HEADER, 'relativeFrom="column"><wp:posOffset>0<', 'relativeFrom="page"><wp:posOffset>1270000<')
    assert read(across).first_header.lines[0].pictures[0].x == 100 - 68
    down = changed(
        HEADER, 'relativeFrom="paragraph"><wp:posOffset>-59690<', 'relativeFrom="page"><wp:posOffset>508000<'
    )
    assert read(down).first_header.lines[0].pictures[0].y == pytest.approx(40 - 48.7)


def test_a_picture_may_stand_at_the_right_edge() -> None:
    source = changed(HEADER, "<wp:posOffset>0</wp:posOffset>", "<wp:align>right</wp:align>")
    assert read(source).first_header.lines[0].pictures[0].x == pytest.approx(459.3 - 33)


def test_a_style_that_is_missing_is_the_body_style() -> None:
    letterhead = read(changed(STYLES, 'w:val="Lead"', 'w:val="Other"'))
    assert letterhead.style("Lead") == letterhead.style("Body Text")


def test_a_part_that_no_one_needs_may_be_missing() -> None:
    assert read(without("docProps/core.xml")).style("Title").face.size == 21


def test_the_ground_and_the_upright_borders_of_a_style_are_read() -> None:
    note = '<w:name w:val="Note"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
    border = '<w:pBdr><w:left w:val="single" w:sz="16" w:space="6" w:color="1F3A5F"/></w:pBdr>'
    plain = changed("word/styles.xml", note, f'{note}{border}<w:shd w:val="clear" w:color="auto" w:fill="EEF2F7"/>')
    style = read(plain).style("note")
    assert style.shade == "#eef2f7"
    assert style.left_rule == Border(2.0, "#1f3a5f", 6.0)
    assert style.right_rule is None
    none = changed("word/styles.xml", note, f'{note}<w:shd w:val="clear" w:color="auto" w:fill="auto"/>')
    assert read(none).style("note").shade == ""
