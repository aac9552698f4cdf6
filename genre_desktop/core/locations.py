"""Names of files as playlists write them: found on this disk, and written for other programs."""

import os
import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from genre_desktop.core.skipped import Skipped, because
from genre_desktop.dsp.printable import one_line

_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://([^/]*)(.*)", re.DOTALL)
_URL_WITHOUT_HOST = re.compile(r"file:(?=/(?!/))", re.IGNORECASE)  # as RFC 8089 allows
_ENCODINGS = ("cp1252", "cp932", "cp1251", "gb18030")
_LINE_UNSAFE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]|^[#\s]|\s$|^\w+:/")
_MISREAD_BEGINNING = re.compile(r"[#\s]|\w+:/")  # as a comment, as nothing, as an address


class Paths(StrEnum):
    """How a playlist names files; the values are those of the command line."""

    BELOW = "below"  # relative where a file lies in the playlist's folder or below
    RELATIVE = "relative"
    ABSOLUTE = "absolute"


def located(entry: bytes, playlist: Path) -> Path | Skipped:
    """The file that an entry of a playlist means, or why there is none."""
    text = os.fsdecode(entry.strip())
    url = _URL.match(_URL_WITHOUT_HOST.sub("file://", text, count=1))
    if url is None:
        candidates = _candidates(entry)
    elif url[1].lower() == "file":
        candidates = iter([_path_of_url(host=url[2], path=url[3])])
    else:
        return because(playlist, f"names {one_line(text)}; only files on this computer are read")
    for candidate in candidates:
        path = playlist.parent / candidate
        if os.path.lexists(path):
            return path
    return because(playlist, f"names {one_line(text)}, which is not there")


def location_line(path: Path, folder: Path, paths: Paths = Paths.BELOW) -> str:
    """The path as a line of an M3U in that folder; as a whole URL where a line cannot hold it."""
    relative = _relative(path, folder, paths)
    name = str(path if relative is None else relative)
    if relative is not None and _MISREAD_BEGINNING.match(name):
        name = os.path.join(os.curdir, name)  # noqa: PTH118 - a path would drop the dot
    return _whole_url(path) if _LINE_UNSAFE.search(name) else name


def location_url(path: Path, folder: Path, paths: Paths = Paths.BELOW) -> str:
    """The path as a URL, relative where that is asked for."""
    relative = _relative(path, folder, paths)
    if relative is None:
        return _whole_url(path)
    quoted = quote(os.fsencode(relative.as_posix()))
    # "./" keeps a colon in the first name from looking like a scheme
    return f"./{quoted}" if "%3A" in quoted.partition("/")[0] else quoted


def is_whole(location: str) -> bool:
    """Whether a line or URL made here says where a file lies from the top on."""
    return location.startswith("file://") or Path(location).is_absolute()


def _whole_url(path: Path) -> str:
    posix = path.absolute().as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(os.fsencode(posix), ':/')}"


def _relative(path: Path, folder: Path, paths: Paths) -> Path | None:
    """The path as seen from the folder, None where it is to be absolute."""
    if paths is Paths.BELOW and path.is_relative_to(folder):
        return path.relative_to(folder)
    if paths is not Paths.RELATIVE:
        return None
    try:  # from where the folder really lies: ".." does not lead back through a link
        return Path(os.path.relpath(path, os.path.realpath(folder)))
    except ValueError:  # Windows: another drive
        return None


def _candidates(entry: bytes) -> Iterator[str]:
    """What the bytes may mean, the likeliest first; some programs write names as in a URL."""
    for raw in dict.fromkeys((entry, entry.strip(), unquote_to_bytes(entry.strip()))):
        for text in dict.fromkeys(_readings(raw)):
            yield text
            yield unicodedata.normalize("NFC", text)
            yield unicodedata.normalize("NFD", text)
            if os.sep != "\\":
                yield text.replace("\\", "/")


def _readings(raw: bytes) -> Iterator[str]:
    yield os.fsdecode(raw)
    try:
        raw.decode()
    except UnicodeDecodeError:
        yield from (raw.decode(encoding, "replace") for encoding in _ENCODINGS)


def _path_of_url(host: str, path: str) -> str:
    decoded = os.fsdecode(unquote_to_bytes(os.fsencode(path)))
    if host not in {"", "localhost"}:
        return f"//{host}{decoded}"  # a share, where the platform knows such
    return decoded[1:] if re.match(r"/[A-Za-z]:[\\/]", decoded) else decoded
