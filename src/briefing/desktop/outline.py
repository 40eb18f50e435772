"""The outline of a dossier: what the rail shows of each section, by what was entered and what the checks say."""

from __future__ import annotations

from briefing.desktop.form.sections import RECORD_PARTS, SECTIONS, Section, section_of
from briefing.desktop.parts.signs import Sign
from briefing.desktop.rail import RailItem
from briefing.desktop.verdicts import Verdicts
from briefing.dossier.edits import value_at
from briefing.dossier.model import EMPTY, Dossier


def outline(dossier: Dossier, verdicts: Verdicts, *, checked: bool) -> list[RailItem]:
    """One item for each section. Until the dossier was `checked` nothing is called complete."""
    return [_item(section, dossier, verdicts, checked) for section in SECTIONS]


def is_started(section: Section, dossier: Dossier) -> bool:
    """Whether anything was entered in a section; what a new dossier begins with, from our house, is no entry."""
    if section.key == "record":
        return any(getattr(topic, part) for topic in dossier.topics for part in RECORD_PARTS)
    if section.key == "people":
        return any(side.people or (side.country and not side.ours) for side in dossier.sides)
    if section.key == "trade":
        return bool(dossier.figures or dossier.sources)
    return any(value_at(dossier, root) != value_at(EMPTY, root) for root in section.roots)


def _item(section: Section, dossier: Dossier, verdicts: Verdicts, checked: bool) -> RailItem:
    started = is_started(section, dossier)
    belongs = lambda path: section_of(path) is section  # noqa: E731
    sign, count = verdicts.among(belongs)
    # What may not be spoken of yet is no tick either.
    if sign is Sign.NONE and started and checked and not Verdicts(verdicts.findings).among(belongs)[1]:
        sign = Sign.TICK
    first = next(each for each in SECTIONS if each.after_meeting == section.after_meeting)
    caption = ("After the meeting" if section.after_meeting else "Before the meeting") if section is first else None
    return RailItem(section.key, section.title, caption, sign, count, started)
