"""What is said beside the page of the document in hand: how it is read, and which fonts it is set in instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from briefing.checks.finding import Mend
from briefing.desktop.copy_words import shown
from briefing.desktop.dossier_view import DossierView
from briefing.dossier.paths import covers


def join(view: DossierView, ask_copy: Callable[[], object]) -> None:
    """Keep the notes under the page, and the mends in its menu, as the document in hand has them."""
    view.preview.type_changed.connect(lambda: _show(view, ask_copy))
    view.by_hand.mends_of = partial(mends_of, view)
    _show(view, ask_copy)


def _show(view: DossierView, ask_copy: Callable[[], object]) -> None:
    view.page_bar.note("copy", shown(view.preview.copy), _tr("Reading copy"), ask_copy)
    missing = view.preview.missing_fonts
    words = _tr("{0} is not on this computer").format(missing[0][0]) if missing else ""
    if len(missing) > 1:
        words = _tr("{0} fonts are not on this computer").format(len(missing))
    view.page_bar.note("fonts", words, "\n".join(_of_font(*each) for each in missing))


def _of_font(family: str, instead: str) -> str:
    if instead == family:
        return _tr("{0}: set in another font. Lines may break elsewhere than in the file.").format(family)
    return _tr("{0}: set in {1}, whose letters are as wide. Lines break where they do in the file.").format(
        family, instead
    )


def mends_of(view: DossierView, paths: Sequence[str]) -> list[tuple[str, Callable[[], object] | None]]:
    """What the checks say of these fields, each with its ways to mend it, for a menu."""
    found: list[tuple[str, Callable[[], object] | None]] = []
    for finding in view.verdicts.findings:
        said = not finding.is_gap and not finding.dismissed and bool(finding.fields)
        if said and any(covers(finding.fields[0], path) for path in paths):
            found.append((finding.message, None))
            found += [(mend.label, partial(_mend, view, mend)) for mend in finding.mends]
    return found


def _mend(view: DossierView, mend: Mend) -> None:
    view.session.edit(mend.apply, mend.label)


def _tr(words: str) -> str:
    return QCoreApplication.translate("PageNotes", words)
