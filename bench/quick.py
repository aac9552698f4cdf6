"""Quick answers beside thorough ones: how many agree, and how many times as fast they come.

The files, six hours of music in three formats, are made once and kept in `.cache`.
"""

import csv
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

from genre_desktop.core.batch import classify
from genre_desktop.core.catalogue import default_model
from genre_desktop.core.recognise import warm_up
from genre_desktop.core.track import Outcome, Track
from genre_desktop.core.workers import InProcess
from genre_desktop.inference.verdict import Verdict
from tests.support.data import FOLDER_VARIABLE

MADE = Path(__file__).resolve().parent.parent / ".cache" / "bench-quick"
FILES_OF_EACH_HALF = 30
SEED = 39_312_651
EXCERPTS = (16, 32)  # of 15 s: 4 to 8 minutes
FORMATS = {
    "VBR MP3": (".mp3", ("-c:a", "libmp3lame", "-q:a", "4")),
    "FLAC": (".flac", ("-c:a", "flac")),
    "Opus": (".opus", ("-c:a", "libopus", "-b:a", "96k", "-compression_level", "3")),
}


# Quick and thorough passes take turns, so that a machine that slows down slows both; more files
# at a time than a worker remembers hashes of.
FILES_IN_TURN = 10
COLD_STEP = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that is to be made.

    Attributes:
        halves: The genres of its excerpts, one or two.
        excerpts: The files, in their order, none twice.
    """

    halves: tuple[str, ...]
    excerpts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Pass:
    """The answers of one pass over files, and its seconds by the clock and of a processor."""

    outcomes: dict[Path, Outcome]
    seconds: float
    processor_seconds: float

    def top(self, path: Path) -> str:
        """The genre of a file."""
        return self._verdict(path).ranked()[0][0]

    def is_sure(self, path: Path) -> bool:
        """Whether the genre of a file is said, and written, without its being asked for."""
        return not self._verdict(path).unsure

    def _verdict(self, path: Path) -> Verdict:
        verdict = self.outcomes[path].verdict
        if verdict is None:
            raise RuntimeError(f"{path.name} has no genre: {self.outcomes[path].problem}")
        return verdict


def run() -> Iterator[str]:
    """Make the files, then hear them quickly and thoroughly, cold and warm."""
    model, ffmpeg = default_model(), shutil.which("ffmpeg")
    data = os.environ.get(FOLDER_VARIABLE)
    if model is None or ffmpeg is None or data is None:
        raise RuntimeError(f"needs a model, the program ffmpeg, and {FOLDER_VARIABLE}")
    pieces = composed(Path(data) / "emotify", SEED)
    yield (
        f"{len(pieces)} files of 4 to 8 minutes of {EXCERPTS[0]} to {EXCERPTS[1]} excerpts, none "
        f"twice within a file; model {model.name}, one process, without a library; speed is that "
        "of whole passes, 95 % intervals after Wilson; targets: 95 % at 4 times the speed"
    )
    warm_up(model.folder)
    made = _made(ffmpeg, pieces, MADE / str(SEED))
    alike: dict[int, list[bool]] = {1: [], 2: []}
    tops: dict[str, list[str]] = {}
    for name, files in made.items():
        warm = _joined(
            _compared(model.folder, files[first : first + FILES_IN_TURN], cold=False)
            for first in range(0, len(files), FILES_IN_TURN)
        )
        cold = _compared(model.folder, files[::COLD_STEP], cold=True)
        same = _same(warm, files)
        tops[name] = [warm[1].top(path) for path in files]
        for piece, is_same in zip(pieces, same, strict=True):
            alike[len(piece.halves)].append(is_same)
        yield (
            f"{name}: {_share(same)} agree; {_ratio(warm)} warm, {_ratio(cold)} cold "
            f"({len(cold[0].outcomes)} of the files); {_heard_quickly(warm[0])}; {_if_sure(warm)}"
        )
    first, *others = tops
    for name in others:
        same = [one == other for one, other in zip(tops[first], tops[name], strict=True)]
        yield f"thorough answers to the same music as {first} and {name}: {_share(same)} agree"
    yield f"one genre: {_share(alike[1])} agree; two genres: {_share(alike[2])} agree"
    tracks = sorted(p for p in (Path(data) / "tracks").iterdir() if p.suffix != ".csv")
    both = _compared(model.folder, tracks, cold=False)
    same = _same(both, tracks)
    yield f"tracks: {_share(same)} agree; {_ratio(both)}; {_heard_quickly(both[0])}"


def composed(folder: Path, seed: int) -> list[Piece]:
    """Which excerpts make which file: half of the files of one genre, half of two."""
    random = np.random.default_rng(seed)
    with (folder / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    genres = sorted({row["genre"] for row in rows})
    by_genre = {g: [folder / row["path"] for row in rows if row["genre"] == g] for g in genres}

    def drawn(genre: str, count: int) -> list[Path]:
        places = random.choice(len(by_genre[genre]), count, replace=False)
        return [by_genre[genre][place] for place in places]

    pieces = []
    for number in range(2 * FILES_OF_EACH_HALF):
        count = int(random.integers(EXCERPTS[0], EXCERPTS[1], endpoint=True))
        halves = tuple(str(g) for g in random.permutation(genres)[: 1 + number % 2])
        if len(halves) == 1:
            excerpts = drawn(halves[0], count)
        else:
            # From a quarter to just under a half, at random places.
            smaller = int(random.integers(math.ceil(count / 4), math.ceil(count / 2)))
            both = drawn(halves[0], count - smaller) + drawn(halves[1], smaller)
            excerpts = [both[place] for place in random.permutation(count)]
        pieces.append(Piece(halves, tuple(excerpts)))
    return pieces


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson, 1927)."""
    z = 1.959964
    share = hits / of
    middle = share + z * z / (2 * of)
    reach = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return (middle - reach) / scale, (middle + reach) / scale


