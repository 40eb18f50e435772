"""Documents as they are published, invented, each judged by hand: what is false in them is found, and nothing else."""

from __future__ import annotations

import pytest
from tests.checks.entered import DOCUMENTS, Document, document, told

from briefing.checks.all import check
from briefing.checks.finding import Finding
from briefing.dossier.edits import set_value
from briefing.dossier.model import Dossier

PATHS = sorted(DOCUMENTS.glob("*.txt"))


@pytest.fixture(params=PATHS, ids=[path.stem for path in PATHS])
def entered(request: pytest.FixtureRequest) -> Document:
    return document(request.param)


def grave(found: Finding) -> bool:
    return found.severity != "note"


def test_there_are_many() -> None:
    assert len(PATHS) >= 50


def test_a_document_gets_the_findings_that_were_judged(entered: Document) -> None:
    assert [told(each) for each in check(entered.dossier)] == list(entered.said)


def test_what_is_false_is_found_and_what_is_true_is_no_error(entered: Document) -> None:
    found = [each for each in check(entered.dossier) if grave(each)]
    false = {f"figures[{figure_id}]" for figure_id in entered.false}
    for each in false:
        assert any(field.startswith(each) for one in found for field in one.fields), each
    for one in found:
        if one.severity == "error":
            assert any(field.partition(".")[0] in false for field in one.fields), one.message


def test_a_mend_ends_its_finding_and_makes_no_error(entered: Document) -> None:
    before = check(entered.dossier)
    for finding in before:
        for mend in finding.mends:
            after = check(mended(entered.dossier, mend.values))
            assert not any(_is_same(each, finding) for each in after), (finding.message, mend.label)
            fresh = {each.message for each in after if each.severity == "error"}
            assert fresh <= {each.message for each in before if each.severity == "error"}, (mend.label, fresh)


def mended(dossier: Dossier, values: tuple[tuple[str, object], ...]) -> Dossier:
    for path, value in values:
        dossier = set_value(dossier, path, value)
    return dossier


def _is_same(one: Finding, other: Finding) -> bool:
    return (one.rule, one.severity, one.fields[0]) == (other.rule, other.severity, other.fields[0])
