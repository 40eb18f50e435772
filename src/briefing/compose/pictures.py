"""Pictures that lie beside a template: read from its folder, with the size that the file says."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path

from briefing.frozen import frozen

#: A file name without a folder.
_NAME = re.compile(r"[\w][\w .()-]*\.(png|jpe?g)", re.IGNORECASE)
#: Points to a dot where the file does not say: 96 dots to an inch.
_USUAL = 72 / 96
#: The largest file, in bytes.
MOST = 20_000_000
_INCH, _CM = 0.0254, 2.54
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
#: Markers of a JPEG that begin a frame, in which its size stands.
_FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))


class PictureError(ValueError):
    """A picture that cannot be used; the text says why."""


@frozen
class PictureFile:
    """The bytes of a PNG or JPEG, and its natural size in points."""

    data: bytes
    width: float
    height: float


#: Gives the picture of a file name.
ReadPicture = Callable[[str], PictureFile]


def no_pictures(name: str) -> PictureFile:
    """Where there is no folder that pictures could lie in."""
    raise PictureError(f"there is no folder in which the picture “{name}” could lie")


def read_picture(folder: Path, name: str) -> PictureFile:
    """The picture of that name in a template's folder. PictureError for what is no such file or no picture."""
    if not _NAME.fullmatch(name):
        raise PictureError(f"a picture is a PNG or JPEG file beside the template, which “{name}” is not")
    file = folder / name
    try:
        if file.stat().st_size > MOST:
            raise PictureError(f"the picture “{name}” is larger than {MOST // 1_000_000} MB")
        data = file.read_bytes()
    except OSError as error:
        raise PictureError(f"the picture “{name}” could not be read: {error.strerror or error}") from error
    try:
        size = _png(data) if data.startswith(_PNG) else _jpeg(data) if data.startswith(_JPEG) else None
    except (struct.error, IndexError, ZeroDivisionError):
        size = None
    if size is None or min(size) <= 0:
        raise PictureError(f"“{name}” is no PNG or JPEG picture")
    return PictureFile(data, *size)


def _png(data: bytes) -> tuple[float, float]:
    """The size that the chunks ``IHDR`` and ``pHYs`` say (PNG, ISO/IEC 15948)."""
    width, height = struct.unpack_from(">II", data, 16)
    at = data.find(b"pHYs", 0, 1024)
    across, down, unit = struct.unpack_from(">IIB", data, at + 4) if at > 0 else (0, 0, 0)
    return (width * _point(across * _INCH if unit == 1 else 0), height * _point(down * _INCH if unit == 1 else 0))


def _jpeg(data: bytes) -> tuple[float, float] | None:
    """The size that the frame and the segment ``APP0`` say (ITU-T T.81, T.871)."""
    at, across, down = 2, 0.0, 0.0
    while at < len(data):
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if marker == 0xE0 and data[at + 4 : at + 9] == b"JFIF\0":
            unit, x, y = struct.unpack_from(">BHH", data, at + 11)
            scale = {1: 1.0, 2: _CM}.get(unit, 0.0)
            across, down = x * scale, y * scale
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width * _point(across), height * _point(down)
        at += 2 + length
    return None


def _point(dots: float) -> float:
    """Points to a dot, of so many dots to an inch; 0 where it is not said."""
    return 72 / dots if dots > 1 else _USUAL


def fitted(width: float, height: float, room: float) -> tuple[float, float]:
    """The size at which a picture of that natural size stands in text `room` points wide: no wider, and no higher."""
    scale = min(1.0, room / width, room / height)
    return width * scale, height * scale
