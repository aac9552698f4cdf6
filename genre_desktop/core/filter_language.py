"""The little language that picks tracks: words, `genre:jazz`, `conf < 60`, `-word`, "two words"."""

import operator
import re
from collections.abc import Callable, Mapping
from typing import Generic, NamedTuple, TypeVar

_TOKEN = re.compile(
    r"""
    (?P<minus>-?)
    (?:
      (?P<number_field>conf|confidence|bpm|tempo|time|length)\s*(?P<sign><=|>=|<|>|=)\s*
      (?P<number>\d+(?:[.,:]\d+)?)\s*%?(?=\s|$)
    | (?P<unfinished>(?:conf|confidence|bpm|tempo|time|length)\s*(?:<=|>=|<|>|=)\s*\S*)
    | (?P<text_field>title|artist|album|genre|second|tag|path|status):
      (?:"(?P<quoted_value>[^"]*)"|(?P<value>\S*))
    | "(?P<quoted>[^"]*)"?
    | (?P<word>\S+)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

SIGNS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
}

_SAME_NUMBER = {"confidence": "conf", "tempo": "bpm", "length": "time"}

Row = TypeVar("Row")


class Vocabulary(NamedTuple, Generic[Row]):
    """What the fields of the language read from a row of whatever kind.

    Attributes:
        texts: title, artist, album, genre, second, tag, path, status.
        numbers: conf in percent, bpm, time in seconds; None where a row has none.
    """

    texts: Mapping[str, Callable[[Row], str]]
    numbers: Mapping[str, Callable[[Row], float | None]]


class Filter(NamedTuple, Generic[Row]):
    """What a text asks for; every part must hold.

    Attributes:
        tests: Each takes a row and all its words in one folded text.
        unfinished: A comparison without its number, which hides nothing yet; else empty.
    """

    tests: tuple[Callable[[Row, str], bool], ...] = ()
    unfinished: str = ""

    def matches(self, row: Row, hay: str) -> bool:
        """True where a row is wanted."""
        return all(test(row, hay) for test in self.tests)


class Term(NamedTuple):
    """One part of a text: a word, a field's text, or a comparison.

    Attributes:
        field: Of text or number; empty for a word that is looked for everywhere.
        text: What is looked for, folded; empty for a comparison.
        sign: Of a comparison, else empty.
        number: What is compared with.
        is_unwanted: Whether a track with it is to be left out.
    """

    field: str
    text: str
    sign: str
    number: float
    is_unwanted: bool


def terms_of(text: str) -> tuple[tuple[Term, ...], str]:
    """The parts of a text, and the first comparison that lacks its number, else nothing."""
    matches = [match for match in _TOKEN.finditer(text) if match.group().strip()]
    unfinished = [match["unfinished"].strip() for match in matches if match["unfinished"]]
    terms = tuple(_term_of(match) for match in matches if not match["unfinished"])
    return terms, unfinished[0] if unfinished else ""


def parse(text: str, vocabulary: Vocabulary[Row]) -> Filter[Row]:
    """Understands a text; what is no field and no comparison is a word to look for."""
    terms, unfinished = terms_of(text)
    return Filter(tuple(_test_of(term, vocabulary) for term in terms), unfinished)


def _term_of(match: re.Match[str]) -> Term:
    is_unwanted = bool(match["minus"])
    if match["number_field"]:
        field = match["number_field"].casefold()
        field = _SAME_NUMBER.get(field, field)
        return Term(field, "", match["sign"], _number(match["number"]), is_unwanted)
    if match["text_field"]:
        value = match["quoted_value"] if match["quoted_value"] is not None else match["value"]
        return Term(match["text_field"].casefold(), value.casefold(), "", 0.0, is_unwanted)
    word = match["quoted"] if match["quoted"] is not None else match["word"]
    return Term("", word.casefold(), "", 0.0, is_unwanted)


def _test_of(term: Term, vocabulary: Vocabulary[Row]) -> Callable[[Row, str], bool]:
    if term.sign:
        test = _number_test(vocabulary.numbers[term.field], term.sign, term.number)
    elif term.field:
        test = _text_test(vocabulary.texts[term.field], term.text)
    else:
        test = _word_test(term.text)
    return (lambda row, hay: not test(row, hay)) if term.is_unwanted else test


def _word_test(word: str) -> Callable[[Row, str], bool]:
    return lambda _, hay: word in hay


def _text_test(read: Callable[[Row], str], value: str) -> Callable[[Row, str], bool]:
    return lambda row, _: value in read(row).casefold()


def _number_test(
    read: Callable[[Row], float | None], sign: str, wanted: float
) -> Callable[[Row, str], bool]:
    compare = SIGNS[sign]

    def test(row: Row, _: str) -> bool:
        value = read(row)
        return value is not None and compare(value, wanted)

    return test


def _number(text: str) -> float:
    if ":" in text:
        minutes, seconds = text.split(":")
        return 60.0 * int(minutes) + int(seconds)
    return float(text.replace(",", "."))
