"""The gallery's sheet of single parts."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from briefing.desktop.parts.button import Button, IconButton, Kind
from briefing.desktop.parts.combo import Combo, SearchCombo
from briefing.desktop.parts.date_edit import DateEdit
from briefing.desktop.parts.field import Field
from briefing.desktop.parts.finding import Finding
from briefing.desktop.parts.labels import GroupHeading, Text
from briefing.desktop.parts.line_edit import LineEdit, TimeEdit
from briefing.desktop.parts.segmented import Segmented
from briefing.desktop.parts.signs import Sign
from briefing.desktop.parts.split_button import SplitButton
from briefing.desktop.parts.toast import Toast
from briefing.desktop.rail import Rail, RailItem
from briefing.desktop.tokens import Role, Space


def line(value: str = "", placeholder: str = "") -> LineEdit:
    made = LineEdit(placeholder)
    made.set_value(value)
    return made


def time(value: str) -> TimeEdit:
    made = TimeEdit()
    made.set_value(value)
    return made


def row(*widgets: QWidget, gap: int = Space.CLOSE, stretch: bool = True) -> QWidget:
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch:
        layout.addStretch(1)
    return made


def types() -> QWidget:
    return row(
        Text("Aa 28", Role.WELCOME),
        Text("Title 20/600", Role.TITLE),
        Text("Group 13/600", Role.GROUP),
        Text("Body 13/400"),
        Text("Label 12/500", Role.LABEL, "text2"),
        Text("Help 12/400", Role.HELP, "text3"),
        gap=Space.ROW,
    )


def states() -> list[Field]:
    focus, hover, read_only = line("Stockholm"), line("Under the pointer"), line("2021, online")
    focus.setObjectName("focus")
    hover.setObjectName("hover")
    read_only.setReadOnly(True)
    gap = Field("Gap", line("", "Name of the building"))
    gap.set_state("gap")
    gap.set_findings([Finding(Sign.GAP, "Prints as [Venue].")])
    wrong = Field("Cannot be true", line("352.9"))
    wrong.set_state("wrong")
    wrong.set_findings([Finding(Sign.WRONG, "The parts make 325.9.", "Use 325.9", "sum")])
    look = Field("Worth a look", line("more than 40"))
    look.set_state("look")
    look.set_findings([Finding(Sign.LOOK, "A count without a source, long enough for two lines.", "Add it")])
    note = Field("Note", line("365.8"), internal=True)
    note.set_findings([Finding(Sign.NOTE, "The parts add up to 365.9. Rounding explains the 0.1.")])
    return [
        Field("At rest", line("Stockholm")),
        Field("Hover", hover),
        Field("Focus", focus),
        Field("Read only", read_only),
        gap,
        wrong,
        look,
        note,
    ]


def choices() -> list[QWidget]:
    combo = Combo([("a", "Political consultations"), ("b", "Official visit"), ("c", "Working visit")])
    combo.set_value("a")
    search = SearchCombo([("SE", "Sweden"), ("KZ", "Kazakhstan"), ("DE", "Germany")], "Country")
    search.set_value("SE")
    segmented = Segmented([("i", "In person"), ("v", "Video"), ("p", "Phone")])
    segmented.set_value("i")
    day = DateEdit()
    day.set_value("22 November 2023")
    when = row(Field("Date", day), Field("From", time("10:00")), Field("To", time("13:00")), gap=Space.ROW)
    return [Field("Kind of meeting", combo), Field("Country", search), Field("Format", segmented), when]


def fields() -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(Space.ROW)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for at, part in enumerate([*states(), *choices()]):
        grid.addWidget(part, at // 2, at % 2)
    return made


def buttons() -> list[QWidget]:
    off, checks = Button("Unavailable"), Button("2 checks", Kind.FLAT)
    off.setEnabled(False)
    checks.set_sign(Sign.WRONG)
    return [
        row(
            Button("Save as Word", Kind.MAIN),
            Button("Keep mine"),
            off,
            Button("Open file…", Kind.FLAT),
            Button("Change…", Kind.LINK),
            IconButton("more", "More"),
        ),
        row(
            SplitButton("Save as Word", "More ways to save"),
            Button("Briefing note", Kind.FLAT, chevron=True),
            checks,
            Button("Remove topic", Kind.QUIET),
            Button("Add a topic", Kind.LINK, icon="plus"),
        ),
    ]


def outline() -> Rail:
    made = Rail()
    made.set_sections(
        [
            RailItem("meeting", "Meeting", None, Sign.TICK, 0, True),
            RailItem("trade", "Trade", None, Sign.WRONG, 2, True),
            RailItem("topics", "Topics", None, Sign.LOOK, 1, True),
            RailItem("aims", "Aims", None, Sign.GAP, 3, True),
            RailItem("background", "Background"),
        ]
    )
    made.select("meeting")
    made.setFixedHeight(190)
    return made


def parts_sheet() -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(Space.MARGIN, Space.GROUP, Space.MARGIN, 5 * Space.ROW)
    layout.setSpacing(Space.CLOSE)
    beside = row(fields(), outline(), gap=Space.MARGIN, stretch=False)
    for part in (types(), GroupHeading("Fields"), beside, GroupHeading("Buttons"), *buttons()):
        layout.addWidget(part)
    layout.addStretch(1)
    made.resize(860, 880)
    toast = Toast(made)
    toast.say("Saved as 2023-11-22_SE_briefing-note_en_v1.docx", "Show in folder")
    return made
