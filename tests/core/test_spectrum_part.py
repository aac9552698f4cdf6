"""The spectrum of parts of a track at any zoom, with librosa as the referee."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.core.spectrum_part import Part, part_spectrum, track_extent
from genre_desktop.core.track_spectrum import Channel, Look
from genre_desktop.dsp.dbfs import SpectrumSpec, Window, dbfs, power_at
from genre_desktop.dsp.sound import SoundError, Span
from tests.support.sounds import RATE, music, stereo, write_sound

SECONDS = 5.0
WINDOW = 2_048
BOTH = Look(Channel.BOTH, Window.HANN, WINDOW)
SPEC = SpectrumSpec(RATE, WINDOW, Window.HANN)
OF_CHANNEL = {
    Channel.BOTH: [(1.0, 0.0), (0.0, 1.0)],
    Channel.MID: [(0.5, 0.5)],
    Channel.LEFT: [(1.0, 0.0)],
    Channel.RIGHT: [(0.0, 1.0)],
    Channel.SIDE: [(0.5, -0.5)],
}

Samples = NDArray[np.float32]


def power_of_both(sound: Samples, centres: NDArray[np.int64]) -> Samples:
    """The mean of the powers of left and right."""
    power: Samples = np.float32(0.5) * (
        power_at(sound[0], centres, SPEC) + power_at(sound[1], centres, SPEC)
    )
    return power


@pytest.fixture
def sound() -> Samples:
    """(2, n), as a file of 16 bits holds it."""
    whole = np.round(stereo(music(SECONDS)) * 2**15)
    return (whole / 2**15).astype(np.float32)


@pytest.fixture
def path(tmp_path: Path, sound: Samples) -> Path:
    return write_sound(tmp_path / "a.flac", sound, "flac")


def test_columns_narrower_than_a_window_are_taken_around_their_middles(
    path: Path, sound: Samples
) -> None:
    part = Part(2.0, 0.1, 50)
    found = part_spectrum(path, None, BOTH, part)
    centres = np.floor((2.0 + (np.arange(50) + 0.5) * 0.002) * RATE).astype(np.int64)
    wanted = dbfs(power_of_both(sound, centres))
    assert found.rate == RATE
    assert found.seconds == pytest.approx(0.1)
    np.testing.assert_allclose(found.levels, wanted, atol=0.01)


def test_wide_columns_are_means_of_power(path: Path, sound: Samples) -> None:
    found = part_spectrum(path, None, BOTH, Part(1.0, 2.0, 4))
    each = -(-RATE // 2 // (WINDOW // 2))
    middles = 1.0 * RATE + (np.arange(4 * each) + 0.5) * (RATE / 2 / each)
    power = power_of_both(sound, np.floor(middles).astype(np.int64))
    wanted = dbfs(power.reshape(4, each, -1).mean(axis=1))
    np.testing.assert_allclose(found.levels, wanted, atol=0.01)


def test_neighbouring_parts_are_those_of_the_whole(path: Path) -> None:
    whole = part_spectrum(path, None, BOTH, Part(0.0, 4.0, 256)).levels
    halves = [part_spectrum(path, None, BOTH, Part(start, 2.0, 128)).levels for start in (0.0, 2.0)]
    np.testing.assert_allclose(np.concatenate(halves), whole, atol=0.05)


def test_columns_behind_the_end_are_left_out(path: Path) -> None:
    found = part_spectrum(path, None, BOTH, Part(4.0, 4.0, 64))
    assert len(found.levels) == 16
    assert found.seconds == pytest.approx(1.0)
    assert len(part_spectrum(path, None, BOTH, Part(50.0, 4.0, 64)).levels) == 0


def test_a_part_of_a_file_is_counted_from_its_own_start(path: Path) -> None:
    inner = part_spectrum(path, Span(2.0, 4.0), BOTH, Part(0.5, 1.0, 20))
    outer = part_spectrum(path, None, BOTH, Part(2.5, 1.0, 20))
    np.testing.assert_allclose(inner.levels, outer.levels, atol=0.05)


def test_a_mono_file_is_the_same_in_both_channels_and_in_their_mean(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a.flac", music(2.0), "flac")
    levels = [
        part_spectrum(path, None, Look(channel, Window.HANN, WINDOW), Part(0.5, 1.0, 20)).levels
        for channel in (Channel.BOTH, Channel.MID, Channel.LEFT)
    ]
    assert levels[0].max() > -60.0
    np.testing.assert_array_equal(levels[0], levels[1])
    np.testing.assert_array_equal(levels[0], levels[2])


@pytest.mark.training
@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize("window_samples", [1_024, 16_384])
def test_librosa_measures_the_same_in_every_channel(
    path: Path, sound: Samples, channel: Channel, window_samples: int
) -> None:
    import librosa

    hop = 441
    signals = np.asarray(OF_CHANNEL[channel], np.float32) @ sound
    frames = librosa.stft(signals, n_fft=window_samples, hop_length=hop, center=False)
    reference = np.sqrt((np.abs(frames) ** 2).mean(axis=0))
    reference /= float(librosa.filters.get_window("hann", window_samples).sum())
    reference[1:-1] *= 2.0
    look = Look(channel, Window.HANN, window_samples)
    # columns as far apart as the frames, and their middles on those of the windows
    part = Part((window_samples / 2 - hop / 2 + 0.25) / RATE, 100 * hop / RATE, 100)
    found = part_spectrum(path, None, look, part)
    wanted = 20.0 * np.log10(np.maximum(reference[:, :100].T, 1e-7))
    np.testing.assert_allclose(found.levels, wanted, atol=0.05)


@pytest.mark.parametrize(
    ("bit_rate", "cut_hz"), [(32_000, 8_000.0), (64_000, 16_500.0), (128_000, 20_000.0)]
)
def test_the_cut_off_of_a_lossy_file_is_seen(bit_rate: int, cut_hz: float, tmp_path: Path) -> None:
    noise = np.random.default_rng(0).normal(0.0, 0.1, 2 * RATE).astype(np.float32)
    path = write_sound(tmp_path / "a.mp3", noise, "mp3", bit_rate=bit_rate)
    levels = part_spectrum(path, None, BOTH, Part(0.5, 1.0, 1)).levels[0]
    frequencies = np.linspace(0.0, RATE / 2, len(levels))
    highest = frequencies[levels > levels[:100].mean() - 30.0].max()
    assert highest == pytest.approx(cut_hz, abs=600.0)


def test_a_track_says_how_far_it_goes(path: Path) -> None:
    extent = track_extent(path, None)
    assert extent.rate == RATE
    assert extent.seconds == pytest.approx(SECONDS, abs=0.01)
    assert track_extent(path, Span(1.0, 3.5)).seconds == pytest.approx(2.5, abs=0.01)


def test_a_track_whose_header_says_no_length_is_decoded(tmp_path: Path, sound: Samples) -> None:
    path = write_sound(tmp_path / "a.aac", sound, "adts")
    assert track_extent(path, None).seconds == pytest.approx(SECONDS, abs=0.2)


def test_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(b"RIFF")
    with pytest.raises(SoundError):
        track_extent(path, None)


def test_a_name_in_a_sentence_does_not_turn_what_follows(tmp_path: Path, sound: Samples) -> None:
    path = write_sound(tmp_path / "a\u202e.flac", sound, "flac")
    with pytest.raises(SoundError) as caught:
        track_extent(path, Span(500.0, 501.0))
    assert caught.value.sentence == r"“a\u202e.flac” holds no sound."
