"""How wide the columns of a table of tracks are: as their longest usual words, in any language."""

from PySide6.QtGui import QFontMetrics

from genre_desktop.dsp.sound import Problem
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.roles import Column
from genre_desktop.ui.row_words import problem_word, unsure_word
from genre_desktop.ui.table_cells import column_word

NUMBER_GAP = 8  # between the second guess and its percentage
_PADDING = 12
_SPARE = 2
_SWATCH, _BAR, _ICON = 16, 48, 18  # with the gap to the words
_LONG_GENRES = ("experimental", "international", "electronic")
_LEAST = {  # in a small font
    Column.NUMBER: 36,
    Column.TITLE: 120,
    Column.ARTIST: 84,
    Column.GENRE: 104,
    Column.CONFIDENCE: 94,
    Column.SECOND: 104,
    Column.TEMPO: 40,
    Column.TIME: 44,
    Column.STATUS: 106,
    Column.ALBUM: 140,
    Column.TAG_NOW: 90,
    Column.PATH: 260,
}
_LETTERS = {Column.TITLE: 14, Column.ARTIST: 10}  # of usual width, shown in any font


def width_of(column: Column, metrics: QFontMetrics) -> int:
    """How wide a column begins, so that nothing usual is cut whatever the font.

    Title and artist hold anything; theirs are the least widths of which something can be read.
    """
    longest, beside = _usual(column, metrics)
    words = metrics.horizontalAdvance(longest) + beside
    header = metrics.horizontalAdvance(column_word(column))  # in letters that are smaller
    letters = _LETTERS.get(column, 0) * metrics.averageCharWidth()
    return max(_LEAST[column], max(words, header) + _PADDING + _SPARE, letters)


def narrow_status(metrics: QFontMetrics) -> int:
    """Of the status where room is scarce: the icon, and the beginning of its word."""
    return metrics.horizontalAdvance(unsure_word()) + _ICON + _PADDING + _SPARE


def _usual(column: Column, metrics: QFontMetrics) -> tuple[str, int]:
    """The longest usual words of a column, and the pixels beside them."""
    if column in {Column.GENRE, Column.SECOND}:
        words = (genre_of(label).word for label in _LONG_GENRES)
        word = max(words, key=metrics.horizontalAdvance)
        if column is Column.GENRE:
            return f"{word}?", _SWATCH
        return word, metrics.horizontalAdvance("88") + NUMBER_GAP
    return {
        Column.CONFIDENCE: ("100 %", _BAR),
        Column.TEMPO: ("188", 0),
        Column.TIME: ("8:88:88", 0),  # a whole set or a radio programme
        Column.STATUS: (problem_word(Problem.NON_FINITE), _ICON),
    }.get(column, ("", 0))
