"""Text reads at 4.5:1 on every ground it stands on; edges, rings and signs at 3:1 (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from briefing.desktop.tokens import BASE, DARK, LIGHT, PAPER, Role, Tokens

GROUNDS = ("chrome", "form", "raised", "desk", "fill", "fill2", "accent_soft", "look_soft", "wrong_soft")
FIELDS = ("form", "fill", "fill2", "look_soft", "wrong_soft")

TEXTS = {
    "text": (*GROUNDS, "chosen"),
    "text2": ("chrome", "form", "raised", "desk", "fill", "fill2", "accent_soft"),
    "text3": ("chrome", "form", "raised", *FIELDS),
    "accent_text": ("chrome", "form", "raised", "fill", "fill2", "accent_soft"),
    "look": ("chrome", "form", "raised", "fill", "look_soft", "accent_soft"),
    "wrong": ("chrome", "form", "raised", "fill", "wrong_soft", "accent_soft"),
    "on_accent": ("accent", "accent_hover"),
    "toast_text": ("toast",),
    "toast_link": ("toast",),
}
SHAPES = {
    "edge2": ("form", "raised", "fill"),
    "focus": ("chrome", "form", "raised", "desk", "fill"),
    "look": ("chrome", "form", "raised", "accent_soft", "look_soft"),
    "wrong": ("chrome", "form", "raised", "accent_soft", "wrong_soft"),
    "done": ("chrome", "form", "raised", "accent_soft"),
    "toast_done": ("toast",),
}
PAPER_TEXTS = [
    ("ink", "ground"),
    ("secondary", "ground"),
    ("heading", "ground"),
    ("gap_text", "gap"),
    ("ink", "lit"),
    ("ink", "chip"),
    ("ink", "gap"),
]


def luminance(color: str) -> float:
    """Relative luminance of ``#rrggbb`` as WCAG defines it."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pairs(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(front, ground) for front, grounds in table.items() for ground in grounds]


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), pairs(TEXTS))
def test_text_can_be_read(mode: Tokens, front: str, ground: str) -> None:
    assert contrast(getattr(mode, front), getattr(mode, ground)) >= 4.5


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), pairs(SHAPES))
def test_edges_rings_and_signs_can_be_seen(mode: Tokens, front: str, ground: str) -> None:
    assert contrast(getattr(mode, front), getattr(mode, ground)) >= 3


@pytest.mark.parametrize(("front", "ground"), PAPER_TEXTS)
def test_paper_can_be_read(front: str, ground: str) -> None:
    assert contrast(getattr(PAPER, front), getattr(PAPER, ground)) >= 4.5


@pytest.mark.parametrize("front", ["lit_line", "wrong_line", "look_line"])
def test_marks_on_paper_can_be_seen(front: str) -> None:
    assert contrast(getattr(PAPER, front), PAPER.ground) >= 3


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_are_six_hexadecimal_digits(mode: Tokens) -> None:
    for field in fields(mode):
        value = getattr(mode, field.name)
        if isinstance(value, str):
            assert re.fullmatch(r"#[0-9A-F]{6}", value), field.name


def test_sizes_are_ratios_of_the_interface_font() -> None:
    assert Role.BODY.ratio == 1
    assert Role.TITLE.ratio * BASE == pytest.approx(20)
    assert len({role.value for role in Role}) == len(Role), "two roles with equal values would be one"
