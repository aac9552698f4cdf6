"""Columns of levels as they come, against the features of whole recordings."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.core.track_spectrum import Channel, Look
from genre_desktop.dsp.dbfs import SpectrumSpec, Window, dbfs, power_at
from genre_desktop.dsp.frequency_axis import Rows, Scale
from genre_desktop.dsp.mel import log_mel
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.services.spectrogram.column_ring import ColumnRing
from genre_desktop.services.spectrogram.live_columns import LiveSpec, axis_for, columns_for
from tests.support.sounds import RATE, music, stereo

LOOK = Look(Channel.BOTH, Window.HANN, 2_048)
MEL_RATE = STANDARD_MEL.sample_rate
FRAME_RATE = MEL_RATE / STANDARD_MEL.hop_samples


def sound(rate: int = RATE, seconds: float = 3.0) -> NDArray[np.float32]:
    return np.ascontiguousarray(stereo(music(seconds, rate=rate)).T)


def made(
    spec: LiveSpec, stereo: NDArray[np.float32], rate: int, blocks: int
) -> NDArray[np.float32]:
    columns = columns_for(spec, rate)
    return np.concatenate([columns.push(part) for part in np.array_split(stereo, blocks)])


def between_bands(frames: NDArray[Any]) -> NDArray[np.float32]:
    """(n, bands) where each of so many rows has its middle: bands peak at equal mel distances."""
    bands = STANDARD_MEL.mel_bands
    peaks = np.arange(1, bands + 1) / (bands + 1)
    middles = (np.arange(bands) + 0.5) / bands
    return np.stack([np.interp(middles, peaks, frame) for frame in frames]).astype(np.float32)


@pytest.mark.parametrize("scale", list(Scale))
@pytest.mark.parametrize("per_second", [20.0, 78.3, 300.0])
def test_any_cutting_into_blocks_gives_the_same_columns(scale: Scale, per_second: float) -> None:
    spec = LiveSpec(scale, LOOK, 100, per_second)
    at_once, in_blocks = (made(spec, sound(), RATE, blocks) for blocks in (1, 41))
    assert abs(len(at_once) - len(in_blocks)) <= 2
    count = min(len(at_once), len(in_blocks))
    np.testing.assert_allclose(at_once[:count], in_blocks[:count], atol=2e-2)


def test_the_mel_view_shows_the_models_frames() -> None:
    stereo = sound(MEL_RATE)
    frames = log_mel(stereo.mean(axis=1), STANDARD_MEL)
    spec = LiveSpec(Scale.MEL, LOOK, STANDARD_MEL.mel_bands, FRAME_RATE)
    columns = made(spec, stereo, MEL_RATE, 7)
    # a column's middle lies between the centres of frames k − 2 and k − 1, half way
    expected = between_bands((frames[:, :-1] + frames[:, 1:]).T / 2)
    places = np.arange(10, 100)
    shown = columns[places] - columns[places].mean()
    wanted = expected[places - 2] - expected[places - 2].mean()
    np.testing.assert_allclose(shown, wanted, atol=1e-2)


@pytest.mark.parametrize("scale", list(Scale))
def test_a_tone_stands_at_its_frequency(scale: Scale) -> None:
    rows = 400
    for hz in (700.0, 3_000.0, 9_000.0):
        tone = 0.5 * np.sin(2 * np.pi * hz * np.arange(RATE) / RATE).astype(np.float32)
        columns = made(LiveSpec(scale, LOOK, rows, 50.0), np.stack([tone, tone], 1), RATE, 3)
        column = columns[len(columns) // 2]
        power = np.where(column > column.max() - 12, 10 ** (column / 10), 0.0)
        row = (power * (np.arange(rows) + 0.5)).sum() / power.sum()
        assert row == pytest.approx(rows * axis_for(scale, RATE).height_of(hz), abs=1.0)


@pytest.mark.parametrize("scale", [Scale.LINEAR, Scale.LOGARITHMIC])
def test_a_columns_time_is_the_middle_of_its_window(scale: Scale) -> None:
    stereo = sound()
    spec = LiveSpec(scale, LOOK, 80, 50.0)
    columns = made(spec, stereo, RATE, 9)
    spectrum = SpectrumSpec(RATE, 2_048, Window.HANN)
    centres = np.floor((np.arange(len(columns)) + 0.5) * RATE / 50.0).astype(np.int64)
    left, right = (power_at(stereo[:, each], centres, spectrum) for each in (0, 1))
    levels = dbfs(np.float32(0.5) * (left + right))
    rows = Rows(axis_for(scale, RATE), 80, spectrum.bin_hz, spectrum.bins)
    np.testing.assert_allclose(columns, rows.levels(levels), atol=1e-2)


def test_a_click_is_seen_when_it_is_heard() -> None:
    stereo = np.zeros((2 * RATE, 2), np.float32)
    stereo[RATE] = 1.0
    for scale in Scale:
        columns = made(LiveSpec(scale, LOOK, 40, 100.0), stereo, RATE, 5)
        loud = np.average(np.arange(len(columns)), weights=10 ** (columns.max(axis=1) / 10))
        assert (loud + 0.5) / 100.0 == pytest.approx(1.0, abs=0.02)


@pytest.mark.training
@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize("scale", [Scale.LINEAR, Scale.LOGARITHMIC])
def test_librosa_measures_what_the_measuring_views_show(scale: Scale, channel: Channel) -> None:
    import librosa

    hop = 441
    stereo = sound()
    of_channel: dict[Channel, NDArray[np.float32]] = {
        Channel.BOTH: stereo.T,
        Channel.LEFT: stereo.T[:1],
        Channel.RIGHT: stereo.T[1:],
        Channel.MID: stereo.T.mean(axis=0, keepdims=True),
        Channel.SIDE: (stereo.T[:1] - stereo.T[1:]) * np.float32(0.5),
    }
    signals = of_channel[channel]
    spec = LiveSpec(scale, Look(channel, Window.HANN, 2_048), 90, RATE / hop)
    columns = made(spec, stereo, RATE, 6)
    # the middle of column k is sample 441·k + 220, so the window of the third begins at 519
    frames = librosa.stft(
        signals[:, 3 * hop + 220 - 1_024 :], n_fft=2_048, hop_length=hop, center=False
    )
    reference = np.sqrt((np.abs(frames) ** 2).mean(axis=0))
    reference /= float(librosa.filters.get_window("hann", 2_048).sum())
    reference[1:-1] *= 2.0
    levels = (20.0 * np.log10(np.maximum(reference, 1e-7))).T.astype(np.float32)
    rows = Rows(axis_for(scale, RATE), 90, RATE / 2_048, 1_025)
    np.testing.assert_allclose(columns[3:103], rows.levels(levels[:100]), atol=0.05)


@pytest.mark.training
def test_librosa_measures_what_the_mel_view_shows() -> None:
    import librosa

    stereo = sound(MEL_RATE)
    mel = STANDARD_MEL
    power = librosa.feature.melspectrogram(
        y=stereo.mean(axis=1), sr=mel.sample_rate, n_fft=mel.window_samples,
        hop_length=mel.hop_samples, n_mels=mel.mel_bands, fmin=mel.low_hz, fmax=mel.high_hz,
        center=False,
    )  # fmt: skip
    reference = 10.0 * np.log10(np.maximum(power, 1e-10))
    spec = LiveSpec(Scale.MEL, LOOK, mel.mel_bands, FRAME_RATE)
    columns = made(spec, stereo, MEL_RATE, 7)
    places = np.arange(10, 100)
    between = between_bands((reference[:, places - 2] + reference[:, places - 1]).T / 2)
    offset = float((columns[places] - between).mean())
    np.testing.assert_allclose(columns[places] - offset, between, atol=0.02)


def test_channels_are_told_apart_in_the_measuring_views() -> None:
    stereo = np.zeros((RATE, 2), np.float32)
    stereo[:, 0] = music(1.0)
    right = LiveSpec(Scale.LINEAR, Look(Channel.RIGHT, Window.HANN, 2_048), 40, 50.0)
    assert made(right, stereo, RATE, 3).max() < -130.0


@pytest.mark.parametrize("scale", [Scale.LINEAR, Scale.LOGARITHMIC])
def test_what_is_opposite_in_the_channels_is_seen_in_both_of_them(scale: Scale) -> None:
    left = music(1.0)
    opposite, alike = np.stack([left, -left], axis=1), np.stack([left, left], axis=1)
    spec = LiveSpec(scale, LOOK, 40, 50.0)
    np.testing.assert_array_equal(made(spec, opposite, RATE, 3), made(spec, alike, RATE, 3))
    mid = LiveSpec(scale, Look(Channel.MID, Window.HANN, 2_048), 40, 50.0)
    assert made(mid, opposite, RATE, 3).max() < -130.0


def test_a_ring_keeps_the_last_columns_and_says_which() -> None:
    ring = ColumnRing(2, 64)
    for start in range(0, 200, 8):
        ring.append(np.repeat(np.arange(start, start + 8, dtype=np.float32)[:, None], 2, axis=1))
    first, columns = ring.read(0, 500)
    assert first == ring.begin
    assert columns[:, 0].tolist() == list(range(first, 200))
    assert len(columns) >= 48
    assert len(ring.read(300, 400)[1]) == 0
