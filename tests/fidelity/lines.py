"""Lines of pages as the eye has them: words at one height are one line, whatever paragraph or cell they are of."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from briefing.page.faces import UNITS
from briefing.page.pages import Boxes, Pages
from briefing.page.words import Spot, Stretch, text_of

#: Words whose baselines differ by less (points) stand in one line: sizes are mixed in the line of a fact.
_LEVEL = 3.5
#: How much smaller what is raised is than the words beside it, and how near to them it stands (points).
_SMALL, _TOUCHES = 0.8, 0.6
#: Descent of the Liberation fonts as a part of the height that poppler gives a word.
_DESCENT = 0.195


class Line(NamedTuple):
    """The words of a line, single blanks between them, and its baseline in points from the page's top."""

    text: str
    y: float


class Word(NamedTuple):
    """A word from `x` on, its baseline at `y`; `end` and `height` where they are known."""

    x: float
    y: float
    text: str
    end: float = 0.0
    height: float = 0.0


def ours(pages: Pages) -> list[tuple[list[Line], set[str]]]:
    """The lines of each page's body, and those of its header and footer."""
    found = []
    for number, page in enumerate(pages):
        body = []
        for at, placed in enumerate(page.body.texts):
            for line in placed.lines:
                stretch = Stretch(Spot(number, at, line.start), Spot(number, at, line.end))
                text = text_of(pages, stretch)
                left = placed.x + line.shape.naturalTextRect().left() / UNITS
                body.append(Word(left, placed.y + line.baseline, text))
        around = {line.text for boxes in (page.header, page.footer) for line in lines_of(_of_boxes(boxes))}
        found.append((lines_of(body), around))
    return found


def _of_boxes(boxes: Boxes) -> list[Word]:
    found = []
    for placed in boxes.texts:
        text = placed.text.layout.text()
        for line in placed.lines:
            found.append(Word(placed.x, placed.y + line.baseline, text[line.start : line.end]))
    return found


def theirs(pdf: Path) -> list[list[Line]]:
    """The lines of each page of a PDF, those of header and footer among them."""
    told = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True).stdout
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", told.decode())
    space = "{http://www.w3.org/1999/xhtml}"
    found = []
    for page in ElementTree.fromstring(text).iter(f"{space}page"):
        words = []
        for each in page.iter(f"{space}word"):
            top, foot = float(each.attrib["yMin"]), float(each.attrib["yMax"])
            left, right = float(each.attrib["xMin"]), float(each.attrib["xMax"])
            words.append(Word(left, foot - _DESCENT * (foot - top), each.text or "", right, foot - top))
        found.append(lines_of(_joined(words)))
    return found


def _joined(words: list[Word]) -> list[Word]:
    """The words, with what is raised or lowered in or behind one put to it: it is smaller, and touches it."""
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        small = last is not None and word.height < _SMALL * last.height and abs(word.y - last.y) < last.height
        if last is not None and small and abs(word.x - last.end) < _TOUCHES:
            found[-1] = last._replace(text=last.text + word.text, end=word.end)
        else:
            found.append(word)
    return found


def lines_of(words: Iterable[Word]) -> list[Line]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: each.y):
        if rows and word.y - rows[-1][0].y < _LEVEL:
            rows[-1].append(word)
        else:
            rows.append([word])
    made = (Line(_plain(" ".join(each.text for each in sorted(row))), max(each.y for each in row)) for row in rows)
    return [line for line in made if line.text]


def _plain(text: str) -> str:
    """Words apart by single blanks; what a program may draw in its own way (marks of items) left out."""
    return " ".join(text.replace("\u2011", "-").replace("\u2028", " ").replace("•", " ").split())
