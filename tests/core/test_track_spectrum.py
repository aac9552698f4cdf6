"""The spectrum of a whole track, and the picture of it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from genre_desktop.core.colour_maps import COLOURS, NAMES, colour_table
from genre_desktop.core.spectrogram_picture import (
    Extract,
    PictureSpec,
    axis_of,
    coloured,
    draw_picture,
    save_picture,
)
from genre_desktop.core.track_spectrum import Channel, Look, track_spectrum
from genre_desktop.dsp.dbfs import Window
from genre_desktop.dsp.frequency_axis import FrequencyAxis, Scale
from genre_desktop.dsp.sound import SoundError, Span
from tests.support.sounds import write_sound, write_wav

RATE = 48_000
LOOK = Look(Channel.BOTH, Window.HANN, 2_048)


def tone(hz: float, seconds: float, amplitude: float = 0.5) -> NDArray[np.float32]:
    time = np.arange(round(seconds * RATE)) / RATE
    return (amplitude * np.sin(2 * np.pi * hz * time)).astype(np.float32)


def bin_of(hz: float) -> int:
    return round(hz / (RATE / LOOK.window_samples))


@pytest.fixture
def two_tones(tmp_path: Path) -> Path:
    """Four seconds of 3 kHz, then four of 9 kHz; the left channel only."""
    left = np.concatenate([tone(3_000, 4.0), tone(9_000, 4.0)])
    return write_sound(
        tmp_path / "a.flac", np.stack([left, np.zeros_like(left)]), "flac", rate=RATE
    )


@pytest.mark.parametrize("columns", [50, 400, 5_000])
def test_each_moment_shows_its_tone_at_its_level(two_tones: Path, columns: int) -> None:
    found = track_spectrum(two_tones, None, Look(Channel.LEFT, Window.HANN, 2_048), columns)
    assert found.rate == RATE
    assert found.seconds == pytest.approx(8.0)
    count = len(found.levels)
    assert count <= columns
    early, late = found.levels[count // 4], found.levels[3 * count // 4]
    assert early.argmax() == bin_of(3_000)
    assert late.argmax() == bin_of(9_000)
    assert early.max() == pytest.approx(-6.02, abs=0.1)


@pytest.mark.parametrize(
    ("channel", "level"),
    [("both", -9.03), ("left", -6.02), ("mid", -12.04), ("side", -12.04)],
)
def test_channels_are_told_apart(two_tones: Path, channel: str, level: float) -> None:
    found = track_spectrum(two_tones, None, Look(Channel(channel), Window.HANN, 2_048), 100)
    assert found.levels[len(found.levels) // 4].max() == pytest.approx(level, abs=0.1)


@pytest.mark.parametrize("seconds", [0.1, 8.0])
def test_what_is_opposite_in_the_channels_is_seen_in_both_of_them(
    tmp_path: Path, seconds: float
) -> None:
    left = tone(3_000, seconds)
    path = write_sound(tmp_path / "a.flac", np.stack([left, -left]), "flac", rate=RATE)
    levels = {
        channel: track_spectrum(path, None, Look(channel, Window.HANN, 2_048), 100).levels
        for channel in (Channel.BOTH, Channel.LEFT, Channel.MID)
    }
    assert levels[Channel.BOTH].max() == pytest.approx(-6.02, abs=0.1)
    np.testing.assert_allclose(levels[Channel.BOTH], levels[Channel.LEFT], atol=1e-3)
    assert levels[Channel.MID].max() < -130.0


def test_over_mel_frequencies_both_channels_are_what_the_models_hear() -> None:
    assert LOOK.over(Scale.MEL) == Look(Channel.MID, Window.HANN, 2_048)
    assert LOOK.over(Scale.LINEAR) == LOOK.over(Scale.LOGARITHMIC) == LOOK
    left = Look(Channel.LEFT, Window.HANN, 2_048)
    assert left.over(Scale.MEL) == left


def test_a_silent_channel_is_at_the_floor(two_tones: Path) -> None:
    found = track_spectrum(two_tones, None, Look(Channel.RIGHT, Window.HANN, 2_048), 100)
    assert found.levels.max() < -130.0


def test_a_part_of_a_file_is_measured_alone(two_tones: Path) -> None:
    found = track_spectrum(two_tones, Span(5.0, 7.0), LOOK, 100)
    assert found.seconds == pytest.approx(2.0, abs=0.01)
    assert set(found.levels[1:-1].argmax(axis=1).tolist()) == {bin_of(9_000)}


def test_a_very_short_track_has_a_column(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", tone(3_000, 0.005), rate=RATE)
    assert len(track_spectrum(path, None, LOOK, 100).levels) >= 1


def test_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(b"RIFF")
    with pytest.raises(SoundError):
        track_spectrum(path, None, LOOK, 100)


def test_a_name_in_a_sentence_does_not_turn_what_follows(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a\u202e.wav", np.zeros(1_000, np.float32))
    with pytest.raises(SoundError) as caught:
        track_spectrum(path, Span(5.0, 6.0), LOOK, 100)
    assert caught.value.sentence == r"“a\u202e.wav” holds no sound; it was left out."


@pytest.mark.parametrize("scale", list(Scale))
@pytest.mark.parametrize("colours", NAMES)
def test_the_picture_is_bright_where_the_tone_lies(
    two_tones: Path, scale: Scale, colours: str
) -> None:
    spectrum = track_spectrum(two_tones, None, LOOK, 100)
    spec = PictureSpec(120, 200, scale, LOOK, colours, -10.0, 80.0)
    axis = axis_of(scale, RATE)
    picture = coloured(spectrum, axis, spec).astype(int)
    brightness = picture.sum(axis=2)
    assert picture.shape == (200, len(spectrum.levels), 3)
    for place, hz in ((1, 3_000.0), (3, 9_000.0)):
        column = brightness[:, place * brightness.shape[1] // 4]
        row = 199 - int(axis.height_of(hz) * 200)
        assert abs(int(column.argmax()) - row) <= 3


def test_the_written_picture_has_the_asked_size_and_is_whole(
    two_tones: Path, tmp_path: Path
) -> None:
    spectrum = track_spectrum(two_tones, None, LOOK, 100)
    spec = PictureSpec(300, 150, Scale.LINEAR, LOOK, "magma", -20.0, 100.0)
    target = tmp_path / "a.png"
    save_picture(target, "A very long title " * 20, spectrum, spec)
    with Image.open(target) as picture:
        picture.load()
        assert picture.format == "PNG"
        assert picture.width > 300
        assert picture.height > 150
    assert [each.name for each in tmp_path.glob("*.png")] == ["a.png"]


def test_the_picture_says_the_unit_of_its_frequencies_once(two_tones: Path, tmp_path: Path) -> None:
    spec = PictureSpec(300, 400, Scale.LINEAR, LOOK, "magma", -20.0, 100.0)
    save_picture(tmp_path / "a.png", "A", track_spectrum(two_tones, None, LOOK, 100), spec)
    with Image.open(tmp_path / "a.png") as picture:
        ink = np.asarray(picture.convert("L")).astype(int) > 60
    left, top = picture.width - 300 - 96, picture.height - 400 - 36
    begins = [
        int(rows.any(axis=0).argmax())
        for hz in (20_000, 15_000, 10_000)
        for rows in [ink[top + 400 - round(hz / 24_000 * 400) - 6 :][:12, : left - 6]]
    ]
    assert 0 < begins[0] < begins[1] - 8  # "20 kHz" and "15 k", flush right
    assert abs(begins[1] - begins[2]) <= 2


def test_the_numbers_of_the_picture_have_its_decimal_point(two_tones: Path) -> None:
    measured = replace(track_spectrum(two_tones, None, LOOK, 100), rate=44_100, seconds=0.5)
    spec = PictureSpec(300, 200, Scale.LINEAR, LOOK, "grey", -20.0, 100.0)
    extract = Extract(0.0, FrequencyAxis(Scale.LINEAR, 1_400.0, 1_600.0))
    english, german = (
        np.asarray(draw_picture("A", measured, replace(spec, point=point), extract)).astype(int)
        for point in ".,"
    )
    other = (english != german).any(axis=2)
    left, top = other.shape[1] - 300 - 96, other.shape[0] - 200 - 36
    assert other[top:-36, :left].any()  # frequencies, 1.5 k
    assert other[-36:].any()  # times, 0:00.1
    assert other[:top, left:].any()  # the rate, 44.1 kHz
    assert not other[top:-36, left:].any()  # the spectrum itself and its levels


@pytest.mark.parametrize("name", NAMES)
def test_colours_grow_lighter_from_quiet_to_loud(name: str) -> None:
    table = colour_table(name).astype(float)
    lightness = table @ [0.2126, 0.7152, 0.0722]
    assert table.shape == (COLOURS, 3)
    assert (np.diff(lightness) > -1.5).all()
    assert lightness[-1] - lightness[0] > 150
