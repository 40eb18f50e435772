"""The languages that documents can be composed in."""

from __future__ import annotations

from briefing.compose.errors import ComposeError
from briefing.compose.phrases.english import ENGLISH
from briefing.compose.phrases.language import Language

LANGUAGES: tuple[Language, ...] = (ENGLISH,)


def language(code: str) -> Language:
    """The language of that code. ComposeError lists the codes there are."""
    found = next((each for each in LANGUAGES if each.code == code), None)
    if found is None:
        raise ComposeError(f"there is no language {code}; there are {', '.join(each.code for each in LANGUAGES)}")
    return found
