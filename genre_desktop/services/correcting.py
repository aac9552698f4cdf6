"""Keeps the user's word on genres, and puts it on whatever is heard."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from genre_desktop.core.corrected import corrected, key_of
from genre_desktop.core.track import AudioKey, Correction, Outcome
from genre_desktop.services.lane import Lane

Change = tuple[AudioKey, Correction | None]


class Correcting(QObject):
    """All corrections, in memory; a thread reads and keeps them.

    Attributes:
        unread: Why what was kept could not be read, a sentence; else empty.
        times_said: How often anything was said, to see whether more was.

    Signals:
        outcomes: A tuple of `Outcome`s as they were heard, with the user's word on them.
        changed: A tuple of pairs: what was corrected, and how; None where that was taken back.
        failed: A sentence: what could not be read or kept.
    """

    outcomes = Signal(tuple)
    changed = Signal(tuple)
    failed = Signal(str)
    _loaded = Signal(tuple)
    _refused = Signal(str)
    _not_read = Signal(str)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        """Prepare; nothing is read yet.

        Args:
            file: Where corrections lie.
            parent: The Qt parent.
        """
        super().__init__(parent)
        self.unread = ""
        self.times_said = 0
        self._file = file
        self._lane = Lane("corrections")
        self._known: dict[AudioKey, Correction | None] = {}  # None: it was taken back
        self._made: set[AudioKey] = set()  # before what was kept had been read
        self._is_read = False
        self._loaded.connect(self._take_loaded, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self.failed, Qt.ConnectionType.QueuedConnection)
        self._not_read.connect(self._take_not_read, Qt.ConnectionType.QueuedConnection)

    def load(self) -> None:
        """Read what was kept."""
        self._lane.do(self._load)

    @Slot(tuple)
    def take(self, outcomes: Sequence[Outcome]) -> None:
        """Pass on what was heard."""
        self.outcomes.emit(tuple(corrected(one, self._known) for one in outcomes))

    def correct(self, changes: Iterable[Change]) -> None:
        """Keep corrections, or forget those that are None."""
        changed = tuple(changes)  # of hundreds of thousands, so that nothing is asked of each
        self.times_said += 1
        if not self._is_read:
            self._made.update(dict(changed))
        self._known.update(changed)
        self.changed.emit(changed)
        self._lane.do(lambda: self._keep(changed))

    def correction_of(self, key: AudioKey) -> Correction | None:
        """The user's word on some audio, None where there is none."""
        return self._known.get(key)

    def all(self) -> dict[AudioKey, Correction]:
        """Every correction as it is now."""
        return {key: one for key, one in self._known.items() if one is not None}

    def changed_since(self, outcomes: Iterable[Outcome]) -> tuple[Change, ...]:
        """What the user says of tracks by now, where their outcomes say something else."""
        corrected_audio = {audio_hash for audio_hash, _ in self._known}
        changed = {
            key: self._known.get(key)
            for outcome in outcomes  # of which there may be thousands, with few corrections
            if outcome.correction is not None or outcome.audio_hash in corrected_audio
            if (key := key_of(outcome)) is not None and self._known.get(key) != outcome.correction
        }
        return tuple(changed.items())

    def genres(self) -> list[str]:
        """All genres that were ever given, the most frequent first."""
        tally = Counter(one.genre for one in self._known.values() if one is not None)
        return [genre for genre, _ in tally.most_common()]

    def close(self) -> None:
        """Keep what was corrected and end the thread."""
        self._lane.finish()

    # In the lane's thread

    def _load(self) -> None:
        from genre_desktop.core.corrections import CorrectionsUnavailable, known_corrections

        try:
            self._loaded.emit(tuple(known_corrections(self._file).items()))
        except CorrectionsUnavailable as unavailable:
            self._not_read.emit(unavailable.sentence)

    def _keep(self, changes: Sequence[Change]) -> None:
        from genre_desktop.core.corrections import Corrections, CorrectionsUnavailable

        try:
            with Corrections.open(self._file) as opened:
                opened.keep(changes)
        except CorrectionsUnavailable as unavailable:
            self._refused.emit(unavailable.sentence)

    # In the window's thread

    @Slot(str)
    def _take_not_read(self, sentence: str) -> None:
        self.unread = sentence
        self.failed.emit(sentence)

    @Slot(tuple)
    def _take_loaded(self, loaded: tuple[tuple[AudioKey, Correction], ...]) -> None:
        fresh = {key: one for key, one in loaded if key not in self._made}
        self._known |= fresh
        self._made.clear()
        self._is_read = True
        self.times_said += 1
        self.changed.emit(tuple(fresh.items()))
