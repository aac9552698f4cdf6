"""Scrolls the live picture by the clock of what is heard."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from genre_desktop.core.track import Track
from genre_desktop.dsp.frequency_axis import FrequencyAxis
from genre_desktop.services.player.messages import Began
from genre_desktop.services.player.passage import Moment
from genre_desktop.services.player.player import Player, PlayerState
from genre_desktop.services.player.shared_sound import RING_SAMPLES, SharedSound
from genre_desktop.services.right_of_way import RightOfWay
from genre_desktop.services.spectrogram.live_columns import LiveSpec, axis_for
from genre_desktop.services.spectrogram.live_history import History, columns_before
from genre_desktop.services.spectrogram.live_levels import Levels, LiveLevels, Origin
from genre_desktop.services.spectrogram.measuring import Rank, Wish
from genre_desktop.services.spectrogram.tiles import Tiles
from genre_desktop.services.spectrogram.view_choice import ViewChoice
from genre_desktop.ui.spectrogram.level_colours import LevelColours
from genre_desktop.ui.spectrogram.live_picture import NOW_SHARE
from genre_desktop.ui.spectrogram.live_rings import LiveRings, rings_for
from genre_desktop.ui.spectrogram.plot import SpectrogramPlot
from genre_desktop.ui.spectrogram.time_scale import Place

_LATENCY_MILLISECONDS: Final = 300  # of a device at most, and a little more
_LOOKS: Final = 40  # in a pause
_USUAL_RATE: Final = 44_100
_SAME_COLUMN: Final = 0.5  # of a column
_COLOURED_AHEAD: Final = 64  # columns out of view, so that not each frame has to colour some
_FRAME_MILLISECONDS: Final = 16, 17  # by turns, for whole ones are too few or too many for 60
_TURN: Final = 32  # frames
_BESIDE_FRAMES: Final = 6  # with one of them other things are painted
_CALM_FRAME_MILLISECONDS: Final = 1_000  # a step each time, for those whom motion disturbs


@dataclass(frozen=True, slots=True)
class _Base:
    """Where columns are counted from: a place among all decoded samples, and its moment."""

    decoded: int
    rate: int
    track: Track | None
    seconds: float


class LiveView(QObject):
    """Follows a player while it is shown; a pause stands still.

    Signals:
        framed: A frame is about to be painted; whatever else moves is painted with it at no cost.
            That is told with every sixth of sixty a second, which is often enough for it.
    """

    framed = Signal()

    def __init__(
        self, player: Player, plot: SpectrogramPlot, choice: ViewChoice, tiles: Tiles
    ) -> None:
        super().__init__(plot)
        self._player, self._plot, self._choice, self._tiles = player, plot, choice, tiles
        self._levels = LiveLevels()
        self._rings: LiveRings | None = None
        self._colours = LevelColours(choice.colours, choice.top_db, choice.range_db)
        self._spec: LiveSpec | None = None
        self._base: _Base | None = None
        self._began: Began | None = None
        self._shared: SharedSound | None = None  # where its samples lie
        self._coming: Began | None = None  # of another rate: begins when it is heard
        self._history: Levels | None = None
        self._wish: Wish | None = None
        self._origin_seconds = 0.0  # of column 0
        self._right_of_way = RightOfWay(self)
        self._is_shown = True
        self._frames = 0
        self._is_calm = False
        self._timer = QTimer(self, interval=_FRAME_MILLISECONDS[0])
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._frame)
        self._end = QTimer(self, singleShot=True, interval=_LATENCY_MILLISECONDS)
        self._end.timeout.connect(self._settle)
        self._looks_left = 0
        player.decoding_began.connect(self._begin)
        player.state_changed.connect(self._follow_state)
        player.jumped.connect(self._jump)
        self._follow_state()

    @property
    def axis(self) -> FrequencyAxis:
        """Of the plot."""
        return axis_for(self._choice.scale, self._base.rate if self._base else _USUAL_RATE)

    @property
    def top_hz(self) -> float | None:
        """The highest frequency where it is less than half the rate, else None."""
        return self.axis.high_hz if self._choice.is_as_models_hear else None

    def show_choice(self, choice: ViewChoice) -> None:
        """Look at the sound in another way from now on."""
        before, self._choice = self._choice, choice
        self._colours = LevelColours(choice.colours, choice.top_db, choice.range_db)
        if choice.measures_like(before):
            self._repaint()
        else:
            self.restart()

    @Slot(bool)
    def be_calm(self, calm: bool) -> None:
        """Move on once a second, or scroll."""
        self._is_calm = calm
        self._timer.setInterval(_CALM_FRAME_MILLISECONDS if calm else _FRAME_MILLISECONDS[0])

    def show(self, *, shown: bool) -> None:
        """Follow the player, or rest."""
        was_shown, self._is_shown = self._is_shown, shown
        self._follow_state()
        if not shown:
            return
        if was_shown:
            self._scroll()
        else:
            self.restart()

    @Slot()
    def restart(self) -> None:
        """Begin anew, as wide and high as the plot is now."""
        if self._began is None:  # it may have begun before we came
            self._take(self._player.last_began)
        if self._began is not None and self._is_shown:
            self._start()

    def times(self) -> tuple[float, float]:
        """The first and the last second in view."""
        now = self._player.moment().seconds
        return now - self._choice.seconds * NOW_SHARE, now + self._choice.seconds * (1 - NOW_SHARE)

    def level_at(self, seconds: float, height: float) -> float | None:
        """The level at a second of the track and a height of the plot, where it is known."""
        spec = self._spec
        heard = self._heard(self._player.moment())
        if spec is None or heard is None:
            return None
        passed = seconds - self._player.moment().seconds
        number = int(heard + passed * spec.columns_per_second)
        row = min(spec.rows - 1, max(0, int(height * spec.rows)))
        if number < 0:
            history = self._history
            known = history is not None and -number <= len(history)
            return float(history[number, row]) if history is not None and known else None
        first, columns = self._levels.read(number, number + 1)
        return float(columns[0, row]) if first == number and len(columns) else None

    def close(self) -> None:
        """End the thread."""
        self._timer.stop()
        self._levels.close()

    @Slot()
    def _jump(self) -> None:
        """What is on show is not what will be heard: show nothing until it comes."""
        if self._player.moment().decoded < 0:
            self._plot.live.show_rings(None)
        self._scroll()

    # Where columns are counted from

    @Slot(object)
    def _begin(self, began: object) -> None:
        assert isinstance(began, Began)
        before, self._coming = self._began, None
        if before is not None and self._goes_on(before, began):
            if began.rate != before.rate:
                self._coming = began
            return  # without a gap: columns go on being counted from where they were
        self._take(began)
        if self._is_shown:
            self._start()

    def _goes_on(self, before: Began, began: Began) -> bool:
        """Whether it follows without a jump; each sound process counts stretches for itself."""
        sound = self._player.sound
        is_same = sound is not None and sound.shared is self._shared
        return is_same and before.stretch == began.stretch and before is not began

    def _take(self, began: Began | None) -> None:
        sound = self._player.sound
        self._began = began
        self._shared = sound.shared if sound is not None else None

    def _start(self) -> None:
        shared, began = self._shared, self._began
        if shared is None or began is None:
            return
        self._base = base = self._base_for(began, shared)
        self._history = None
        width, height = self._plot.plot_size()
        ratio = self._plot.devicePixelRatioF()
        columns, rows = round(width * ratio), round(height * ratio)
        self._spec = spec = LiveSpec(
            self._choice.scale, self._choice.look, rows, columns / self._choice.seconds
        )
        self._rings = rings_for(2 * columns, rows)
        self._levels.begin(Origin(shared, base.decoded, base.rate), spec)
        self._plot.live.show_rings(self._rings)
        self._plot.show_axis(self.axis)
        self._ask_for_history(base, spec, columns)
        self._scroll()
        self._look_for_a_while()

    def _base_for(self, began: Began, shared: SharedSound) -> _Base:
        """The first sample of a piece, or the oldest one that is still there."""
        moment = self._player.moment()
        if moment.decoded < 0:  # it was asked for and is not heard yet
            return _Base(began.decoded, began.rate, self._player.track, began.seconds)
        oldest = shared.decoded - RING_SAMPLES + began.rate  # a second is left to the writer
        place = max(began.decoded, oldest)
        passed = (moment.decoded - place) / (moment.rate or began.rate)
        return _Base(place, began.rate, moment.track, moment.seconds - passed)

    # What lies before it

    def _ask_for_history(self, base: _Base, spec: LiveSpec, columns: int) -> None:
        if self._wish is not None:
            self._wish.is_dropped = True
            self._wish = None
        if base.track is None or base.seconds * spec.columns_per_second < 1:
            return
        path, span = base.track.path, base.track.span
        wanted = History(spec, base.rate, base.seconds, columns)
        self._wish = Wish(
            path.name, columns_before, (path, span, wanted), self._take_history, lambda _: None,
            Rank.ASKED_FOR,
        )  # fmt: skip
        self._tiles.ask(self._wish)

    def _take_history(self, columns: Levels) -> None:
        self._history = columns
        self._put_history()
        self._scroll()

    def _put_history(self) -> None:
        rings = self._rings
        if self._history is not None and rings is not None and rings.heard.first == 0:
            rings.put_before(self._history, self._colours)

    # What is painted

    def _heard(self, moment: Moment) -> float | None:
        """The column that is heard, None while that is not known."""
        spec, base = self._spec, self._base
        if spec is None or base is None or moment.decoded < base.decoded:
            return None
        return (moment.decoded - base.decoded) / base.rate * spec.columns_per_second

    @Slot()
    def _frame(self) -> None:
        self._frames += 1
        if self._frames % _TURN == 0 and not self._is_calm:
            self._timer.setInterval(_FRAME_MILLISECONDS[self._frames // _TURN % 2])
        if self._frames % _BESIDE_FRAMES == 0 or self._is_calm:
            self.framed.emit()
        self._right_of_way.paint(self._scroll)

    @Slot()
    def _scroll(self) -> None:
        """Paint what is heard now."""
        moment = self._player.moment()
        if not self._is_shown or moment.track is None:
            return
        coming = self._coming
        if coming is not None and moment.decoded >= coming.decoded:
            self._began, self._coming = coming, None
            self._start()
            return
        heard = self._heard(moment)
        place = self._place_of(moment, heard)
        if self._rings is not None and heard is not None:
            self._fill(self._rings, place)
        self._plot.show_place(place, self._choice.seconds)

    def _place_of(self, moment: Moment, heard: float | None) -> Place:
        """The column that is heard stands under the now line, to the pixel."""
        live, spec = self._plot.live.picture, self._spec
        ratio = live.ratio
        if spec is not None:
            per_second = spec.columns_per_second
        else:
            per_second = self._plot.plot_size()[0] * ratio / self._choice.seconds
        origin = moment.seconds - (heard or 0.0) / per_second
        if abs(origin - self._origin_seconds) * per_second < _SAME_COLUMN:
            origin = self._origin_seconds  # so that the words of the axis move with the columns
        self._origin_seconds = origin
        first = math.floor(heard or 0.0) - live.now
        if ratio.is_integer():
            first -= first % int(ratio)
        return Place(first, origin, per_second, moment.seconds)

    def _look_for_a_while(self) -> None:
        """In a pause, too, the device plays what it holds, and columns are still being made."""
        self._looks_left = _LOOKS
        self._end.start()

    @Slot()
    def _settle(self) -> None:
        self._looks_left -= 1
        if self._is_shown and not self._timer.isActive():
            self._scroll()
            self._plot.point_again()
            if self._looks_left:
                self._end.start()

    def _fill(self, rings: LiveRings, place: Place) -> None:
        until = place.first + round(self._choice.seconds * place.columns_per_second)
        if rings.heard.end >= until:
            return
        first, columns = self._levels.read(rings.heard.end, until + _COLOURED_AHEAD)
        if len(columns):
            rings.put(first, columns, self._colours)

    def _repaint(self) -> None:
        """The same levels in other colours."""
        if self._rings is not None:
            ring = self._rings.heard
            self._rings.clear(max(0, ring.end - ring.width))
            self._put_history()
            self._plot.live.update()
            self._scroll()

    @Slot()
    def _follow_state(self) -> None:
        if self._is_shown and self._player.state is PlayerState.PLAYING:
            self._timer.start()
        else:
            self._timer.stop()
            self._look_for_a_while()
        if not self._is_shown:
            self._levels.stop()
        if self._player.state is PlayerState.STOPPED:
            self._began = self._coming = self._shared = None
