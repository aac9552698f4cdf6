"""ID3 tags of every version keep every frame, and what stands beside them."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.tagging.id3_frames import read_tag, syncsafe, write_tag
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.opening import read_document
from genre_desktop.core.tagging.raw import GENRE, Preferences, TagRefused, without
from genre_desktop.core.tagging.wishes import Wish
from genre_desktop.core.tagging.writing import write_genres
from genre_desktop.core.tags import read_tags
from genre_desktop.dsp.payload import payload_hash
from tests.core.tagging.test_round_trip import genre_by_ffprobe
from tests.support import tagged
from tests.support.tag_run import tag_all, undo_last

PLAIN = Preferences()
LONG = b"\0" + b"x" * 200


def frame(version: int, name: str, data: bytes, size: bytes | None = None) -> bytes:
    if version == 2:
        return name.encode() + len(data).to_bytes(3) + data
    size = size or (syncsafe(len(data)) if version == 4 else len(data).to_bytes(4))
    return name.encode() + size + b"\0\0" + data


def tag(version: int, flags: int, body: bytes) -> bytes:
    return b"ID3" + bytes([version, 0, flags]) + syncsafe(len(body)) + body


def old_frames(version: int) -> bytes:
    names = ("TT2", "TYE", "TOR", "TCO") if version == 2 else ("TIT2", "TYER", "TORY", "TCON")
    texts = (LONG, b"\x001999", b"\x001969", b"\0(8)")
    return b"".join(frame(version, *pair) for pair in zip(names, texts, strict=True))


@pytest.fixture
def mp3(tmp_path: Path) -> Path:
    """A file without any tags."""
    folder = tmp_path / "music"
    folder.mkdir()
    path = tagged.sound(folder, "mp3")
    tagged.id3.ID3().delete(path)
    return path


def with_head(path: Path, head: bytes, tail: bytes = b"") -> bytes:
    """The file with a tag before it; its bytes."""
    path.write_bytes(head + path.read_bytes() + tail)
    return path.read_bytes()


@pytest.mark.parametrize("version", [2, 3, 4])
@pytest.mark.parametrize("padding", [0, 500])
def test_every_version_keeps_its_frames_and_its_number(
    mp3: Path, version: int, padding: int
) -> None:
    body = old_frames(version) + bytes(padding)
    with_head(mp3, tag(version, 0, body))
    before = read_document(mp3, PLAIN)
    assert before.genres() == ("Jazz",)
    (done,) = tag_all(mp3.parents[1] / "tags.sqlite", mp3.parent, "Rock")
    assert done.refused == ""
    after = read_document(mp3, PLAIN)
    assert (after.kind, after.genres()) == (f"ID3v2.{version}", ("Rock",))
    assert without(after, {GENRE}) == without(before, {GENRE})
    assert [field.key for field in after.fields] == [field.key for field in before.fields]
    assert read_tags(mp3).genre == "Rock"
    if padding:
        assert mp3.stat().st_size == before_size(mp3, done)


def before_size(path: Path, done: object) -> int:
    change = getattr(done, "change", None)
    assert change is not None
    return int(change.old_stamp.size)


def test_years_of_version_3_stay_what_they_are(mp3: Path) -> None:
    with_head(mp3, tag(3, 0, old_frames(3)))
    tag_all(mp3.parents[1] / "tags.sqlite", mp3.parent, "Rock")
    raw = mp3.read_bytes()
    assert frame(3, "TYER", b"\x001999") in raw
    assert frame(3, "TORY", b"\x001969") in raw
    assert b"TDRC" not in raw


@pytest.mark.parametrize("version", [2, 3, 4])
def test_id3v1_and_apev2_beside_it_are_kept(
    version: int, mp3: Path, tool: Callable[[str], str]
) -> None:
    ape = tagged.apev2.APEv2()
    ape["Genre"], ape["Title"] = "Polka", "Another"
    ape.save(mp3)
    v1 = b"TAG" + b"Title".ljust(30, b"\0") + bytes(94) + b"\x0d"
    before = with_head(mp3, tag(version, 0, old_frames(version)), v1)
    journal, sound = mp3.parents[1] / "tags.sqlite", payload_hash(mp3)
    (done,) = tag_all(journal, mp3.parent, "Rock")
    assert done.refused == ""
    after = mp3.read_bytes()
    assert after[:4] == b"ID3" + bytes([version])
    assert after.endswith(v1)
    assert after[after.index(b"APETAGEX") :] == before[before.index(b"APETAGEX") :]
    assert payload_hash(mp3) == sound
    assert genre_by_ffprobe(tool("ffprobe"), mp3) == "Rock"
    assert undo_last(journal) == [""]
    assert mp3.read_bytes() == before


OLD_TAG = (
    b"TAG"
    + b"A Title".ljust(30, b"\0")
    + b"Bj\xf6rk".ljust(30)
    + b"An Album".ljust(30, b"\0")
    + b"1999"
    + b"as it was".ljust(28, b"\0")
    + b"\0\x0d\x11"
)


@pytest.mark.parametrize("version", [3, 4])
@pytest.mark.parametrize("kind", ["mp3", "tta"])
def test_what_only_id3v1_says_is_not_hidden_by_the_new_tag(
    music: Path, kind: str, version: int, tool: Callable[[str], str]
) -> None:
    path = tagged.sound(music, kind)
    tagged.id3.ID3().delete(path)
    before = with_head(path, b"", OLD_TAG)
    shown = tags_by_ffprobe(tool("ffprobe"), path)
    journal = written_as_jazz(path, version, music.parent / "tags.sqlite")
    keys = [field.key for field in read_document(path, PLAIN).fields]
    year = "TYER" if version == 3 else "TDRC"
    assert keys == ["TIT2", "TPE1", "TALB", year, "TRCK", "COMM", "TCON"]
    assert read_tags(path).artist == "Björk"
    if kind == "mp3":  # FFmpeg 5 does not show those of True Audio
        assert shown
        assert tags_by_ffprobe(tool("ffprobe"), path) == shown
    assert path.read_bytes().endswith(before)
    assert undo_last(journal) == [""]
    assert path.read_bytes() == before


LONG_TITLE = "A title that has more letters than ID3v1 has room for"


@pytest.mark.parametrize("v1", [b"", OLD_TAG])
@pytest.mark.parametrize("kind", ["mp3", "tta"])
def test_what_apev2_says_is_carried_over_before_what_id3v1_cuts_off(
    music: Path, kind: str, v1: bytes
) -> None:
    path = tagged.sound(music, kind)
    tagged.id3.ID3().delete(path)
    ape = tagged.apev2.APEv2()
    for name, value in {"Title": LONG_TITLE, "Track": "7/12", "Year": "2001-02-03"}.items():
        ape[name] = value
    ape["Artist"] = ["Björk", "雪"]
    ape["Comment"] = tagged.apev2.APEValue(b"no text", tagged.apev2.BINARY)
    ape.save(path)
    before = with_head(path, b"", v1)
    journal = music.parent / "tags.sqlite"
    (done,) = tag_all(journal, music, "Jazz")
    assert done.refused == ""
    found = tagged.id3.ID3(path, load_v1=False)
    said = [found[key].text for key in ("TIT2", "TPE1", "TRCK", "TCON")]
    assert said == [[LONG_TITLE], ["Björk; 雪"], ["7/12"], ["Jazz"]]
    assert str(found["TDRC"]) == "2001"
    only_in_v1 = [frame.text[0] for key in ("TALB", "COMM") for frame in found.getall(key)]
    assert only_in_v1 == (["An Album", "as it was"] if v1 else [])
    assert path.read_bytes().endswith(before)
    assert undo_last(journal) == [""]
    assert path.read_bytes() == before


INFO = {
    b"INAM": b"A Title",
    b"IART": b"Bj\xc3\xb6rk",
    b"ICRD": b"1999-05-01",
    b"ICMT": b"as it was",
}


@pytest.mark.parametrize("version", [3, 4])
def test_a_wav_with_an_info_list_gets_a_genre_and_nothing_else(
    music: Path, version: int, tool: Callable[[str], str]
) -> None:
    path = tagged.sound(music, "wav")
    tagged.mutagen.File(path).delete()
    texts = {**INFO, b"IGNR": b"Funk"}
    items = b"".join(
        name + len(text).to_bytes(4, "little") + text + bytes(len(text) % 2)
        for name, text in texts.items()
    )
    whole = path.read_bytes() + b"LIST" + (len(items) + 4).to_bytes(4, "little") + b"INFO" + items
    before = whole[:4] + (len(whole) - 8).to_bytes(4, "little") + whole[8:]
    path.write_bytes(before)
    shown = tags_by_ffprobe(tool("ffprobe"), path)
    journal = written_as_jazz(path, version, music.parent / "tags.sqlite")
    found = tagged.mutagen.File(path).tags
    assert [(key, frame.text) for key, frame in found.items()] == [("TCON", ["Jazz"])]
    assert items in path.read_bytes()
    assert shown
    assert tags_by_ffprobe(tool("ffprobe"), path) == shown
    assert undo_last(journal) == [""]
    assert path.read_bytes() == before


def written_as_jazz(path: Path, version: int, journal: Path) -> Path:
    """The journal of it."""
    wishes = [Wish(path, stamp_of(path), ("Jazz",))]
    with Journal.open(journal) as opened:
        (done,) = write_genres(opened, wishes, Preferences(id3_version=version))
    assert done.refused == ""
    return journal


def tags_by_ffprobe(program: str, path: Path) -> list[str]:
    """All but the genre, the encoder, and the artist, of whose letters it knows no encoding."""
    words = [program, "-v", "error", "-of", "default=nw=1", "-show_entries", "format_tags"]
    done = subprocess.run([*words, path], capture_output=True, text=True, check=True)
    left_out = ("TAG:genre", "TAG:encoder", "TAG:artist")
    return sorted(line for line in done.stdout.splitlines() if not line.startswith(left_out))


def test_the_header_of_apev2_is_not_taken_for_id3v1(mp3: Path) -> None:
    item = b"\x37\0\0\0\0\0\0\0Key\0" + b"x" * 55  # so that TAGEX is 128 bytes from the end
    numbers = (2000, len(item) + 32, 1)
    size = b"".join(each.to_bytes(4, "little") for each in numbers)
    ends = [b"APETAGEX" + size + flags + bytes(8) for flags in (b"\0\0\0\xa0", b"\0\0\0\x80")]
    with_head(mp3, b"", ends[0] + item + ends[1])
    assert mp3.read_bytes()[-128:].startswith(b"TAGEX")
    assert read_document(mp3, PLAIN).fields == ()


def test_a_file_without_tags_gets_version_3_and_no_id3v1(mp3: Path) -> None:
    before = mp3.read_bytes()
    tag_all(mp3.parents[1] / "tags.sqlite", mp3.parent, "Rock")
    after = mp3.read_bytes()
    assert after[:4] == b"ID3\x03"
    assert after.endswith(before)


@pytest.mark.parametrize("version", [2, 3])
def test_a_tag_that_is_unsynchronised_stays_so(mp3: Path, version: int) -> None:
    name = "ULT" if version == 2 else "USLT"
    text = frame(version, name, b"\x01eng\xff\xfe\0\0\xff\xfe" + "ÿà".encode("utf-16-le"))
    safe = text.replace(b"\xff\xfe", b"\xff\0\xfe").replace(b"\xff\0\xe0", b"\xff\0\0\xe0")
    assert safe != text
    with_head(mp3, tag(version, 0x80, safe))
    before = read_document(mp3, PLAIN)
    (done,) = tag_all(mp3.parents[1] / "tags.sqlite", mp3.parent, "雪")
    assert done.refused == ""
    assert without(read_document(mp3, PLAIN), {GENRE}) == before.fields
    assert mp3.read_bytes()[5] == 0x80
    assert read_tags(mp3).genre == "雪"


@pytest.mark.parametrize("is_done", [False, True])
def test_only_the_header_says_that_version_4_is_unsynchronised(mp3: Path, *, is_done: bool) -> None:
    text = b"\x01" + "\ufeffJazz".encode("utf-16-le")
    safe = text.replace(b"\xff\xfe", b"\xff\0\xfe") if is_done else text
    before = with_head(mp3, tag(4, 0x80, frame(4, "TCON", safe)))
    assert read_document(mp3, PLAIN).genres() == ("Jazz",)
    journal = mp3.parents[1] / "tags.sqlite"
    (done,) = tag_all(journal, mp3.parent, "Rock")
    assert done.refused == ""
    assert read_tags(mp3).genre == "Rock"
    assert undo_last(journal) == [""]
    assert mp3.read_bytes() == before


def test_a_footer_and_an_extended_header_are_kept(mp3: Path) -> None:
    extended = syncsafe(6) + b"\x01\0"
    body = extended + old_frames(4)
    whole = tag(4, 0x50, body) + b"3DI" + tag(4, 0x50, body)[3:10]
    with_head(mp3, whole)
    (done,) = tag_all(mp3.parents[1] / "tags.sqlite", mp3.parent, "Something longer")
    assert done.refused == ""
    after = mp3.read_bytes()
    assert after[10:16] == extended
    assert after[after.index(b"3DI") + 3 :][:7] == after[3:10]


@pytest.mark.parametrize("said", [300, 0])
def test_an_extended_header_says_how_much_padding_there_is(mp3: Path, said: int) -> None:
    before = with_head(mp3, tag(3, 0x40, with_padding_said(said, 300)))
    (done,) = tag_all(mp3.parents[1] / "tags.sqlite", mp3.parent, "Something longer")
    assert done.refused == ""
    left = 300 - len("Something longer") + len("(8)")
    body = mp3.read_bytes()[10 : before.index(b"\xff\xfb")]
    assert body[:10] == with_padding_said(left if said else 0, 0)[:10]
    assert body.endswith(b"Something longer" + bytes(left))
    assert undo_last(mp3.parents[1] / "tags.sqlite") == [""]
    assert mp3.read_bytes() == before


def with_padding_said(said: int, padding: int) -> bytes:
    """The inside of a tag of ID3v2.3 with an extended header, in which some say nothing true."""
    return (6).to_bytes(4) + b"\0\0" + said.to_bytes(4) + old_frames(3) + bytes(padding)


def test_sizes_as_an_old_itunes_wrote_them_are_kept(mp3: Path) -> None:
    body = frame(4, "TIT2", LONG, len(LONG).to_bytes(4)) + frame(4, "TPE1", b"\0Somebody")
    with_head(mp3, tag(4, 0, body))
    before = read_document(mp3, PLAIN)
    tag_all(mp3.parents[1] / "tags.sqlite", mp3.parent, "Rock")
    assert without(read_document(mp3, PLAIN), {GENRE}) == before.fields


@pytest.mark.parametrize(
    "broken",
    [
        tag(5, 0, b""),
        tag(2, 0x40, b""),
        tag(3, 0, b"TIT2\0\0\xff\xff\0\0\0x"),
        tag(3, 0, frame(3, "TIT2", LONG) + b"\0\0\0rubbish"),
        tag(3, 0, b"?!?!" + bytes(20)),
        tag(3, 0x40, (10).to_bytes(4) + b"\x80\0" + bytes(8)),
        tag(3, 0, b"TCON\0\0\0\x05\0\x80\0Jazz"),
        tag(3, 0, frame(3, "TCON", b"\x09Jazz")),
        tag(3, 0, frame(3, "TIT2", LONG))[:-50],
    ],
    ids=["version", "packed", "size", "padding", "name", "checksum", "flag", "encoding", "cut"],
)
def test_a_tag_that_could_not_be_kept_is_left_alone(mp3: Path, broken: bytes) -> None:
    whole = with_head(mp3, broken) if not broken.endswith(b"x" * 9) else broken
    mp3.write_bytes(whole)
    (done,) = tag_all(mp3.parents[1] / "tags.sqlite", mp3.parent, "Rock")
    assert done.refused
    assert mp3.read_bytes() == whole


def test_writing_a_tag_unchanged_gives_its_bytes() -> None:
    for version in (2, 3, 4):
        whole = tag(version, 0, old_frames(version) + bytes(99))
        parsed = read_tag(whole)
        assert b"".join(write_tag(parsed, parsed.frames)) == whole


def test_a_genre_frame_that_is_unsynchronised_by_itself_is_read(mp3: Path) -> None:
    data = b"\x01\xff\0\xfe" + "Jazz".encode("utf-16-le")
    flagged = b"TCON" + syncsafe(len(data) + 4) + b"\0\x03" + syncsafe(len(data) - 1) + data
    with_head(mp3, tag(4, 0, flagged))
    assert read_document(mp3, PLAIN).genres() == ("Jazz",)


def test_a_compressed_genre_is_refused() -> None:
    whole = tag(4, 0, b"TCON" + syncsafe(3) + b"\0\x08" + b"abc")
    parsed = read_tag(whole)
    with pytest.raises(TagRefused, match="compressed"):
        parsed.content_of(parsed.frames[0])
