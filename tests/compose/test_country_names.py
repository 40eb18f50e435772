"""The names of countries that are kept here are those of the Unicode CLDR."""

from __future__ import annotations

from collections.abc import Mapping

from babel.core import Locale

from briefing.dossier.english_country_names import NAMES


def test_every_code_of_the_cldr_has_a_name_and_almost_all_are_as_in_its_release_of_today() -> None:
    known: Mapping[object, object] = Locale.parse("en_GB").territories
    theirs = {str(code): str(known[code]) for code in known if len(str(code)) == 2 and str(code).isupper()}
    assert set(theirs) <= set(NAMES)
    plain = {code: name.replace(" & ", " and ").replace(" - ", "-") for code, name in theirs.items()}
    renamed = {code: (name, NAMES[code]) for code, name in plain.items() if name != NAMES[code]}
    assert len(renamed) < 5, f"renew the names: {renamed}"
