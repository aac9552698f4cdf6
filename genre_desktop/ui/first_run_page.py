"""The page in place of an empty table: what to do first, and a place to drop music on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from genre_desktop.ui.first_run_picture import FirstRunPicture
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.labels import ToneLabel
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.theme import Size, Theme
from genre_desktop.ui.urls import brings_files, paths_in

MARGIN = 18
LEAST_WIDTH = 480
LEAST_HEIGHT = 280
_BETWEEN = 8


class FirstRunPage(QWidget):
    """The whole page takes drops; its frame turns blue while something hovers over it.

    Signals:
        add_folder_requested: A folder shall be chosen and added.
        add_files_requested: Files shall be chosen and added.
        demo_requested: The demo music shall be added.
        paths_dropped: A list of `Path`s that were dropped.
    """

    add_folder_requested = Signal()
    add_files_requested = Signal()
    demo_requested = Signal()
    paths_dropped = Signal(list)

    def __init__(self, theme: Theme, icons: Icons, swatches: Swatches) -> None:
        super().__init__()
        self._theme = theme
        self._icons = icons
        self._hovered = False
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Beginning: drop a folder of music here, or add one"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN + 16, MARGIN + 12, MARGIN + 16, MARGIN + 12)
        column.setSpacing(12)
        self._picture = FirstRunPicture(theme, icons, swatches)
        heading = _centred(theme, self.tr("Drop a folder of music here"), size=Size.HEADING)
        column.addStretch(3)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addWidget(heading)
        self._words = _centred(
            theme,
            self.tr(
                "Genre Desktop listens to every track and says which genre it hears, "
                "and how sure it is."
            ),
        )
        column.addWidget(self._words)
        column.addSpacing(4)
        self._choices = self._buttons()
        column.addLayout(self._choices)
        column.addSpacing(4)
        self._promise = _centred(
            theme,
            self.tr(
                "Everything stays on this computer. Your files are changed only when you "
                "ask for it."
            ),
            role="muted",
        )
        column.addWidget(self._promise)
        column.addStretch(4)
        self._column = column

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, LEAST_HEIGHT)  # words and buttons; the picture gives way

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_buttons(event.size().width())
        giving_way = (self._picture, self._promise, self._words)  # one after the other
        for part in giving_way:
            part.show()
        for part in giving_way:
            needed = self._column.heightForWidth(event.size().width())
            part.setVisible(event.size().height() >= needed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colours.focus if self._hovered else colours.edge, 2 if self._hovered else 1.5)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if brings_files(event.mimeData()):
            self._show_hover(hovered=True)
            event.setDropAction(Qt.DropAction.CopyAction)  # a move would delete the files
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_hover(hovered=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_hover(hovered=False)
        paths = paths_in(event.mimeData())
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.paths_dropped.emit(paths)

    def _show_hover(self, *, hovered: bool) -> None:
        self._hovered = hovered
        self.update()

    def _arrange_buttons(self, width: int) -> None:
        """Put the first button above the others where they have no room beside each other."""
        buttons = (self.add_folder, self.add_files, self.demo)
        margins = self._column.contentsMargins()
        needed = sum(each.sizeHint().width() + _BETWEEN for each in buttons) - _BETWEEN
        has_room = needed <= width - margins.left() - margins.right()
        way = QBoxLayout.Direction
        self._choices.setDirection(way.LeftToRight if has_room else way.TopToBottom)

    def _buttons(self) -> QBoxLayout:
        self.add_folder = QPushButton(self.tr("Add folder…"))
        self.add_folder.setIcon(self._icons.icon("add-folder", role="default_text"))
        self.add_folder.setDefault(True)
        self.add_folder.setFont(self._theme.font(demi=True))
        self.add_folder.setAccessibleName(self.tr("Choose a folder of music to begin with"))
        self.add_folder.clicked.connect(self.add_folder_requested)
        self.add_files = QPushButton(self._icons.icon("add-file"), self.tr("Add files…"))
        self.add_files.setAccessibleName(self.tr("Choose files of music to begin with"))
        self.add_files.clicked.connect(self.add_files_requested)
        self.demo = QPushButton(self._icons.icon("play"), self.tr("Try the demo"))
        self.demo.setToolTip(self.tr("Listen to a few short pieces that come with the program."))
        self.demo.setAccessibleName(self.demo.toolTip())
        self.demo.clicked.connect(self.demo_requested)
        for button in (self.add_folder, self.add_files, self.demo):
            button.setAutoDefault(False)  # else the default one would change with the focus
            button.setMinimumHeight(32)
        others = QHBoxLayout()
        others.setSpacing(_BETWEEN)
        others.addWidget(self.add_files)
        others.addWidget(self.demo)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(_BETWEEN)
        middle = Qt.AlignmentFlag.AlignHCenter
        row.addStretch()
        row.addWidget(self.add_folder, 0, middle)
        row.addLayout(others)
        row.setAlignment(others, middle)
        row.addStretch()
        return row


def _centred(theme: Theme, text: str, *, role: str = "text", size: Size = Size.BODY) -> ToneLabel:
    label = ToneLabel(theme, text, role=role, size=size, demi=size is Size.HEADING)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
