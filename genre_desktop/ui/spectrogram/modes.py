"""When the spectrogram follows the music, stands still beside it, or shows a whole track."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from genre_desktop.core.spectrum_part import TrackExtent
from genre_desktop.core.track import Track
from genre_desktop.services.player.player import Player, PlayerState
from genre_desktop.ui.spectrogram.live_view import LiveView
from genre_desktop.ui.spectrogram.plot import SpectrogramPlot
from genre_desktop.ui.spectrogram.spectrogram_actions import SpectrogramActions
from genre_desktop.ui.spectrogram.still_view import StillView

CHOSEN_MILLISECONDS: Final = 400  # a row is looked at so long before its track is measured


class Mode(Enum):
    """What is shown."""

    LIVE = auto()
    FROZEN = auto()  # of what is heard, or was when it was frozen
    STOPPED = auto()  # the chosen track, else the one that was heard last


class Modes(QObject):
    """Follows player, rows and the freeze button.

    Signals:
        changed: The mode, or the track that stands still.
        titled: The chosen row says something else of its track.
    """

    changed = Signal()
    titled = Signal()

    def __init__(
        self,
        player: Player,
        plot: SpectrogramPlot,
        live: LiveView,
        still: StillView,
        actions: SpectrogramActions,
    ) -> None:
        super().__init__(plot)
        self._player, self._plot = player, plot
        self._live, self._still, self._actions = live, still, actions
        self._mode: Mode | None = None
        self._chosen: Track | None = None
        self._chosen_title = ""
        self._heard: Track | None = player.track
        self.frozen_at = 0.0
        self._soon = QTimer(self, singleShot=True, interval=CHOSEN_MILLISECONDS)
        self._soon.timeout.connect(self._show_chosen)
        player.state_changed.connect(self.follow)
        player.track_changed.connect(self._hear)
        actions.freeze.toggled.connect(self.follow)
        actions.whole.triggered.connect(self.show_whole)

    @property
    def mode(self) -> Mode:
        """What is shown."""
        return self._mode or Mode.STOPPED

    @property
    def is_live(self) -> bool:
        """Whether the picture follows the music."""
        return self._mode is Mode.LIVE

    def title_of(self, track: Track) -> str:
        """What its row says where that is chosen, else its file's name."""
        is_chosen = track == self._chosen and self._chosen_title
        return self._chosen_title if is_chosen else track.name

    def choose(self, track: Track | None, title: str = "") -> None:
        """The user looks at this track's row, None for no row."""
        is_the_same = track == self._chosen
        self._chosen, self._chosen_title = track, title
        if is_the_same:
            self.titled.emit()
        self._soon.start()

    @Slot()
    def follow(self) -> None:
        """Show what is to be shown now."""
        mode = self._wanted()
        self._actions.show_playing(playing=self._player.state is not PlayerState.STOPPED)
        if mode is self._mode:
            return
        self._mode = mode
        self.frozen_at = self._player.moment().seconds
        times, picture = self._live.times(), self._plot.live.picture.image()
        if mode is Mode.LIVE:
            self._still.show_track(None)
        self._plot.show_live(on=mode is Mode.LIVE)
        self._live.show(shown=mode is Mode.LIVE)
        if mode is Mode.FROZEN:
            self._still.show_track(self._player.track, times, self._live.top_hz, self._extent())
            self._still.show_until_then(picture, times)
        elif mode is Mode.STOPPED:
            self._show_chosen()
        self.changed.emit()

    def stand_still(self) -> bool:
        """Freeze what follows the music, before it is zoomed; False where there is nothing."""
        if self._mode is Mode.LIVE:
            self._actions.freeze.setChecked(True)
        return self._still.seconds is not None

    def leave(self) -> None:
        """Follow the music again."""
        self._actions.freeze.setChecked(False)

    @Slot()
    def show_whole(self) -> None:
        """The whole track, from its first second to its last."""
        self.stand_still()
        self._still.show_whole()

    def _wanted(self) -> Mode:
        if self._actions.freeze.isChecked():
            return Mode.FROZEN
        return Mode.STOPPED if self._player.state is PlayerState.STOPPED else Mode.LIVE

    def _extent(self) -> TrackExtent | None:
        """What the player knows of the track's length."""
        moment = self._player.moment()
        if not moment.length_seconds or not moment.rate:
            return None
        return TrackExtent(moment.rate, moment.length_seconds)

    @Slot(object)
    def _hear(self, track: object) -> None:
        if isinstance(track, Track):
            self._heard = track
        self.changed.emit()

    @Slot()
    def _show_chosen(self) -> None:
        if self._mode is Mode.STOPPED:
            track = self._chosen or self._heard
            if track is None or track != self._still.track:
                self._still.show_track(track)
                self.changed.emit()
