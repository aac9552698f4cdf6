"""Scrolls the live picture by the clock of what is heard."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from genre_desktop.services.player.messages import Began
from genre_desktop.services.player.player import Player, PlayerState
from genre_desktop.services.spectrogram.live_columns import LiveSpec, axis_for
from genre_desktop.services.spectrogram.live_levels import LiveLevels, Origin
from genre_desktop.ui.spectrogram.level_colours import LevelColours
from genre_desktop.ui.spectrogram.pictures import PLATE
from genre_desktop.ui.spectrogram.pixel_ring import PixelRing
from genre_desktop.ui.spectrogram.plot import NOW_SHARE, SpectrogramPlot
from genre_desktop.ui.spectrogram.view_choice import ViewChoice

_FRAME_MILLISECONDS = 16
_CALM_FRAME_MILLISECONDS = 2_000  # by the page, for those whom motion disturbs


class LiveView(QObject):
    """Follows a player while it is shown; a pause stands still."""

    def __init__(self, player: Player, plot: SpectrogramPlot, choice: ViewChoice) -> None:
        super().__init__(plot)
        self._player, self._plot, self._choice = player, plot, choice
        self._levels = LiveLevels()
        self._ring: PixelRing | None = None
        self._colours = LevelColours(choice.colours, choice.top_db, choice.range_db)
        self._spec: LiveSpec | None = None
        self._began: Began | None = None
        self._is_shown = True
        self._timer = QTimer(self, interval=_FRAME_MILLISECONDS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._scroll)
        player.decoding_began.connect(self._begin)
        player.state_changed.connect(self._follow_state)
        player.jumped.connect(self._scroll)
        self._follow_state()

    def show_choice(self, choice: ViewChoice) -> None:
        """Look at the sound in another way from now on."""
        before, self._choice = self._choice, choice
        self._timer.setInterval(_CALM_FRAME_MILLISECONDS if choice.is_calm else _FRAME_MILLISECONDS)
        self._colours = LevelColours(choice.colours, choice.top_db, choice.range_db)
        if choice.looks_like(before):
            self._repaint()
        else:
            self.restart()

    def show(self, *, shown: bool) -> None:
        """Follow the player, or rest."""
        self._is_shown = shown
        self._follow_state()
        if shown:
            self._scroll()

    @Slot()
    def restart(self) -> None:
        """Begin anew, as wide and high as the plot is now."""
        began = self._began or self._player.last_began
        if began is not None:
            self._begin(began)

    def times(self) -> tuple[float, float]:
        """The first and the last second in view."""
        now = self._player.moment().seconds
        return now - self._choice.seconds * NOW_SHARE, now + self._choice.seconds * (1 - NOW_SHARE)

    def level_at(self, seconds: float, height: float) -> float | None:
        """The level at a second of the track and a height of the plot, where it is known."""
        spec, began = self._spec, self._began
        if spec is None or began is None:
            return None
        number = int((seconds - began.seconds) * spec.columns_per_second)
        first, columns = self._levels.read(number, number + 1)
        if first != number or not len(columns):
            return None
        return float(columns[0, min(spec.rows - 1, max(0, int(height * spec.rows)))])

    def close(self) -> None:
        """End the thread."""
        self._timer.stop()
        self._levels.close()

    @Slot(object)
    def _begin(self, began: object) -> None:
        assert isinstance(began, Began)
        sound = self._player.sound
        if sound is None:
            return
        before = self._began
        follows = before is not None and before.stretch == began.stretch and before is not began
        if follows and before is not None and before.rate == began.rate:
            return  # without a gap: columns go on being counted from where they were
        self._began = began
        width, height = self._plot.plot_size()
        ratio = self._plot.devicePixelRatioF()
        columns = round(width * ratio)
        self._spec = LiveSpec(
            self._choice.scale,
            self._choice.look,
            round(height * ratio),
            columns / self._choice.seconds,
        )
        self._ring = PixelRing(2 * columns, round(height * ratio), PLATE)
        self._levels.begin(Origin(sound.shared, began.decoded, began.rate), self._spec)
        self._plot.live.show_ring(self._ring)
        self._plot.show_axis(axis_for(self._choice.scale, began.rate))
        self._scroll()

    @Slot()
    def _scroll(self) -> None:
        """Paint what is heard now."""
        moment = self._player.moment()
        if not self._is_shown or moment.track is None:
            return
        first, last = self.times()
        self._plot.show_times(first, last)
        self._plot.show_now(moment.seconds)
        spec, began, ring = self._spec, self._began, self._ring
        if spec is None or began is None or ring is None or moment.decoded < began.decoded:
            return
        heard = (moment.decoded - began.decoded) / began.rate * spec.columns_per_second
        width = round(self._choice.seconds * spec.columns_per_second)
        left = round(heard - width * NOW_SHARE)
        self._fill(ring, left + width)
        self._plot.live.scroll(left, NOW_SHARE)

    def _fill(self, ring: PixelRing, until: int) -> None:
        if ring.end >= until:
            return
        first, columns = self._levels.read(ring.end, until)
        if len(columns):
            ring.put(first, self._colours.pixels(columns)[:, ::-1])

    def _repaint(self) -> None:
        """The same levels in other colours."""
        if self._ring is not None:
            self._ring.clear(max(0, self._ring.end - self._ring.width))
            self._scroll()

    @Slot()
    def _follow_state(self) -> None:
        if self._is_shown and self._player.state is PlayerState.PLAYING:
            self._timer.start()
        else:
            self._timer.stop()
