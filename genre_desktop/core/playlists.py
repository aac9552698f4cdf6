"""Reading and writing playlists of other programs: M3U, PLS and XSPF."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from genre_desktop.core import xspf
from genre_desktop.core.atomic_file import replacing
from genre_desktop.core.export_target import refuse_target
from genre_desktop.core.kinds import extension_of
from genre_desktop.core.locations import Paths, is_whole, located, location_line, location_url
from genre_desktop.core.skipped import Skipped, because, because_of
from genre_desktop.core.track import Listing
from genre_desktop.dsp.printable import printable
from genre_desktop.dsp.regular_file import read_limited

_LONGEST_PLAYLIST = 32 * 1024 * 1024
_PLS_FILE = re.compile(rb"\s*file(\d{1,9})\s*=(.*)", re.IGNORECASE | re.DOTALL)


class Written(NamedTuple):
    """What a playlist holds.

    Attributes:
        entries: How many files it names.
        not_relative: How many of them by their whole path where a relative one was asked for:
            they lie on another drive, or have a name that a line holds only as an address.
    """

    entries: int
    not_relative: int


def read_playlist(path: Path) -> Iterator[Path | Skipped]:
    """The files that a playlist names, in its order, whatever lies there.

    Names may be relative to the playlist, absolute, file:// URLs or written on Windows; a name
    in an old encoding is matched against what is on the disk. What is missing or not a local file
    is skipped with a reason, and so is a playlist that cannot be read.
    """
    try:
        content = read_limited(path, _LONGEST_PLAYLIST)
        entries = _entries(content, extension_of(path.name))
    except OSError as error:
        yield because_of(path, "cannot be read", error)
        return
    except xspf.PlaylistBroken as broken:
        yield because(path, str(broken))
        return
    for entry in entries:
        yield located(entry, path)


def write_playlist(
    listings: Iterable[Listing], target: Path, paths: Paths = Paths.BELOW
) -> Written:
    """Writes an XSPF playlist where the target ends in .xspf, else an M3U in UTF-8.

    A file of which several parts are listed is named once for each run of parts.

    Raises:
        ExportFailed: Nothing was written and what was there is untouched.
    """
    form = ".xspf" if extension_of(target.name) == ".xspf" else ".m3u8"
    return write_playlist_as(form, listings, target, paths)


def write_playlist_as(
    form: str, listings: Iterable[Listing], target: Path, paths: Paths
) -> Written:
    """Writes a playlist of the form ".xspf" or ".m3u8", whatever the target is called.

    Raises:
        ExportFailed: Nothing was written and what was there is untouched.
    """
    locate, text = (location_url, xspf.text) if form == ".xspf" else (location_line, _m3u)
    folder = target.absolute().parent
    named = [
        (listing, locate(listing.track.path, folder, paths))
        for listing in _without_repeated_parts(listings)
    ]
    content = text(named).encode()
    refuse_target(target)
    with replacing(target) as file:
        file.write(content)
    is_asked = paths is Paths.RELATIVE
    return Written(len(named), sum(is_asked and is_whole(location) for _, location in named))


def _entries(content: bytes, extension: str) -> list[bytes]:
    if extension == ".xspf":
        return xspf.locations(content)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", "replace").encode()
    if b"\0" in content:
        raise xspf.PlaylistBroken("is no playlist: it holds what is no text")
    lines = re.split(rb"\r\n|\n|\r", content.removeprefix(b"\xef\xbb\xbf"))
    if extension == ".pls":
        numbered = [match for line in lines if (match := _PLS_FILE.fullmatch(line))]
        return [match[2] for match in sorted(numbered, key=lambda match: int(match[1]))]
    return [line for line in lines if line.strip() and not line.startswith(b"#")]


def _without_repeated_parts(listings: Iterable[Listing]) -> Iterator[Listing]:
    before: Listing | None = None
    for listing in listings:
        is_part = listing.track.span is not None
        if before is None or not is_part or listing.track.path != before.track.path:
            yield listing
        before = listing


def _m3u(named: Iterable[tuple[Listing, str]]) -> str:
    lines = ["#EXTM3U"]
    for listing, location in named:
        tags = listing.tags
        seconds = -1 if tags.seconds is None else round(tags.seconds)
        shown = " - ".join(text for text in (tags.artist, tags.title) if text)
        shown = shown or listing.track.path.stem
        lines.append(f"#EXTINF:{seconds},{' '.join(printable(shown).split())}")
        lines.append(location)
    return "\n".join(lines) + "\n"
