"""A track that stands still: its tiles, as far as they are in view, at the zoom that is on show."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QRectF, QTimer, Slot
from PySide6.QtGui import QImage

from genre_desktop.core.spectrogram_picture import axis_of
from genre_desktop.core.spectrum_part import TrackExtent
from genre_desktop.core.track import Track
from genre_desktop.core.track_spectrum import TrackSpectrum
from genre_desktop.dsp.frequency_axis import FrequencyAxis
from genre_desktop.services.spectrogram.tiles import (
    COLUMNS,
    Tile,
    Tiles,
    level_for,
    tiles_between,
)
from genre_desktop.services.spectrogram.view_choice import ViewChoice
from genre_desktop.ui.spectrogram.level_colours import LevelColours
from genre_desktop.ui.spectrogram.pictures import TileImage, TileLook
from genre_desktop.ui.spectrogram.plot import SpectrogramPlot

_PAUSE_MILLISECONDS: Final = 80  # of zooming, before anything is measured or drawn anew
_COARSER_LEVELS: Final = 6  # whose pictures are kept below
_USUAL_RATE: Final = 44_100


class StillView(QObject):
    """Shows a track, at first as a whole or around a moment; the user moves from there."""

    def __init__(self, plot: SpectrogramPlot, choice: ViewChoice, tiles: Tiles) -> None:
        super().__init__(plot)
        self._plot, self._choice, self._tiles = plot, choice, tiles
        self._track: Track | None = None
        self._extent: TrackExtent | None = None
        self._top_hz: float | None = None  # to be the upper end of the plot once the rate is known
        self._times: tuple[float, float] | None = None
        self._level = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._refresh)
        self._to_draw: list[Tile] = []
        self._drawing = QTimer(self, singleShot=True, interval=0)  # a tile each time
        self._drawing.timeout.connect(self._draw_next)
        plot.looked_at.connect(self._pause.start)
        tiles.extent_found.connect(self._take_extent)
        tiles.measured.connect(self._show_tile)

    @property
    def track(self) -> Track | None:
        """What is shown, None for nothing."""
        return self._track

    @property
    def seconds(self) -> float | None:
        """How long it is, None while unknown."""
        return self._extent.seconds if self._extent is not None else None

    @property
    def is_waiting(self) -> bool:
        """Whether it is not known yet what there is to be measured."""
        is_drawn = not self._pause.isActive() and not self._to_draw
        return not is_drawn or (self._track is not None and self._extent is None)

    @property
    def rate(self) -> int:
        """Of the file, the usual one while unknown."""
        return self._extent.rate if self._extent is not None else _USUAL_RATE

    @property
    def axis(self) -> FrequencyAxis:
        """Of the whole plot."""
        return axis_of(self._choice.scale, self.rate)

    def show_track(
        self,
        track: Track | None,
        times: tuple[float, float] | None = None,
        top_hz: float | None = None,
        extent: TrackExtent | None = None,
    ) -> None:
        """Show a track.

        Args:
            track: None for none.
            times: The seconds to be in view, None for all.
            top_hz: The highest frequency to be in view, None for half the rate.
            extent: How far the track goes, None where that has to be found out.
        """
        is_another = track != self._track
        self._track, self._times, self._top_hz = track, times, top_hz
        self._plot.still.clear()
        self._to_draw = []
        if is_another or extent is not None:
            self._extent = extent
        self._tiles.look_at(track, self._choice.still_look)
        self._plot.show_axis(self.axis)
        if track is None:
            self._plot.show_times(0.0, self._choice.seconds)
            return
        if times is not None:
            self._plot.show_times(max(0.0, times[0]), times[1])
        if self._extent is not None:
            self._settle()

    def show_until_then(self, image: QImage, times: tuple[float, float]) -> None:
        """Show what was live until there are tiles, over the frequencies that it has."""
        top = 1.0 if self._top_hz is None else min(1.0, self.axis.height_of(self._top_hz))
        place = QRectF(times[0], 0.0, times[1] - times[0], top)
        self._plot.still.show_until_then(image, place)

    def show_choice(self, choice: ViewChoice) -> None:
        """Look at it in another way."""
        before, self._choice = self._choice, choice
        if self._track is None:
            return
        if choice.scale is not before.scale:
            self._plot.still.clear()
            self._plot.box.setYRange(0, 1, padding=0)
            self._plot.show_axis(self.axis)
        if choice.still_look != before.still_look:
            self._tiles.look_at(self._track, choice.still_look)
            self._plot.still.clear()
        self._refresh()

    def show_whole(self) -> None:
        """All of the track, up to half its rate."""
        if self._extent is not None:
            self._plot.box.setXRange(0.0, self._extent.seconds, padding=0)
            self._plot.box.setYRange(0, 1, padding=0)

    def level_at(self, seconds: float, hz: float) -> float | None:
        """The level at a moment and a frequency, dBFS, as finely as it was measured."""
        for level in range(self._level, self._level - _COARSER_LEVELS, -1):
            for tile in tiles_between(level, seconds, seconds + 1e-9):
                spectrum = self._tiles.spectrum(tile)
                if spectrum is not None:
                    return _level_in(spectrum, seconds - tile.first_seconds, hz, tile)
        return None

    # What comes

    @Slot(object)
    def _take_extent(self, extent: object) -> None:
        assert isinstance(extent, TrackExtent)
        if self._track is not None and self._tiles.track == self._track:
            was_known, self._extent = self._extent is not None, extent
            if was_known:
                self._show_extent(extent)
                self._refresh()
            else:
                self._settle()

    def _settle(self) -> None:
        """Show what was asked for, now that it is known how far the track goes."""
        assert self._extent is not None
        self._show_extent(self._extent)
        seconds = self._extent.seconds
        first, last = self._times or (0.0, seconds)
        top = 1.0 if self._top_hz is None else min(1.0, self.axis.height_of(self._top_hz))
        self._plot.box.setYRange(0, top, padding=0)
        self._plot.box.setXRange(max(0.0, first), min(seconds, last), padding=0)
        self._refresh()

    def _show_extent(self, extent: TrackExtent) -> None:
        self._plot.box.show_extent(extent.seconds)
        self._plot.still.show_extent(extent.seconds)
        self._plot.show_axis(self.axis)

    @Slot()
    def _refresh(self) -> None:
        """Want the tiles in view, and draw anew those that were drawn for another view."""
        if self._track is None or self._extent is None or not self._plot.still.isVisible():
            return
        first, last = self._plot.times()
        width = self._plot.plot_size()[0] * self._plot.devicePixelRatioF()
        self._level = level_for((last - first) / width)
        on_show = tiles_between(self._level, first, min(last, self._extent.seconds))
        beside = [
            Tile(self._level, number)
            for number in (on_show[0].number - 1, on_show[-1].number + 1)
            if number >= 0 and number * on_show[0].seconds < self._extent.seconds
        ] if on_show else []  # fmt: skip
        self._plot.still.show_level(self._level)
        self._tiles.want(on_show, beside)
        coarser = {
            tile
            for tile in self._plot.still.tiles
            if self._level - _COARSER_LEVELS <= tile.level < self._level
        }
        self._plot.still.keep({*on_show, *beside, *coarser})
        self._to_draw = [tile for tile in on_show if self._tiles.spectrum(tile) is not None]
        self._to_draw += [
            tile
            for tile in sorted(coarser, key=lambda each: -each.level)
            if tile.first_seconds < last and tile.first_seconds + tile.seconds > first
        ]
        self._draw_next()

    @Slot()
    def _draw_next(self) -> None:
        if self._to_draw:
            self._draw(self._to_draw.pop(0))
            self._drawing.start()

    @Slot(object)
    def _show_tile(self, tile: object) -> None:
        assert isinstance(tile, Tile)
        if tile.level == self._level and self._plot.still.isVisible():
            self._draw(tile)

    def _draw(self, tile: Tile) -> None:
        look = self._look()
        spectrum = self._tiles.spectrum(tile)
        if spectrum is not None and len(spectrum.levels) and self._plot.still.look_of(tile) != look:
            self._plot.still.put(tile, TileImage(tile, spectrum, look))

    def _look(self) -> TileLook:
        choice = self._choice
        rows = round(self._plot.plot_size()[1] * self._plot.devicePixelRatioF())
        colours = choice.colours, choice.top_db, choice.range_db
        return TileLook(self.axis, self._plot.heights(), rows, LevelColours.of(*colours))


def _level_in(spectrum: TrackSpectrum, seconds: float, hz: float, tile: Tile) -> float | None:
    columns, bins = spectrum.levels.shape
    column = int(seconds / tile.seconds * COLUMNS)
    if not 0 <= column < columns:
        return None
    place = round(hz / (spectrum.rate / 2) * (bins - 1))
    return float(spectrum.levels[column, min(bins - 1, max(0, place))])
