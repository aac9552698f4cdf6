"""Joins the player with the window: what is played is shown, what is pressed is played."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from genre_desktop.core.play_order import Repeat
from genre_desktop.core.track import Track
from genre_desktop.services.messages import Messages
from genre_desktop.services.player.playback_settings import PlaybackSettings
from genre_desktop.services.player.player import Player, PlayerState
from genre_desktop.ui.player.device_words import words_for_default, words_for_open
from genre_desktop.ui.player.frame_pace import FramePace
from genre_desktop.ui.player.now_panel import NowPanel
from genre_desktop.ui.player.playback_actions import PlaybackActions
from genre_desktop.ui.player.seek_bar import STEP_SECONDS, SeekBar
from genre_desktop.ui.player.transport_bar import TransportBar
from genre_desktop.ui.row_state import RowState

if TYPE_CHECKING:  # no cycle: it loads numpy, which comes after the first paint
    from genre_desktop.dsp.overview import Overview

_LOOK_MILLISECONDS = 100  # with every sixth frame of the spectrogram
_LATENCY_MILLISECONDS = 400  # of a device at most, and a little more


class PlayerViews(NamedTuple):
    """The parts of the window that show the player."""

    actions: PlaybackActions
    transport: TransportBar
    seek_bar: SeekBar
    now: NowPanel


class Playback(QObject):
    """Owns no sound and draws nothing.

    Attributes:
        pace: When the place is shown.

    Signals:
        track_shown: The `Track` that is heard now, None for none.
        waveform_wanted: A `Track` whose waveform is not known yet.
        devices_wanted: The list of sound devices is to be looked up.
        start_wanted: Nothing is playing, and something is to be.
    """

    track_shown = Signal(object)
    waveform_wanted = Signal(Track)
    devices_wanted = Signal()
    start_wanted = Signal()

    def __init__(
        self,
        player: Player,
        views: PlayerViews,
        settings: PlaybackSettings,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._player, self._actions = player, views.actions
        self._transport, self._seek_bar, self._now = views.transport, views.seek_bar, views.now
        self._settings, self._messages = settings, messages
        self._row: RowState | None = None
        self._length: float | None = None
        self._left_at: tuple[Track, float] | None = None
        self._told_of_silence = False
        self._told_missing = ""  # the device that was said not to be there
        self._is_waiting_for_device = False
        self._menu: QMenu | None = None
        self.pace = FramePace(_LOOK_MILLISECONDS, self)
        self.pace.due.connect(self._show_place)
        self._last = QTimer(self, singleShot=True, interval=_LATENCY_MILLISECONDS)
        self._last.timeout.connect(self._show_place)
        self._connect_player()
        self._connect_actions()
        self._restore_settings()

    @property
    def actions(self) -> PlaybackActions:
        """The commands of playing."""
        return self._actions

    # What the rest of the window tells

    def show_row(self, row: RowState | None) -> None:
        """The row of the track that is heard says this now; None where it is on no list."""
        self._row = row
        verdict = row.verdict if row is not None else None
        self._seek_bar.show_verdict(verdict)
        self._now.show_verdict(verdict, is_whole=row is None or not row.is_first_impression)
        if row is not None:
            self._transport.show_track(row.title, row.listing.tags.artist)
            self._take_length(row.seconds)
        self._show_place()

    @Slot(Track, object)
    def show_waveform(self, track: Track, measured: object) -> None:
        """The waveform of a track was measured."""
        overview = cast("Overview", measured)
        if track == self._player.track:
            self._take_length(overview.seconds)
            self._seek_bar.show_overview(overview)

    @Slot(tuple, str)
    def show_devices(self, names: tuple[str, ...], default: str) -> None:
        """These sound devices are there now."""
        menu = self._menu
        if menu is None:
            return
        menu.clear()
        group = QActionGroup(menu)
        offered = {"": words_for_default(default)} | {name: name for name in names}
        for name, shown in offered.items():
            action = menu.addAction(shown.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name == self._settings.device)
            action.setData(name)
            group.addAction(action)
        if not names:
            menu.addAction(self.tr("No sound device was found")).setEnabled(False)
        group.triggered.connect(lambda action: self.choose_device(str(action.data())))

    def offer_to_resume(self) -> None:
        """Play goes on where the program was left, unless something else is asked for before."""
        if self._player.state is PlayerState.STOPPED:
            self._left_at = self._settings.left_at

    def keep_place(self) -> None:
        """Remember where playing is left."""
        moment = self._player.moment()
        if moment.track is not None:
            self._settings.keep_left_at(moment.track, moment.seconds)
        elif self._left_at is None:
            self._settings.keep_left_at(None, 0.0)

    @Slot(RowState)
    def play_row(self, row: RowState) -> None:
        """Play a row's track from its beginning."""
        self._left_at = None
        self._player.play(row.listing.track)

    # Connecting

    def _connect_player(self) -> None:
        player = self._player
        player.state_changed.connect(self._show_state)
        player.track_changed.connect(self._show_track)
        player.jumped.connect(self._show_place)
        player.device_opened.connect(self._tell_device)
        player.device_lost.connect(self._tell_lost_device)
        player.refused.connect(self._tell_refusal)

    def _connect_actions(self) -> None:
        actions, player = self._actions, self._player
        actions.play.triggered.connect(self._toggle)
        actions.stop.triggered.connect(player.stop)
        actions.next.triggered.connect(player.play_next)
        actions.previous.triggered.connect(player.play_previous)
        actions.back.triggered.connect(lambda: player.skip(-STEP_SECONDS))
        actions.ahead.triggered.connect(lambda: player.skip(STEP_SECONDS))
        actions.louder.triggered.connect(lambda: self._transport.step_volume(1))
        actions.softer.triggered.connect(lambda: self._transport.step_volume(-1))
        actions.mute.triggered.connect(lambda: self._mute(on=actions.mute.isChecked()))
        actions.shuffle.triggered.connect(self._shuffle)
        actions.stop_after_this.triggered.connect(self._stop_after_this)
        actions.repeat.triggered.connect(self._repeat_next_way)
        for repeat, action in actions.repeats.items():
            action.triggered.connect(partial(self._repeat, repeat))
        self._transport.volume_moved.connect(self._set_volume)
        self._transport.device_menu_wanted.connect(self._fill_device_menu)
        self._seek_bar.seek_requested.connect(player.seek)
        self._seek_bar.dragged.connect(self._show_place)

    def _restore_settings(self) -> None:
        settings = self._settings
        self._follow_order()
        self._player.set_even_loudness(on=settings.even_loudness)
        self._player.use_device(settings.device, settings.latency_seconds)
        self._show_volume()
        self._transport.show_device(settings.device or words_for_default(""))
        settings.volume_changed.connect(self._show_volume)
        settings.order_changed.connect(self._follow_order)
        settings.even_loudness_changed.connect(lambda on: self._player.set_even_loudness(on=on))
        self._now.reduce_motion(on=settings.reduced_motion)
        settings.reduced_motion_changed.connect(lambda on: self._now.reduce_motion(on=on))
        settings.latency_changed.connect(self._follow_latency)

    # What is pressed

    @Slot()
    def _toggle(self) -> None:
        left_at, self._left_at = self._left_at, None
        is_stopped = self._player.state is PlayerState.STOPPED
        if not is_stopped:
            self._player.toggle()
        elif left_at is not None and self._player.order.holds(left_at[0]):
            self._player.play(*left_at)
        else:
            self.start_wanted.emit()

    def _mute(self, *, on: bool) -> None:
        self._settings.muted = on

    @Slot(float)
    def _set_volume(self, travel: float) -> None:
        """Move the volume control, 0 to 1; sound comes back."""
        self._settings.volume, self._settings.muted = travel, False

    @Slot()
    def _shuffle(self) -> None:
        self._settings.shuffle = self._actions.shuffle.isChecked()

    def _repeat(self, wanted: Repeat) -> None:
        self._settings.repeat = wanted

    @Slot()
    def _repeat_next_way(self) -> None:
        ways = list(Repeat)
        self._repeat(ways[(ways.index(self._settings.repeat) + 1) % len(ways)])

    @Slot()
    def _follow_order(self) -> None:
        """Repeat and shuffle as the settings say."""
        order, settings = self._player.order, self._settings
        order.repeat = settings.repeat
        if order.shuffle != settings.shuffle:
            order.shuffle = settings.shuffle
        self._actions.show_repeat(settings.repeat)
        self._actions.shuffle.setChecked(settings.shuffle)
        self._player.order_changed()

    @Slot()
    def _stop_after_this(self) -> None:
        self._player.order.stop_after_this = self._actions.stop_after_this.isChecked()
        self._player.order_changed()

    @Slot(QMenu)
    def _fill_device_menu(self, menu: QMenu) -> None:
        self._menu = menu
        if menu.isEmpty():
            menu.addAction(self.tr("Looking for sound devices…")).setEnabled(False)
        self.devices_wanted.emit()

    def choose_device(self, name: str) -> None:
        """Let sound go to a device from now on; "" is the system's default."""
        self._settings.device = name
        self._told_of_silence, self._told_missing = False, ""
        self._messages.withdraw("sound device")
        self._player.use_device(name, self._settings.latency_seconds)
        self._transport.show_device(name or words_for_default(""))
        if self._player.state is PlayerState.PAUSED and self._is_waiting_for_device:
            self._is_waiting_for_device = False
            self._player.resume()

    @Slot()
    def _follow_latency(self) -> None:
        self._player.use_device(self._settings.device, self._settings.latency_seconds)

    # What happens

    @Slot(PlayerState)
    def _show_state(self, state: PlayerState) -> None:
        is_playing = state is PlayerState.PLAYING
        self._actions.show_playing(playing=is_playing)
        self._actions.show_track(there=state is not PlayerState.STOPPED)
        self._actions.stop_after_this.setChecked(self._player.order.stop_after_this)
        if is_playing:
            self.pace.start()
        else:
            self.pace.stop()
            self._last.start()  # the device plays what it holds
        self._show_place()

    @Slot(object)
    def _show_track(self, heard: object) -> None:
        track = heard if isinstance(heard, Track) else None
        self._length = None
        self._seek_bar.show_track(None)
        self._transport.show_track(track.name if track else "", "")
        if track is not None:
            self.waveform_wanted.emit(track)
        self.track_shown.emit(track)
        self._show_place()

    @Slot()
    def _show_place(self) -> None:
        if self._player.track is None:
            self._transport.show_place(None, None)
            return
        moment = self._player.moment()
        if self._length is None:
            self._take_length(moment.length_seconds)
        dragged_to = self._seek_bar.dragged_to
        self._transport.show_place(
            moment.seconds if dragged_to is None else dragged_to, self._length
        )
        self._seek_bar.show_place(moment.seconds)
        self._now.show_place(moment.seconds)

    def _take_length(self, seconds: float | None) -> None:
        if seconds is not None and seconds > 0.0:
            self._length = seconds
            self._seek_bar.show_length(seconds)

    @Slot()
    def _show_volume(self) -> None:
        volume, muted = self._settings.volume, self._settings.muted
        self._player.set_volume(volume, muted=muted)
        self._transport.show_volume(volume, muted=muted)
        self._actions.show_muted(muted=muted)

    @Slot(str)
    def _tell_device(self, name: str) -> None:
        self._transport.show_device(words_for_open(name, chosen=self._settings.device))
        if name:
            self._is_waiting_for_device = False
            self._messages.withdraw("sound device")
            self._tell_if_another(name)
        elif not self._told_of_silence:
            self._told_of_silence = True
            self._messages.problem(
                self.tr("There is no sound device. Tracks play without sound."),
                topic="sound device",
            )

    def _tell_if_another(self, name: str) -> None:
        wanted = self._settings.device
        if wanted not in {"", name, self._told_missing}:
            self._told_missing = wanted
            words = self.tr("The sound device “%1” is not there. Sound goes to “%2”.")
            self._messages.news(
                words.replace("%1", wanted).replace("%2", name), topic="sound device"
            )

    @Slot(str)
    def _tell_lost_device(self, _name: str) -> None:
        self._is_waiting_for_device = True
        self._messages.problem(
            self.tr(
                "The sound device was removed. Playback is paused; it goes on at the same place "
                "when you press Play or choose a device."
            ),
            topic="sound device",
        )

    @Slot(Track, str)
    def _tell_refusal(self, _track: Track, sentence: str) -> None:
        self._messages.problem(sentence, topic="playing", about_list=True)
