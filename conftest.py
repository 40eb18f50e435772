"""The one flag of the test suite (``--renew`` writes the golden files anew, to be read in the diff), and its pace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

#: What a property is tried on where it names no number of its own: the suite takes minutes, and torture has the rest.
settings.register_profile("suite", max_examples=40, deadline=None)
settings.load_profile("suite")

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write the golden files anew instead of comparing with them")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the golden file of that name beside the test, or writes the file with ``--renew``."""

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / name
        if request.config.getoption("--renew"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == text, f"{name} differs from its golden file"

    return compare
