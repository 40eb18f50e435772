"""Partners: one code for each, however it is written."""

from __future__ import annotations

import pytest

from briefing.dossier.partners import code_of, holds, is_country, is_list, members, named_in


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("SE", "se", "Sweden", " sweden "), "SE"),
        (("US", "USA", "United States", "the United States", "United States of America"), "US"),
        (("Türkiye", "Turkey", "TR"), "TR"),
        (("EU", "European Union", "the European Union", "EU countries"), "EU"),
        (("world", "World", "W00", "all countries", "All partners"), "world"),
        (("Germany and Italy", "IT + DE", "DE, IT", "Italy & Germany", "Germany/Italy"), "DE+IT"),
        (("Germany, Italy and France",), "DE+FR+IT"),
        (("Bosnia and Herzegovina",), "BA"),
        (("Trinidad and Tobago",), "TT"),
        (("Latin America", "latin  america"), "latin america"),
        (("Sweden and elsewhere",), "sweden and elsewhere"),
        (("",), ""),
    ],
)
def test_one_code_for_all_ways_to_write_a_partner(texts: tuple[str, ...], code: str) -> None:
    assert {code_of(text) for text in texts} == {code}


def test_what_is_a_country_and_what_a_list() -> None:
    assert is_country("SE")
    assert not any(map(is_country, ("EU", "UN", "world", "CIS", "DE+IT", "", "latin america")))
    assert is_list("DE+IT")
    assert not is_list("EU")
    assert members("DE+IT") == {"DE", "IT"}
    assert {"DE", "IT"} < members("EU")
    assert members("SE") == members("world") == members("latin america") == frozenset()


@pytest.mark.parametrize(
    ("whole", "part", "is_inside"),
    [
        ("world", "SE", True),
        ("world", "EU", True),
        ("world", "DE+IT", True),
        ("world", "latin america", False),  # nobody knows what it is
        ("world", "world", False),
        ("EU", "SE", True),
        ("EU", "DE+IT", True),
        ("EU", "CH", False),
        ("EU", "CIS", False),
        ("CIS", "EAEU", True),
        ("SE", "EU", False),
        ("SE", "SE", False),
    ],
)
def test_what_is_surely_inside_what(whole: str, part: str, is_inside: bool) -> None:
    assert holds(whole, part) is is_inside


@pytest.mark.parametrize(
    ("text", "whose", "towards"),
    [
        ("of Kazakhstan's exports", ("KZ",), ()),
        ("Italy's exports to the European Union", ("IT",), ("EU",)),
        ("in the foreign trade of Uzbekistan", ("UZ",), ()),
        ("imports from Kazakhstan", (), ("KZ",)),
        ("trade with Central Asia", (), ("Central Asia",)),
        ("total trade", (), ()),
        ("Swedish exports", (), ()),
    ],
)
def test_whom_a_text_names(text: str, whose: tuple[str, ...], towards: tuple[str, ...]) -> None:
    assert named_in(text) == (whose, towards)
