"""Folds and searches on a Dask cluster of two workers give the numbers that they give here."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.training.tabular.some_rows import CONFIG, fit, some_rows, songs_index
from training.evaluation.provenance import ROOT
from training.evaluation.record import CLOCK, PROCESSOR, read_record
from training.report.rows import fitting_time
from training.tabular.crossval import cross_validated, parts_of
from training.tabular.fit import fitted_on_everything
from training.tabular.fitting import log_probabilities
from training.tabular.scheduler import SchedulerAway, refuse_absent, spread_over
from training.tabular.stack_run import fit_stack

pytestmark = [pytest.mark.training, pytest.mark.timeout(300)]


def some_workers(count: int, *, processes: bool) -> Any:
    """A scheduler and workers on the loopback interface, whatever ports others hold."""
    from distributed import LocalCluster

    return LocalCluster(  # type: ignore[no-untyped-call]  # of a library without types
        n_workers=count,
        threads_per_worker=1,
        processes=processes,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
    )


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of two workers that share this process, so that the tests are quick."""
    with some_workers(2, processes=False) as workers:
        yield workers.scheduler_address


@pytest.mark.parametrize(
    "model",
    [
        {"kind": "svc", "kernel": "rbf"},
        {"kind": "mlp", "hidden": [8], "epochs": 3, "dropout": 0.2},
    ],
    ids=lambda model: str(model["kind"]),
)
def test_a_cluster_of_two_workers_answers_as_this_process_alone(
    cluster: str, model: dict[str, object]
) -> None:
    rows = some_rows()
    config = CONFIG | {"model": model}
    parts = parts_of(rows, config)
    with spread_over(None):
        here, _ = cross_validated(config, rows, parts)
    with spread_over(cluster):
        there, answers = cross_validated(config, rows, parts)
    assert len(answers) == 6
    np.testing.assert_array_equal(here.log_probabilities, there.log_probabilities)
    np.testing.assert_array_equal(here.tracks, there.tracks)


def test_fits_on_a_cluster_are_timed_by_the_clock_and_say_so(cluster: str, tmp_path: Path) -> None:
    """A worker's process counts the time of all fits that run in its threads."""
    index = songs_index(tmp_path)
    for name, where in (("here", ()), ("there", ("--scheduler", cluster))):
        assert fit("lda", tmp_path / "runs", "--on", str(index), "--name", name, *where) == 0
    here, there = (read_record(tmp_path / "runs" / name) for name in ("here", "there"))
    assert (here.timed_by, there.timed_by) == (PROCESSOR, CLOCK)
    assert fitting_time(there) == f"{fitting_time(replace(there, timed_by=PROCESSOR))} by the clock"
    assert here.metrics == there.metrics
    config = CONFIG | {"name": "both", "data": str(index)}
    stacking = {"how": "weights", "members": ["here", "there"]}
    assert fit_stack(config | {"stacking": stacking}, tmp_path / "runs").timed_by == CLOCK


def test_a_search_on_the_cluster_chooses_the_same(cluster: str) -> None:
    rows = some_rows()
    search = {"kind": "grid", "folds": 2, "over": {"C": [0.01, 1.0]}}
    config = CONFIG | {"model": {"kind": "svc", "kernel": "rbf"}, "search": search}
    with spread_over(None):
        here = fitted_on_everything(config, rows)
    with spread_over(cluster):
        there = fitted_on_everything(config, rows)
    np.testing.assert_array_equal(
        log_probabilities(here, rows.values, 3), log_probabilities(there, rows.values, 3)
    )


@pytest.mark.soak
def test_workers_in_processes_of_their_own_answer_the_same() -> None:
    rows = some_rows()
    config = CONFIG | {"model": {"kind": "mlp", "hidden": [8], "epochs": 3, "dropout": 0.2}}
    parts = parts_of(rows, config)
    with spread_over(None):
        here, _ = cross_validated(config, rows, parts)
    with some_workers(2, processes=True) as workers, spread_over(workers.scheduler_address):
        there, _ = cross_validated(config, rows, parts)
    np.testing.assert_array_equal(here.log_probabilities, there.log_probabilities)


@pytest.mark.parametrize(
    "address", ["foo", "", "tcp://127.0.0.1", "http://127.0.0.1:8786", "tcp://127.0.0.1:8786:1"]
)
def test_what_is_no_address_is_refused_before_anybody_is_asked(address: str) -> None:
    with pytest.raises(SchedulerAway, match=r"no address such as tcp://127\.0\.0\.1:8786"):
        refuse_absent(address)


def test_a_scheduler_that_is_not_there_is_named_in_one_sentence_and_nothing_else(
    tmp_path: Path,
) -> None:
    """In a process of its own: what a Client leaves behind is printed when Python ends."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        words = ["fit", "logistic", "--scheduler", address, "--data", str(tmp_path)]
        asked = subprocess.run(
            [sys.executable, "-m", "training", *words, "--runs", str(tmp_path / "runs")],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
    assert asked.returncode == 1
    assert asked.stderr == (
        f"No Dask scheduler answers at {address}; start one with `python -m dask scheduler` and"
        " workers with `python -m dask worker`, both in the project's folder, or leave"
        " --scheduler out.\n"
    )


def test_another_service_is_no_scheduler() -> None:
    def echo() -> None:
        asked, _ = heard.accept()
        with asked, suppress(OSError):
            while said := asked.recv(1_000):
                asked.sendall(said)

    with socket.create_server(("127.0.0.1", 0)) as heard:
        thread = threading.Thread(target=echo)
        thread.start()
        with pytest.raises(SchedulerAway, match="is no Dask scheduler"):
            refuse_absent(f"tcp://127.0.0.1:{heard.getsockname()[1]}")
        thread.join()


@contextmanager
def started(folder: Path, *words: str) -> Iterator[None]:
    """A process of Dask that is started in a folder."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *words, "--no-dashboard", "--host", "127.0.0.1"],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def test_a_cluster_that_was_started_elsewhere_and_lacks_our_code_is_refused(tmp_path: Path) -> None:
    """It would leave a fit waiting for ever."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    address, said = f"tcp://127.0.0.1:{port}", ""
    scheduler = started(tmp_path, "scheduler", "--port", port)
    with scheduler, started(tmp_path, "worker", address, "--no-nanny"):
        while not said or "No Dask scheduler" in said or "has no workers" in said:
            with pytest.raises(SchedulerAway) as refused:
                refuse_absent(address)
            said = str(refused.value)
    assert "does not find the code of training" in said


def test_a_scheduler_without_workers_is_refused() -> None:
    with (
        some_workers(0, processes=False) as empty,
        pytest.raises(SchedulerAway, match="has no workers"),
    ):
        refuse_absent(empty.scheduler_address)
