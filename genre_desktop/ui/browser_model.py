"""The tree of places, folders and music files, filled in as folders are opened."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QIcon

from genre_desktop.services.folder_listing import FolderEntry, Place
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.row_state import printable
from genre_desktop.ui.tooltips import plain_tooltip
from genre_desktop.ui.urls import url_of

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


@dataclass(slots=True, eq=False)
class Node:
    """A place, a folder or a file.

    Attributes:
        children: None until the folder was listed.
        problem: Why it could not be listed, empty where it could.
    """

    path: Path
    name: str
    icon: str
    is_folder: bool
    parent: "Node | None" = None
    row: int = 0
    children: "list[Node] | None" = None
    asked: bool = False
    problem: str = ""


class BrowserModel(QAbstractItemModel):
    """Asks for a folder's content when its branch is opened, and never reads a disk itself.

    Signals:
        folder_wanted: The `Path` of a folder whose content is wanted.
    """

    folder_wanted = Signal(Path)

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons: dict[str, QIcon] = {}
        self._make_icon = icons.icon
        self._places: list[Node] = []

    @Slot(tuple)
    def show_places(self, places: tuple[Place, ...]) -> None:
        """Begin anew with these places."""
        self.beginResetModel()
        self._places = [
            Node(place.path, printable(place.name), place.kind.value, is_folder=True, row=row)
            for row, place in enumerate(places)
        ]
        self.endResetModel()

    @Slot(object, tuple, str)
    def show_folder(self, folder: Path, entries: tuple[FolderEntry, ...], problem: str) -> None:
        """Fill in a folder wherever it is waited for."""
        for node in self._waiting(self._places, folder):
            index = self.createIndex(node.row, 0, node)
            node.problem = problem
            if entries:
                self.beginInsertRows(index, 0, len(entries) - 1)
                node.children = [_child(node, row, entry) for row, entry in enumerate(entries)]
                self.endInsertRows()
            else:
                self.layoutAboutToBeChanged.emit()
                node.children = []  # the branch loses its sign
                self.layoutChanged.emit()
            self.dataChanged.emit(index, index, [])

    def node(self, index: Index) -> Node | None:
        """What stands at an index."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Node) else None

    def paths(self, indexes: list[QModelIndex]) -> list[Path]:
        """The paths at some indexes, each once."""
        nodes = (self.node(index) for index in indexes)
        return list(dict.fromkeys(node.path for node in nodes if node is not None))

    def refresh(self, index: Index) -> None:
        """Forget what is under a folder and ask for it again."""
        node = self.node(index)
        if node is None or not node.is_folder:
            return
        place = self.createIndex(node.row, 0, node)
        if node.children:
            self.beginRemoveRows(place, 0, len(node.children) - 1)
            node.children = None
            self.endRemoveRows()
        node.children, node.asked = None, False
        self.fetchMore(place)

    # Qt's interface

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        children = self._children(parent)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: Index = _ROOT) -> Any:
        node = self.node(index)
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.row, 0, node.parent)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return len(self._children(parent)) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        del parent
        return 1

    def hasChildren(self, parent: Index = _ROOT) -> bool:
        node = self.node(parent)
        if node is None:
            return bool(self._places)
        return node.is_folder and (node.children is None or bool(node.children))

    def canFetchMore(self, parent: Index) -> bool:
        node = self.node(parent)
        return node is not None and node.is_folder and node.children is None and not node.asked

    def fetchMore(self, parent: Index) -> None:
        node = self.node(parent)
        if node is not None and node.is_folder and not node.asked:
            node.asked = True
            self.folder_wanted.emit(node.path)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return node.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(node.problem or printable(str(node.path)))
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon("warning" if node.problem else node.icon)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Any) -> QMimeData:
        mime = QMimeData()
        mime.setUrls([url_of(path) for path in self.paths(list(indexes))])
        return mime

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def _children(self, parent: Index) -> list[Node]:
        if not parent.isValid():
            return self._places
        node = self.node(parent)
        return (node.children or []) if node is not None else []

    def _waiting(self, nodes: list[Node], folder: Path) -> list[Node]:
        found = []
        for node in nodes:
            if node.is_folder and node.asked and node.children is None and node.path == folder:
                found.append(node)
            elif node.children and (folder.is_relative_to(node.path)):
                found += self._waiting(node.children, folder)
        return found

    def _icon(self, name: str) -> QIcon:
        if name not in self._icons:
            self._icons[name] = self._make_icon(
                name, role="problem" if name == "warning" else "muted"
            )
        return self._icons[name]


def _child(parent: Node, row: int, entry: FolderEntry) -> Node:
    icon = "folder" if entry.is_folder else "note"
    name = printable(entry.path.name)
    return Node(entry.path, name, icon, entry.is_folder, parent, row)
