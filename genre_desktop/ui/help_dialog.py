"""Help: the journeys through the program, every key, and the filter's language."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from genre_desktop.ui.keys_page import KeysPage
from genre_desktop.ui.reading_dialog import Page, ReadingDialog
from genre_desktop.ui.theme import Theme


def help_dialog(
    theme: Theme, actions: Iterable[QAction], parent: QWidget | None = None
) -> ReadingDialog:
    """The help; its list of keys is that of the actions themselves."""
    return ReadingDialog(
        theme,
        _words("Help"),
        _words("What can be done, and with which keys."),
        _journeys(),
        parent,
        further={_words("Keys and filter"): KeysPage(theme, actions)},
    )


def _journeys() -> list[Page]:
    return [
        Page(
            _words("Genres of a folder"),
            _paragraphs(
                _words(
                    "Drop a folder, files or a playlist on the window, or choose File, Add folder."
                ),
                _words(
                    "Rows appear at once; genre, confidence, second guess and tempo fill in. "
                    "“Unsure” is an answer, too: the best genre is not likely enough, or the music "
                    "is unlike all that the model learnt from."
                ),
                _words(
                    "Sort by clicking on a heading. Type into the filter box to see some tracks "
                    "only, then File, Export saves those on show as CSV or JSON."
                ),
            ),
        ),
        Page(
            _words("Listening and looking"),
            _paragraphs(
                _words(
                    "Press Enter on a row, or double-click it. The spectrogram scrolls with the "
                    "music, the bar below shows the genre of every moment; click on it to go there."
                ),
                _words(
                    "Freeze stops the picture; then zoom with the wheel and read time, frequency, "
                    "note and level under the cursor. Drag to select and see the mean spectrum."
                ),
            ),
        ),
        Page(
            _words("Where the model is wrong"),
            _paragraphs(
                _words(
                    "Select the tracks and choose Track, Correct the genre. Your word wins in the "
                    "list, in tags and in exports, and stays with the audio whatever the file is "
                    "called. It can be undone."
                ),
                _words(
                    "Genres, Review goes through what is doubtful: each track is played, and one "
                    "key answers."
                ),
                _words(
                    "Track, Compare two models hears one track with two models; Genres, About this "
                    "model and Report of training say how well each of them does."
                ),
                _words("Genres, Install or remove a model takes in a model of your own."),
            ),
        ),
        Page(
            _words("Everything that was ever heard"),
            _paragraphs(
                _words(
                    "Library in the tool bar shows all that was heard, by genre, artist, album, "
                    "folder or confidence, also what lies on drives that are not there now. From "
                    "there tracks go back to the list, into tags and into exports."
                ),
                _words(
                    "Preferences, Watched folders names folders in which new music is classified "
                    "by itself."
                ),
            ),
        ),
        Page(
            _words("Writing genres into files"),
            _paragraphs(
                _words(
                    "File, Write tags shows for each file what it says and what it would say; "
                    "nothing is written before you press the button with the count."
                ),
                _words(
                    "Only the genre changes, and what else you choose; sound, pictures and all "
                    "other fields stay byte for byte. History takes back any run, at any time."
                ),
                _words("Rules for tags gives genres names of your own."),
            ),
        ),
        Page(
            _words("Files into folders"),
            _paragraphs(
                _words(
                    "File, Organise folders shows where the files on show would go, by genre, "
                    "artist and album or by a pattern of your own; then it copies or moves them. "
                    "Nothing is ever overwritten."
                ),
                _words("History puts them back, at any time."),
            ),
        ),
        Page(
            _words("In a terminal"),
            _paragraphs(
                _words("The same without a window, for scripts and servers:"),
                "    genre-desktop classify ~/Music --csv genres.csv\n"
                "    genre-desktop tag ~/Music --only-empty --dry-run\n"
                "    genre-desktop undo --last\n"
                '    genre-desktop export --format jsonl -o library.jsonl --query "genre:jazz"',
                _words("Every command tells more with --help."),
            ),
        ),
        Page(
            _words("Without seeing the window"),
            _paragraphs(
                _words(
                    "Every control has a name that is a sentence; results and messages are "
                    "announced. F7 says genre, confidence and second guess of the row, F6 goes "
                    "from pane to pane."
                ),
                _words(
                    "Preferences, Playback, Reduce motion moves the spectrogram on once a second "
                    "instead of scrolling it."
                ),
            ),
        ),
        Page(
            _words("When something is wrong"),
            _paragraphs(
                _words(
                    "A file that cannot be read is a row that says why. A sentence above the list "
                    "says what else went wrong and what to do."
                ),
                _words(
                    "Start with “genre-desktop --safe-mode” to leave out your settings, list and "
                    "models for once, or with “--profile DIR” to keep everything in another folder."
                ),
                _words(
                    "Preferences, Privacy shows what is stored and where, and deletes it. Help, "
                    "About has the versions to send with a report."
                ),
            ),
        ),
    ]


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(texts)


def _words(text: str) -> str:
    return QCoreApplication.translate("HelpDialog", text)
