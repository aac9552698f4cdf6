"""The language of the window: the system's, or the one that was chosen."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from genre_desktop.core.places import resource
from genre_desktop.ui.genres import genre_of
from genre_desktop.ui.row_words import forget_words

LANGUAGES = ("system", "en", "de")
_IN_SOURCE = "en"  # what stands between the quotes in the program


def speak(application: QApplication, wanted: str, parent: QObject) -> None:
    """Have all that is built from now on speak a language, and write numbers as it does.

    Where it is the system's language, numbers and dates are written as the system writes them.

    Args:
        application: Whose words they are.
        wanted: One of `LANGUAGES`.
        parent: While it lives, the language is spoken.
    """
    if wanted in LANGUAGES[1:]:
        chosen, system = QLocale(wanted), QLocale.system()
        QLocale.setDefault(system if system.language() == chosen.language() else chosen)
    language = spoken(wanted)
    if language == _IN_SOURCE:
        return
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resource("translations"))
    for name, folder in ((f"qtbase_{language}", of_qt), (f"genre-desktop_{language}", ours)):
        translator = QTranslator(parent)
        if translator.load(name, folder):
            application.installTranslator(translator)
    genre_of.cache_clear()  # words that an earlier window kept
    forget_words()


def spoken(wanted: str) -> str:
    """The language that is spoken where this one is wanted."""
    if wanted in LANGUAGES[1:]:
        return wanted
    wishes = [each.partition("-")[0] for each in QLocale.system().uiLanguages()]
    return next((each for each in wishes if each in LANGUAGES[1:]), _IN_SOURCE)
