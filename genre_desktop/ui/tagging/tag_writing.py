"""Opens the preview and the history of tags, and lets the list know what was written."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from genre_desktop.services.player.player_state import PlayerState
from genre_desktop.services.services import Services
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.counted import counted
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.track_table import TrackTable
from genre_desktop.ui.track_table_model import TrackTableModel

if TYPE_CHECKING:  # what is imported only when it is first wanted
    from genre_desktop.core.rules import Rules
    from genre_desktop.core.tagging.history import Done
    from genre_desktop.core.track import Track

_TAGGED = "tagged"  # topic of the message that files were, until they are taken back


class TagWriting(QObject):
    """Stands between the list and the writing of tags.

    Signals:
        rules_shown: A `RulesDialog` that counts the list, unless it is told to count other rows.
    """

    rules_shown = Signal(QWidget)

    def __init__(
        self,
        window: QWidget,
        look: Look,
        table: TrackTable,
        model: TrackTableModel,
        *,
        services: Services,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self._table, self._model = table, model
        self._tagging, self._reading = services.tagging, services.tags
        self._settings, self._rules_file = services.tagging_settings, services.rules_file
        self._messages, self._correcting = services.messages, services.correcting
        actions.write_tags.triggered.connect(self.preview_shown)
        actions.write_selected_tags.triggered.connect(self.preview_selected)
        actions.organise.triggered.connect(self.organise_shown)
        actions.tag_history.triggered.connect(self.show_history)
        actions.rules.triggered.connect(self.show_rules)
        self._player = services.player
        self._is_open = False  # a dialog that looks at files or writes them
        services.tagging.recovered.connect(self._tell_recovered)
        services.tagging.done.connect(self._follow)

    @Slot()
    def preview_shown(self) -> None:
        """Preview what would be written to the files on show."""
        self.preview(self._model.states(self._model.rows_on_show()))

    @Slot()
    def preview_selected(self) -> None:
        """Preview what would be written to the selected files."""
        self.preview(self._model.states(self._table.selected_rows()))

    @Slot()
    def organise_shown(self) -> None:
        """Preview into which folders the files on show would go."""
        self.organise(self._model.states(self._model.rows_on_show()))

    def organise(self, rows: Sequence[RowState]) -> None:
        """Preview into which folders the files of rows would go, wherever these are listed."""
        from genre_desktop.ui.organising.organise_dialog import OrganiseDialog

        if self._is_open or self._lacks_corrections():
            return
        rules = self.rules()
        dialog = OrganiseDialog(self._look, self._tagging, self._settings, rules, self._window)
        self._open(dialog)
        dialog.look_at(rows)

    @Slot()
    def show_history(self) -> None:
        """Show what was written, to be taken back."""
        from genre_desktop.ui.tagging.history_dialog import HistoryDialog

        if self._is_open:
            return
        dialog = HistoryDialog(self._look, self._tagging, self._window)
        dialog.changed.connect(self._read_again)
        self._open(dialog)

    @Slot()
    def show_rules(self) -> None:
        """Let the user change the rules; the preview, where there is one, follows."""
        from genre_desktop.ui.tagging.preview_dialog import PreviewDialog
        from genre_desktop.ui.tagging.rules_dialog import RulesDialog, Where

        previews: list[QWidget] = list(self._window.findChildren(PreviewDialog))
        over = previews[-1] if previews else self._window
        dialog = RulesDialog(self._look.theme, self._rules_file, over)
        if isinstance(over, PreviewDialog):
            dialog.saved.connect(over.model.obey)
            dialog.look_at(over.rows, Where.PREVIEW)
        else:
            dialog.look_at(self._model.states(self._model.playlist.rows), Where.LIST)
            self.rules_shown.emit(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def preview(self, rows: Sequence[RowState]) -> None:
        """Preview what would be written to the files of rows, wherever these are listed."""
        from genre_desktop.ui.tagging.preview_dialog import PreviewDialog

        if self._is_open or not rows or self._lacks_corrections():
            return
        dialog = PreviewDialog(self._look, self._tagging, self._settings, self._window)
        dialog.written.connect(self._take_written)
        dialog.rules_wanted.connect(self.show_rules)
        dialog.model.obey(self.rules())
        self._open(dialog)
        dialog.look_at(rows)

    def _open(self, dialog: QDialog) -> None:
        """Open the only one at a time: rows of the library come some time after they are asked for.

        Two of them would take each other's answers for their own.
        """
        self._is_open = True
        dialog.finished.connect(self._take_closing)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def _take_closing(self) -> None:
        self._is_open = False

    def _lacks_corrections(self) -> bool:
        """Says so where a model's word would take the place of the user's, which nobody knows."""
        sentence = self._correcting.unread
        if sentence:
            words = self.tr("%1 Without them no file is changed.")
            self._messages.problem(words.replace("%1", in_our_language(sentence)))
        return bool(sentence)

    def rules(self) -> "Rules":
        """The user's; where they are of no use none, and that is said."""
        from genre_desktop.core.rules import Rules
        from genre_desktop.core.rules_file import RulesRefused, parse_rules, read_rules

        try:
            return parse_rules(read_rules(self._rules_file))
        except RulesRefused as refused:
            words = self.tr("Your rules are left out of account: %1")
            self._messages.problem(words.replace("%1", in_our_language(refused.sentence)))
            return Rules()

    @Slot(list)
    def _take_written(self, tracks: "list[Track]") -> None:
        self._reading.read(tracks, anew=True)
        if tracks:
            self._messages.news(
                counted(
                    len(tracks),
                    self.tr("%1 file was tagged. File, History takes it back."),
                    self.tr("%1 files were tagged. File, History takes them back."),
                ),
                topic=_TAGGED,
            )

    @Slot(set)
    def _read_again(self, paths: set[str]) -> None:
        """Read the tags anew of tracks whose files went back."""
        self._messages.withdraw(_TAGGED)
        below = [track for track in self._model.tracks() if str(track.path) in paths]
        self._reading.read(below, anew=True)

    @Slot(tuple)
    def _follow(self, done: "tuple[Done, ...]") -> None:
        """Show files that were moved where they lie now, also the one that is heard."""
        from genre_desktop.core.track import Track

        player = self._player
        moved = {
            one.path: one.went_to for one in done if one.went_to is not None and not one.is_along
        }
        if not moved:
            return
        places = {Track(path): Track(there) for path, there in moved.items()}
        if any(self._model.playlist.row(whole) is None for whole in places):
            known = [*self._model.tracks(), *filter(None, [player.track])]
            parts = (one for one in known if one.span is not None and one.path in moved)
            places |= {one: one._replace(path=moved[one.path]) for one in parts}
        player.order.relocate(places)
        self._model.relocate(places.items())
        there = places.get(player.track) if player.track is not None else None
        if there is not None:  # from its new place on, since the old one is no place to jump in
            paused = player.state is PlayerState.PAUSED
            player.play(there, player.moment().seconds, paused=paused)
        else:
            player.order_changed()

    @Slot(int, int)
    def _tell_recovered(self, runs: int, removed: int) -> None:
        if not runs:
            return
        words = counted(
            removed,
            self.tr("%1 temporary file was removed."),
            self.tr("%1 temporary files were removed."),
        )
        told = self.tr(
            "The last writing of tags was cut off. No file is damaged: each is wholly old or "
            "wholly new, and the history knows which."
        )
        self._messages.problem(f"{told} {words}" if removed else told)
