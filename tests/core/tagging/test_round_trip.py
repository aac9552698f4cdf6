"""Writing a genre into every format, reading it back as strangers do, and taking it back."""

import os
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from genre_desktop.core.identity import stamp_of
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.opening import read_document
from genre_desktop.core.tagging.raw import GENRE, Preferences, without
from genre_desktop.core.tagging.wishes import Wish
from genre_desktop.core.tagging.writing import take_back, write_genres
from genre_desktop.core.tags import read_tags
from genre_desktop.dsp.payload import payload_hash
from tests.support import sounds, tagged
from tests.support.tag_run import tag_all, undo_last

PLAIN = Preferences()
# FFmpeg 5 does not show the ID3 tags of WAV, True Audio and DSDIFF files.
SHOWN_BY_FFPROBE = [name for name in tagged.MAKERS if not name.startswith(("wav", "tta", "dff"))]
SHOWN_BY_FFPROBE += [name for name in tagged.MAKERS if name.startswith("wavpack")]


def genres_by_mutagen(path: Path) -> list[str]:
    """Every genre, as mutagen reads the file."""
    found: list[str] = []
    for key, value in tagged.mutagen.File(path).tags.items():
        if key.lower() in {"tcon", "genre", "©gen", "wm/genre"}:
            texts = getattr(value, "text", value)
            found += [str(text) for text in ([texts] if isinstance(texts, str) else texts)]
    return found


@pytest.mark.parametrize("name", tagged.MAKERS)
def test_only_the_genre_changes_and_undo_gives_every_byte_back(
    name: str, music: Path, journal: Path
) -> None:
    path = tagged.MAKERS[name](music)
    before, sound, fields = path.read_bytes(), payload_hash(path), read_document(path, PLAIN).fields
    mtime = path.stat().st_mtime_ns
    first, second = tag_all(journal, music, "Jazz"), tag_all(journal, music, "Döner 雪")
    assert [done.refused for done in (*first, *second)] == ["", ""]
    assert genres_by_mutagen(path) == ["Döner 雪"]
    assert payload_hash(path) == sound
    assert without(read_document(path, PLAIN), {GENRE}) == fields
    assert path.stat().st_mtime_ns == mtime
    assert undo_last(journal) == [""]
    assert genres_by_mutagen(path) == ["Jazz"]
    assert undo_last(journal) == [""]
    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == mtime
    assert list(music.iterdir()) == [path]


def genre_by_ffprobe(program: str, path: Path) -> str:
    words = [program, "-v", "error", "-of", "default=nw=1:nk=1"]
    words += ["-show_entries", "format_tags=genre:stream_tags=genre", str(path)]
    told = subprocess.run(words, capture_output=True, check=True)
    return told.stdout.decode().strip()


@pytest.mark.parametrize("name", SHOWN_BY_FFPROBE)
def test_ffprobe_reads_the_genre(
    name: str, music: Path, journal: Path, tool: Callable[[str], str]
) -> None:
    path = tagged.MAKERS[name](music)
    tag_all(journal, music, "Döner 雪")
    assert genre_by_ffprobe(tool("ffprobe"), path) == "Döner 雪"


@pytest.mark.parametrize("kind", tagged.KINDS)
def test_several_genres_are_written_in_each_formats_own_way(
    kind: str, music: Path, journal: Path
) -> None:
    path = tagged.tagged(tagged.sound(music, kind))
    tag_all(journal, music, "Jazz", "Hip Hop/Rap")
    document = read_document(path, PLAIN)
    assert document.genres() == ("Jazz", "Hip Hop/Rap")
    is_one_text = document.kind == "ID3v2.3"
    wanted = ["Jazz; Hip Hop/Rap"] if is_one_text else ["Jazz", "Hip Hop/Rap"]
    assert genres_by_mutagen(path) == wanted


@pytest.mark.parametrize("kind", tagged.KINDS)
def test_what_would_change_nothing_is_not_written(kind: str, music: Path, journal: Path) -> None:
    path = tagged.sound(music, kind)
    tag_all(journal, music, "Jazz")
    number = path.stat().st_ino
    (again,) = tag_all(journal, music, "Jazz")
    assert (again.change, again.refused) == (None, "")
    assert path.stat().st_ino == number
    with Journal.open(journal) as opened:
        assert len(opened.runs()) == 1


@pytest.mark.parametrize("kind", tagged.KINDS)
def test_a_genre_goes_back_in_a_file_that_was_changed_elsewhere(
    kind: str, music: Path, journal: Path
) -> None:
    path = tagged.sound(music, kind)
    tag_all(journal, music, "Jazz")
    tag_all(journal, music, "Rock")
    tagged.tagged(path)  # another program adds a title and more
    changed = without(read_document(path, PLAIN), {GENRE})
    assert undo_last(journal) == [""]
    assert genres_by_mutagen(path) == ["Jazz"]
    assert without(read_document(path, PLAIN), {GENRE}) == changed


@pytest.mark.parametrize("kind", tagged.KINDS)
def test_a_genre_that_was_changed_since_is_left_alone(
    kind: str, music: Path, journal: Path
) -> None:
    path = tagged.sound(music, kind)
    tag_all(journal, music, "Jazz")
    other = journal.with_name("other.sqlite")
    tag_all(other, music, "Rock")
    before = path.read_bytes()
    (refused,) = undo_last(journal)
    assert "no more what that run wrote" in refused
    assert path.read_bytes() == before


