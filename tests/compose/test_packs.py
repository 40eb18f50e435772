"""Packs: folders that are document types, and what is said of those that are not whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.compose.small_packs import ENGLISH, small_pack

from briefing.compose.composer import Composer
from briefing.compose.errors import ComposeError
from briefing.compose.languages import LANGUAGES, language
from briefing.compose.packs import Pack, PackError, load, load_all, read_body
from briefing.dossier.fields import FIELDS

GOOD = 'audience = "public"\n[name]\nen = "Note"\n'


def write(folder: Path, description: str | bytes = GOOD, body: bytes = b"x") -> Path:
    folder.mkdir(exist_ok=True)
    data = description if isinstance(description, bytes) else description.encode("utf-8")
    (folder / "template.toml").write_bytes(data)
    (folder / "body.en.md").write_bytes(body)
    (folder / "letterhead.docx").write_bytes(b"")
    return folder


def test_the_packs_that_ship_are_whole_in_every_language_they_name(templates: Path) -> None:
    packs = load_all([templates])
    assert [(pack.id, pack.audience) for pack in packs] == [("briefing-note", "internal"), ("press-release", "public")]
    for pack in packs:
        for code in pack.bodies:
            assert Composer(pack, language(code))
        assert pack.needs == tuple(field.path for field in FIELDS if pack.id in field.needed_by)


@pytest.mark.parametrize(
    ("description", "says"),
    [
        ("audience = ", "note/template.toml: "),
        (b"\xff", "note/template.toml: "),
        ('[name]\nen = "x"', '"audience" must be one of internal, shared, public'),
        ('audience = "secret"\n[name]\nen = "x"', '"audience" must be one of'),
        ('audience = ["public"]\n[name]\nen = "x"', '"audience" must be one of'),
        ('audience = "public"', '"name" must give a name for each language'),
        ('audience = "public"\nname = "x"', '"name" must give a name'),
        ('audience = "public"\n[name]\nen = 7', '"name" must give a name'),
        ('audience = "public"\n[name]\n', '"name" must give a name'),
        (GOOD.replace("[name]", 'needs = ["meeting.town"]\n[name]'), "'meeting.town', which is no field"),
        (GOOD.replace("[name]", "needs = [7]\n[name]"), "7, which is no field"),
        (GOOD.replace("[name]", 'needs = "title"\n[name]'), '"needs" must be a list'),
        (GOOD.replace("[name]", "marking = 7\n[name]"), '"marking" must be text'),
        (GOOD + 'ru = "x"\n', "body.ru.md is missing"),
        (GOOD + '"../../x" = "x"\n', '"name" must give a name for each language'),
    ],
)
def test_a_description_that_is_wrong_is_named_with_the_reason(
    tmp_path: Path, description: str | bytes, says: str
) -> None:
    folder = write(tmp_path / "note", description)
    with pytest.raises(PackError) as wrong:
        load(folder)
    assert says in str(wrong.value)
    assert str(wrong.value).startswith("note")


@pytest.mark.parametrize("missing", ["template.toml", "body.en.md", "letterhead.docx"])
def test_a_file_that_is_missing_is_named(tmp_path: Path, missing: str) -> None:
    folder = write(tmp_path / "note")
    (folder / missing).unlink()
    with pytest.raises(PackError, match=missing.replace(".", r"\.")):
        load(folder)


def test_a_pack_needs_what_the_field_list_says_and_what_it_adds(tmp_path: Path) -> None:
    own = write(tmp_path / "press-release", GOOD.replace("[name]", 'needs = ["meeting.venue", "meeting.city"]\n[name]'))
    needs = load(own).needs
    assert needs.count("meeting.city") == 1
    assert needs[-1] == "meeting.venue"


def test_the_first_pack_of_a_name_wins_and_other_folders_are_passed_over(tmp_path: Path) -> None:
    mine, shipped = tmp_path / "mine", tmp_path / "shipped"
    for folder in (mine, shipped):
        folder.mkdir()
        write(folder / "note", GOOD.replace("Note", folder.name))
    (mine / "notes").mkdir()
    (mine / "stray.txt").write_text("x", encoding="utf-8")
    assert [pack.name() for pack in load_all([mine, shipped, tmp_path / "gone"])] == ["mine"]


def test_a_name_in_another_language_falls_back_on_one_that_there_is(tmp_path: Path) -> None:
    pack = load(write(tmp_path / "note"))
    assert pack.name("en") == "Note"
    assert pack.name("ru") == "Note"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda pack: (pack.folder / "body.en.md").write_bytes(b"caf\xe9"), "body.en.md: byte 3 is not UTF-8"),
        (lambda pack: (pack.folder / "body.en.md").unlink(), "body.en.md could not be read"),
    ],
)
def test_a_body_that_cannot_be_read_is_named(tmp_path: Path, spoil: Callable[[Pack], object], says: str) -> None:
    pack = small_pack(tmp_path, "x")
    spoil(pack)
    with pytest.raises(PackError, match=says):
        Composer(pack, ENGLISH)


def test_a_body_may_begin_with_a_byte_order_mark_and_have_the_line_ends_of_windows(tmp_path: Path) -> None:
    pack = load(write(tmp_path / "note", body=b"\xef\xbb\xbf# One\r\n\r\nTwo\r\n"))
    assert read_body(pack, "en") == ("note/body.en.md", "# One\n\nTwo\n")


def test_a_language_that_there_is_not_is_an_error_that_lists_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(ComposeError, match="there is no language xx; there are en"):
        language("xx")
    with pytest.raises(PackError, match=r"no text in the language ru; it has en\."):
        read_body(small_pack(tmp_path, "x"), "ru")


def test_each_language_declares_its_tag() -> None:
    assert [(each.code, each.tag) for each in LANGUAGES] == [("en", "en-GB")]
