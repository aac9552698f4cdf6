"""Reading and writing playlists of other programs: M3U, PLS and XSPF."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from genre_desktop.core import xspf
from genre_desktop.core.atomic_file import replacing
from genre_desktop.core.export_target import refuse_target
from genre_desktop.core.kinds import extension_of
from genre_desktop.core.locations import Paths, located, location_line
from genre_desktop.core.skipped import Skipped, because, because_of
from genre_desktop.core.track import Listing
from genre_desktop.dsp.printable import printable
from genre_desktop.dsp.regular_file import read_limited

_LONGEST_PLAYLIST = 32 * 1024 * 1024
_PLS_FILE = re.compile(rb"\s*file(\d{1,9})\s*=(.*)", re.IGNORECASE | re.DOTALL)


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


def write_playlist(listings: Iterable[Listing], target: Path) -> int:
    """Writes an XSPF playlist where the target ends in .xspf, else an M3U in UTF-8.

    Names are relative to the playlist where a file lies in its folder or below, so that both can
    be moved together. A file of which several parts are listed is named once for each run of parts.

    Returns:
        The number of entries written.

    Raises:
        ExportFailed: Nothing was written and what was there is untouched.
    """
    form = ".xspf" if extension_of(target.name) == ".xspf" else ".m3u8"
    return write_playlist_as(form, listings, target, Paths.BELOW)


def write_playlist_as(form: str, listings: Iterable[Listing], target: Path, paths: Paths) -> int:
    """Writes a playlist of the form ".xspf" or ".m3u8", whatever the target is called.

    Returns:
        The number of entries written.

    Raises:
        ExportFailed: Nothing was written and what was there is untouched.
    """
    wanted = list(_without_repeated_parts(listings))
    text = xspf.text if form == ".xspf" else _m3u
    content = text(wanted, target.absolute().parent, paths).encode()
    refuse_target(target)
    with replacing(target) as file:
        file.write(content)
    return len(wanted)


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


def _m3u(listings: Iterable[Listing], folder: Path, paths: Paths) -> str:
    lines = ["#EXTM3U"]
    for listing in listings:
        tags = listing.tags
        seconds = -1 if tags.seconds is None else round(tags.seconds)
        shown = " - ".join(text for text in (tags.artist, tags.title) if text)
        shown = shown or listing.track.path.stem
        lines.append(f"#EXTINF:{seconds},{' '.join(printable(shown).split())}")
        lines.append(location_line(listing.track.path, folder, paths))
    return "\n".join(lines) + "\n"
