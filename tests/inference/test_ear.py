"""How the frames of a track fall into chunks and pieces."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.dsp.spec import STANDARD_MEL, StatisticsSpec
from genre_desktop.dsp.statistics import piece_statistics
from genre_desktop.inference.classifier import Classifier
from genre_desktop.inference.ear import Ear
from genre_desktop.inference.manifest import Graph
from genre_desktop.inference.package import Package, read_package

Levels = NDArray[np.float32]


class RecordingClassifier(Classifier):
    """A real classifier that remembers what it was fed."""

    def __init__(self, package: Package) -> None:
        super().__init__(package.model, graph_of(package))
        self.fed: list[Levels] = []

    def run(self, features: Levels) -> dict[str, Levels]:
        self.fed.append(features)
        return dict(super().run(features))


def graph_of(package: Package) -> Graph:
    assert package.manifest.graph is not None
    return package.manifest.graph


@pytest.fixture
def mel_package(tiny_models: Path) -> Package:
    return read_package(tiny_models / "tiny-mel")


@pytest.fixture
def statistics_package(tiny_models: Path) -> Package:
    return read_package(tiny_models / "tiny-statistics")


def frames_of(seconds: float) -> Levels:
    frames = STANDARD_MEL.frames_in(round(seconds * STANDARD_MEL.sample_rate))
    rng = np.random.default_rng(3)
    return rng.uniform(-60, 20, (STANDARD_MEL.mel_bands, frames)).astype(np.float32)


@pytest.mark.parametrize(
    ("seconds", "chunks"),
    [
        (3.0, [126]),
        (29.9, [1_284]),
        (30.0, [1_288]),
        (30.1, [1_292, 126]),
        (31.0, [1_292, 126]),
        (33.1, [1_292, 130]),
        (60.1, [1_292, 1_292, 126]),
        (61.0, [1_292, 1_292, 126]),
        (75.0, [1_292, 1_292, 642]),
    ],
)
def test_a_track_falls_into_chunks(mel_package: Package, seconds: float, chunks: list[int]) -> None:
    classifier = RecordingClassifier(mel_package)
    ear = Ear(graph_of(mel_package), classifier)
    ear.hear(frames_of(seconds))
    ear.answer()

    assert [fed.shape[2] for fed in classifier.fed] == chunks


def test_what_was_pushed_before_the_end_of_a_chunk_is_heard_apart(mel_package: Package) -> None:
    levels = frames_of(40.0)
    classifier = RecordingClassifier(mel_package)
    ear = Ear(graph_of(mel_package), classifier)
    for start, stop in ((0, 126), (126, 400), (400, 400)):
        ear.hear(levels[:, start:stop])
        ear.end_chunk()
    answer = ear.answer()

    assert [fed.shape[2] for fed in classifier.fed] == [126, 274]
    alone = [classifier.run(fed)["logits"][0] for fed in tuple(classifier.fed)]
    expected = (126 * alone[0] + 274 * alone[1]) / 400
    np.testing.assert_allclose(answer.means()["logits"], expected, rtol=1e-5)
    assert [len(row.levels_db) for row in answer.rows] == [1, 3]


def test_a_short_rest_is_the_end_of_the_track_and_weighs_its_new_frames(
    mel_package: Package,
) -> None:
    levels = frames_of(31.0)
    classifier = RecordingClassifier(mel_package)
    ear = Ear(graph_of(mel_package), classifier)
    ear.hear(levels)
    heard = ear.answer()

    np.testing.assert_array_equal(classifier.fed[1][0], levels[:, -126:])
    chunk = classifier.run(levels[None, :, :1_292])["logits"][0]
    rest = classifier.run(levels[None, :, -126:])["logits"][0]
    new = levels.shape[1] - 1_292
    expected = (1_292 * chunk + new * rest) / levels.shape[1]
    np.testing.assert_allclose(heard.pool.means()[0], expected, rtol=1e-6)


def test_chunks_weigh_by_their_frames(mel_package: Package) -> None:
    levels = frames_of(40.0)
    classifier = Classifier(mel_package.model, graph_of(mel_package))
    ear = Ear(graph_of(mel_package), classifier)
    ear.hear(levels)
    pool = ear.answer().pool

    parts = [levels[:, :1_292], levels[:, 1_292:]]
    for name, mean in zip(("logits", "embedding"), pool.means(), strict=True):
        said = [classifier.run(part[None])[name][0] * part.shape[1] for part in parts]
        np.testing.assert_allclose(mean, sum(said) / levels.shape[1], rtol=1e-5)


def test_an_answer_on_the_way_changes_nothing(mel_package: Package) -> None:
    levels = frames_of(40.0)
    ears = [Ear(graph_of(mel_package), RecordingClassifier(mel_package)) for _ in range(2)]
    for start in range(0, levels.shape[1], 100):
        for ear in ears:
            ear.hear(levels[:, start : start + 100])
        ears[0].answer()

    first, second = (ear.answer() for ear in ears)
    np.testing.assert_array_equal(first.pool.means()[0], second.pool.means()[0])
    assert len(first.rows) == len(second.rows)


@pytest.mark.parametrize(
    ("seconds", "pieces"), [(3.0, 1), (30.0, 10), (31.0, 11), (33.1, 12), (61.0, 21), (40.0, 14)]
)
@pytest.mark.parametrize("name", ["tiny-mel", "tiny-statistics"])
def test_every_three_seconds_are_a_piece(
    tiny_models: Path, name: str, seconds: float, pieces: int
) -> None:
    package = read_package(tiny_models / name)
    ear = Ear(graph_of(package), RecordingClassifier(package))
    ear.hear(frames_of(seconds))
    rows = ear.answer().rows

    assert ear.piece_seconds == pytest.approx(3.0, abs=1e-4)
    assert sum(len(row.levels_db) for row in rows) == pieces
    assert sum(len(row.logits) for row in rows if row.logits is not None) == pieces


def test_a_piece_takes_the_span_that_holds_its_middle(mel_package: Package) -> None:
    levels = frames_of(30.0)
    classifier = RecordingClassifier(mel_package)
    ear = Ear(graph_of(mel_package), classifier)
    ear.hear(levels)
    row = ear.answer().rows[0].logits

    spans = classifier.run(levels[None])["piece_logits"][0]
    assert row is not None
    np.testing.assert_array_equal(row, spans[:10])


def test_a_graph_without_pieces_gives_none(mel_package: Package) -> None:
    graph = graph_of(mel_package)
    without = replace(graph, outputs=graph.outputs[:2])
    ear = Ear(without, Classifier(mel_package.model, without))
    ear.hear(frames_of(31.0))

    assert all(row.logits is None for row in ear.answer().rows)


def test_statistics_are_taken_of_pieces_and_weigh_by_their_frames(
    statistics_package: Package,
) -> None:
    levels = frames_of(7.0)  # 298 frames: 129, 129 and a rest of 40, heard as the last 126
    graph = graph_of(statistics_package)
    classifier = RecordingClassifier(statistics_package)
    ear = Ear(graph, classifier)
    ear.hear(levels)
    heard = ear.answer()

    assert isinstance(graph.features, StatisticsSpec)
    pieces = [levels[:, :129], levels[:, 129:258], levels[:, -126:]]
    expected = np.stack([piece_statistics(piece, graph.features) for piece in pieces])
    np.testing.assert_array_equal(classifier.fed[0], expected)
    logits = classifier.run(expected)["logits"]
    weights = np.array([129, 129, levels.shape[1] - 258])
    mean = (logits * weights[:, None]).sum(axis=0) / weights.sum()
    np.testing.assert_allclose(heard.pool.means()[0], mean, rtol=1e-6)
