"""The genres that a track can be given, in a menu, the first twenty with a key each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from genre_desktop.core.corrected import is_same_genre
from genre_desktop.core.genre_names import tag_name
from genre_desktop.ui.genres import own_word
from genre_desktop.ui.swatch import Filling, Swatches

_KEYS = (
    *(f"Ctrl+{digit}" for digit in "1234567890"),
    *(f"Ctrl+Alt+{digit}" for digit in "1234567890"),
)


def genre_key_words() -> tuple[tuple[QKeySequence, str], ...]:
    """The keys of the first and the eleventh genre, and what they and their next nine do."""
    return (
        (QKeySequence(_KEYS[0]), _tr("Say it is the first genre; 2 to 9 and 0 say the next ones.")),
        (QKeySequence(_KEYS[10]), _tr("Say it is the eleventh genre; 2 to 9 and 0 go on.")),
    )


class GenreMenu(QObject):
    """Its genres are those of the model and the user's own.

    Args:
        menu: Where they go.
        table: In which their keys work.
        swatches: The squares before their words.

    Signals:
        chosen: A genre.
        own_wanted: The user wants to type one.
        taken_back: The user's word shall be forgotten.
    """

    chosen = Signal(str)
    own_wanted = Signal()
    taken_back = Signal()

    def __init__(self, menu: QMenu, table: QWidget, swatches: Swatches) -> None:
        super().__init__(menu)
        self._menu, self._table, self._swatches = menu, table, swatches
        self._actions: list[QAction] = []
        self._own = QAction(self.tr("&Another genre…"), self)
        self._back = QAction(self.tr("&Take back the correction"), self)
        menu.aboutToShow.connect(self._show_swatches)
        self._own.triggered.connect(self.own_wanted)
        self._back.triggered.connect(self.taken_back)

    @property
    def genres(self) -> list[str]:
        """What is on offer."""
        return [str(action.data()) for action in self._actions]

    def offer(self, labels: Sequence[str], own: Sequence[str]) -> None:
        """Offer the genres of a model, in the order of their words, and the user's own."""
        names = sorted((tag_name(label) for label in labels), key=str.casefold)
        others = [one for one in own if not any(is_same_genre(one, name) for name in names)]
        if self._actions and names + others == self.genres:
            return
        for action in self._actions:
            self._table.removeAction(action)
            action.deleteLater()
        self._menu.clear()
        self._actions = [self._action(name, place) for place, name in enumerate(names + others)]
        self._menu.addActions(self._actions[: len(names)])
        if others:
            self._menu.addSeparator()
            self._menu.addActions(self._actions[len(names) :])
        self._menu.addSeparator()
        self._menu.addActions([self._own, self._back])

    def enable(self, *, selected: bool, corrected: bool) -> None:
        """Grey out what has nothing to act on."""
        self._menu.setEnabled(selected)
        for action in (*self._actions, self._own):
            action.setEnabled(selected)
        self._back.setEnabled(corrected)

    @Slot()
    def _show_swatches(self) -> None:
        for action in self._actions:  # their colours are the theme's
            action.setIcon(self._swatches.pixmap(str(action.data()), Filling.SOLID))

    def _action(self, genre: str, place: int) -> QAction:
        action = QAction(own_word(genre).replace("&", "&&"), self)
        action.setData(genre)
        action.triggered.connect(_emitting(self.chosen.emit, genre))
        if place < len(_KEYS):
            action.setShortcut(QKeySequence(_KEYS[place]))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._table.addAction(action)
        return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("GenreMenu", text)


def _emitting(emit: Callable[[str], None], genre: str) -> Callable[[], None]:
    return lambda: emit(genre)
