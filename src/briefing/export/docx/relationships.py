"""What leads from part to part in a package (ISO/IEC 29500-2, clauses 7 and 8)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from briefing.export.docx.text import escape
from briefing.frozen import frozen
from briefing.letterhead.names import OFFICE, PACKAGE_RELATIONSHIPS

CONTENT_TYPES = "[Content_Types].xml"

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@frozen
class Target:
    """A relationship: its id, its whole type, and a part's name or an address outside the file."""

    id: str
    type: str
    target: str
    external: bool = False


def relationships(part: str, targets: Iterable[Target]) -> tuple[str, str]:
    """Name and text of the part that holds what `part` leads to; an empty name stands for the package itself."""
    folder, base = posixpath.split(part)
    rows = "".join(
        f'<Relationship Id="{escape(row.id)}" Type="{row.type}" Target="{escape(row.target)}" TargetMode="External"/>'
        if row.external
        else f'<Relationship Id="{escape(row.id)}" Type="{row.type}"'
        f' Target="{escape(posixpath.relpath(row.target, folder or "."))}"/>'
        for row in targets
    )
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    return name, f'{_DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{rows}</Relationships>'


def package_relationships(main: str, core: str) -> tuple[str, str]:
    """What the package itself leads to: the document and what it says of itself."""
    return relationships("", (
        Target("rId1", f"{OFFICE}/officeDocument", main),
        Target("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", core),
    ))  # fmt: skip


def link(number: int, address: str) -> Target:
    """The relationship of a document's link of that number."""
    return Target(f"link{number}", f"{OFFICE}/hyperlink", address, external=True)


def content_types(types: Mapping[str, str]) -> str:
    """The content types part, naming the type of each part on its own."""
    rows = "".join(f'<Override PartName="/{escape(name)}" ContentType="{kind}"/>' for name, kind in types.items())
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )
