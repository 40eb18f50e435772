"""What a language has to offer: how it shows a field's value, its filters, and the names of things on the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefing.dossier.fields import Field
from briefing.frozen import frozen


@frozen
class Language:
    """A language of documents. `tag` is the BCP 47 tag that the exported file declares."""

    code: str
    tag: str
    name: str
    show: Callable[[Field, str], str]
    filters: Mapping[str, Callable[..., Any]]
