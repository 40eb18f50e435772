"""Chunks: a text cut anew where it changed is cut as it would be from the start."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from briefing.changes import same
from briefing.compose.chunks import Cut, cut, pieces

#: Parts that begin, end or are part of blank lines and of items that go on.
PARTS = st.lists(
    st.sampled_from(["", "a", "b\n", "\n", "\nc", "\n\n", "\n \t\n", "  d", "- e\n\n  f", "g\n\n", " "]), max_size=14
)


@given(old=PARTS, new=PARTS)
@example(old=["a\n", "\nb"], new=["a", "\nb"])
@example(old=["a", "\n\n", "b"], new=["a", "\n\n", "  b"])
@example(old=["", "\n", "\n"], new=["a", "\n", ""])
def test_cut_step_by_step_is_cut_anew(old: list[str], new: list[str]) -> None:
    first, _ = cut(Cut(), old)
    then, changed = cut(first, new)
    text = "".join(new)
    assert list(zip(then.chunks, then.starts, then.ends, strict=True)) == list(pieces(text, 0, len(text)))
    brought = list(first.chunks)
    for each in reversed(changed):
        brought[each.was : each.was_end] = then.chunks[each.start : each.end]
    assert same(brought, then.chunks)


@given(one=PARTS, other=PARTS)
def test_back_again_is_as_it_was(one: list[str], other: list[str]) -> None:
    first, _ = cut(Cut(), one)
    back, _ = cut(cut(first, other)[0], one)
    assert list(back.chunks) == list(first.chunks)
    assert list(back.starts) == list(first.starts)
