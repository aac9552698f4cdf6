"""Files that are laid out in unusual ways keep their sound and every other tag."""

from pathlib import Path
from typing import Literal

import av
import pytest

from genre_desktop.core.tagging.mp4_atoms import Atom, read_atom, segments_of
from genre_desktop.core.tagging.ogg_files import _with_checksum, read_ogg
from genre_desktop.core.tagging.opening import read_document
from genre_desktop.core.tagging.raw import GENRE, Preferences, without
from genre_desktop.dsp.payload import payload_hash
from tests.support import tagged
from tests.support.tag_run import tag_all, undo_last

PLAIN = Preferences()
LONG = "A genre of a very long name, " * 60


def goes_there_and_back(path: Path, genre: str = LONG.strip()) -> bytes:
    """Tags a file and takes it back, with all that must hold; the bytes in between."""
    journal = path.parents[1] / "tags.sqlite"
    before, sound, document = path.read_bytes(), payload_hash(path), read_document(path, PLAIN)
    (done,) = tag_all(journal, path.parent, genre)
    assert done.refused == ""
    after = path.read_bytes()
    assert payload_hash(path) == sound
    assert without(read_document(path, PLAIN), {GENRE}) == without(document, {GENRE})
    assert read_document(path, PLAIN).genres() == (genre,)
    assert undo_last(journal) == [""]
    assert path.read_bytes() == before
    return after


def is_left_alone(path: Path) -> str:
    """Why."""
    before = path.read_bytes()
    (done,) = tag_all(path.parents[1] / "tags.sqlite", path.parent, "Jazz")
    assert done.change is None
    assert path.read_bytes() == before
    return done.refused


def index_first(folder: Path) -> Path:
    """An MP4 file whose index lies before its sound, as web sites have them."""
    source, path = tagged.sound(folder.parent, "aac"), folder / "first.m4a"
    with (
        av.open(str(source)) as old,
        av.open(str(path), "w", format="mp4", options={"movflags": "faststart"}) as new,
    ):
        stream = new.add_stream_from_template(old.streams.audio[0])
        for packet in old.demux(old.streams.audio[0]):
            if packet.dts is not None:
                packet.stream = stream
                new.mux(packet)
    assert path.read_bytes().index(b"moov") < path.read_bytes().index(b"mdat")
    return path


def test_an_index_before_the_sound_keeps_pointing_at_it(music: Path) -> None:
    path = index_first(music)
    before = sounds_of(path)
    journal = music.parent / "tags.sqlite"
    tag_all(journal, music, LONG.strip())
    assert sounds_of(path) == before
    undo_last(journal)
    goes_there_and_back(path)


def sounds_of(path: Path) -> list[bytes]:
    """The packets, as the index finds them."""
    with av.open(str(path)) as file:
        return [bytes(packet) for packet in file.demux(file.streams.audio[0])]


def test_a_numbered_genre_of_mp4_makes_way(music: Path) -> None:
    path = tagged.tagged(tagged.sound(music, "aac"))
    found = tagged.mutagen.File(path)
    found["©gen"] = ["Xy"]
    found.save()
    text = bytes.fromhex("0000001aa967656e0000001264617461000000010000000058 79".replace(" ", ""))
    number = bytes.fromhex("0000001a676e7265000000126461746100000000000000000009")
    assert text in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(text, number))
    assert read_document(path, PLAIN).genres() == ("Jazz",)
    assert b"gnre" not in goes_there_and_back(path, "Rock")


@pytest.mark.parametrize("where", ["moof", "sidx"])
def test_what_is_found_by_lists_of_fragments_is_left_alone(music: Path, where: str) -> None:
    path = index_first(music)
    path.write_bytes(path.read_bytes() + b"\0\0\0\x08" + where.encode())
    assert "fragments" in is_left_alone(path)


def test_what_is_found_by_a_list_of_items_is_left_alone(music: Path) -> None:
    path = index_first(music)
    items = atom(b"meta", bytes(4) + atom(b"hdlr", bytes(24)) + atom(b"iloc", bytes(8)))
    path.write_bytes(path.read_bytes() + items)
    assert "a second list says where things lie" in is_left_alone(path)


def test_what_is_found_by_a_list_in_the_index_is_left_alone(music: Path) -> None:
    path = tagged.sound(music, "aac")
    data = path.read_bytes()
    index = data.index(b"moov") - 4
    tree = read_atom(b"moov", data[index + 8 :])
    track = tree.child(b"trak")
    for name in (b"mdia", b"minf", b"stbl"):
        assert track is not None
        track = track.child(name)
    assert track is not None
    assert track.children is not None
    track.children.append(Atom(b"saio", bytes(12)))
    path.write_bytes(data[:index] + b"".join(segments_of(tree)) + atom(b"free", b""))
    assert "a second list says where things lie" in is_left_alone(path)


