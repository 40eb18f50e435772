"""A hundred random dossiers through every format: what the suite tries on a dozen."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.marked_dossiers import Maker
from tests.test_leaks import INTERNAL, LISTS, PUBLIC, PUBLIC_LEAVES, found_in, values_of

pytestmark = pytest.mark.usefixtures("qapp")


@settings(max_examples=100, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.fixed_dictionaries({each: st.integers(0, 2) for each in LISTS}),
    values=st.fixed_dictionaries({each: values_of(each) for each in PUBLIC_LEAVES}),
)
def test_no_public_export_of_any_dossier_holds_a_mark(rows: dict[str, int], values: dict[str, str]) -> None:
    dossier = Maker(rows.__getitem__, values.__getitem__).dossier()
    found_in(INTERNAL, dossier)
    assert not any(found_in(PUBLIC, dossier).values())
