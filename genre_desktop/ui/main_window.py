"""The main window: where the panes stand, how the keyboard moves between them, what is kept."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from genre_desktop.services.right_of_way import RightOfWay
from genre_desktop.services.settings import Settings
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.status_strip import StatusStrip
from genre_desktop.ui.tab_turn import take_turn
from genre_desktop.ui.tool_bar import ToolBar
from genre_desktop.ui.track_table import TrackTable
from genre_desktop.ui.urls import brings_files, paths_in

DEFAULT_SIZE = (1280, 800)
SMALLEST_SIZE = (960, 600)
BROWSER_WIDTH = 196
DETAILS_WIDTH = 284
NARROW_BELOW = 1080  # the browser gives its room to the table, the details become narrow
NARROW_DETAILS_WIDTH = 240

_WINDOW, _PANES, _COLUMNS, _LOWER = "window", "panes", "columns", "lower"


class Panes(NamedTuple):
    """The window's parts, built elsewhere.

    Attributes:
        first_run: Shown in the table's place while the list is empty.
    """

    tool_bar: ToolBar
    messages: QWidget
    browser: QWidget
    table: TrackTable
    first_run: QWidget
    details: QWidget
    spectrogram: QWidget
    seek_bar: QWidget
    transport: QWidget
    status: StatusStrip


def size_within(room: QSize) -> QSize:
    """The size that a window opens with on a screen; one too small for any is left as it is."""
    fits = room.expandedTo(QSize(*SMALLEST_SIZE)) == room
    return QSize(*DEFAULT_SIZE).boundedTo(room) if fits else QSize(*DEFAULT_SIZE)


class MainWindow(QMainWindow):
    """Puts the panes together.

    Signals:
        painted: The window was painted for the first time; what is heavy may start now.
        paths_dropped: A list of `Path`s dropped beside the table.
        closing: The window is about to close.
    """

    painted = Signal()
    paths_dropped = Signal(list)
    closing = Signal()

    def __init__(self, panes: Panes, actions: Actions, settings: Settings) -> None:
        super().__init__()
        self._panes = panes
        self._first_of_page: QWidget | None = None
        self._actions = actions
        self._settings = settings
        self._was_painted = False
        self._all_painted = QTimer(self, singleShot=True, interval=0)  # after the panes
        self._all_painted.timeout.connect(self.painted)
        self._right_of_way = RightOfWay(self)
        self._is_narrow = False
        self._is_list_shown = True
        self._wide_sizes: list[int] = []
        self._wants_browser = settings.shows_browser
        self.setObjectName("main_window")
        self.setWindowTitle("Genre Desktop")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.addToolBar(panes.tool_bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._centre = QStackedWidget()
        self._centre.addWidget(panes.first_run)
        self._centre.addWidget(panes.table)
        self._centre.addActions(actions.of_the_list)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._centre)
        self._splitter = self._make_splitter()
        self._upper_and_lower = self._make_upper_and_lower()
        self._lay_out()
        self._connect_keys()
        self._restore()

    def show_list(self, *, shown: bool) -> None:
        """Show the table, or the page for an empty list."""
        had_focus = self._centre.isAncestorOf(QApplication.focusWidget() or self)
        self._centre.setCurrentWidget(self._panes.table if shown else self._panes.first_run)
        if had_focus and shown:
            self._panes.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_before_list(
        self,
        page: QWidget | None,
        in_tab_order: Iterable[QWidget] = (),
        first: QWidget | None = None,
    ) -> None:
        """Show a page for list and folders; None shows these again.

        Args:
            page: The page.
            in_tab_order: How Tab goes through it.
            first: What the key for the next pane comes to.
        """
        self._is_list_shown = page is None
        self._first_of_page = first
        if page is not None and self._middle.indexOf(page) < 0:
            self._middle.addWidget(page)
            take_turn(in_tab_order, after=self._centre)
        shown = page or self._centre
        self._middle.setCurrentWidget(shown)
        self._panes.browser.setVisible(page is None and self._actions.show_browser.isChecked())
        self._panes.status.be_about_list(about_list=page is None)
        target = _first_focusable(shown)
        if page is None and target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self._all_painted.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does for buttons and boxes what Space, which pauses, does elsewhere."""
        focused = self.focusWidget()
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused, QAbstractButton):
            focused.click()
        elif isinstance(focused, QComboBox):
            focused.showPopup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._right_of_way.take()
        super().resizeEvent(event)
        if (self.width() < NARROW_BELOW) != self._is_narrow:
            self._fold(narrow=not self._is_narrow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = _first_focusable(self._centre)
        if first is not None and not event.spontaneous():  # it did not come back from the dock
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # the table may refuse its own rows, which are in the list already
        if not self._panes.table.is_dragged_from and brings_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = paths_in(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)  # never lets the source delete its files
        event.accept()
        if paths:
            self.paths_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.keep_layout(_WINDOW, self.saveGeometry())
        if not self._is_narrow:
            self._settings.keep_layout(_PANES, self._splitter.saveState())
        self._settings.keep_layout(_LOWER, self._upper_and_lower.saveState())
        self._settings.shows_browser = self._wants_browser
        self._settings.keep_layout(_COLUMNS, self._panes.table.columns.state())
        self.closing.emit()
        super().closeEvent(event)

    # Building

    def _make_splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for pane in (self._panes.browser, self._middle, self._panes.details):
            splitter.addWidget(pane)
        splitter.setStretchFactor(1, 1)
        self._middle.setMinimumWidth(480)
        return splitter

    def _make_upper_and_lower(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._splitter)
        splitter.addWidget(self._panes.spectrogram)
        splitter.setStretchFactor(0, 1)
        return splitter

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._panes.messages)
        column.addWidget(self._upper_and_lower, 1)
        column.addWidget(self._panes.seek_bar)
        column.addWidget(self._panes.transport)
        column.addWidget(self._panes.status)
        self.setCentralWidget(body)

    def _connect_keys(self) -> None:
        self._actions.next_pane.triggered.connect(self._go_to_next_pane)
        self._actions.previous_pane.triggered.connect(self._go_to_previous_pane)
        self._actions.show_browser.setChecked(self._wants_browser)
        self._panes.browser.setVisible(self._wants_browser)
        self._actions.show_browser.toggled.connect(self._show_browser)
        self._actions.find.triggered.connect(self._go_to_filter)
        self._panes.tool_bar.filter_box.left.connect(self._panes.table.setFocus)

    def _restore(self) -> None:
        self.resize(size_within(self.screen().availableSize()))
        self.restoreGeometry(self._settings.layout(_WINDOW))
        self._restore_panes()
        lower = self._settings.layout(_LOWER)
        if lower != QByteArray():
            self._upper_and_lower.restoreState(lower)
        columns = self._settings.layout(_COLUMNS)
        if columns != QByteArray():
            self._panes.table.columns.restore(columns)

    def _restore_panes(self) -> None:
        panes = self._settings.layout(_PANES)
        if panes != QByteArray():
            self._splitter.restoreState(panes)
        else:
            rest = self.width() - BROWSER_WIDTH - DETAILS_WIDTH
            self._splitter.setSizes([BROWSER_WIDTH, rest, DETAILS_WIDTH])

    # Keyboard

    @Slot()
    def _go_to_filter(self) -> None:
        box = self._panes.tool_bar.filter_box
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        box.selectAll()

    @Slot()
    def _go_to_next_pane(self) -> None:
        self._go_by(1)

    @Slot()
    def _go_to_previous_pane(self) -> None:
        self._go_by(-1)

    def _go_by(self, step: int) -> None:
        panes: list[QWidget] = [
            self._panes.tool_bar,
            self._panes.messages,
            self._panes.browser,
            self._middle,
            self._panes.details,
            self._panes.spectrogram,
            self._panes.seek_bar,
            self._panes.transport,
            self._panes.status,
        ]
        focused = QApplication.focusWidget()
        here = next(
            (
                place
                for place, pane in enumerate(panes)
                if focused is not None and (pane is focused or pane.isAncestorOf(focused))
            ),
            -1 if step > 0 else 0,
        )
        for turn in range(1, len(panes) + 1):
            pane = panes[(here + step * turn) % len(panes)]
            first = self._first_of_page if pane is self._middle else None
            target = first or _first_focusable(pane)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    # Folding

    @Slot(bool)
    def _show_browser(self, shown: bool) -> None:
        self._panes.browser.setVisible(shown and self._is_list_shown)
        if not self._is_narrow:
            self._wants_browser = shown

    def _fold(self, *, narrow: bool) -> None:
        """Make room for the table in a narrow window; the sizes of a wide one come back."""
        if narrow and self.isVisible():  # not yet laid out, they are not those of a wide window
            self._wide_sizes = self._splitter.sizes()
        self._is_narrow = True  # what follows is no wish of the user's
        self._actions.show_browser.setChecked(self._wants_browser and not narrow)
        self._is_narrow = narrow
        if narrow:
            self._splitter.setSizes([0, self.width(), NARROW_DETAILS_WIDTH])
        elif self._wide_sizes:
            self._splitter.setSizes(self._wide_sizes)
        else:
            self._restore_panes()  # it was narrow from the start


def _first_focusable(pane: QWidget) -> QWidget | None:
    """The widget of a pane that the keyboard reaches first, None where there is none now."""
    if not pane.isVisible():
        return None
    for widget in (pane, *pane.findChildren(QWidget)):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_keys and widget.isVisible() and widget.isEnabled():
            return widget
    return None
