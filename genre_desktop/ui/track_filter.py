"""The filter box's little language: words, `genre:jazz`, `conf < 60`, `-word`, "two words"."""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.row_state import Guess, RowState, printable
from genre_desktop.ui.row_words import status_word

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

Test = Callable[[RowState, str], bool]


@dataclass(frozen=True, slots=True)
class TrackFilter:
    """What a text in the filter box asks for; every part must hold.

    Attributes:
        tests: Each takes a row and its `haystack`.
        unfinished: A comparison without its number, which hides nothing yet; else empty.
    """

    tests: tuple[Test, ...] = ()
    unfinished: str = ""

    def matches(self, row: RowState, hay: str) -> bool:
        """True where a row is wanted."""
        return all(test(row, hay) for test in self.tests)


def haystack(row: RowState) -> str:
    """Everything that a plain word is looked for in, folded."""
    tags = row.listing.tags
    path = printable(str(row.listing.track.path))
    of_tags = f"{tags.artist}\n{tags.album}\n{tags.genre}\n{tags.date}"
    return f"{row.title}\n{of_tags}\n{_names(row.best)}\n{path}".casefold()


def parse_filter(text: str) -> TrackFilter:
    """Understand a text; what is no field and no comparison is a word to look for."""
    matches = [match for match in _TOKEN.finditer(text) if match.group().strip()]
    unfinished = [match["unfinished"].strip() for match in matches if match["unfinished"]]
    tests = tuple(_test_of(match) for match in matches if not match["unfinished"])
    return TrackFilter(tests, unfinished[0] if unfinished else "")


def _test_of(match: re.Match[str]) -> Test:
    if match["number_field"]:
        test = _number_test(match["number_field"].casefold(), match["sign"], match["number"])
    elif match["text_field"]:
        value = match["quoted_value"] if match["quoted_value"] is not None else match["value"]
        test = _text_test(match["text_field"].casefold(), value.casefold())
    else:
        word = match["quoted"] if match["quoted"] is not None else match["word"]
        test = _word_test(word.casefold())
    return (lambda row, hay: not test(row, hay)) if match["minus"] else test


def _word_test(word: str) -> Test:
    return lambda _, hay: word in hay


def _text_test(field: str, value: str) -> Test:
    read = _TEXTS[field]
    return lambda row, _: value in read(row).casefold()


def _number_test(field: str, sign: str, number: str) -> Test:
    read, compare, wanted = _NUMBERS[field], _SIGNS[sign], _number(number)

    def test(row: RowState, _: str) -> bool:
        value = read(row)
        return value is not None and compare(value, wanted)

    return test


def _number(text: str) -> float:
    if ":" in text:
        minutes, seconds = text.split(":")
        return 60.0 * int(minutes) + int(seconds)
    return float(text.replace(",", "."))


def _percent(row: RowState) -> float | None:
    return round(100 * row.best.probability) if row.best else None


def _bpm(row: RowState) -> float | None:
    tempo = row.verdict.tempo_bpm if row.verdict else None
    return None if tempo is None else round(tempo)


def _seconds(row: RowState) -> float | None:
    return row.seconds


def _names(guess: Guess | None) -> str:
    """A genre as the model calls it and as the screen does."""
    return f"{guess.label}\n{genre_of(guess.label).word}" if guess is not None else ""


def _status(row: RowState) -> str:
    """The status as the screen says it and as the program calls it."""
    problem = row.note.problem if row.note is not None else ""
    unsure = "unsure" if row.unsure else ""
    corrected = "corrected" if row.correction is not None else ""
    return f"{status_word(row)}\n{row.state.name}\n{problem}\n{unsure}\n{corrected}"


_NUMBERS: dict[str, Callable[[RowState], float | None]] = {
    "conf": _percent,
    "confidence": _percent,
    "bpm": _bpm,
    "tempo": _bpm,
    "time": _seconds,
    "length": _seconds,
}

_TEXTS: dict[str, Callable[[RowState], str]] = {
    "title": lambda row: row.title,
    "artist": lambda row: row.listing.tags.artist,
    "album": lambda row: row.listing.tags.album,
    "tag": lambda row: row.listing.tags.genre,
    "genre": lambda row: _names(row.best),
    "second": lambda row: _names(row.second),
    "path": lambda row: printable(str(row.listing.track.path)),
    "status": _status,
}
