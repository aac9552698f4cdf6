"""Tags and covers of every format."""

import base64
import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from genre_desktop.core.tags import read_album_artist, read_cover, read_loudness, read_tags
from genre_desktop.core.track import Tags
from tests.support import sounds
from tests.support.tagged import apev2, asf, flac, id3, mp4, mutagen

PICTURE = b"\xff\xd8\xff picture"
WANTED = Tags("A Title", "An Artist", "An Album", "Jazz; Blues", "1999", "3")


def _tag_id3(found: Any) -> None:
    if found.tags is None:
        found.add_tags()
    for frame, text in (
        (id3.TIT2, ["A Title"]),
        (id3.TPE1, ["An Artist"]),
        (id3.TALB, ["An Album"]),
        (id3.TCON, ["Jazz", "Blues"]),
        (id3.TDRC, ["1999"]),
        (id3.TRCK, ["3"]),
    ):
        found.tags.add(frame(encoding=3, text=text))
    found.tags.add(id3.APIC(mime="image/png", type=4, data=b"back"))
    found.tags.add(id3.APIC(mime="image/jpeg", type=3, data=PICTURE, desc="front"))


def _tag_vorbis(found: Any) -> None:
    found["TITLE"] = "A Title"
    found["Artist"] = "An Artist"
    found["album"] = "An Album"
    found["genre"] = ["Jazz", "Blues", "Jazz"]
    found["date"] = "1999"
    found["tracknumber"] = "3"
    picture = flac.Picture()
    picture.type, picture.data = 3, PICTURE
    if isinstance(found, flac.FLAC):
        found.add_picture(picture)
    else:
        found["metadata_block_picture"] = base64.b64encode(picture.write()).decode()


def _tag_mp4(found: Any) -> None:
    found["©nam"], found["©ART"], found["©alb"] = "A Title", "An Artist", "An Album"
    found["©gen"], found["©day"], found["trkn"] = ["Jazz", "Blues"], "1999", [(3, 12)]
    found["covr"] = [mp4.MP4Cover(PICTURE)]


def _tag_ape(found: Any) -> None:
    found["Title"], found["Artist"], found["Album"] = "A Title", "An Artist", "An Album"
    found["Genre"], found["Year"], found["Track"] = ["Jazz", "Blues"], "1999", "3"
    found["Cover Art (Front)"] = apev2.APEValue(b"cover.jpg\0" + PICTURE, apev2.BINARY)


def _tag_asf(found: Any) -> None:
    found["Title"], found["Author"], found["WM/AlbumTitle"] = "A Title", "An Artist", "An Album"
    found["WM/Genre"], found["WM/Year"], found["WM/TrackNumber"] = ["Jazz", "Blues"], "1999", "3"
    head = struct.pack("<bi", 3, len(PICTURE)) + "image/jpeg\0desc\0".encode("utf-16-le")
    found["WM/Picture"] = asf.ASFByteArrayAttribute(head + PICTURE)


FAMILIES = {
    "mp3": _tag_id3,
    "wav": _tag_id3,
    "aiff": _tag_id3,
    "tta": _tag_id3,
    "flac": _tag_vorbis,
    "oggflac": _tag_vorbis,
    "vorbis": _tag_vorbis,
    "opus": _tag_vorbis,
    "aac": _tag_mp4,
    "alac": _tag_mp4,
    "wavpack": _tag_ape,
    "wma": _tag_asf,
}


ONE_KIND_OF_TAGS = ("flac", "vorbis", "opus", "aac", "wavpack", "wma", "aiff")


def _sound(folder: Path, kind: str) -> Path:
    extension = sounds.FORMATS[kind].extension
    return sounds.write_sound(folder / f"song{extension}", sounds.music(0.5), kind)


def _tagged(path: Path, tag: Callable[[Any], None]) -> Path:
    found = mutagen.File(path)
    tag(found)
    found.save()
    return path


@pytest.mark.parametrize("kind", FAMILIES)
def test_tags_and_cover_of_every_format_are_read(tmp_path: Path, kind: str) -> None:
    path = _tagged(_sound(tmp_path, kind), FAMILIES[kind])
    tags = read_tags(path)
    assert tags.seconds == pytest.approx(0.5, abs=0.1)
    assert tags._replace(seconds=None) == WANTED
    assert read_cover(path) == PICTURE


