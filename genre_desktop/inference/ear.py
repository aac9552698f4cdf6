"""Hears log-mel frames through one graph, in chunks and pieces as the package contract says.

The frames of a track are those of one continuous transform; a chunk is `chunk_frames` of them, and
a frame that straddles the end of a chunk's sound belongs to the chunk in which it starts. What is
left at the end is heard by itself, or, where it is shorter than `shortest_frames`, as the track's
last `shortest_frames`, and then weighs only its new frames. A clip of 30.0 s (1,288 frames) is one
chunk of 1,292. Pieces have equal length: a tenth of that chunk, 3.0 s. Silent pieces weigh nothing.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.spec import MelSpec, StatisticsSpec
from genre_desktop.dsp.statistics import piece_statistics
from genre_desktop.inference.classifier import Classifier
from genre_desktop.inference.manifest import Graph
from genre_desktop.inference.pooling import PieceRow, Pool, Values, heard_pieces

Levels = NDArray[np.float32]

_POOLED = ("logits", "embedding", "distance")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Frames that are heard at once.

    Attributes:
        levels: float32 (mel_bands, frames), in dB.
        new: How many of them, at the end, were not heard before.
    """

    levels: Levels
    new: int

    def pieces(self, pieces_in_chunk: int, chunk_frames: int) -> list[tuple[int, int]]:
        """Start and stop of the pieces of the new frames; the last may be shorter."""
        first, end = self.levels.shape[1] - self.new, self.levels.shape[1]
        edges = [first + round(i * chunk_frames / pieces_in_chunk) for i in range(pieces_in_chunk)]
        starts = [edge for edge in edges if edge < end]
        return list(zip(starts, [*starts[1:], end], strict=True))


@dataclass(frozen=True, slots=True)
class Heard:
    """All that was heard up to a moment: the pool and the pieces.

    Attributes:
        names: Of the outputs in the pool; "logits" come first.
    """

    names: tuple[str, ...]
    pool: Pool
    rows: tuple[PieceRow, ...]

    def means(self) -> dict[str, Values]:
        """The mean of each output in the pool."""
        return dict(zip(self.names, self.pool.means(), strict=True))


