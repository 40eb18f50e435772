"""Some hundred documents to be laid out: the test dossiers, their reading copies, and generated ones that strain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from briefing import places
from briefing.compose.composer import Composer
from briefing.compose.copies import USUAL, Arranger, Copy
from briefing.compose.document import Block, Document, Paragraph, Span
from briefing.compose.footnotes import REFERENCE, Footnotes
from briefing.compose.languages import language
from briefing.compose.packs import load
from briefing.dossier import files
from briefing.dossier.figures import Amount, Figure, Period
from briefing.dossier.model import Dossier, Line, Person, Topic
from briefing.export.copies import letterhead_for
from briefing.frozen import frozen

PACKS = ("briefing-note", "press-release")
COPIES = (
    Copy(paper="A5"),
    Copy(large=True),
    Copy(topics_apart=True, numbered=True),
    Copy(clearance=True, numbered=True),
    Copy(paper="A5", large=True, annexes_apart=False),
)
#: How many dossiers are generated of each kind.
SEEDS = 4
#: How those with footnotes are called.
NOTED = "footnotes"


def _stock(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_LATIN = _stock(
    "the of and to a in agreement ministry framework cooperation delegation between both sides stressed importance "
    "further development bilateral relations consultations representatives intergovernmental implementation was held "
    "on it as by an at trade economic year quarter growth million exports imports partner region round commission"
)
_CYRILLIC = _stock(
    "о в на и с по для встреча стороны сотрудничество министерство иностранных дел развитие двусторонних отношений "
    "межправительственная комиссия внешнеполитическое ведомство договорённости взаимодействие товарооборот рост"
)
_LONG = (
    "Donaudampfschifffahrtsgesellschaftskapitän", "antidisestablishmentarianism",
    "https://statistics.example.org/trade/2026/table-7", "import/export", "goods-and-services",
)  # fmt: skip


@frozen
class Case:
    """A document on the bytes of a letterhead."""

    name: str
    document: Document
    letterhead: bytes


def cases() -> Iterator[Case]:
    """All cases, the same in each run. Charts are left out: their words are drawn, and stand where each program may."""
    root = Path(__file__).resolve().parent.parent
    known = sorted([*(root / "dossiers").glob("*.json"), *places.samples().glob("*.json")])
    for file in known:
        for pack in PACKS:
            yield _case(file.stem, pack, files.read(file), USUAL)
    for file in sorted(places.samples().glob("*.json")):
        for pack in PACKS:
            yield from (_case(file.stem, pack, files.read(file), copy) for copy in COPIES)
    sample = files.read(places.samples() / "aldenport-2025.json")
    for name, make in STRAINS.items():
        for seed in range(SEEDS):
            dossier = make(sample, Random(f"{name}{seed}"))
            for pack in PACKS:
                yield _case(f"{name}-{seed}", pack, dossier, USUAL)

    for seed in range(SEEDS):
        random = Random(f"{NOTED}{seed}")
        case = _case(f"{NOTED}-{seed}", PACKS[0], _many_topics(sample, random), USUAL)
        yield replace(case, document=_noted(case.document, random))


def _noted(document: Document, random: Random) -> Document:
    """The document with a footnote in one of eight of its paragraphs, and words above or below the line in as many."""

    def spans(block: Block) -> Block:
        chance = random.random()
        if not isinstance(block, Paragraph) or block.role not in ("body", "bullet", "number") or chance > 0.25:
            return block
        if chance > 0.125:
            return replace(
                block, spans=(*block.spans, Span(" Over 20 km"), Span("2", raised="super"), Span(" of land."))
            )
        note = (Span(_words(random, random.randint(4, 30))),)
        return replace(block, spans=(*block.spans, Span(REFERENCE, raised="super", note=note)))

    return replace(document, blocks=Footnotes().numbered(tuple(map(spans, document.blocks))))


@cache
def _composer(pack: str) -> Composer:
    return Composer(load(places.templates() / pack), language("en"))


def _case(name: str, pack: str, dossier: Dossier, copy: Copy) -> Case:
    plain = replace(dossier, trade=replace(dossier.trade, chart=""))
    composer = _composer(pack)
    document = Arranger(copy).arrange(composer.compose(plain), "1 January 2026, 12:00 UTC")
    ways = "-".join(name for name in ("a5" * (copy.paper == "A5"), "large" * copy.large, "topics" * copy.topics_apart,
                                      "numbered" * copy.numbered, "clearance" * copy.clearance) if name)  # fmt: skip
    letterhead = letterhead_for(composer.pack.letterhead.read_bytes(), copy)
    return Case("_".join(filter(None, (name, pack, ways))), document, letterhead)


def _words(random: Random, count: int, stock: tuple[str, ...] = _LATIN) -> str:
    said = " ".join(random.choice(stock) for _ in range(count))
    return f"{said[:1].upper()}{said[1:]}."


def _prose(random: Random, stock: tuple[str, ...] = _LATIN) -> str:
    """Paragraphs and items of every kind, some words bold or italic."""
    lines = []
    for _ in range(random.randint(1, 5)):
        kind = random.choice(("", "", "- ", "1. "))
        words = _words(random, random.randint(4, 60), stock)
        if random.random() < 0.3:
            first, _, rest = words.partition(" ")
            words = f"**{first}** *{rest}*" if rest else words
        lines.append(kind + words)
    return "\n".join(lines)


def _topics(sample: Dossier, random: Random, count: int, stock: tuple[str, ...]) -> Dossier:
    made = []
    for at in range(count):
        count_of_points = random.randint(1, 4)
        points = tuple(Line(f"p{at}x{n}", _words(random, random.randint(5, 40), stock)) for n in range(count_of_points))
        made.append(
            Topic(
                f"t{at}", _words(random, random.randint(1, 6), stock)[:-1], random.choice(("we_raise", "they_raise")),
                points=points, line_to_take=_prose(random, stock), they_may_say=_prose(random, stock),
                our_answer=_prose(random, stock), background=_prose(random, stock),
            )
        )  # fmt: skip
    return replace(sample, topics=tuple(made))


def _many_topics(sample: Dossier, random: Random) -> Dossier:
    return _topics(sample, random, random.randint(8, 40), _LATIN)


def _cyrillic(sample: Dossier, random: Random) -> Dossier:
    made = _topics(sample, random, random.randint(4, 12), _CYRILLIC)
    return replace(made, background=replace(made.background, facts=_prose(random, _CYRILLIC)))


def _long_words(sample: Dossier, random: Random) -> Dossier:
    return _topics(sample, random, random.randint(3, 8), (*_LATIN, *_LONG * 6))


def _long_tables(sample: Dossier, random: Random) -> Dossier:
    figures = []
    for at in range(random.randint(20, 70)):
        period = Period(f"{1960 + at}-01-01", f"{1960 + at}-12-31", basis="calendar")
        for measure in ("export", "import", "total"):
            value = f"{random.randint(1, 9999) / 10}"
            figures.append(Figure(f"{measure[0]}{at}", measure, "", sample.trade.reporter, sample.trade.partner, period,
                                  Amount(value, "million", "EUR", "exact")))  # fmt: skip
    return replace(sample, figures=tuple(figures))


def _many_people(sample: Dossier, random: Random) -> Dossier:
    def people(side: str) -> tuple[Person, ...]:
        return tuple(
            Person(f"{side}{at}", f"Person {at} {random.choice(_LATIN).title()}", office=_words(random, 7)[:-1],
                   biography=_prose(random), role="head" if not at else "member")
            for at in range(random.randint(4, 14))
        )  # fmt: skip

    return replace(sample, sides=tuple(replace(side, people=people(side.id)) for side in sample.sides))


def _many_lists(sample: Dossier, random: Random) -> Dossier:
    aims = sample.aims
    lines = tuple(Line(f"o{at}", _words(random, random.randint(3, 50))) for at in range(random.randint(20, 60)))
    facts = replace(sample.background, facts="\n".join(_prose(random) for _ in range(6)))
    return replace(sample, aims=replace(aims, objectives=lines, sensitivities=_prose(random)), background=facts)


STRAINS: dict[str, Callable[[Dossier, Random], Dossier]] = {
    "many-topics": _many_topics,
    "cyrillic": _cyrillic,
    "long-words": _long_words,
    "long-tables": _long_tables,
    "many-people": _many_people,
    "many-lists": _many_lists,
}
