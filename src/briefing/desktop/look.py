"""The look of the whole program: which mode holds, and the palette, style sheet and font that follow from it."""

from __future__ import annotations

import sys
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from briefing.desktop.colours import contrast_tokens, palette_of
from briefing.desktop.fonts import interface_font, renew_fonts
from briefing.desktop.sheet import style_sheet
from briefing.desktop.tokens import DARK, LIGHT, Tokens


class Scheme(StrEnum):
    """The person's choice of mode."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def make_app() -> QApplication:
    """The application, in the style that the style sheet is written for.

    Told by an option: `setStyle` gives back a style, for which PySide would build the 600 names of what styles draw.
    """
    return QApplication([*sys.argv[:1], "-style", "Fusion"])


class Look(QObject):
    """Dresses the application, again whenever the system or the person changes the mode."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, text_scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._tokens: Tokens | None = None
        app.setFont(interface_font(text_scale))
        self._hints = app.styleHints()
        # Since Qt 6.10. Kept, for the object would else be gone as soon as its last name is.
        self._access = self._hints.accessibility() if hasattr(self._hints, "accessibility") else None
        self._request_scheme()
        self.apply()
        self._hints.colorSchemeChanged.connect(self.apply)
        if self._access is not None:
            self._access.contrastPreferenceChanged.connect(self.apply)

    @property
    def tokens(self) -> Tokens:
        """The tokens that now hold."""
        return self._tokens or self._mode()

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Follow the system, or hold one mode whatever it says."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._request_scheme()
            self.apply()

    def set_text_scale(self, scale: float) -> None:
        """Enlarge all text: the interface font, `scale` times its own size."""
        self._app.setFont(interface_font(scale))
        self._app.setStyleSheet(style_sheet(self.tokens))  # without it, what a style sheet dresses keeps its font
        renew_fonts()
        self.changed.emit()

    def apply(self) -> None:
        """Dress the application in the mode that is wanted now; nothing happens where it already is."""
        if self._access is not None and self._access.contrastPreference() == Qt.ContrastPreference.HighContrast:
            self._app.setPalette(QPalette())  # one without a colour of its own gives the system's back
            tokens = contrast_tokens(self._app.palette())
        else:
            tokens = self._mode()
        if tokens == self._tokens:
            return
        self._tokens = tokens
        if not tokens.contrast:
            self._app.setPalette(palette_of(tokens))
        self._app.setStyleSheet(style_sheet(tokens))
        self.changed.emit()

    def _mode(self) -> Tokens:
        if self._scheme is Scheme.SYSTEM:
            return DARK if self._hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    def _request_scheme(self) -> None:
        """Tell the platform too, so that its own title bars and dialogs follow."""
        wanted = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
        self._hints.setColorScheme(wanted.get(self._scheme, Qt.ColorScheme.Unknown))
