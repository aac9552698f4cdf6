"""The page of the library: groups on the left, filter and count above, the table."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from genre_desktop.services.settings import Settings
from genre_desktop.ui.counted import counted
from genre_desktop.ui.labels import ElidedLabel, ToneLabel
from genre_desktop.ui.library.groups_panel import DEFAULT_WIDTH, GroupsPanel
from genre_desktop.ui.library.library_model import LibraryModel
from genre_desktop.ui.library.library_table import LibraryTable
from genre_desktop.ui.library.saved_filters import SavedFilters
from genre_desktop.ui.table_dress import TableDress
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.tool_bar import NARROW_FILTER, FilterBox


class LibraryPage(QWidget):
    """Puts the widgets of the library together; `LibraryShowing` gives them their meaning.

    Attributes:
        is_laid_out: Whether everything is in its place.
    """

    def __init__(
        self, look: Look, settings: Settings, keys_of_the_window: list[QKeySequence]
    ) -> None:
        """Build the widgets; `lay_out_later` puts them in their places, in a turn of its own."""
        super().__init__()
        self.is_laid_out = False
        self.model = LibraryModel(self)
        self.table = LibraryTable(self.model)
        TableDress(self.table, look.theme, look.icons, look.swatches)
        self.groups = GroupsPanel(look.theme, look.swatches)
        self.filter_box = FilterBox(look.icons, keys_of_the_window)
        self.filter_box.setAccessibleName(self.tr("Filter the library"))
        self.saved = SavedFilters(settings)
        self.count = ElidedLabel(look.theme)
        self.empty = ToneLabel(look.theme, role="muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.clear = QPushButton(self.tr("Clear filter"))
        self.clear.clicked.connect(self.filter_box.clear)
        self._nothing = self._make_nothing()
        self.saved.chosen.connect(self.filter_box.setText)
        self.filter_box.textChanged.connect(self.saved.take_text)
        self.filter_box.left.connect(self.table.setFocus)

    def show_counts(self, shown: int, selected: int, left: int) -> None:
        """Say how many tracks are on show and selected, and how many are still being read in."""
        number = QLocale().toString
        parts = [counted(shown, self.tr("%1 track"), self.tr("%1 tracks"))]
        if selected > 1:
            parts.append(self.tr("%1 selected").replace("%1", number(selected)))
        if left:
            parts.append(self.tr("%1 files to come").replace("%1", number(left)))
        self.count.setText(" · ".join(parts))

    def in_tab_order(self) -> list[QWidget]:
        """What Tab goes through, as it stands."""
        in_groups = self.groups.findChildren(QWidget)
        return [*in_groups, self.filter_box, self.saved, self.table, self.clear]

    def say_empty(self, sentence: str) -> None:
        """Say why there are no rows; nothing where there are some."""
        self.empty.setText(sentence)
        self.clear.setVisible(bool(self.filter_box.text().strip()))
        self._nothing.setVisible(bool(sentence))
        self._place_nothing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_nothing()
        return super().eventFilter(watched, event)

    @Slot()
    def go_to_filter(self) -> None:
        """Let the user type a filter."""
        self.filter_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_box.selectAll()

    def _make_nothing(self) -> QWidget:
        """What lies over the table while no row is on show; its headers stay where they are."""
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(24, 0, 24, 0)
        column.setSpacing(12)
        column.addStretch()
        column.addWidget(self.empty)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        nothing.hide()
        return nothing

    def _place_nothing(self) -> None:
        self._nothing.setGeometry(self.table.viewport().rect())

    def lay_out_later(self, then: Callable[[], None]) -> None:
        """Put everything in its place in the next turn, for all at once would be felt."""
        self._then = then
        soon = QTimer(self, singleShot=True, interval=0)
        soon.timeout.connect(self._lay_out)
        soon.start()

    @Slot()
    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 4)
        top.setSpacing(8)
        self.filter_box.setMinimumWidth(NARROW_FILTER)
        top.addWidget(self.filter_box, 3)
        top.addWidget(self.saved)
        top.addWidget(self.count, 1)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.groups)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([DEFAULT_WIDTH, 600])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        self._nothing.setParent(self.table.viewport())
        self.table.viewport().installEventFilter(self)
        self.is_laid_out = True
        self._then()
