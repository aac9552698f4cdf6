"""A process of its own that measures tracks, what is looked at just now first."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.own_worker import ClosedError, NoAnswerError, OwnWorker
from genre_desktop.dsp.sound import SoundError
from genre_desktop.services.lane import Lane

log = logging.getLogger(__name__)

_SECONDS_AT_MOST: Final = 600.0  # a day of music


class Rank(IntEnum):
    """What comes first."""

    ASKED_FOR = 0
    ON_SHOW = 1
    BESIDE = 2


@dataclass(slots=True, eq=False)
class Wish:
    """Something to be measured.

    Attributes:
        name: Of the track's file, for the sentence where it fails without one.
        work: A function of `core` that a process can be handed, and its arguments.
        arguments: Of it.
        done: Takes the answer, on the window's thread.
        failed: Takes a sentence, on the window's thread.
        rank: What comes first.
        writes: Whether it writes a file, which is finished also where the program is closed.
        is_dropped: Nobody waits for it any more.
    """

    name: str
    work: Callable[..., Any]
    arguments: tuple[Any, ...]
    done: Callable[[Any], None]
    failed: Callable[[str], None]
    rank: Rank = Rank.ON_SHOW
    writes: bool = False
    is_dropped: bool = False


@dataclass(slots=True)
class _Waiting:
    wishes: list[Wish] = field(default_factory=list)
    present: Wish | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def put(self, wish: Wish) -> None:
        with self.lock:
            self.wishes.append(wish)

    def next(self) -> Wish | None:
        with self.lock:
            self.wishes = [wish for wish in self.wishes if not wish.is_dropped]
            self.present = min(self.wishes, key=lambda wish: wish.rank, default=None)
            if self.present is not None:
                self.wishes.remove(self.present)
            return self.present

    def end_present(self) -> None:
        with self.lock:
            self.present = None

    def keep_what_writes(self) -> bool:
        """Drop all else; returns whether anything is left to be done."""
        with self.lock:
            self.wishes = [wish for wish in self.wishes if wish.writes]
            is_writing = self.present is not None and self.present.writes
            return bool(self.wishes) or is_writing


class Measuring(QObject):
    """Its process starts with the first wish; answers come on the window's thread.

    Args:
        rest_milliseconds: The process ends when it was asked for nothing so long, and at once where
            what it measures is dropped; None where it stays.
    """

    _answered = Signal(object, object, str)

    def __init__(
        self, parent: QObject | None = None, *, rest_milliseconds: int | None = None
    ) -> None:
        super().__init__(parent)
        self._lane = Lane("measuring")
        self._worker = OwnWorker(in_front=True)
        self._waiting = _Waiting()
        self._is_closed = False
        self._rests = rest_milliseconds is not None
        self._rest = QTimer(self, singleShot=True, interval=rest_milliseconds or 0)
        self._rest.timeout.connect(self._end_idle_process)
        self._answered.connect(self._hand_out, Qt.ConnectionType.QueuedConnection)

    def ask(self, wish: Wish) -> None:
        """Measure something; it may still be dropped."""
        self._rest.stop()
        self._waiting.put(wish)
        self._lane.do(self._measure_next)

    def drop(self, wish: Wish) -> None:
        """Nobody waits for it any more."""
        wish.is_dropped = True
        if self._rests and wish is self._waiting.present:
            self._end_process()

    def process_ids(self) -> tuple[int, ...]:
        """The process that is running now, if any."""
        return self._worker.process_ids()

    def close(self) -> None:
        """End thread and process, once files are written; nothing is answered any more."""
        self._is_closed = True
        if self._waiting.keep_what_writes():
            self._lane.finish()
        self._worker.close()
        self._lane.close()

    @Slot()
    def _end_idle_process(self) -> None:
        if self._waiting.present is None:
            self._end_process()

    def _end_process(self) -> None:
        """Another one starts with the next wish."""
        if not self._is_closed:
            ended, self._worker = self._worker, OwnWorker(in_front=True)
            ended.close(wait=False)  # this is the window's thread

    def _measure_next(self) -> None:
        wish = self._waiting.next()
        if wish is None or self._lane.stopping:
            return
        try:
            self._measure(wish)
        finally:
            self._waiting.end_present()

    def _measure(self, wish: Wish) -> None:
        answer, sentence = None, ""
        try:
            answer = self._worker.ask(wish.work, *wish.arguments, seconds_at_most=_SECONDS_AT_MOST)
        except ClosedError:
            if not wish.is_dropped and not self._is_closed:  # another one's process was ended
                self._waiting.put(wish)
                self._lane.do(self._measure_next)
            return
        except (SoundError, ExportFailed) as error:
            sentence = str(error)
        except NoAnswerError as error:
            log.info("%r could not be measured: %s", wish.name, error)
            sentence = f"“{wish.name}” could not be measured."
        if not self._lane.stopping:
            self._answered.emit(wish, answer, sentence)

    @Slot(object, object, str)
    def _hand_out(self, wish: object, answer: object, sentence: str) -> None:
        assert isinstance(wish, Wish)
        if self._rests:
            self._rest.start()
        if self._is_closed or wish.is_dropped:
            return
        if sentence:
            wish.failed(sentence)
        else:
            wish.done(answer)
