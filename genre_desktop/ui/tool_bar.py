"""The bar above the list: add, filter, choose a model, export."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolBar,
    QWidget,
)

from genre_desktop.ui.actions import Actions
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.library.library_actions import LibraryActions
from genre_desktop.ui.tooltips import plain_tooltip

TYPING_PAUSE_MS = 120
WIDE_FILTER = 272  # at least; it holds the hint
NARROW_FILTER = 200
BESIDE_HINT = 68  # the icon, the margins, and the button that clears


class FilterBox(QLineEdit):
    """Takes the filter's text and tells it once the typing pauses.

    Attributes:
        wide: The width that holds its hint.

    Signals:
        filter_typed: The text.
        left: The user is done and wants back to the list.
    """

    filter_typed = Signal(str)
    left = Signal()

    def __init__(self, icons: Icons, of_the_window: Sequence[QKeySequence] = ()) -> None:
        """Build the box.

        Args:
            icons: Where its icon comes from.
            of_the_window: Keys that mean the same here as elsewhere, whatever they are to a text.
        """
        super().__init__()
        self._of_the_window = tuple(of_the_window)
        self.setPlaceholderText(self.tr("Filter: words, genre:jazz, conf < 60"))
        self.setAccessibleName(self.tr("Filter the list by words, genres and numbers"))
        self.setToolTip(
            self.tr(
                "Words are looked for in title, artist, album, genre, tags and path. Also: "
                "genre:jazz  artist:…  album:…  status:unsure  conf < 60  bpm > 120  "
                "time > 5:00  -word. F1 shows more."
            )
        )
        self.setClearButtonEnabled(True)
        hint = self.fontMetrics().horizontalAdvance(self.placeholderText())
        self.wide = max(WIDE_FILTER, hint + BESIDE_HINT)
        self.setFixedWidth(self.wide)
        mark = self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        mark.setText(self.tr("What is typed here filters the list"))
        self.warning = self.addAction(
            icons.icon("warning", role="problem"), QLineEdit.ActionPosition.TrailingPosition
        )
        self.warning.setVisible(False)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._pause.start)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and QKeySequence(event.keyCombination()) in self._of_the_window
        ):
            event.ignore()  # a line edit would go to its end with Ctrl+E
            return True
        return super().event(event)

    def mark_unfinished(self, comparison: str) -> None:
        """Mark the text while a comparison in it has no number; an empty one takes the mark away.

        Args:
            comparison: Such as "conf <".
        """
        words = self.tr("“%1” needs a number, as in conf < 60. Until then it hides no track.")
        words = words.replace("%1", comparison) if comparison else ""
        self.warning.setToolTip(plain_tooltip(words))
        self.warning.setVisible(bool(comparison))
        self.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return}:
            self._tell()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        self.filter_typed.emit(self.text())


class ToolBar(QToolBar):
    """Shows words beside its icons where there is room."""

    def __init__(
        self, actions: Actions, icons: Icons, models: QComboBox, library: LibraryActions
    ) -> None:
        super().__init__()
        self.setObjectName("tool_bar")
        self.setWindowTitle(self.tr("Tools"))
        self.setAccessibleName(self.tr("Tools: add music, filter the list, choose a model, save"))
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self.toggleViewAction().setVisible(False)
        self.filter_box = FilterBox(icons, actions.export.shortcuts())
        self.addActions([actions.add_files, actions.add_folder])
        self.addAction(library.show_library)
        self._before_filter = self.addSeparator()
        self._filtering = self.addWidget(self.filter_box)
        self.addWidget(_room())
        label = QLabel(self.tr("Model") + " ")
        label.setBuddy(models)
        self._model_word = self.addWidget(label)
        self.addWidget(models)
        self.addSeparator()
        self.addActions([actions.write_tags, library.write_tags, actions.export, library.export])
        self._speak(
            actions.add_files,
            actions.add_folder,
            library.show_library,
            actions.write_tags,
            library.write_tags,
            actions.export,
            library.export,
        )
        self._models, self._models_width = models, 0
        self.fit()

    def _speak(self, *of_buttons: QAction) -> None:
        """Say in a sentence what a button does; the keyboard reaches it."""
        for action in of_buttons:
            button = self.widgetForAction(action)
            button.setAccessibleName(action.statusTip())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_below(self, menu: QMenu, action: QAction) -> None:
        """Let a command's button, which stands at the right, open a menu."""
        button = self.widgetForAction(action)
        corner = button.mapToGlobal(button.rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width() - 1, -1))

    def show_filter(self, *, shown: bool) -> None:
        """Show the box that filters the list, or nothing in its place."""
        self._before_filter.setVisible(shown)
        self._filtering.setVisible(shown)
        self.fit()  # there is more room now, or less

    def fit(self) -> None:
        """Show words beside icons where there is room for them, or icons alone."""
        self._models_width = self._models.sizeHint().width()
        wide = self.filter_box.wide
        steps = (  # words beside icons, and the box's width, from the roomiest to the tightest
            (True, wide),
            (True, NARROW_FILTER),
            (False, wide),
            (False, WIDE_FILTER),
            (False, NARROW_FILTER),
        )
        for words, filter_width in steps:
            self._show_words(shown=words)
            self.filter_box.setFixedWidth(filter_width)
            if self.sizeHint().width() <= self.width():
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.LayoutRequest
            and self._models.sizeHint().width() != self._models_width
        ):
            self.fit()
        return super().event(event)

    def _show_words(self, *, shown: bool) -> None:
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if shown
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        self.setToolButtonStyle(style)
        self._model_word.setVisible(shown)


def _room() -> QWidget:
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return room
