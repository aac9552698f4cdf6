"""Paths in what is dropped, pasted and dragged out: file addresses to paths and back."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QByteArray, QMimeData, QUrl


def url_of(path: Path) -> QUrl:
    """The address of a file; undecodable bytes of its name survive."""
    return QUrl.fromEncoded(path.absolute().as_uri().encode("ascii"))


def uri_list(paths: Iterable[str]) -> bytes:
    """The addresses of files as `text/uri-list`; as `url_of`, but quick for thousands.

    Args:
        paths: Absolute paths.
    """
    joined = b"\0".join(_address_path(path) for path in paths)  # no path has a zero in it
    quoted = bytes(QByteArray(joined).toPercentEncoding(QByteArray(b"/:")).data())
    return b"file://" + quoted.replace(b"%00", b"\r\nfile://") + b"\r\n" if joined else b""


def path_of(url: QUrl) -> Path | None:
    """The file of an address, None where it is not on this computer."""
    if not url.isLocalFile():
        return None
    if sys.platform == "win32":
        return Path(url.toLocalFile())
    if url.host() not in {"", "localhost"}:
        return None
    path = url.path(QUrl.ComponentFormattingOption.FullyEncoded).encode("ascii")
    return Path(os.fsdecode(unquote_to_bytes(path)))


def brings_files(mime: QMimeData) -> bool:
    """Whether what is dragged in names a file; found without reading thousands of addresses."""
    return mime.hasUrls() and b"file:" in mime.data("text/uri-list").data()


def paths_in(mime: QMimeData) -> list[Path]:
    """The files that dropped or pasted data names: addresses, else lines that are paths."""
    if mime.hasUrls():
        return [path for url in mime.urls() if (path := path_of(url)) is not None]
    return list(_paths_of_lines(mime.text().splitlines())) if mime.hasText() else []


def _paths_of_lines(lines: Iterable[str]) -> Iterable[Path]:
    for line in lines:
        text = line.strip().strip("\"'")
        path = path_of(QUrl(text)) if text.startswith("file:") else _expanded(text)
        if path is not None and path.is_absolute():
            yield path


def _expanded(text: str) -> Path | None:
    """A path with ~ as the home folder; None where nobody has that home."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return None


def _address_path(path: str) -> bytes:
    """The path of a file as it stands in its address, not quoted yet."""
    if sys.platform == "win32":
        text = path.replace("\\", "/")
        return (text.removeprefix("//") if text.startswith("//") else f"/{text}").encode(
            "utf-8", "surrogatepass"
        )
    return os.fsencode(path)
