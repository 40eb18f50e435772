"""The checks follow typing in slices, give up for the next key, and hold the figures against another dossier's."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from tests.benchmarks.bench_grid import of_figures
from tests.desktop.windows import open_on_sample

from briefing.checks.all import check, checking
from briefing.checks.finding import Finding
from briefing.desktop.checking import Checking
from briefing.desktop.checks_popover import ChecksPopover
from briefing.desktop.parts.labels import Text
from briefing.desktop.window import Window
from briefing.dossier import files
from briefing.dossier.edits import set_value
from briefing.dossier.model import EMPTY, Dossier


@pytest.fixture
def sample(samples: Path) -> Dossier:
    return files.read(samples / "stockholm-2023.json")


@pytest.fixture
def told(qapp: QApplication) -> tuple[Checking, list[tuple[Finding, ...]]]:
    checks, found = Checking(), list[tuple[Finding, ...]]()
    checks.done.connect(found.append)
    return checks, found


Told = tuple[Checking, list[tuple[Finding, ...]]]


def test_many_figures_are_checked_in_many_steps_to_the_same_end(sample: Dossier) -> None:
    many = of_figures(sample, 300)
    ended = list[tuple[Finding, ...]]()

    def to_the_end() -> Generator[None, None, None]:
        ended.append((yield from checking(many)))

    assert len(list(to_the_end())) > 200
    assert ended == [check(many)]


def test_a_newer_dossier_ends_the_checks_of_the_older_unheard(told: Told, sample: Dossier, qtbot: QtBot) -> None:
    checks, found = told
    checks.follow(of_figures(sample, 300), None)
    checks.follow(EMPTY, None)
    qtbot.waitUntil(lambda: bool(found), timeout=5000)
    qtbot.wait(300)
    assert found == [check(EMPTY)]


def test_the_keyboard_is_looked_at_while_many_figures_are_checked(told: Told, sample: Dossier, qtbot: QtBot) -> None:
    checks, found = told
    many = of_figures(sample, 600)
    checks.follow(many, None)
    passes = 0
    while not found:
        qtbot.wait(1)
        passes += 1
    assert passes > 5
    assert found == [check(many)]


def test_checks_asked_for_at_once_are_not_run_again(told: Told, sample: Dossier, qtbot: QtBot) -> None:
    checks, found = told
    checks.follow(sample, None)
    checks.finish(sample, None)
    assert found == [check(sample)]
    qtbot.wait(300)
    assert len(found) == 1


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Window:
    return open_on_sample(qtbot, qapp, tmp_path)


def compare(window: Window, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    next(each for each in window.menus.of_dossier if "earlier dossier" in each.text()).trigger()


def test_figures_are_compared_with_an_earlier_dossier(
    window: Window, sample: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "earlier.json"
    earlier = replace(set_value(sample, "figures[f3].amount.value", "399.1"), title="Last round")
    file.write_text(files.dumps(earlier), encoding="utf-8")
    compare(window, file, monkeypatch)
    assert "1 figure differs from “Last round”" in [each.text() for each in window.view.toast.findChildren(Text)]
    window.work.check_ways.open()
    listed = next(each for each in window.findChildren(ChecksPopover) if each.isVisible())
    said = [each.text() for each in listed.findChildren(Text)]
    assert "Trade of 2022 was 399.1 in an earlier dossier, and is 325.9 million USD here." in said
    window.work.open_as_new(file)
    assert not [each for each in window.view.verdicts.findings if each.rule == "earlier_figure"]


def test_what_is_no_dossier_is_compared_with_nothing(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "letter.json"
    file.write_text("Dear Sir")
    told = list[str]()
    monkeypatch.setattr("briefing.desktop.asking.tell", lambda _window, sentence: told.append(sentence))
    before = window.view.verdicts.findings
    compare(window, file, monkeypatch)
    (sentence,) = told
    assert "letter.json" in sentence
    assert sentence.endswith("The figures are compared with nothing.")
    assert window.view.verdicts.findings == before
