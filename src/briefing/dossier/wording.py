"""Wording by hand: what a person did to a composed document, kept in the dossier per document type and language.

Each function gives the next dossier, which shares everything else; the very same one when nothing changes. `pack` is
the id of the document type, `language` a language code. The layer is edited as JSON, so that keys which this version
does not know stay.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from briefing.dossier import edits, ids, wording_layer
from briefing.dossier.model import Dossier
from briefing.dossier.wording_layer import OWN, DocumentWording, Inserted, Moved, Rewording, written
from briefing.dossier.wording_pieces import Piece, Pieces, admitted, followed, has_tab

NOTHING = DocumentWording()


def wording_of(dossier: Dossier, pack: str, language: str) -> DocumentWording:
    """What was done by hand to this document type (pack id) in this language (code); nothing of any other."""
    return NOTHING if dossier.wording == "{}" else wording_layer.read(dossier.wording, _key(pack, language))


def reword(dossier: Dossier, pack: str, language: str, block: str, pieces: Pieces, composed: Pieces) -> Dossier:
    """The dossier with the words of a block. Words as composed are no rewording; no words at all leave it out."""
    if block.startswith(OWN):
        return rewrite_inserted(dossier, pack, language, block, pieces)
    if not any(piece.text.strip() or piece.paths for piece in pieces):
        return leave_out(dossier, pack, language, block, composed)
    tab = has_tab(composed)
    new, base = admitted(pieces, tab=tab), admitted(composed, tab=tab)
    if new == base:
        return _edit(dossier, pack, language, lambda entry: _without_rewording(entry, block))
    values = {"pieces": written(new), "composed": written(base), "left_out": None}
    return _edit(dossier, pack, language, lambda entry: _with_rewording(entry, block, values))


def leave_out(dossier: Dossier, pack: str, language: str, block: str, composed: Pieces) -> Dossier:
    """The dossier with a block left out of the document; a paragraph of the person's own is removed.

    `composed` is empty for tables and page breaks alone.
    """
    if block.startswith(OWN):
        return restore(dossier, pack, language, block)
    base = admitted(composed, tab=has_tab(composed))
    values = {"pieces": None, "composed": written(base), "left_out": True}
    return _edit(dossier, pack, language, lambda entry: _with_rewording(entry, block, values))


def restore(dossier: Dossier, pack: str, language: str, block: str) -> Dossier:
    """The dossier with a block as it is composed, in its words and its place; one of the person's own is removed."""

    def change(entry: dict[str, Any]) -> dict[str, Any]:
        where: dict[str, Any] = {}
        out: list[dict[str, Any]] = []
        for each in entry.get("placed", []):
            if _block(each) == block:
                where = {"after": each["after"], "anchor": each.get("anchor")}
            # What stood after a paragraph that is no more stands where it stood.
            elif block.startswith(OWN) and each["after"] == block:
                out.append(_filled({**each, **where}))
            else:
                out.append(each)
        return {**_without_rewording(entry, block), "placed": out}

    return _edit(dossier, pack, language, change)


def insert(
    dossier: Dossier,
    pack: str,
    language: str,
    after: str,
    pieces: Pieces,
    role: str = "body",
    *,
    anchor: Pieces = (),
) -> tuple[Dossier, str]:
    """The dossier with a paragraph of the person's own right after block `after`, and its block id."""
    new = ids.new_id()
    words = written(admitted(pieces, tab=role == "fact"))
    item = {"id": new, "role": role, "after": after, "pieces": words, "anchor": written(admitted(anchor))}
    return _edit(dossier, pack, language, lambda entry: _placing(entry, item)), OWN + new


def rewrite_inserted(dossier: Dossier, pack: str, language: str, block: str, pieces: Pieces) -> Dossier:
    """The dossier with other words in a paragraph of the person's own; the same where there is no such paragraph."""

    def change(entry: dict[str, Any]) -> dict[str, Any]:
        placed = [
            {**each, "pieces": written(admitted(pieces, tab=each.get("role") == "fact"))}
            if "id" in each and _block(each) == block
            else each
            for each in entry.get("placed", [])
        ]
        return {**entry, "placed": placed}

    return _edit(dossier, pack, language, change)


