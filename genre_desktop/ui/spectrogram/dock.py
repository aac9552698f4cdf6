"""The spectrogram's place in the window: its header, its plot, its meter, and what joins them."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genre_desktop.core.track import Track
from genre_desktop.dsp.frequency_axis import FrequencyAxis
from genre_desktop.services.services import Services
from genre_desktop.services.spectrogram.tiles import Tiles
from genre_desktop.services.spectrogram.view_choice import ViewChoice, ViewSettings
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.spectrogram.header import SpectrogramHeader
from genre_desktop.ui.spectrogram.level_meter import LevelMeter
from genre_desktop.ui.spectrogram.live_view import LiveView
from genre_desktop.ui.spectrogram.modes import Mode, Modes
from genre_desktop.ui.spectrogram.plot import SpectrogramPlot
from genre_desktop.ui.spectrogram.plot_keys import PlotKeys
from genre_desktop.ui.spectrogram.reading import (
    frequency_words,
    level_words,
    note_words,
    time_words,
)
from genre_desktop.ui.spectrogram.saving import OnShow, SpectrogramSaving
from genre_desktop.ui.spectrogram.selection import Selection
from genre_desktop.ui.spectrogram.spectrogram_actions import SpectrogramActions
from genre_desktop.ui.spectrogram.still_view import StillView
from genre_desktop.ui.spectrogram.view_menus import ViewMenus
from genre_desktop.ui.theme import Theme

_WARM_MILLISECONDS: Final = 1_500  # after playing has begun


class SpectrogramDock(QWidget):
    """Live while a track plays; a track as a whole where it is frozen or nothing plays."""

    def __init__(
        self,
        plot: SpectrogramPlot,
        services: Services,
        theme: Theme,
        icons: Icons,
        *,
        actions: SpectrogramActions,
        settings: ViewSettings,
    ) -> None:
        super().__init__()
        player = services.player
        self._player, self._actions, self.settings = player, actions, settings
        self._choice = choice = settings.choice()
        self._is_busy = False
        self._failure = ""
        self._selected_in: Track | None = None  # what is selected lies in this track
        self.tiles = Tiles(self)
        self.plot = plot
        self.live = LiveView(player, self.plot, choice, self.tiles)
        self.still = StillView(self.plot, choice, self.tiles)
        self.selection = Selection(self.plot, self.still, self.tiles, theme, choice)
        self.modes = Modes(player, self.plot, self.live, self.still, actions)
        self.menus = ViewMenus(choice, self)
        self.header = SpectrogramHeader(theme, icons, self.menus, actions)
        self.meter = LevelMeter(player, theme)
        self.saving = SpectrogramSaving(
            self, self.tiles, services.settings, services.messages, self.on_show
        )
        self.saving.connect_to(actions)
        self.keys = PlotKeys(
            self.plot, self.still, self.selection,
            touch=self.modes.stand_still, leave=self.modes.leave,
        )  # fmt: skip
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self._warming = QTimer(self, singleShot=True, interval=_WARM_MILLISECONDS)
        self._warming.timeout.connect(self.tiles.warm)
        self._warming.start()
        self._lay_out()
        self._connect(services)
        self.modes.follow()
        self._show_mode()

    def close_all(self) -> None:
        """End every thread and process."""
        self.live.close()
        self.tiles.close()

    @property
    def is_frozen(self) -> bool:
        """True where the picture stands still though it could follow the music."""
        return self.modes.mode is Mode.FROZEN

    @property
    def is_measuring(self) -> bool:
        """True while something that is in view has not been measured yet."""
        return self._is_busy or self.still.is_waiting

    def freeze(self, *, on: bool) -> None:
        """Stand still, or follow the music again."""
        self._actions.freeze.setChecked(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def on_show(self) -> OnShow | None:
        """What can be saved, None for nothing."""
        is_live = self.modes.is_live
        track = self._player.track if is_live else self.still.track
        if track is None:
            return None
        first, last = self.plot.times()
        end = self._player.moment().length_seconds if is_live else self.still.seconds
        first, last = max(0.0, first), min(last, end or last)
        axis = self._axis().part(*self.plot.heights())
        size = self.plot.plot_size()
        selected = self.selection.times
        title = self.modes.title_of(track)
        return OnShow(track, title, first, last - first, selected, axis, size, self._choice)

    # What happens

    @Slot()
    def _fit(self) -> None:
        self.live.restart()
        self.plot.looked_at.emit()

    @Slot(object)
    def _choose(self, choice: object) -> None:
        assert isinstance(choice, ViewChoice)
        self._choice = choice
        self.settings.keep(choice)
        for view in (self.live, self.still, self.selection):
            view.show_choice(choice)
        self.header.show_choice(choice, is_live=self.modes.is_live)

    @Slot()
    def _show_mode(self) -> None:
        is_live = self.modes.is_live
        if self.still.track != self._selected_in or is_live:
            self.selection.clear()
        self._selected_in = self.still.track
        is_empty = not is_live and self.still.track is None
        self._failure = ""
        self._say_state()
        self._actions.show_track(there=not is_empty)
        self.header.show_choice(self._choice, is_live=is_live)
        self._show_title()

    @Slot(bool)
    def _show_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self._say_state()

    @Slot(str)
    def _show_failure(self, sentence: str) -> None:
        self._failure = sentence
        self._say_state()

    @Slot()
    def _say_state(self) -> None:
        """Why there is no picture."""
        words = ""
        if not self.modes.is_live and self.still.track is None:
            words = self.tr("Select a track or play one to see its sound.")
        elif self._failure:
            words = in_our_language(self._failure)
        elif self.modes.mode is Mode.STOPPED and not self.plot.still.tiles:
            words = self.tr("Measuring…")
        if words != self.plot.sentence:
            self.plot.say(words)

    @Slot()
    def _show_title(self) -> None:
        words = self.tr("Spectrogram")
        if self.modes.mode is Mode.FROZEN:
            words = self.tr("Frozen at %1").replace("%1", time_words(self.modes.frozen_at)[:-1])
        elif not self.modes.is_live and self.still.track is not None:
            words = self.modes.title_of(self.still.track)
        self.header.show_title(words)
        self._say()

    # The pointer

    def _axis(self) -> FrequencyAxis:
        return self.live.axis if self.modes.is_live else self.still.axis

    @Slot(float, float)
    def _read(self, seconds: float, height: float) -> None:
        if math.isnan(seconds) or seconds < 0:
            self.header.read(("", "", "", ""))
            return
        hz = self._axis().hz_at(height)
        level = (
            self.live.level_at(seconds, height)
            if self.modes.is_live
            else self.still.level_at(seconds, hz)
        )
        self.header.read(
            (time_words(seconds), frequency_words(hz), note_words(hz), level_words(level))
        )
        if self.plot.hasFocus():
            self._say()

    def _say(self) -> None:
        """For who cannot see it."""
        self.plot.setAccessibleDescription(self.header.spoken)

    # Building

    def _connect(self, services: Services) -> None:
        self.plot.addActions(self._actions.in_order)
        self.menus.chosen.connect(self._choose)
        self.modes.changed.connect(self._show_mode)
        self.modes.titled.connect(self._show_title)
        self.plot.pointed.connect(self._read)
        self.plot.box.touched.connect(self.modes.stand_still)
        self.tiles.busy_changed.connect(self._show_busy)
        self.tiles.failed.connect(self._show_failure)
        self.tiles.measured.connect(self._say_state)
        self.live.framed.connect(self.meter.pace.frame)
        self.live.framed.connect(self.plot.point_again)
        playback = services.playback_settings
        for view in (self.live, self.meter):
            view.be_calm(playback.reduced_motion)
            playback.reduced_motion_changed.connect(view.be_calm)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.plot, 1)
        row.addWidget(self.meter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row, 1)
