"""`briefing check FILE --json` as programs read it: every finding whole, and no input that ends in a traceback."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli_runs import file_of, refused, run, run_process

KEYS = {"rule", "severity", "fields", "message", "stated", "computed", "explained_by_rounding", "mends"}
YEAR = {"start": "2022-01-01", "end": "2022-12-31"}


def figure(figure_id: str, measure: str, value: str, **more: Any) -> dict[str, Any]:
    amount = {"value": value, "scale": "million", "unit": "USD"}
    return {"id": figure_id, "measure": measure, "period": YEAR, "amount": amount, **more}


def findings(path: Path) -> list[dict[str, Any]]:
    ran = run("check", path, "--json")
    assert ran.err == []
    (line,) = ran.out
    found = json.loads(line)
    assert found["file"] == str(path)
    assert ran.status == (1 if any(each["severity"] == "error" for each in found["findings"]) else 0)
    return list(found["findings"])


def test_a_contradiction_is_given_with_all_that_a_program_needs(tmp_path: Path) -> None:
    figures = [figure("x", "export", "7.9"), figure("m", "import", "54.7"), figure("t", "total", "64.6")]
    (found,) = findings(file_of(tmp_path / "a.json", figures=figures))
    assert set(found) >= KEYS
    assert {key: found[key] for key in sorted(KEYS)} == {
        "computed": "62.6",
        "explained_by_rounding": False,
        "fields": ["figures[t].amount", "figures[x].amount", "figures[m].amount"],
        "mends": ["Use 62.6"],
        "message": "7.9 + 54.7 makes 62.6, not 64.6.",
        "rule": "sum",
        "severity": "error",
        "stated": "64.6",
    }


def test_rounding_is_told(tmp_path: Path) -> None:
    figures = [figure("x", "export", "47.5"), figure("m", "import", "318.4"), figure("t", "total", "365.8")]
    (found,) = findings(file_of(tmp_path / "a.json", figures=figures))
    assert (found["severity"], found["explained_by_rounding"]) == ("note", True)
    assert (found["stated"], found["computed"]) == ("365.8", "365.9")


def test_a_finding_of_each_kind_has_the_same_keys(tmp_path: Path) -> None:
    figures = [
        figure("a", "export", "7.9", change={"percent": "12", "qualifier": "more_than", "direction": "grew"}),
        figure("b", "export", "9.9", share={"percent": "104", "of": "total exports"}),
        figure("c", "import", "-4", rank={"value": 0, "among": "partners"}, status="provisional"),
        figure("d", "total", "x", period={"start": "soon"}),
        figure("e", "total", "1", period={"label": "last year"}),
    ]
    found = findings(file_of(tmp_path / "a.json", figures=figures, meeting={"date": "2022-11-22"}))
    assert len({each["rule"] for each in found}) > 6
    for each in found:
        assert set(each) >= KEYS
        texts = [each[key] for key in ("rule", "severity", "message", "stated", "computed")]
        assert all(isinstance(text, str) for text in (*texts, *each["fields"], *each["mends"]))
        assert isinstance(each["explained_by_rounding"], bool)
        assert each["message"][-1] in ".?"


@pytest.mark.parametrize(
    "value",
    ["NaN", "Infinity", "1e309", "-1e309", "1e-400", "0x10", "12,5", "٣٤", "--5", "", " ", "9" * 400, "1_000", "+5",
     "-0", ".5", "5.", "1e5"],
)  # fmt: skip
def test_whatever_stands_for_a_number_is_checked_or_said_not_to_be_one(value: str, tmp_path: Path) -> None:
    figures = [
        figure("x", "export", value), figure("m", "import", "54.7"), figure("t", "total", "64.6"),
        figure("p", "export", "5", period={"start": "2021-01-01", "end": "2021-12-31"}),
        figure("c", "total", "64.6", change={"percent": value, "factor": value, "absolute": {"value": value}},
               share={"percent": value, "of": "exports"}),
    ]  # fmt: skip
    findings(file_of(tmp_path / "a.json", figures=figures))


@pytest.mark.parametrize(
    "period",
    [
        {},
        {"start": "2023-02-30", "end": "2023-03-31"},
        {"start": "2022-12-31", "end": "2022-01-01"},
        {"start": "2022-01-01"},
        {"end": "2022-12-31"},
        {"label": "2022-23", "basis": "fiscal"},
        {"label": "last year"},
        {"label": "?"},
        {"start": "0001-01-01", "end": "0001-12-31"},
        {"start": "9999-01-01", "end": "9999-12-31"},
    ],
)
def test_any_period_can_be_checked(period: dict[str, str], tmp_path: Path) -> None:
    change = {"percent": "12", "direction": "grew", "base": period, "as_printed": "12% more than in 1801"}
    figures = [
        figure(f"f{at}", measure, "5.5", period=period, change=change)
        for at, measure in enumerate(
            ("export", "import", "total", "balance", "fdi_stock", "other:Students", "nonsense")
        )
    ]
    findings(file_of(tmp_path / "a.json", figures=figures))


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([figure("x", "export", "1") | {"amount": {"value": 47.5}}], "amount.value: text was expected"),
        ([figure("X!", "export", "1")], "its \"id\" must be small letters and digits"),
        ([figure("x", "export", "1"), figure("x", "import", "1")], 'the id "x" is used twice'),
        (["export"], "an object was expected"),
        ({"x": 1}, "a list was expected"),
        ([figure("x", "export", "1") | {"rank": {"value": "third"}}], "rank.value: a whole number was expected"),
    ],
)  # fmt: skip
def test_what_is_no_figure_is_refused_in_one_line(figures: Any, said: str, tmp_path: Path) -> None:
    line = refused(run("check", file_of(tmp_path / "bad.json", figures=figures), "--json"))
    assert said in line
    assert "bad.json" in line


def test_a_file_that_is_not_there_is_one_line_too(tmp_path: Path) -> None:
    assert "none.json" in refused(run_process("check", str(tmp_path / "none.json"), "--json"))
