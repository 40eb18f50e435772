"""Documents entered quickly: figures as lines of text, read by the program's own readers, with what is said of them.

A line is ``id measure | period | amount | key: value | …``; ``!`` before the id marks what is false. After ``--`` stand
the findings. Run as a module it renews them, to be read in the diff.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.checks.all import check
from briefing.checks.finding import Finding
from briefing.dossier import files
from briefing.dossier.entry import Refusal, read_amount, read_change, read_period
from briefing.dossier.figures import Amount, Figure, Period, Rank, Share, Source, Span
from briefing.dossier.model import EMPTY, Dossier, Trade

DOCUMENTS = Path(__file__).parent / "documents"


@dataclass(frozen=True)
class Document:
    """A document: its dossier, the ids of the figures of which something false is said, and the findings expected."""

    path: Path
    dossier: Dossier
    false: tuple[str, ...]
    said: tuple[str, ...]


def document(path: Path) -> Document:
    text, _, said = path.read_text("utf-8").partition("--\n")
    dossier, false = entered(text.partition("\n")[2])
    return Document(path, dossier, false, tuple(said.splitlines()))


def entered(text: str) -> tuple[Dossier, tuple[str, ...]]:
    """The dossier of some lines, as it comes out of a file, and the ids of what is false in it."""
    dossier, false = EMPTY, []
    for line in filter(None, map(str.strip, text.splitlines())):
        key, _, rest = line.partition(" ")
        if key == "dated":
            dossier = replace(dossier, meeting=replace(dossier.meeting, date=rest))
        elif key == "table":
            values = dict(zip(("reporter", "partner", "unit", "scale", "source"), rest.split(), strict=False))
            dossier = replace(dossier, trade=replace(Trade(), **values))  # type: ignore[arg-type]
        elif key == "source":
            dossier = replace(dossier, sources=(*dossier.sources, _source(rest)))
        else:
            if line.startswith("!"):
                false.append(key.lstrip("!"))
            dossier = replace(dossier, figures=(*dossier.figures, _figure(line.lstrip("!"))))
    return files.loads(files.dumps(dossier)), tuple(false)


def brief(text: str, *rules: str) -> list[str]:
    """What is said of some lines: severity, rule and the figures, in the order in which they are named."""
    found = [each for each in check(entered(text)[0]) if not rules or each.rule in rules]
    return [f"{each.severity} {each.rule} {' '.join(_ids(each))}" for each in found]


def words(text: str, *rules: str) -> str:
    """The sentences said of some lines."""
    found = [each.message for each in check(entered(text)[0]) if not rules or each.rule in rules]
    return " | ".join(found).replace("\u00a0", " ")


def _ids(found: Finding) -> list[str]:
    return list(dict.fromkeys(field.partition("[")[2].partition("]")[0] for field in found.fields))


def told(found: Finding) -> str:
    """A finding in one line."""
    fields = " ".join(field.removeprefix("figures") for field in found.fields)
    return f"{found.severity} {found.rule} {fields}: {found.message}".replace("\u00a0", " ")


def _source(text: str) -> Source:
    source_id, *rest = text.split()
    values = dict(part.split("=") for part in rest)
    return Source(source_id, "Bureau of Statistics", released=values.get("released", ""), next_release=values["next"])


def _figure(line: str) -> Figure:
    head, period, amount, *more = (part.strip() for part in line.split("|"))
    figure_id, measure = head.split(" ", 1)
    figure = Figure(figure_id, measure.strip(), period=_period(period), amount=_amount(amount))
    for part in more:
        key, _, value = part.partition(": ")
        figure = _WITH[key](figure, value.strip())
    return figure


def _period(text: str) -> Period:
    if text.startswith("fiscal "):
        return Period(label=text.removeprefix("fiscal "), basis="fiscal")
    found = read_period(text)
    assert isinstance(found, Period), found
    return found


def _amount(text: str) -> Amount:
    found = read_amount(text, ".") if text else Amount()
    assert isinstance(found, Amount), found
    return found


def _growth(figure: Figure, text: str) -> Figure:
    found = read_change(text, ".")
    assert not isinstance(found, Refusal), found
    return replace(figure, change=replace(found, base=figure.change.base))


def _base(figure: Figure, text: str) -> Figure:
    found = _period(text)
    return replace(figure, change=replace(figure.change, base=Span(found.start, found.end)))


def _said_of_change(name: str) -> Callable[[Figure, str], Figure]:
    def put(figure: Figure, text: str) -> Figure:
        values = {name: text}
        return replace(figure, change=replace(figure.change, **values))  # type: ignore[arg-type]

    return put


def _own(name: str) -> Callable[[Figure, str], Figure]:
    def put(figure: Figure, text: str) -> Figure:
        values = {name: text}
        return replace(figure, **values)  # type: ignore[arg-type]

    return put


def _by(figure: Figure, text: str) -> Figure:
    return replace(figure, change=replace(figure.change, absolute=_amount(text)))


def _share(figure: Figure, text: str) -> Figure:
    percent, of = text.split(" ", 1)
    return replace(figure, share=Share(percent, of))


def _rank(figure: Figure, text: str) -> Figure:
    value, _, among = text.partition(" among")
    return replace(figure, rank=Rank(int(value), among.strip()))


def _label(figure: Figure, text: str) -> Figure:
    return replace(figure, period=replace(figure.period, label=text))


_WITH: dict[str, Callable[[Figure, str], Figure]] = {
    "growth": _growth, "base": _base, "by": _by, "share": _share, "rank": _rank, "label": _label,
    "percent": _said_of_change("percent"), "factor": _said_of_change("factor"),
    "means": _said_of_change("factor_means"), "way": _said_of_change("direction"),
    "claim": _said_of_change("claim"), "printed": _said_of_change("as_printed"),
    "scope": _own("scope"), "whose": _own("reporter"), "with": _own("partner"), "status": _own("status"),
    "source": _own("source"), "note": _own("note"),
}  # fmt: skip


def renew() -> None:
    for path in sorted(DOCUMENTS.glob("*.txt")):
        text = path.read_text("utf-8").partition("--\n")[0]
        said = "".join(f"{told(each)}\n" for each in check(document(path).dossier))
        path.write_text(f"{text}--\n{said}", "utf-8")


if __name__ == "__main__":
    renew()
