"""Gaps: the fields that a document type prints and that are still empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from briefing.checks.finding import Finding
from briefing.checks.places import values_of
from briefing.dossier.edits import value_at
from briefing.dossier.fields import BRIEF, FIELDS, Field, field_at
from briefing.dossier.model import Dossier, Line
from briefing.dossier.paths import parent_row, pattern

RULE = "gap"


def _is_remote(dossier: Dossier) -> bool:
    """Whether the two sides do not meet in one place."""
    meeting = dossier.meeting
    return meeting.format in ("phone", "video") or meeting.kind in ("phone_call", "video_conference")


def _is_first(dossier: Dossier) -> bool:
    """Whether there has been no round before."""
    return dossier.meeting.round == "first"


def _is_brief_on_a_country(dossier: Dossier) -> bool:
    """Whether there is no meeting, and so neither place nor people that it could not do without."""
    return dossier.meeting.kind == "none"


def _has_no_embargo(dossier: Dossier) -> bool:
    """Whether not even a time is given; a time alone is half an embargo."""
    return not dossier.press.embargo.time


#: What is not needed, and when.
NOT_NEEDED: tuple[tuple[str, Callable[[Dossier], bool]], ...] = (
    ("meeting.city", _is_remote),
    ("meeting.country", _is_remote),
    ("meeting.venue", _is_remote),
    ("meeting.previous", _is_first),
    *(
        (pattern, _is_brief_on_a_country)
        for pattern in (
            "aims.objectives",
            "meeting.city",
            "meeting.previous",
            "meeting.venue",
            "sides[].people",
            "topics",
        )
    ),
    ("press.embargo.date", _has_no_embargo),
)

#: What is said of an empty list. Rows of a list have no words of their own that the page could print instead.
EMPTY_LISTS = {
    "sides": "There is nobody on either side yet.",
    "sides[].people": "Nobody is named on this side yet.",
    "topics": "There is no topic yet.",
    "topics[].points": "There is no point to make on this topic yet.",
    "topics[].statements": "Nothing may be said publicly on this topic yet.",
    "aims.objectives": "Nothing is said yet of what we want.",
    "outcomes.agreed": "Nothing is said yet of what was agreed.",
    "figures": "There are no figures yet.",
    "sources": "There is no source yet.",
}


def gaps(dossier: Dossier, pack: str, name: str = "", needs: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """A warning for each empty field that a pack needs by the field list, or by its own `needs` (patterns).

    `name` is what the pack is called on screen. PathError for a need that lies outside the field list.
    """
    called = f"The {name[:1].lower()}{name[1:]}" if name else f"The {pack.replace('-', ' ')}"
    left_out = tuple(each for each, holds in NOT_NEEDED if holds(dossier))
    needed = [field for field in FIELDS if pack in field.needed_by]
    needed += [field for field in map(field_at, needs) if field not in needed]
    found: list[Finding] = []
    for field in needed:
        if not any(field.path == each or field.path.startswith((each + ".", each + "[")) for each in left_out):
            found.extend(each for each in _of_field(dossier, field, called) if not _spared(dossier, each, pack))
    return tuple(found)


def _spared(dossier: Dossier, gap: Finding, pack: str) -> bool:
    """Whether the gap is one of an interpreter or note-taker, of whom the name alone is printed, and not for all."""
    path = gap.fields[0]
    if pattern(path) not in ("sides[].people[].name", "sides[].people[].office"):
        return False
    unnamed = value_at(dossier, f"{parent_row(path)}.role") in ("interpreter", "note_taker")
    return unnamed and (pack != BRIEF or path.endswith(".office"))


def _of_field(dossier: Dossier, field: Field, called: str) -> Iterator[Finding]:
    for path, value in values_of(dossier, field.path):
        if not _is_empty(value):
            continue
        if field.kind in ("rows", "list"):
            message = EMPTY_LISTS.get(field.path, f"There is nothing under “{field.label}” yet.")
        else:
            message = f"{called} prints [{field.label}] until this is filled."
        yield Finding(RULE, "warning", (path,), message)


def _is_empty(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, tuple):
        return all(isinstance(each, Line) and not each.text.strip() for each in value)
    return bool(value == type(value)())
