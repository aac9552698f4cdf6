"""What the keyboard and the menus do to the list: remove, move, copy, paste, undo."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QUndoStack

from genre_desktop.ui.actions import Actions
from genre_desktop.ui.counted import counted
from genre_desktop.ui.list_changes import Clearing, Move, Removal
from genre_desktop.ui.playlist import Row
from genre_desktop.ui.roles import Column
from genre_desktop.ui.rows_mime import path_lines, row_text
from genre_desktop.ui.steps import Steps, in_parts
from genre_desktop.ui.track_table import TrackTable
from genre_desktop.ui.track_table_model import TrackTableModel
from genre_desktop.ui.urls import paths_in


class ListEditing(QObject):
    """Gives the list's actions their meaning.

    Signals:
        paths_pasted: A list of `Path`s from the clipboard.
        cleared: True where everything was taken off the list, False where that was undone.
    """

    paths_pasted = Signal(list)
    cleared = Signal(bool)

    def __init__(
        self,
        model: TrackTableModel,
        table: TrackTable,
        changes: QUndoStack,
        actions: Actions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._table = table
        self._changes = changes
        self._copying = Steps(self)
        actions.remove.triggered.connect(self.remove_selected)
        actions.clear.triggered.connect(self.clear)
        actions.move_up.triggered.connect(self.move_up)
        actions.move_down.triggered.connect(self.move_down)
        actions.copy.triggered.connect(self.copy_rows)
        actions.copy_path.triggered.connect(self.copy_paths)
        actions.paste.triggered.connect(self.paste)
        actions.select_all.triggered.connect(table.selectAll)
        table.rows_dropped.connect(self.move_rows)

    @Slot()
    def remove_selected(self) -> None:
        """Take the selected rows off the list."""
        rows = self._table.selected_rows()
        if not rows:
            return
        following = self._neighbour_of(rows)
        words = counted(len(rows), self.tr("remove %1 track"), self.tr("remove %1 tracks"))
        self._changes.push(Removal(words, self._model, rows))
        if following is not None:
            self._table.select_rows([following], following)

    @Slot()
    def clear(self) -> None:
        """Take everything off the list."""
        if self._model.playlist.rows:
            words = self.tr("clear the list")
            self._changes.push(Clearing(words, self._model, self.cleared.emit))

    @Slot()
    def move_up(self) -> None:
        """Move the selected rows up by one."""
        rows = self._table.selected_rows()
        if rows and self._model.is_in_playing_order and rows[0].number > 1:
            self.move_rows(rows, rows[0].number - 2)

    @Slot()
    def move_down(self) -> None:
        """Move the selected rows down by one."""
        rows = self._table.selected_rows()
        if rows and self._model.is_in_playing_order:
            self.move_rows(rows, min(rows[-1].number + 1, len(self._model.playlist)))

    @Slot(list, int)
    def move_rows(self, rows: Sequence[Row], before: int) -> None:
        """Let rows stand together before the row at a place."""
        order = self._model.playlist.moved(rows, before)
        if order != self._model.playlist.rows:
            words = counted(len(rows), self.tr("move %1 track"), self.tr("move %1 tracks"))
            self._changes.push(Move(words, self._model, order))

    @Slot()
    def copy_rows(self) -> None:
        """Copy the selected rows as lines of cells with tabs between, columns as on show."""
        rows, columns = self._table.selected_rows(), self._table.columns.on_show
        self._model.finish_corrections()
        self._copying.begin(self._copied(rows, columns), len(rows))

    @Slot()
    def copy_paths(self) -> None:
        """Copy where the selected files lie, one a line."""
        rows = self._table.selected_rows()
        self._copying.begin(self._copied_paths(rows), len(rows))

    @Slot()
    def paste(self) -> None:
        """List what the clipboard names; Qt has no data at all where nothing was ever copied."""
        copied: QMimeData | None = QGuiApplication.clipboard().mimeData()
        paths = paths_in(copied) if copied is not None else []
        if paths:
            self.paths_pasted.emit(paths)

    def _copied(self, rows: Sequence[Row], columns: Sequence[Column]) -> Iterator[None]:
        lines: list[str] = []
        yield from in_parts(rows, lambda part: lines.extend(row_text(row, columns) for row in part))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _copied_paths(self, rows: Sequence[Row]) -> Iterator[None]:
        lines: dict[str, str] = {}
        yield from in_parts(rows, lambda part: lines.update(path_lines(part)))
        QGuiApplication.clipboard().setText("\n".join(lines.values()))

    def _neighbour_of(self, rows: Sequence[Row]) -> Row | None:
        """The row that stands where the last of some rows stood, once they are gone."""
        leaving = set(rows)
        on_show = self._model.rows_on_show()
        last = rows[-1].shown_at
        below = (row for row in on_show[last:] if row not in leaving)
        above = (row for row in reversed(on_show[:last]) if row not in leaving)
        return next(below, None) or next(above, None)
