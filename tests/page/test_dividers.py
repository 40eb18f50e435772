"""Rules across the text: as wide as it, apart from what stands around them, and the same in a file."""

from __future__ import annotations

import pytest
from tests.page.page_samples import body, lay, make_letterhead, texts

from briefing.compose.document import Divider

pytestmark = pytest.mark.layout


def test_it_is_as_wide_as_the_text_and_apart_from_it() -> None:
    letterhead = make_letterhead()
    pages = lay(letterhead, body("a", "Before"), Divider("r"), body("b", "After"))
    (rule,) = pages[0].body.rules
    before, after = texts(pages)
    assert (rule.left, rule.right) == (letterhead.page.left, letterhead.page.left + letterhead.page.text_width)
    assert before.bottom + 7 < rule.y < after.top - 7
