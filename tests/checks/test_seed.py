"""The figures of the release that it all began with: what can be said of them, and nothing else."""

from __future__ import annotations

from pathlib import Path

from briefing.checks.all import check
from briefing.dossier import files
from briefing.dossier.edits import set_value
from briefing.dossier.figures import Amount, Figure, Period


def test_the_seed_gives_three_notes_and_a_warning(samples: Path) -> None:
    found = check(files.read(samples / "stockholm-2023.json"))
    assert [(each.rule, each.severity, each.fields) for each in found] == [
        ("like_for_like", "warning", ("figures[f4].amount", "figures[f5].amount")),
        ("claim", "note", ("figures[f3].change", "figures[f3].amount")),
        ("sum", "note", ("figures[f6].amount", "figures[f4].amount", "figures[f5].amount")),
        ("direction", "note", ("figures[f6].amount", "figures[f3].amount")),
    ]
    like, claim, total, beyond = (each.message for each in found)
    assert "Enter January–September 2022." in like
    assert claim.endswith("until 2021 is entered. It must then be at most 232.8.")
    assert "Rounding explains the 0.1." in total
    assert "already exceeds all of 2022" in beyond
    assert found[2].explained_by_rounding


def test_the_like_time_of_last_year_settles_the_warning(samples: Path) -> None:
    dossier = files.read(samples / "stockholm-2023.json")
    span = Period("2022-01-01", "2022-09-30")
    like = (Figure("x", "export", "", "KZ", "SE", span, Amount("70", "million", "USD")),
            Figure("m", "import", "", "KZ", "SE", span, Amount("170", "million", "USD")))  # fmt: skip
    dossier = set_value(dossier, "figures", (*dossier.figures, *like))
    assert [each.severity for each in check(dossier) if each.rule == "like_for_like"] == []


def test_more_than_forty_per_cent_holds_up_to_a_base_of_232_8(samples: Path) -> None:
    dossier = files.read(samples / "stockholm-2023.json")

    def with_base(value: str) -> list[tuple[str, str]]:
        base = Figure("b", "total", "", "KZ", "SE", Period("2021-01-01", "2021-12-31"), Amount(value, "million", "USD"))
        found = check(set_value(dossier, "figures", (*dossier.figures, base)))
        return [(each.rule, each.severity) for each in found if each.fields[0] == "figures[f3].change"]

    assert with_base("232.8") == []
    assert with_base("233.2") == [("claim", "warning")]  # 39.8 %: only rounding would make it 40
    assert with_base("240.0") == [("growth", "error")]
