"""Lays a hundred documents out as LibreOffice does and as we do, and prints in how much the two agree.

    python -m tests.fidelity [PART OF A NAME]

What differs most stands side by side in out/fidelity, ours on the left.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path
from statistics import median
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from tests.fidelity.departures import without_italic_room
from tests.fidelity.documents import NOTED, STRAINS, Case, cases
from tests.fidelity.lines import Line, ours, theirs

from briefing.export.docx.writer import write
from briefing.letterhead.reader import read
from briefing.page.application import application
from briefing.page.pager import Pager
from briefing.page.pages import Pages
from briefing.page.painter import render

OUT = Path("out/fidelity")
#: Resolution of the pictures, and how many documents get one.
DPI, PICTURES = 60, 8
NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Compared(NamedTuple):
    """How two layouts of one document agree. `first` is the first page that begins otherwise, -1 where none does."""

    name: str
    pages: tuple[int, int]
    begun: int
    lines: tuple[int, int]
    heights: list[float]
    first: int


def compare(name: str, mine: list[tuple[list[Line], set[str]]], other: list[list[Line]]) -> Compared:
    """Pages and lines of ours against those of a PDF, whose headers and footers are known by ours."""
    around = [mine[min(at, len(mine) - 1)][1] for at in range(len(other))]
    bodies = [[line for line in page if line.text not in known] for page, known in zip(other, around, strict=True)]
    begins = [_begin(lines) == _begin(bodies[at]) if at < len(bodies) else False for at, (lines, _) in enumerate(mine)]
    flat = [(at, line) for at, (lines, _) in enumerate(mine) for line in lines]
    theirs_flat = [(at, line) for at, lines in enumerate(bodies) for line in lines]
    texts = [[line.text for _, line in lines] for lines in (flat, theirs_flat)]
    matcher = SequenceMatcher(None, texts[0], texts[1], autojunk=False)
    same, heights = 0, list[float]()
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            (page, line), (their_page, their_line) = flat[block.a + step], theirs_flat[block.b + step]
            same += 1
            if page == their_page:
                heights.append(line.y - their_line.y)
    middle = median(heights) if heights else 0.0
    first = next((at for at, fits in enumerate(begins) if not fits), -1)
    return Compared(
        name, (len(mine), len(other)), sum(begins), (same, max(len(flat), len(theirs_flat))),
        [abs(each - middle) for each in heights], first,
    )  # fmt: skip


def _begin(lines: list[Line]) -> str:
    return " ".join(lines[0].text.split()[:4]) if lines else ""


def _convert(folder: Path) -> None:
    profile = (folder / "profile").as_uri()
    asked = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*asked, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True, timeout=900)


def _picture(case: Case, pages: Pages, pdf: Path, number: int) -> None:
    """Our page and theirs of one number side by side."""
    left = render(pages[min(number, len(pages) - 1)], DPI)
    with tempfile.TemporaryDirectory() as folder:
        page = str(number + 1)
        made = subprocess.run(
            ["pdftoppm", "-r", str(DPI), "-f", page, "-l", page, "-png", str(pdf), f"{folder}/page"], check=False
        )
        files = sorted(Path(folder).glob("*.png")) if not made.returncode else []
        right = QImage(str(files[0])) if files else QImage(left.size(), QImage.Format.Format_RGB32)
    both = QImage(left.width() + right.width() + 8, max(left.height(), right.height()), QImage.Format.Format_RGB32)
    both.fill(0x808080)
    painter = QPainter(both)
    painter.drawImage(0, 0, left)
    painter.drawImage(left.width() + 8, 0, right)
    painter.end()
    OUT.mkdir(parents=True, exist_ok=True)
    both.save(str(OUT / f"{case.name}-{number + 1}.png"))


def main(wanted: str = "") -> int:
    """Compare twice: the files as they are, and without what is known of LibreOffice alone (see departures)."""
    if not all(map(shutil.which, ("soffice", "pdftotext", "pdftoppm"))):
        print("fidelity needs LibreOffice and poppler (Debian: libreoffice-writer-nogui poppler-utils)")
        return 0
    kept = application()
    known = [case for case in cases() if wanted in case.name]
    laid = [Pager(read(case.letterhead)).lay(case.document) for case in known]
    print("As exported")
    _compare_all(known, laid, lambda docx: docx)
    print("\nWithout LibreOffice's room after italics")
    _compare_all(known, laid, without_italic_room)
    del kept
    return 0


def _compare_all(known: Sequence[Case], laid: Sequence[Pages], change: Callable[[bytes], bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for case in known:
            docx = write(case.document, case.letterhead, now=NOW)
            (folder / f"{case.name}.docx").write_bytes(change(docx))
        _convert(folder)
        pdfs = [folder / f"{case.name}.pdf" for case in known]
        found = [compare(c.name, ours(pages), theirs(pdf)) for c, pages, pdf in zip(known, laid, pdfs, strict=True)]
        worst = sorted(zip(found, known, laid, pdfs, strict=True), key=lambda each: each[0].begun - each[0].pages[0])
        for compared, case, pages, pdf in worst[:PICTURES]:
            if compared.first >= 0:
                _picture(case, pages, pdf, compared.first)
    _print(found)


def _print(found: list[Compared]) -> None:
    for each in found:
        alike = each.pages[0] == each.pages[1] == each.begun and each.lines[0] == each.lines[1]
        if not alike:
            pages, lines = "/".join(map(str, each.pages)), "/".join(map(str, each.lines))
            said = f"pages {pages}, begun alike {each.begun}, lines {lines}, first page {each.first + 1}"
            print(f"{each.name:<52} {said}")
    strained = [each for each in found if each.name.startswith(tuple(STRAINS))]
    noted = [each for each in found if each.name.startswith(NOTED)]
    others = [each for each in found if each not in strained and each not in noted]
    for name, group in (("of dossiers", others), ("generated", strained), ("with footnotes", noted)):
        if group:
            _print_shares(name, group)


def _print_shares(name: str, group: list[Compared]) -> None:
    count, same = sum(each.pages[0] for each in group), sum(each.pages[0] == each.pages[1] for each in group)
    begun, agree = sum(each.begun for each in group), [sum(each.lines[at] for each in group) for at in (0, 1)]
    heights = sorted(height for each in group for height in each.heights)
    print(f"Documents {name}")
    print(f"  of as many pages      {same} of {len(group)}")
    print(f"  pages begun alike     {begun} of {count} ({begun / count:.1%}; to reach 98 %)")
    print(f"  lines broken alike    {agree[0]} of {agree[1]} ({agree[0] / agree[1]:.2%}; to reach 99.5 %)")
    if heights:
        most = heights[len(heights) * 99 // 100]
        print(f"  heights of lines      half within {median(heights):.2f} pt, 99 % within {most:.2f} pt")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
