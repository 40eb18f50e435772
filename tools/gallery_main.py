"""The gallery's sheet of the main window's frame: header, rail and a form."""

from __future__ import annotations

from gallery_parts import line, row, time
from gallery_topics import prose
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from briefing.desktop.header import Header
from briefing.desktop.parts.combo import Combo
from briefing.desktop.parts.date_edit import DateEdit
from briefing.desktop.parts.field import Field
from briefing.desktop.parts.finding import Finding
from briefing.desktop.parts.labels import GroupHeading, SectionTitle
from briefing.desktop.parts.menu import Menu
from briefing.desktop.parts.segmented import Segmented
from briefing.desktop.parts.signs import Sign
from briefing.desktop.rail import Rail, RailItem
from briefing.desktop.tokens import Space, Width


def combo(*words: str) -> Combo:
    made = Combo([(word, word) for word in words])
    made.set_value(words[0])
    return made


def pick(*words: str, chosen: int = 0) -> Segmented:
    made = Segmented([(word, word) for word in words])
    made.set_value(words[chosen])
    return made


def side_by_side(*shares: tuple[QWidget, int]) -> QWidget:
    made = row(*(widget for widget, _ in shares), gap=Space.ROW, stretch=False)
    layout = made.layout()
    assert isinstance(layout, QHBoxLayout)
    for at, (_, share) in enumerate(shares):
        layout.setStretch(at, share)
    return made


def form() -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(Space.MARGIN, Space.GROUP, Space.MARGIN, Space.GROUP)
    column.setSpacing(Space.ROW)
    day = DateEdit()
    day.set_value("22 November 2023")
    day.setFixedWidth(Width.DATE)
    city = line("Stockholm")
    city.setObjectName("focus")
    venue = Field("Venue", line("", "Name of the building or room"))
    venue.set_state("gap")
    venue.set_findings([Finding(Sign.GAP, "The briefing note prints [Venue] until this is filled.")])
    zone, country = combo("Stockholm", "Astana"), combo("Sweden", "Norway")
    reason = prose("Yearly round at the level of deputy ministers, at Sweden’s invitation. First in person since then.")
    for part in (
        SectionTitle("Meeting", "What it is, when and where."),
        side_by_side(
            (Field("Kind of meeting", combo("Political consultations", "Visit")), 2),
            (Field("Round", combo("Regular", "Extraordinary")), 1),
        ),
        side_by_side(
            (Field("Format", pick("In person", "Video", "Phone")), 3),
            (Field("Press", pick("Open", "Closed", chosen=1)), 2),
        ),
        GroupHeading("When and where"),
        side_by_side(
            (Field("Date", day), 0),
            (Field("From", time("10:00")), 0),
            (Field("To", time("13:00")), 0),
            (Field("Time zone", zone), 1),
        ),
        side_by_side((Field("City", city), 1), (Field("Country", country), 1)),
        venue,
        GroupHeading("Why we meet"),
        Field("Reason", reason, internal=True, help_text="Stays in internal documents."),
    ):
        column.addWidget(part)
    column.addStretch(1)
    made.setFixedWidth(Width.FORM)
    return made


def rail() -> Rail:
    made = Rail()
    done = [RailItem(name, name, None, Sign.TICK, 0, True) for name in ("People", "Aims", "Topics", "Trade")]
    made.set_sections(
        [
            RailItem("m", "Meeting", "Before the meeting", Sign.GAP, 1, True),
            *done,
            RailItem("b", "Background"),
            RailItem("g", "Programme", None, Sign.WRONG, 2, True),
            RailItem("r", "Record", "After the meeting"),
            RailItem("o", "Outcomes"),
            RailItem("h", "Handling", None, Sign.TICK, 0, True),
        ]
    )
    made.select("m")
    return made


def header() -> Header:
    made = Header()
    made.set_back("Library")
    made.set_name("Sweden, political consultations")
    made.set_saved("Saved 16:40")
    made.set_undo(True, False)
    made.set_types([("note", "Briefing note"), ("release", "Press release")], "note")
    made.set_languages([("en", "English"), ("ru", "Русский")], "en")
    made.set_checks("1 gap", Sign.GAP)
    return made


def main_window() -> QWidget:
    window = QMainWindow()
    for name in ("File", "Edit", "View", "Insert", "Dossier", "Help"):
        menu = Menu(name, window)
        menu.addAction("An action")
        window.menuBar().addMenu(menu)
    body, column = QWidget(), QVBoxLayout()
    body.setLayout(column)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(header())
    desk = QWidget()
    desk.setBackgroundRole(QPalette.ColorRole.Shadow)
    desk.setAutoFillBackground(True)
    panes = row(rail(), form(), desk, gap=0, stretch=False)
    column.addWidget(panes, 1)
    window.setCentralWidget(body)
    window.resize(1440, 900)
    return window
