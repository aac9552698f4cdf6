"""Folds and searches on a Dask cluster of two workers give the numbers that they give here."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from tests.training.tabular.some_rows import CONFIG, some_rows
from training.tabular.crossval import cross_validated, parts_of
from training.tabular.fit import fitted_on_everything
from training.tabular.fitting import log_probabilities
from training.tabular.scheduler import SchedulerAway, spread_over

pytestmark = [pytest.mark.training, pytest.mark.timeout(300)]


def two_workers(processes: bool) -> Any:
    """A scheduler and two workers on the loopback interface."""
    from distributed import LocalCluster

    return LocalCluster(  # type: ignore[no-untyped-call]  # of a library without types
        n_workers=2,
        threads_per_worker=1,
        processes=processes,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address=None,
    )


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of two workers that share this process, so that the tests are quick."""
    with two_workers(processes=False) as workers:
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
    with two_workers(processes=True) as workers, spread_over(workers.scheduler_address):
        there, _ = cross_validated(config, rows, parts)
    np.testing.assert_array_equal(here.log_probabilities, there.log_probabilities)


def test_a_scheduler_that_is_not_there_is_named_in_a_sentence() -> None:
    with (
        pytest.raises(SchedulerAway, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9"),
        spread_over("tcp://127.0.0.1:9"),
    ):
        pass
