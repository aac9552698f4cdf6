"""The features of an index: computed once, kept on disk, read memory-mapped."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.features import FEATURE_ROWS
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.dsp.statistics import standard_statistics
from training.cache import replacing
from training.datasets.picture_forms import picture_of, read_picture
from training.datasets.processes import in_processes, with_bar
from training.datasets.tables import Table
from training.datasets.values import Index, Rejected
from training.features.keys import digest_of
from training.features.measures import FROM_LOG_MEL, Measure, samples_of
from training.features.pieces import Pieces, frames_of, pieces_in
from training.features.recordings import measure_recordings
from training.features.stored import keep_log_mels
from training.features.work import (
    CacheDamaged,
    LogMelJob,
    kept,
    kept_values,
    measured_of_log_mel,
    place_of,
    read_values,
)
from training.refusal import Refused

Values = NDArray[np.float32]

LOG_MEL = Measure("log_mel")
SAMPLES = Measure("samples")
# So much of log-mels stays mapped: opening one takes longer than reading a piece of it, but each
# holds a file open, of which a process usually may have 1,024.
_OPEN_BYTES = 2**28
_OPEN_FILES = 256
_STORED_KINDS = ("archive", "pictures")


class NoSuchFeature(Refused):
    """A data set cannot give a feature; the text says which and what to do."""


class CacheUnwritable(Refused):
    """The cache folder is full or may not be written; the text says which."""


class FeatureStore:
    """Features of the tracks of an index.

    What is asked for is computed for all tracks at once, in worker processes, and kept under
    the hash of the sound and of the code; a later run, or one after a kill, goes on from there.
    Tracks that give nothing are in `rejected`, and are left out of tables and pieces.
    """

    def __init__(
        self,
        index: Index,
        cache: Path,
        workers: int = 0,
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.index = index
        self._cache = cache / "features"
        self._workers = workers
        self._say = say
        self._keys: dict[Measure, dict[str, str]] = {}
        self._rejected: dict[str, Rejected] = {}
        self._open: dict[str, NDArray[np.floating]] = {}
        self._open_bytes = 0

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """Recordings that gave nothing, with the reason, so far."""
        return tuple(self._rejected.values())

    def log_mel(self, track: str) -> Values:
        """The log-mel of a track, float32 (128, frames) in dB."""
        return np.asarray(self._mapped_log_mel(track), np.float32)

    def samples(self, track: str) -> Values:
        """The sound of a track, float32 (n,) mono at 22,050 Hz.

        Raises:
            NoSuchFeature: The data set holds no sound.
        """
        return samples_of(kept(self._place(SAMPLES, track)))

    def leave_out_unheard(self, measure: Measure) -> None:
        """Compute a measure of every track; those that give nothing are no longer of the index."""
        keys = self._prepared(measure)
        kept_rows = [row for row, item in enumerate(self.index.items) if item.track in keys]
        missing = len(self.index.items) - len(kept_rows)
        if missing:
            told = f"{missing} of {len(self.index.items)} tracks gave no sound and are left out."
            index = self.index.only(kept_rows)
            self.index = replace(index, notes=(*index.notes, told))

    def picture(self, track: str) -> NDArray[np.uint8]:
        """A track as the published pictures show it, uint8 (218, 336, 4)."""
        if self.index.kind != "pictures":
            return picture_of(self._mapped_log_mel(track))
        path_of = {item.track: item.path for item in self.index.items}
        return read_picture(self.index.source / path_of[track])

    def pieces(self, seconds: float) -> Pieces:
        """Every whole piece of so many seconds of every track, in the index's order."""
        keys, frames = self._prepared(LOG_MEL), frames_of(seconds)
        rows = [row for row, item in enumerate(self.index.items) if item.track in keys]
        counts = [pieces_in(self._frames(self.index.items[row].track), frames) for row in rows]
        repeated = np.repeat(np.array(rows, np.int64), counts)
        numbers = [np.arange(count) for count in counts]
        return Pieces(
            frames=frames,
            tracks=self.index.tracks[repeated],
            rows=repeated,
            segment=np.concatenate(numbers) if numbers else np.empty(0, np.int64),
            read=self._mapped_log_mel,
        )

    def statistics(self, seconds: float | None) -> Table:
        """The seven statistics of each feature over pieces of so many seconds, or whole tracks.

        Recordings give 462 columns; stored spectrograms the 287 that need only the log-mel.
        """
        features = FROM_LOG_MEL if self._stored else tuple(FEATURE_ROWS)
        return self._table(Measure("seven", _frames(seconds), features))

    def log_mel_statistics(self, seconds: float | None) -> Table:
        """The seven statistics of what needs only the log-mel: 287 columns of any data set."""
        return self._table(Measure("seven", _frames(seconds), FROM_LOG_MEL))

    def package_statistics(self, seconds: float | None) -> Table:
        """The 78 statistics that a package of the kind "statistics" hears."""
        return self._table(Measure("package", _frames(seconds), spec=standard_statistics()))

    @cached_property
    def _stored(self) -> bool:
        return self.index.kind in _STORED_KINDS

    def _mapped_log_mel(self, track: str) -> NDArray[np.floating]:
        if track not in self._open:
            mapped: NDArray[np.floating] = kept(self._place(LOG_MEL, track))  # type: ignore[assignment]  # what LOG_MEL keeps
            self._open_bytes += mapped.nbytes
            if self._open_bytes > _OPEN_BYTES or len(self._open) >= _OPEN_FILES:
                self._open.clear()
                self._open_bytes = mapped.nbytes
            self._open[track] = mapped
        return self._open[track]

    def _frames(self, track: str) -> int:
        return _rows_in(self._place(LOG_MEL, track), np.float16, STANDARD_MEL.mel_bands)

    def _place(self, measure: Measure, track: str) -> Path:
        keys = self._prepared(measure)
        if track not in keys:
            message = f"{track} gave no sound: {self._reason(track)}"
            raise NoSuchFeature(message)
        return place_of(self._cache / measure.folder, keys[track])

    def _reason(self, track: str) -> str:
        known = self._rejected.get(track)
        return known.reason if known else f"the index of {self.index.source} does not hold it."

    def _prepared(self, measure: Measure) -> dict[str, str]:
        """Keys of a measure's arrays, which are computed where they are missing."""
        if measure not in self._keys:
            try:
                self._keys[measure] = self._prepare(measure)
            except OSError as error:
                message = f"Features cannot be kept in {self._cache} ({error}); see to its space."
                raise CacheUnwritable(message) from error
        return self._keys[measure]

    def _prepare(self, measure: Measure) -> dict[str, str]:
        if measure.needs_log_mel_only:
            return self._prepare_of_log_mels(measure)
        if self.index.kind == "table":
            message = f"{self.index.source} is a table of features; use it with tabular models."
            raise NoSuchFeature(message)
        if self._stored:
            if measure != LOG_MEL:
                message = f"{self.index.source} holds spectrograms and no sound; use recordings."
                raise NoSuchFeature(message)
            return keep_log_mels(self.index, measure, self._cache, self._say)
        keys, reasons = measure_recordings(
            self.index, measure, self._cache, self._workers, self._say
        )
        for item in self.index.items:
            if item.track in reasons:
                self._rejected[item.track] = Rejected(item.path, reasons[item.track])
        return keys

    def _prepare_of_log_mels(self, measure: Measure) -> dict[str, str]:
        keys = self._prepared(LOG_MEL)
        folder = self._cache / measure.folder
        jobs = [
            LogMelJob(track, place_of(self._cache / LOG_MEL.folder, key), measure, place)
            for track, key in keys.items()
            if not (place := place_of(folder, key)).exists()
        ]
        for job in jobs:
            _rows_in(job.log_mel, np.float16, STANDARD_MEL.mel_bands)
        finished = in_processes(measured_of_log_mel, jobs, self._workers)
        for _ in with_bar(finished, len(jobs), "Taking statistics"):
            pass
        return keys

    def _table(self, measure: Measure) -> Table:
        keys = self._prepared(measure)
        items = [item for item in self.index.items if item.track in keys]
        places = [place_of(self._cache / measure.folder, keys[item.track]) for item in items]
        columns = len(measure.names)
        counts = np.array([_rows_in(one, np.float32, columns) for one in places], np.int64)
        values = self._joined(measure, [keys[item.track] for item in items], places, counts)
        whole = measure.frames == 0
        segments = [np.full(n, -1) if whole else np.arange(n) for n in counts.tolist()]
        return Table(
            names=measure.names,
            values=values,
            tracks=np.array([item.track for item in items], np.str_).repeat(counts),
            labels=np.array([item.label for item in items], np.str_).repeat(counts),
            segment=np.concatenate(segments) if segments else np.empty(0, np.int64),
        )

    def _joined(
        self,
        measure: Measure,
        keys: list[str],
        places: list[Path],
        counts: NDArray[np.int64],
    ) -> Values:
        """One memory-mapped table of all tracks' statistics."""
        path = self._cache / "tables" / f"{digest_of(measure.folder, keys)}.npy"
        shape = int(counts.sum()), len(measure.names)
        if not path.exists() or kept_values(path, np.float32) != shape[0] * shape[1]:
            with replacing(path) as target:
                table = np.lib.format.open_memmap(target, "w+", np.float32, shape)
                row = 0
                for place, count in zip(places, counts.tolist(), strict=True):
                    table[row : row + count] = read_values(place, np.float32).reshape(count, -1)
                    row += count
                table.flush()
        joined: Values = np.load(path, mmap_mode="r")
        return joined


def _rows_in(place: Path, kind: type[np.generic], width: int) -> int:
    """How many rows of so many values are kept in a file, by its size.

    Raises:
        CacheDamaged: They are not whole.
    """
    values = kept_values(place, kind)
    if values <= 0 or values % width:
        message = f"{place} was cut off; delete it, and the same command computes it again."
        raise CacheDamaged(message)
    return values // width


def _frames(seconds: float | None) -> int:
    return frames_of(seconds) if seconds else 0
