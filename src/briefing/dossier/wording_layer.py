"""The wording layer of a dossier: its values, read from its JSON, and what is refused in a file.

``{"press-release/en": {"reworded": [...], "placed": [...]}}``: a key with a stroke is a document type in a language.
Every other key, at any level, is kept as it came.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from briefing.dossier import gate, ids
from briefing.dossier.wording_pieces import Piece, Pieces, admitted, has_tab
from briefing.frozen import frozen

#: Begins the block id of a paragraph of the person's own; no composed block has it.
OWN = "own:"


class WordingError(ValueError):
    """Wording that a file may not hold; its text is a sentence that names the place."""


@frozen
class Rewording:
    """A paragraph rewritten, or left out. `composed` is what it replaced, and what later changes are held against."""

    block: str
    pieces: Pieces
    composed: Pieces
    left_out: bool = False


@frozen
class Inserted:
    """A paragraph of the person's own, right after block `after` (empty: at the very top).

    `anchor` is what block `after` was composed as, by which it is found again when its id has changed. `turn` is when
    it was put there, among all that was inserted and moved.
    """

    id: str
    after: str
    pieces: Pieces
    role: str = "body"
    anchor: Pieces = ()
    turn: int = 0

    @property
    def block(self) -> str:
        return OWN + self.id


@frozen
class Moved:
    """A block, or for a heading its whole section, put right after block `after` (empty: at the very top).

    `composed` and `anchor` are what the block and the one before it were composed as (see Inserted).
    """

    block: str
    after: str
    composed: Pieces = ()
    anchor: Pieces = ()
    turn: int = 0


@frozen
class DocumentWording:
    """All that was done by hand to one document type in one language. Of a block moved twice both moves are kept."""

    rewordings: tuple[Rewording, ...] = ()
    inserted: tuple[Inserted, ...] = ()
    moved: tuple[Moved, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rewordings or self.inserted or self.moved)


NOTHING = DocumentWording()


@lru_cache(maxsize=64)
def read(text: str, key: str) -> DocumentWording:
    """What the layer's JSON holds under a key; it is well-formed, for it was checked or made here."""
    entry = json.loads(text).get(key) or {}
    placed = list(enumerate(entry.get("placed", ())))
    return DocumentWording(
        tuple(
            Rewording(each["block"], _pieces(each, "pieces"), _pieces(each, "composed"), each.get("left_out", False))
            for each in entry.get("reworded", ())
        ),
        tuple(
            Inserted(
                each["id"],
                each["after"],
                _pieces(each, "pieces"),
                each.get("role", "body"),
                _pieces(each, "anchor"),
                turn,
            )
            for turn, each in placed
            if "id" in each
        ),
        tuple(
            Moved(each["block"], each["after"], _pieces(each, "composed"), _pieces(each, "anchor"), turn)
            for turn, each in placed
            if "id" not in each
        ),
    )


def _pieces(item: dict[str, Any], name: str) -> Pieces:
    return tuple(
        Piece(
            each["text"],
            tuple(each.get("paths", ())),
            each.get("bold", False),
            each.get("italic", False),
            each.get("link", ""),
            each.get("raised", ""),
        )
        for each in item.get(name, ())
    )


def written(pieces: Pieces) -> list[dict[str, Any]]:
    """The JSON of pieces; what is empty or false is not written."""
    return [
        {
            "text": piece.text,
            **({"paths": list(piece.paths)} if piece.paths else {}),
            **({"bold": True} if piece.bold else {}),
            **({"italic": True} if piece.italic else {}),
            **({"link": piece.link} if piece.link else {}),
            **({"raised": piece.raised} if piece.raised else {}),
        }
        for piece in pieces
    ]


def checked(layer: dict[str, Any], path: str) -> dict[str, Any]:
    """The layer of a file, its texts through the text gate. WordingError for what has not the form of wording."""
    return {key: _entry(value, f"{path}.{key}") if "/" in key else value for key, value in layer.items()}


