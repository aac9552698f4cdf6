"""What a music file says of itself: tags and cover art of every format, read by mutagen."""

import base64
import math
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from genre_desktop.core.track import Tags
from genre_desktop.core.wav_info import info_of
from genre_desktop.dsp.regular_file import open_plain, read_limited
from genre_desktop.dsp.sniff import HEAD_BYTES, sniff

JOINT = "; "  # between several values
_LONGEST_TEXT = 1_000
_LARGEST_COVER = 32 * 1024 * 1024
_FRONT_COVER = 3  # picture type of ID3, FLAC, Vorbis and ASF
_FIELDS = ("title", "artist", "album", "genre", "date", "track_number")

# Where each family of tags keeps the six fields, in their order; the first key found counts.
_Keys = tuple[tuple[str, ...], ...]
_ID3: _Keys = (("TIT2",), ("TPE1", "TPE2"), ("TALB",), ("TCON",), ("TDRC", "TDRL"), ("TRCK",))
_MP4: _Keys = (("©nam",), ("©ART", "aART"), ("©alb",), ("©gen",), ("©day",), ("trkn",))
_ASF: _Keys = (
    ("Title",),
    ("Author", "WM/AlbumArtist"),
    ("WM/AlbumTitle",),
    ("WM/Genre",),
    ("WM/Year",),
    ("WM/TrackNumber", "WM/Track"),
)
_APE: _Keys = (
    ("Title",),
    ("Artist", "Album Artist"),
    ("Album",),
    ("Genre",),
    ("Year",),
    ("Track",),
)
_VORBIS: _Keys = (
    ("title",),
    ("artist", "albumartist"),
    ("album",),
    ("genre",),
    ("date", "year"),
    ("tracknumber",),
)

# Of a whole album, by family.
_ALBUM_ARTIST = {
    "id3": ("TPE2",),
    "mp4": ("aART",),
    "ape": ("Album Artist", "albumartist"),
    "asf": ("WM/AlbumArtist",),
    "vorbis": ("albumartist", "album artist"),
}

_COVER_STEMS = ("cover", "folder", "front", "album")
_COVER_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")


def read_tags(path: Path) -> Tags:
    """The tags of a file; several values are joined by "; ", a bad file gives empty tags."""
    try:
        return read_tags_in_bounds(path)
    except MemoryError:
        return Tags()


def read_tags_in_bounds(path: Path) -> Tags:
    """As `read_tags`, for a process whose memory is bounded.

    Raises:
        MemoryError: They take more than that; some that are compressed take it all.
    """
    try:
        found, tags = _load(path)
        fields = _texts_of(tags)
        if not all(map(fields.get, _FIELDS)):
            beside = _texts_of(_beside(path, found))
            fields = {name: fields.get(name) or beside.get(name, "") for name in _FIELDS}
        return Tags(**fields, seconds=_seconds(found))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - mutagen raises whatever malformed bytes lead it to
        return Tags()


def read_genres(path: Path) -> tuple[str, ...] | None:
    """The genres of a file as they stand, but for tags beside ID3; None for a bad file."""
    try:
        found, tags = _load(path)
        return None if found is None else tuple(dict(_fields(tags)).get("genre", ()))
    except Exception:  # noqa: BLE001 - mutagen raises whatever malformed bytes lead it to
        return None


def read_album_artist(path: Path) -> str:
    """The artist of a file's whole album; empty where it names none, or is a bad file."""
    try:
        found, tags = _load(path)
        return _album_artist(tags) or _album_artist(_beside(path, found))
    except Exception:  # noqa: BLE001 - mutagen raises whatever malformed bytes lead it to
        return ""


def _album_artist(tags: Any) -> str:
    if tags is None:
        return ""
    family = _family(tags)
    read = _FAMILIES[family][1]
    return next((text for key in _ALBUM_ARTIST[family] if (text := joined(read(tags, key)))), "")


def read_cover(path: Path) -> bytes | None:
    """The encoded front cover in a file, else that of its folder, None without any.

    Pictures of more than 32 MB are passed over.
    """
    pictures: list[tuple[int, bytes]] = []
    with suppress(Exception):  # mutagen raises whatever malformed bytes lead it to
        found, tags = _load(path)
        pictures = _fitting(_pictures(found, tags))
        pictures = pictures or _fitting(_pictures(None, _beside(path, found)))
    for kind, picture in pictures:
        if kind == _FRONT_COVER:
            return picture
    return pictures[0][1] if pictures else _folder_cover(path.parent)


