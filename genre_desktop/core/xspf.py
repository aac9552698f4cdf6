"""XSPF playlists: read without ever expanding an entity, and written."""

import re
from collections.abc import Iterable
from urllib.parse import unquote_to_bytes
from xml.parsers import expat
from xml.sax.saxutils import escape

from genre_desktop.core.export_cells import title_of
from genre_desktop.core.track import Listing
from genre_desktop.dsp.printable import printable

_NAMESPACE = "http://xspf.org/ns/0/"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class PlaylistBroken(Exception):
    """A playlist that is none; the message goes on after its name."""


class _Locations:
    """Collects the first location of every track while expat reads."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._path: list[str] = []
        self._text: list[str] | None = None

    def begin(self, name: str, _attributes: object) -> None:
        self._path.append(name.rpartition(" ")[2])
        if self._path[-2:] == ["track", "location"]:
            self._text = []

    def text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end(self, _name: str) -> None:
        if self._text is not None and self._path.pop() == "location":
            self.found.append("".join(self._text).strip())
            self._text = None
        elif self._text is None:
            self._path.pop()


def locations(content: bytes) -> list[bytes]:
    """The locations in an XSPF playlist: URLs as they are, relative ones as names.

    Raises:
        PlaylistBroken: It is no XML, or declares a document type: entities could fill the memory
            or fetch other files, and no playlist needs them.
    """
    collected = _Locations()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = collected.begin
    parser.EndElementHandler = collected.end
    parser.CharacterDataHandler = collected.text
    try:
        parser.Parse(content, True)  # noqa: FBT003 - "this is all of it"; expat takes no keywords
    except (expat.ExpatError, ValueError, LookupError) as error:  # the last two: its encoding
        raise PlaylistBroken(f"is no XSPF playlist ({error})") from error
    return [
        location.encode() if "://" in location else unquote_to_bytes(location)
        for location in collected.found
        if location
    ]


def text(named: Iterable[tuple[Listing, str]]) -> str:
    """An XSPF playlist of tracks, each with the URL that it is to have there."""
    tracks = "".join(_track(listing, url) for listing, url in named)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<playlist version="1" xmlns="{_NAMESPACE}">\n  <trackList>\n{tracks}  </trackList>\n'
        "</playlist>\n"
    )


def _track(listing: Listing, url: str) -> str:
    tags = listing.tags
    elements = [
        ("location", url),
        ("title", title_of(listing)),
        ("creator", tags.artist),
        ("album", tags.album),
        ("duration", "" if tags.seconds is None else str(round(tags.seconds * 1_000))),
    ]
    lines = "".join(
        f"      <{name}>{escape(xml_text(value))}</{name}>\n" for name, value in elements if value
    )
    return f"    <track>\n{lines}    </track>\n"


def xml_text(value: str) -> str:
    """The text without the signs that XML cannot hold; a single one would spoil the whole file."""
    return _NOT_IN_XML.sub("", printable(value))


def _refuse(*_declaration: object) -> None:
    raise PlaylistBroken("declares a document type, which no playlist needs, and is not read")
