"""Genres on the screen: the word, the short code and the colour of every label."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Genre:
    """How a genre is shown; the word and the code stand beside the colour everywhere."""

    label: str
    word: str
    code: str
    dark: QColor
    light: QColor

    def colour(self, *, is_dark: bool) -> QColor:
        """The colour on a dark or a light base."""
        return self.dark if is_dark else self.light


# Chosen in OKLCH for distance under the three colour deficiencies; see docs of the palette's test.
_KNOWN = {
    "blues": (QT_TRANSLATE_NOOP("Genres", "Blues"), "Bl", "#4182AC", "#4F7CFF"),
    "classical": (QT_TRANSLATE_NOOP("Genres", "Classical"), "Cl", "#FFDE06", "#816D42"),
    "country": (QT_TRANSLATE_NOOP("Genres", "Country"), "Co", "#F9941A", "#DC5F01"),
    "disco": (QT_TRANSLATE_NOOP("Genres", "Disco"), "Di", "#CA4499", "#9930C3"),
    "hiphop": (QT_TRANSLATE_NOOP("Genres", "Hip-hop"), "HH", "#CA5706", "#B90519"),
    "jazz": (QT_TRANSLATE_NOOP("Genres", "Jazz"), "Ja", "#C184FF", "#4D487C"),
    "metal": (QT_TRANSLATE_NOOP("Genres", "Metal"), "Me", "#F55D69", "#901B3B"),
    "pop": (QT_TRANSLATE_NOOP("Genres", "Pop"), "Po", "#9E6A75", "#6A4059"),
    "reggae": (QT_TRANSLATE_NOOP("Genres", "Reggae"), "Re", "#72A781", "#2F624D"),
    "rock": (QT_TRANSLATE_NOOP("Genres", "Rock"), "Ro", "#FBBCBE", "#B36D67"),
    "electronic": (QT_TRANSLATE_NOOP("Genres", "Electronic"), "El", "#6EB8CC", "#367384"),
    "folk": (QT_TRANSLATE_NOOP("Genres", "Folk"), "Fo", "#6E834A", "#3E5A06"),
    "experimental": (QT_TRANSLATE_NOOP("Genres", "Experimental"), "Ex", "#3CFFDE", "#0F9775"),
    "international": (QT_TRANSLATE_NOOP("Genres", "International"), "In", "#D9E893", "#808C3E"),
    "soul": (QT_TRANSLATE_NOOP("Genres", "Soul"), "So", "#EFD1FE", "#9D79A5"),
}
UNSURE_DARK = QColor("#9E9E9E")
UNSURE_LIGHT = QColor("#747474")
_OWN_DARK = QColor("#B9BBBD")
_OWN_LIGHT = QColor("#5F6266")


def unsure_colour(*, is_dark: bool) -> QColor:
    """The colour of "unsure", which is always hatched."""
    return UNSURE_DARK if is_dark else UNSURE_LIGHT


@lru_cache(maxsize=256)
def genre_of(label: str) -> Genre:
    """How a model's label is shown; a label of the user's own is neutral, with its own letters."""
    key = "".join(letter for letter in label.casefold() if letter.isalnum())
    known = _KNOWN.get(key)
    if known is None:
        word = label[:1].upper() + label[1:]
        return Genre(label, word, label[:2].capitalize(), _OWN_DARK, _OWN_LIGHT)
    word, code, dark, light = known
    translated = QCoreApplication.translate("Genres", word)
    return Genre(label, translated, code, QColor(dark), QColor(light))
