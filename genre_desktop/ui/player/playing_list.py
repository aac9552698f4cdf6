"""Joins the player with the list: which row is playing, and what follows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from genre_desktop.core.track import Tags, Track
from genre_desktop.services.right_of_way import RightOfWay
from genre_desktop.services.services import Services
from genre_desktop.ui.player.playback import Playback
from genre_desktop.ui.row_state import RowState
from genre_desktop.ui.track_table import TrackTable
from genre_desktop.ui.track_table_model import TrackTableModel

ORDER_PAUSE_MS = 300  # after the last of many changes of the list
WARM_MS = 1_000  # a row was chosen, and may be played next


class PlayingList(QObject):
    """Marks the row that is playing, and shows what it says of itself."""

    def __init__(
        self, services: Services, playback: Playback, model: TrackTableModel, table: TrackTable
    ) -> None:
        super().__init__(table)
        self._player, self._playback = services.player, playback
        self._session_bus, self._timelines = services.session_bus, services.library.timelines
        self._model, self._table = model, table
        self._shown: RowState | None = None
        self._pause = QTimer(self, singleShot=True, interval=ORDER_PAUSE_MS)
        self._pause.timeout.connect(self._player.order_changed)
        self._soon = QTimer(self, singleShot=True, interval=WARM_MS)
        self._soon.timeout.connect(self._warm)
        self._right_of_way = RightOfWay(self)
        table.current_row_changed.connect(self._soon.start)
        playback.track_shown.connect(self._mark)
        playback.actions.go_to_playing.triggered.connect(self._go_to_playing)
        model.playlist_changed.connect(self._pause.start)
        model.modelReset.connect(self._pause.start)
        playback.waveform_wanted.connect(services.waveforms.measure)
        services.waveforms.measured.connect(playback.show_waveform)
        playback.devices_wanted.connect(services.devices.look)
        services.devices.found.connect(playback.show_devices)
        for told in (
            services.classification.outcomes,
            services.tags.tags_read,
            self._timelines.found,
        ):
            told.connect(self.show_row)

    @Slot()
    def _warm(self) -> None:
        """A process is begun in one go, which takes a few times as long where threads compute."""
        self._right_of_way.take()
        self._player.warm()

    @Slot()
    def show_row(self) -> None:
        """The row of what is playing may say more by now."""
        track = self._player.track
        row = self._model.playlist.row(track) if track is not None else None
        state = row.state if row is not None else None
        if state is not self._shown:  # answers come by the thousand, and few are about this row
            self._shown = state
            self._playback.show_row(state)
            self._session_bus.show_tags(track, _told(state))
            if state is not None and state.listing.outcome is not None:
                self._timelines.look_up(state.listing.outcome)

    @Slot(tuple)
    def play_next(self, tracks: tuple[Track, ...]) -> None:
        """Play tracks after the present one."""
        self._player.order.line_up(tracks)
        self._player.order_changed()

    @Slot(object)
    def _mark(self, heard: object) -> None:
        self._model.take_playing(heard if isinstance(heard, Track) else None)
        self.show_row()

    @Slot()
    def _go_to_playing(self) -> None:
        track = self._player.track
        if track is not None:
            self._table.go_to(track)


def _told(row: RowState | None) -> Tags:
    """What a row says of its track, for others to show."""
    if row is None:
        return Tags()
    return row.listing.tags._replace(title=row.title, seconds=row.seconds)
