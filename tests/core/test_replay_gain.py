"""How loud a track is played, from what its file says."""

from pathlib import Path

import pytest

from genre_desktop.core.replay_gain import playing_factor
from genre_desktop.core.tags import read_loudness
from tests.support.sounds import music, write_sound

GAIN, PEAK = "replaygain_track_gain", "replaygain_track_peak"


@pytest.mark.parametrize(
    ("fields", "factor"),
    [
        ({}, 1.0),
        ({GAIN: "-6.02 dB"}, 0.5),
        ({GAIN: "+6.02 dB", PEAK: "0.25"}, 2.0),
        ({GAIN: "+6.02 dB", PEAK: "0.8"}, 1.25),
        ({GAIN: "+6.02 dB"}, 1.0),
        ({"r128_track_gain": "-2822"}, 0.5),  # −11.02 dB re −23 LUFS
        ({GAIN: "loud"}, 1.0),
        ({GAIN: "-600 dB"}, 1.0),
        ({GAIN: "nan"}, 1.0),
    ],
)
def test_a_gain_becomes_a_factor_that_never_clips(fields: dict[str, str], factor: float) -> None:
    assert playing_factor(fields) == pytest.approx(factor, rel=0.01)


@pytest.mark.parametrize(("kind", "ending"), [("flac", "flac"), ("mp3", "mp3"), ("vorbis", "ogg")])
def test_the_fields_are_read_from_real_files(kind: str, ending: str, tmp_path: Path) -> None:
    tags = {"REPLAYGAIN_TRACK_GAIN": "-7.50 dB", "title": "A"}
    path = write_sound(tmp_path / f"a.{ending}", music(1.0), kind, tags=tags)
    assert read_loudness(path) == {GAIN: "-7.50 dB"}


def test_a_file_without_tags_says_nothing(tmp_path: Path) -> None:
    assert read_loudness(tmp_path / "missing.mp3") == {}
