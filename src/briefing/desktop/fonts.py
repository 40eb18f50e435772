"""Fonts by role: the interface font of the platform at its own size, and ratios of it."""

from __future__ import annotations

import math

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from briefing.desktop.tokens import BASE, Height, Role

# What Qt and fontconfig answer when no desktop has named an interface font.
_NAMELESS = {"", "sans", "sans serif", "sans-serif", "helvetica"}
_OURS = ("Inter", "Noto Sans", "Liberation Sans")
_POINTS_PER_INCH = 72
_ROLE = "briefingRole"
# A usual font is this much lower than its line of the type table; so only a larger one makes a control grow.
_SLACK = 2


def interface_font(scale: float = 1.0) -> QFont:
    """The platform's interface font, `scale` times its size; where none is named, the first present of ours."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.family().lower() in _NAMELESS:
        present = set(QFontDatabase.families())
        font = QFont(next((family for family in _OURS if family in present), font.family()))
        font.setPointSizeF(BASE * _POINTS_PER_INCH / QGuiApplication.primaryScreen().logicalDotsPerInchY())
    if font.pointSizeF() <= 0:
        font.setPointSizeF(font.pixelSize() * _POINTS_PER_INCH / QGuiApplication.primaryScreen().logicalDotsPerInchY())
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def font(role: Role) -> QFont:
    """The font for `role`, as the application's font now is."""
    made = QFont(QApplication.font())
    made.setPointSizeF(made.pointSizeF() * role.ratio)
    made.setWeight(QFont.Weight(role.value.weight))
    return made


def line_height(role: Role) -> int:
    """Pixels from line to line of `role`: the type table's, grown with the font, never less than the font needs."""
    return max(math.ceil(role.value.line * _growth()), math.ceil(QFontMetricsF(font(role)).height()))


def control_height(least: int = Height.CONTROL) -> int:
    """Height of a control of one line: `least`, or more where the font needs it."""
    room = least - round(Role.BODY.value.line) + _SLACK
    return max(least, math.ceil(QFontMetricsF(QApplication.font()).height()) + room)


def row_height(least: int) -> int:
    """Height of a row that is `least` high with the usual font."""
    return max(least, line_height(Role.BODY) + least - round(Role.BODY.value.line))


def set_role(widget: QWidget, role: Role) -> None:
    """Give `widget` the font of `role`, now and whenever the interface font changes."""
    widget.setProperty(_ROLE, role.name)
    widget.setFont(font(role))


def renew_fonts() -> None:
    """Set the font of every widget that has a role again."""
    for widget in QApplication.allWidgets():
        name = widget.property(_ROLE)
        if isinstance(name, str):
            widget.setFont(font(Role[name]))


def growth() -> float:
    """How much larger than usual the interface font is, in tenths; 1 where it is not."""
    return max(1.0, round(_growth(), 1))


def _growth() -> float:
    """Size of the interface font over the size that the type table is written for."""
    return QFontMetricsF(QApplication.font()).fontDpi() * QApplication.font().pointSizeF() / _POINTS_PER_INCH / BASE
