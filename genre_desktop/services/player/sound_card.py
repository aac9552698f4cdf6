"""Plays through PortAudio: its callback copies samples and does nothing else.

PortAudio may be missing, without any ALSA configuration it ends its process, and it may wait for
ever for what another program left locked; hence this is only ever used in a process of its own.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from genre_desktop.services.player import jack_locks
from genre_desktop.services.player.messages import TRY_AGAIN
from genre_desktop.services.player.output import Mixer
from genre_desktop.services.player.shared_sound import SharedSound
from genre_desktop.services.player.stretch import Samples

_HELD_UP: Final = 1  # how a process ends in which PortAudio never answers
_PATIENCE_SECONDS: Final = 6.0  # looking for devices takes tenths of a second

# A device that took nothing for so long is gone, though nobody said so.
_SILENCE_OF_A_LOST_DEVICE_NS: Final = 3_000_000_000


class NoDeviceError(Exception):
    """There is no sound device, or it cannot be opened; the message is for the log."""


def device_names() -> tuple[tuple[str, ...], str]:
    """The names of the devices that play, and the default one's; none where there is no sound.

    PortAudio looks for devices when it starts: ask this in a process where nothing is playing.
    """
    try:
        sounddevice = _portaudio()
        found = [each for each in sounddevice.query_devices() if each["max_output_channels"] >= 2]
        default = sounddevice.query_devices(kind="output")["name"]
    except Exception:  # noqa: BLE001 — OSError without the library, PortAudioError, and worse
        return (), ""
    return tuple(dict.fromkeys(each["name"] for each in found)), default


def _device(sounddevice: Any, name: str) -> Any:
    """The device of this name, "" for the default; several interfaces of a system may have it.

    Raises:
        NoDeviceError: There is none.
    """
    if not name:
        return sounddevice.query_devices(kind="output")
    found = sounddevice.query_devices()
    named = [each for each in found if each["name"] == name and each["max_output_channels"] >= 2]
    if not named:
        raise NoDeviceError(name)
    usual = sounddevice.default.hostapi
    return min(named, key=lambda each: bool(each["hostapi"] != usual))


def _portaudio() -> Any:
    """PortAudio, having looked for devices just now; ends this process where it never has."""
    with _ending_where_held_up():
        import sounddevice

        sounddevice._terminate()  # noqa: SLF001 — there is no other way to make it look again
        sounddevice._initialize()  # noqa: SLF001
        return sounddevice


@contextmanager
def _ending_where_held_up() -> Iterator[None]:
    timer = threading.Timer(_PATIENCE_SECONDS, _end_held_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _end_held_up() -> None:
    os._exit(TRY_AGAIN if jack_locks.removed_abandoned() else _HELD_UP)


class SoundCard:
    """A stream to a device.

    Args:
        shared: Where the clock is kept.
        name: Of the device, "" for the system's default.
        latency_seconds: Between taking samples and hearing them.

    Raises:
        NoDeviceError: Nothing can be played there.
    """

    def __init__(self, shared: SharedSound, name: str, latency_seconds: float) -> None:
        try:
            sounddevice = _portaudio()
            device = _device(sounddevice, name)
            self.name: str = device["name"]
            self.rate = round(device["default_samplerate"])
            self._mixer = Mixer(shared, self.rate)
            self._stream = sounddevice.OutputStream(
                samplerate=self.rate,
                blocksize=0,  # the device's own: any other is waited for, beyond the latency
                device=device["index"],
                channels=2,
                dtype="float32",
                latency=latency_seconds,
                callback=self._fill,
            )
            self._latency_ns = round(self._stream.latency * 1e9)
            self._stream.start()
            self._last_ns = time.perf_counter_ns()  # opening may have taken longer than silence may
        except Exception as error:  # OSError without the library, PortAudioError, ValueError
            raise NoDeviceError(str(error)) from error
        self.play, self.pause = self._mixer.play, self._mixer.pause
        self.set_loudness = self._mixer.set_loudness

    def is_alive(self) -> bool:
        """False once the device has gone."""
        waited = time.perf_counter_ns() - self._last_ns
        return bool(self._stream.active) and waited < _SILENCE_OF_A_LOST_DEVICE_NS

    def close(self) -> None:
        """Let go of the device."""
        self._stream.close(ignore_errors=True)

    def _fill(self, out: Samples, _samples: int, times: Any, status: Any) -> None:
        now = time.perf_counter_ns()
        ahead = times.outputBufferDacTime - times.currentTime
        self._last_ns = now
        if status.output_underflow:
            self._mixer.count_underflow()
        self._mixer.fill(out, now + (round(ahead * 1e9) if ahead > 0 else self._latency_ns))
