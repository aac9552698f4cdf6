"""Where fits run: here, one after another, or on a Dask cluster that --scheduler names."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

import joblib

from training.refusal import Refused

PATIENCE_SECONDS = 5
CODE = "training"  # the package that each process of a cluster must find
_ADDRESS = re.compile(r"(tcp://)?(\[[0-9a-fA-F:.]+\]|[^\s:/\[\]]+):\d{1,5}")
_REMEDY = (
    "start one with `python -m dask scheduler` and workers with `python -m dask worker`, both in"
    " the project's folder, or leave --scheduler out"
)


class SchedulerAway(Refused):
    """The Dask scheduler that was named does not answer."""


def refuse_absent(address: str) -> None:
    """Refuse an address at which no Dask scheduler with workers answers.

    Asked before a `Client` is made: one that cannot connect leaves a traceback behind.

    Raises:
        SchedulerAway: It is no address, nobody answers there, another service does, or it has no
            workers, or they have not the code of training.
    """
    if not _ADDRESS.fullmatch(address):
        raise SchedulerAway(
            f"--scheduler {address} is no address such as tcp://127.0.0.1:8786; write the one that"
            " `dask scheduler` shows, or leave --scheduler out."
        )
    try:
        told = asyncio.run(asyncio.wait_for(_identity(address), PATIENCE_SECONDS))
    except Exception as error:  # what another service's bytes lead Dask to is of any kind
        raise SchedulerAway(f"No Dask scheduler answers at {address}; {_REMEDY}.") from error
    if told.get("type") != "Scheduler":
        raise SchedulerAway(f"What answers at {address} is no Dask scheduler; {_REMEDY}.")
    if not told.get("workers"):
        raise SchedulerAway(
            f"The Dask scheduler at {address} has no workers; start some with"
            f" `python -m dask worker {address}` in the project's folder."
        )
    _refuse_other_code(address)


def _refuse_other_code(address: str) -> None:
    """Refuse a cluster that does not find `training`: it would never finish a fit, nor say why.

    Raises:
        SchedulerAway: The scheduler or a worker was not started where the project's code lies.
    """
    with _client(address) as client:
        found = [
            client.run_on_scheduler(find_spec, CODE),
            *client.run(find_spec, CODE).values(),
        ]
    if None in found:
        raise SchedulerAway(
            f"The Dask scheduler at {address}, or a worker of it, does not find the code of"
            " training; end it and its workers, and in the project's folder start"
            f" `python -m dask scheduler` and `python -m dask worker {address}`."
        )


def _client(address: str) -> Any:
    from distributed import Client

    return Client(address, timeout=PATIENCE_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]  # of a library without types


async def _identity(address: str) -> dict[str, Any]:
    from distributed.core import rpc

    async with rpc(address, timeout=PATIENCE_SECONDS) as asked:  # type: ignore[no-untyped-call]  # of a library without types
        told: dict[str, Any] = await asked.identity()
    return told


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
    refuse_absent(address)
    with (
        _client(address) as client,
        joblib.parallel_config("dask", client=client, n_jobs=-1),
    ):
        yield
