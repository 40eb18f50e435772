"""Parts of a worded paragraph: words and live values, and how the values follow what is composed now."""

from __future__ import annotations

from briefing.dossier import gate
from briefing.frozen import frozen


@frozen
class Piece:
    """Part of a worded paragraph. With `paths` it is live: what these paths compose to now takes the place of `text`,
    which holds the words as they were composed last. `link` is the address that the words lead to, `raised` where they
    stand to their line, as in a `Span`."""

    text: str
    paths: tuple[str, ...] = ()
    bold: bool = False
    italic: bool = False
    link: str = ""
    raised: str = ""


Pieces = tuple[Piece, ...]


def admitted(pieces: Pieces, *, tab: bool = False) -> Pieces:
    """The pieces as the text gate gives them, each one line; with `tab` the first tab stays, which parts a fact."""
    out: list[Piece] = []
    for piece in pieces:
        head, found, rest = piece.text.partition("\t") if tab else (piece.text, "", "")
        tab = tab and not found
        text = gate.admit_line(head) + found + gate.admit_line(rest)
        if text or piece.paths:
            link = gate.admit_line(piece.link)
            out.append(Piece(text, tuple(piece.paths), piece.bold, piece.italic, link, piece.raised))
    return tuple(out)


def has_tab(pieces: Pieces) -> bool:
    return any("\t" in piece.text for piece in pieces)


@frozen
class Stretch:
    """Neighbouring pieces with the same paths, `start` to `stop`: one value, or the words between two."""

    start: int
    stop: int
    paths: tuple[str, ...]
    text: str


def stretches(pieces: Pieces) -> list[Stretch]:
    """The stretches of a paragraph, in order."""
    out: list[Stretch] = []
    for at, piece in enumerate(pieces):
        if out and out[-1].paths == piece.paths:
            out[-1] = Stretch(out[-1].start, at + 1, piece.paths, out[-1].text + piece.text)
        else:
            out.append(Stretch(at, at + 1, piece.paths, piece.text))
    return out


def following(pieces: Pieces, base: Pieces, now: Pieces) -> list[tuple[Stretch, Stretch | None, Stretch | None]]:
    """Each stretch of `pieces` with the value in `base` that it was, and the one in `now` that it is.

    A field may stand in a paragraph twice, in different words ("Velm", "in Velm"): a value is known by its words in
    `base`, and is the same one of those in `now`. None for words, and where there is no value with these paths.
    """
    before, after = _by_paths(base), _by_paths(now)
    taken: set[tuple[tuple[str, ...], int]] = set()
    out: list[tuple[Stretch, Stretch | None, Stretch | None]] = []
    for mine in stretches(pieces):
        old, new = before.get(mine.paths, []), after.get(mine.paths, [])
        if not mine.paths:
            out.append((mine, None, None))
            continue
        free = [at for at in range(len(old)) if (mine.paths, at) not in taken]
        at = next((each for each in free if old[each].text == mine.text), free[0] if free else 0)
        taken.add((mine.paths, at))
        out.append((mine, old[at] if old else None, new[min(at, len(new) - 1)] if new else None))
    return out


def followed(pieces: Pieces, base: Pieces, now: Pieces) -> Pieces:
    """The pieces, each value in its words of `now`; a value that is not there any more keeps its words."""
    out: list[Piece] = []
    for mine, old, new in following(pieces, base, now):
        own = pieces[mine.start : mine.stop]
        out += (
            own if new is None else _looked(own, base[old.start : old.stop] if old else (), now[new.start : new.stop])
        )
    return tuple(out)


def _by_paths(pieces: Pieces) -> dict[tuple[str, ...], list[Stretch]]:
    found: dict[tuple[str, ...], list[Stretch]] = {}
    for each in stretches(pieces):
        found.setdefault(each.paths, []).append(each)
    return found


def given_look(own: Pieces, base: Pieces) -> tuple[bool, bool] | None:
    """Whether a person made a value bold and italic, None where it has the look that it was composed in."""
    looks = {(piece.bold, piece.italic) for piece in own}
    if len(looks) != 1 or [(p.bold, p.italic) for p in own] == [(p.bold, p.italic) for p in base]:
        return None
    return looks.pop()


def _looked(own: Pieces, base: Pieces, now: Pieces) -> Pieces:
    look = given_look(own, base)
    return (
        now if look is None else tuple(Piece(piece.text, piece.paths, *look, piece.link, piece.raised) for piece in now)
    )
