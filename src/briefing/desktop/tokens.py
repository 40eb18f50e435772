"""The names of every colour, space, radius, height, width and type size on screen: nothing else writes one down."""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import Final, NamedTuple

from briefing.frozen import frozen


@frozen
class Tokens:
    """The colours of one mode, ``#rrggbb``. Which text stands on which ground, and how plain, is held by a test."""

    dark: bool
    contrast: bool  # made from the system's own colours: no soft fills, selection inverted
    ring: int  # width of the focus ring

    chrome: str  # menu bar, header, rail, reading pane
    form: str  # form, lists; ground of a focused field
    raised: str  # buttons, popovers
    desk: str  # behind the page; no `text3` here
    fill: str  # field at rest
    fill2: str  # field under the pointer
    line: str  # hairlines
    edge: str  # sides of controls
    edge2: str  # lower edge of controls, rule under table heads
    text: str  # words
    text2: str  # labels, secondary, icons
    text3: str  # help, placeholders, captions in the rail
    accent: str  # main button
    accent_hover: str
    accent_line: str  # parts the two halves of a split main button
    on_accent: str  # words and icons on `accent`
    accent_text: str  # links, "Add…"
    accent_soft: str  # selected row, bar while rewriting
    on_soft: str  # words on `accent_soft`
    focus: str  # ring
    look: str  # gap, worth a look
    look_soft: str
    wrong: str  # cannot be true, refused
    wrong_soft: str
    done: str  # ticks: a sign, never text
    chosen: str  # the chosen part of a segmented control
    toast: str
    toast_edge: str
    toast_text: str
    toast_link: str
    toast_done: str
    shadow: float  # opacity of a popover's shadow


LIGHT: Final = Tokens(
    dark=False,
    contrast=False,
    ring=2,
    chrome="#F6F5F2",
    form="#FFFFFF",
    raised="#FFFFFF",
    desk="#E4E2DD",
    fill="#F7F6F3",
    fill2="#EAE8E3",
    line="#E3E1DB",
    edge="#DDDAD4",
    edge2="#85827B",
    text="#1F2023",
    text2="#5B5D62",
    text3="#66686D",
    accent="#1F5A94",
    accent_hover="#184A7B",
    accent_line="#2A7AC8",
    on_accent="#FFFFFF",
    accent_text="#1B4F83",
    accent_soft="#E5EEF7",
    on_soft="#1F2023",
    focus="#2F74B8",
    look="#8A5A00",
    look_soft="#FBF1DC",
    wrong="#AD2E24",
    wrong_soft="#FBEAE7",
    done="#5B8A6E",
    chosen="#FFFFFF",
    toast="#1F2023",
    toast_edge="#1F2023",
    toast_text="#ECEBE8",
    toast_link="#9CC7F0",
    toast_done="#84BC9B",
    shadow=0.10,
)

DARK: Final = Tokens(
    dark=True,
    contrast=False,
    ring=2,
    chrome="#1C1D20",
    form="#232428",
    raised="#2B2D31",
    desk="#131416",
    fill="#2B2D31",
    fill2="#36383D",
    line="#33353A",
    edge="#3D4046",
    edge2="#82858C",
    text="#ECEBE8",
    text2="#B3B3B1",
    text3="#A3A4A6",
    accent="#2F6FAE",
    accent_hover="#3877B6",
    accent_line="#3F96EB",
    on_accent="#FFFFFF",
    accent_text="#9CC7F0",
    accent_soft="#25384C",
    on_soft="#ECEBE8",
    focus="#6FAEEA",
    look="#E5B45A",
    look_soft="#3A3021",
    wrong="#F0897E",
    wrong_soft="#402624",
    done="#84BC9B",
    chosen="#3D4046",
    toast="#2B2D31",
    toast_edge="#3D4046",
    toast_text="#ECEBE8",
    toast_link="#9CC7F0",
    toast_done="#84BC9B",
    shadow=0.25,
)


