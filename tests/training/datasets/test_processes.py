"""Work in processes of its own: a decoder that crashes costs one file."""

import os

import pytest

from training.datasets.processes import Crashed, in_processes, with_bar

pytestmark = pytest.mark.training


def doubled(number: int) -> int:
    """Twice the number; 13 takes its process along, as a crashing decoder does."""
    if number == 13:
        os._exit(3)
    return 2 * number


def test_only_the_job_that_kills_its_process_is_lost() -> None:
    done = {one.job: one.result for one in in_processes(doubled, range(10, 18), 2)}
    assert isinstance(done.pop(13), Crashed)
    assert done == {n: 2 * n for n in range(10, 18) if n != 13}


def test_without_workers_the_same_is_done_here() -> None:
    assert [one.result for one in in_processes(doubled, range(3), 0)] == [0, 2, 4]


def test_nothing_to_do_is_done() -> None:
    assert list(in_processes(doubled, [], 2)) == []


def test_the_bar_passes_everything_on() -> None:
    assert len(list(with_bar(in_processes(doubled, range(4), 0), 4, "Doubling"))) == 4
