"""50,000 known files: how long until all are answered without reading any audio."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from bench.shipped_model import shipped_model
from genre_desktop.core.batch import classify
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import LIBRARY_NAME, Library
from genre_desktop.core.places import HOME_VARIABLE
from genre_desktop.core.track import Outcome, Track
from genre_desktop.core.workers import InProcess
from genre_desktop.dsp.sound import SoundReport
from genre_desktop.inference.package_files import read_files
from genre_desktop.inference.verdict import Timeline, Verdict

FILES = 50_000
FILES_PER_FOLDER = 100
ROUNDS = 3
TARGET_SECONDS = 15.0
PIECES = 82  # of a four-minute track
EMBEDDING = 512


def run() -> Iterator[str]:
    """Fill a library with answers of an ordinary size, then ask for all of them."""
    model = shipped_model()
    with tempfile.TemporaryDirectory() as temporary:
        home, music = Path(temporary) / "home", Path(temporary) / "music"
        tracks = touched_files(music)
        with Library.open(home / "data" / LIBRARY_NAME) as library:
            begun = perf_counter()
            template = template_answer(model.name, model.version, model.labels)
            template = template._replace(model_digest=read_files(model.folder).digest)
            for number, track in enumerate(tracks):
                outcome = template._replace(track=track, audio_hash=f"{number:040x}")
                library.store(outcome, stamp_of(track.path))
            stored = perf_counter() - begun
            rounds = [_all_known(tracks, model.folder, library) for _ in range(ROUNDS)]
            size = sum(part.stat().st_size for part in library.path.parent.iterdir())
        commands = [_command(music, home) for _ in range(1 + ROUNDS)][1:]  # the first reads tags
    yield (
        f"{FILES:,} known files answered in {median(rounds):.1f} s "
        f"({min(rounds):.1f} to {max(rounds):.1f}); target {TARGET_SECONDS:.0f} s"
    )
    yield (
        f"the whole command, from scan to CSV: {median(commands):.1f} s "
        f"({min(commands):.1f} to {max(commands):.1f}); target {TARGET_SECONDS:.0f} s"
    )
    yield (
        f"keeping them took {stored:.1f} s ({stored / FILES * 1e6:.0f} µs each); the library is "
        f"{size / 1e6:.0f} MB"
    )


def _command(music: Path, home: Path) -> float:
    begun = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "genre_desktop", "classify", music, "--csv", home / "genres.csv"],
        env={**os.environ, HOME_VARIABLE: str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    if f"{FILES} known already" not in done.stderr:
        raise RuntimeError(f"not every file was known: {done.stderr}")
    return perf_counter() - begun


def _all_known(tracks: list[Track], model_folder: Path, library: Library) -> float:
    begun = perf_counter()
    known = sum(
        outcome.from_library for outcome in classify(tracks, InProcess(), model_folder, library)
    )
    if known != FILES:
        raise RuntimeError(f"only {known} of {FILES} files were known")
    return perf_counter() - begun


def touched_files(root: Path, count: int = FILES) -> list[Track]:
    """Empty files, a hundred in a folder."""
    tracks = []
    for number in range(count):
        folder = root / f"Artist {number // 1000}" / f"Album {number // FILES_PER_FOLDER}"
        if number % FILES_PER_FOLDER == 0:
            folder.mkdir(parents=True)
        path = folder / f"{number:05} Title.mp3"
        path.touch()
        tracks.append(Track(path))
    return tracks


def template_answer(model: str, version: str, labels: tuple[str, ...]) -> Outcome:
    """An answer of an ordinary size about no file."""
    share = np.full(len(labels), 1 / len(labels), np.float32)
    timeline = Timeline(
        piece_seconds=2.9257,
        probabilities=np.tile(share.astype(np.float16), (PIECES, 1)),
        heard=np.ones(PIECES, np.bool_),
    )
    embedding = np.zeros(EMBEDDING, np.float16)
    verdict = Verdict(
        model=model,
        version=version,
        labels=labels,
        probabilities=share,
        unsure=False,
        timeline=timeline,
        embedding=embedding,
        tempo_bpm=120.0,
        heard_seconds=240.0,
    )
    report = SoundReport(
        format_name="MP3",
        sample_rate=44_100,
        channels=2,
        bit_rate=256_000,
        promised_seconds=240.0,
        decoded_seconds=240.0,
        failed_packets=0,
        notes=(),
    )
    return Outcome(Track(Path()), verdict, None, report, "")
