"""Where fits run: here, one after another, or on a Dask cluster that --scheduler names."""

from collections.abc import Iterator
from contextlib import contextmanager

import joblib

from training.refusal import Refused

PATIENCE_SECONDS = 5


class SchedulerAway(Refused):
    """The Dask scheduler that was named does not answer."""


@contextmanager
def spread_over(address: str | None) -> Iterator[None]:
    """Let joblib's parallel work inside the block run on the cluster at this address.

    Searches and folds give the same numbers wherever they run: every fit has its own seed.

    Args:
        address: Such as "tcp://127.0.0.1:8786"; None for this process alone.

    Raises:
        SchedulerAway: Nobody answers there, or it has no workers.
    """
    if address is None:
        with joblib.parallel_config("sequential"):
            yield
        return
    from distributed import Client

    try:
        client = Client(address, timeout=PATIENCE_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]  # of a library without types
    except (OSError, ValueError, TimeoutError) as error:
        raise SchedulerAway(
            f"No Dask scheduler answers at {address} ({error}); start one with"
            " `dask scheduler` and workers with `dask worker`, or leave --scheduler out."
        ) from error
    with client, joblib.parallel_config("dask", client=client, n_jobs=-1):
        if not client.scheduler_info()["workers"]:
            raise SchedulerAway(f"The Dask scheduler at {address} has no workers; start some.")
        yield
