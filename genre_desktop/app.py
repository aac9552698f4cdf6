"""Composition root of the window: builds services and widgets and connects them."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from genre_desktop.core.places import resource
from genre_desktop.core.user_folders import UserFolders, user_folders
from genre_desktop.services.listener import Listener
from genre_desktop.services.services import Services
from genre_desktop.ui.actions import Actions
from genre_desktop.ui.adding import Adding
from genre_desktop.ui.batch_control import BatchControl
from genre_desktop.ui.browser_panel import BrowserPanel
from genre_desktop.ui.details_panel import DetailsPanel
from genre_desktop.ui.details_showing import DetailsShowing
from genre_desktop.ui.dialogs import Dialogs
from genre_desktop.ui.file_manager import FileManager
from genre_desktop.ui.first_run_page import FirstRunPage
from genre_desktop.ui.folder_watching import FolderWatching
from genre_desktop.ui.hearing import Hearing
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.kept_where import tell_what_is_kept
from genre_desktop.ui.language import speak
from genre_desktop.ui.library.library_actions import LibraryActions
from genre_desktop.ui.library.library_showing import LibraryNeighbours, LibraryShowing
from genre_desktop.ui.list_editing import ListEditing
from genre_desktop.ui.list_export import ListExport
from genre_desktop.ui.listening_status import ListeningStatus
from genre_desktop.ui.main_window import MainWindow, Panes
from genre_desktop.ui.menus import fill_menu_bar
from genre_desktop.ui.message_bar import MessageBar
from genre_desktop.ui.model_choice import ModelChoice
from genre_desktop.ui.model_use import ModelUse
from genre_desktop.ui.no_match import NoMatch
from genre_desktop.ui.own_genres import OwnGenres
from genre_desktop.ui.player.live_showing import LiveShowing
from genre_desktop.ui.player.now_panel import NowPanel
from genre_desktop.ui.player.playback import Playback, PlayerViews
from genre_desktop.ui.player.playback_actions import PlaybackActions
from genre_desktop.ui.player.playing_list import PlayingList
from genre_desktop.ui.player.playing_pane import SpectrogramPlace
from genre_desktop.ui.player.remote_control import join_session_bus
from genre_desktop.ui.player.seek_bar import SeekBar
from genre_desktop.ui.player.transport_bar import TransportBar
from genre_desktop.ui.preferences import Preferences
from genre_desktop.ui.returned_rows import ReturnedRows
from genre_desktop.ui.row_actions import RowActions
from genre_desktop.ui.second_start import receive_second_starts
from genre_desktop.ui.spectrogram.arrival import SpectrogramArrival
from genre_desktop.ui.spectrogram.spectrogram_actions import SpectrogramActions
from genre_desktop.ui.status_strip import StatusStrip
from genre_desktop.ui.swatch import Swatches
from genre_desktop.ui.table_dress import TableDress
from genre_desktop.ui.tagging.look import Look
from genre_desktop.ui.theme import Theme
from genre_desktop.ui.tool_bar import ToolBar
from genre_desktop.ui.track_filter import parse_filter
from genre_desktop.ui.track_table import TrackTable
from genre_desktop.ui.track_table_model import TrackTableModel
from genre_desktop.ui.tracks_on_show import TracksOnShow


class GenreDesktop(QObject):
    """The application: everything it is made of, by name."""

    def __init__(
        self,
        qt: QApplication,
        make_listener: Callable[[int], Listener] | None,
        folders: UserFolders,
    ) -> None:
        """Build everything; see `build`."""
        super().__init__()
        self.model = TrackTableModel(self)
        self.services = Services(
            folders=folders,
            playlist=self.model.tracks,
            on_show=TracksOnShow(self.model),
            make_listener=make_listener or self._make_process_listener,
        )
        self._build_widgets(qt)
        self.playback = Playback(
            self.services.player,
            self.views,
            self.services.playback_settings,
            self.services.messages,
            self.window,
        )
        self._connect_list()
        self._connect_listening()
        self._connect_details()
        self._connect_player()
        self._connect_menus()
        self._connect_tagging()
        self._connect_browser()

    def start(self, paths: Sequence[Path] = ()) -> None:
        """Show the window; what is heavy starts once it is on the screen."""
        self._paths = [path.absolute() for path in paths]
        self.window.painted.connect(self._start_rest)
        self.window.show()

    def close(self) -> None:
        """End every thread and process; the playlist and the settings are saved."""
        self.playback.keep_place()
        self.services.close()
        self.spectrogram.close()

    # Building

    def _build_widgets(self, qt: QApplication) -> None:
        settings = self.services.settings
        speak(qt, settings.language, self)
        self.theme = theme = Theme(qt, settings.theme)
        settings.theme_changed.connect(theme.follow)
        self.icons = icons = Icons(theme)
        self.swatches = swatches = Swatches(theme)
        self.changes = QUndoStack(self)
        self.actions = Actions(icons, self.changes, self)
        self.library_actions = LibraryActions(icons, self.actions)
        self.models = ModelChoice(self)
        self.table = TrackTable(self.model)
        TableDress(self.table, theme, icons, swatches)
        self.no_match = NoMatch(theme, self.model, self.table.viewport())
        self.first_run = FirstRunPage(theme, icons, swatches)
        self.details = DetailsPanel(theme, icons, swatches)
        self.message_bar = MessageBar(theme, icons)
        self.status = StatusStrip(theme)
        self.tool_bar = ToolBar(self.actions, icons, self.models.box, self.library_actions)
        self.views = PlayerViews(
            playing := PlaybackActions(icons, self.actions),
            TransportBar(theme, icons, playing),
            SeekBar(theme),
            NowPanel(theme, swatches),
        )
        self.spectrogram_actions = SpectrogramActions(icons, self.actions)
        self.spectrogram_place = SpectrogramPlace(theme, self.views.now)
        self.browser = BrowserPanel(theme, icons)
        panes = Panes(
            self.tool_bar,
            self.message_bar,
            self.browser,
            self.table,
            self.first_run,
            self.details,
            self.spectrogram_place,
            self.views.seek_bar,
            self.views.transport,
            self.status,
        )
        self.window = MainWindow(panes, self.actions, settings)
        self.dialogs = Dialogs(
            self.window, Look(theme, icons, swatches), self.services, self.models, self.actions
        )
        fill_menu_bar(
            self.window.menuBar(),
            self.actions,
            self.views.actions,
            columns=self.table.columns,
            models=self.models.menu,
            spectrogram=self.spectrogram_actions,
            library=self.library_actions,
        )
        theme.dress()

    # Connecting

    def _connect_list(self) -> None:
        services, model = self.services, self.model
        self.adding = Adding(
            services.scanning, model, services.settings, services.messages, self.window
        )
        self.editing = ListEditing(model, self.table, self.changes, self.actions, self)
        for dropped in (
            self.table.paths_dropped,
            self.first_run.paths_dropped,
            self.window.paths_dropped,
            self.editing.paths_pasted,
            self.browser.paths_activated,
        ):
            dropped.connect(self.adding.add)
        self.adding.first_listed.connect(self.table.go_to)
        self.table.move_refused.connect(self._tell_how_to_move)
        self.actions.add_files.triggered.connect(self.adding.choose_files)
        self.actions.add_folder.triggered.connect(self.adding.choose_folder)
        self.first_run.add_files_requested.connect(self.adding.choose_files)
        self.first_run.add_folder_requested.connect(self.adding.choose_folder)
        self.first_run.demo_requested.connect(self._add_demo)
        model.tracks_added.connect(services.tags.read)
        services.tags.tags_read.connect(model.take_tags)
        services.library.timelines.found.connect(model.take_timeline)
        model.playlist_changed.connect(services.session.changed)
        model.playlist_changed.connect(self._show_list_or_first_run)
        services.session.restored.connect(model.add_tracks)
        self.editing.cleared.connect(services.session.take_clearing)
        services.session.restoring_finished.connect(self._add_paths_of_start)
        services.session.failed.connect(services.messages.problem)
        self.tool_bar.filter_box.filter_typed.connect(self._filter)
        self.no_match.clear_requested.connect(self.tool_bar.filter_box.clear)
        self.no_match.clear_requested.connect(self.table.setFocus)

    def _connect_listening(self) -> None:
        services, model = self.services, self.model
        listening = services.classification
        self.listening_status = ListeningStatus(
            listening, self.table, model, self.status, self.actions
        )
        self.hearing = Hearing(listening, model, services.messages, self)
        for stopped in (self.status.cancel_requested, self.actions.cancel.triggered):
            stopped.connect(self.adding.stop)
            stopped.connect(self.hearing.stop)
        for told in (self.adding.stop, services.tags.forget, services.messages.list_cleared):
            self.actions.clear.triggered.connect(told)
        self.adding.scanning_changed.connect(self.listening_status.show_scanning)
        model.tracks_removed.connect(listening.forget)
        ReturnedRows(model, services.tags, self.models, self.hearing)
        listening.failed.connect(services.messages.problem)
        ModelUse(services, self.models, self.hearing, model, self)
        self.batches = BatchControl(
            self.hearing,
            model,
            services,
            actions=self.actions,
            filter_box=self.tool_bar.filter_box,
            table=self.table,
        )

    def _connect_details(self) -> None:
        services = self.services
        self.row_actions = RowActions(
            self.table,
            self.actions,
            services.messages,
            play=self.playback.play_row,
            files=FileManager(self),
        )
        self.row_actions.hear_requested.connect(self.hearing.hear_again)
        self.details_showing = DetailsShowing(self.details, services, self.actions)
        self.details.listen_again_requested.connect(
            lambda row: self.hearing.hear_again((row.listing.track,))
        )

    def _connect_player(self) -> None:
        services = self.services
        playing = PlayingList(services, self.playback, self.model, self.table)
        self.row_actions.play_next_requested.connect(playing.play_next)
        self.spectrogram = SpectrogramArrival(
            services,
            self.theme,
            self.icons,
            self.spectrogram_actions,
            put=self.spectrogram_place.put,
        )
        self.spectrogram.waits.connect(self.spectrogram_place.show_waiting)
        self.table.verticalScrollBar().valueChanged.connect(self.spectrogram.put_off)
        services.player.track_changed.connect(self.spectrogram.start)
        self.spectrogram_place.framed.connect(services.player.look)
        self.spectrogram_place.framed.connect(self.playback.pace.frame)
        self.details.width_changed.connect(self.spectrogram_place.fit_right)
        self.live = LiveShowing(services, self.model, self.views.now)
        join_session_bus(services, self.window, self.views.actions, self.adding)
        receive_second_starts(services, self.window, self.adding)

    def _connect_menus(self) -> None:
        services, actions = self.services, self.actions
        services.messages.posted.connect(self.message_bar.show_message)
        services.messages.withdrawn.connect(self.message_bar.withdraw)
        services.messages.list_cleared.connect(self.message_bar.withdraw_about_list)
        self.message_bar.answered.connect(services.messages.answered)
        self.export = ListExport(self.window, self.model, services, actions)
        actions.quit.triggered.connect(self.window.close)
        services.settings.jobs_changed.connect(services.classification.use_workers)
        self.preferences = Preferences(
            self.window,
            self.theme,
            services,
            models=self.models,
            playback=self.playback,
            spectrogram=self.spectrogram,
            actions=actions,
        )
        self.row_actions.comparison_requested.connect(self.dialogs.show_comparison)
        self.row_actions.properties_requested.connect(self.dialogs.show_properties)

    def _connect_tagging(self) -> None:
        look = Look(self.theme, self.icons, self.swatches)
        self.own_genres = OwnGenres(
            self.window,
            look,
            self.table,
            self.model,
            self.models,
            services=self.services,
            changes=self.changes,
            actions=self.actions,
        )
        self.correcting = self.own_genres.correcting
        self.library = LibraryShowing(
            self.services,
            LibraryNeighbours(
                self.window,
                self.tool_bar,
                self.table,
                self.model,
                self.playback,
                self.adding,
                self.details_showing,
                self.own_genres.writing,
                self.changes,
                self.correcting,
                self.own_genres.reviewing,
            ),
            self.library_actions,
            self.actions,
            look,
        )
        self.library.row_chosen.connect(self.spectrogram.choose_row)

    def _connect_browser(self) -> None:
        folders, model = self.services.folders, self.browser.model
        folders.places_found.connect(model.show_places)
        folders.folder_listed.connect(model.show_folder)
        model.folder_wanted.connect(folders.list_folder)
        self.watching = FolderWatching(
            self.services, self.browser, self.model, self.hearing, self.changes
        )

    def _make_process_listener(self, workers: int) -> Listener:
        """Called in the thread that listens, which imports what is heavy."""
        from genre_desktop.services.process_listener import ProcessListener

        services, messages = self.services, self.services.messages
        data, length_of = services.user_folders.data, services.tags.length_of
        unkept = partial(messages.say_state, "kept in the library")
        return ProcessListener(data, workers, messages.problem, unkept, length_of)

    # Slots

    @Slot()
    def _start_rest(self) -> None:
        from genre_desktop.ui.announcing import Announcing  # after the first paint

        self.window.setWindowIcon(self.icons.application())
        services = self.services
        messages, listening = services.messages, services.classification
        Announcing(self.window, self.library.row_on_show, self.actions, messages, listening)
        tell_what_is_kept(services, self.window)
        services.begin()

    @Slot()
    def _add_paths_of_start(self) -> None:
        self.playback.offer_to_resume()
        self.adding.add(self._paths)

    @Slot()
    def _add_demo(self) -> None:
        self.adding.add([resource("demo")])

    @Slot()
    def _tell_how_to_move(self) -> None:
        self.services.messages.news(
            self.tr(
                "Rows can be moved in the playing order only: choose View, Sort by, Playing order, "
                "and clear the filter."
            )
        )

    @Slot()
    def _show_list_or_first_run(self) -> None:
        if not self.model.playlist:
            self.tool_bar.filter_box.clear()  # there is nothing that it could be about
        self.window.show_list(shown=len(self.model.playlist) > 0)

    @Slot(str)
    def _filter(self, text: str) -> None:
        wanted = parse_filter(text)
        self.tool_bar.filter_box.mark_unfinished(wanted.unfinished)
        self.no_match.name_filter(text)
        self.model.set_filter(wanted)


def build(
    qt: QApplication,
    make_listener: Callable[[int], Listener] | None = None,
    folders: UserFolders | None = None,
) -> GenreDesktop:
    """Build the application without showing it.

    Args:
        qt: Qt's application.
        make_listener: Makes what listens with so many workers, 0 for one a processor; None takes
            worker processes and the library database.
        folders: Where all that is the user's lies; None takes the usual folders.
    """
    return GenreDesktop(qt, make_listener, folders or user_folders())