def test_a_musepack_file_of_its_own_encoder(
    music: Path, journal: Path, tool: Callable[[str], str]
) -> None:
    path = tagged.musepack(music)
    before, sound = path.read_bytes(), payload_hash(path)
    tag_all(journal, music, "Jazz")
    assert genres_by_mutagen(path) == ["Jazz"]
    assert genre_by_ffprobe(tool("ffprobe"), path) == "Jazz"
    assert payload_hash(path) == sound
    assert undo_last(journal) == [""]
    assert path.read_bytes() == before


def _beside(folder: Path, kind: str) -> Path:
    """A file that says Funk beside the tags that are written."""
    if kind == "INFO":
        tags = {"genre": "Funk"}
        return sounds.write_sound(folder / "song.wav", sounds.music(0.3), "wav", tags=tags)
    path = tagged.sound(folder, "tta" if kind == "APEv2 in TTA" else "mp3")
    if kind == "ID3v1":
        path.write_bytes(path.read_bytes() + b"TAG" + bytes(124) + b"\x05")
        return path
    ape = tagged.apev2.APEv2()
    ape["Genre"] = "Funk"
    ape.save(path)
    return path


@pytest.mark.parametrize("kind", ["INFO", "APEv2", "APEv2 in TTA", "ID3v1"])
def test_a_genre_goes_back_to_none_where_another_kind_of_tags_has_one(
    kind: str, music: Path, journal: Path
) -> None:
    path = _beside(music, kind)
    assert (read_document(path, PLAIN).genres(), read_tags(path).genre) == ((), "Funk")
    tag_all(journal, music, "Rock")
    tagged.tagged(path)  # another program adds a title and more
    assert read_tags(path).genre == "Rock"
    changed = without(read_document(path, PLAIN), {GENRE})
    assert undo_last(journal) == [""]
    document = read_document(path, PLAIN)
    assert (document.genres(), without(document, {GENRE})) == ((), changed)


def test_an_undo_can_be_taken_back(music: Path, journal: Path) -> None:
    path = tagged.sound(music, "flac")
    tag_all(journal, music, "Jazz")
    written = path.read_bytes()
    undo_last(journal)
    with Journal.open(journal) as opened:
        list(take_back(opened, opened.entries(opened.runs()[0].number), PLAIN))
    assert path.read_bytes() == written


def test_a_separator_that_was_chosen_does_not_keep_undo_away(music: Path, journal: Path) -> None:
    path = tagged.sound(music, "mp3")
    before = path.read_bytes()
    with Journal.open(journal) as opened:
        wish = Wish(path, stamp_of(path), ("Jazz", "Rock"))
        (done,) = write_genres(opened, [wish], Preferences(separator="/"))
    assert done.refused == ""
    assert undo_last(journal) == [""]
    assert path.read_bytes() == before


def test_a_chosen_version_is_that_of_new_tags_only(music: Path, journal: Path) -> None:
    old, new = tagged.sound(music, "mp3", "old"), tagged.sound(music, "mp3", "new")
    tagged.id3.ID3().delete(new)
    kind = read_document(old, PLAIN).kind
    with Journal.open(journal) as opened:
        wishes = [Wish(path, stamp_of(path), ("Jazz",)) for path in (old, new)]
        list(write_genres(opened, wishes, Preferences(id3_version=4)))
    assert [read_document(path, PLAIN).kind for path in (old, new)] == [kind, "ID3v2.4"]


def test_the_time_of_a_file_changes_where_that_is_wished(music: Path, journal: Path) -> None:
    path = tagged.sound(music, "flac")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    with Journal.open(journal) as opened:
        wish = Wish(path, stamp_of(path), ("Jazz",))
        list(write_genres(opened, [wish], Preferences(keep_time=False)))
    assert path.stat().st_mtime > 1_600_000_000


def test_a_run_that_is_cancelled_stops_between_two_files(music: Path, journal: Path) -> None:
    paths = [tagged.sound(music, "flac", name) for name in ("1", "2", "3")]
    cancelled = threading.Event()
    with Journal.open(journal) as opened:
        wishes = [Wish(path, stamp_of(path), ("Jazz",)) for path in paths]
        for done in write_genres(opened, wishes, PLAIN, cancelled):
            assert done.path == paths[0]
            cancelled.set()
        assert [entry.change.path for entry in opened.entries(1)] == paths[:1]
    assert [read_document(path, PLAIN).genres() for path in paths] == [("Jazz",), (), ()]


@pytest.mark.parametrize(("kind", "ending"), [("mp3", ".flac"), ("flac", ".mp3"), ("wav", ".ogg")])
def test_a_file_with_another_kinds_ending_is_written_and_taken_back(
    kind: str, ending: str, music: Path, journal: Path
) -> None:
    path = tagged.tagged(tagged.sound(music, kind))
    path = path.rename(path.with_suffix(ending))
    before = path.read_bytes()
    (done,) = tag_all(journal, music, "Jazz")
    assert done.refused == ""
    assert read_document(path, PLAIN).genres() == ("Jazz",)
    assert undo_last(journal) == [""]
    assert path.read_bytes() == before
