"""Understood: growth with what its words say where its numbers leave it open."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.dossier.entry import Refusal, read_change
from briefing.dossier.figures import Change

_DOWN = re.compile(
    r"\b(?:fell|fall(?:en|ing)?|down|drop\w*|declin\w*|decreas\w*|reduc\w*|shrank|shrunk|lower|less|lost|contract\w*"
    r"|plung\w*|slump\w*|narrowed)\b|↓|▼|сни|упал|сократ|уменьш"
)
_UP = re.compile(
    r"\b(?:grew|grow\w*|rose|risen|ris(?:e|ing)|up|increas\w*|gain\w*|higher|more|climb\w*|expand\w*|jump\w*|surg\w*"
    r"|widened)\b|↑|▲|вырос|рост|увелич|возрос"
)


def understood(change: Change) -> Change:
    """The growth with its size and way as its claim, or its words as printed, say them."""
    if change.claim and not is_sized(change):
        change = _with_size(change, change.claim)
    if change.as_printed and not (is_sized(change) or change.claim or change.direction):
        change = _with_size(change, change.as_printed)
    if change.as_printed and not change.direction and is_sized(change) and change.percent[:1] not in ("-", "+"):
        return replace(change, direction=_way(change.as_printed.casefold()))
    return change


def is_sized(change: Change) -> bool:
    """Whether growth is stated in a number."""
    return bool(change.percent or change.factor or change.absolute.value)


def _with_size(change: Change, words: str) -> Change:
    """The growth with the number that its words hold: "more than 40 %"."""
    read = read_change(words, ".")
    if isinstance(read, Refusal) or not is_sized(read):
        return change
    return replace(
        change, percent=read.percent, factor=read.factor, factor_means=read.factor_means, absolute=read.absolute,
        qualifier=read.qualifier if change.qualifier in ("", "exact") else change.qualifier,
        direction=change.direction or read.direction,
    )  # fmt: skip


def _way(said: str) -> str:
    """The way that words name; none where they name both, or none."""
    down, up = bool(_DOWN.search(said)), bool(_UP.search(said))
    return "fell" if down and not up else "grew" if up and not down else ""
