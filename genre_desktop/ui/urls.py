"""Paths in what is dropped, pasted and dragged out: file addresses to paths and back."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl


def url_of(path: Path) -> QUrl:
    """The address of a file; undecodable bytes of its name survive."""
    return QUrl.fromEncoded(path.absolute().as_uri().encode("ascii"))


def path_of(url: QUrl) -> Path | None:
    """The file of an address, None where it is not on this computer."""
    if not url.isLocalFile():
        return None
    if sys.platform == "win32":
        return Path(url.toLocalFile())
    path = url.path(QUrl.ComponentFormattingOption.FullyEncoded).encode("ascii")
    return Path(os.fsdecode(unquote_to_bytes(path)))


def paths_in(mime: QMimeData) -> list[Path]:
    """The files that dropped or pasted data names: addresses, else lines that are paths."""
    if mime.hasUrls():
        return [path for url in mime.urls() if (path := path_of(url)) is not None]
    return list(_paths_of_lines(mime.text().splitlines())) if mime.hasText() else []


def _paths_of_lines(lines: Iterable[str]) -> Iterable[Path]:
    for line in lines:
        text = line.strip().strip("\"'")
        if text.startswith("file:"):
            path = path_of(QUrl(text))
            if path is not None:
                yield path
        elif text and Path(text).expanduser().is_absolute():
            yield Path(text).expanduser()
