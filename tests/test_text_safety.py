"""Any text in any field comes out of the DOCX and of the Markdown as the text gate made it, and nothing raises."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from briefing import places
from briefing.compose.composer import Composer
from briefing.compose.languages import language
from briefing.compose.packs import load
from briefing.dossier import files, gate, prose
from briefing.dossier.fields import field_at, leaves
from briefing.dossier.model import Dossier
from briefing.export.docx.writer import write as write_docx
from briefing.export.markdown import write as write_markdown

NOW = datetime(2025, 1, 2, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HARD = [
    "Ernst & Young <KZ>", "R&D", "*a*", "**b", "a|b", "# x", "1. x", "- x", "> x", "{{7*7}}", "{% for %}", "{lead} x",
    "]]>", "&amp;", "<!-- x -->", "NUL \x00 in it", "soft\x0bbreak", "half \ud800 pair", "non\ufffecharacter",
    "place\ufdd03\ufdd1holder", "mark\ufdd29:x\ufdd3", "\u202eright to left\u202c", "שלום", "👩\u200d⚖️ 🇰🇿",
    "no\u00a0break", "a  b", "https://example.org/?a=1&b=2", "[x](javascript:y)", "`code`", "~~s~~", "a\\b", "\\*",
    "_x_", "---", "| - |",
]  # fmt: skip


def is_words(pattern: str) -> bool:
    """Whether a field holds words of the person's own, which print as they are."""
    return field_at(pattern).kind in ("line", "list", "prose") and not pattern.startswith(("figures", "sources[].id"))


FIELDS = tuple(pattern for pattern in leaves() if is_words(pattern))


@cache
def composer(folder: Path) -> Composer:
    """A pack that prints every field of words in a paragraph of its own, after the number of the field and a colon."""
    folder.mkdir(exist_ok=True)
    (folder / "template.toml").write_text('audience = "internal"\n[name]\nen = "All"\n', "utf-8")
    (folder / "body.en.md").write_text("\n\n".join(map(printed, range(len(FIELDS)))) + "\n", "utf-8")
    shipped = places.templates() / "briefing-note" / "letterhead.docx"
    (folder / "letterhead.docx").write_bytes(shipped.read_bytes())
    return Composer(load(folder), language("en"))


def printed(number: int) -> str:
    """The template's lines for one field: loops around it where it lies in rows."""
    *lists, last = FIELDS[number].split("[]")
    name, head, tail = "", "", ""
    for depth, each in enumerate(lists):
        head += f"{{% for r{depth} in {name}{each} %}}\n"
        name, tail = f"r{depth}", "{% endfor %}\n" + tail
    return f"{head}\nN{number}: {{{{ {name}{last} }}}}\n\n\n{tail}"


def filled(texts: dict[str, str]) -> Dossier:
    """A dossier with these texts, by pattern, one row in each list; read as from a file."""
    tree: dict[str, Any] = {"schema_version": 1}
    for pattern, text in texts.items():
        here: Any = tree
        *inner, last = pattern.replace("[]", ".0").split(".")
        for name, following in zip(inner, [*inner[1:], last], strict=False):
            here = _step(here, name, following == "0")
        here[last] = text
    _give_ids(tree, iter(range(10_000)))
    return files.loads(json.dumps(tree))


def _step(here: Any, name: str, is_list: bool) -> Any:
    if name == "0":
        if not here:
            here.append({})
        return here[0]
    return here.setdefault(name, [] if is_list else {})


def _give_ids(value: Any, numbers: Iterator[int]) -> None:
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _give_ids(inner, numbers)
        if isinstance(value, list):
            inner["id"] = f"r{next(numbers)}"


def expected(pattern: str, text: str) -> str:
    """What the gate makes of a text, as it stands in one paragraph after its number."""
    if field_at(pattern).kind != "prose":
        return gate.admit_line(text)
    return prose.plain(gate.admit(text)).split("\n")[0]


def in_docx(data: bytes) -> dict[int, str]:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    texts = ("".join(_run_text(each) for each in p.iter(f"{W}t", f"{W}tab", f"{W}br")) for p in body.iter(f"{W}p"))
    return _by_number(texts)


def _run_text(element: Any) -> str:
    return {f"{W}tab": "\t", f"{W}br": "\n"}.get(element.tag, element.text or "")


def in_markdown(text: str) -> dict[int, str]:
    inline = (
        token for token in MarkdownIt("commonmark", {"html": False}).enable("table").parse(text) if token.children
    )
    return _by_number("".join(_token_text(child) for child in token.children or ()) for token in inline)


def _token_text(child: Any) -> str:
    return "\n" if child.type in ("softbreak", "hardbreak") else str(child.content)


def _by_number(texts: Iterator[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for text in texts:
        number, colon, rest = text.partition(": ")
        if colon and number[:1] == "N" and number[1:].isdigit():
            found[int(number[1:])] = rest
    return found


def came_out(folder: Path, texts: dict[str, str]) -> None:
    """Put texts into their fields and look for them in both files."""
    made = composer(folder)
    document = made.compose(filled(texts))
    docx = in_docx(write_docx(document, made.pack.letterhead.read_bytes(), now=NOW))
    markdown = in_markdown(write_markdown(document))
    for pattern, text in texts.items():
        number, wanted = FIELDS.index(pattern), expected(pattern, text)
        if not wanted.strip():
            continue  # an empty field prints its gap, and a paragraph's end holds no blanks
        assert docx[number].rstrip(" ") == wanted.rstrip(" "), (pattern, text)
        assert markdown[number].strip(" ") == wanted.strip(" "), (pattern, text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("packs") / "all"


def test_there_are_many_fields_of_words() -> None:
    assert len(FIELDS) > 60


@pytest.mark.parametrize("text", HARD, ids=ascii)
def test_a_hard_text_comes_out_of_every_field(folder: Path, text: str) -> None:
    came_out(folder, dict.fromkeys(FIELDS, text))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_text_comes_out_of_every_field(folder: Path, data: st.DataObject) -> None:
    text = st.text(st.characters(codec=None), max_size=30)
    came_out(folder, {pattern: data.draw(text, pattern) for pattern in FIELDS})


def test_a_megabyte_comes_out(folder: Path) -> None:
    came_out(folder, {"meeting.reason": "Words & *more* <words>. " * 42_000, "meeting.city": "x" * 1_000_000})
