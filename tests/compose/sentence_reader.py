"""A reader of the sentences on figures, which knows nothing of how they are written: from text back to facts."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field, replace
from decimal import Decimal

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
M = "(?:" + "|".join(MONTHS) + ")"
SPAN = (
    rf"(?:the same period of [0-9]{{4}}|the (?:first|second|third|fourth) (?:quarter|half) of [0-9]{{4}}"
    rf"|[0-9]+ {M} [0-9]{{4}}|{M}–{M} [0-9]{{4}}|{M} [0-9]{{4}}–{M} [0-9]{{4}}|{M} [0-9]{{4}}"
    r"|[0-9]{4}–[0-9]{4}|[0-9]{4})"
)
NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
QUALIFIER = "(?:(about|more than|at least|nearly|less than|at most) )?"
SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
UNITS = {"US dollars": "USD", "euros": "EUR"}
AMOUNT = rf"{QUALIFIER}(−?{NUMBER})(?: (thousand|million|billion|trillion))?(?: (US dollars|euros))?"
WAYS = {
    "grew": "up", "rose": "up", "doubled": "up", "tripled": "up", "quadrupled": "up", "fell": "down", "halved": "down",
    "grow": "up", "double": "up", "triple": "up", "quadruple": "up", "fall": "down", "halve": "down",
}  # fmt: skip
FACTORS = {"doubl": Decimal(2), "tripl": Decimal(3), "quadrupl": Decimal(4), "halv": Decimal("0.5")}


class UnreadableError(AssertionError):
    """A sentence that does not read as English on figures."""


@dataclass(frozen=True)
class Level:
    value: Decimal
    unit: str = ""
    qualifier: str = ""


@dataclass(frozen=True)
class Fact:
    """What one clause states. `size` is a kind (percent, factor, increase, times, amount), a number, a qualifier."""

    measure: str
    period: str
    level: Level | None = None
    way: str = ""
    size: tuple[str, Decimal, str] | None = None
    second: tuple[str, Decimal, str] | None = None
    base: str = ""
    base_level: Level | None = None
    exceeds: str = ""
    status: str = ""
    record: bool = False


@dataclass
class Reader:
    """A text and how far it has been read; the currency, base and period named so far hold on."""

    text: str
    at: int = 0
    unit: str = ""
    base: str = ""
    period: str = ""
    verb: str = field(default="")

    def take(self, pattern: str) -> re.Match[str] | None:
        found = re.compile(pattern).match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def must(self, pattern: str) -> re.Match[str]:
        found = self.take(pattern)
        if found is None:
            raise UnreadableError(f"{self.text!r}: {pattern} expected at {self.text[self.at :]!r}")
        return found

    @property
    def done(self) -> bool:
        return self.at == len(self.text)

    def amount(self) -> Level | None:
        if self.take("zero"):
            return Level(Decimal(), self.unit)
        found = self.take(AMOUNT)
        if found is None:
            return None
        self.unit = UNITS[found[4]] if found[4] else self.unit
        value = decimal(found[2]).scaleb(SCALES[found[3] or ""])
        return Level(value, self.unit, found[1] or "")

    def in_base(self) -> None:
        """The time of the base where it is named, with its preposition."""
        if found := self.take(rf" (?:in|on) ({SPAN})"):
            self.base = iso(found[1], self.period)


def decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("−", "-"))


def iso(span: str, period: str = "") -> str:
    """A time in words as ``first/last`` day; the same period is that of `period`, in another year."""
    if found := re.fullmatch(r"the same period of ([0-9]{4})", span):
        first, last = period.split("/")
        if last[5:] == "02-29":
            return f"{found[1]}{first[4:]}/{found[1]}-02-28"
        return f"{found[1]}{first[4:]}/{found[1]}{last[4:]}"
    if found := re.fullmatch(r"the (\w+) (quarter|half) of ([0-9]{4})", span):
        nth = ("first", "second", "third", "fourth").index(found[1])
        months = 3 if found[2] == "quarter" else 6
        return _between(found[3], nth * months + 1, found[3], (nth + 1) * months)
    if found := re.fullmatch(rf"([0-9]+) ({M}) ([0-9]{{4}})", span):
        day = f"{found[3]}-{MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}"
        return f"{day}/{day}"
    words = [each.split() for each in span.split("–")]
    if len(words) == 2 and len(words[0]) == 1 and not words[0][0].isdigit():
        words[0].append(words[1][1])
    start, end = words[0], words[-1]
    begin = 1 if len(start) == 1 else MONTHS.index(start[0]) + 1
    return _between(start[-1], begin, end[-1], 12 if len(end) == 1 else MONTHS.index(end[0]) + 1)


def _between(year: str, first: int, last_year: str, last: int) -> str:
    return f"{year}-{first:02}-01/{last_year}-{last:02}-{monthrange(int(last_year), last)[1]:02}"


def line(sentence: str) -> list[Fact]:
    """The facts of a sentence on trade: its total, exports and imports."""
    read = Reader(sentence)
    read.period = iso(read.must(rf"(?:In|On) ({SPAN})")[1])
    status = read.take(r" \((provisional|revised) figures\)| \((estimates)\)")
    read.must(", ")
    facts: list[Fact] = []
    if read.take("trade "):
        facts.append(verb(read, "total"))
        if not read.done:
            read.must(": ")
    while not read.done:
        named = read.must(r"(?:, while |, and | and )?(export|import)s (?:from [A-Z]\w+ )?")
        facts.append(verb(read, named[1]))
    common = (status[1] or status[2].removesuffix("s")) if status else ""
    return [replace(fact, status=fact.status or common) for fact in facts]


def verb(read: Reader, measure: str) -> Fact:
    """One clause from its verb on; a verb that is left out is that of the clause before."""
    fact = Fact(measure, read.period)
    target = read.take("(?:is|are) to ")
    if target:
        fact = replace(fact, status="target")
    if read.take("came to |has come to |stood at |reach "):
        read.verb = "came"
        fact = level(read, fact)
    elif read.take("(?:was|were|be) (?=a record|zero|[0-9])"):
        fact = level(read, fact)
    elif found := read.take(r"(?:was |were |be )(almost )?unchanged(?: \(([+−])([0-9,.]+)%\))?"):
        sign = "-" if found[2] == "−" else ""
        size = ("percent", decimal(sign + found[3]), "") if found[3] else None
        fact = replace(fact, way="flat", size=size)
        if from_ := read.take(rf" from ({SPAN})"):
            read.base = iso(from_[1], read.period)
            fact = replace(fact, base=read.base)
        if read.take(", at "):
            fact = level(read, fact)
    else:
        fact = _moved(read, fact)
    if exceeds := read.take(", already more than in the whole of ([0-9]{4})"):
        fact = replace(fact, exceeds=exceeds[1])
    if read.take(", compared with "):
        fact = replace(fact, base_level=read.amount())
        read.in_base()
        fact = replace(fact, base=read.base)
    return fact


def level(read: Reader, fact: Fact) -> Fact:
    """The clause with the amount that stands here, a record or not, final or not."""
    record = read.take("a record ") is not None
    found = read.amount()
    if found is None:
        raise UnreadableError(f"{read.text!r}: no amount at {read.text[read.at :]!r}")
    if status := read.take(r" \((provisional|revised|estimate)\)"):
        fact = replace(fact, status=status[1])
    return replace(fact, level=found, record=record)


def _moved(read: Reader, fact: Fact) -> Fact:
    found = read.take(rf"{QUALIFIER}({'|'.join(WAYS)})(?![a-z])")
    if found is None and read.verb == "came":
        read.must("to ")
        return level(read, fact)
    if found is not None:
        read.verb = found[2]
    way = WAYS[read.verb]
    stem = next((stem for stem in FACTORS if found is not None and found[2].startswith(stem)), "")
    factor = ("factor", FACTORS[stem], (found[1] or "") if found else "") if stem else None
    second = None
    if percent := read.take(r" \(([+−])([0-9,.]+)%\)"):
        second = ("percent", decimal(percent[2]), "")
        assert percent[1] == {"up": "+", "down": "−"}[way], f"sign and verb differ in {read.text!r}"
    fact = replace(fact, way=way, size=factor or size(read), second=second)
    if read.take(",? ?from "):
        fact = replace(fact, base_level=read.amount())
        read.in_base()
        fact = replace(fact, base=read.base)
        read.must(" to ")
        return level(read, fact)
    if compared := read.take(rf" compared with ({SPAN})"):
        read.base = iso(compared[1], read.period)
        fact = replace(fact, base=read.base)
        return level(read, fact) if read.take(", to ") else fact
    return level(read, fact) if read.take(",? ?to ") else fact


def size(read: Reader) -> tuple[str, Decimal, str] | None:
    start = read.at
    if found := read.take(rf" ?by {QUALIFIER}({NUMBER})%"):
        return "percent", decimal(found[2]), found[1] or ""
    if found := read.take(rf" ?by a factor of {QUALIFIER}({NUMBER})"):
        return "factor", decimal(found[2]), found[1] or ""
    if found := read.take(rf" ?by {QUALIFIER}({NUMBER}) times the earlier amount"):
        return "increase", decimal(found[2]), found[1] or ""
    if found := read.take(rf" to {QUALIFIER}({NUMBER}) times the earlier amount"):
        return "factor", decimal(found[2]), found[1] or ""
    if found := read.take(rf" ?{QUALIFIER}({NUMBER}) times"):
        return "times", decimal(found[2]), found[1] or ""
    if read.take(" ?by "):
        amount = read.amount()
        if amount is not None:
            return "amount", amount.value, amount.qualifier
    read.at = start
    return None
