"""Prose in a text document: paragraphs, items, bold and italic written into it and read out of it again."""

from __future__ import annotations

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
)

from briefing.dossier.prose import ProseKind, ProseParagraph, Run

_BOLD_FROM = QFont.Weight.DemiBold.value
_STYLES: dict[ProseKind, QTextListFormat.Style] = {
    "bullet": QTextListFormat.Style.ListDisc,
    "number": QTextListFormat.Style.ListDecimal,
}
_LINE_SEPARATOR = "\u2028"


def read(document: QTextDocument) -> tuple[ProseParagraph, ...]:
    """The paragraphs of a document, none for an empty one."""
    found: list[ProseParagraph] = []
    block = document.firstBlock()
    while block.isValid():
        found.append(ProseParagraph(kind_of(block), _runs(block)))
        block = block.next()
    if len(found) == 1 and found[0].kind == "text" and not found[0].runs:
        return ()
    return tuple(found)


def kind_of(block: QTextBlock) -> ProseKind:
    """Whether a block is a paragraph or an item."""
    items: QTextList | None = block.textList()
    if items is None:
        return "text"
    return "number" if items.format().style() == QTextListFormat.Style.ListDecimal else "bullet"


def set_kind(cursor: QTextCursor, kind: ProseKind, line: QTextBlockFormat) -> None:
    """Make the block at `cursor` a paragraph or an item; items of one kind that follow each other are one list."""
    block = cursor.block()
    if kind_of(block) == kind:
        return
    items: QTextList | None = block.textList()
    if items is not None:
        items.remove(block)
    cursor.setBlockFormat(line)
    if kind == "text":
        return
    if kind == "number":
        cursor.mergeBlockFormat(_room_for_numbers(cursor.document()))
    before = block.previous()
    joined = before.textList() if before.isValid() and kind_of(before) == kind else None
    if joined is not None:
        joined.add(block)
        return
    style = QTextListFormat()
    style.setStyle(_STYLES[kind])
    style.setIndent(1)
    cursor.createList(style)


def insert(cursor: QTextCursor, paragraphs: tuple[ProseParagraph, ...], line: QTextBlockFormat) -> None:
    """Put paragraphs in at `cursor`; the first goes on where the cursor stands, an item into an empty block only."""
    cursor.beginEditBlock()
    for at, paragraph in enumerate(paragraphs):
        if at:
            cursor.insertBlock(line, QTextCharFormat())
        if at or (paragraph.kind != "text" and not cursor.block().text()):
            set_kind(cursor, paragraph.kind, line)
        for run in paragraph.runs:
            cursor.insertText(run.text, char_format(bold=run.bold, italic=run.italic))
    cursor.endEditBlock()


def char_format(*, bold: bool, italic: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setFontItalic(italic)
    return made


def is_bold(look: QTextCharFormat) -> bool:
    return look.fontWeight() >= _BOLD_FROM


def _room_for_numbers(document: QTextDocument) -> QTextBlockFormat:
    """Two digits must fit before an item; what is left of the text area is not painted."""
    made = QTextBlockFormat()
    wanted = QFontMetricsF(document.defaultFont()).horizontalAdvance("00. ")
    made.setLeftMargin(max(0.0, wanted - document.indentWidth()))
    return made


def _runs(block: QTextBlock) -> tuple[Run, ...]:
    runs: list[Run] = []
    part = block.begin()
    while not part.atEnd():
        piece = part.fragment()
        look = piece.charFormat()
        text = piece.text().replace(_LINE_SEPARATOR, " ")
        bold, italic = is_bold(look), look.fontItalic()
        if runs and (runs[-1].bold, runs[-1].italic) == (bold, italic):
            runs[-1] = Run(runs[-1].text + text, bold, italic)
        else:
            runs.append(Run(text, bold, italic))
        part += 1
    return tuple(runs)
