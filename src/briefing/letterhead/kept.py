"""Letterheads from the shelf: an XML parser is loaded for those alone that were not read at an earlier start."""

from __future__ import annotations

from briefing.letterhead import model
from briefing.letterhead.model import Letterhead
from briefing.shelf import Shelf

_MAKERS = ("briefing.letterhead", "lxml")
_CLASSES = (
    model.Letterhead, model.PageSetup, model.Style, model.Face, model.Tab, model.Border, model.ListMark,
    model.TableLook, model.Furniture, model.FurnitureLine, model.Piece, model.Picture,
)  # fmt: skip


def read_kept(source: bytes, name: str, shelf: Shelf) -> Letterhead:
    """The letterhead in these bytes, kept under that name. LetterheadError as in reading it."""
    found = shelf.take(f"{name}.letterhead", source, _MAKERS, _CLASSES)
    if not isinstance(found, Letterhead):
        from briefing.letterhead.reader import read

        found = read(source)
        shelf.put(f"{name}.letterhead", source, _MAKERS, found, _CLASSES)
    return found
