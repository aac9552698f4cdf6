"""Everything that can be done with the library, each with its words, icon, keys and tooltip."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from genre_desktop.ui.action_set import ActionSet
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.icons import Icons


class LibraryActions(ActionSet):
    """While the library is on show these take the keys of the list's actions, which are hidden."""

    def __init__(self, icons: Icons, of_the_list: Actions) -> None:
        super().__init__(icons, of_the_list)
        self.show_library = self._action(
            self.tr("&Library"),
            "library",
            "Ctrl+L",
            self.tr("Show everything that was ever heard, or return to the list."),
        )
        self.show_library.setCheckable(True)
        self.play = self._action(
            self.tr("&Play"),
            "play",
            "Ctrl+Return",
            self.tr("Add the selected tracks to the list and play the first of them."),
        )
        self.add = self._action(
            self.tr("Add to the l&ist"),
            "queue",
            "Ctrl+Shift+A",
            self.tr("Add the selected tracks to the list."),
        )
        self.write_tags = self._action(
            self.tr("&Write tags…"),
            "tag",
            "Ctrl+T",
            self.tr("Write the genres of the tracks on show into their files, after a preview."),
        )
        self.write_selected_tags = self._action(
            self.tr("Write tags of the &selection…"),
            "tag",
            "Ctrl+Shift+T",
            self.tr("Write the genres of the selected tracks into their files, after a preview."),
        )
        self.organise = self._action(
            self.tr("&Organise folders…"),
            "",
            "",
            self.tr(
                "Copy or move the files of the tracks on show into folders by genre, artist and "
                "album, after a preview."
            ),
        )
        self.organise_selected = self._action(
            self.tr("Organise files of the selec&tion…"),
            "",
            "",
            self.tr(
                "Copy or move the files of the selected tracks into folders by genre, artist and "
                "album, after a preview."
            ),
        )
        self.correct_menu = self._menu(self.tr("&Correct the genre"), "pencil")
        self.correct = self._action(
            self.tr("Correct the genre…"),
            "pencil",
            "Ctrl+G",
            self.tr("Say which genre the selected tracks are; Ctrl+1, Ctrl+2 … do it at once."),
        )
        self.review = self._action(
            self.tr("Re&view…"),
            "unsure",
            "Ctrl+Shift+G",
            self.tr(
                "Go through the doubtful genres of the selected tracks, or of all on show, each "
                "answered with one key."
            ),
        )
        self.playlist_paths = of_the_list.playlist_paths
        self.export = self._action(
            self.tr("Export…"),
            "export",
            "Ctrl+E",
            self.tr("Write the tracks on show to a table, playlists or in another form."),
        )
        self.export_menu = self._menu(self.tr("&Export all on show"))
        self.export_selected_menu = self._menu(self.tr("E&xport the selection"))
        self.show_in_folder = self._action(
            self.tr("Show in the &file manager"),
            "folder",
            "Ctrl+Shift+F",
            self.tr("Show the file in its folder."),
        )
        self.look_for_files = self._action(
            self.tr("Look for files that are &gone"),
            "refresh",
            "",
            self.tr("Look for every file of the library where it was when it was heard."),
        )
        self.forget = self._action(
            self.tr("&Remove from the library…"),
            "trash",
            "Ctrl+Shift+Backspace",
            self.tr("Forget what was heard of the selected tracks. The files stay where they are."),
        )
        self._replaced = _those_of_the_list(of_the_list)
        self.take_keys(shown=False)
        self.enable_for(selected=0, on_show=0)

    def fill_menu(self, menu: QMenu) -> None:
        """Put everything into the menu of the library."""
        menu.addAction(self.show_library)
        menu.addSeparator()
        self.fill_row_menu(menu)
        menu.addSeparator()
        menu.addActions([self.review, self.write_tags, self.organise])
        menu.addMenu(self.export_menu)
        menu.addSeparator()
        menu.addAction(self.look_for_files)

    def fill_row_menu(self, menu: QMenu) -> None:
        """Put what can be done with selected rows into a menu."""
        menu.addActions([self.play, self.add])
        menu.addSeparator()
        menu.addMenu(self.correct_menu)
        menu.addActions([self.write_selected_tags, self.organise_selected])
        menu.addMenu(self.export_selected_menu)
        menu.addSeparator()
        menu.addActions([self.show_in_folder, self.forget])

    def take_keys(self, *, shown: bool) -> None:
        """Take the place of the list's actions, or give it back."""
        for action in self._replaced:
            action.setVisible(not shown)
        for action in self._own():
            action.setVisible(shown)

    def enable_for(self, *, selected: int, on_show: int) -> None:
        """Grey out what has nothing to act on."""
        of_the_selection = (self.play, self.add, self.write_selected_tags, self.forget)
        for action in (*of_the_selection, self.organise_selected):
            action.setEnabled(selected > 0)
        self.export_selected_menu.setEnabled(selected > 0)
        self.show_in_folder.setEnabled(selected == 1)
        of_the_view = (self.review, self.write_tags, self.organise, self.export, self.export_menu)
        for what in of_the_view:
            what.setEnabled(on_show > 0)

    @property
    def of_the_first_minute(self) -> tuple[QAction, ...]:
        """What somebody who sees the library for the first time wants to know the keys of."""
        return (
            self.show_library,
            self.play,
            self.add,
            self.correct,
            self.review,
            self.write_selected_tags,
        )

    def _own(self) -> list[QAction]:
        return [
            self.play,
            self.add,
            self.write_tags,
            self.write_selected_tags,
            self.organise,
            self.organise_selected,
            self.correct,
            self.correct_menu.menuAction(),
            self.review,
            self.export,
            self.export_menu.menuAction(),
            self.export_selected_menu.menuAction(),
            self.show_in_folder,
            self.look_for_files,
            self.forget,
        ]

    def _menu(self, words: str, icon: str = "export") -> QMenu:
        menu = QMenu(words)
        menu.setIcon(self._icons.icon(icon))
        return menu


def _those_of_the_list(actions: Actions) -> list[QAction]:
    return [
        actions.play,
        actions.play_next,
        actions.listen_again,
        actions.listen_to_all,
        actions.compare_models,
        actions.clear,
        actions.write_tags,
        actions.write_selected_tags,
        actions.organise,
        actions.correct_menu.menuAction(),
        actions.review,
        actions.export,
        actions.export_playlist,
        actions.show_in_folder,
        actions.copy_path,
        actions.properties,
        actions.show_browser,
        *actions.of_the_list,
    ]
