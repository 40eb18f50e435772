"""What a dossier is called on screen, and what its exported files are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from briefing.compose.phrases.english import KINDS, country
from briefing.dossier.model import Dossier
from briefing.dossier.refusal import Refusal

#: How exported files are called. What is missing leaves its separator out too.
PATTERN = "{date}_{country}_{type}_{language}_v{version}"
#: What a pattern may name: all of it may be read by anyone who sees the file lie there, so never the classification.
NAMES = ("date", "country", "type", "language", "version")

_NAMED = re.compile(r"\{([^{}]*)\}")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f/\\:*?"<>|]')
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_VERSION = re.compile(r"(.*_v)(\d+)")


def title_of(dossier: Dossier) -> str:
    """The dossier's own title, else the one made of partner and kind."""
    return dossier.title or made_title(dossier)


def made_title(dossier: Dossier) -> str:
    """What a dossier is called that has no title of its own: "Sweden, political consultations"."""
    partner = next((country(side.country) for side in dossier.sides if not side.ours and side.country), "")
    kind = KINDS.get(dossier.meeting.kind, (dossier.meeting.kind, ""))[0]
    made = ", ".join(filter(None, (partner, kind))) or "New dossier"
    return made[:1].upper() + made[1:]


def read_pattern(text: str) -> str | Refusal:
    """A pattern of file names as typed, or why it cannot be one."""
    pattern = text.strip()
    unknown = next((name for name in _NAMED.findall(pattern) if name not in NAMES), None)
    offered = ", ".join(f"{{{name}}}" for name in NAMES)
    if unknown is not None or set(_NAMED.sub("", pattern)) & set("{}"):
        return Refusal(f"A name in braces must be one of {offered}.")
    if "{version}" not in pattern:
        return Refusal("Without {version} a later file would have the name of an earlier one.")
    found = _NOT_IN_NAMES.search(pattern)
    if found:
        return Refusal(f"“{found[0]}” cannot stand in the name of a file.")
    return pattern


def file_stem(pattern: str, dossier: Dossier, pack: str, language: str, version: int) -> str:
    """The file name, without its ending, of a document: from what may be read by anyone."""
    partner = next((side.country for side in dossier.sides if not side.ours and side.country), "")
    values = {
        "date": dossier.meeting.date if _DAY.fullmatch(dossier.meeting.date) else "",
        "country": _plain(partner),
        "type": pack,
        "language": language,
        "version": str(version),
    }
    named = _NAMED.sub(lambda found: values[found[1]], pattern)
    return re.sub(r"([_ -])[_ -]*(?=[_ -])", "", named).strip("_ -.") or "document"


def free_path(folder: Path, stem: Callable[[int], str], suffix: str) -> Path:
    """The first file name with a version that is still free: nothing that was circulated is written over."""
    number = 1
    while (path := folder / f"{stem(number)}{suffix}").exists():
        number += 1
    return path


def next_free(path: Path) -> Path:
    """The next version of a file name that is taken: "note_v2.docx" for "note_v1.docx" and for "note.docx"."""
    versioned = _VERSION.fullmatch(path.stem)
    base, number = (versioned[1], int(versioned[2])) if versioned else (f"{path.stem}_v", 1)
    while (free := path.with_name(f"{base}{number}{path.suffix}")).exists() or (not versioned and number < 2):
        number += 1
    return free


def standing(folder: Path) -> Path:
    """The folder, or the nearest around it that is there: a disk may be unplugged, a folder moved."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), Path.home())


def _plain(text: str) -> str:
    """Letters, digits and hyphens that every file system takes."""
    folded = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^\w]+", "-", "".join(c for c in folded if not unicodedata.combining(c)))[:40].strip("-")
