"""Cases from published documents, entered as dossier files, with the verdict that each deserves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.cli_runs import run

from briefing.checks.all import check
from briefing.dossier import files

YEAR, NINE = ("01-01", "12-31"), ("01-01", "09-30")


class Case(NamedTuple):
    """Figures as they stand in the file, and what is to be said of them: severity, rule, field, and words of it."""

    figures: list[dict[str, Any]]
    said: list[tuple[str, str, str, str]]


def figure(
    figure_id: str, measure: str, year: int, value: str, change: dict[str, Any] | None = None,
    span: tuple[str, str] = YEAR, pair: str = "KZ SE", unit: str = "million USD",
) -> dict[str, Any]:  # fmt: skip
    reporter, partner = pair.split()
    scale, currency = unit.split()
    return {
        "id": figure_id, "measure": measure, "scope": "goods", "reporter": reporter, "partner": partner,
        "period": {"start": f"{year}-{span[0]}", "end": f"{year}-{span[1]}", "label": None, "basis": "calendar"},
        "amount": {"value": value, "scale": scale, "unit": currency, "qualifier": "exact"},
        "change": change, "share": None, "rank": None, "status": "final", "source": None, "note": "",
    }  # fmt: skip


def percent(value: str, **more: Any) -> dict[str, Any]:
    direction = "fell" if value.startswith("-") else "grew"
    return {"percent": value, "qualifier": "exact", "direction": direction, "claim": None, "base": None, **more}


def by(value: str, scale: str, unit: str) -> dict[str, str]:
    return {"value": value, "scale": scale, "unit": unit, "qualifier": "exact"}


FOUR, HALF, SEVEN, EIGHT = ("01-01", "04-30"), ("01-01", "06-30"), ("01-01", "07-31"), ("01-01", "08-31")

CASES: dict[str, Case] = {
    "Sweden 2022: the sum is exact": Case(
        [
            figure("x", "export", 2022, "96.1"), figure("m", "import", 2022, "229.8"),
            figure("t", "total", 2022, "325.9"),
        ],
        [],
    ),
    "Sweden, nine months of 2023: rounding explains the sum": Case(
        [
            figure("x", "export", 2023, "47.5", span=NINE), figure("m", "import", 2023, "318.4", span=NINE),
            figure("t", "total", 2023, "365.8", span=NINE),
        ],
        [("note", "sum", "figures[t].amount", "The parts add up to 365.9, not 365.8. Rounding explains the 0.1.")],
    ),
    "Sweden: nine months exceed the year before; exports and imports have no like base": Case(
        [
            figure("x0", "export", 2022, "96.1"), figure("m0", "import", 2022, "229.8"),
            figure("t0", "total", 2022, "325.9"),
            figure("x", "export", 2023, "47.5", span=NINE), figure("m", "import", 2023, "318.3", span=NINE),
            figure("t", "total", 2023, "365.8", {"direction": "grew"}, NINE),
        ],
        [
            ("warning", "like_for_like", "figures[x].amount", "Enter January–September 2022."),
            ("note", "direction", "figures[t].amount", "already exceeds all of 2022"),
        ],
    ),
    "Mongolia: the implied bases fit": Case(
        [
            figure("y", "total", 2021, "60.9", percent("48.1"), pair="KZ MN"),
            figure("t", "total", 2022, "31", percent("118"), FOUR, "KZ MN"),
            figure("x", "export", 2022, "30.4", percent("129.9"), FOUR, "KZ MN"),
            figure("m", "import", 2022, "466", percent("-50.3"), FOUR, "KZ MN", "thousand USD"),
        ],
        [("note", "direction", "figures[t].amount", "grew, while imports fell")],
    ),
    "Cuba: percentages and amounts of change agree": Case(
        [
            figure("t", "total", 2020, "111", percent("-31.1", absolute=by("50", "million", "GBP")), pair="GB CU",
                   unit="million GBP"),
            figure("x", "export", 2020, "45", percent("45.2", absolute=by("14", "million", "GBP")), pair="GB CU",
                   unit="million GBP"),
            figure("m", "import", 2020, "66", percent("-49.2", absolute=by("64", "million", "GBP")), pair="GB CU",
                   unit="million GBP"),
        ],
        [("note", "direction", "figures[t].amount", "fell, while exports grew")],
    ),
    "Türkiye 2023: rounding explains the sum, the growths fit": Case(
        [
            figure("t", "total", 2023, "6.0", percent("-5.3"), pair="KZ TR", unit="billion USD"),
            figure("x", "export", 2023, "3.9", percent("-16.4"), pair="KZ TR", unit="billion USD"),
            figure("m", "import", 2023, "2.0", percent("27"), pair="KZ TR", unit="billion USD"),
        ],
        [
            ("note", "sum", "figures[t].amount", "The parts add up to 5.9, not 6.0. Rounding explains the 0.1."),
            ("note", "direction", "figures[t].amount", "fell, while imports grew"),
        ],
    ),
    "Kazakhstan, first half of 2020: all of it fits": Case(
        [
            figure("t", "total", 2020, "42.5", percent("-7.4", absolute=by("3.4", "billion", "USD")), HALF,
                   "KZ world", "billion USD"),
            figure("x", "export", 2020, "26", percent("-9.1"), HALF, "KZ world", "billion USD"),
            figure("m", "import", 2020, "16.5", percent("-4.6"), HALF, "KZ world", "billion USD"),
            figure("m0", "import", 2019, "17.3", None, HALF, "KZ world", "billion USD"),
        ],
        [],
    ),
    "Uzbekistan, eight months of 2024: the printed fall is wrong": Case(
        [
            figure("x", "export", 2024, "872.5", percent("-8.9"), EIGHT, "UZ KZ"),
            figure("x0", "export", 2023, "950.6", None, EIGHT, "UZ KZ"),
        ],
        [("error", "growth", "figures[x].change", "872.5 after 950.6 is −8.2 %, not −8.9 %.")],
    ),
    "Mexico, seven months of 2023 against all of 2022: two bases in one sentence": Case(
        [
            figure("t", "total", 2023, "355", percent("328"), SEVEN, "KZ MX"),
            figure("y", "total", 2022, "200", None, YEAR, "KZ MX"),
        ],
        [
            ("warning", "like_for_like", "figures[t].change", "Enter January–July 2022."),
            ("note", "direction", "figures[t].amount", "already exceeds all of 2022"),
        ],
    ),
    "Mexico, with the year named as the base": Case(
        [
            figure("t", "total", 2023, "355", percent("328", base={"start": "2022-01-01", "end": "2022-12-31"}), SEVEN,
                   "KZ MX"),
            figure("y", "total", 2022, "200", None, YEAR, "KZ MX"),
        ],
        [
            ("warning", "like_for_like", "figures[t].change", "which is not a like time. Like is January–July 2022."),
            ("note", "direction", "figures[t].amount", "already exceeds all of 2022"),
        ],
    ),
    "7.9 and 54.7 do not make 64.6": Case(
        [figure("x", "export", 2022, "7.9"), figure("m", "import", 2022, "54.7"), figure("t", "total", 2022, "64.6")],
        [("error", "sum", "figures[t].amount", "7.9 + 54.7 makes 62.6, not 64.6.")],
    ),
}  # fmt: skip


def file_of(case: Case) -> str:
    return json.dumps({"schema_version": 1, "figures": case.figures})


@pytest.mark.parametrize("name", CASES)
def test_each_case_has_its_verdict_and_no_other(name: str) -> None:
    case = CASES[name]
    found = check(files.loads(file_of(case)))
    assert [(each.severity, each.rule, each.fields[0]) for each in found] == [said[:3] for said in case.said]
    for each, (_, _, _, words) in zip(found, case.said, strict=True):
        assert words in each.message.replace("\u00a0", " ")
        assert each.explained_by_rounding is ("Rounding explains" in each.message)


@pytest.mark.parametrize("name", CASES)
def test_the_command_line_gives_the_same(name: str, tmp_path: Path) -> None:
    case, path = CASES[name], tmp_path / "case.json"
    path.write_text(file_of(case), "utf-8")
    ran = run("check", path, "--json")
    (line,) = ran.out
    found = json.loads(line)["findings"]
    assert [(each["severity"], each["rule"], each["fields"][0]) for each in found] == [said[:3] for said in case.said]
    assert ran.status == (1 if any(said[0] == "error" for said in case.said) else 0)


def test_the_mend_of_the_published_error_is_the_computed_fall() -> None:
    dossier = files.loads(file_of(CASES["Uzbekistan, eight months of 2024: the printed fall is wrong"]))
    (found,) = check(dossier)
    assert (found.stated, found.computed) == ("-8.9", "-8.216")
    assert [mend.label.replace("\u00a0", " ") for mend in found.mends] == ["Use −8.2 %"]
