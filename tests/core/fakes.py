"""Named fakes of the function that a worker runs, for batches without a model or audio."""

import os
import signal
import threading
from pathlib import Path

from genre_desktop.core.recognise import Request
from genre_desktop.core.track import Outcome, Track
from genre_desktop.inference.package_files import read_files
from tests.core.answers import answered

HANG_SECONDS = 600.0


def listen_by_name(request: Request) -> Outcome:
    """Answers, dies, hangs or raises as the file's name says, and writes down each start.

    "kills" dies always, "kills-once" only the first time, "hangs" never comes back.
    """
    path = request.track.path
    record = _record(path)
    record.parent.mkdir(exist_ok=True)
    with record.open("ab") as file:
        file.write(b".")
    if path.stem == "kills" or (path.stem == "kills-once" and times_heard(path) == 1):
        os.kill(os.getpid(), signal.SIGKILL)
    if path.stem == "hangs":
        threading.Event().wait(HANG_SECONDS)
    if path.stem == "raises":
        raise ValueError("a bug")
    digest = read_files(request.model_folder).digest
    return answered(path, audio_hash=path.stem, model_digest=digest)


def tracks(folder: Path, *names: str) -> list[Track]:
    """Files of these names for `listen_by_name`."""
    for name in names:
        (folder / f"{name}.mp3").write_bytes(name.encode())
    return [Track(folder / f"{name}.mp3") for name in names]


def times_heard(path: Path) -> int:
    """How often `listen_by_name` began on a file."""
    record = _record(path)
    return record.stat().st_size if record.exists() else 0


def _record(path: Path) -> Path:
    return path.parent / "heard" / path.name