def _entry(value: Any, path: str) -> dict[str, Any]:
    entry = _typed(value, dict, "an object", path)
    reworded = _items(entry, "reworded", path)
    placed = _items(entry, "placed", path)
    for place, each in reworded:
        _text(each, "block", place)
        _checked_pieces(each, ("pieces", "composed"), place, tab=False)
        _optional(each, "left_out", bool, "true or false", place)
    for place, each in placed:
        if "id" in each and not (isinstance(each["id"], str) and ids.is_id(each["id"])):
            raise WordingError(f'{place}: its "id" must be small letters and digits.')
        if "id" not in each:
            _text(each, "block", place)
        _typed(each.get("after"), str, "text", f"{place}.after")
        _optional(each, "role", str, "text", place)
        _checked_pieces(each, ("pieces", "composed", "anchor"), place, tab=each.get("role") == "fact")
    _once((place, each["block"]) for place, each in reworded)
    _once((place, each["id"]) for place, each in placed if "id" in each)
    known = {"reworded": [each for _, each in reworded], "placed": [each for _, each in placed]}
    return {**entry, **{name: each for name, each in known.items() if each or name in entry}}


def _items(entry: dict[str, Any], name: str, path: str) -> list[tuple[str, dict[str, Any]]]:
    """The objects of a list, each with its place and a copy of its own; keys that hold null are not there."""
    found = entry.get(name)
    out = []
    for at, each in enumerate(_typed([] if found is None else found, list, "a list", f"{path}.{name}")):
        place = f"{path}.{name}, row {at + 1}"
        item = _typed(each, dict, "an object", place)
        out.append((place, {key: value for key, value in item.items() if value is not None}))
    return out


def _checked_pieces(item: dict[str, Any], names: tuple[str, ...], place: str, *, tab: bool) -> None:
    """Put the pieces under these names through the gate."""
    for name in names:
        if name not in item:
            continue
        for at, each in enumerate(_typed(item[name], list, "a list", f"{place}.{name}")):
            here = f"{place}.{name}, row {at + 1}"
            found = _typed(each, dict, "an object", here)
            _typed(found.get("text"), str, "text", f"{here}.text")
            for path in _typed(found.get("paths", []), list, "a list", f"{here}.paths"):
                _typed(path, str, "text", f"{here}.paths")
            _optional(found, "bold", bool, "true or false", here)
            _optional(found, "italic", bool, "true or false", here)
            _optional(found, "link", str, "text", here)
            _optional(found, "raised", str, "text", here)
    parted = tab or has_tab(_pieces(item, "composed"))
    for name in names:
        if name in item:
            item[name] = [_gated(each, parted) for each in item[name]]


def _gated(piece: dict[str, Any], tab: bool) -> dict[str, Any]:
    text = "".join(each.text for each in admitted((Piece(piece["text"]),), tab=tab))
    link = {"link": gate.admit_line(piece["link"])} if "link" in piece else {}
    return {**piece, "text": text, **link}


def _text(item: dict[str, Any], name: str, place: str) -> None:
    if not _typed(item.get(name), str, "text", f"{place}.{name}"):
        raise WordingError(f"{place}.{name}: it is empty.")


def _optional(item: dict[str, Any], name: str, kind: type, words: str, place: str) -> None:
    if name in item:
        _typed(item[name], kind, words, f"{place}.{name}")


def _once(named: Iterable[tuple[str, str]]) -> None:
    seen: set[str] = set()
    for place, name in named:
        if name in seen:
            raise WordingError(f'{place}: "{name}" stands there twice.')
        seen.add(name)


_NAMES = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def _typed(value: Any, kind: type, words: str, place: str) -> Any:
    if isinstance(value, kind):
        return value
    raise WordingError(f"{place}: {words} was expected, but there is {_NAMES.get(type(value), 'nothing')}.")
