"""The words for what the library can be gone through by, and for the groups in it."""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from genre_desktop.core.library_facets import Facet, Key
from genre_desktop.dsp.sound import Problem
from genre_desktop.ui.genres import own_word
from genre_desktop.ui.row_state import printable_path
from genre_desktop.ui.row_words import problem_word

_WORDS = {
    Facet.FOLDER: QT_TRANSLATE_NOOP("FacetWords", "By folder"),
    Facet.ARTIST: QT_TRANSLATE_NOOP("FacetWords", "By artist"),
    Facet.ALBUM: QT_TRANSLATE_NOOP("FacetWords", "By album"),
    Facet.GENRE: QT_TRANSLATE_NOOP("FacetWords", "By genre"),
    Facet.CONFIDENCE: QT_TRANSLATE_NOOP("FacetWords", "By confidence"),
    Facet.UNSURE: QT_TRANSLATE_NOOP("FacetWords", "Unsure"),
    Facet.CONFLICT: QT_TRANSLATE_NOOP("FacetWords", "Tagged otherwise"),
    Facet.PROBLEM: QT_TRANSLATE_NOOP("FacetWords", "With a problem"),
    Facet.GONE: QT_TRANSLATE_NOOP("FacetWords", "Files that are gone"),
}
_NOTHING = {
    Facet.ARTIST: QT_TRANSLATE_NOOP("FacetWords", "No artist"),
    Facet.ALBUM: QT_TRANSLATE_NOOP("FacetWords", "No album"),
    Facet.GENRE: QT_TRANSLATE_NOOP("FacetWords", "No genre"),
    Facet.CONFIDENCE: QT_TRANSLATE_NOOP("FacetWords", "No genre"),
}


def facet_word(facet: Facet) -> str:
    """A way to go through the library."""
    return _tr(_WORDS[facet])


def group_word(facet: Facet, key: Key) -> str:
    """The name of a group."""
    if key is None:
        return _tr(_NOTHING.get(facet, ""))
    if facet is Facet.CONFIDENCE:
        return _band(int(key))
    if facet is Facet.PROBLEM and key in set(Problem):
        return problem_word(Problem(key))
    if facet in {Facet.GENRE, Facet.UNSURE}:
        return own_word(str(key))
    if facet in {Facet.FOLDER, Facet.GONE}:
        return printable_path(Path(str(key)))
    return str(key)


def _band(from_percent: int) -> str:
    upto = 100 if from_percent >= 90 else from_percent + 9
    number = QLocale().toString
    words = _tr("%1 to %2 %")
    return words.replace("%1", number(from_percent)).replace("%2", number(upto))


def _tr(text: str) -> str:
    return QCoreApplication.translate("FacetWords", text)
