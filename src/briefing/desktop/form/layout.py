"""Fields in rows, as wide as the form's data says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from briefing.desktop.form.bound import Bound
from briefing.desktop.form.controls import bind
from briefing.desktop.form.sections import Cell
from briefing.desktop.session import Session
from briefing.desktop.tokens import Space


def field_row(cells: Sequence[Cell], session: Session, prefix: str = "") -> tuple[QWidget, list[Bound]]:
    """A row of fields and what they are bound to. `prefix` is the row's path where the cells' paths are inside one.

    Help for a field of fixed width, which would break into a word a line, goes on under the fields after it.
    """
    row = QWidget()
    grid = QGridLayout(row)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.ROW)
    grid.setVerticalSpacing(Space.TIGHT)
    bounds: list[Bound] = []
    only_fixed = all(cell.fixed for cell in cells)
    columns = len(cells) + only_fixed  # the last of them is what fixed widths leave over
    for at, cell in enumerate(cells):
        bound = bind(prefix + cell.path, session, combo=cell.combo)
        bounds.append(bound)
        grid.addWidget(bound.frame, 0, at, Qt.AlignmentFlag.AlignTop)
        if not cell.fixed:
            grid.setColumnStretch(at, cell.share)
            continue
        bound.frame.hold_width(cell.fixed)
        help_line = bound.frame.take_help()
        if help_line is not None:
            help_line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(help_line, 1, at, 1, columns - at)
    if only_fixed:
        grid.setColumnStretch(len(cells), 1)
    return row, bounds
