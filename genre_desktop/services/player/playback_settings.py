"""What the user chose for playing, kept in the ini file of all settings between starts."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QSettings, Signal

from genre_desktop.core.play_order import Repeat
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Span

LATENCIES: Final = (0.1, 0.15, 0.2)  # seconds; shorter ones stutter on a busy machine
_LATENCY: Final = 0.15


class PlaybackSettings(QObject):
    """Choices with their types and defaults.

    Signals:
        volume_changed: The volume is another, or there is sound again or none.
        order_changed: Tracks are repeated or shuffled in another way.
        even_loudness_changed: Whether ReplayGain and R128 fields are obeyed.
        latency_changed: Seconds between a sample's decoding and its sounding.
        reduced_motion_changed: Whether pictures move on in steps instead of scrolling.
    """

    volume_changed = Signal()
    order_changed = Signal()
    even_loudness_changed = Signal(bool)
    latency_changed = Signal(float)
    reduced_motion_changed = Signal(bool)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ini = QSettings(str(file), QSettings.Format.IniFormat, self)
        self._desktop_reduces_motion = False

    @property
    def volume(self) -> float:
        """Travel of the volume control, 0 to 1."""
        return min(1.0, max(0.0, self._number("volume", 1.0)))

    @volume.setter
    def volume(self, travel: float) -> None:
        if travel != self.volume:
            self._keep("volume", travel)
            self.volume_changed.emit()

    @property
    def muted(self) -> bool:
        """Whether there is no sound."""
        return self._flag("muted", default=False)

    @muted.setter
    def muted(self, on: bool) -> None:
        if on != self.muted:
            self._keep("muted", "true" if on else "false")
            self.volume_changed.emit()

    @property
    def shuffle(self) -> bool:
        """Whether tracks come in a random order."""
        return self._flag("shuffle", default=False)

    @shuffle.setter
    def shuffle(self, on: bool) -> None:
        if on != self.shuffle:
            self._keep("shuffle", "true" if on else "false")
            self.order_changed.emit()

    @property
    def repeat(self) -> Repeat:
        """What happens at the end of the list."""
        words = str(self._ini.value("playing/repeat", ""))
        return next((each for each in Repeat if each.value == words), Repeat.OFF)

    @repeat.setter
    def repeat(self, wanted: Repeat) -> None:
        if wanted is not self.repeat:
            self._keep("repeat", wanted.value)
            self.order_changed.emit()

    @property
    def device(self) -> str:
        """Name of the sound device, "" for the system's default."""
        return str(self._ini.value("playing/device", ""))

    @device.setter
    def device(self, name: str) -> None:
        self._keep("device", name)

    @property
    def latency_seconds(self) -> float:
        """Between a sample's leaving us and its sounding."""
        wanted = self._number("latency", _LATENCY)
        return min(LATENCIES, key=lambda each: abs(each - wanted))

    @latency_seconds.setter
    def latency_seconds(self, seconds: float) -> None:
        if seconds != self.latency_seconds:
            self._keep("latency", seconds)
            self.latency_changed.emit(seconds)

    @property
    def even_loudness(self) -> bool:
        """Whether ReplayGain and R128 fields are obeyed."""
        return self._flag("even_loudness", default=True)

    @even_loudness.setter
    def even_loudness(self, on: bool) -> None:
        if on != self.even_loudness:
            self._keep("even_loudness", "true" if on else "false")
            self.even_loudness_changed.emit(on)

    @property
    def reduced_motion(self) -> bool:
        """Whether what is heard is shown without motion: pictures move on in steps.

        What the user chose once holds for good; until then it is what the desktop wishes.
        """
        return self._flag("reduced_motion", default=self._desktop_reduces_motion)

    @reduced_motion.setter
    def reduced_motion(self, on: bool) -> None:
        if on != self.reduced_motion:
            self._keep("reduced_motion", "true" if on else "false")
            self.reduced_motion_changed.emit(on)

    def follow_desktop(self, *, reduces_motion: bool) -> None:
        """Take this for what the desktop wishes, until the program ends; it is not written."""
        before = self.reduced_motion
        self._desktop_reduces_motion = reduces_motion
        if self.reduced_motion != before:
            self.reduced_motion_changed.emit(self.reduced_motion)

    @property
    def left_at(self) -> tuple[Track, float] | None:
        """The track that was playing when the program ended, and its moment in seconds."""
        try:
            kept: dict[str, Any] = json.loads(str(self._ini.value("playing/left_at", "")))
            span = Span(*kept["span"]) if kept["span"] else None
            track = Track(Path(kept["path"]), span, str(kept["part_title"]))
            return track, float(kept["seconds"])
        except (ValueError, KeyError, TypeError):
            return None

    def keep_left_at(self, track: Track | None, seconds: float) -> None:
        """Remember where playing was left; None forgets it."""
        if track is None:
            self._keep("left_at", "")
            return
        span = [track.span.start_seconds, track.span.end_seconds] if track.span else None
        kept = {
            "path": str(track.path),
            "span": span,
            "part_title": track.part_title,
            "seconds": round(seconds, 3),
        }
        self._keep("left_at", json.dumps(kept))

    def flush(self) -> None:
        """Write what is not written yet."""
        self._ini.sync()

    def _number(self, name: str, default: float) -> float:
        try:
            number = float(str(self._ini.value(f"playing/{name}", default)))
        except ValueError:
            return default
        return number if math.isfinite(number) else default

    def _flag(self, name: str, *, default: bool) -> bool:
        return str(self._ini.value(f"playing/{name}", str(default))).lower() == "true"

    def _keep(self, name: str, value: object) -> None:
        self._ini.setValue(f"playing/{name}", value)
