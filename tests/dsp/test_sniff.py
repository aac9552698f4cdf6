"""Content decides what a file is; its name only where the content says too little."""

from pathlib import Path

import av
import numpy as np
import pytest

from genre_desktop.dsp.sniff import AUDIO_EXTENSIONS, HEAD_BYTES, KINDS, sniff
from tests.support.sounds import FORMATS, music, stereo, write_sound

NAMES = {
    "mp3": "MP3", "mp2": "MP3", "aac": "MP4", "alac": "MP4", "adts": "AAC", "flac": "FLAC",
    "oggflac": "Ogg", "vorbis": "Ogg", "opus": "Ogg", "wav": "WAV", "wav8": "WAV", "wav24": "WAV",
    "wavfloat": "WAV", "w64": "Wave64", "aiff": "AIFF", "au": "AU", "caf": "Core Audio",
    "wma": "Windows Media", "wavpack": "WavPack", "tta": "True Audio", "mka": "Matroska",
    "ac3": "Dolby Digital",
}  # fmt: skip


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_is_known_by_its_content(kind: str, tmp_path: Path) -> None:
    extension = FORMATS[kind].extension
    path = write_sound(tmp_path / f"a{extension}", stereo(music(2.0)), kind)
    found = sniff(path.read_bytes()[:HEAD_BYTES], path.name)
    assert found is not None
    assert found.name == NAMES[kind]
    assert extension in found.extensions
    assert extension in AUDIO_EXTENSIONS


@pytest.mark.parametrize("kind", ["mp3", "flac", "wav", "vorbis", "aac"])
def test_four_kilobytes_without_a_name_are_enough(kind: str, tmp_path: Path) -> None:
    path = write_sound(tmp_path / "a", stereo(music(2.0)), kind, bit_rate=320_000)
    found = sniff(path.read_bytes()[:4096], "")
    assert found is not None
    assert found.name == NAMES[kind]


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_nothing_under_any_name(seed: int) -> None:
    noise = np.random.default_rng(seed).bytes(HEAD_BYTES)
    assert all(sniff(noise, f"a{extension}") is None for extension in (".mp3", ".aac", ".ogg", ""))


@pytest.mark.parametrize("head", [b"", b"\xff", b"ID3", b"RIFF", b"\0" * 5000, b"<html>"])
def test_what_is_too_little_or_something_else_is_nothing(head: bytes) -> None:
    assert sniff(head, "a.mp3") is None


@pytest.mark.parametrize(
    "text",
    [
        "The free encyclopedia",
        "Für free music, see below",
        "über free",
        "You skip this",
        "MAC addresses",
        "MAC a\r\n",
        "MP+ is Musepack",
        "MPCK, a word",
        "wvpk begins WavPack blocks",
        "TTA1 and TTA",
        ".snd files",
        ".RMF files",
        "some mdat",
    ],
)
def test_text_is_no_music_whatever_words_it_begins_with(text: str) -> None:
    assert sniff(text.encode() + b" and so on.\n" * 500, "README") is None


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\0\0\0\x18ftypM4A ", "MP4"),
        (b"\x23\xc3\x46\0mdat", "MP4"),
        (b"\0\0\0\x01mdat", "MP4"),
        (b"\0\0\0\x08wide", "MP4"),
        (b"MAC \x96\x0f", "Monkey's Audio"),
        (b"MP+\x17", "Musepack"),
        (b"MPCKSH", "Musepack"),
        (b".RMF\0\0\0\x12", "RealMedia"),
    ],
)
def test_fields_that_exist_are_believed(head: bytes, kind: str) -> None:
    found = sniff(head + bytes(200), "a")
    assert found is not None
    assert found.name == kind


def test_a_tag_longer_than_the_head_is_taken_for_an_mp3() -> None:
    head = b"ID3\x03\x00\x00\x00\x7f\x7f\x7f" + bytes(HEAD_BYTES - 10)
    found = sniff(head, "a.mp3")
    assert found is not None
    assert found.name == "MP3"


def test_text_behind_a_tag_is_nothing() -> None:
    assert sniff(b"ID3\x03\x00\x00\x00\x00\x00\x0a" + bytes(10) + b"text " * 100, "a.mp3") is None


def test_a_weak_signature_counts_only_under_its_own_extension() -> None:
    assert sniff(b"\x0b\x77" + bytes(100), "a.txt") is None
    assert sniff(b"\x0b\x77" + bytes(100), "a.ac3") is not None


def test_ffmpeg_knows_every_kind_and_what_cannot_be_written_here() -> None:
    unknown = [kind.name for kind in KINDS if not set(kind.demuxers) <= av.formats_available]
    assert unknown == []
    unwritten = {"ape", "mpc7", "mpc8", "tak", "wmapro", "wmalossless", "wmavoice", "dsd_lsbf"}
    assert unwritten <= av.codecs_available
