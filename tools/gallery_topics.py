"""The gallery's sheet of rows that open, with prose in them."""

from __future__ import annotations

from gallery_parts import row, time
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.field import Field
from briefing.desktop.parts.labels import SectionTitle
from briefing.desktop.parts.list_edit import ListEdit
from briefing.desktop.parts.open_rows import OpenRows
from briefing.desktop.parts.prose_edit import ProseEdit
from briefing.desktop.parts.row_head import RowHead
from briefing.desktop.parts.segmented import Segmented
from briefing.desktop.parts.signs import Sign
from briefing.desktop.tokens import Role, Space, Width

ROWS = [
    RowHead("t1", "Bilateral engagement", "We raise, 10 min"),
    RowHead("t2", "Nuclear disarmament", "We raise, 8 min"),
    RowHead("t3", "Interfaith dialogue", "We raise, 5 min", Sign.GAP, 1),
    RowHead("t4", "Critical raw materials", "Only if raised"),
]


def prose(text: str) -> ProseEdit:
    made = ProseEdit()
    made.set_value(text)
    return made


def content(_key: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.ROW)
    comes_up = Segmented([("we", "We raise"), ("they", "They raise"), ("only", "Only if raised")])
    comes_up.set_value("we")
    points = prose(
        "- Sweden is a key partner for us in Northern Europe.\n"
        "- We propose to widen the **legal framework**: two agreements are *ready*."
    )
    points.setObjectName("focus")
    aims = ListEdit("One aim to a row")
    aims.set_value(["A joint statement", "More companies in green industry and critical raw materials, as agreed"])
    first = row(Field("How it comes up", comes_up), Field("Minutes", time("10")), gap=Space.ROW, stretch=False)
    answers = row(
        Field("What they may say", prose("Consultations at home need more time."), internal=True),
        Field("Our answer", prose("We can begin with the agreement on readmission."), internal=True),
        gap=Space.ROW,
        stretch=False,
    )
    ready = prose("We are ready to sign both agreements in the first half of 2024.")
    line = Field("Line to take", ready, internal=True)
    steps = Field("Steps", prose("1. First\n2. Second, which goes on for so long that it needs another line to end"))
    for part in (first, Field("Points to make", points), line, answers, Field("Aims", aims), steps):
        column.addWidget(part)
    return made


def foot(_key: str) -> QWidget:
    return Button("If pressed, background, contributor", Kind.QUIET, chevron=True, role=Role.LABEL)


def topics_sheet() -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(Space.MARGIN, Space.GROUP, Space.MARGIN, Space.GROUP)
    layout.setSpacing(Space.MARGIN)
    layout.addWidget(SectionTitle("Topics", "In speaking order. Alt+Shift+↑ and ↓ move a topic."))
    rows = OpenRows(content, add="Add a topic", remove="Remove topic", foot_for=foot)
    rows.set_rows(ROWS)
    rows.open_row("t1")
    layout.addWidget(rows)
    layout.addStretch(1)
    made.resize(Width.FORM, 1000)
    return made
