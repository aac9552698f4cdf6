"""Genres on the screen: the word, the short code and the colour of every label."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QColor

from genre_desktop.core.genre_colours import UNSURE, colours_of
from genre_desktop.core.genre_names import genre_key, one_name, tag_name


class Genre(NamedTuple):
    """How a genre is shown; the word and the code stand beside the colour everywhere."""

    label: str
    word: str
    code: str
    dark: QColor
    light: QColor

    def colour(self, *, is_dark: bool) -> QColor:
        """The colour on a dark or a light base."""
        return self.dark if is_dark else self.light


_KNOWN = {
    "blues": QT_TRANSLATE_NOOP("Genres", "Blues"),
    "classical": QT_TRANSLATE_NOOP("Genres", "Classical"),
    "country": QT_TRANSLATE_NOOP("Genres", "Country"),
    "disco": QT_TRANSLATE_NOOP("Genres", "Disco"),
    "hiphop": QT_TRANSLATE_NOOP("Genres", "Hip-Hop"),
    "jazz": QT_TRANSLATE_NOOP("Genres", "Jazz"),
    "metal": QT_TRANSLATE_NOOP("Genres", "Metal"),
    "pop": QT_TRANSLATE_NOOP("Genres", "Pop"),
    "reggae": QT_TRANSLATE_NOOP("Genres", "Reggae"),
    "rock": QT_TRANSLATE_NOOP("Genres", "Rock"),
    "electronic": QT_TRANSLATE_NOOP("Genres", "Electronic"),
    "folk": QT_TRANSLATE_NOOP("Genres", "Folk"),
    "experimental": QT_TRANSLATE_NOOP("Genres", "Experimental"),
    "international": QT_TRANSLATE_NOOP("Genres", "International"),
    "soul": QT_TRANSLATE_NOOP("Genres", "Soul"),
}


def unsure_colour(*, is_dark: bool) -> QColor:
    """The colour of "unsure", which is always hatched."""
    return QColor(UNSURE.dark if is_dark else UNSURE.light)


@lru_cache(maxsize=256)
def genre_of(label: str) -> Genre:
    """How a model's label is shown; a label of the user's own is neutral, with its own letters."""
    key = genre_key(label)
    dark, light = (QColor(colour) for colour in colours_of(label))
    if key not in _KNOWN:
        word = label[:1].upper() + label[1:]
    else:
        word = QCoreApplication.translate("Genres", _KNOWN[key])
    return Genre(label, word, _code(word), dark, light)


def _code(word: str) -> str:
    """Two letters: Jazz is Ja, Hip-Hop is HH."""
    parts = [part for part in word.split("-") if part]
    return f"{parts[0][0]}{parts[1][0]}".upper() if len(parts) > 1 else word[:2].capitalize()


def own_word(genre: str) -> str:
    """The user's own word on the screen: the name of a known genre is its word, else as typed."""
    key = genre_key(genre)
    return genre_of(genre).word if key in _KNOWN and one_name(genre) == tag_name(key) else genre
