"""The words of the library's rows in memory, where a text is looked for in all of them at once.

The database compares row by row, letter by letter. Here some thousand rows lie one after the other
as bytes, and each byte of the text is compared with all of them by numpy, which leaves the
interpreter to the window's thread meanwhile.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]
Places = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]
Ask = Callable[..., list[tuple[Any, ...]]]  # a query and its values → rows

_NUMBERS_AT_ONCE = 5_000  # of rows; their words are some hundred kilobytes, near the processor
_LINE, _END = ord("\n"), 0xFF  # the latter is in no text
_READ = (  # in the order of numbers, for nothing else leads to them
    "SELECT CAST(group_concat(words, CAST(x'FF' AS TEXT)) AS BLOB), group_concat(id) "
    "FROM listed_words WHERE id > ? AND id <= ?"
)
_LAST = "SELECT max(id) FROM listed_words"
_TITLES_OF_LINES = (  # and how many ends of lines they have
    "SELECT id, length(title) - length(replace(title, char(10), '')) FROM listed "
    "WHERE instr(title, char(10)) ORDER BY id"
)


class Part(Enum):
    """Where in a row's words a text is looked for."""

    ANY = auto()
    TITLE = auto()  # the first line, or as many as it has
    PATH = auto()  # the last line


@dataclass(frozen=True, slots=True)
class Said:
    """A folded text that a part of a row's words is to hold."""

    text: str
    part: Part = Part.ANY


class LibraryWords:
    """All words of one state of the library; what was read before a question was given up stays."""

    def __init__(self, ask: Ask) -> None:
        """Begins with nothing.

        Args:
            ask: Asks the database.
        """
        self._ask = ask
        self._blocks: list[_Block] = []
        self._read_to = 0
        self._last: int | None = None
        self._long_titles: Numbers | None = None  # pairs: number of the row, ends of lines in it

    def read(self) -> None:
        """Reads what was not read yet; asking before it is needed spares the wait."""
        if self._last is None:
            self._last = self._ask(_LAST)[0][0] or 0
        if self._long_titles is None:
            pairs = np.array(self._ask(_TITLES_OF_LINES), np.int32)
            self._long_titles = pairs.reshape(-1, 2)
        while self._read_to < self._last:
            end = self._read_to + _NUMBERS_AT_ONCE
            ((words, numbers),) = self._ask(_READ, self._read_to, end)
            if words is not None:
                text = np.frombuffer(words + bytes([_END]), np.uint8)
                ids = np.fromstring(numbers, np.int32, sep=",")
                self._blocks.append(_Block(ids, text, self._long_titles))
            self._read_to = end

    def numbers_with(self, said: Said) -> Numbers:
        """The numbers of the rows in which something is said."""
        self.read()
        found = [block.numbers[_rows_with(block, said)] for block in self._blocks]
        return np.concatenate(found) if found else np.zeros(0, np.int32)


@dataclass(frozen=True)
class _Block:
    """The words of some rows.

    Attributes:
        numbers: Of the rows.
        text: Their words, each with an end behind them.
        long_titles: Of titles that have ends of lines in them: the row's number, and how many.
    """

    numbers: Numbers
    text: npt.NDArray[np.uint8]
    long_titles: Numbers

    @cached_property
    def ends(self) -> Places:
        """Where the words of each row end."""
        return np.flatnonzero(self.text == _END)

    @cached_property
    def starts(self) -> Places:
        """Where the words of each row begin."""
        return np.concatenate(([0], self.ends[:-1] + 1))

    @cached_property
    def paths(self) -> Places:
        """Where the last line of each row begins."""
        lines = self._ends_of_lines()
        return lines[np.searchsorted(lines, self.ends) - 1] + 1

    @cached_property
    def titles(self) -> Places:
        """Where the title of each row ends."""
        lines = self._ends_of_lines()
        places = np.searchsorted(lines, self.starts)
        is_here = np.isin(self.long_titles[:, 0], self.numbers)
        numbers, more = self.long_titles[is_here].T
        places[np.searchsorted(self.numbers, numbers)] += more
        return lines[places]

    def begins_of(self, text: bytes) -> Mask | None:
        """By place: whether a text begins there; None where it is nowhere."""
        size = len(self.text) - len(text) + 1
        begins = np.zeros(len(self.text), np.bool_)
        if size <= 0:
            return None
        found = np.equal(self.text[:size], text[0], out=begins[:size])
        for place, byte in enumerate(text[1:], 1):
            found &= self.text[place : place + size] == byte
            if not found.any():
                return None
        return begins

    def _ends_of_lines(self) -> Places:
        return np.flatnonzero(self.text == _LINE)


def _any_between(begins: Mask, first: Places, end: Places) -> Mask:
    """Whether there is any from a place up to another, for each two of them."""
    edges = np.empty(2 * len(first), np.intp)
    edges[::2], edges[1::2] = first, np.maximum(first, end)
    return np.logical_or.reduceat(begins, edges)[::2] & (first < end)


def _rows_with(block: _Block, said: Said) -> Mask:
    text = said.text.encode(errors="surrogatepass")
    if not text:
        return np.ones(len(block.numbers), np.bool_)
    begins = block.begins_of(text)
    if begins is None:
        return np.zeros(len(block.numbers), np.bool_)
    match said.part:
        case Part.ANY:
            return np.logical_or.reduceat(begins, block.starts)
        case Part.PATH:
            return _any_between(begins, block.paths, block.ends)
        case Part.TITLE:
            return _any_between(begins, block.starts, block.titles - len(text) + 1)
