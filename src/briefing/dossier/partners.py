"""Partners under one code each, however they are written: Sweden is SE, the European Union is EU, all is world."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.dossier.english_country_names import NAMES

WORLD = "world"

#: Groups of countries by the code they are known by, with the members of today. Some had others before.
_GROUPS: dict[str, frozenset[str]] = {
    code: frozenset(members.split())
    for code, members in {
        "ASEAN": "BN ID KH LA MM MY PH SG TH VN",
        "Baltic states": "EE LT LV",
        "Benelux": "BE LU NL",
        "CIS": "AM AZ BY KG KZ MD RU TJ UZ",
        "Central Asia": "KG KZ TJ TM UZ",
        "EAEU": "AM BY KG KZ RU",
        "EFTA": "CH IS LI NO",
        "EU": "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK",
        "G7": "CA DE FR GB IT JP US",
        "GCC": "AE BH KW OM QA SA",
        "Mercosur": "AR BR PY UY",
        "Nordic countries": "DK FI IS NO SE",
        "Visegrad Group": "CZ HU PL SK",
    }.items()
}
#: Other ways to write what is in the table of names or of groups.
_ALIASES = {
    "asean countries": "ASEAN",
    "association of southeast asian nations": "ASEAN",
    "baltic countries": "Baltic states",
    "baltics": "Baltic states",
    "burma": "MM",
    "central asian countries": "Central Asia",
    "cis countries": "CIS",
    "commonwealth of independent states": "CIS",
    "czech republic": "CZ",
    "eaeu countries": "EAEU",
    "eu countries": "EU",
    "eu member states": "EU",
    "eu27": "EU",
    "eu-27": "EU",
    "eurasian economic union": "EAEU",
    "european union": "EU",
    "great britain": "GB",
    "gulf cooperation council": "GCC",
    "holland": "NL",
    "hong kong": "HK",
    "kyrgyz republic": "KG",
    "macao": "MO",
    "macedonia": "MK",
    "myanmar": "MM",
    "nordics": "Nordic countries",
    "people's republic of china": "CN",
    "prc": "CN",
    "republic of korea": "KR",
    "russian federation": "RU",
    "slovak republic": "SK",
    "swaziland": "SZ",
    "turkey": "TR",
    "uae": "AE",
    "uk": "GB",
    "united states of america": "US",
    "us": "US",
    "usa": "US",
    "viet nam": "VN",
    "visegrad countries": "Visegrad Group",
    "w00": WORLD,
    "all countries": WORLD,
    "all partners": WORLD,
    "all trading partners": WORLD,
}
_AND = re.compile(r"\s*(?:,| and |&|\+|;|/)\s*")
#: What stands before the name of the other side of a trade: "exports to Sweden".
_TOWARDS = r"(?:to|with|from|into)\s+(?:the\s+)?"


@lru_cache(maxsize=4096)
def code_of(text: str) -> str:
    """The one code of a country, group or list of countries ("DE+IT"); an unknown name in small letters.

    So two ways to write one partner are equal, and a name is told from a code of two capitals.
    """
    small = " ".join(text.split()).casefold().removeprefix("the ")
    if found := _codes().get(small):
        return found
    parts = [_codes().get(part.removeprefix("the "), "") for part in _AND.split(small) if part]
    if len(parts) > 1 and all(map(is_country, parts)):
        return "+".join(sorted(set(parts)))
    return small


def is_country(code: str) -> bool:
    return len(code) == 2 and code.isupper() and code not in ("EU", "EZ", "G7", "QO", "UN", "ZZ")


def place_name(text: str) -> str:
    """The English name of a country by its code; another text as it is."""
    return NAMES.get(text, text)


def is_list(code: str) -> bool:
    """Whether a code names its countries one by one, so that they make up the whole of it."""
    return "+" in code


def members(code: str) -> frozenset[str]:
    """The countries of a group or list; none of a single country, of the world, or of a group not known."""
    return frozenset(code.split("+")) if is_list(code) else _GROUPS.get(code, frozenset())


def holds(whole: str, part: str) -> bool:
    """Whether what is traded with one partner is surely a part of what is traded with the other."""
    if whole == part:
        return False
    if whole == WORLD:
        return is_country(part) or bool(members(part))
    inside = members(part) or (frozenset([part]) if is_country(part) else frozenset())
    return bool(inside) and inside <= members(whole)


@lru_cache(maxsize=1024)
def named_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom a text names as whose trade it is, and as the other side, as "Italy's exports to the EU" does."""
    whose: list[str] = []
    towards: list[str] = []
    for found in _in_text().finditer(text):
        (towards if found["towards"] else whose).append(code_of(found["name"]))
    return tuple(whose), tuple(towards)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    names = {name.casefold(): code for code, name in NAMES.items()}
    itself = {code.casefold(): code for code in NAMES}
    return {**itself, **names, **{code.casefold(): code for code in _GROUPS}, WORLD: WORLD, **_ALIASES}


@lru_cache(maxsize=1)
def _in_text() -> re.Pattern[str]:
    """Names as they stand in a text, the longest first."""
    names = {*NAMES.values(), *_GROUPS, "Czech Republic", "Russian Federation", "Turkey", "UAE", "UK", "US", "USA"}
    every = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?P<towards>{_TOWARDS})?\b(?P<name>{every})\b")
