"""What can be done with selected rows: play, hear again, show, look at closely."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot

from genre_desktop.services.messages import Messages
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.file_manager import FileManager
from genre_desktop.ui.menus import row_menu
from genre_desktop.ui.row_state import RowState, printable
from genre_desktop.ui.track_table import TrackTable


class RowActions(QObject):
    """Gives the row's actions their meaning and shows their menu.

    Signals:
        hear_requested: A tuple of `Track`s to be heard again.
        play_next_requested: A tuple of `Track`s to be played after the present one.
        properties_requested: The `RowState` to show all of.
        comparison_requested: The `RowState` to hear with two models.
    """

    hear_requested = Signal(tuple)
    play_next_requested = Signal(tuple)
    properties_requested = Signal(RowState)
    comparison_requested = Signal(RowState)

    def __init__(
        self,
        table: TrackTable,
        actions: Actions,
        messages: Messages,
        *,
        play: Callable[[RowState], None],
        files: FileManager,
    ) -> None:
        """Connect the actions.

        Args:
            table: Whose rows they act on.
            actions: The actions.
            messages: Takes what went wrong.
            play: Plays a row's track.
            files: Shows a file in its folder.
        """
        super().__init__(table)
        self._table = table
        self._messages = messages
        self._files = files
        files.failed.connect(self._tell_of_no_folder)
        self._menu = row_menu(actions, table)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        self._play_row = play
        table.play_requested.connect(play)
        actions.play.triggered.connect(self._play_chosen)
        actions.play_next.triggered.connect(self._line_up_selected)
        actions.listen_again.triggered.connect(self._hear_selected)
        actions.show_in_folder.triggered.connect(self._show_chosen)
        actions.properties.triggered.connect(self._show_properties)
        actions.compare_models.triggered.connect(self._compare)

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        if self._table.selected_count():
            self._menu.popup(self._table.viewport().mapToGlobal(at))

    @Slot()
    def _play_chosen(self) -> None:
        row = self._table.chosen_row()
        if row is not None:
            self._play_row(row.state)

    @Slot()
    def _line_up_selected(self) -> None:
        rows = self._table.selected_rows()
        if rows:
            self.play_next_requested.emit(tuple(row.track for row in rows))

    @Slot()
    def _hear_selected(self) -> None:
        rows = self._table.selected_rows()
        if rows:
            self.hear_requested.emit(tuple(row.track for row in rows))

    @Slot()
    def _show_chosen(self) -> None:
        row = self._table.chosen_row()
        if row is not None:
            self._files.show_file(row.track.path)

    @Slot(Path)
    def _tell_of_no_folder(self, path: Path) -> None:
        words = self.tr("The folder of “%1” could not be opened.")
        self._messages.problem(words.replace("%1", printable(path.name)), about_list=True)

    @Slot()
    def _show_properties(self) -> None:
        row = self._table.chosen_row()
        if row is not None:
            self.properties_requested.emit(row.state)

    @Slot()
    def _compare(self) -> None:
        row = self._table.chosen_row()
        if row is not None:
            self.comparison_requested.emit(row.state)
