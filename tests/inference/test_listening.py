"""From samples to a verdict, by packages of each kind."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.inference.logits import probabilities
from genre_desktop.inference.model import Model, open_model
from genre_desktop.inference.verdict import Verdict
from tests.support.packages import GTZAN, mel_package, tone_for

Samples = NDArray[np.float32]
KINDS = ["tiny-mel", "tiny-statistics", "tiny-ensemble"]


@pytest.fixture(params=KINDS)
def model(request: pytest.FixtureRequest, tiny_models: Path) -> Model:
    return open_model(tiny_models / request.param)


def music(seconds: float) -> Samples:
    """Noise whose colour and level wander, so that every piece of it is another."""
    rng = np.random.default_rng(11)
    samples = round(seconds * 22_050)
    noise = rng.standard_normal(samples)
    smooth = np.convolve(noise, np.ones(40) / 6, mode="same")
    share = 0.5 + 0.5 * np.sin(np.arange(samples) / 22_050)
    return (0.1 * (share * smooth + (1 - share) * noise)).astype(np.float32)


def heard(model: Model, samples: Samples, block: int = 40_000) -> Verdict:
    listening = model.listen(with_tempo=False)
    for start in range(0, samples.size, block):
        listening.push(samples[start : start + block])
    return listening.verdict()


def assert_alike(one: Verdict, other: Verdict, tolerance: float = 1e-4) -> None:
    np.testing.assert_allclose(one.probabilities, other.probabilities, atol=tolerance)
    assert (one.unsure, one.heard_seconds) == (other.unsure, other.heard_seconds)
    assert one.timeline is not None
    assert other.timeline is not None
    np.testing.assert_array_equal(one.timeline.heard, other.timeline.heard)
    rows, others = (
        timeline.probabilities[timeline.heard] for timeline in (one.timeline, other.timeline)
    )
    np.testing.assert_allclose(rows, others, atol=tolerance + 1e-3)


@pytest.mark.parametrize("label", [0, 4, 9])
def test_a_sound_is_given_its_label(model: Model, label: int) -> None:
    verdict = heard(model, tone_for(label, len(GTZAN), 12.0))

    assert verdict.ranked()[0][0] == GTZAN[label]
    assert verdict.labels == GTZAN
    assert verdict.probabilities.dtype == np.float32
    assert verdict.probabilities.sum() == pytest.approx(1.0, abs=1e-5)
    assert (verdict.model, verdict.version) == (model.manifest.name, "1.0")
    assert verdict.heard_seconds == pytest.approx(12.0)


@pytest.mark.parametrize(
    ("block", "seconds"), [(1, 0.2), (31, 3.2), (511, 35.0), (22_050, 65.0), (10_000_000, 65.0)]
)
def test_the_size_of_blocks_does_not_change_the_verdict(
    model: Model, block: int, seconds: float
) -> None:
    samples = music(seconds)

    assert_alike(heard(model, samples, block), heard(model, samples))


@pytest.mark.parametrize("gain_db", [-20.0, 20.0])
def test_gain_does_not_change_the_verdict(model: Model, gain_db: float) -> None:
    samples = np.concatenate([music(35.0), 1e-4 * music(9.0)]).astype(np.float32)
    louder = samples * np.float32(10 ** (gain_db / 20))

    assert_alike(heard(model, louder), heard(model, samples), tolerance=2e-3)


@pytest.mark.parametrize("samples", [1, 100, 2_047, 2_048, 22_050, 66_047])
def test_a_short_track_is_heard_repeated(model: Model, samples: int) -> None:
    short = music(3.0)[:samples]
    whole = np.resize(short, 66_048)

    verdict = heard(model, short)
    np.testing.assert_allclose(verdict.probabilities, heard(model, whole).probabilities, atol=1e-5)
    assert verdict.heard_seconds == pytest.approx(samples / 22_050)
    assert verdict.timeline is not None
    assert len(verdict.timeline.heard) == 1


def test_a_verdict_can_be_had_at_any_time(model: Model) -> None:
    samples = music(50.0)
    listening = model.listen(with_tempo=False)
    for start in range(0, samples.size, 100_000):
        listening.push(samples[start : start + 100_000])
        so_far = listening.verdict()
        assert_alike(so_far, heard(model, samples[: start + 100_000]))


def test_the_end_of_a_chunk_keeps_what_follows_apart(model: Model) -> None:
    listening = model.listen(with_tempo=False)
    logarithms = []
    for part in (music(6.0), tone_for(4, len(GTZAN), 6.0)):
        listening.push(part)
        listening.end_chunk()
        logarithms.append(np.log(heard(model, part).probabilities))
    expected = np.exp(np.mean(logarithms, axis=0))
    verdict = listening.verdict()
    np.testing.assert_allclose(verdict.probabilities, expected / expected.sum(), atol=1e-3)
    assert verdict.heard_seconds == pytest.approx(12.0)


def test_nothing_heard_is_no_verdict(model: Model) -> None:
    with pytest.raises(ValueError, match="at least one sample"):
        model.listen(with_tempo=False).verdict()


def test_a_model_listens_to_tracks_side_by_side(model: Model) -> None:
    one, other = model.listen(with_tempo=False), model.listen(with_tempo=False)
    for start in range(0, 300_000, 100_000):
        one.push(tone_for(1, 10, 20.0)[start : start + 100_000])
        other.push(tone_for(8, 10, 20.0)[start : start + 100_000])

    assert one.verdict().ranked()[0][0] == GTZAN[1]
    assert other.verdict().ranked()[0][0] == GTZAN[8]


def test_the_timeline_follows_the_music_and_knows_silence(model: Model) -> None:
    silence = np.zeros(9 * 22_050, np.float32)
    track = [tone_for(2, 10, 15.0), silence, tone_for(7, 10, 15.0)]
    timeline = heard(model, np.concatenate(track)).timeline

    assert timeline is not None
    assert timeline.piece_seconds == pytest.approx(3.0, abs=1e-3)
    assert timeline.probabilities.dtype == np.float16
    assert timeline.probabilities.shape == (13, 10)
    np.testing.assert_allclose(timeline.probabilities.astype(float).sum(axis=1), 1.0, atol=5e-3)
    best = timeline.probabilities.argmax(axis=1)
    assert best[:4].tolist() == [2] * 4
    assert best[9:].tolist() == [7] * 4
    # A piece's windows reach 0.1 s into the next one.
    assert timeline.heard.tolist()[:4] == [True] * 4
    assert timeline.heard.tolist()[5:7] == [False] * 2
    assert timeline.heard.tolist()[8:] == [True] * 5


def test_silence_has_no_say_in_the_verdict(model: Model) -> None:
    tone, silence = tone_for(6, 10, 30.1), np.zeros(64 * 22_050, np.float32)
    alone = heard(model, tone).probabilities

    after = heard(model, np.concatenate([tone, silence])).probabilities
    before = heard(model, np.concatenate([silence, tone])).probabilities
    np.testing.assert_allclose(after.max(), alone.max(), atol=0.1)
    np.testing.assert_allclose(before.max(), alone.max(), atol=0.1)


def test_temperatures_and_the_threshold_are_the_manifests(tiny_models: Path) -> None:
    model = open_model(tiny_models / "tiny-mel")
    verdict = heard(model, music(20.0))
    assert verdict.embedding is not None
    groups = np.arange(128) * 10 // 128
    levels = verdict.embedding.astype(float)
    logits = np.array([levels[groups == label].mean() for label in range(10)])

    np.testing.assert_allclose(verdict.probabilities, probabilities(logits, 1.5), atol=5e-3)
    assert verdict.unsure == (verdict.probabilities.max() < 0.3)
    assert verdict.embedding.dtype == np.float16
    assert verdict.embedding.shape == (128,)


def test_an_ensemble_weighs_the_logarithms_of_its_members(tiny_models: Path) -> None:
    samples = music(40.0)
    mel, statistics, both = (heard(open_model(tiny_models / kind), samples) for kind in KINDS)

    def joined(one: NDArray[np.floating], other: NDArray[np.floating], t: float) -> Samples:
        logarithms = 0.75 * np.log(one.astype(float)) + 0.25 * np.log(other.astype(float))
        return probabilities(logarithms, t).astype(np.float32)

    expected = joined(mel.probabilities, statistics.probabilities, 1.5)
    np.testing.assert_allclose(both.probabilities, expected, atol=1e-5)
    assert mel.timeline and statistics.timeline and both.timeline  # noqa: PT018 - one fact
    pieces = joined(mel.timeline.probabilities, statistics.timeline.probabilities, 2.0)
    np.testing.assert_allclose(both.timeline.probabilities.astype(float), pieces, atol=5e-3)
    np.testing.assert_array_equal(both.embedding, mel.embedding)


def test_a_package_without_pieces_has_no_timeline(tmp_path: Path) -> None:
    verdict = heard(open_model(mel_package(tmp_path, piece_logits=False)), music(10.0))

    assert verdict.timeline is None
    assert verdict.embedding is not None


def test_tempo_is_measured_only_when_asked_for(model: Model) -> None:
    clicks = np.zeros(30 * 22_050, np.float32)
    clicks[:: 22_050 // 2] = 1.0  # 120 a minute
    burst = np.convolve(clicks, np.hanning(400), mode="same").astype(np.float32)
    listening = model.listen(with_tempo=True)
    listening.push(burst + 1e-4 * music(30.0))

    assert listening.verdict().tempo_bpm == pytest.approx(120.0, rel=0.05)
    assert heard(model, burst).tempo_bpm is None