@pytest.mark.parametrize("kind", FAMILIES)
def test_without_tags_the_length_is_known_all_the_same(tmp_path: Path, kind: str) -> None:
    tags = read_tags(_sound(tmp_path, kind))
    assert (tags.artist, tags.album, tags.genre) == ("", "", "")
    assert tags.seconds == pytest.approx(0.5, abs=0.1)


def test_an_mp3_with_ape_tags_only_is_read(tmp_path: Path) -> None:
    path = _sound(tmp_path, "mp3")
    tags = apev2.APEv2()
    _tag_ape(tags)
    tags.save(path)
    id3.ID3().delete(path)
    assert read_tags(path).artist == "An Artist"


@pytest.mark.parametrize("kind", ["mp3", "tta"])
def test_what_id3_has_not_is_read_from_ape_tags_beside_it(tmp_path: Path, kind: str) -> None:
    path = _sound(tmp_path, kind)
    beside = apev2.APEv2()
    beside["Title"], beside["Artist"], beside["Genre"] = "Old title", "Zoe", "Dance"
    beside["Album Artist"] = "All of them"
    beside.save(path)
    read = read_tags(path)
    assert (read.title, read.artist, read.genre) == ("Old title", "Zoe", "Dance")
    newer = id3.ID3()
    newer.add(id3.TCON(encoding=3, text=["Folk"]))
    newer.save(path)
    read = read_tags(path)
    assert (read.title, read.artist, read.genre) == ("Old title", "Zoe", "Folk")
    assert read_album_artist(path) == "All of them"


def _with_info(path: Path, texts: dict[bytes, bytes]) -> Path:
    """A WAV with a list of texts at its end."""
    items = b"".join(
        name + len(text).to_bytes(4, "little") + text + bytes(len(text) % 2)
        for name, text in texts.items()
    )
    chunk = b"LIST" + (len(items) + 4).to_bytes(4, "little") + b"INFO" + items
    content = path.read_bytes() + chunk
    path.write_bytes(content[:4] + (len(content) - 8).to_bytes(4, "little") + content[8:])
    return path


def test_the_info_of_a_wav_is_read_where_id3_says_nothing(tmp_path: Path) -> None:
    texts = {
        b"INAM": b"A title\0",
        b"IART": "Zo\u00eb".encode("cp1252"),
        b"IPRD": "Caf\u00e9".encode(),
        b"IGNR": b"Funk\0",
        b"ICRD": b"1999",
        b"IPRT": b"7",
        b"ISFT": b"a program",
    }
    path = _with_info(_sound(tmp_path, "wav"), texts)
    read = read_tags(path)
    assert (read.title, read.artist, read.album) == ("A title", "Zo\u00eb", "Caf\u00e9")
    assert (read.genre, read.date, read.track_number) == ("Funk", "1999", "7")
    found = mutagen.File(path)
    found.add_tags()
    found.tags.add(id3.TCON(encoding=3, text=["Folk"]))
    found.save()
    read = read_tags(path)
    assert (read.title, read.genre) == ("A title", "Folk")


def test_a_damaged_list_of_info_is_passed_over(tmp_path: Path) -> None:
    path = _with_info(_sound(tmp_path, "wav"), {b"INAM": b"A title", b"IGNR": b"Funk"})
    whole = path.read_bytes()
    at = whole.rindex(b"IGNR")
    for broken in (
        whole[: at + 4] + b"\xff\xff\xff\xff" + whole[at + 8 :],
        whole[: at + 6],
        whole.replace(b"LIST", b"LIST\xff\xff\xff\xff"),
    ):
        path.write_bytes(broken)
        assert read_tags(path).genre == ""
    path.write_bytes(whole[: at + 8] + b"Fu")
    assert read_tags(path).seconds is not None


def test_old_id3_genres_are_spelled_out(tmp_path: Path) -> None:
    path = _sound(tmp_path, "mp3")

    def tag(found: Any) -> None:
        found.tags = id3.ID3()
        found.tags.add(id3.TCON(encoding=3, text=["(8)(17)Hard"]))
        found.tags.add(id3.TIT2(encoding=3, text=[" two\nlines \0"]))

    tags = read_tags(_tagged(path, tag))
    assert tags.genre == "Jazz; Rock; Hard"
    assert tags.title == "two lines"


def test_a_numbered_genre_of_mp4_is_spelled_out(tmp_path: Path) -> None:
    path = _tagged(_sound(tmp_path, "aac"), lambda found: found.update({"©gen": ["Xy"]}))
    atom = struct.pack(">I4sI4sII", 26, b"\xa9gen", 18, b"data", 1, 0) + b"Xy"
    number = struct.pack(">I4sI4sIIH", 26, b"gnre", 18, b"data", 0, 0, 9)
    content = path.read_bytes()
    assert atom in content
    path.write_bytes(content.replace(atom, number))
    assert read_tags(path).genre == "Jazz"


