"""Where LibreOffice departs from the rules that Word and the standard have, with the evidence for it.

    python -m tests.fidelity.departures

Prints how much more room a line needs than its letters take until LibreOffice sets its last word into it.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from docx import Document
from docx.shared import Pt, Twips
from PySide6.QtGui import QRawFont

from briefing.letterhead.model import Face
from briefing.page.application import application
from briefing.page.faces import Faces

FAMILY, WIDTH = "Liberation Serif", 500.0
#: Sentences of different letters, and the sizes in which they are set.
SAID = (
    "the ministry stressed the importance of the framework agreement between both",
    "further cooperation in bilateral relations and the development of trade",
)
SIZES = (8.0, 10.5, 11.0, 12.0)
#: A twentieth of a point, in which Word's files count, and how many of them are tried.
TWIP, TRIED = 0.05, 40
_LAST = " zz"


class Trial(NamedTuple):
    """A sentence in one look, and how much more room than its letters take the line has, in points."""

    text: str
    size: float
    italic: bool
    spare: float
    width: float


def without_italic_room(docx: bytes) -> bytes:
    """The same file as of Word 2010 (``compatibilityMode`` 14).

    In files of Word 2013 on, which ours are, LibreOffice ends a line in italics a twelfth of the letters' height before
    its edge. No such room is in the standard, nor in Word.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/settings.xml":
                data = data.replace(b'w:val="15"', b'w:val="14"')
            new.writestr(name, data)
    return made.getvalue()


def trials(faces: Faces) -> list[Trial]:
    found = []
    for text in SAID:
        for size in SIZES:
            for italic in (False, True):
                width = _width(faces, text, size, italic=italic)
                first = int(width / TWIP) - 3
                for step in range(TRIED):
                    room = (first + step) * TWIP
                    found.append(Trial(text, size, italic, room - width, room))
    return found


def _width(faces: Faces, text: str, size: float, *, italic: bool) -> float:
    """The width that the font says, without any rounding."""
    raw = QRawFont.fromFont(faces.font(Face(FAMILY, 100.0, italic=italic)))
    raw.setPixelSize(raw.unitsPerEm())
    found = raw.advancesForGlyphIndexes(raw.glyphIndexesForString(text))
    return float(sum(each.x() for each in found) / raw.unitsPerEm() * size)


def _docx(tried: list[Trial], mode: str) -> bytes:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Pt(WIDTH + 40), Pt(1500)
    section.left_margin = section.right_margin = Pt(20)
    for each in tried:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.right_indent = Twips(round((WIDTH - each.width) / TWIP))
        run = paragraph.add_run(each.text + _LAST)
        run.font.name, run.font.size, run.italic = FAMILY, Pt(each.size), each.italic
    for setting in document.settings.element.iter("{*}compatSetting"):
        if setting.get(setting.nsmap["w"].join("{}") + "name") == "compatibilityMode":
            setting.set(setting.nsmap["w"].join("{}") + "val", mode)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _fits(tried: list[Trial], docx: bytes) -> list[bool]:
    """Whether LibreOffice sets each sentence into one line, its last short word in the next."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "trial.docx").write_bytes(docx)
        profile = (folder / "profile").as_uri()
        asked = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf", "--outdir", name]
        subprocess.run([*asked, str(folder / "trial.docx")], check=True, capture_output=True, timeout=300)
        told = subprocess.run(["pdftotext", "-layout", str(folder / "trial.pdf"), "-"], check=True, capture_output=True)
    lines = [line.strip() for line in told.stdout.decode().replace("\f", "\n").split("\n") if line.strip()]
    found, at = [], 0
    for each in tried:
        found.append(lines[at] == each.text)
        said = lines[at]
        while said != each.text + _LAST:
            at += 1
            said = f"{said} {lines[at]}"
        at += 1
    return found


def main() -> int:
    kept = application()
    tried = trials(Faces())
    print("Room that LibreOffice wants beyond the letters of a line, in points")
    for mode in ("14", "15"):
        fits = _fits(tried, _docx(tried, mode))
        for size in SIZES:
            for italic in (False, True):
                of = [(t.text, t.spare) for t, fit in zip(tried, fits, strict=True) if fit and t[1:3] == (size, italic)]
                least = [min((spare for text, spare in of if text == said), default=float("nan")) for said in SAID]
                said = " ".join(f"{each:6.2f}" for each in least)
                print(f"  compatibilityMode {mode}, {size:>4} pt {'italic' if italic else 'upright'}: {said}")
    del kept
    return 0


if __name__ == "__main__":
    sys.exit(main())
