"""Verdicts: the findings of the moment, by path, as the signs and sentences that the form, rail and page show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.checks.finding import Finding
from briefing.desktop.form.untaken import UNTAKEN
from briefing.desktop.page_marks import FindingMark
from briefing.desktop.parts.finding import Finding as Said
from briefing.desktop.parts.signs import Sign
from briefing.desktop.parts.states import State
from briefing.dossier.paths import covers
from briefing.frozen import frozen

#: From the gravest on.
_ORDER = (Sign.WRONG, Sign.LOOK, Sign.GAP, Sign.NOTE)
_STATES: dict[Sign, State] = {Sign.WRONG: "wrong", Sign.LOOK: "look", Sign.GAP: "gap"}


def sign_of(finding: Finding) -> Sign:
    if finding.is_gap:
        return Sign.GAP
    return {"error": Sign.WRONG, "warning": Sign.LOOK, "note": Sign.NOTE}[finding.severity]


@frozen
class Verdicts:
    """All findings of one dossier and document type. `is_shown` says where a gap may already be spoken of."""

    findings: tuple[Finding, ...] = ()
    is_shown: Callable[[Finding], bool] = lambda _finding: True

    @property
    def checked(self) -> tuple[Finding, ...]:
        """Those of the checks, without what was typed and not taken."""
        return tuple(each for each in self.findings if each.rule != UNTAKEN)

    def at(self, path: str) -> list[Finding]:
        """What is to be said at a field: the findings whose first place lies in it."""
        return [each for each in self.findings if each.fields and covers(path, each.fields[0]) and self._is_said(each)]

    def in_rows(self, path: str) -> dict[str, tuple[Sign, int]]:
        """The gravest sign in each row of the list at `path` that has any, by the row's id, and how many there are.

        A note counts for nothing.
        """
        start = f"{path}["
        rows: dict[str, list[Finding]] = {}
        for each in self.findings:
            if each.fields and each.fields[0].startswith(start) and self._is_said(each):
                rows.setdefault(each.fields[0][len(start) :].partition("]")[0], []).append(each)
        return {row_id: _gravest(found) for row_id, found in rows.items()}

    def among(self, belongs: Callable[[str], bool]) -> tuple[Sign, int]:
        """The gravest sign of the findings whose first place belongs, and how many there are."""
        return _gravest([each for each in self._said() if each.fields and belongs(each.fields[0])])

    def summary(self) -> tuple[Sign, str]:
        """What the header's button says: "2 checks", else "1 gap", else nothing."""
        signs = [sign_of(each) for each in self.findings if not each.dismissed]
        checks = sum(sign in (Sign.WRONG, Sign.LOOK) for sign in signs)
        gaps = signs.count(Sign.GAP)
        if checks:
            gravest = Sign.WRONG if Sign.WRONG in signs else Sign.LOOK
            return gravest, f"{checks} check{'s' if checks > 1 else ''}"
        return (Sign.GAP, f"{gaps} gap{'s' if gaps > 1 else ''}") if gaps else (Sign.NONE, "")

    def marks(self) -> list[FindingMark]:
        """The dotted lines under words of the page."""
        return [
            FindingMark(path, "wrong" if each.severity == "error" else "look", each.message)
            for each in self.findings
            if not each.is_gap and not each.dismissed and each.severity != "note"
            for path in each.fields[:1]
        ]

    def _said(self) -> list[Finding]:
        return list(filter(self._is_said, self.findings))

    def _is_said(self, finding: Finding) -> bool:
        return not finding.dismissed and (not finding.is_gap or self.is_shown(finding))


def _gravest(findings: Sequence[Finding]) -> tuple[Sign, int]:
    signs = [sign for sign in map(sign_of, findings) if sign is not Sign.NOTE]
    return next((sign for sign in _ORDER if sign in signs), Sign.NONE), len(signs)


def state_of(findings: Sequence[Finding]) -> State:
    signs = [sign_of(each) for each in findings]
    return next((_STATES[sign] for sign in _ORDER if sign in signs and sign in _STATES), "rest")


def said(findings: Sequence[Finding]) -> list[Said]:
    """Findings as lines under a field; the key of a mending is the finding's number in the row."""
    return [
        Said(sign_of(each), each.message, each.mends[0].label if each.mends else "", str(at))
        for at, each in enumerate(findings)
    ]
