"""Rekordbox's XML: a collection with genre and tempo, and a playlist for each genre."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from genre_desktop import __version__
from genre_desktop.core.atomic_file import replacing
from genre_desktop.core.corrected import sure_name
from genre_desktop.core.export_cells import duration_of, finite
from genre_desktop.core.exporting.asked import Export, Exported
from genre_desktop.core.exporting.query import LibraryRow
from genre_desktop.core.exporting.targets import refuse
from genre_desktop.core.key_finding import KeyFinding
from genre_desktop.core.locations import Paths, location_url
from genre_desktop.core.track import Listing
from genre_desktop.core.xspf import xml_text
from genre_desktop.dsp.key import Key

_KINDS = {"MP3": "MP3 File", "FLAC": "FLAC File", "WAV": "WAV File", "AIFF": "AIFF File"}


def write_rekordbox(asked: Export, rows: Iterable[LibraryRow]) -> Exported:
    """Writes the collection; files that are gone and parts of files are left out.

    The genre is the one that was heard, where that is sure, else the file's own; the tempo is left
    out where it is not known, and the key where it is not asked for or the music has none; how far
    it can be relied on stands in the comment.

    Raises:
        ExportFailed: It cannot be written, and what was there is untouched.
    """
    with KeyFinding() as keys:
        return _written(asked, rows, keys.key_of if asked.with_keys else _no_key)


def _no_key(_path: Path) -> None:
    """Where keys are not asked for."""


def _written(
    asked: Export, rows: Iterable[LibraryRow], key_of: Callable[[Path], Key | None]
) -> Exported:
    tracks: list[str] = []
    playlists: defaultdict[str, list[int]] = defaultdict(list)
    gone = parts = 0
    for row in rows:
        if row.is_gone:
            gone += 1
        elif row.listing.track.span is not None:
            parts += 1
        else:
            number = len(tracks) + 1
            heard = sure_name(row.listing.outcome)
            tracks.append(_track(number, row.listing, heard, key_of(row.listing.track.path)))
            if heard:
                playlists[heard].append(number)
    if tracks:
        refuse(asked.target, may_replace=asked.may_replace)
        with replacing(asked.target) as file:
            file.writelines(line.encode() for line in _lines(tracks, playlists))
    return Exported(len(tracks), int(bool(tracks)), gone=gone, parts=parts)


def _lines(tracks: list[str], playlists: dict[str, list[int]]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<DJ_PLAYLISTS Version="1.0.0">\n'
    yield f'  <PRODUCT Name="Genre Desktop" Version="{__version__}" Company=""/>\n'
    yield f'  <COLLECTION Entries="{len(tracks)}">\n'
    yield from tracks
    yield "  </COLLECTION>\n  <PLAYLISTS>\n"
    yield f'    <NODE Type="0" Name="ROOT" Count="{len(playlists)}">\n'
    for genre, numbers in sorted(playlists.items()):
        attributes = _attributes({"Name": genre, "Type": 1, "KeyType": 0, "Entries": len(numbers)})
        yield f"      <NODE{attributes}>\n"
        yield from (f'        <TRACK Key="{number}"/>\n' for number in numbers)
        yield "      </NODE>\n"
    yield "    </NODE>\n  </PLAYLISTS>\n</DJ_PLAYLISTS>\n"


def _track(number: int, listing: Listing, heard: str, key: Key | None) -> str:
    tags, outcome, path = listing.tags, listing.outcome, listing.track.path
    report = outcome.report if outcome is not None else None
    seconds = duration_of(listing)
    values: dict[str, str | int | None] = {
        "TrackID": number,
        "Name": tags.title or path.stem,
        "Artist": tags.artist,
        "Album": tags.album,
        "Genre": heard or tags.genre,
        "Kind": _KINDS.get(report.format_name) if report is not None else None,
        "TotalTime": None if seconds is None else round(seconds),
        "Year": tags.date[:4] if tags.date[:4].isdecimal() else None,
        "TrackNumber": _track_number(tags.track_number),
        "AverageBpm": _tempo(listing),
        "BitRate": round(report.bit_rate / 1_000) or None if report is not None else None,
        "SampleRate": report.sample_rate if report is not None else None,
        "Location": _location(path),
        "Tonality": key.name if key is not None else None,
        "Comments": f"Key {key.name} ({key.confidence:.0%})" if key is not None else None,
    }
    return f"    <TRACK{_attributes(values)}/>\n"


def _attributes(values: dict[str, str | int | None]) -> str:
    return "".join(
        f" {name}={quoteattr(xml_text(str(value)))}"
        for name, value in values.items()
        if value not in {None, ""}
    )


def _tempo(listing: Listing) -> str | None:
    verdict = listing.outcome.verdict if listing.outcome is not None else None
    tempo = finite(verdict.tempo_bpm, 2) if verdict is not None else None
    return None if tempo is None else f"{tempo:.2f}"


def _track_number(text: str) -> str | None:
    first = text.partition("/")[0].strip()
    return first if first.isdecimal() else None


def _location(path: Path) -> str:
    """The file's URL as Rekordbox writes it, with a host."""
    url = location_url(path, path.parent, Paths.ABSOLUTE)
    return url.replace("file:///", "file://localhost/", 1)
