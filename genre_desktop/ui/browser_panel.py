"""The panel on the left: places and folders, from which music goes to the list."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QVBoxLayout, QWidget

from genre_desktop.ui.browser_model import BrowserModel
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.labels import HeaderLabel
from genre_desktop.ui.theme import Theme

NARROWEST = 150
WIDEST = 320
DEFAULT_WIDTH = 196
HEADER_HEIGHT = 24
INDENTATION = 14


class BrowserPanel(QWidget):
    """Shows what it is given; `model` says which folders are wanted.

    Signals:
        paths_activated: A list of `Path`s that shall be added to the list.
        watch_toggled: The `Path` of a folder, and whether it shall be watched.
    """

    paths_activated = Signal(list)
    watch_toggled = Signal(Path, bool)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.model = BrowserModel(icons, self)
        self._icons = icons
        self._watched: tuple[Path, ...] = ()
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        header = HeaderLabel(theme, self.tr("Folders"))
        header.setContentsMargins(10, 0, 10, 0)
        header.setFixedHeight(max(HEADER_HEIGHT, header.fontMetrics().height() + 8))
        self.tree = _Tree(self.model)
        self.tree.setAccessibleName(self.tr("Folders of this computer, to add music from"))
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.tree.doubleClicked.connect(self._add_file)
        self.tree.add_requested.connect(self._add_selected)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.tree, 1)
        self.setFocusProxy(self.tree)
        self.model.modelReset.connect(self._open_first_place)

    def sizeHint(self) -> QSize:
        return QSize(DEFAULT_WIDTH, 400)

    @Slot(tuple)
    def show_watched(self, folders: tuple[Path, ...]) -> None:
        """Tick these in the menu."""
        self._watched = folders

    @Slot()
    def _open_first_place(self) -> None:
        first = self.model.index(0, 0)
        if first.isValid():
            self.tree.setCurrentIndex(first)
            self.tree.clearSelection()
            self.tree.expand(first)

    @Slot(QModelIndex)
    def _add_file(self, index: QModelIndex) -> None:
        node = self.model.node(index)
        if node is not None and not node.is_folder:  # a folder opens
            self.paths_activated.emit([node.path])

    @Slot()
    def _add_selected(self) -> None:
        paths = self._selected()
        if paths:
            self.paths_activated.emit(paths)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        node = self.model.node(index)
        if node is None:
            return
        menu = QMenu(self)
        add = menu.addAction(self._icons.icon("add-folder"), self.tr("Add to the list"))
        add.setShortcut(QKeySequence(Qt.Key.Key_Return))
        add.triggered.connect(self._add_selected)
        if node.is_folder:
            refresh = menu.addAction(self._icons.icon("refresh"), self.tr("Read again"))
            folder, kept = node.path, QPersistentModelIndex(index)  # the tree may change meanwhile
            refresh.triggered.connect(lambda: self.model.refresh(kept))
            watch = menu.addAction(self.tr("Watch this folder"))
            watch.setCheckable(True)
            watch.setChecked(folder in self._watched)
            watch.toggled.connect(lambda wanted: self.watch_toggled.emit(folder, wanted))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def _selected(self) -> list[Path]:
        return self.model.paths(self.tree.selectionModel().selectedIndexes())


class _Tree(QTreeView):
    """Enter adds; the arrows open and close.

    Signals:
        add_requested: What is selected shall be added.
    """

    add_requested = Signal()

    def __init__(self, model: BrowserModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENTATION)
        self.setIconSize(QSize(16, 16))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.add_requested.emit()
            return
        super().keyPressEvent(event)
