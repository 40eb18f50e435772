"""Shows every part in every state, light and dark beside each other, for our own eyes.

python tools/gallery.py parts                                    a window: parts, topics or main
python tools/gallery.py topics topics.png                        a picture of both modes
python tools/gallery.py parts parts.png --font "Liberation Sans" --scale 1.5 --long
"""

from __future__ import annotations

import argparse

from gallery_main import main_window
from gallery_parts import parts_sheet
from gallery_topics import topics_sheet
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from briefing.desktop.fonts import renew_fonts
from briefing.desktop.look import Look, Scheme, make_app

SHEETS = {"parts": parts_sheet, "topics": topics_sheet, "main": main_window}


def picture(window: QWidget, look: Look) -> QPixmap:
    """The window in both modes, side by side; the second shows that a change of mode reaches everything."""
    shots = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        look.set_scheme(scheme)
        window.findChildren(QWidget, "focus")[0].setFocus(Qt.FocusReason.TabFocusReason)
        for hovered in window.findChildren(QWidget, "hover"):
            QTest.mouseMove(hovered, QPoint(20, 10))
        QTest.qWait(150)
        shots.append(window.grab())
    both = QPixmap(2 * shots[0].width(), shots[0].height())
    painter = QPainter(both)
    for at, shot in enumerate(shots):
        painter.drawPixmap(at * shot.width(), 0, shot)
    painter.end()
    return both


def lengthen(window: QWidget) -> None:
    """Make every label half as long again, as another language might."""
    for label in window.findChildren(QLabel):
        text = label.text()
        label.setText(text + " " + text[: len(text) // 2])


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sheet", choices=sorted(SHEETS))
    asked.add_argument("picture", nargs="?")
    asked.add_argument("--font", default="")
    asked.add_argument("--scale", type=float, default=1.0)
    asked.add_argument("--long", action="store_true")
    wanted = asked.parse_args()
    app = make_app()
    look = Look(app, Scheme.LIGHT, wanted.scale)
    if wanted.font:
        named = QFont(app.font())
        named.setFamily(wanted.font)
        app.setFont(named)
        renew_fonts()
    window = SHEETS[wanted.sheet]()
    if wanted.long:
        lengthen(window)
    window.show()
    if not wanted.picture:
        return app.exec()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    picture(window, look).save(wanted.picture)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
