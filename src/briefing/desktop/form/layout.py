"""Fields in rows, as wide as the form's data says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing.desktop.form.bound import Bound
from briefing.desktop.form.controls import bind
from briefing.desktop.form.sections import Cell
from briefing.desktop.session import Session
from briefing.desktop.tokens import Space


def field_row(cells: Sequence[Cell], session: Session, prefix: str = "") -> tuple[QWidget, list[Bound]]:
    """A row of fields and what they are bound to. `prefix` is the row's path where the cells' paths are inside one."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.ROW)
    bounds: list[Bound] = []
    for cell in cells:
        bound = bind(prefix + cell.path, session, combo=cell.combo)
        if cell.fixed:
            bound.frame.hold_width(cell.fixed)
        line.addWidget(bound.frame, cell.share if not cell.fixed else 0, Qt.AlignmentFlag.AlignTop)
        bounds.append(bound)
    if all(cell.fixed for cell in cells):
        line.addStretch(1)
    return row, bounds
