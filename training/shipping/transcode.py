"""Recordings written in every format that FFmpeg and Musepack's encoder can write."""

import shutil
import subprocess
from pathlib import Path

from training.refusal import Refused

MUSEPACK_RATE = 44_100
# Name → suffix and FFmpeg's options.
FORMATS: dict[str, tuple[str, tuple[str, ...]]] = {
    "mp3": (".mp3", ("-c:a", "libmp3lame", "-b:a", "128k")),
    "aac": (".m4a", ("-c:a", "aac", "-b:a", "96k")),
    "alac": (".m4a", ("-c:a", "alac")),
    "flac": (".flac", ("-c:a", "flac")),
    "wav": (".wav", ("-c:a", "pcm_s16le")),
    "aiff": (".aiff", ("-c:a", "pcm_s16be")),
    "au": (".au", ("-c:a", "pcm_s16be")),
    "vorbis": (".ogg", ("-c:a", "libvorbis", "-q:a", "4")),
    "opus": (".opus", ("-c:a", "libopus", "-b:a", "64k")),
    "wmav2": (".wma", ("-c:a", "wmav2", "-b:a", "96k")),
    "wavpack": (".wv", ("-c:a", "wavpack")),
    "tta": (".tta", ("-c:a", "tta")),
}


class EncoderMissing(Refused):
    """A program that writes a format is not installed; the text says which."""


def transcoded(recording: Path, folder: Path) -> dict[str, Path]:
    """Write a recording in every format; returns the files by the format's name.

    Raises:
        EncoderMissing: ffmpeg or mpcenc is not installed.
    """
    ffmpeg, mpcenc = _program("ffmpeg", "ffmpeg"), _program("mpcenc", "musepack-tools")
    written = {
        name: folder / f"{recording.stem}-{name}{suffix}" for name, (suffix, _) in FORMATS.items()
    }
    command = [ffmpeg, "-nostdin", "-v", "error", "-y", "-i", str(recording)]
    for name, (_, options) in FORMATS.items():
        command += ["-map", "0:a", *options, str(written[name])]
    wave = folder / f"{recording.stem}-for-musepack.wav"
    command += ["-map", "0:a", "-ar", str(MUSEPACK_RATE), "-ac", "2", str(wave)]
    subprocess.run(command, check=True)  # noqa: S603 — fixed programs, paths as single arguments
    written["musepack"] = folder / f"{recording.stem}.mpc"
    encode = [mpcenc, "--silent", "--overwrite", str(wave), str(written["musepack"])]
    subprocess.run(encode, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 — as above
    wave.unlink()
    return written


def _program(name: str, package: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise EncoderMissing(f"The program {name} is not installed; install {package}.")
    return found
