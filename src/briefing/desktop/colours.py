"""Tokens and palettes: one made from the other, so that any widget learns its colours from its own palette."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from briefing.desktop.tokens import DARK, LIGHT, Tokens

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup

# The role by which a palette of ours is known again: no style sheet rule and no style changes it.
_MARK = _Role.LinkVisited
_RING_IN_CONTRAST = 3


def tokens_of(widget: QWidget) -> Tokens:
    """The tokens of the mode that `widget` is shown in."""
    palette = widget.palette()
    mark = palette.color(_Group.Active, _MARK).name().upper()
    if mark == LIGHT.accent_text:
        return LIGHT
    return DARK if mark == DARK.accent_text else contrast_tokens(palette)


def palette_of(tokens: Tokens) -> QPalette:
    """The palette that Fusion paints with for `tokens`."""
    colors = {
        _Role.Window: tokens.form,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.form,
        _Role.AlternateBase: tokens.fill,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.text3,
        _Role.Button: tokens.raised,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.on_accent,
        _Role.ToolTipBase: tokens.raised,
        _Role.ToolTipText: tokens.text,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent_text,
        _Role.LinkVisited: tokens.accent_text,
        _Role.Light: tokens.raised,
        _Role.Midlight: tokens.fill,
        _Role.Mid: tokens.edge,
        _Role.Dark: tokens.edge2,
        _Role.Shadow: tokens.desk,
    }
    made = QPalette()
    for role, color in colors.items():
        made.setColor(role, QColor(color))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        made.setColor(_Group.Disabled, role, QColor(tokens.text3))
    return made


def contrast_tokens(palette: QPalette) -> Tokens:
    """Tokens made from the system's palette in high contrast: edges in the text colour, the selection inverted."""
    return _contrast(
        palette.color(_Role.Window).name().upper(),
        palette.color(_Role.WindowText).name().upper(),
        palette.color(_Role.Highlight).name().upper(),
        palette.color(_Role.HighlightedText).name().upper(),
        palette.color(_Role.Link).name().upper(),
    )


@lru_cache(maxsize=8)
def _contrast(ground: str, text: str, chosen: str, on_chosen: str, link: str) -> Tokens:
    dark = QColor(ground).lightness() < QColor(text).lightness()
    return replace(
        DARK if dark else LIGHT,
        contrast=True,
        ring=_RING_IN_CONTRAST,
        shadow=0.0,
        chrome=ground,
        form=ground,
        raised=ground,
        desk=ground,
        fill=ground,
        fill2=ground,
        look_soft=ground,
        wrong_soft=ground,
        toast=ground,
        line=text,
        edge=text,
        edge2=text,
        text=text,
        text2=text,
        text3=text,
        focus=text,
        look=text,
        wrong=text,
        done=text,
        toast_edge=text,
        toast_text=text,
        toast_done=text,
        accent=chosen,
        accent_hover=chosen,
        accent_soft=chosen,
        chosen=chosen,
        accent_line=on_chosen,
        on_accent=on_chosen,
        on_soft=on_chosen,
        accent_text=link,
        toast_link=link,
    )
