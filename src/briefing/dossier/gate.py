"""The text gate: what every text passes when it enters, from the keyboard, the clipboard or a file.

"As typed" means what the gate gives: Unicode NFC, one kind of line end, and no character that a DOCX or the template
engine could not hold. Nothing is dropped in silence: a control character or noncharacter becomes its visible picture.
"""

from __future__ import annotations

import re
import unicodedata

# XML 1.0 section 2.2 (Char) leaves out the controls, the surrogates, U+FFFE and U+FFFF; the noncharacters
# U+FDD0..U+FDEF are ours for placeholders; the last two of each plane are noncharacters too; C1 controls are legal but
# never meant.
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
    + "]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    # Unicode has pictures for the C0 controls and DEL; everything else is shown as the replacement character.
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def admit(text: str) -> str:
    """Text with paragraphs: NFC, line ends as ``\\n`` (a soft line break of a word processor too)."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNFIT.sub(_picture, _LINE_ENDS.sub("\n", text)))


def admit_line(text: str) -> str:
    """Text of one line: as `admit`, and each line end and tab a blank, so that no word joins its neighbour."""
    if text.isascii() and text.isprintable():
        return text
    return admit(text).replace("\n", " ").replace("\t", " ")