def _fitting(pictures: Iterable[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
    return [one for one in pictures if 0 < len(one[1]) <= _LARGEST_COVER]


def _load(path: Path) -> tuple[Any, Any]:
    """What mutagen makes of a file, and its tags; each None where there is nothing."""
    with open_plain(path) as file:
        try:
            found, tags = _made_of(file)
        except Exception:
            renamed = _renamed(file, path)
            if renamed is None:
                raise
            return _made_of(renamed)
        renamed = _renamed(file, path) if tags is None else None
        return (found, tags) if renamed is None else _made_of(renamed)


class _Renamed:
    """An open file under another name, for mutagen goes by the name more than by the content."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.read, self.seek, self.tell, self.name = file.read, file.seek, file.tell, name


def _renamed(file: BinaryIO, path: Path) -> _Renamed | None:
    """The file as it should be called, from its beginning; None where it is, or is no sound."""
    file.seek(0)
    kind = sniff(file.read(HEAD_BYTES), path.name)
    file.seek(0)
    if kind is None or path.suffix.lower() in kind.extensions:
        return None
    return _Renamed(file, f"{path.stem}{kind.extensions[0]}")


def _made_of(file: BinaryIO | _Renamed) -> tuple[Any, Any]:
    import mutagen  # here: the window is painted before tags are read

    found = mutagen.File(file)
    return found, getattr(found, "tags", None)


def _beside(path: Path, found: Any) -> Any:
    """Tags of another kind that a file may have beside ID3, None without any: APEv2 or INFO."""
    from mutagen import apev2
    from mutagen.mp3 import MP3
    from mutagen.trueaudio import TrueAudio
    from mutagen.wave import WAVE

    reader: Any  # the initialiser of APEv2 has no types
    if isinstance(found, MP3 | TrueAudio):
        reader = apev2.APEv2
    elif isinstance(found, WAVE):
        reader = info_of
    else:
        return None
    with suppress(Exception), open_plain(path) as file:  # whatever malformed bytes lead to
        return reader(file)
    return None


def _family(tags: Any) -> str:
    """Which family tags belong to, a key of `_FAMILIES` or of `_PICTURES`."""
    from mutagen.apev2 import APEv2
    from mutagen.asf import ASFTags
    from mutagen.id3 import ID3
    from mutagen.mp4 import MP4Tags

    families = ((ID3, "id3"), (MP4Tags, "mp4"), (APEv2, "ape"), (ASFTags, "asf"))
    return next((name for family, name in families if isinstance(tags, family)), "vorbis")


def _texts_of(tags: Any) -> dict[str, str]:
    """The six fields that tags have, each on one line."""
    return {name: joined(values) for name, values in _fields(tags)}


def _fields(tags: Any) -> Iterator[tuple[str, list[str]]]:
    if tags is None:
        return
    family, read = _FAMILIES[_family(tags)]
    for name, keys in zip(_FIELDS, family, strict=True):
        candidates = (read(tags, key) for key in keys)
        yield name, next((values for values in candidates if values), [])


def spelled_out(texts: list[str]) -> list[str]:
    """The genres of an ID3 frame, the numbers of ID3v1's list as words."""
    from mutagen.id3 import TCON  # here: the window is painted before tags are read

    frame: Any = TCON  # its initialiser has no types
    return [str(genre) for genre in frame(encoding=3, text=texts).genres]


def _id3_values(tags: Any, key: str) -> list[str]:
    return [
        str(text)
        for frame in tags.getall(key)
        for text in (frame.genres if key == "TCON" else frame.text)
    ]


def _mp4_values(tags: Any, key: str) -> list[str]:
    # mutagen has turned a numbered genre (gnre) into ©gen
    values = tags.get(key, [])
    if key == "trkn":
        return [str(number) for number, _total in values if number]
    return [str(value) for value in values]


def _ape_values(tags: Any, key: str) -> list[str]:
    value = tags.get(key)
    return [] if value is None or value.kind != 0 else list(value)  # kind 0 is text


def _listed_values(tags: Any, key: str) -> list[str]:
    return [str(value) for value in tags.get(key, [])]


_FAMILIES = {
    "id3": (_ID3, _id3_values),
    "mp4": (_MP4, _mp4_values),
    "ape": (_APE, _ape_values),
    "asf": (_ASF, _listed_values),
    "vorbis": (_VORBIS, _listed_values),
}


def each_once(values: Iterable[str]) -> tuple[str, ...]:
    """The values, each on one line and each once, without empty ones."""
    lines = (" ".join(value.replace("\0", " ").split()) for value in values)
    return tuple(dict.fromkeys(line for line in lines if line))


def joined(values: Iterable[str]) -> str:
    """The values on one line, each once, as the fields of `Tags` have them."""
    return JOINT.join(each_once(values))[:_LONGEST_TEXT]


def _seconds(found: Any) -> float | None:
    length = getattr(getattr(found, "info", None), "length", None)
    if not isinstance(length, int | float) or not math.isfinite(length) or length <= 0:
        return None
    return float(length)


def _pictures(found: Any, tags: Any) -> Iterator[tuple[int, bytes]]:
    """All pictures of a file with their types."""
    yield from ((int(block.type), block.data) for block in getattr(found, "pictures", []))
    if tags is not None:
        yield from _PICTURES[_family(tags)](tags)


def _id3_pictures(tags: Any) -> Iterator[tuple[int, bytes]]:
    yield from ((int(frame.type), frame.data) for frame in tags.getall("APIC"))


def _mp4_pictures(tags: Any) -> Iterator[tuple[int, bytes]]:
    yield from ((_FRONT_COVER, bytes(picture)) for picture in tags.get("covr", []))


def _ape_pictures(tags: Any) -> Iterator[tuple[int, bytes]]:
    value = tags.get("Cover Art (Front)")
    if value is not None:  # a file name, a NUL, the picture
        yield _FRONT_COVER, value.value.partition(b"\0")[2]


def _asf_pictures(tags: Any) -> Iterator[tuple[int, bytes]]:
    yield from (_asf_picture(attribute.value) for attribute in tags.get("WM/Picture", []))


def _vorbis_pictures(tags: Any) -> Iterator[tuple[int, bytes]]:
    from mutagen import flac

    block: Any = flac.Picture  # its initialiser has no types
    for text in tags.get("metadata_block_picture", []):
        picture = block(base64.b64decode(text))
        yield int(picture.type), picture.data


_PICTURES = {
    "id3": _id3_pictures,
    "mp4": _mp4_pictures,
    "ape": _ape_pictures,
    "asf": _asf_pictures,
    "vorbis": _vorbis_pictures,
}


def _asf_picture(value: bytes) -> tuple[int, bytes]:
    """A WM/Picture: type, length, MIME type and description as UTF-16 with NULs, the picture."""
    kind, length = struct.unpack_from("<bi", value)
    if not 0 <= length <= len(value):
        return kind, b""
    return kind, value[len(value) - length :]


def folder_covers(folder: Path) -> Iterator[Path]:
    """The pictures that lie in a folder under the usual names, the most usual one first."""
    try:
        names = {child.name.casefold(): child for child in folder.iterdir()}
    except OSError:
        return
    for stem in _COVER_STEMS:
        for ending in _COVER_ENDINGS:
            child = names.get(stem + ending)
            if child is not None:
                yield child


def _folder_cover(folder: Path) -> bytes | None:
    for picture in folder_covers(folder):
        with suppress(OSError):
            return read_limited(picture, _LARGEST_COVER)
    return None


def read_loudness(path: Path) -> dict[str, str]:
    """What a file says of its loudness: its ReplayGain and R128 fields, by lower-case name."""
    try:
        found, tags = _load(path)
        beside = dict(_loudness_fields(_beside(path, found)))
        return beside | dict(_loudness_fields(tags))
    except Exception:  # noqa: BLE001 - mutagen raises whatever malformed bytes lead it to
        return {}


def _loudness_fields(tags: Any) -> Iterator[tuple[str, str]]:
    """ID3 keeps them in frames of free text, MP4 in free atoms, others under their plain names."""
    for key, values in (tags or {}).items():
        name = str(key).lower().removeprefix("txxx:").rpartition(":")[2]
        if name.startswith(("replaygain_", "r128_")):
            yield name, next(iter(_texts(getattr(values, "text", values))), "")


def _texts(values: Any) -> Iterator[str]:
    for value in values if isinstance(values, list) else [values]:
        yield value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
