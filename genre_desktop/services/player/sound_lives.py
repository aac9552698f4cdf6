"""The sound process through its lives: what ended or was given up has another in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.services.player.messages import (
    DeviceOpened,
    Loudness,
    Play,
    Request,
    Stop,
    UseDevice,
)

if TYPE_CHECKING:  # no cycle: it loads numpy, which comes after the first paint
    from genre_desktop.services.player.sound_apart import SoundApart

_MOST_DEATHS: Final = 3  # in a row, before a device was open: another process would end as well


class SoundLives(QObject):
    """Tells each process which device and loudness are wanted.

    Attributes:
        present: The process, None before the first one and after the last.
        is_open: It has a device, or goes without sound, and plays on where it is asked to.

    Signals:
        told: An `Event` of the present process.
        ended: The present process ended unasked; it stays until it is replaced.
    """

    told = Signal(object)
    ended = Signal()
    _told_by = Signal(object, object)
    _ended_one = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.present: SoundApart | None = None
        self.is_open = False
        self._device: UseDevice | None = None
        self._loudness = Loudness(1.0)
        self._opening: int | None = None  # number of the piece for which there is to be a device
        self._deaths = 0
        self._is_closed = False
        self._told_by.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._ended_one.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def warm(self) -> None:
        """Start a process where there is none."""
        if self.present is None and not self._is_closed:
            from genre_desktop.services.player.sound_apart import SoundApart

            self.present = sound = SoundApart(self._told_by.emit, self._ended_one.emit)
            sound.ask(self._loudness)
            if self._device is not None:
                sound.ask(self._device)

    def ask(self, request: Request) -> None:
        """Ask the present process, if there is one, and later ones where they have to know."""
        match request:
            case Loudness():
                self._loudness = request
            case UseDevice():
                self._device = request
                self._forget_opening()
            case Stop():
                self._forget_opening()
            case Play(piece) if self._opening is None:
                self._opening = piece.number
        if self.present is not None:
            self.present.ask(request)

    def start_anew(self) -> None:
        """Give the process up for another: sound libraries do not outlive their device well."""
        self._give_up()
        self.warm()

    def replace(self) -> bool:
        """Put another in the place of a process that ended or hangs; False where none would live.

        It has ended by its device where none was open: the next one goes without.
        """
        sound, was_open = self.present, self.is_open
        self._give_up()
        if not was_open and sound is not None:
            if self._deaths or not sound.is_worth_another_try:
                self._device = None  # in time with the clock, then
            self._deaths += 1
        if self._deaths >= _MOST_DEATHS:
            self._deaths = 0
            return False
        self.warm()
        return True

    def close(self) -> None:
        """End the process; there is no other."""
        self._is_closed = True
        sound, self.present = self.present, None
        if sound is not None:
            sound.close()

    def _give_up(self) -> None:
        sound, self.present = self.present, None
        self._forget_opening()
        if sound is not None:
            sound.kill()

    def _forget_opening(self) -> None:
        """The device is closed where it is open, or will be as soon as it was opened."""
        self.is_open, self._opening = False, None

    @Slot(object, object)
    def _hear(self, sound: object, event: object) -> None:
        if sound is not self.present:
            return
        if isinstance(event, DeviceOpened):
            self._deaths = 0
            self.is_open = self.is_open or event.number == self._opening
        self.told.emit(event)

    @Slot(object)
    def _end(self, sound: object) -> None:
        if sound is self.present:
            self.ended.emit()
