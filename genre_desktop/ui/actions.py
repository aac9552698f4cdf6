"""Everything that can be done in the window, each with its words, icon, keys and tooltip."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu

from genre_desktop.ui.action_set import ActionSet
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.playlist_paths import PlaylistPaths

Keys = QKeySequence.StandardKey


class Actions(ActionSet):
    """The window's actions; menus, toolbar and row menu show them, the window gives them meaning.

    Those that act on rows answer to their keys in the list only, so that the filter box keeps
    Ctrl+C, Ctrl+Z and Delete for itself.
    """

    def __init__(self, icons: Icons, changes: QUndoStack, parent: QObject) -> None:
        super().__init__(icons, parent)
        self.undo = changes.createUndoAction(self, self.tr("&Undo"))
        self.undo.setIcon(icons.icon("undo"))
        self.undo.setShortcut(QKeySequence(Keys.Undo))
        self.redo = changes.createRedoAction(self, self.tr("&Redo"))
        self.redo.setShortcut(QKeySequence(Keys.Redo))
        for action in (self.undo, self.redo):  # its text says what is undone
            action.setIconText(action.text().replace("&", ""))
        self._of_the_list: list[QAction] = []
        self._make_file_actions()
        self._make_list_actions()
        self._make_row_actions()
        self._make_view_actions()

    @property
    def of_the_list(self) -> tuple[QAction, ...]:
        """Those whose keys work in the list only."""
        return tuple(self._of_the_list)

    def with_keys(self) -> list[QAction]:
        """Those that have keys, in the order of the menus."""
        return [action for action in self.findChildren(QAction) if action.shortcuts()]

    def enable_for(
        self, *, tracks: int, on_show: int, selected: int, unheard: int, movable: bool
    ) -> None:
        """Grey out what has nothing to act on; `movable` is whether the playing order is shown."""
        for action in (self.clear, self.listen_to_all, self.review):
            action.setEnabled(tracks > 0)
        needing = (
            self.export,
            self.export_playlist,
            self.write_tags,
            self.organise,
            self.select_all,
        )
        for action in needing:
            action.setEnabled(on_show > 0)
        self.listen_to_rest.setEnabled(unheard > 0)
        for action in self._of_any_selection():
            action.setEnabled(selected > 0)
        for action in (self.play, self.show_in_folder, self.properties, self.compare_models):
            action.setEnabled(selected == 1)
        for action in (self.move_up, self.move_down):
            action.setEnabled(selected > 0 and movable)

    def _of_any_selection(self) -> tuple[QAction, ...]:
        return (
            self.copy,
            self.remove,
            self.listen_again,
            self.play_next,
            self.copy_path,
            self.write_selected_tags,
            self.correct,
        )

    def _make_file_actions(self) -> None:
        self.add_files = self._action(
            self.tr("Add &files…"), "add-file", "Ctrl+O", self.tr("Add music files or playlists.")
        )
        self.add_folder = self._action(
            self.tr("Add f&older…"),
            "add-folder",
            "Ctrl+Shift+O",
            self.tr("Add all music in a folder and the folders in it."),
        )
        self.export = self._action(
            self.tr("&Export…"),
            "export",
            "Ctrl+E",
            self.tr("Save the tracks on show with their genres as CSV or JSON."),
        )
        self.export.setShortcuts([QKeySequence("Ctrl+E"), QKeySequence("Ctrl+Shift+S")])
        self.export_playlist = self._action(
            self.tr("Export p&laylist…"),
            "",
            "",
            self.tr("Save the tracks on show as a playlist (M3U, XSPF) that other players open."),
        )
        self.playlist_paths = PlaylistPaths()
        self.export_by_rules = self._action(
            self.tr("Exports obe&y my rules"),
            "",
            "",
            self.tr(
                "Exports call genres as Rules for tags says; an album is judged by those of its "
                "tracks that are exported."
            ),
        )
        self.export_by_rules.setCheckable(True)
        self.read_corrections = self._action(
            self.tr("Read &corrections from CSV…"),
            "",
            "",
            self.tr("Take the genres that you changed in an exported table as corrections."),
        )
        self.write_tags = self._action(
            self.tr("&Write tags…"),
            "tag",
            "Ctrl+T",
            self.tr("Write the genres of the tracks on show into their files, after a preview."),
        )
        self.organise = self._action(
            self.tr("Or&ganise folders…"),
            "",
            "",
            self.tr(
                "Copy or move the files of the tracks on show into folders by genre, artist and "
                "album, after a preview."
            ),
        )
        self.tag_history = self._action(
            self.tr("&History…"),
            "history",
            "Ctrl+Shift+H",
            self.tr("Show what was written, copied and moved, and take it back."),
        )
        self.rules = self._action(
            self.tr("R&ules for tags…"),
            "",
            "",
            self.tr(
                "Give genres names of your own, and say what is written where they are unsure."
            ),
        )
        self.preferences = self._action(
            self.tr("Pr&eferences…"), "gear", "Ctrl+,", self.tr("Change how the program works.")
        )
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.quit = self._action(self.tr("&Quit"), "", "Ctrl+Q", self.tr("Close the program."))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _make_list_actions(self) -> None:
        self.copy = self._in_list(
            self.tr("&Copy"), "copy", Keys.Copy, self.tr("Copy the selected rows as text.")
        )
        self.paste = self._in_list(
            self.tr("&Paste"), "", Keys.Paste, self.tr("Add the files that were copied elsewhere.")
        )
        self.select_all = self._in_list(
            self.tr("Select &all"), "select-all", Keys.SelectAll, self.tr("Select every row.")
        )
        self.remove = self._in_list(
            self.tr("Remo&ve from the list"),
            "",
            Keys.Delete,
            self.tr("Take the selected tracks off the list. The files stay where they are."),
        )
        self.clear = self._action(
            self.tr("C&lear the list"),
            "trash",
            "Ctrl+Shift+Del",
            self.tr("Take all tracks off the list. The files stay where they are."),
        )
        self.move_up = self._in_list(
            self.tr("&Move up"), "chevron-up", "Alt+Up", self.tr("Move the selected rows up.")
        )
        self.move_down = self._in_list(
            self.tr("Move &down"),
            "chevron-down",
            "Alt+Down",
            self.tr("Move the selected rows down."),
        )

    def _make_row_actions(self) -> None:
        self.play = self._action(
            self.tr("&Play"),
            "play",
            "Ctrl+Return",
            self.tr("Play the track from its beginning."),
        )
        self.play_next = self._action(
            self.tr("Play &next"),
            "queue",
            "Ctrl+Shift+Q",
            self.tr("Play the tracks after the one that is being played."),
        )
        self.listen_again = self._action(
            self.tr("C&lassify again"),
            "refresh",
            "Ctrl+R",
            self.tr("Classify the selected tracks anew with the chosen model."),
        )
        self.listen_to_all = self._action(
            self.tr("C&lassify all again"),
            "",
            "Ctrl+Shift+R",
            self.tr("Classify every track anew with the chosen model."),
        )
        self.listen_to_rest = self._action(
            self.tr("Classify the &rest"),
            "ring",
            "Ctrl+Shift+L",
            self.tr("Classify what was left out when the listening was stopped."),
        )
        self.pause = self._action(
            self.tr("&Pause listening"),
            "pause",
            "Ctrl+Shift+P",
            self.tr("Begin no further track until this is pressed again; what is heard is kept."),
        )
        self.pause.setCheckable(True)
        self.try_again = self._action(
            self.tr("Tr&y crashed files again"),
            "",
            "",
            self.tr("Classify the files anew over which a process crashed or took too long."),
        )
        self.quick = self._action(
            self.tr("&Quick: hear pieces only"),
            "",
            "Ctrl+Shift+K",
            self.tr(
                "Hear pieces spread over each long track instead of all of it; it holds for what "
                "is classified from now on."
            ),
        )
        self.quick.setCheckable(True)
        self.correct_menu = QMenu(self.tr("Correct the &genre"))
        self.correct_menu.setIcon(self._icons.icon("pencil"))
        self.correct = self._in_list(
            self.tr("Correct the &genre…"),
            "pencil",
            "Ctrl+G",
            self.tr("Say which genre the selected tracks are; Ctrl+1, Ctrl+2 … do it at once."),
        )
        self.review = self._action(
            self.tr("Re&view…"),
            "unsure",
            "Ctrl+Shift+G",
            self.tr("Go through the doubtful genres on show, each answered with one key."),
        )
        self.write_selected_tags = self._action(
            self.tr("&Write tags of the selection…"),
            "tag",
            "Ctrl+Shift+T",
            self.tr("Write the genres of the selected tracks into their files, after a preview."),
        )
        self.show_in_folder = self._action(
            self.tr("&Show in the file manager"),
            "folder",
            "Ctrl+Shift+F",
            self.tr("Show the file in its folder."),
        )
        self.copy_path = self._action(
            self.tr("Copy pat&h"),
            "",
            "Ctrl+Shift+C",
            self.tr("Copy where the files lie."),
        )
        self.compare_models = self._action(
            self.tr("C&ompare two models…"),
            "",
            "Ctrl+Shift+M",
            self.tr("Hear the track with two models and see both answers side by side."),
        )
        self.properties = self._action(
            self.tr("Propert&ies"),
            "info",
            "Alt+Return",
            self.tr("Show all that is known of the track."),
        )

    def _make_view_actions(self) -> None:
        self.find = self._action(
            self.tr("&Filter the list"), "search", Keys.Find, self.tr("Go to the filter box.")
        )
        self.show_browser = self._action(
            self.tr("&Folders"), "sidebar", "F9", self.tr("Show or hide the folders on the left.")
        )
        self.show_browser.setCheckable(True)
        self.show_browser.setChecked(True)
        self.next_pane = self._action(
            self.tr("&Next pane"), "", "F6", self.tr("Move the keyboard to the next pane.")
        )
        self.previous_pane = self._action(
            self.tr("Pre&vious pane"),
            "",
            "Shift+F6",
            self.tr("Move the keyboard to the pane before."),
        )
        self.speak_row = self._action(
            self.tr("S&ay the genre"),
            "",
            "F7",
            self.tr("Have the screen reader say genre, confidence and second guess of the row."),
        )
        self.cancel = self._action(
            self.tr("&Stop"),
            "",
            "Ctrl+.",
            self.tr("Stop looking for music and listening; what was found and heard stays."),
        )
        self.cancel.setEnabled(False)
        self.model_card = self._action(
            self.tr("&About this model…"),
            "card",
            "",
            self.tr("Show what the chosen model was made from and how well it does."),
        )
        self.own_models = self._action(
            self.tr("&Install or remove a model…"),
            "",
            "",
            self.tr("Add a model package of your own, or take one away."),
        )
        self.training_report = self._action(
            self.tr("Report of &training…"),
            "",
            "",
            self.tr("Show how the models were measured and what else was tried."),
        )
        self.keys = self._action(
            self.tr("&Help and keys"),
            "",
            "F1",
            self.tr("Show what can be done, every key, and what the filter box understands."),
        )
        self.about = self._action(self.tr("&About Genre Desktop"), "info", "", "")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _in_list(
        self, text: str, icon: str, keys: str | QKeySequence.StandardKey, tip: str
    ) -> QAction:
        action = self._action(text, icon, keys, tip)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._of_the_list.append(action)
        return action
