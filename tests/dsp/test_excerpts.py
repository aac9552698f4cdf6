"""Parts of a file: they are what lies there, and a file in which anything is amiss gives none."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from genre_desktop.dsp.decode import SAMPLE_RATE
from genre_desktop.dsp.excerpts import NoExcerptsError, open_excerpts
from genre_desktop.dsp.sound import Problem, SoundError, Span
from tests.support.sounds import FORMATS, write_sound

STEP_SECONDS = 2.0
STEPS = 24
PART = 22_016  # samples: about a second


def hz_of(step: int) -> float:
    return 300.0 + 100.0 * step


def staircase(rate: int) -> NDArray[np.float32]:
    """A tone that is 100 Hz higher every two seconds."""
    time = np.arange(round(STEP_SECONDS * rate)) / rate
    steps = [0.5 * np.sin(2 * np.pi * hz_of(step) * time) for step in range(STEPS)]
    return np.concatenate(steps).astype(np.float32)


def written(folder: Path, kind: str) -> Path:
    form = FORMATS[kind]
    return write_sound(folder / f"steps{form.extension}", staircase(form.rate), kind)


def loudest_hz(samples: NDArray[np.float32]) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(samples.size)))
    return float(spectrum.argmax() * SAMPLE_RATE / samples.size)


def heard_steps(path: Path, steps: list[int], span: Span | None = None) -> list[float]:
    starts = [STEP_SECONDS * step + 0.5 for step in steps]
    with open_excerpts(path, span) as excerpts:
        parts = list(excerpts.parts(starts, [PART] * len(steps)))
        assert excerpts.report().decoded_seconds == pytest.approx(len(steps), rel=0.02)
    assert [part.size for part in parts] == [PART] * len(steps)
    return [loudest_hz(part) for part in parts]


@pytest.mark.parametrize(
    "kind", ["mp3", "flac", "opus", "vorbis", "wav", "aac", "adts", "oggflac", "wma", "wavpack"]
)
def test_parts_are_what_lies_there(tmp_path: Path, kind: str) -> None:
    steps = [0, 5, 11, 18, 23]
    heard = heard_steps(written(tmp_path, kind), steps)
    np.testing.assert_allclose(heard, [hz_of(step) for step in steps], atol=5.0)


def test_a_part_of_a_file_has_parts_of_its_own(tmp_path: Path) -> None:
    heard = heard_steps(written(tmp_path, "flac"), [1, 4], Span(10.0, 30.0))
    np.testing.assert_allclose(heard, [hz_of(6), hz_of(9)], atol=5.0)


@pytest.mark.parametrize("kind", ["flac", "mp3", "wav"])
def test_a_file_that_ends_early_gives_no_parts(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(NoExcerptsError), open_excerpts(path, None) as excerpts:
        list(excerpts.parts([5.0, 43.0], [PART, PART]))


def test_silence_gives_no_parts(tmp_path: Path) -> None:
    silence = np.zeros(30 * SAMPLE_RATE, np.float32)
    path = write_sound(tmp_path / "silence.flac", silence, "flac", rate=SAMPLE_RATE)
    with pytest.raises(NoExcerptsError), open_excerpts(path, None) as excerpts:
        list(excerpts.parts([5.0, 20.0], [PART, PART]))


def test_a_file_that_grows_meanwhile_is_a_problem(tmp_path: Path) -> None:
    path = written(tmp_path, "flac")
    with open_excerpts(path, None) as excerpts:
        parts = excerpts.parts([5.0, 20.0], [PART, PART])
        next(parts)
        with path.open("ab") as file:
            file.write(b"more")
        with pytest.raises(SoundError) as raised:
            list(parts)
    assert raised.value.problem is Problem.CHANGED