@frozen
class Paper:
    """The colours of the page, the same in both modes. The marks are never printed or exported."""

    ground: str = "#FFFFFF"
    ink: str = "#1A1B1E"
    secondary: str = "#55585E"
    heading: str = "#1F3A5F"
    rule: str = "#C9CDD3"
    lit: str = "#DCE9F7"
    lit_line: str = "#1F5A94"
    gap: str = "#FFF0C4"
    gap_text: str = "#754C00"
    wrong_line: str = "#AD2E24"
    look_line: str = "#9A6500"
    chip: str = "#E5EEF7"
    chip_edge: str = "#B7CFE7"
    ring: str = "#2F74B8"  # around an open paragraph
    chosen: str = "#B9D6F2"  # words that are chosen there, or by a reader
    found: str = "#FFE9A6"
    found_now: str = "#FFC24A"


PAPER: Final = Paper()


class Space(IntEnum):
    """Distances in logical pixels, named by what they part."""

    TIGHT = 4  # label to field, field to help
    CLOSE = 8  # buttons, icon to text, under a group's heading
    INSET = 12  # text to the side of its field, sentence to its mending
    ROW = 16  # rows, fields beside each other
    GROUP = 24  # before a group's heading, top of the form, indent of an opened row
    MARGIN = 32  # sides of the form, desk beside the page


class Radius(IntEnum):
    """Corners."""

    PAPER = 1
    CHIP = 4  # chip, cell, swatch
    CONTROL = 6  # control, selected row
    TOAST = 8  # toast, large choice
    POPOVER = 10


class Height(IntEnum):
    """Least heights; whatever holds text may grow with the font."""

    SMALL = 28
    CONTROL = 32
    RAIL_ROW = 32
    GRID_ROW = 36
    LIST_ROW = 40
    PROSE = 44  # a text box of several lines, empty
    PAGE_BAR = 40
    PAGE_BAR_REWRITING = 44
    HEADER = 48


class Width(IntEnum):
    """Panes and the fields whose width follows what is typed into them."""

    RAIL = 208
    RAIL_NARROW = 192
    FORM = 544
    FORM_NARROW = 508
    NARROW_WINDOW = 1400  # under it the narrow widths hold
    PAGE_MOST = 632
    PAGE_LEAST = 280  # where there is less, form and page are shown one after the other
    PAGE_ABOVE = 24
    PAGE_BETWEEN = 20
    TIME = 64
    MINUTES = 64
    DATE = 168
    TAIL = 32  # room for the icon at a field's right
    SCROLL = 12
    POPOVER = 368
    CHANGED = 544  # popover "yours / composed now"
    EMPTY_COLUMN = 560


class Icon(IntEnum):
    """Sizes of icons and signs."""

    LABEL = 12  # beside a label
    SIGN = 14  # before a finding
    USUAL = 16
    FIRST_RUN = 20


HAIR: Final = 1  # width of a hairline
VALUE_RADIUS: Final = 3.5  # corners of a value while its paragraph is open: finer than a control's


class Shadow(IntEnum):
    """Of a popover and a toast: how far it falls and how soft it is; how dark, each mode says."""

    DOWN = 6
    BLUR = 18


class Motion(IntEnum):
    """Milliseconds; all 0 when the system asks for less motion."""

    FADE = 100
    SCROLL = 120
    TOAST_STAYS = 6000


BASE: Final = 13  # the type sizes and lines below are for an interface font of this many pixels


class Type(NamedTuple):
    """Size and line height at `BASE`, and weight on the scale 100 to 900."""

    size: float
    line: float
    weight: int


class Role(Enum):
    """What a text is for; its value says how it is set."""

    WELCOME = Type(28, 36, 600)
    TITLE = Type(20, 28, 600)  # of a section
    NAME = Type(14, 20, 600)  # of the dossier, in the header
    GROUP = Type(13, 20, 600)  # heading of a group of fields; the selected row of the rail
    BODY = Type(13, 20, 400)
    BUTTON = Type(13, 20, 500)  # also the first column of a table or list
    LABEL = Type(12, 16, 500)  # also table heads, in `text2`
    LINK = Type(12, 16, 600)  # the mending after a finding
    HELP = Type(12, 16, 400)  # help, findings, "Saved 16:40"
    CAPTION = Type(11, 16, 500)  # in the rail, in `text3`

    @property
    def ratio(self) -> float:
        """Size of this role over the size of the interface font."""
        return self.value.size / BASE