def atom(name: bytes, data: bytes) -> bytes:
    return (8 + len(data)).to_bytes(4) + name + data


def test_a_list_without_places_keeps_nothing_away(music: Path) -> None:
    path = index_first(music)
    items = atom(b"meta", bytes(4) + atom(b"hdlr", bytes(24)))
    path.write_bytes(path.read_bytes() + items)
    goes_there_and_back(path)


def test_words_that_look_like_the_name_of_a_list_keep_nothing_away(music: Path) -> None:
    path = index_first(music)
    found = tagged.mutagen.File(path)
    found["©nam"] = "Kilocycles"
    found.save(padding=lambda _: 0)
    goes_there_and_back(path)


@pytest.mark.parametrize("kind", ["opus", "vorbis", "oggflac"])
def test_comments_over_many_pages(music: Path, kind: str) -> None:
    path = tagged.sound(music, kind)
    found = tagged.mutagen.File(path)
    found["lyrics"] = "la " * 60_000
    found.save()
    goes_there_and_back(path, "Rock")


def test_comments_that_fill_their_pages_to_the_brim_are_left_alone(music: Path) -> None:
    path = tagged.sound(music, "opus")
    with path.open("rb") as file:
        page = read_ogg(file).pages[0]
    vendor = b"\x01\0\0\0v" + b"\x01\0\0\0"
    text = b"lyrics=".ljust(255 * 255 - 2 - 8 - len(vendor) - 4, b"x")
    packet = b"OpusTags" + vendor + len(text).to_bytes(4, "little") + text
    full = _with_checksum(page.header[:22], b"\xff" + b"\xff" * 254 + b"\xfd" + packet)
    data = path.read_bytes()
    path.write_bytes(data[: page.offset] + full + data[page.offset + len(page.whole) :])
    assert tagged.mutagen.File(path)["lyrics"][0].startswith("xxx")
    assert "no room" in is_left_alone(path)


@pytest.mark.parametrize("kind", ["vorbis", "opus"])
def test_comments_that_share_a_page_with_sound_are_left_alone(music: Path, kind: str) -> None:
    path = tagged.sound(music, kind)
    data = path.read_bytes()
    with path.open("rb") as file:
        page = read_ogg(file).pages[0]
    heard = page.header[:6] + (960).to_bytes(8, "little") + page.header[14:22]
    told = _with_checksum(heard, page.header[26:] + page.lacings + page.body)
    path.write_bytes(data.replace(page.whole, told))
    assert "share a page with sound" in is_left_alone(path)


def test_two_streams_in_one_ogg_file_are_left_alone(music: Path) -> None:
    first, second = tagged.sound(music, "opus"), tagged.sound(music.parent, "vorbis")
    page = first.read_bytes()
    end = page.index(b"OggS", 4)
    other = second.read_bytes()
    first.write_bytes(page[:end] + other[: other.index(b"OggS", 4)] + page[end:])
    assert is_left_alone(first)


def test_a_damaged_page_is_left_alone(music: Path) -> None:
    path = tagged.sound(music, "opus")
    path.write_bytes(path.read_bytes().replace(b"OpusTags", b"OpusTagz", 1))
    assert "damaged" in is_left_alone(path)


def test_flac_behind_an_id3_tag_and_without_padding(music: Path) -> None:
    path = tagged.sound(music, "flac")
    found = tagged.mutagen.File(path)
    found["title"] = "A Title"
    found.save(padding=lambda _: 0)
    path.write_bytes(b"ID3\x03\0\0\0\0\0\x05" + bytes(5) + path.read_bytes())
    goes_there_and_back(path)


@pytest.mark.parametrize(("kind", "order"), [("wav", "little"), ("aiff", "big")])
@pytest.mark.parametrize("size", [4, 5])
def test_chunks_behind_and_bytes_after_the_end_are_kept(
    music: Path, kind: str, order: Literal["little", "big"], size: int
) -> None:
    path = tagged.tagged(tagged.sound(music, kind))
    data = bytearray(path.read_bytes())
    data += b"JUNK" + size.to_bytes(4, order) + b"x" * size + bytes(size % 2)
    data[4:8] = (len(data) - 8).to_bytes(4, order)
    path.write_bytes(bytes(data) + b"behind the end")
    after = goes_there_and_back(path)
    assert after.endswith(b"x" * size + bytes(size % 2) + b"behind the end")


