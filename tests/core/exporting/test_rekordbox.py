"""Rekordbox's XML, read by the standard library's parser."""

import os
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit
from xml.etree import ElementTree as ET

import pytest

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.exporting.asked import Export, Exported
from genre_desktop.core.exporting.formats import Format
from genre_desktop.core.exporting.query import LibraryRow
from genre_desktop.core.exporting.rekordbox import write_rekordbox
from genre_desktop.core.track import Listing, Tags
from genre_desktop.dsp.sound import Span
from tests.support.remembered import heard

NASTY = 'Half & "Mile" <live>\n\x01\uffff'
RAW = b'/music/100% "a" & \xff #1.mp3'


def row(raw: bytes, tags: Tags, confidence: float = 0.75, span: Span | None = None) -> LibraryRow:
    outcome = heard(Path(os.fsdecode(raw)), confidence=confidence, span=span)
    return LibraryRow(Listing(outcome.track, tags, outcome))


def written(target: Path, rows: list[LibraryRow]) -> tuple[Exported, ET.Element]:
    asked = Export(Format.REKORDBOX, target, may_replace=False, options=ExportOptions())
    return write_rekordbox(asked, rows), ET.parse(target).getroot()


def test_a_collection_has_genre_tempo_and_place_of_every_file(tmp_path: Path) -> None:
    tags = Tags(NASTY, "Trio", "Album", "Pop", "1959-08-17", "3/9", 11.7)
    rows = [
        row(RAW, tags),
        row(b"/music/doubtful.flac", Tags(genre="Mine"), confidence=0.36),
        row(b"/music/part.flac", Tags(), span=Span(1.0, 2.0)),
        replace(row(b"/music/gone.flac", Tags()), is_gone=True),
    ]
    told, root = written(tmp_path / "collection.xml", rows)
    assert told == Exported(2, 1, gone=1, parts=1)
    collection = root.find("COLLECTION")
    assert collection is not None
    assert collection.get("Entries") == "2"
    first, second = collection
    assert first.get("Name") == 'Half & "Mile" <live>\n'
    known = ("Artist", "Album", "Genre", "Year", "TrackNumber", "AverageBpm", "TotalTime", "Kind")
    assert [first.get(name) for name in known] == [
        "Trio",
        "Album",
        "Jazz",
        "1959",
        "3",
        "120.50",
        "12",
        "MP3 File",
    ]
    place = urlsplit(first.get("Location", ""))
    assert (place.scheme, place.netloc) == ("file", "localhost")
    assert unquote_to_bytes(place.path) == RAW
    assert (second.get("Name"), second.get("Genre")) == ("doubtful", "Mine")
    assert second.get("Tonality") is None
    [playlist] = root.findall("./PLAYLISTS/NODE/NODE")
    assert (playlist.get("Name"), playlist.get("Entries")) == ("Jazz", "1")
    assert [track.get("Key") for track in playlist] == [first.get("TrackID")]


def test_what_is_there_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "collection.xml"
    target.write_text("mine")
    with pytest.raises(ExportFailed, match="--force"):
        written(target, [row(b"/music/a.flac", Tags())])
    assert target.read_text() == "mine"
