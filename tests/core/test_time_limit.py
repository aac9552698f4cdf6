"""How long a worker may take over a track."""

import struct
from pathlib import Path

import pytest

from genre_desktop.core.time_limit import allowed_seconds
from genre_desktop.core.track import Track
from tests.support import sounds

DAY_SECONDS = 24 * 3600.0


def test_a_minute_of_audio_adds_a_second(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    sounds.write_wav(path, sounds.music(30.0))
    assert allowed_seconds(Track(path)) == pytest.approx(60.5)


def test_a_header_that_promises_centuries_gives_a_day(tmp_path: Path) -> None:
    path = tmp_path / "a.m4a"
    sounds.write_sound(path, sounds.music(2.0), "aac")
    content = bytearray(path.read_bytes())
    scale_at = content.index(b"mdhd") + 4 + 4 + 8  # behind version, flags and two dates
    content[scale_at : scale_at + 8] = struct.pack(">II", 10, 0xFFFFFFFF)
    path.write_bytes(content)
    assert allowed_seconds(Track(path)) <= DAY_SECONDS


def test_a_file_that_is_gone_gets_the_least(tmp_path: Path) -> None:
    assert allowed_seconds(Track(tmp_path / "gone.mp3")) == 60.0
