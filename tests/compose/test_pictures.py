"""Pictures beside a template: their size as the file says it, and every reason why one cannot be used."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from tests.compose.small_packs import composer, dossier

from briefing.compose.document import Document, Paragraph, Picture
from briefing.compose.errors import BodyError
from briefing.compose.pictures import PictureError, fitted, read_picture


def png(width: int, height: int, per_metre: int = 0) -> bytes:
    """A grey picture of so many dots."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    lines = zlib.compress((b"\0" + b"\x80" * width) * height)
    size = chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)) if per_metre else b""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + size + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def jpeg(width: int, height: int, unit: int = 0, dots: int = 1) -> bytes:
    """As much of a JPEG as its size stands in."""
    app0 = b"\xff\xe0" + struct.pack(">H5sHBHHBB", 16, b"JFIF\0", 0x0101, unit, dots, dots, 0, 0)
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\1\x11\0"
    return b"\xff\xd8" + app0 + frame + b"\xff\xd9"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(96, 48), (72, 36)),
        (png(300, 150, 11811), (72, 36)),  # 300 dots to an inch
        (jpeg(96, 48), (72, 36)),
        (jpeg(144, 72, 1, 144), (72, 36)),
        (jpeg(100, 50, 2, 50), (72 / 1.27, 36 / 1.27)),  # to a centimetre
    ],
)
def test_the_size_is_what_the_file_says(tmp_path: Path, data: bytes, size: tuple[float, float]) -> None:
    (tmp_path / "map.png").write_bytes(data)
    found = read_picture(tmp_path, "map.png")
    assert (found.width, found.height) == pytest.approx(size, abs=0.01)
    assert found.data == data


def test_a_picture_is_no_wider_than_the_text_and_no_higher_than_that() -> None:
    assert fitted(72, 36, 459) == (72, 36)
    assert fitted(918, 459, 459) == (459, 229.5)
    assert fitted(459, 918, 459) == (229.5, 459)


@pytest.mark.parametrize("name", ["../map.png", "/etc/passwd", "a/b.png", "map.svg", ".png", "map.png\0"])
def test_only_files_beside_the_template_are_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(PictureError, match="beside the template"):
        read_picture(tmp_path, name)


def compose(tmp_path: Path, body: str) -> Document:
    made = composer(tmp_path, body)
    (made.pack.folder / "map.png").write_bytes(png(96, 48))
    (made.pack.folder / "bad.png").write_bytes(b"no picture")
    return made.compose(dossier(meeting={"city": "Velm"}))


def test_a_picture_stands_in_the_text_with_its_caption(tmp_path: Path) -> None:
    body = 'Before\n\n![The crossing](map.png "The bridge at {{ meeting.city }}")\n\nAfter'
    before, picture, after = compose(tmp_path, body).blocks
    assert isinstance(before, Paragraph)
    assert isinstance(picture, Picture)
    assert isinstance(after, Paragraph)
    assert (picture.description, picture.width, picture.height) == ("The crossing", 72, 36)
    assert [(span.text, span.paths) for span in picture.caption] == [
        ("The bridge at ", ()),
        ("Velm", ("meeting.city",)),
    ]
    assert len({block.id for block in (before, picture, after)}) == 3


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("One\n\nSee ![Map](map.png) there", "stands alone"),
        ("One\n\n- ![Map](map.png)", "stands alone"),
        ("One\n\n![](map.png)", "needs words"),
        ("One\n\n![Map](gone.png)", "“gone.png” could not be read"),
        ("One\n\n![Map](bad.png)", "no PNG or JPEG"),
        ("One\n\n![Map](../map.png)", "beside the template"),
        ("One\n\n![Map of {{ meeting.city }}](map.png)", "cannot hold a value"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(tmp_path: Path, body: str, reason: str) -> None:
    with pytest.raises(BodyError, match=reason) as told:
        compose(tmp_path, body)
    assert told.value.problems[0].line == 3
