"""XSPF playlists, read without trust and written so that they can be read."""

import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from genre_desktop.core.locations import location_url
from genre_desktop.core.track import Listing, Tags, Track
from genre_desktop.core.xspf import PlaylistBroken, locations, text

NAMESPACE = "{http://xspf.org/ns/0/}"


def playlist_of(tracks: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<playlist version="1" '
        f'xmlns="http://xspf.org/ns/0/"><trackList>{tracks}</trackList></playlist>'
    ).encode()


@pytest.mark.parametrize(
    ("tracks", "found"),
    [
        ("", []),
        ("<track><location>file:///a%20b.mp3</location></track>", [b"file:///a%20b.mp3"]),
        ("<track><location>sub/a%20b%C3%A9.mp3</location></track>", ["sub/a bé.mp3".encode()]),
        ("<track><location>caf%E9.mp3</location></track>", [b"caf\xe9.mp3"]),
        ("<track><location>\n  a.mp3\n</location></track>", [b"a.mp3"]),
        ("<track><location>a&amp;b.mp3</location></track>", [b"a&b.mp3"]),
        ("<track><location><![CDATA[a&b.mp3]]></location></track>", [b"a&b.mp3"]),
        ("<track><title>no place</title></track>", []),
        ("<track><location/></track>", []),
        ("<extension><location>x.mp3</location></extension>", []),
        (
            "<track><location>1.mp3</location></track><track><location>2.mp3</location></track>",
            [b"1.mp3", b"2.mp3"],
        ),
    ],
)
def test_the_locations_of_tracks_are_read(tracks: str, found: list[bytes]) -> None:
    assert locations(playlist_of(tracks)) == found


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE playlist SYSTEM "http://127.0.0.1/x.dtd">',
        '<!DOCTYPE playlist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE playlist [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
    ids=["fetches", "grows", "reads"],
)
def test_a_document_type_is_refused(declaration: str) -> None:
    content = playlist_of("").replace(b"<playlist", declaration.encode() + b"<playlist", 1)
    with pytest.raises(PlaylistBroken, match="declares a document type"):
        locations(content)


@pytest.mark.parametrize("content", [b"", b"words", b"<playlist>", playlist_of("<track>")])
def test_what_is_no_xml_is_refused(content: bytes) -> None:
    with pytest.raises(PlaylistBroken, match="is no XSPF playlist"):
        locations(content)


def test_nesting_of_any_depth_does_no_harm() -> None:
    assert locations(b"<a>" * 100_000 + b"</a>" * 100_000) == []


@pytest.mark.skipif(sys.platform == "win32", reason="missing: file names of POSIX")
def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    names = ["a & <b>.mp3", "two\nlines.mp3", "a:b.mp3", "東京.mp3"]
    tags = Tags(title="T & <t>\x00\x1b\ufffe\uffff", artist="A", seconds=1.5)
    listings = [Listing(Track(tmp_path / name), tags, None) for name in names]
    named = [(one, location_url(one.track.path, tmp_path)) for one in listings]
    written = text(named).encode()
    first = ET.fromstring(written).find(f".//{NAMESPACE}track")
    assert first is not None
    assert [(one.tag.removeprefix(NAMESPACE), one.text) for one in first] == [
        ("location", "a%20%26%20%3Cb%3E.mp3"),
        ("title", "T & <t>"),
        ("creator", "A"),
        ("duration", "1500"),
    ]
    found = [location.removeprefix(b"./").decode() for location in locations(written)]
    assert found == names
