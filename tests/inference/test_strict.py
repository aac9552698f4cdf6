"""JSON into dataclasses: what fits comes out as it is, all else is refused by name."""

from dataclasses import dataclass
from typing import Annotated, Literal

import pytest

from genre_desktop.inference.refusal import PackageRefused
from genre_desktop.inference.strict import Between, Count, Matching, read_json

LONGEST = 400


@dataclass(frozen=True)
class Inner:
    """One of two objects that may stand in the same field."""

    name: str


@dataclass(frozen=True)
class Other:
    """The other of the two."""

    size: int
    unit: str


@dataclass(frozen=True)
class Shape:
    """A value of each kind that manifests have."""

    count: int
    share: Annotated[float, Between(0.0, 1.0)]
    word: Annotated[str, Matching("[a-z]+", "lower-case letters")]
    choice: Literal["a", "b"]
    items: Annotated[tuple[Annotated[int, Between(0, 9)], ...], Count(1, 3)]
    either: Inner | Other | None


FITTING = (
    '{"count": 1, "share": 0.5, "word": "abc", "choice": "a", "items": [1, 2], '
    '"either": {"name": "x"}}'
)


def read(text: str) -> Shape:
    return read_json(text, Shape, LONGEST, "test file")


def test_what_fits_comes_out_as_it_is() -> None:
    assert read(FITTING) == Shape(1, 0.5, "abc", "a", (1, 2), Inner("x"))


@pytest.mark.parametrize(
    ("instead", "expected"),
    [('{"size": 3, "unit": "s"}', Other(3, "s")), ("null", None)],
)
def test_one_of_several_objects_is_told_by_its_fields(instead: str, expected: object) -> None:
    assert read(FITTING.replace('{"name": "x"}', instead)).either == expected


def test_a_whole_number_is_a_number() -> None:
    share = read(FITTING.replace("0.5", "1")).share
    assert (share, type(share)) == (1.0, float)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"count": 1', '"count": 1.0', "“count” must be a whole number, not 1.0"),
        ('"count": 1', '"count": true', "“count” must be a whole number, not True"),
        ('"count": 1', '"count": "1"', "“count” must be a whole number, not '1'"),
        ('"count": 1, ', "", "the field “count” is missing"),
        ('"count": 1', '"count": 1, "more": 2', "“more” is not a known field"),
        (
            '"count": 1',
            r'"count": 1, "\u001b]0;owned\u0007\u202e": 2',
            r"“\\x1b\]0;owned\\x07\\u202e” is not a known field",
        ),
        ('"count": 1', '"count": 1, "count": 2', "the key 'count' is given twice"),
        ("0.5", "1.5", "“share” must lie between 0 and 1, not 1.5"),
        ("0.5", "NaN", "NaN is no number here"),
        ("0.5", "Infinity", "Infinity is no number here"),
        ("0.5", "1e999", "“share” must be a finite number"),
        ("0.5", "9" * 300, "“share” must be a finite number"),
        ('"abc"', '"ABC"', "“word” must be lower-case letters, not 'ABC'"),
        ('"abc"', '"abc\\n"', "“word” must be lower-case letters"),
        ('"choice": "a"', '"choice": "c"', "“choice” must be one of a, b, not 'c'"),
        ('"choice": "a"', '"choice": ["a"]', "“choice” must be one of a, b"),
        ("[1, 2]", "[]", "“items” must hold 1 to 3 values, not 0"),
        ("[1, 2]", "[1, 2, 3, 4]", "“items” must hold 1 to 3 values, not 4"),
        ("[1, 2]", "[1, 10]", r"“items\[1\]” must lie between 0 and 9, not 10"),
        ("[1, 2]", '{"0": 1}', "“items” must be a list"),
        ('{"name": "x"}', '{"size": 3}', "the field “either.unit” is missing"),
        ('{"name": "x"}', "7", "“either” must be an object, not 7"),
        ('{"name": "x"}', '{"name": null}', "“either.name” must be a text, not None"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(old: str, new: str, reason: str) -> None:
    assert old in FITTING
    with pytest.raises(PackageRefused, match=reason) as refused:
        read(FITTING.replace(old, new))
    assert "test file" in refused.value.sentence


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not readable as JSON"),
        ("[1]", "“the whole” must be an object"),
        (FITTING[:-1], "not readable as JSON"),
        ("[" * (LONGEST - 1), "not readable as JSON"),
        (" " * LONGEST + FITTING, f"longer than {LONGEST} characters"),
    ],
)
def test_what_is_no_document_is_refused(text: str, reason: str) -> None:
    with pytest.raises(PackageRefused, match=reason):
        read(text)


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(PackageRefused, match="not readable as JSON"):
        read_json("[" * 1_000_000, Shape, 2_000_000, "test file")