def test_sixteen_megabytes_of_art_are_no_trouble(tmp_path: Path) -> None:
    art = bytes(16 * 1024 * 1024)

    def tag(found: Any) -> None:
        _tag_id3(found)
        found.tags.delall("APIC")
        found.tags.add(id3.APIC(mime="image/png", type=3, data=art))

    path = _tagged(_sound(tmp_path, "mp3"), tag)
    assert read_tags(path).title == "A Title"
    assert read_cover(path) == art


@pytest.mark.parametrize("ending", [".mp3", ".ogg", ".m4a", ".flac", ".wav", ".aiff", ".wma", ""])
@pytest.mark.parametrize(
    "content",
    [b"", b"\0", b"just words " * 50, b"\xff\xd8\xff" * 99, b"PK\3\4" * 99, b"ID3\4" * 99],
)
def test_a_bad_file_has_empty_tags(tmp_path: Path, ending: str, content: bytes) -> None:
    path = tmp_path / f"x{ending}"
    path.write_bytes(content)
    tags = read_tags(path)
    assert tags == Tags(seconds=tags.seconds)
    assert read_cover(path) is None


@pytest.mark.parametrize(("kind", "times"), [*((kind, 1) for kind in ONE_KIND_OF_TAGS), ("mp3", 2)])
def test_a_file_is_opened_again_only_where_other_tags_may_be_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, times: int
) -> None:
    path, opened = _sound(tmp_path, kind), list[Path]()

    def opening(name: Any, *arguments: Any, **named: Any) -> Any:
        opened.append(name)
        return really_open(name, *arguments, **named)

    really_open = open
    monkeypatch.setattr("builtins.open", opening)
    for read in (read_tags, read_album_artist, read_cover, read_loudness):
        opened.clear()
        read(path)
        assert opened.count(path) == times, read


@pytest.mark.parametrize("kind", FAMILIES)
def test_a_file_that_was_cut_anywhere_never_raises(tmp_path: Path, kind: str) -> None:
    path = _tagged(_sound(tmp_path, kind), FAMILIES[kind])
    content = path.read_bytes()
    for end in range(1, min(len(content), 4_000), 97):
        path.write_bytes(content[:end])
        read_tags(path)
        read_cover(path)


def test_what_is_no_file_has_empty_tags(tmp_path: Path) -> None:
    folder = tmp_path / "x.mp3"
    folder.mkdir()
    assert read_tags(folder) == Tags()
    assert read_tags(tmp_path / "gone.mp3") == Tags()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="missing: named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp3")
    assert read_tags(tmp_path / "pipe.mp3") == Tags()
    assert read_cover(tmp_path / "pipe.mp3") is None


@pytest.mark.skipif(sys.platform != "linux", reason="missing: names of any bytes (Linux)")
def test_a_name_of_any_bytes_is_read(tmp_path: Path) -> None:
    path = _tagged(_sound(tmp_path, "mp3"), _tag_id3)
    named = path.rename(tmp_path / os.fsdecode(b"\xff\n=.mp3"))
    assert read_tags(named).title == "A Title"


def test_the_folders_picture_stands_in_for_a_missing_cover(tmp_path: Path) -> None:
    path = _sound(tmp_path, "flac")
    assert read_cover(path) is None
    (tmp_path / "Folder.JPG").write_bytes(b"folder")
    assert read_cover(path) == b"folder"
    (tmp_path / "cover.png").write_bytes(b"cover")
    assert read_cover(path) == b"cover"


@pytest.mark.parametrize(
    ("kind", "ending"),
    [("mp3", ".flac"), ("flac", ".mp3"), ("mp3", ".ogg"), ("opus", ".mp3"), ("aac", ".flac")],
)
def test_a_file_with_another_kinds_ending_has_its_tags(
    tmp_path: Path, kind: str, ending: str
) -> None:
    path = sounds.write_sound(
        tmp_path / f"song{sounds.FORMATS[kind].extension}",
        sounds.music(0.3),
        kind,
        tags={"title": "A Title"},
    ).rename(tmp_path / f"song{ending}")
    tags = read_tags(path)
    assert tags.title == "A Title"
    assert tags.seconds is not None
