"""What a dossier is called on screen, and what its exported files are called."""

from __future__ import annotations

from pathlib import Path

from briefing.compose.phrases.english import KINDS, country
from briefing.dossier.model import Dossier


def title_of(dossier: Dossier) -> str:
    """The dossier's own title, else made of partner and kind: "Sweden, political consultations"."""
    if dossier.title:
        return dossier.title
    partner = next((country(side.country) for side in dossier.sides if not side.ours and side.country), "")
    kind = KINDS.get(dossier.meeting.kind, (dossier.meeting.kind, ""))[0]
    made = ", ".join(filter(None, (partner, kind))) or "New dossier"
    return made[:1].upper() + made[1:]


def next_version(folder: Path, stem: str, suffix: str) -> Path:
    """The first file name with a version that is still free: nothing that was circulated is written over."""
    number = 1
    while (path := folder / f"{stem}_v{number}{suffix}").exists():
        number += 1
    return path
