"""The details of one figure: what it says for itself, where that differs from what the table says for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.desktop.form.bound import Bound
from briefing.desktop.form.controls import bind
from briefing.desktop.parts.button import Button, Kind
from briefing.desktop.parts.combo import Combo, SearchCombo
from briefing.desktop.parts.field import Field as Frame
from briefing.desktop.parts.finding import Finding
from briefing.desktop.parts.labels import Text
from briefing.desktop.parts.line_edit import LineEdit
from briefing.desktop.parts.popover import Popover
from briefing.desktop.parts.signs import Sign
from briefing.desktop.session import Session
from briefing.desktop.tokens import Role, Space, Width
from briefing.dossier import choices, gate
from briefing.dossier.edits import set_value, value_at
from briefing.dossier.entry import Refusal, read_period, read_share, show_period
from briefing.dossier.figures import SCALES, Figure, Period, Rank, Share, Span
from briefing.dossier.like_periods import year_before
from briefing.dossier.model import Dossier
from briefing.dossier.paths import row
from briefing.dossier.single_figures import measure_label
from briefing.dossier.sources import cite, show_source, source_of

Read = Callable[[str], Any]


class Details(QWidget):
    """Fields of one figure in a popover. `gone` tells that the figure is no more."""

    gone = Signal()

    def __init__(self, session: Session, figure_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._id = session, figure_id
        self._path = row("figures", figure_id)
        self._shows: list[Callable[[Dossier], None]] = []
        self._bounds: list[Bound] = []
        self._title = Text("", Role.GROUP)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.CLOSE, Space.TIGHT, Space.CLOSE, Space.CLOSE)
        self._column.setSpacing(Space.INSET)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addWidget(Text(self.tr("For this figure alone; the rest is as in the table."), Role.HELP, "text2"))
        self._column.addLayout(head)
        self._build()
        self.setFixedWidth(Width.POPOVER + Space.MARGIN)
        session.changed.connect(self._follow)
        self._follow(session.dossier, session.dossier)

    def _build(self) -> None:
        figure = self._figure(self._session.dossier)
        if figure is None:
            return
        if figure.amount.value:
            self._add(self._scale(), self._unit())
        self._add(self._bound("reporter"), self._bound("partner"))
        self._add(self._bound("status"), self._source())
        self._add(self._base(), self._bound("note"))
        seldom = (
            self._add(
                self._line("share.percent", self.tr("Share, per cent"), read_share, str),
                self._line("share.of", self.tr("Of what"), gate.admit_line, str),
            ),
            self._add(
                self._line("rank.value", self.tr("Rank"), _read_rank, lambda rank: "" if rank is None else str(rank)),
                self._line("rank.among", self.tr("Among what"), gate.admit_line, str),
            ),
        )
        if figure.share == Share() and figure.rank == Rank():
            self._fold(seldom)

    def _add(self, *fields: QWidget) -> QWidget:
        line = QWidget()
        inner = QHBoxLayout(line)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.ROW)
        for field in fields:
            inner.addWidget(field, 1)
        self._column.addWidget(line)
        return line

    def _fold(self, seldom: Sequence[QWidget]) -> None:
        """Keep what is seldom filled behind one quiet line."""
        more = Button(self.tr("Share and rank"), Kind.QUIET, role=Role.HELP)

        def unfold() -> None:
            for line in seldom:
                line.show()
            seldom[0].findChildren(LineEdit)[0].setFocus()
            more.hide()
            self.adjustSize()

        for line in seldom:
            line.hide()
        more.clicked.connect(unfold)
        self._column.addWidget(more)

    def _follow(self, _old: Dossier, new: Dossier) -> None:
        figure = self._figure(new)
        if figure is None:
            self.gone.emit()
            return
        period = show_period(figure.period, short=True)
        self._title.setText(", ".join(filter(None, (measure_label(figure.measure).capitalize(), period))))
        for show in self._shows:
            show(new)

    def _figure(self, dossier: Dossier) -> Figure | None:
        return next((each for each in dossier.figures if each.id == self._id), None)

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path; False when there is none here."""
        return any(bound.focus_path(path, -1) for bound in self._bounds)

    # Fields.

    def _bound(self, name: str) -> Frame:
        bound: Bound = bind(f"{self._path}.{name}", self._session)
        self._shows.append(lambda dossier: bound.show(dossier, False))
        self._bounds.append(bound)
        return bound.frame

    def _scale(self) -> Frame:
        combo = Combo([(each.code, each.label) for each in choices.codes(SCALES)])
        combo.chosen.connect(lambda code: self._session.set_value(f"{self._path}.amount.scale", code, "Amounts in"))
        self._shows.append(lambda dossier: combo.set_value(value_at(dossier, f"{self._path}.amount.scale")))
        return Frame(self.tr("Amounts in"), combo)

    def _unit(self) -> Frame:
        combo = SearchCombo([(each.code, each.label) for each in choices.CURRENCIES], free=True, completes=False)
        label, path = self.tr("Currency or unit"), f"{self._path}.amount.unit"
        for told in (combo.chosen, combo.typed):
            told.connect(lambda text: self._session.set_value(path, gate.admit_line(text), label))
        self._shows.append(lambda dossier: combo.set_value(value_at(dossier, path)))
        return Frame(label, combo)

    def _source(self) -> Frame:
        edit = LineEdit(self.tr("As the table’s"))

        def show(dossier: Dossier) -> None:
            figure = self._figure(dossier)
            own = figure is not None and figure.source != dossier.trade.source
            edit.set_value(show_source(source_of(dossier, figure.source)) if figure is not None and own else "")

        merge = f"{self._path}.source"
        edit.edited.connect(
            lambda text: self._session.edit(lambda d: cite(d, self._id, gate.admit_line(text)), "Source", merge=merge)
        )
        self._shows.append(show)
        return Frame(self.tr("Source and date"), edit)

    def _base(self) -> Frame:
        """The period that growth is compared with, where it is another than the like one a year before."""
        figure = self._figure(self._session.dossier)
        before = year_before(figure.period) if figure is not None else None
        like = show_period(before, short=True) if before is not None else ""

        def show(span: Span) -> str:
            return show_period(Period(span.start, span.end), short=True) if span != Span() else ""

        return self._line("change.base", self.tr("Growth compared with"), _read_span, show, like)

    def _line(self, name: str, label: str, read: Read, show: Callable[[Any], str], placeholder: str = "") -> Frame:
        """A line that is taken when it is left; what cannot be read is said under it, and stays."""
        edit, path = LineEdit(placeholder), f"{self._path}.{name}"
        frame = Frame(label, edit)

        def keep() -> None:
            if not edit.isModified():
                return
            edit.setModified(False)
            found = read(edit.text())
            refused = isinstance(found, Refusal)
            frame.set_findings([Finding(Sign.WRONG, found.message)] if isinstance(found, Refusal) else [])
            frame.set_state("wrong" if refused else "rest")
            if not refused:
                self._session.edit(lambda dossier: set_value(dossier, path, found), label, merge=path)
                edit.set_value(show(value_at(self._session.dossier, path)), even_focused=True)

        edit.editingFinished.connect(keep)
        self._shows.append(lambda dossier: None if edit.isModified() else edit.set_value(show(value_at(dossier, path))))
        return frame


def _read_span(text: str) -> Span | Refusal:
    if not text.strip():
        return Span()
    found = read_period(text)
    if isinstance(found, Refusal):
        return found
    if not (found.start and found.end):
        return Refusal("Growth is compared with a period that begins and ends.")
    return Span(found.start, found.end)


def _read_rank(text: str) -> int | Refusal | None:
    typed = text.strip()
    if not typed:
        return None
    return int(typed) if typed.isascii() and typed.isdigit() and 0 < len(typed) < 6 else Refusal("A rank is a number.")


def open_details(session: Session, figure_id: str, under: QWidget, path: str = "") -> Popover:
    """Open the details of a figure under its cell, with the focus in the field of a path where one is given."""
    content = Details(session, figure_id)
    popover = Popover(content, under.window())
    content.gone.connect(popover.close)
    popover.open_under(under)
    if path:
        content.focus_path(path)
    return popover
