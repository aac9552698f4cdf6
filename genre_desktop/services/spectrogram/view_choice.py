"""How the user looks at the sound, remembered between starts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QSettings

from genre_desktop.core.colour_maps import NAMES
from genre_desktop.core.track_spectrum import Channel, Look
from genre_desktop.dsp.dbfs import Window
from genre_desktop.dsp.frequency_axis import Scale

WINDOW_SAMPLES: Final = (1_024, 2_048, 4_096, 8_192, 16_384)
GAINS_DB: Final = (-20.0, -10.0, 0.0, 10.0, 20.0, 30.0)
RANGES_DB: Final = (50.0, 70.0, 90.0, 110.0)
SECONDS: Final = (3.0, 6.0, 12.0, 30.0)
_TOP_DB: Final = -20.0  # of the brightest colour without gain: where loud music has its partials
_LOOK: Final = Look(Channel.BOTH, Window.HANN, 4_096)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ViewChoice:
    """What the header of the spectrogram says.

    Attributes:
        scale: MEL is what the models hear, the others an STFT at the file's own rate.
        look: Channel and window.
        colours: Name of the colour map.
        gain_db: How much brighter than usual everything is.
        range_db: How far below the brightest colour the darkest one lies.
        seconds: How much time the live plot shows.
    """

    scale: Scale = Scale.MEL
    look: Look = _LOOK
    colours: str = "magma"
    gain_db: float = 0.0
    range_db: float = 70.0
    seconds: float = 12.0

    @property
    def top_db(self) -> float:
        """Level of the brightest colour, dB re full scale."""
        return _TOP_DB - self.gain_db

    @property
    def still_look(self) -> Look:
        """How a picture that stands still is measured."""
        return self.look.over(self.scale)

    @property
    def is_as_models_hear(self) -> bool:
        """Whether the live view is the models' own spectrogram."""
        return self.scale is Scale.MEL

    def measures_like(self, other: ViewChoice) -> bool:
        """Whether only colours differ."""
        return (
            replace(self, colours=other.colours, gain_db=other.gain_db, range_db=other.range_db)
            == other
        )


class ViewSettings(QObject):
    """Keeps the choice in the ini file of all settings."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ini = QSettings(str(file), QSettings.Format.IniFormat, self)

    def choice(self) -> ViewChoice:
        """What was chosen last; what cannot be read is as at first."""
        usual = ViewChoice()
        look = usual.look
        return ViewChoice(
            scale=self._one_of("scale", list(Scale), usual.scale, lambda each: each.value),
            look=Look(
                self._one_of("channel", list(Channel), look.channel, lambda each: each.value),
                self._one_of("window", list(Window), look.window, lambda each: each.name),
                self._one_of("window_samples", WINDOW_SAMPLES, look.window_samples, str),
            ),
            colours=self._one_of("colours", NAMES, usual.colours, str),
            gain_db=self._one_of("gain_db", GAINS_DB, usual.gain_db, str),
            range_db=self._one_of("range_db", RANGES_DB, usual.range_db, str),
            seconds=self._one_of("seconds", SECONDS, usual.seconds, str),
        )

    def keep(self, choice: ViewChoice) -> None:
        """Remember a choice."""
        for name, value in {
            "scale": choice.scale.value,
            "channel": choice.look.channel.value,
            "window": choice.look.window.name,
            "window_samples": str(choice.look.window_samples),
            "colours": choice.colours,
            "gain_db": str(choice.gain_db),
            "range_db": str(choice.range_db),
            "seconds": str(choice.seconds),
        }.items():
            self._ini.setValue(f"spectrogram/{name}", value)

    def _one_of(self, name: str, offered: Sequence[T], usual: T, written: Callable[[T], str]) -> T:
        kept = str(self._ini.value(f"spectrogram/{name}", ""))
        return next((each for each in offered if written(each) == kept), usual)
