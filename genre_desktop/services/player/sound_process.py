"""The inside of the sound process: takes requests from the window, decodes and plays.

It is apart from the window because of what can end or hold up a process: decoders that crash on
a file, PortAudio without a configuration, and an interpreter that is busy elsewhere when the
device wants samples.
"""

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Final

from genre_desktop.services.player.feeder import Feeder
from genre_desktop.services.player.messages import (
    DeviceLost,
    DeviceOpened,
    Event,
    Loudness,
    Pause,
    Piece,
    Play,
    PlayAfter,
    Request,
    Stop,
    UseDevice,
)
from genre_desktop.services.player.output import Output, SilentOutput
from genre_desktop.services.player.shared_sound import SharedSound
from genre_desktop.services.player.sound_card import NoDeviceError, SoundCard
from genre_desktop.services.player.stretch import Stretch

log = logging.getLogger(__name__)

_LOOK_SECONDS: Final = 0.1
_PRIORITY: Final = -11  # that of desktops' own sound servers


def serve(connection: Connection, shared: SharedSound) -> None:
    """Answer requests until the window sends None or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the window's business
    _go_first()
    lock = threading.Lock()

    def tell(event: Event) -> None:
        with lock:
            connection.send(event)

    desk = Desk(shared, tell)
    try:
        while True:
            if connection.poll(_LOOK_SECONDS):
                request = connection.recv()
                if request is None:
                    return
                desk.do(request)
            desk.look_after_device()
    except (EOFError, OSError):
        pass  # the window is gone
    finally:
        desk.close()


def _go_first() -> None:
    """Take the priority of sound, where this user is granted it; every thread inherits it."""
    if sys.platform != "win32":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, 0, _PRIORITY)


class Desk:
    """Where feeder and output meet.

    Args:
        shared: The clock and the decoded samples.
        tell: Called from any thread with what happens.
    """

    def __init__(self, shared: SharedSound, tell: Callable[[Event], None]) -> None:
        self._shared = shared
        self._tell = tell
        self._output: Output | None = None
        self._feeder: Feeder | None = None
        self._stretches = 0
        self._loudness = 1.0
        self._wish: UseDevice | None = None

    def do(self, request: Request) -> None:
        """Do what the window asks for."""
        match request:
            case Play(piece, paused):
                self._play(piece, paused=paused)
            case PlayAfter(piece) if self._feeder is not None:
                self._feeder.play_after(piece)
            case Pause(paused):
                self._pause(paused=paused)
            case Stop():
                self.close()
            case Loudness(factor):
                self._set_loudness(factor)
            case UseDevice():
                self.close()
                self._wish = request

    def look_after_device(self) -> None:
        """Tell where the device has gone; what was playing waits."""
        output = self._output
        if output is not None and not output.is_alive():
            self._tell(DeviceLost(output.name))  # before what may never come back
            self.close()

    def close(self) -> None:
        """Fall silent; device and files are closed, but for a file that holds up its thread."""
        feeder, self._feeder = self._feeder, None
        output, self._output = self._output, None
        if feeder is not None:
            feeder.end()
        if output is not None:
            output.close()
        if feeder is not None:
            feeder.close()

    def _play(self, piece: Piece, *, paused: bool) -> None:
        output = self._opened(piece.number)
        if self._feeder is not None:
            self._feeder.end()  # not waited for: its file may be on a drive that does not answer
        self._stretches += 1
        stretch = Stretch(self._stretches, output.rate)
        self._feeder = Feeder(stretch, output.rate, piece, self._shared, self._tell)
        output.play(stretch)
        self._pause(paused=paused)

    def _pause(self, *, paused: bool) -> None:
        if self._output is not None:
            self._output.pause(paused=paused)

    def _set_loudness(self, factor: float) -> None:
        self._loudness = factor
        if self._output is not None:
            self._output.set_loudness(factor)

    def _opened(self, number: int) -> Output:
        if self._output is None:
            self._output = self._open()
            self._output.set_loudness(self._loudness)
            self._output.pause(paused=True)
            self._tell(DeviceOpened(self._output.name, self._output.rate, number))
        return self._output

    def _open(self) -> Output:
        if self._wish is not None:
            for name in dict.fromkeys((self._wish.name, "")):  # the default one in its place
                try:
                    return SoundCard(self._shared, name, self._wish.latency_seconds)
                except NoDeviceError as error:
                    log.info("No sound device: %s", error)
        return SilentOutput(self._shared)