def test_a_chunk_of_odd_length_at_the_end(music: Path) -> None:
    path = tagged.sound(music, "wav")
    data = bytearray(path.read_bytes() + b"note\x03\0\0\0abc")
    data[4:8] = (len(data) - 8).to_bytes(4, "little")
    path.write_bytes(data)
    goes_there_and_back(path)


@pytest.mark.parametrize("head", [b"RF64", b"RIFX"])
def test_wav_files_of_other_orders_and_lengths_are_left_alone(music: Path, head: bytes) -> None:
    path = tagged.sound(music, "wav")
    path.write_bytes(head + path.read_bytes()[4:])
    assert head.decode() in is_left_alone(path)


@pytest.mark.parametrize("length", [b"\xff\xff\xff\xff", b"\0\0\0\0"])
def test_a_wav_file_whose_length_is_wrong_is_left_alone(music: Path, length: bytes) -> None:
    path = tagged.sound(music, "wav")
    data = path.read_bytes()
    path.write_bytes(data[:4] + length + data[8:])
    assert "length" in is_left_alone(path)


@pytest.mark.parametrize("behind", [b"", b"TAG" + bytes(125)])
def test_an_id3_tag_at_the_end_gets_no_second_one_in_front(music: Path, behind: bytes) -> None:
    path = music / "last.mp3"
    frame = b"TIT2" + bytes((0, 0, 0, 6, 0, 0)) + b"\x03Title"
    head = b"\x04\x00\x10" + bytes((0, 0, 0, len(frame)))
    tag = b"ID3" + head + frame + b"3DI" + head
    sound = tagged.sound(music.parent, "mp3").read_bytes()
    path.write_bytes(sound[sound.index(b"\xff\xfb") :] + tag + behind)
    assert "at the end of the file" in is_left_alone(path)


def test_apev2_before_an_id3v1_tag(music: Path) -> None:
    path = tagged.tagged(tagged.sound(music, "wavpack"))
    v1 = b"TAG" + bytes(125)
    path.write_bytes(path.read_bytes() + v1)
    assert goes_there_and_back(path).endswith(v1)


def test_apev2_of_a_length_that_looks_like_an_id3v1_tag(music: Path) -> None:
    path = tagged.sound(music, "wavpack")
    item = b"\x37\0\0\0\0\0\0\0Key\0" + b"x" * 55
    ends = [broken_ape(2000, len(item) + 32, 1, flags << 29) for flags in (0b101, 0b100)]
    path.write_bytes(path.read_bytes() + item.join(ends))
    assert path.read_bytes()[-128:].startswith(b"TAGEX")
    assert goes_there_and_back(path, "Jazz").count(item) == 1


def test_apev2_without_a_header_gets_none(music: Path) -> None:
    path = tagged.sound(music, "wavpack")
    found = tagged.mutagen.File(path)
    found["Title"] = "A Title"
    found.save()
    data = path.read_bytes()
    place = data.index(b"APETAGEX")
    footer = data[-32:-12] + (0).to_bytes(4, "little") + data[-8:]
    path.write_bytes(data[:place] + data[place + 32 : -32] + footer)
    assert goes_there_and_back(path, "Jazz").count(b"APETAGEX") == 1


def broken_ape(version: int = 2000, size: int = 32, count: int = 0, flags: int = 0) -> bytes:
    numbers = (version, size, count, flags)
    return b"APETAGEX" + b"".join(each.to_bytes(4, "little") for each in numbers) + bytes(8)


@pytest.mark.parametrize(
    "tail",
    [
        broken_ape(version=1000),
        broken_ape(size=9_999_999),
        broken_ape(count=3),
        broken_ape(flags=1),
        b"words LYRICS200",
    ],
    ids=["version", "size", "count", "read-only", "lyrics"],
)
def test_apev2_that_could_not_be_kept_is_left_alone(music: Path, tail: bytes) -> None:
    path = tagged.sound(music, "wavpack")
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"APETAGEX")] + tail)
    assert is_left_alone(path)


def test_apev2_on_a_hand_made_monkeys_audio_file(music: Path) -> None:
    """No encoder makes such files here: its tags are tried on a header with rubbish behind it."""
    path = music / "song.ape"
    head = b"MAC \x96\x0f" + bytes(70)
    path.write_bytes(head)
    document = read_document(path, PLAIN)
    (region,) = document.regions(document.genre_fields(["Jazz"]))
    path.write_bytes(head + b"".join(region.segments))
    assert read_document(path, PLAIN).genres() == ("Jazz",)
    found = tagged.apev2.APEv2(path)
    assert list(found["Genre"]) == ["Jazz"]
