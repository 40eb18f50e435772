"""Countries in English: their names in a list, and in running text with the article that some of them take."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.dossier.english_country_names import NAMES

# CLDR writes for menus; these are the names as they stand in a sentence.
_NAMES = {
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "VA": "Holy See",
}
#: Names that take "the" in a sentence, beside all that end in "Islands" or "Territories".
_WITH_ARTICLE = frozenset(
    ["AE", "BS", "CD", "CF", "CG", "DO", "EU", "GB", "GM", "KM", "MV", "NL", "PH", "SC", "UN", "US", "VA"],
)
# CLDR's territories hold groups and reserved codes too; what has two letters and is no group is a country.
_NO_COUNTRY = frozenset(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"])

#: Names of organisations and states, as typed, that are a noun with its own words around it: European Union.
_BODIES = (
    r"(?!the |a |an )(?:[\w’'-]+ )*(?:Alliance|Association|Commission|Commonwealth|Community|Council|Court|Emirates"
    r"|Federation|Fund|Group|Islands|Isles|Kingdom|League|Organi[sz]ation|Partnership|Republic|Secretariat"
    r"|Union|United Nations)\b"
)


@lru_cache(maxsize=512)
def country(code: str) -> str:
    """The name of a country by its ISO 3166 code; another text is a name already (a group, an organisation)."""
    if len(code) != 2 or not code.isupper():
        return code
    return _NAMES.get(code) or NAMES.get(code, code)


@lru_cache(maxsize=512)
def in_text(code: str) -> str:
    """The name as it stands within a sentence: Sweden, the United Kingdom."""
    name = country(code)
    if name != code:
        return f"the {name}" if code in _WITH_ARTICLE or name.endswith((" Islands", " Territories")) else name
    return f"the {name}" if name == "world" or re.match(_BODIES, name) else name


@lru_cache(maxsize=1)
def countries() -> tuple[tuple[str, str], ...]:
    """All countries as (code, name), by name."""
    codes = (code for code in NAMES if code not in _NO_COUNTRY)
    return tuple(sorted(((code, country(code)) for code in codes), key=lambda pair: pair[1]))