def _made(ffmpeg: str, pieces: Sequence[Piece], folder: Path) -> dict[str, list[Path]]:
    """The files of each format, of which those that were made before are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    made: dict[str, list[Path]] = {name: [] for name in FORMATS}
    for number, piece in enumerate(pieces):
        paths = [folder / f"{number}{extension}" for extension, _ in FORMATS.values()]
        for name, path in zip(FORMATS, paths, strict=True):
            made[name].append(path)
        if not all(path.exists() for path in paths):
            with tempfile.TemporaryDirectory(dir=folder) as temporary:
                for path in _encoded(ffmpeg, piece, Path(temporary)):
                    path.replace(folder / f"{number}{path.suffix}")
    return made


def _encoded(ffmpeg: str, piece: Piece, folder: Path) -> list[Path]:
    """One file in each format."""
    inputs = [word for path in piece.excerpts for word in ("-i", str(path))]
    numbers = range(len(piece.excerpts))
    alike = "".join(
        f"[{n}:a]aresample=44100,aformat=channel_layouts=stereo[a{n}];" for n in numbers
    )
    joined = "".join(f"[a{n}]" for n in numbers)
    joined += f"concat=n={len(numbers)}:v=0:a=1,asplit={len(FORMATS)}"
    outputs: list[str] = []
    paths = []
    for number, (extension, options) in enumerate(FORMATS.values()):
        paths.append(folder / f"made{extension}")
        joined += f"[o{number}]"
        outputs += ["-map", f"[o{number}]", *options, str(paths[-1])]
    subprocess.run(
        [ffmpeg, "-v", "error", *inputs, "-filter_complex", alike + joined, *outputs],
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return paths


def _compared(model_folder: Path, files: Sequence[Path], *, cold: bool) -> tuple[Pass, Pass]:
    """A quick pass and a thorough one."""
    quick, thorough = (
        _pass(model_folder, files, quick=quick, cold=cold) for quick in (True, False)
    )
    return quick, thorough


def _joined(turns: Iterable[tuple[Pass, Pass]]) -> tuple[Pass, Pass]:
    """Quick passes over some files each as one, and thorough ones."""
    quick, thorough = zip(*turns, strict=True)
    return _one_pass(quick), _one_pass(thorough)


def _one_pass(passes: Iterable[Pass]) -> Pass:
    outcomes: dict[Path, Outcome] = {}
    seconds = processor_seconds = 0.0
    for one in passes:
        outcomes |= one.outcomes
        seconds += one.seconds
        processor_seconds += one.processor_seconds
    return Pass(outcomes, seconds, processor_seconds)


def _same(passes: tuple[Pass, Pass], files: Sequence[Path]) -> list[bool]:
    quick, thorough = passes
    return [quick.top(path) == thorough.top(path) for path in files]


def _if_sure(passes: tuple[Pass, Pass]) -> str:
    """How many agree of the files that a pass is sure of."""
    quick, thorough = passes
    said = []
    for one in passes:
        sure = [path for path in one.outcomes if one.is_sure(path)]
        said.append(_share([quick.top(path) == thorough.top(path) for path in sure]))
    return f"where the quick answer is sure, {said[0]}, where the thorough one is, {said[1]}"


def _heard_quickly(one: Pass) -> str:
    quick = sum(outcome.quick for outcome in one.outcomes.values())
    return f"{quick} of {len(one.outcomes)} heard quickly, the others wholly"


def _pass(model_folder: Path, files: Sequence[Path], *, quick: bool, cold: bool) -> Pass:
    for path in files:
        _forget(path) if cold else path.read_bytes()
    clock, processor = perf_counter(), process_time()
    tracks = [Track(path) for path in files]
    outcomes = {
        one.track.path: one for one in classify(tracks, InProcess(), model_folder, quick=quick)
    }
    return Pass(outcomes, perf_counter() - clock, process_time() - processor)


def _forget(path: Path) -> None:
    """Let the system drop what it keeps of a file in memory."""
    if sys.platform != "linux":
        raise RuntimeError("cold passes need Linux")
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _share(same: Sequence[bool]) -> str:
    if not same:
        return "none"
    low, high = wilson(sum(same), len(same))
    return f"{sum(same)} of {len(same)} ({low:.1%} to {high:.1%})"


def _ratio(passes: tuple[Pass, Pass]) -> str:
    quick, thorough = passes
    return (
        f"{thorough.seconds / quick.seconds:.1f} times as fast "
        f"({quick.seconds:.1f} s against {thorough.seconds:.1f}; of a processor "
        f"{quick.processor_seconds:.1f} against {thorough.processor_seconds:.1f}, "
        f"{thorough.processor_seconds / quick.processor_seconds:.1f} times)"
    )
