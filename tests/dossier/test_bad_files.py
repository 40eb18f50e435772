"""Files that are no dossier: each refused with a sentence that names the place, and never with another error."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.dossier import files
from briefing.dossier.decode import FileError

HEAD = b'{"schema_version": 1, '


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (b"\xef\xbb\xbf", "it is empty"),
        (b"no json", "line 1, column 1"),
        (b'{"schema_version": 1,\n "title": }', "line 2, column 11"),
        (b'{"schema_version": 1}}', "line 1, column 22"),
        (b"[]", "no JSON object"),
        (b'"text"', "no JSON object"),
        (b"null", "no JSON object"),
        (b"{}", "schema_version"),
        (b'{"schema_version": "1"}', "schema_version"),
        (b'{"schema_version": true}', "schema_version"),
        (b'{"schema_version": 1.0}', "schema_version"),
        (b'{"schema_version": 0}', "schema_version"),
        (b'{"schema_version": null}', "schema_version"),
        (b'{"schema_version": 2}', "newer version of Briefing"),
        (HEAD + b'"title": "a", "title": "b"}', '"title" stands twice'),
        (HEAD + b'"meeting": {"x": 1, "x": 1}}', '"x" stands twice'),
        (HEAD + b'"x": NaN}', "NaN"),
        (HEAD + b'"x": -Infinity}', "Infinity"),
        (HEAD + b'"x": 1e999}', "1e999"),
        (HEAD + b'"x": ' + b"1" * 10_000 + b"}", "a number in it is too long"),
        (HEAD + b'"title": 7}', "title: text was expected, but there is a number"),
        (HEAD + b'"meeting": []}', "meeting: an object was expected, but there is a list"),
        (HEAD + b'"meeting": {"city": ["x"]}}', "meeting.city: text was expected, but there is a list"),
        (HEAD + b'"sides": {}}', "sides: a list was expected, but there is an object"),
        (HEAD + b'"sides": [null]}', "sides, row 1: an object was expected"),
        (HEAD + b'"sides": [{"country": "SE"}]}', 'sides, row 1: its "id"'),
        (HEAD + b'"sides": [{"id": "A"}]}', 'sides, row 1: its "id"'),
        (HEAD + b'"sides": [{"id": 7}]}', 'sides, row 1: its "id"'),
        (HEAD + b'"sides": [{"id": "s", "ours": 1}]}', "sides[s].ours: true or false was expected"),
        (HEAD + b'"sides": [{"id": "s"}, {"id": "s"}]}', 'sides, row 2: the id "s" is used twice'),
        (HEAD + b'"sides": [{"id": "s"}], "topics": [{"id": "s"}]}', 'topics, row 1: the id "s" is used twice'),
        (HEAD + b'"figures": [{"id": "f", "amount": {"value": 47.5}}]}', "figures[f].amount.value: text was expected"),
        (HEAD + b'"figures": [{"id": "f", "rank": {"value": "3"}}]}', "figures[f].rank.value: a whole number"),
        (HEAD + b'"figures": [{"id": "f", "rank": {"value": true}}]}', "figures[f].rank.value: a whole number"),
        (HEAD + b'"translations": []}', "translations: an object was expected"),
        (HEAD + b'"x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
        (HEAD + b'"meeting": {"x": ' + b"[" * 200 + b"]" * 200 + b"}}", "meeting.x: it is nested too deeply"),
        (HEAD + b'"translations": {"x": ' + b'{"a":' * 200 + b"1" + b"}" * 200 + b"}}", "nested too deeply"),
        (HEAD + b'"title": "\xff"}', "is not UTF-8"),
        ('{"schema_version": 1}'.encode("utf-16"), "is not UTF-8"),
        (b"PK\x03\x04\x14\x00\x06\x00", "line 1, column 1"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_with_its_place(data: bytes, says: str) -> None:
    with pytest.raises(FileError) as refused:
        files.loads(data)
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")


def test_nothing_that_was_read_is_too_deep_to_be_saved() -> None:
    deep = HEAD + b'"x": ' + b"[" * 63 + b"]" * 63 + b"}"
    assert json.loads(files.dumps(files.loads(deep))) == json.loads(deep)


def test_a_refused_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "round.json"
    file.write_bytes(b"{}")
    with pytest.raises(FileError, match=r"round\.json: "):
        files.read(file)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is a folder"):
        files.read(tmp_path)
    with pytest.raises(FileError, match=r"gone\.json could not be read"):
        files.read(tmp_path / "gone.json")
    with pytest.raises(FileError, match="no name of a file"):
        files.read(tmp_path / "a\0b")


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    with file.open("wb") as large:
        large.truncate(files.MAX_BYTES + 1)  # a hole: it takes no room on disk
    with pytest.raises(FileError, match="larger than 50 MB"):
        files.read(file)


def test_half_a_character_in_what_is_kept_unread_does_not_stop_the_next_save() -> None:
    dossier = files.loads(HEAD + b'"x\\udc00": ["\\ud800"], "wording": {"a": "\\udfff"}}')
    assert files.loads(files.dumps(dossier).encode("utf-8")) == dossier
    assert dossier.unknown == (("x\ufffd", '["\ufffd"]'),)


def test_a_key_that_stands_twice_among_a_hundred_thousand_is_found_at_once() -> None:
    keys = ", ".join(f'"k{number}": 0' for number in range(100_000))
    began = time.perf_counter()
    with pytest.raises(FileError, match="k99999"):
        files.loads(f'{{"schema_version": 1, {keys}, "k99999": 1}}')
    assert time.perf_counter() - began < 2


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=()), max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "x", "text", "people", "amount"]), inner)
    ),
    max_leaves=8,
)
parts = st.sampled_from(
    ["title", "meeting", "sides", "topics", "figures", "sources", "outcomes", "wording", "x", "schema_version"]
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(parts, values))
def test_any_json_is_read_or_refused_and_what_is_read_can_be_saved(tree: dict[str, object]) -> None:
    text = json.dumps({"schema_version": 1, **tree})
    try:
        dossier = files.loads(text)
    except FileError:
        return
    assert files.loads(files.dumps(dossier).encode("utf-8")) == dossier


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=40), st.integers(0, 60))
def test_any_bytes_are_read_or_refused(noise: bytes, at: int) -> None:
    whole = HEAD + b'"meeting": {"city": "Velm"}, "sides": [{"id": "s1"}]}'
    for data in (noise, whole[:at], whole[:at] + noise + whole[at:]):
        with suppress(FileError):
            files.loads(data)
