"""Times of a track that the user selected, and their mean spectrum."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from genre_desktop.core.spectrum_part import Part, part_spectrum
from genre_desktop.core.track_spectrum import TrackSpectrum
from genre_desktop.services.spectrogram.measuring import Rank, Wish
from genre_desktop.services.spectrogram.tiles import Tiles
from genre_desktop.services.spectrogram.view_choice import ViewChoice
from genre_desktop.ui.spectrogram.mean_spectrum import MeanSpectrum
from genre_desktop.ui.spectrogram.plot import SpectrogramPlot
from genre_desktop.ui.spectrogram.reading import time_words
from genre_desktop.ui.spectrogram.still_view import StillView
from genre_desktop.ui.theme import Theme

_SHORTEST_PIXELS = 2  # less is a click


class Selection(QObject):
    """Of the still view.

    Signals:
        changed: Whether something is selected.

    Attributes:
        panel: The mean spectrum.
    """

    changed = Signal(bool)

    def __init__(
        self,
        plot: SpectrogramPlot,
        still: StillView,
        tiles: Tiles,
        theme: Theme,
        choice: ViewChoice,
    ) -> None:
        super().__init__(plot)
        self._plot, self._still, self._tiles, self._choice = plot, still, tiles, choice
        self._times: tuple[float, float] | None = None
        self._anchor: float | None = None
        self._spectrum: TrackSpectrum | None = None
        self._wish: Wish | None = None
        self.panel = MeanSpectrum(theme)
        plot.box.dragged.connect(self._drag)
        plot.box.clicked.connect(self.clear)
        plot.selected.connect(self.select)

    @property
    def times(self) -> tuple[float, float] | None:
        """The first and the last second, None for nothing."""
        return self._times

    @Slot(float, float)
    def select(self, first: float, last: float) -> None:
        """Select times and measure them."""
        times = self._clipped(first, last)
        if times is None or times == self._times:
            return
        self._times = times
        self._plot.select(times)
        self._measure()
        self.changed.emit(True)  # noqa: FBT003 — Qt's signature

    @Slot()
    def clear(self) -> None:
        """Select nothing."""
        self._forget_wish()
        self._anchor = None
        if self._times is not None:
            self._times = self._spectrum = None
            self._plot.select(None)
            self.changed.emit(False)  # noqa: FBT003 — Qt's signature

    def extend(self, before: float, after: float) -> None:
        """The cursor moved from one moment to another and takes the selection along."""
        if self._anchor is None:
            first, last = self._times or (before, before)
            self._anchor = first if abs(after - last) <= abs(after - first) else last
        self.select(*sorted((self._anchor, after)))

    def show_choice(self, choice: ViewChoice) -> None:
        """Look at it in another way."""
        before, self._choice = self._choice, choice
        if self._times is None:
            return
        if choice.still_look != before.still_look:
            self._measure()
        else:
            self._show()

    @Slot(float, float, bool)
    def _drag(self, begun: float, now: float, ended: bool) -> None:
        first, last = sorted((begun, now))
        view = self._plot.times()
        if (last - first) / (view[1] - view[0]) * self._plot.plot_size()[0] < _SHORTEST_PIXELS:
            return
        self._anchor = begun
        if ended:
            self.select(first, last)
        else:
            self._plot.select(self._clipped(first, last))

    def _clipped(self, first: float, last: float) -> tuple[float, float] | None:
        seconds = self._still.seconds
        if seconds is None:
            return None
        times = max(0.0, first), min(seconds, last)
        return times if times[1] > times[0] else None

    def _measure(self) -> None:
        self._forget_wish()
        track, times = self._still.track, self._times
        if track is None or times is None:
            return
        self._spectrum = None
        self._show()
        part = Part(times[0], times[1] - times[0], 1)
        arguments = track.path, track.span, self._choice.still_look, part
        self._wish = Wish(
            track.path.name, part_spectrum, arguments, self._take, lambda _: None, Rank.ASKED_FOR
        )
        self._tiles.ask(self._wish)

    def _forget_wish(self) -> None:
        if self._wish is not None:
            self._wish.is_dropped = True
            self._wish = None

    def _take(self, spectrum: TrackSpectrum) -> None:
        self._spectrum = spectrum
        self._show()

    def _show(self) -> None:
        assert self._times is not None
        first, last = self._times
        words = self.tr("%1 to %2").replace("%1", time_words(first))
        self.panel.show_times(words.replace("%2", time_words(last)))
        choice = self._choice
        self.panel.show_spectrum(
            self._spectrum, self._still.axis, choice.top_db + 20.0, choice.range_db + 20.0
        )
