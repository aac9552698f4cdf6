"""Which recording gave which sound, remembered by path, size and time: none is read twice."""

import json
from dataclasses import dataclass
from pathlib import Path

from genre_desktop.dsp.sound import Span


@dataclass(frozen=True, slots=True)
class Heard:
    """What is remembered of a recording: the key of its sound, or why it has none."""

    key: str
    reason: str


class Journal:
    """Lines in a file, each written as soon as it is known; a torn last line does not matter."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, Heard] = {}
        if path.exists():
            for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
                self._remember(line)

    def find(self, path: Path, span: Span | None) -> Heard | None:
        """What is known of this very file, None where it changed or was never heard."""
        name = _name(path, span)
        return self._known.get(name) if name else None

    def add(self, path: Path, span: Span | None, heard: Heard) -> None:
        """Remember a recording that was just heard."""
        name = _name(path, span)
        if not name:
            return
        self._known[name] = heard
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as stream:
            # the newline comes first: what a kill tore off stays a line of its own
            stream.write("\n" + json.dumps([name, heard.key, heard.reason]))

    def _remember(self, line: str) -> None:
        try:
            name, key, reason = json.loads(line)
        except ValueError:
            return
        self._known[name] = Heard(key, reason)


def _name(path: Path, span: Span | None) -> str:
    try:
        status = path.stat()
    except OSError:
        return ""
    part = f"{span.start_seconds}-{span.end_seconds}" if span else "all"
    return f"{path.absolute()}\t{status.st_size}\t{status.st_mtime_ns}\t{part}"