class Ear:
    """Hears the frames of one track through one graph; memory grows only with the pieces."""

    def __init__(self, graph: Graph, classifier: Classifier) -> None:
        self.graph = graph
        self._classifier = classifier
        given = {output.name for output in graph.outputs}
        self._pooled = tuple(name for name in _POOLED if name in given)
        self._tail = _no_frames(self.mel)
        self._waiting = _no_frames(self.mel)
        self._pool = Pool()
        self._rows: list[PieceRow] = []

    @property
    def mel(self) -> MelSpec:
        """The spectrogram that it hears."""
        return mel_of(self.graph)

    @property
    def pieces_in_chunk(self) -> int:
        """Into how many pieces a chunk is divided."""
        return max(1, round(self.graph.chunk_frames / self.graph.piece_frames))

    @property
    def piece_seconds(self) -> float:
        """The length of a piece."""
        frames = self.graph.chunk_frames / self.pieces_in_chunk
        return frames * self.mel.hop_samples / self.mel.sample_rate

    @property
    def shortest_seconds(self) -> float:
        """The least that is heard by itself."""
        return self.mel.samples_for(self.graph.shortest_frames) / self.mel.sample_rate

    def hear(self, levels: Levels) -> None:
        """Takes the next frames, float32 (mel_bands, frames)."""
        self._waiting = np.concatenate([self._waiting, levels], axis=1)
        length = self.graph.chunk_frames
        while self._waiting.shape[1] >= length:
            chunk, self._waiting = self._waiting[:, :length], self._waiting[:, length:]
            self._pool, row = self._add(self._pool, Stretch(chunk, length))
            self._rows.append(row)
            self._tail = chunk[:, -self.graph.shortest_frames :]

    def end_chunk(self) -> None:
        """Hears what waits as a chunk by itself: what comes next lies elsewhere in the track."""
        last = self._last()
        if last is not None:
            self._pool, row = self._add(self._pool, last)
            self._rows.append(row)
            self._tail = last.levels[:, -self.graph.shortest_frames :]
            self._waiting = _no_frames(self.mel)

    def answer(self, repeated: Levels | None = None) -> Heard:
        """What the track says if it ends here.

        Args:
            repeated: A track that is shorter than `shortest_frames` repeated to that length.
        """
        last = self._last() if repeated is None else Stretch(repeated, repeated.shape[1])
        if last is None:
            return Heard(self._pooled, self._pool, tuple(self._rows))
        pool, row = self._add(self._pool, last)
        return Heard(self._pooled, pool, (*self._rows, row))

    def _last(self) -> Stretch | None:
        """The frames that wait as they are heard where nothing follows; None without any."""
        rest, shortest = self._waiting.shape[1], self.graph.shortest_frames
        if not rest:
            return None
        if rest >= shortest:
            return Stretch(self._waiting, rest)
        joined = np.concatenate([self._tail, self._waiting], axis=1)
        return Stretch(joined[:, -shortest:], rest)

    def _add(self, pool: Pool, stretch: Stretch) -> tuple[Pool, PieceRow]:
        if isinstance(self.graph.features, StatisticsSpec):
            return self._add_statistics(pool, stretch, self.graph.features)
        return self._add_chunk(pool, stretch)

    def _add_chunk(self, pool: Pool, stretch: Stretch) -> tuple[Pool, PieceRow]:
        given = self._classifier.run(stretch.levels[None])
        cuts = stretch.pieces(self.pieces_in_chunk, self.graph.chunk_frames)
        levels_db = _loudest(stretch.levels, cuts)
        said = tuple(given[name][0] for name in self._pooled)
        frames = np.array([stop - start for start, stop in cuts])[heard_pieces(levels_db)].sum()
        pool = pool.with_stretch(int(frames), float(levels_db.max()), said)
        if "piece_logits" not in given:
            return pool, PieceRow(None, levels_db)
        # A feature map's spans and our equal pieces differ by a few frames: take the span that
        # holds a piece's middle; the last span reaches to the end.
        spans = given["piece_logits"][0]
        middles = [(start + stop) // 2 for start, stop in cuts]
        chosen = [min(middle // self.graph.piece_frames, len(spans) - 1) for middle in middles]
        return pool, PieceRow(spans[chosen], levels_db)

    def _add_statistics(
        self, pool: Pool, stretch: Stretch, spec: StatisticsSpec
    ) -> tuple[Pool, PieceRow]:
        cuts = stretch.pieces(self.pieces_in_chunk, self.graph.chunk_frames)
        least = self.graph.shortest_frames
        wide = [stretch.levels[:, max(0, min(start, stop - least)) : stop] for start, stop in cuts]
        statistics = np.stack([piece_statistics(piece, spec) for piece in wide])
        given = self._classifier.run(statistics)
        levels_db = _loudest(stretch.levels, cuts)
        for piece, ((start, stop), level) in enumerate(zip(cuts, levels_db, strict=True)):
            said = tuple(given[name][piece] for name in self._pooled)
            pool = pool.with_stretch(stop - start, float(level), said)
        return pool, PieceRow(given["logits"], levels_db)


def mel_of(graph: Graph) -> MelSpec:
    """The spectrogram that a graph's features are, or are taken from."""
    return graph.features if isinstance(graph.features, MelSpec) else graph.features.mel


def _no_frames(mel: MelSpec) -> Levels:
    return np.empty((mel.mel_bands, 0), np.float32)


def _loudest(levels: Levels, cuts: list[tuple[int, int]]) -> NDArray[np.float32]:
    return np.array([levels[:, start:stop].max() for start, stop in cuts], np.float32)
