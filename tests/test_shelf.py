"""The shelf: what is kept is what was put, and whatever is wrong with a file it is as if it were not there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.compose.small_packs import ENGLISH, dossier, small_pack, text_of

from briefing.compose import template_reader
from briefing.compose.composer import Composer
from briefing.compose.errors import BodyError
from briefing.frozen import frozen
from briefing.letterhead import reader
from briefing.letterhead.kept import read_kept
from briefing.shelf import Shelf


@frozen
class Pair:
    one: Any
    other: Any = None


@frozen
class Single:
    only: str


CLASSES = (Pair, Single)
THING = {"a": (Pair(Single("x"), (1, 2.5, None)), Pair({"b": Single("")}, True)), "c": ("words", b"\x00bytes")}
MAKERS = ("briefing.dossier",)


def test_what_is_taken_is_what_was_put(tmp_path: Path) -> None:
    Shelf(tmp_path / "new" / "folder").put("it", ("made", b"of"), MAKERS, THING, CLASSES)
    assert Shelf(tmp_path / "new" / "folder").take("it", ("made", b"of"), MAKERS, CLASSES) == THING


@pytest.mark.parametrize(
    ("name", "made_from", "makers"),
    [("other", "source", MAKERS), ("it", "sourcf", MAKERS), ("it", "source", ("briefing.compose",)), ("it", b"", ())],
)
def test_what_was_made_of_or_by_something_else_is_not_taken(
    tmp_path: Path, name: str, made_from: object, makers: tuple[str, ...]
) -> None:
    Shelf(tmp_path).put("it", "source", MAKERS, THING, CLASSES)
    assert Shelf(tmp_path).take(name, made_from, makers, CLASSES) is None


def test_a_damaged_file_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put("it", "source", MAKERS, THING, CLASSES)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    for damaged in (b"", whole[:10], whole[:-1], whole + b"x", b"x" + whole, whole.replace(b"words", b"wards")):
        file.write_bytes(damaged)
        assert shelf.take("it", "source", MAKERS, CLASSES) is None
    file.write_bytes(whole)
    assert shelf.take("it", "source", MAKERS, CLASSES) == THING


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    shelf = Shelf(tmp_path / "file" / "under")
    shelf.put("it", "source", MAKERS, THING, CLASSES)
    assert shelf.take("it", "source", MAKERS, CLASSES) is None


BODY = "# {{ meeting.city }}\n\n{% for t in topics %}\n- **{{ t.area }}** and [more](https://e.example)\n{% endfor %}\n"
VELM = dossier(meeting={"city": "Velm"}, topics=[{"id": "t1", "area": "Rail"}])


def test_a_second_start_reads_no_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack, shelf = small_pack(tmp_path, BODY), Shelf(tmp_path / "shelf")
    first = Composer(pack, ENGLISH, shelf)
    fresh = first.compose(VELM)
    first.keep()
    monkeypatch.setattr(template_reader, "read", lambda *_: pytest.fail("it was read again"))
    monkeypatch.setattr("briefing.compose.filling.outlines", lambda _: pytest.fail("its words were read again"))
    assert Composer(pack, ENGLISH, shelf).compose(VELM) == fresh


def test_a_changed_template_or_audience_is_read_anew(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    first = Composer(small_pack(tmp_path, "{{ meeting.reason }}"), ENGLISH, shelf)
    first.compose(VELM)
    first.keep()
    assert text_of(Composer(small_pack(tmp_path, "In {{ meeting.city }}"), ENGLISH, shelf).compose(VELM)) == ["In Velm"]
    with pytest.raises(BodyError, match="internal"):
        Composer(small_pack(tmp_path, "{{ meeting.reason }}", "public"), ENGLISH, shelf)


def test_a_letterhead_from_the_shelf_is_the_one_that_was_read(
    tmp_path: Path, templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, shelf = (templates / "briefing-note" / "letterhead.docx").read_bytes(), Shelf(tmp_path)
    fresh = reader.read(source)
    assert read_kept(source, "note", shelf) == fresh
    monkeypatch.setattr(reader, "read", lambda _: pytest.fail("it was read again"))
    assert read_kept(source, "note", shelf) == fresh
