"""Damage of any kind ends in an outcome, never in another error; memory does not grow."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.dsp.decode import chapters, open_sound
from genre_desktop.dsp.payload import payload_hash
from genre_desktop.dsp.sound import SoundError, Span
from tests.support import missing
from tests.support.sounds import FORMATS, music, stereo, write_sound


def damaged(data: bytes, way: int, rng: np.random.Generator) -> bytes:
    """Return the bytes with their header, any place or a stretch spoilt, or cut."""
    spoilt = bytearray(data)
    if way == 0:
        for place in rng.integers(0, min(len(spoilt), 300), 8):
            spoilt[place] = rng.integers(256)
    elif way == 1:
        for place in rng.integers(0, len(spoilt), 40):
            spoilt[place] = rng.integers(256)
    elif way == 2:
        spoilt = spoilt[: rng.integers(1, len(spoilt))]
    else:
        place = int(rng.integers(0, len(spoilt)))
        spoilt[place : place + 2_000] = rng.bytes(min(2_000, len(spoilt) - place))
    return bytes(spoilt)


def sentence_of(look: Callable[[], object]) -> str:
    """Return what is said where a file is refused, a full stop where it is taken."""
    try:
        look()
    except SoundError as error:
        return error.sentence
    return "."


def hear(path: Path, span: Span | None) -> None:
    with open_sound(path, span) as sound:
        assert all(np.isfinite(block).all() for block in sound.blocks())
        assert sound.report().decoded_seconds > 0.0


def try_everything(path: Path) -> None:
    assert sentence_of(lambda: hear(path, None)).endswith(".")
    assert sentence_of(lambda: hear(path, Span(1.2, 1.8))).endswith(".")
    assert sentence_of(lambda: payload_hash(path)).endswith(".")
    assert sentence_of(lambda: chapters(path)).endswith(".")


def spoil(kind: str, folder: Path, rounds: int) -> None:
    extension = FORMATS[kind].extension
    data = write_sound(folder / f"whole{extension}", stereo(music(2.0)), kind).read_bytes()
    rng = np.random.default_rng(list(kind.encode()))
    for number in range(rounds):
        path = folder / f"spoilt{extension}"
        path.write_bytes(damaged(data, number % 4, rng))
        try_everything(path)


@pytest.mark.parametrize("kind", FORMATS)
def test_random_damage_is_heard_or_refused(
    kind: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    spoil(kind, tmp_path, 8)
    assert capfd.readouterr() == ("", "")


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", FORMATS)
def test_much_random_damage_is_heard_or_refused(kind: str, tmp_path: Path) -> None:
    spoil(kind, tmp_path, 400)


MEASURE = """
import resource, sys
from pathlib import Path
from genre_desktop.dsp.decode import open_sound
from genre_desktop.dsp.features import WindowSummaries
from genre_desktop.dsp.mel import LogMel
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.dsp.tempo import TempoMeter
mel, tempo = LogMel(STANDARD_MEL), TempoMeter(STANDARD_MEL)
features = WindowSummaries(STANDARD_MEL, 129)
with open_sound(Path(sys.argv[1])) as sound:
    for block in sound.blocks():
        tempo.push(mel.push(block))
        features.push(block)
tempo.bpm()
status = Path("/proc/self/status")
if status.exists():  # getrusage would count the memory of the process that started this one
    (peak,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    print(int(peak.split()[1]) / 2**10)
else:
    unit = 1 if sys.platform == "darwin" else 1024
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20)
"""


def peak_megabytes(path: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, path],
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def test_eight_times_the_length_takes_no_more_memory(tmp_path: Path) -> None:
    if sys.platform == "win32":
        missing.skip_for_want_of("the peak memory of a process as POSIX tells it")
    minute = music(60.0, rate=8_000)
    short = write_sound(tmp_path / "short.mp3", minute, "mp3", rate=8_000)
    long = write_sound(tmp_path / "long.mp3", np.tile(minute, 8), "mp3", rate=8_000)
    assert peak_megabytes(long) - peak_megabytes(short) < 8.0
