"""A batch over a real cluster of two worker processes, one of which is killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from genre_desktop.core.batch import classify
from genre_desktop.core.cluster import ClusterUnavailable, ClusterWorkers, recognise_apart
from genre_desktop.core.library import Library
from genre_desktop.core.lost_workers import WorkersUselessError
from genre_desktop.core.track import Outcome, Track
from tests.support.command_line import RATE, run, tone
from tests.support.packages import GTZAN, mel_package

FILES = 40

pytestmark = [pytest.mark.training, pytest.mark.timeout(120)]


@pytest.fixture
def cluster() -> Iterator[Any]:
    """A scheduler and two worker processes on the loopback interface."""
    with local_cluster(workers=2, processes=True) as cluster:
        yield cluster


@pytest.fixture
def short_lived() -> Iterator[Any]:
    """A scheduler and a worker in this process, which is quicker."""
    with local_cluster(workers=1, processes=False) as cluster:
        yield cluster


def local_cluster(*, workers: int, processes: bool) -> Any:
    from distributed import LocalCluster

    return LocalCluster(  # type: ignore[no-untyped-call]  # of a library without types
        n_workers=workers,
        threads_per_worker=1,
        processes=processes,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address=None,
    )


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    folder.mkdir()
    for number in range(FILES):
        tone(folder / f"{number}.flac", number % len(GTZAN), seconds=4.0 + number / RATE)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_a_worker_that_is_killed_costs_no_track(cluster: Any, music: Path, tmp_path: Path) -> None:
    model = mel_package(tmp_path / "models")
    wanted = [Track(path) for path in sorted(music.iterdir())]
    workers = ClusterWorkers(cluster.scheduler_address)
    assert workers.size == 2
    victim = next(iter(cluster.workers.values())).pid
    heard: list[Outcome] = []
    try:
        with Library.open(tmp_path / "data" / "library.sqlite") as library:
            for outcome in classify(wanted, workers, model, library, listen=recognise_apart):
                if len(heard) == 2:
                    os.kill(victim, signal.SIGKILL)
                heard.append(outcome)
            known = list(classify(wanted, workers, model, library, listen=recognise_apart))
    finally:
        workers.shutdown()
    assert {outcome.track for outcome in heard} == set(wanted)
    for outcome in heard:
        assert outcome.verdict is not None
        assert outcome.verdict.ranked()[0][0] == GTZAN[int(outcome.track.path.stem) % len(GTZAN)]
    assert all(outcome.from_library for outcome in known)  # the answers came home


def test_a_scheduler_that_is_lost_ends_the_batch_with_a_sentence(
    short_lived: Any, music: Path, tmp_path: Path
) -> None:
    model = mel_package(tmp_path / "models")
    wanted = [Track(path) for path in sorted(music.iterdir())]
    workers = ClusterWorkers(short_lived.scheduler_address)
    heard: list[Outcome] = []
    try:
        outcomes = classify(wanted, workers, model, listen=recognise_apart)
        heard.append(next(outcomes))
        short_lived.close()
        with pytest.raises(WorkersUselessError, match="no longer answers"):
            heard.extend(outcomes)
    finally:
        workers.shutdown()
    assert len(heard) < FILES


def test_a_cluster_that_does_not_answer_is_a_sentence() -> None:
    with pytest.raises(ClusterUnavailable, match="No Dask scheduler answers"):
        ClusterWorkers("nowhere")


def test_the_command_line_hears_over_a_cluster(
    cluster: Any, music: Path, a_home_of_its_own: Path
) -> None:
    mel_package(a_home_of_its_own / "data" / "models")
    told: subprocess.CompletedProcess[str] = run(
        *("classify", "--model", "tiny-mel", "--scheduler", cluster.scheduler_address, music)
    )
    assert told.returncode == 0, told.stderr
    assert f"{FILES} tracks, 0 with problems" in told.stderr
    refused = run("classify", "--model", "tiny-mel", "--scheduler", "nowhere", music)
    assert refused.returncode == 2
    (sentence,) = refused.stderr.splitlines()
    assert "No Dask scheduler answers" in sentence
