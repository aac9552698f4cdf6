"""A preview's table: the space bar and the box in its header select and deselect rows."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHeaderView

from genre_desktop.ui.tagging.counted_lines import CountedLine
from genre_desktop.ui.tagging.lines_model import WANTED, LinesModel
from genre_desktop.ui.tagging.plain_table import PlainTable, Widths
from genre_desktop.ui.theme import Theme

_INSET = 6  # above the boxes of the rows
LineT = TypeVar("LineT", bound=CountedLine)


class PreviewTable(PlainTable, Generic[LineT]):
    """Rows are chosen as a whole.

    Signals:
        line_chosen: Another line is the current one.
    """

    line_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        model: LinesModel[LineT],
        name: str,
        widths: Widths,
    ) -> None:
        """Show the lines of a model.

        Args:
            theme: Colours and type.
            model: Gives the lines.
            name: What it is called to those who do not see it.
            widths: Of the columns.
        """
        super().__init__(theme, model, name, widths)
        self._lines = model
        header = self.horizontalHeader()
        header.setSectionResizeMode(WANTED, QHeaderView.ResizeMode.Fixed)
        self.all_box = QCheckBox(header)
        self.all_box.setTristate(True)
        self.all_box.setToolTip(self.tr("Select or deselect all files on show"))
        self.all_box.setAccessibleName(self.all_box.toolTip())
        self.all_box.clicked.connect(self._want_all)
        header.installEventFilter(self)
        model.modelAboutToBeReset.connect(self._forget_selection)
        self.selectionModel().currentRowChanged.connect(self.line_chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.horizontalHeader() and event.type() == QEvent.Type.Resize:
            size = self.all_box.sizeHint()
            top = (self.horizontalHeader().height() - size.height()) // 2
            self.all_box.move(QPoint(_INSET, top))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle_selected()
        else:
            super().keyPressEvent(event)

    def toggle_selected(self) -> None:
        """Deselect the chosen files, or select them where none of them is."""
        lines = [line for line in self.chosen_lines() if line.can_be_wanted]
        if lines:
            self._lines.want(lines, wanted=not any(line.is_wanted for line in lines))

    def chosen_lines(self) -> list[LineT]:
        """The lines of the rows that are highlighted."""
        chosen = self.selectionModel().selection()  # ranges: asking for rows takes a second
        lines = self._lines.items
        parts = (chosen.at(number) for number in range(chosen.size()))
        return [line for part in parts for line in lines[part.top() : part.bottom() + 1]]

    @Slot()
    def _forget_selection(self) -> None:
        self.selectionModel().reset()  # in silence: Qt would take half a second to tell of it

    @Slot()
    def _want_all(self) -> None:
        lines = [line for line in self._lines.items if line.can_be_wanted]
        self._lines.want(lines, wanted=not all(line.is_wanted for line in lines))
        self.show_all_box()

    def show_all_box(self) -> None:
        """Show in the header whether all files on show are selected; goes through all of them."""
        wanted = {line.is_wanted for line in self._lines.items if line.can_be_wanted}
        self.all_box.setEnabled(bool(wanted))
        state = Qt.CheckState.PartiallyChecked
        if len(wanted) < 2:
            state = Qt.CheckState.Checked if True in wanted else Qt.CheckState.Unchecked
        self.all_box.setCheckState(state)

    def current_line(self) -> LineT | None:
        """The line that the keyboard is at, None where it is at none."""
        row = self.currentIndex().row()
        return self._lines.line_at(row) if row >= 0 else None
