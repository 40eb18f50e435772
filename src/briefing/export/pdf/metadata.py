"""What a PDF says of itself: the information dictionary, and the same as XMP (ISO 16684-1)."""

from __future__ import annotations

from datetime import datetime
from xml.sax import saxutils

from briefing.compose.document import Document
from briefing.export.characters import legal

PRODUCER = "Briefing"

_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">'
_RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/">{0}</rdf:Description></rdf:RDF>'
)
_END = '</x:xmpmeta>\n<?xpacket end="r"?>'


def information(document: Document, now: datetime) -> dict[str, str]:
    """The information dictionary; what is empty is left out. `now` is in UTC."""
    properties = document.properties
    moment = now.strftime("D:%Y%m%d%H%M%SZ")
    rows = {
        "/Title": properties.title,
        "/Subject": properties.subject,
        "/Author": properties.author,
        "/Keywords": properties.keywords,
        "/Producer": PRODUCER,
        "/CreationDate": moment,
        "/ModDate": moment,
    }
    return {name: legal(text) for name, text in rows.items() if text}


def xmp(document: Document, now: datetime) -> bytes:
    """The metadata packet; `now` is in UTC."""
    properties = document.properties
    moment = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    rows = (
        ("dc:title", _listed("Alt", properties.title)),
        ("dc:description", _listed("Alt", properties.subject)),
        ("dc:creator", _listed("Seq", properties.author)),
        ("dc:language", _listed("Bag", document.language)),
        ("pdf:Keywords", _escape(properties.keywords)),
        ("pdf:Producer", PRODUCER),
        ("xmp:CreateDate", moment),
        ("xmp:ModifyDate", moment),
    )
    texts = "".join(f"<{name}>{text}</{name}>" for name, text in rows if text)
    return f"{_BEGIN}{_RDF.format(texts)}{_END}".encode()


def _listed(kind: str, text: str) -> str:
    """A property that is a list of one, or of one for each language."""
    if not text:
        return ""
    default = ' xml:lang="x-default"' if kind == "Alt" else ""
    return f"<rdf:{kind}><rdf:li{default}>{_escape(text)}</rdf:li></rdf:{kind}>"


def _escape(text: str) -> str:
    return saxutils.escape(legal(text))