def move(
    dossier: Dossier,
    pack: str,
    language: str,
    block: str,
    after: str,
    *,
    composed: Pieces = (),
    anchor: Pieces = (),
) -> Dossier:
    """The dossier with a block (a heading: its section) right after block `after`; moves add up in their order."""
    if block == after:
        return dossier
    known = {"composed": written(admitted(composed)), "anchor": written(admitted(anchor))}

    def change(entry: dict[str, Any]) -> dict[str, Any]:
        placed = entry.get("placed", [])
        # Pressed again and again, it is one move; what was done in between saw the block where it then stood.
        if placed and "id" not in placed[-1] and placed[-1]["block"] == block:
            return {**entry, "placed": [*placed[:-1], _filled({**placed[-1], "after": after, **known})]}
        return _placing(entry, {"block": block, "after": after, **known})

    return _edit(dossier, pack, language, change)


def unmove(dossier: Dossier, pack: str, language: str, block: str) -> Dossier:
    """The dossier in which a block was never moved; its words, and what else was moved, stay."""

    def change(entry: dict[str, Any]) -> dict[str, Any]:
        return {**entry, "placed": [each for each in entry.get("placed", []) if "id" in each or each["block"] != block]}

    return _edit(dossier, pack, language, change)


def accept_facts(dossier: Dossier, pack: str, language: str, block: str, composed: Pieces) -> Dossier:
    """The dossier with the person's words kept, and what is composed now as that which they replace."""
    known = next((each for each in wording_of(dossier, pack, language).rewordings if each.block == block), None)
    if known is None:
        return dossier
    now = admitted(composed, tab=has_tab(composed))
    values = {"pieces": written(followed(known.pieces, known.composed, now)) or None, "composed": written(now)}
    return _edit(dossier, pack, language, lambda entry: _with_rewording(entry, block, values))


def rename(dossier: Dossier, pack: str, language: str, names: Mapping[str, str]) -> Dossier:
    """The dossier with blocks named by other ids in this entry, all at once."""

    def named(item: dict[str, Any]) -> dict[str, Any]:
        return {**item, **{key: names.get(item[key], item[key]) for key in ("block", "after") if key in item}}

    def change(entry: dict[str, Any]) -> dict[str, Any]:
        lists = {name: [named(each) for each in entry.get(name, [])] for name in ("reworded", "placed")}
        return {**entry, **lists}

    return _edit(dossier, pack, language, change)


def _key(pack: str, language: str) -> str:
    return f"{pack}/{language}"


def _block(placed: dict[str, Any]) -> str:
    return OWN + placed["id"] if "id" in placed else str(placed["block"])


def _edit(dossier: Dossier, pack: str, language: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Dossier:
    """The dossier with one entry of the layer changed; keys of it that hold nothing are gone."""
    tree = json.loads(dossier.wording)
    key = _key(pack, language)
    before = tree.get(key) or {}
    after = {name: value for name, value in change(before).items() if value or name not in ("reworded", "placed")}
    if after == before:
        return dossier
    changed = {**tree, key: after} if after else {name: value for name, value in tree.items() if name != key}
    return edits.set_value(dossier, "wording", json.dumps(changed, ensure_ascii=False, separators=(",", ":")))


def _with_rewording(entry: dict[str, Any], block: str, values: dict[str, Any]) -> dict[str, Any]:
    """The entry with these values in the rewording of a block, which keeps its place and its other keys."""
    reworded = entry.get("reworded", [])
    old = next((each for each in reworded if each["block"] == block), None)
    new = _filled({"block": block, **(old or {}), **values})
    out = [*reworded, new] if old is None else [new if each is old else each for each in reworded]
    return {**entry, "reworded": out}


def _without_rewording(entry: dict[str, Any], block: str) -> dict[str, Any]:
    return {**entry, "reworded": [each for each in entry.get("reworded", []) if each["block"] != block]}


def _placing(entry: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    return {**entry, "placed": [*entry.get("placed", []), _filled(item)]}


def _filled(item: dict[str, Any]) -> dict[str, Any]:
    """An item without what is missing; only a paragraph of the person's own may have no words yet."""
    return {
        name: value for name, value in item.items() if value not in (None, []) or (name == "pieces" and "id" in item)
    }


__all__ = [
    "NOTHING",
    "OWN",
    "DocumentWording",
    "Inserted",
    "Moved",
    "Piece",
    "Pieces",
    "Rewording",
    "accept_facts",
    "insert",
    "leave_out",
    "move",
    "rename",
    "restore",
    "reword",
    "rewrite_inserted",
    "unmove",
    "wording_of",
]
