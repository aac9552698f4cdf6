"""Damaged, absurd and lying files, one by one, each with what must become of it."""

import os
import struct
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from genre_desktop.dsp.sound import Problem
from tests.support.sounds import RATE, music, stereo, write_sound

SECONDS: Final = 8.0


@dataclass(frozen=True)
class BadFile:
    """A file to be tried.

    Attributes:
        make: Makes it in a folder and returns its path.
        problem: The SoundError it must raise, None where it is heard.
        notes: The notes it must carry where it is heard, in order.
        seconds: The least and the most that must be decoded.
        needs: "links" or "pipes" where not every system has them, else empty.
    """

    make: Callable[[Path], Path]
    problem: Problem | None = None
    notes: tuple[Problem, ...] = ()
    seconds: tuple[float, float] = (SECONDS - 0.1, SECONDS + 0.1)
    needs: str = ""


def _music(folder: Path, name: str, kind: str, seconds: float = SECONDS) -> Path:
    return write_sound(folder / name, stereo(music(seconds, seed=7)), kind, rate=RATE)


def _bytes(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _cut(name: str, kind: str, share: float) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = _music(folder, name, kind)
        data = path.read_bytes()
        return _bytes(folder, name, data[: int(len(data) * share)])

    return make


def _content(name: str, data: bytes) -> Callable[[Path], Path]:
    return lambda folder: _bytes(folder, name, data)


def _noise_inside(folder: Path) -> Path:
    data = bytearray(_music(folder, "noise inside.mp3", "mp3").read_bytes())
    middle, length = len(data) // 2, 16_000
    data[middle : middle + length] = np.random.default_rng(3).bytes(length)
    return _bytes(folder, "noise inside.mp3", bytes(data))


def _zip_named(name: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        with zipfile.ZipFile(folder / name, "w") as archive:
            archive.writestr("a.txt", "no music" * 5000)
        return folder / name

    return make


def wav_bytes(
    samples: bytes,
    *,
    codec: int = 1,
    channels: int = 1,
    rate: int = RATE,
    bits: int = 16,
    length: int | None = None,
    behind: bytes = b"",
) -> bytes:
    """Return a WAV file whose header says whatever is wanted."""
    frame = channels * bits // 8
    form = struct.pack(
        "<HHIIHH", codec, channels, rate, rate * frame & 0xFFFFFFFF, frame & 0xFFFF, bits
    )
    size = len(samples) if length is None else length
    body = b"WAVEfmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", size)
    body += samples + behind
    return b"RIFF" + struct.pack("<I", min(len(body), 0xFFFFFFFF)) + body


def _pcm() -> bytes:
    return (music(SECONDS, seed=7) * 32767).astype("<i2").tobytes()


def _wav(name: str, **claims: int) -> Callable[[Path], Path]:
    return lambda folder: _bytes(folder, name, wav_bytes(_pcm(), **claims))  # type: ignore[arg-type] # keyword numbers only


def _wav_float(name: str, fill: float | None, share: float) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        samples = music(SECONDS, seed=7).astype("<f4")
        if fill is not None:
            samples[: int(samples.size * share)] = fill
        return _bytes(folder, name, wav_bytes(samples.tobytes(), codec=3, bits=32))

    return make


def _silence(folder: Path) -> Path:
    return write_sound(folder / "silence.flac", np.zeros(RATE * 5, np.float32), "flac")


def _huge_art(folder: Path) -> Path:
    size = 16 << 20
    picture = b"\x00image/jpeg\x00\x03\x00\xff\xd8\xff" + np.random.default_rng(5).bytes(size)
    frame = b"APIC" + struct.pack(">I", len(picture)) + b"\0\0" + picture
    total = len(frame)
    length = bytes(total >> shift & 0x7F for shift in (21, 14, 7, 0))
    sound = _music(folder, "huge art.mp3", "mp3").read_bytes()
    return _bytes(folder, "huge art.mp3", b"ID3\x03\x00\x00" + length + frame + sound)


def _rubbish_first(folder: Path) -> Path:
    sound = _music(folder, "rubbish first.mp3", "mp3").read_bytes()
    return _bytes(folder, "rubbish first.mp3", np.random.default_rng(6).bytes(20_000) + sound)


def _chained(folder: Path) -> Path:
    parts = [
        write_sound(folder / f"{seed}.ogg", stereo(music(4.0, seed=seed)), "vorbis")
        for seed in (1, 2)
    ]
    data = b"".join(part.read_bytes() for part in parts)
    for part in parts:
        part.unlink()
    return _bytes(folder, "chained.ogg", data)


def _rate_changes(folder: Path) -> Path:
    parts = [
        write_sound(folder / f"{rate}.mp3", stereo(music(4.0, rate=rate)), "mp3", rate=rate)
        for rate in (44_100, 32_000)
    ]
    data = b"".join(part.read_bytes() for part in parts)
    for part in parts:
        part.unlink()
    return _bytes(folder, "rate changes.mp3", data)


def _folder(folder: Path) -> Path:
    path = folder / "folder.mp3"
    path.mkdir()
    return path


def _dangling(folder: Path) -> Path:
    path = folder / "dangling.mp3"
    path.symlink_to(folder / "nothing.mp3")
    return path


def _loop(folder: Path) -> Path:
    one, other = folder / "loop.mp3", folder / "pool.mp3"
    one.symlink_to(other)
    other.symlink_to(one)
    return one


def _pipe(folder: Path) -> Path:
    path = folder / "pipe.mp3"
    if sys.platform != "win32":
        os.mkfifo(path)
    return path


def _video(folder: Path) -> Path:
    from tests.support.video import write_video

    return write_video(folder / "video.mp4", stereo(music(SECONDS, seed=7)))


def _playlist(name: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        _music(folder, "other.mp3", "mp3")
        lines = "#EXTM3U\n#EXT-X-TARGETDURATION:8\n#EXTINF:8,\nother.mp3\n#EXT-X-ENDLIST\n"
        return _bytes(folder, name, lines.encode())

    return make


_TEXT: Final = b"This is a letter and no music at all.\n" * 500
_HTML: Final = b"<!DOCTYPE html><html><head><title>404</title></head></html>\n" * 200
_JPEG: Final = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + np.random.default_rng(8).bytes(60_000)
_RANDOM: Final = np.random.default_rng(9).bytes(300_000)
_WRONG: Final = (Problem.WRONG_EXTENSION,)

BAD_FILES: Final[dict[str, BadFile]] = {
    "mp3 cut to a third": BadFile(
        _cut("cut.mp3", "mp3", 1 / 3), notes=(Problem.TRUNCATED,), seconds=(2.4, 2.8)
    ),
    "mp3 with noise in the middle": BadFile(
        _noise_inside, notes=(Problem.PARTLY_DAMAGED,), seconds=(6.5, 7.9)
    ),
    "flac cut in half": BadFile(
        _cut("cut.flac", "flac", 0.5),
        notes=(Problem.TRUNCATED, Problem.PARTLY_DAMAGED),
        seconds=(2.5, 5.5),
    ),
    "ogg cut in half": BadFile(_cut("cut.ogg", "vorbis", 0.5), seconds=(2.5, 5.5)),
    "wav cut in half": BadFile(
        _cut("cut.wav", "wav", 0.5), notes=(Problem.TRUNCATED,), seconds=(3.9, 4.1)
    ),
    "m4a cut in half": BadFile(_cut("cut.m4a", "aac", 0.5), Problem.DAMAGED),
    "empty mp3": BadFile(_content("empty.mp3", b""), Problem.EMPTY),
    "empty wav": BadFile(_content("empty.wav", b""), Problem.EMPTY),
    "one byte": BadFile(_content("one.mp3", b"\xff"), Problem.NOT_AUDIO),
    "text named mp3": BadFile(_content("text.mp3", _TEXT), Problem.NOT_AUDIO),
    "html named ogg": BadFile(_content("html.ogg", _HTML), Problem.NOT_AUDIO),
    "jpeg named m4a": BadFile(_content("jpeg.m4a", _JPEG), Problem.NOT_AUDIO),
    "jpeg named mp3": BadFile(_content("jpeg.mp3", _JPEG), Problem.NOT_AUDIO),
    "zip named flac": BadFile(_zip_named("zip.flac"), Problem.NOT_AUDIO),
    "random bytes named mp3": BadFile(_content("random.mp3", _RANDOM), Problem.NOT_AUDIO),
    "playlist named mp3": BadFile(_playlist("list.mp3"), Problem.NOT_AUDIO),
    "wav named mp3": BadFile(lambda folder: _music(folder, "wav.mp3", "wav"), notes=_WRONG),
    "sixteen megabytes of cover": BadFile(_huge_art),
    "rubbish before the first frame": BadFile(_rubbish_first),
    "wav length too big": BadFile(
        _wav("big.wav", length=RATE * 2 * 16), notes=(Problem.TRUNCATED,)
    ),
    "wav length unknown": BadFile(_wav("unknown.wav", length=0xFFFFFFFF)),
    "wav length too small": BadFile(_wav("small.wav", length=442), notes=(Problem.PARTLY_DAMAGED,)),
    "wav length zero": BadFile(_wav("zero.wav", length=0), notes=(Problem.PARTLY_DAMAGED,)),
    "wav header only": BadFile(_content("header.wav", wav_bytes(b"")), Problem.NO_SAMPLES),
    "wav of 0 channels": BadFile(_wav("c0.wav", channels=0), Problem.ABSURD_FORMAT),
    "wav of 33 channels": BadFile(_wav("c33.wav", channels=33), Problem.ABSURD_FORMAT),
    "wav of 60,000 channels": BadFile(_wav("c60000.wav", channels=60_000), Problem.ABSURD_FORMAT),
    "wav of rate 0": BadFile(_wav("r0.wav", rate=0), Problem.ABSURD_FORMAT),
    "wav of rate 4,294,967,295": BadFile(
        _wav("r4294967295.wav", rate=0xFFFFFFFF), Problem.ABSURD_FORMAT
    ),
    "wav of 0 bits": BadFile(_wav("b0.wav", bits=0), Problem.ABSURD_FORMAT),
    "wav of nothing but nan": BadFile(_wav_float("nan.wav", float("nan"), 1.0), Problem.NON_FINITE),
    "wav with some nan": BadFile(
        _wav_float("some nan.wav", float("nan"), 0.1), notes=(Problem.PARTLY_DAMAGED,)
    ),
    "wav with some infinity": BadFile(
        _wav_float("some inf.wav", float("inf"), 0.1), notes=(Problem.PARTLY_DAMAGED,)
    ),
    "silence": BadFile(_silence, Problem.SILENT),
    "a fifth of a second": BadFile(
        lambda folder: _music(folder, "short.wav", "wav", 0.2), Problem.TOO_SHORT
    ),
    "folder named mp3": BadFile(_folder, Problem.NOT_A_FILE),
    "dangling link": BadFile(_dangling, Problem.MISSING, needs="links"),
    "link loop": BadFile(_loop, Problem.UNREADABLE, needs="links"),
    "named pipe": BadFile(_pipe, Problem.NOT_A_FILE, needs="pipes"),
    "video with a sound track": BadFile(_video, seconds=(SECONDS - 0.2, SECONDS + 0.2)),
    "chained ogg": BadFile(_chained),
    "mp3 whose rate changes": BadFile(
        _rate_changes, notes=(Problem.PARTLY_DAMAGED,), seconds=(7.8, 8.2)
    ),
}

# Names that were reported to break programs; the invalid UTF-8 only where the system allows it.
ODD_NAMES: Final = (
    os.fsdecode(b"invalid \xff\xfe.mp3"),
    "line\nbreak.mp3",
    "=1+1.mp3",
    "+1.mp3",
    "-r.mp3",
    "@SUM(A1).mp3",
    "n" * 246 + ".mp3",
    "trailing space.mp3 ",
    "combining e\u0301.mp3",
    "emoji \U0001f3b5.mp3",
    "http:__example.org.mp3",
    "concat:a|b.mp3",
)
