"""Chooses the model package: a box in the tool bar and a menu that agree."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QMenu

from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.ui.calm_boxes import CalmComboBox
from genre_desktop.ui.counted import counted
from genre_desktop.ui.tooltips import plain_tooltip

WIDEST_WORDS = 220  # at least
_LETTERS = 30  # of usual width, that have room in a large font, too


class ModelChoice(QObject):
    """Offers the packages that are there.

    Signals:
        chosen: The `ModelEntry` that the user wants from now on.
        current_changed: Another package is shown as chosen, by whomever.
    """

    chosen = Signal(ModelEntry)
    current_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.box = CalmComboBox()  # another model hears everything anew
        self.box.setAccessibleName(self.tr("Model that hears the music"))
        self.box.setToolTip(self.tr("Which model hears the music."))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.setMinimumWidth(172)
        self.menu = QMenu()
        self._group = QActionGroup(self)
        self._entries: tuple[ModelEntry, ...] = ()
        self._current: ModelEntry | None = None
        self.box.activated.connect(self._choose_at)
        self._group.triggered.connect(self._choose_of_menu)

    @property
    def current(self) -> ModelEntry | None:
        """The chosen package, None without any."""
        return self._current

    @property
    def entries(self) -> tuple[ModelEntry, ...]:
        """The packages on offer."""
        return self._entries

    def offer(self, entries: Sequence[ModelEntry], wanted: ModelEntry | None) -> None:
        """Offer packages that can be used and show the wanted one as chosen."""
        self._entries = tuple(entries)
        self.box.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        for entry in self._entries:
            words = f"{entry.title} · {_genres(len(entry.labels))}"
            self.box.addItem(_shortened(words, self.box))
            place = self.box.count() - 1
            self.box.setItemData(place, plain_tooltip(words), Qt.ItemDataRole.ToolTipRole)
            action = self._group.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            self.menu.addAction(action)
        self._current = None
        self.box.setCurrentIndex(-1)
        if wanted in self._entries:
            self._show(self._entries.index(wanted))

    def choose(self, entry: ModelEntry) -> None:
        """Take one of those on offer, as the user would."""
        self._choose_at(self._entries.index(entry))

    def _show(self, place: int) -> None:
        self._current = self._entries[place]
        self.box.setCurrentIndex(place)
        self._group.actions()[place].setChecked(True)
        self.current_changed.emit()

    @Slot(int)
    def _choose_at(self, place: int) -> None:
        was = self._current
        self._show(place)
        if self._current is not None and self._current != was:
            self.chosen.emit(self._current)

    @Slot(QAction)
    def _choose_of_menu(self, action: QAction) -> None:
        self._choose_at(self._group.actions().index(action))


def _genres(count: int) -> str:
    return counted(count, _tr("%1 genre"), _tr("%1 genres"))


def _shortened(words: str, box: QComboBox) -> str:
    metrics = box.fontMetrics()
    widest = max(WIDEST_WORDS, _LETTERS * metrics.averageCharWidth())
    return metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, widest)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ModelChoice", text)
