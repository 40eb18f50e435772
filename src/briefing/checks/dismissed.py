"""Dismissed: findings that a person has put aside with a reason stay known, and are no longer spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.checks.finding import Finding
from briefing.dossier.dismissals import Dismissal
from briefing.dossier.ids import new_id
from briefing.dossier.model import Dossier


def with_dismissals(dossier: Dossier, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each with the reason for which it was put aside, where it was."""
    reasons = {(each.rule, each.field, each.said): each.reason for each in dossier.dismissed}
    for finding in findings:
        reason = reasons.get(_key(finding), "") if reasons else ""
        yield replace(finding, dismissed=reason) if reason else finding


def dismiss(dossier: Dossier, finding: Finding, reason: str) -> Dossier:
    """The dossier with a finding put aside. A gap cannot be: it goes when the field is filled."""
    if finding.is_gap or not reason.strip():
        raise ValueError("a finding is dismissed with a reason, and a gap is none")
    rule, field, said = _key(finding)
    others = tuple(each for each in dossier.dismissed if (each.rule, each.field) != (rule, field))
    return replace(dossier, dismissed=(*others, Dismissal(new_id(), rule, field, said, reason.strip())))


def bring_back(dossier: Dossier, finding: Finding) -> Dossier:
    """The dossier in which a finding is spoken of again."""
    left = tuple(each for each in dossier.dismissed if (each.rule, each.field, each.said) != _key(finding))
    return dossier if len(left) == len(dossier.dismissed) else replace(dossier, dismissed=left)


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.fields[0], finding.message
