"""The little language that picks tracks: words, `genre:jazz`, `conf < 60`, `-word`, "two words"."""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

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

_SIGNS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
}

_SAME_NUMBER = {"confidence": "conf", "tempo": "bpm", "length": "time"}

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Vocabulary(Generic[Row]):
    """What the fields of the language read from a row of whatever kind.

    Attributes:
        texts: title, artist, album, genre, second, tag, path, status.
        numbers: conf in percent, bpm, time in seconds; None where a row has none.
    """

    texts: Mapping[str, Callable[[Row], str]]
    numbers: Mapping[str, Callable[[Row], float | None]]


@dataclass(frozen=True, slots=True)
class Filter(Generic[Row]):
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


def parse(text: str, vocabulary: Vocabulary[Row]) -> Filter[Row]:
    """Understands a text; what is no field and no comparison is a word to look for."""
    matches = [match for match in _TOKEN.finditer(text) if match.group().strip()]
    unfinished = [match["unfinished"].strip() for match in matches if match["unfinished"]]
    tests = tuple(_test_of(match, vocabulary) for match in matches if not match["unfinished"])
    return Filter(tests, unfinished[0] if unfinished else "")


def _test_of(match: re.Match[str], vocabulary: Vocabulary[Row]) -> Callable[[Row, str], bool]:
    if match["number_field"]:
        field = match["number_field"].casefold()
        read_number = vocabulary.numbers[_SAME_NUMBER.get(field, field)]
        test = _number_test(read_number, match["sign"], match["number"])
    elif match["text_field"]:
        value = match["quoted_value"] if match["quoted_value"] is not None else match["value"]
        test = _text_test(vocabulary.texts[match["text_field"].casefold()], value.casefold())
    else:
        word = match["quoted"] if match["quoted"] is not None else match["word"]
        test = _word_test(word.casefold())
    return (lambda row, hay: not test(row, hay)) if match["minus"] else test


def _word_test(word: str) -> Callable[[Row, str], bool]:
    return lambda _, hay: word in hay


def _text_test(read: Callable[[Row], str], value: str) -> Callable[[Row, str], bool]:
    return lambda row, _: value in read(row).casefold()


def _number_test(
    read: Callable[[Row], float | None], sign: str, number: str
) -> Callable[[Row, str], bool]:
    compare, wanted = _SIGNS[sign], _number(number)

    def test(row: Row, _: str) -> bool:
        value = read(row)
        return value is not None and compare(value, wanted)

    return test


def _number(text: str) -> float:
    if ":" in text:
        minutes, seconds = text.split(":")
        return 60.0 * int(minutes) + int(seconds)
    return float(text.replace(",", "."))
