"""The words that stand beside a number when people type figures, in English and Russian, each with what it means."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

#: "unclear" is a unit that several currencies share a sign for: its meaning names them all.
WordKind = Literal["qualifier", "scale", "unit", "unclear", "percent", "up", "down", "flat", "claim", "times", "filler"]

#: What `show_amount` writes for each qualifier; reading it gives the qualifier back.
QUALIFIER_WORDS = {
    "about": "about",
    "more_than": "more than",
    "at_least": "at least",
    "nearly": "nearly",
    "less_than": "less than",
    "at_most": "at most",
}
#: What `show_amount` writes for a unit that is no currency.
UNIT_WORDS = {"t": "tonnes"}
SCALE_WORDS = {
    "unit": "units",
    "thousand": "thousand",
    "million": "million",
    "billion": "billion",
    "trillion": "trillion",
}

#: ISO 4217, active codes of currencies (no funds, metals or test codes).
CURRENCIES = frozenset(
    re.findall(
        "[A-Z]{3}",
        """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD
        CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF
        GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK
        LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD
        OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN
        SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF
        YER ZAR ZMW""",
    )
)

_WORDS: dict[tuple[WordKind, str], str] = {
    ("qualifier", "exact"): "exactly|ровно",
    (
        "qualifier",
        "about",
    ): "about|around|approximately|approx.|approx|roughly|circa|ca.|ca|c.|~|≈|около|примерно|порядка",
    ("qualifier", "more_than"): "more than|over|above|exceeding|in excess of|>|более чем|более|свыше|больше",
    ("qualifier", "at_least"): "at least|no less than|not less than|≥|>=|не менее чем|не менее|как минимум",
    ("qualifier", "nearly"): "nearly|almost|close to|just under|почти",
    ("qualifier", "less_than"): "less than|fewer than|under|below|<|менее чем|менее|меньше",
    ("qualifier", "at_most"): "at most|up to|no more than|not more than|≤|<=|не более чем|не более",
    ("scale", "unit"): "units|unit|ед.|единиц",
    ("scale", "thousand"): "thousands|thousand|thsd|k|тыс.|тыс|тысяча|тысячи|тысяч",
    ("scale", "million"): "millions|million|mln.|mln|mio.|mio|mn|mm|m|млн.|млн|миллион|миллиона|миллионов",
    ("scale", "billion"): "billions|billion|bln.|bln|bn|b|mlrd.|mlrd|mrd.|mrd|млрд.|млрд|миллиард|миллиарда|миллиардов",
    ("scale", "trillion"): "trillions|trillion|trln|trn|tn|трлн.|трлн|триллион|триллиона|триллионов",
    (
        "unit",
        "USD",
    ): "us$|$|usd|us dollars|u.s. dollars|us dollar|dollars|dollar|долл. сша|долларов сша|доллара сша|долл.|"
    "долл|долларов|доллара|доллар",
    ("unit", "EUR"): "€|eur|euros|euro|евро",
    ("unit", "GBP"): "£|gbp|pounds sterling|pounds|pound|фунтов стерлингов",
    ("unit", "KZT"): "₸|kzt|tenge|тенге",
    ("unit", "RUB"): "₽|rub|roubles|rubles|рублей|руб.|руб",
    ("unit", "CNY"): "yuan|renminbi|юаней",
    ("unit", "TRY"): "₺",
    ("unit", "INR"): "₹",
    ("unit", "KRW"): "₩",
    ("unit", "UAH"): "₴",
    ("unit", "GEL"): "₾",
    ("unit", "AMD"): "֏",
    ("unit", "AZN"): "₼",
    ("unit", "t"): "tonnes|tonne|tons|t|тонн|тонны|т",
    ("unclear", "JPY|CNY"): "¥|￥",
    ("unclear", "SEK|NOK|DKK|ISK"): "kr.|kr|kronor|kroner",
    ("percent", "%"): "%|per cent|percent|pct|процентов|процента|процент",
    ("up", "grew"): "grew|grown|increased|increase|rose|risen|up|growth|higher|more|↑|▲|рост|прирост|"
    "вырос|выросла|выросло|вырос на|"
    "увеличился|увеличилась|увеличилось|увеличение|возрос|возросла|возросло|выше",
    ("down", "fell"): "fell|fallen|fall|decreased|decrease|declined|decline|dropped|drop|down|lower|less|shrank|↓|▼|"
    "снижение|"
    "снизился|снизилась|снизилось|упал|упала|упало|падение|спад|уменьшился|уменьшилась|уменьшилось|уменьшение|"
    "сократился|сократилась|сократилось|сокращение|ниже",
    ("flat", "unchanged"): "unchanged|flat|stable|no change|без изменений",
    ("claim", "doubled"): "doubled|удвоился|удвоилась|удвоилось",
    ("claim", "tripled"): "tripled|утроился|утроилась|утроилось",
    ("claim", "halved"): "halved",
    ("claim", "record"): "record|a record|record high",
    # In Russian "в 2 раза" is always the level: twice as much.
    ("times", "level"): "times as much|times as many|×|x|х|раз|раза",
    ("times", "increase"): "times more",
    ("times", "unclear"): "times|-fold|fold",
    ("filler", ""): "by|of|на|в",
}


def _bounded(word: str) -> str:
    """A word matches only whole: ``m`` is not the head of ``mines``, but may follow a digit (``365.8m``)."""
    head = r"(?<![^\W\d_])" if word[0].isalpha() else ""
    tail = r"(?![^\W\d_])" if word[-1].isalpha() else ""
    return head + re.escape(word) + tail


_MEANINGS: dict[str, tuple[WordKind, str]] = {
    word: meaning for meaning, words in _WORDS.items() for word in words.split("|")
}


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    """All of the words, the longest first; compiling them takes 5 ms, so it waits for the first figure."""
    return re.compile("|".join(_bounded(word) for word in sorted(_MEANINGS, key=len, reverse=True)), re.IGNORECASE)


# In capitals only: "try" and "top" are words too.
_CODE = re.compile(r"[A-Z]{3}(?![^\W\d_])")


def word_at(text: str, at: int) -> tuple[WordKind, str, str] | None:
    """The longest known word at a place of a text: its kind, its meaning, and itself as written."""
    if (code := _CODE.match(text, at)) and code[0] in CURRENCIES:
        return "unit", code[0], code[0]
    found = _words().match(text, at)
    return (*_MEANINGS[found[0].lower()], found[0]) if found else None
