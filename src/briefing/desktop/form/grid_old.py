"""The line under a row whose numbers are still those of a period that was replaced."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.desktop.form.grid_rows import Line, Link
from briefing.desktop.parts.signs import Sign
from briefing.dossier.entry import show_period
from briefing.dossier.figures import Figure, Period
from briefing.dossier.single_figures import measure_label

#: Makes the numbers of these figures hold as they stand.
Hold = Callable[[Sequence[str]], object]


def old_lines(figures: Sequence[Figure], column_of: Callable[[Figure], int], hold: Hold) -> tuple[Line, ...]:
    """A line for the figures of a row that are still old, none where all were typed anew."""
    old = [figure for figure in figures if figure.carried != Period()]
    if not old:
        return ()
    columns = [column_of(figure) for figure in old]
    before, now = show_period(old[0].carried, short=True), show_period(old[0].period, short=True)
    if len(figures) == 1:
        text, words = f"Still the figure of {before}.", f"It holds for {now} too"
    else:
        names = [measure_label(figure.measure).lower() for figure in old]
        said = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
        text, words = f"Still of {before}: {said}.", f"{'They hold' if len(old) > 1 else 'It holds'} for {now} too"
    link = Link(words, lambda: hold([figure.id for figure in old]))
    return (Line(Sign.LOOK, text, columns[0], (link,), tuple(columns[1:])),)
