"""Builds the letterheads that ship, part by part, so that each build gives the same files."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from letterhead_furniture import CONTINUATION, FOOTER, first_header
from letterhead_styles import HEADING, NUMBERING, styles
from letterhead_theme import theme
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
DEVICE = ROOT / "resources" / "device.svg"
#: Pixels along each side of the device, which prints 33 pt wide: 720 dots per inch.
DEVICE_PIXELS = 330

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

#: The parts of the main document: relationship kind and file; their ids are rId1, rId2 and so on.
_PARTS = (
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("header", "header1.xml"),
    ("header", "header2.xml"),
    ("footer", "footer1.xml"),
    ("footer", "footer2.xml"),
    ("theme", "theme/theme1.xml"),
)


def _relationships(*targets: tuple[str, str]) -> str:
    """The text of a relationships part; a kind without a scheme belongs to the office namespace."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if ":" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _content_types() -> str:
    theme_type = "application/vnd.openxmlformats-officedocument.theme"
    kinds = "".join(
        f'<Override PartName="/word/{file}" ContentType="{theme_type if kind == "theme" else f"{_TYPES}.{kind}"}+xml"/>'
        for kind, file in _PARTS
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>{kinds}'
        f'<Override PartName="/docProps/core.xml"'
        f' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


# ISO A4 and the side margins of the house in twentieths of a point. The first header is taller than the top
# margin and pushes the text of its page down; the other pages begin higher.
_DOCUMENT = (
    f'<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'
    '<w:sectPr><w:headerReference w:type="default" r:id="rId6"/><w:headerReference w:type="first" r:id="rId5"/>'
    '<w:footerReference w:type="default" r:id="rId8"/><w:footerReference w:type="first" r:id="rId7"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1560" w:right="1360" w:bottom="1440" w:left="1360" w:header="974" w:footer="800" w:gutter="0"/>'
    '<w:cols w:space="720"/><w:titlePg/></w:sectPr></w:body></w:document>'
)

_SETTINGS = (
    f'<w:settings xmlns:w="{_WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)

_FONTS = (
    f'<w:fonts xmlns:w="{_WORD}">'
    '<w:font w:name="Liberation Serif"><w:altName w:val="Times New Roman"/><w:charset w:val="00"/>'
    '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    '<w:font w:name="Liberation Sans"><w:altName w:val="Arial"/><w:charset w:val="00"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>Briefing</dc:creator><dc:language>en-GB</dc:language>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
    )


def draw_device() -> bytes:
    """The house's device as a PNG on a clear ground, in one colour of 256 strengths, which keeps it small."""
    drawn = QImage(DEVICE_PIXELS, DEVICE_PIXELS, QImage.Format.Format_ARGB32)
    drawn.fill(0)
    painter = QPainter(drawn)
    QSvgRenderer(str(DEVICE)).render(painter)
    painter.end()
    strength = drawn.convertToFormat(QImage.Format.Format_Alpha8)
    image = QImage(
        strength.constBits(), DEVICE_PIXELS, DEVICE_PIXELS, strength.bytesPerLine(), QImage.Format.Format_Indexed8
    )
    image.setColorTable([(alpha << 24) | int(HEADING, 16) for alpha in range(256)])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def parts(title: str, *, department: bool, device: bytes) -> dict[str, bytes]:
    """The parts of one letterhead by their name in the package, in the order in which they are written."""
    package = f"{_PACKAGE}/relationships/metadata/core-properties"
    texts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(("officeDocument", "word/document.xml"), (package, "docProps/core.xml")),
        "docProps/core.xml": _core(title),
        "word/document.xml": _DOCUMENT,
        "word/_rels/document.xml.rels": _relationships(*_PARTS),
        "word/styles.xml": styles(),
        "word/numbering.xml": NUMBERING,
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _FONTS,
        "word/theme/theme1.xml": theme(),
        "word/header1.xml": first_header(department=department),
        "word/_rels/header1.xml.rels": _relationships(("image", "media/device.png")),
        "word/header2.xml": CONTINUATION,
        "word/footer1.xml": FOOTER,
        "word/footer2.xml": FOOTER,
    }
    return {name: (_DECLARATION + text).encode() for name, text in texts.items()} | {"word/media/device.png": device}


def pack(contents: Mapping[str, bytes]) -> bytes:
    """A zip archive of these parts, each dated 1 January 1980, so that equal parts make equal files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in contents.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, compresslevel=9)
    return buffer.getvalue()


def letterheads(device: bytes) -> dict[str, dict[str, bytes]]:
    """The parts of each letterhead by the pack that it belongs to."""
    return {
        "briefing-note": parts("Letterhead of a briefing note", department=True, device=device),
        "press-release": parts("Letterhead of a press release", department=False, device=device),
    }


def main() -> None:
    for name, contents in letterheads(draw_device()).items():
        path = ROOT / "templates" / name / "letterhead.docx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pack(contents))
        sys.stdout.write(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
