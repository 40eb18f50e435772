"""Shows every part in every state, light and dark beside each other, for our own eyes.

    python tools/gallery.py                         a window
    python tools/gallery.py parts.png               a picture
    python tools/gallery.py parts.png "Liberation Sans" 1.5
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from briefing.desktop.look import Look, Scheme
from briefing.desktop.parts.button import Button, IconButton, Kind
from briefing.desktop.parts.combo import Combo, SearchCombo
from briefing.desktop.parts.field import Field
from briefing.desktop.parts.finding import Finding
from briefing.desktop.parts.labels import GroupHeading, Hairline, SectionTitle, Text
from briefing.desktop.parts.line_edit import LineEdit, TimeEdit
from briefing.desktop.parts.segmented import Segmented
from briefing.desktop.parts.signs import Sign
from briefing.desktop.tokens import Role, Space


def line(value: str = "", placeholder: str = "") -> LineEdit:
    made = LineEdit(placeholder)
    made.set_value(value)
    return made


def row(*widgets: QWidget, stretch: bool = True) -> QWidget:
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.CLOSE)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch:
        layout.addStretch(1)
    return made


def types() -> QWidget:
    return row(
        Text("Aa 28", Role.WELCOME), Text("Title 20/600", Role.TITLE), Text("Group 13/600", Role.GROUP),
        Text("Body 13/400"), Text("Label 12/500", Role.LABEL, "text2"), Text("Help 12/400", Role.HELP, "text3"),
    )


def fields() -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(Space.ROW)
    focus, hover = line("Stockholm"), line("Under the pointer")
    focus.setObjectName("focus")
    hover.setObjectName("hover")
    read_only = line("2021, online")
    read_only.setReadOnly(True)
    gap = Field("Gap", line("", "Name of the building"))
    gap.set_state("gap")
    gap.set_findings([Finding(Sign.GAP, "Prints as [Venue].")])
    wrong = Field("Cannot be true", line("352.9"))
    wrong.set_state("wrong")
    wrong.set_findings([Finding(Sign.WRONG, "The parts make 325.9.", "Use 325.9", "sum")])
    look = Field("Worth a look", line("more than 40"))
    look.set_state("look")
    look.set_findings([Finding(Sign.LOOK, "A count without a source, which is long enough for two lines.", "Add it")])
    note = Field("Note", line("365.8"), internal=True)
    note.set_findings([Finding(Sign.NOTE, "The parts add up to 365.9. Rounding explains the 0.1.")])
    combo = Combo([("a", "Political consultations"), ("b", "Official visit"), ("c", "Working visit")])
    combo.set_value("a")
    search = SearchCombo([("SE", "Sweden"), ("KZ", "Kazakhstan"), ("DE", "Germany")], "Country")
    search.set_value("SE")
    segmented = Segmented([("i", "In person"), ("v", "Video"), ("p", "Phone")])
    segmented.set_value("i")
    times = row(Field("From", TimeEdit()), Field("To", TimeEdit()), Field("Reason", line("x"), internal=True))
    parts = [
        Field("At rest", line("Stockholm")), Field("Hover", hover),
        Field("Focus", focus), Field("Read only", read_only),
        gap, wrong, look, note,
        Field("Kind of meeting", combo), Field("Country", search),
        Field("Format", segmented, help_text="Stays in internal documents."), times,
    ]
    for at, part in enumerate(parts):
        grid.addWidget(part, at // 2, at % 2)
    return made


def buttons() -> tuple[QWidget, ...]:
    off = Button("Unavailable")
    off.setEnabled(False)
    hover = Button("Hover")
    hover.setObjectName("hover")
    checks = Button("2 checks", Kind.FLAT)
    checks.set_sign(Sign.WRONG)
    first = row(Button("Save as Word", Kind.MAIN), Button("Keep mine"), hover, off, Button("Open file…", Kind.FLAT))
    return first, row(
        Button("Briefing note", Kind.FLAT, chevron=True), checks, Button("Change…", Kind.LINK),
        Button("Remove topic", Kind.QUIET), Button("Add a topic", Kind.LINK, icon="plus"), IconButton("more", "More"),
    )


def column() -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(Space.MARGIN, Space.GROUP, Space.MARGIN, Space.GROUP)
    layout.setSpacing(Space.CLOSE)
    for part in (
        types(), SectionTitle("Meeting", "What it is, when and where."), GroupHeading("Fields"), fields(),
        GroupHeading("Buttons"), *buttons(), Hairline(),
    ):
        layout.addWidget(part)
    layout.addStretch(1)
    return made


def picture(window: QWidget, look: Look) -> QPixmap:
    """The window in both modes, side by side; the second shows that a change of mode reaches everything."""
    shots = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        look.set_scheme(scheme)
        window.findChildren(LineEdit, "focus")[0].setFocus(Qt.FocusReason.TabFocusReason)
        QTest.mouseMove(window.findChildren(LineEdit, "hover")[0], QPoint(20, 10))
        QTest.qWait(100)
        shots.append(window.grab())
    both = QPixmap(2 * shots[0].width(), shots[0].height())
    painter = QPainter(both)
    for at, shot in enumerate(shots):
        painter.drawPixmap(at * shot.width(), 0, shot)
    painter.end()
    return both


def main() -> int:
    path, family, scale = (*sys.argv[1:], "", "", "")[:3]
    app = QApplication(sys.argv[:1])
    look = Look(app, Scheme.LIGHT, float(scale or 1))
    if family:
        named = QFont(app.font())
        named.setFamily(family)
        app.setFont(named)
    window = column()
    window.resize(760, 931)
    window.show()
    if not path:
        return app.exec()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    picture(window, look).save(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
