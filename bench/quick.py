"""Quick answers beside thorough ones: how many agree, and how many times as fast they come."""

import csv
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import numpy as np

from genre_desktop.core.batch import classify
from genre_desktop.core.catalogue import default_model
from genre_desktop.core.recognise import warm_up
from genre_desktop.core.track import Outcome, Track
from genre_desktop.core.workers import WorkerPool
from tests.support.data import FOLDER_VARIABLE

FILES_OF_EACH_HALF = 30
SEED = 39_312_651
EXCERPTS = (16, 32)  # of 15 s: 4 to 8 minutes
FORMATS = {
    "VBR MP3": (".mp3", ("-c:a", "libmp3lame", "-q:a", "4")),
    "FLAC": (".flac", ("-c:a", "flac")),
    "Opus": (".opus", ("-c:a", "libopus", "-b:a", "96k", "-compression_level", "3")),
}


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
    """The answers of one pass over files, and its seconds."""

    outcomes: dict[Path, Outcome]
    seconds: float

    def top(self, path: Path) -> str:
        """The genre of a file."""
        verdict = self.outcomes[path].verdict
        if verdict is None:
            raise RuntimeError(f"{path.name} has no genre: {self.outcomes[path].problem}")
        return verdict.ranked()[0][0]


def run() -> Iterator[str]:
    """Make the files, then hear them quickly and thoroughly, cold and warm."""
    model, ffmpeg = default_model(), shutil.which("ffmpeg")
    data = os.environ.get(FOLDER_VARIABLE)
    if model is None or ffmpeg is None or data is None:
        raise RuntimeError(f"needs a model, the program ffmpeg, and {FOLDER_VARIABLE}")
    pieces = composed(Path(data) / "emotify", SEED)
    yield (
        f"{len(pieces)} files of 4 to 8 minutes of {EXCERPTS[0]} to {EXCERPTS[1]} excerpts, none "
        f"twice within a file; model {model.name}, one worker, without a library; speed is that of "
        "whole passes, 95 % intervals after Wilson; targets: 95 % at 4 times the speed"
    )
    with tempfile.TemporaryDirectory() as temporary, WorkerPool(1) as pool:
        pool.submit(warm_up, model.folder).result()
        made = _made(ffmpeg, pieces, Path(temporary))
        alike: dict[int, list[bool]] = {1: [], 2: []}
        for name, files in made.items():
            cold, warm = (_compared(pool, model.folder, files, cold=cold) for cold in (True, False))
            same = [warm[0].top(path) == warm[1].top(path) for path in files]
            for piece, is_same in zip(pieces, same, strict=True):
                alike[len(piece.halves)].append(is_same)
            quick = sum(warm[0].outcomes[path].quick for path in files)
            yield (
                f"{name}: {_share(same)} agree; {_ratio(cold)} cold, {_ratio(warm)} warm; "
                f"{quick} of {len(files)} heard quickly"
            )
        yield f"one genre: {_share(alike[1])} agree; two genres: {_share(alike[2])} agree"
        tracks = sorted(p for p in (Path(data) / "tracks").iterdir() if p.suffix != ".csv")
        fast, slow = _compared(pool, model.folder, tracks, cold=False)
        same = [fast.top(path) == slow.top(path) for path in tracks]
        quick = sum(fast.outcomes[path].quick for path in tracks)
        yield f"tracks: {_share(same)} agree; {_ratio((fast, slow))}; {quick} heard quickly"


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
    """The files of each format."""
    made: dict[str, list[Path]] = {name: [] for name in FORMATS}
    for number, piece in enumerate(pieces):
        inputs = [word for path in piece.excerpts for word in ("-i", str(path))]
        numbers = range(len(piece.excerpts))
        alike = "".join(
            f"[{n}:a]aresample=44100,aformat=channel_layouts=stereo[a{n}];" for n in numbers
        )
        joined = "".join(f"[a{n}]" for n in numbers)
        joined += f"concat=n={len(numbers)}:v=0:a=1,asplit={len(FORMATS)}"
        outputs: list[tuple[str, ...]] = []
        for name, (extension, options) in FORMATS.items():
            path = folder / f"{number}{extension}"
            made[name].append(path)
            label = f"[o{len(outputs)}]"
            joined += label
            outputs.append(("-map", label, *options, str(path)))
        subprocess.run(
            [ffmpeg, "-v", "error", *inputs, "-filter_complex", alike + joined, *sum(outputs, ())],
            check=True,
            stdin=subprocess.DEVNULL,
        )
    return made


def _compared(
    pool: WorkerPool, model_folder: Path, files: Sequence[Path], *, cold: bool
) -> tuple[Pass, Pass]:
    """A quick pass and a thorough one."""
    quick, thorough = (
        _pass(pool, model_folder, files, quick=quick, cold=cold) for quick in (True, False)
    )
    return quick, thorough


def _pass(
    pool: WorkerPool, model_folder: Path, files: Sequence[Path], *, quick: bool, cold: bool
) -> Pass:
    for path in files:
        _forget(path) if cold else path.read_bytes()
    begun = perf_counter()
    tracks = [Track(path) for path in files]
    outcomes = list(classify(tracks, pool, model_folder, quick=quick, limit=_no_limit))
    seconds = perf_counter() - begun
    return Pass({one.track.path: one for one in outcomes}, seconds)


def _no_limit(_track: Track) -> float:
    return 3_600.0  # workers give way to everything else that runs here


def _forget(path: Path) -> None:
    """Let the system drop what it keeps of a file in memory."""
    if sys.platform != "linux":
        raise RuntimeError("cold passes need Linux")
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _share(same: Sequence[bool]) -> str:
    low, high = wilson(sum(same), len(same))
    return f"{sum(same)} of {len(same)} ({low:.1%} to {high:.1%})"


def _ratio(passes: tuple[Pass, Pass]) -> str:
    quick, thorough = passes
    return (
        f"{thorough.seconds / quick.seconds:.1f} times as fast "
        f"({quick.seconds:.1f} s against {thorough.seconds:.1f})"
    )
