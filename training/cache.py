"""Intermediate arrays kept outside the repository, so that a second run is quick."""

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.damage import Damaged, arrays_of

log = logging.getLogger(__name__)

Arrays = dict[str, NDArray[np.generic]]


class Cache:
    """A folder of named arrays; a name is told apart further by what the arrays depend on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where everything lies."""
        return self._folder

    def arrays(
        self, name: str, depends_on: Mapping[str, object], make: Callable[[], Arrays]
    ) -> Arrays:
        """The arrays kept under the name and dependencies, else made now and kept.

        What is kept but damaged is named in a warning, and made again.
        """
        path = self.path(name, depends_on, ".npz")
        if path.exists():
            try:
                return arrays_of(path)
            except Damaged as damage:
                log.warning("%s cannot be read (%s); what it held is made again.", path, damage)
        made = make()
        with replacing(path) as target, target.open("wb") as stream:
            np.savez(stream, allow_pickle=False, **made)
        return made

    def path(self, name: str, depends_on: Mapping[str, object], suffix: str) -> Path:
        """Where something of this name and these dependencies lies."""
        digest = hashlib.sha256(json.dumps(depends_on, sort_keys=True).encode()).hexdigest()
        return self._folder / f"{name}-{digest[:16]}{suffix}"


class replacing:  # noqa: N801 — read as a verb: `with replacing(path) as target`
    """A temporary path beside `path` that takes its place when the block ends well."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        self._temporary = Path(name)

    def __enter__(self) -> Path:
        return self._temporary

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._temporary.unlink(missing_ok=True)
            return
        with self._temporary.open("rb+") as written:
            os.fsync(written.fileno())
        self._temporary.replace(self._path)
        self._path.chmod(0o644)


def digest_of(arrays: Mapping[str, NDArray[np.generic]]) -> str:
    """A short name for the content of arrays, to depend on."""
    total = hashlib.sha256()
    for name in sorted(arrays):
        total.update(name.encode())
        total.update(np.ascontiguousarray(arrays[name]).tobytes())
    return total.hexdigest()[:16]
