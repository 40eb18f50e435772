"""Whatever a dossier holds, checking it ends, and every finding can be told and mended."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from tests.random_dossiers import dossiers

from briefing.checks.all import check
from briefing.dossier.edits import set_value, value_at
from briefing.dossier.model import Dossier


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(dossiers(rows=4))
def test_any_dossier_can_be_checked_and_mended(dossier: Dossier) -> None:
    for found in check(dossier):
        assert found.message.strip()
        assert found.fields
        for field in found.fields:
            value_at(dossier, field)
        for mend in found.mends:
            assert mend.label.strip()
            mended = dossier
            for path, value in mend.values:
                mended = set_value(mended, path, value)
            check(mended)
