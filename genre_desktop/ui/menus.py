"""The menu bar and the menu of a row."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from genre_desktop.ui.actions import Actions
from genre_desktop.ui.library.library_actions import LibraryActions
from genre_desktop.ui.player.playback_actions import PlaybackActions
from genre_desktop.ui.spectrogram.spectrogram_actions import SpectrogramActions
from genre_desktop.ui.table_columns import TableColumns


def fill_menu_bar(
    bar: QMenuBar,
    actions: Actions,
    playing: PlaybackActions,
    *,
    columns: TableColumns,
    models: QMenu,
    spectrogram: SpectrogramActions,
    library: LibraryActions,
) -> None:
    """Put every action where people look for it."""
    file = bar.addMenu(_words("&File"))
    file.addActions([actions.add_files, actions.add_folder])
    file.addSeparator()
    paths = actions.playlist_paths.menuAction()
    file.addActions([actions.export, actions.export_playlist, paths, actions.export_by_rules])
    file.addAction(actions.read_corrections)
    file.addSeparator()
    file.addActions([actions.write_tags, actions.organise, actions.tag_history, actions.rules])
    file.addSeparator()
    file.addAction(actions.quit)

    edit = bar.addMenu(_words("&Edit"))
    edit.addActions([actions.undo, actions.redo])
    edit.addSeparator()
    edit.addActions([actions.copy, actions.copy_path, actions.paste, actions.select_all])
    edit.addSeparator()
    edit.addActions([actions.move_up, actions.move_down, actions.remove, actions.clear])
    edit.addSeparator()
    edit.addActions([actions.find, actions.preferences])

    view = bar.addMenu(_words("&View"))
    view.addActions([actions.show_browser, library.show_library])
    columns.fill_menu(view.addMenu(_words("&Columns")))
    columns.fill_sort_menu(view.addMenu(_words("&Sort by")))
    view.addSeparator()
    view.addMenu(_words("Sp&ectrogram")).addActions(spectrogram.in_order)
    view.addSeparator()
    view.addActions([actions.next_pane, actions.previous_pane, actions.speak_row])

    track = bar.addMenu(_words("&Track"))
    _fill_row_menu(track, actions)

    library.fill_menu(bar.addMenu(_words("&Library")))

    playback = bar.addMenu(_words("&Playback"))
    playback.addActions([playing.play, playing.stop, playing.previous, playing.next])
    playback.addSeparator()
    playback.addActions([playing.back, playing.ahead, playing.go_to_playing])
    playback.addSeparator()
    playback.addActions([*playing.repeats.values(), playing.shuffle, playing.stop_after_this])
    playback.addSeparator()
    playback.addActions([playing.louder, playing.softer, playing.mute])

    listening = bar.addMenu(_words("&Genres"))
    models.setTitle(_words("&Model"))
    listening.addMenu(models)
    listening.addActions([actions.own_models, actions.model_card, actions.training_report])
    listening.addSeparator()
    listening.addAction(actions.review)
    listening.addSeparator()
    listening.addAction(actions.quick)
    listening.addActions([actions.listen_to_all, actions.listen_to_rest, actions.try_again])
    listening.addSeparator()
    listening.addActions([actions.pause, actions.cancel])

    bar.addMenu(_words("&Help")).addActions([actions.keys, actions.about])


def row_menu(actions: Actions, parent: QWidget) -> QMenu:
    """The menu of the selected rows."""
    menu = QMenu(parent)
    _fill_row_menu(menu, actions)
    menu.addSeparator()
    menu.addActions([actions.copy, actions.remove])
    return menu


def _fill_row_menu(menu: QMenu, actions: Actions) -> None:
    menu.addActions([actions.play, actions.play_next])
    menu.addSeparator()
    menu.addActions([actions.listen_again, actions.compare_models])
    menu.addSeparator()
    menu.addMenu(actions.correct_menu)
    menu.addAction(actions.write_selected_tags)
    menu.addSeparator()
    menu.addActions([actions.show_in_folder, actions.copy_path])
    menu.addSeparator()
    menu.addAction(actions.properties)


def _words(text: str) -> str:
    return QCoreApplication.translate("Menus", text)
