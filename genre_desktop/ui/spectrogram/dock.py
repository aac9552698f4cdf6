"""The spectrogram's place in the window: its header, its plot, and when it stands still."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from genre_desktop.core.colour_maps import NAMES
from genre_desktop.core.track import Track
from genre_desktop.core.track_spectrum import Channel, Look, TrackSpectrum
from genre_desktop.dsp.dbfs import Window
from genre_desktop.dsp.frequency_axis import Scale, note_of
from genre_desktop.services.player.player import Player
from genre_desktop.services.spectrogram.live_columns import axis_for
from genre_desktop.services.spectrogram.stills import Stills, StillWanted
from genre_desktop.ui.calm_boxes import CalmComboBox
from genre_desktop.ui.icons import Icons
from genre_desktop.ui.labels import HeaderLabel, ToneLabel
from genre_desktop.ui.row_words import clock
from genre_desktop.ui.spectrogram.level_colours import LevelColours
from genre_desktop.ui.spectrogram.live_view import LiveView
from genre_desktop.ui.spectrogram.plot import SpectrogramPlot
from genre_desktop.ui.spectrogram.view_choice import ViewChoice
from genre_desktop.ui.theme import Size, Theme

HEADER_HEIGHT = 26
_PAUSE_MILLISECONDS = 150  # of zooming, before a part is measured
_SECONDS = (6, 12, 30)
_RANGES = (50, 70, 90, 110)
_WINDOWS = (1_024, 2_048, 4_096, 8_192, 16_384)
DEFAULT_CHOICE = ViewChoice(
    Scale.MEL, Look(Channel.BOTH, Window.HANN, 4_096), "magma", -20.0, 70.0, 12.0, is_calm=False
)


class SpectrogramDock(QWidget):
    """Live while a track plays, and frozen where the user wants to look closely.

    Signals:
        problem: A sentence on what could not be measured.
    """

    problem = Signal(str)

    def __init__(self, player: Player, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._player = player
        self._choice = DEFAULT_CHOICE
        self.plot = SpectrogramPlot(theme)
        self.live = LiveView(player, self.plot, self._choice)
        self._stills = Stills(self)
        self._spectrum: TrackSpectrum | None = None
        self._spectrum_from = 0.0
        self._track: Track | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._measure)
        self._freeze = QToolButton()
        self._readings = [ToneLabel(theme, role="muted", size=Size.SMALL) for _ in range(4)]
        self._lay_out(theme, icons)
        self.plot.pointed.connect(self._read)
        self.plot.looked_at.connect(self._pause.start)
        self._stills.measured.connect(self._show_still)
        self._stills.failed.connect(lambda _wanted, sentence: self.problem.emit(sentence))
        self.plot.show_axis(axis_for(self._choice.scale, 44_100))

    def close_all(self) -> None:
        """End every thread and process."""
        self.live.close()
        self._stills.close()

    @property
    def is_frozen(self) -> bool:
        """True where the picture stands still and can be zoomed."""
        return self._freeze.isChecked()

    def freeze(self, *, on: bool) -> None:
        """Stand still, or follow the music again."""
        self._freeze.setChecked(on)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self.live.restart)

    # Choices

    @Slot()
    def _choose(self, **changed: Any) -> None:
        self._choice = replace(self._choice, **changed)
        self.live.show_choice(self._choice)
        if self.is_frozen:
            self._draw_still()
            self._pause.start()

    @Slot(bool)
    def _freeze_or_go_on(self, frozen: bool) -> None:
        self.live.show(shown=not frozen)
        times = self.live.times()
        self.plot.show_live(on=not frozen)
        self._track = self._player.track
        if frozen:
            self.plot.still.clear()
            self.plot.show_times(max(0.0, times[0]), times[1])
            self._measure()
        else:
            self._stills.forget()

    @Slot()
    def _measure(self) -> None:
        if self._track is None or not self.is_frozen:
            return
        first, last = self.plot.getViewBox().viewRange()[0]
        first = max(0.0, first)
        if last > first:
            width = self.plot.plot_size()[0]
            self._stills.measure(StillWanted(self._track, first, last, self._choice.look, width))

    @Slot(object, object)
    def _show_still(self, wanted: object, spectrum: object) -> None:
        assert isinstance(wanted, StillWanted)
        assert isinstance(spectrum, TrackSpectrum)
        self._spectrum, self._spectrum_from = spectrum, wanted.first_seconds
        self._draw_still()

    def _draw_still(self) -> None:
        spectrum, choice = self._spectrum, self._choice
        if spectrum is None:
            return
        axis = axis_for(choice.scale, spectrum.rate)
        colours = LevelColours(choice.colours, choice.top_db, choice.range_db)
        height = self.plot.plot_size()[1]
        self.plot.show_axis(axis)
        self.plot.still.show_spectrum(spectrum, self._spectrum_from, axis, 2 * height, colours)

    # The pointer

    @Slot(float, float)
    def _read(self, seconds: float, height: float) -> None:
        words = ["", "", "", ""]
        if not math.isnan(seconds) and seconds >= 0:
            axis = axis_for(self._choice.scale, self._rate())
            hz = axis.hz_at(height)
            note, cents = note_of(hz)
            level = self._level(seconds, height, hz)
            words[0] = f"{clock(seconds)}.{int(seconds * 100) % 100:02}"
            words[1] = f"{hz:.0f} Hz" if hz < 1_000 else f"{hz / 1_000:.2f} kHz"
            words[2] = f"{note} {cents:+d} ct".replace("-", "−") if note else ""
            words[3] = f"{level:.1f} dB".replace("-", "−") if level is not None else ""
        for label, text in zip(self._readings, words, strict=True):
            label.setText(text)

    def _rate(self) -> int:
        if self._spectrum is not None and self.is_frozen:
            return self._spectrum.rate
        return self._player.moment().rate or 44_100

    def _level(self, seconds: float, height: float, hz: float) -> float | None:
        if not self.is_frozen:
            return self.live.level_at(seconds, height)
        spectrum = self._spectrum
        if spectrum is None:
            return None
        share = (seconds - self._spectrum_from) / spectrum.seconds
        columns, bins = spectrum.levels.shape
        if not 0 <= share < 1:
            return None
        place = round(hz / (spectrum.rate / 2) * (bins - 1))
        return float(spectrum.levels[int(share * columns), min(bins - 1, place)])

    # Building

    def _lay_out(self, theme: Theme, icons: Icons) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 8, 0)
        head.setSpacing(6)
        head.addWidget(HeaderLabel(theme, self.tr("Spectrogram")))
        for box in self._boxes():
            head.addWidget(box)
        self._freeze.setText(self.tr("Freeze"))
        self._freeze.setIcon(icons.icon("freeze"))
        self._freeze.setCheckable(True)
        self._freeze.setToolTip(
            self.tr("Stand still: turn the wheel to zoom, drag to move, and point to measure.")
        )
        self._freeze.toggled.connect(self._freeze_or_go_on)
        head.addWidget(self._freeze)
        head.addStretch(1)
        widest = ("0:00:00.00", "00.00 kHz", "A♯10 −50 ct", "−100.0 dB")
        for label, words in zip(self._readings, widest, strict=True):
            label.setFixedWidth(label.fontMetrics().horizontalAdvance(words) + 4)
            head.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.plot, 1)

    def _boxes(self) -> list[QComboBox]:
        look = self._choice.look
        return [
            _box(
                self.tr("View"),
                {
                    self.tr("Mel"): {"scale": Scale.MEL},
                    self.tr("Linear"): {"scale": Scale.LINEAR},
                    self.tr("Logarithmic"): {"scale": Scale.LOGARITHMIC},
                },
                self._choose,
            ),
            _box(
                self.tr("Colours"),
                {name.capitalize(): {"colours": name} for name in NAMES},
                self._choose,
            ),
            _box(
                self.tr("Range"),
                {f"{each} dB": {"range_db": float(each)} for each in _RANGES},
                self._choose,
                start=1,
            ),
            _box(
                self.tr("Time on show"),
                {f"{each} s": {"seconds": float(each)} for each in _SECONDS},
                self._choose,
                start=1,
            ),
            _box(
                self.tr("Window of the measuring views"),
                {
                    self.locale().toString(each): {"look": replace(look, window_samples=each)}
                    for each in _WINDOWS
                },
                self._choose,
                start=2,
            ),
        ]


def _box(name: str, offered: dict[str, dict[str, Any]], choose: Any, start: int = 0) -> QComboBox:
    box = CalmComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.addItems(list(offered))
    box.setCurrentIndex(start)
    values = list(offered.values())
    box.activated.connect(lambda place: choose(**values[place]))
    return box
