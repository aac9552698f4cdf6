"""CUE sheets: the tracks of long audio files, read as leniently as people write them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

FRAMES_PER_SECOND = 75  # of the compact disc

_LINE = re.compile(r"\s*(\w+)(?:\s+(.*))?")
_QUOTED = re.compile(r'"(.*)"')
_TIME = re.compile(r"(\d{1,5}):(\d{1,2})[:.](\d{1,2})")
# Sheets carry no word of their encoding; the one is right in which the named file exists.
_ENCODINGS = ("cp1252", "cp932", "cp1251", "gb18030", "cp949", "cp1250")


class SheetBroken(Exception):
    """A sheet that says nothing usable; the message continues "The CUE sheet X …"."""


@dataclass(frozen=True, slots=True)
class SheetTrack:
    """One track of a sheet.

    Attributes:
        number: As the sheet counts.
        title: Empty where the sheet has none.
        performer: The track's, else the sheet's.
        start_seconds: Where it begins in its file (INDEX 01).
    """

    number: int
    title: str
    performer: str
    start_seconds: float


@dataclass(frozen=True, slots=True)
class SheetFile:
    """An audio file that a sheet names.

    Attributes:
        name: The last part of what the sheet calls it.
        tracks: Those that begin in it, in order.
        given: All that the sheet calls it, with slashes.
    """

    name: str
    tracks: tuple[SheetTrack, ...]
    given: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CUE sheet; title and performer are the album's."""

    title: str
    performer: str
    files: tuple[SheetFile, ...]


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    album: str = ""
    album_performer: str = ""
    files: list[tuple[str, list[SheetTrack]]] = field(default_factory=list)
    number: int | None = None  # of the track being read, None before the first
    is_audio: bool = False
    title: str = ""
    performer: str = ""


def decoded(content: bytes, exists: Callable[[str], bool]) -> str:
    """The text of a sheet.

    Args:
        content: The sheet's bytes.
        exists: Whether a file of this name, as the sheet gives it, lies beside the sheet.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    for encoding in _ENCODINGS:
        text = content.decode(encoding, "replace")
        if any(exists(name) for name in _named_files(text) if not name.isascii()):
            return text
    return content.decode("cp1252", "replace")


def parse_sheet(text: str) -> Sheet:
    """Reads a sheet; lines that are not understood are passed over.

    Raises:
        SheetBroken: There is no track, or the tracks of a file do not follow each other.
    """
    reading = _Reading()
    for line in text.splitlines():
        match = _LINE.fullmatch(line.rstrip())
        if match:
            _read_line(reading, match[1].upper(), match[2] or "")
    files = tuple(
        SheetFile(_last_part(given), tuple(tracks), given)
        for given, tracks in reading.files
        if tracks
    )
    if not files:
        raise SheetBroken("names no track of a file")
    for file in files:
        starts = [track.start_seconds for track in file.tracks]
        if any(after <= before for before, after in pairwise(starts)):
            raise SheetBroken("has tracks that do not follow each other")
    return Sheet(reading.album, reading.album_performer, files)


def _read_line(reading: _Reading, command: str, rest: str) -> None:
    if command == "FILE":
        _begin_file(reading, _given(rest))
    elif command == "TRACK":
        _begin_track(reading, rest)
    elif command in {"TITLE", "PERFORMER"}:
        _name(reading, command, _unquoted(rest))
    elif command == "INDEX":
        _index(reading, rest)


def _begin_file(reading: _Reading, given: str) -> None:
    """Some sheets name their one file anew before each track."""
    if not reading.files or reading.files[-1][0] != given:
        reading.files.append((given, []))


def _begin_track(reading: _Reading, rest: str) -> None:
    number, _, mode = rest.partition(" ")
    if not number.isdecimal():
        raise SheetBroken("has a track without a number")
    reading.number = int(number[:6])
    reading.is_audio = mode.strip().upper() in {"AUDIO", ""}
    reading.title, reading.performer = "", reading.album_performer


def _name(reading: _Reading, command: str, value: str) -> None:
    if reading.number is None:
        if command == "TITLE":
            reading.album = value
        else:
            reading.album_performer = value
    elif command == "TITLE":
        reading.title = value
    else:
        reading.performer = value


def _index(reading: _Reading, rest: str) -> None:
    """INDEX 01 is where a track begins; it lies in the file that was named last."""
    number, _, time = rest.partition(" ")
    if number not in {"01", "1"} or reading.number is None or not reading.is_audio:
        return
    match = _TIME.fullmatch(time.strip())
    if match is None or not reading.files:
        raise SheetBroken("has a track without a place in a file")
    minutes, seconds, frames = (int(group) for group in match.groups())
    if seconds >= 60 or frames >= FRAMES_PER_SECOND:
        raise SheetBroken(f"has the impossible time {match[0]}")
    start = minutes * 60 + seconds + frames / FRAMES_PER_SECOND
    track = SheetTrack(reading.number, reading.title, reading.performer, start)
    reading.files[-1][1].append(track)


def _named_files(text: str) -> list[str]:
    lines = (_LINE.fullmatch(line.rstrip()) for line in text.splitlines())
    given = (_given(line[2] or "") for line in lines if line and line[1].upper() == "FILE")
    return [_last_part(name) for name in given]


def _given(rest: str) -> str:
    r"""The name in `"folder\name.wav" WAVE` or `name.wav WAVE`, with slashes."""
    quoted = _QUOTED.match(rest)
    return (quoted[1] if quoted else rest.rpartition(" ")[0] or rest).replace("\\", "/")


def _last_part(given: str) -> str:
    return given.rpartition("/")[2]


def _unquoted(rest: str) -> str:
    return rest.strip().strip('"').strip()
