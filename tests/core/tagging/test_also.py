"""Tempo, confidence, second guess and model beside the genre: each in its field, and taken back."""

from pathlib import Path

import pytest

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.tagging.also import Also
from genre_desktop.core.tagging.desk import why_not
from genre_desktop.core.tagging.journal import Journal
from genre_desktop.core.tagging.opening import read_document
from genre_desktop.core.tagging.planning import look_at
from genre_desktop.core.tagging.raw import (
    GENRE,
    Preferences,
    TagDocument,
    also_texts,
    without,
)
from genre_desktop.core.tagging.wishes import Choice, Fate, Wish, decide, heard_of
from genre_desktop.core.tagging.writing import Written, write_genres
from genre_desktop.dsp.payload import payload_hash
from tests.core.answers import answered
from tests.support import tagged
from tests.support.tag_run import undo_last

PLAIN = Preferences()
TEXTS = (
    (Also.TEMPO, "120"),
    (Also.CONFIDENCE, "0.75"),
    (Also.SECOND, "Döner 雪"),
    (Also.MODEL, "tiny 1.0"),
)
TEMPOS = {"tbpm", "bpm", "tmpo", "wm/beatsperminute"}


def write(journal: Path, path: Path, preferences: Preferences = PLAIN) -> Written:
    wish = Wish(path, stamp_of(path), ("Jazz",), TEXTS)
    with Journal.open(journal) as opened:
        (done,) = write_genres(opened, [wish], preferences)
    return done


def others(document: TagDocument) -> object:
    return without(document, {GENRE, *Also})


def tempo_by_mutagen(path: Path) -> str:
    tags = tagged.mutagen.File(path).tags
    found = [value for key, value in tags.items() if key.lower() in TEMPOS]
    value = getattr(found[0], "text", found[0])
    return str(value if isinstance(value, str) else value[0])


@pytest.mark.parametrize("name", tagged.MAKERS)
def test_each_is_written_in_the_formats_own_way_and_taken_back(
    name: str, music: Path, journal: Path
) -> None:
    path = tagged.MAKERS[name](music)
    before, sound = path.read_bytes(), payload_hash(path)
    rest = others(read_document(path, PLAIN))
    assert write(journal, path).refused == ""
    document = read_document(path, PLAIN)
    assert set(also_texts(document)) == set(TEXTS)
    assert document.genres() == ("Jazz",)
    assert others(document) == rest
    assert tempo_by_mutagen(path) == "120"
    assert payload_hash(path) == sound
    assert write(journal, path).change is None  # all of it is there already
    assert undo_last(journal) == [""]
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [3, 4])
def test_mutagen_reads_free_fields_by_their_names(version: int, music: Path, journal: Path) -> None:
    path = tagged.sound(music, "mp3")
    tagged.mutagen.File(path).delete()
    write(journal, path, Preferences(id3_version=version))
    tags = tagged.mutagen.File(path).tags
    assert tags["TXXX:GENRE_SECOND"].text == ["Döner 雪"]
    assert tags["TXXX:GENRE_CONFIDENCE"].text == ["0.75"]


def test_free_fields_of_others_stay(music: Path, journal: Path) -> None:
    path = tagged.tagged(tagged.sound(music, "mp3"))  # with a field called mood
    write(journal, path)
    assert tagged.mutagen.File(path).tags["TXXX:mood"].text == ["calm"]


@pytest.mark.parametrize("kind", ["mp3", "flac", "aac", "wavpack", "wma"])
def test_each_field_goes_back_by_itself(kind: str, music: Path, journal: Path) -> None:
    path = tagged.tagged(tagged.sound(music, kind))
    write(journal, path)
    other = journal.with_name("other.sqlite")
    with Journal.open(other) as opened:
        wish = Wish(path, stamp_of(path), ("Mine",), ((Also.TEMPO, "90"),))
        list(write_genres(opened, [wish], PLAIN))
    assert undo_last(journal) == [""]
    document = read_document(path, PLAIN)
    assert document.genres() == ("Mine",)
    assert also_texts(document) == ((Also.TEMPO, "90"),)


@pytest.mark.parametrize("kind", ["mp3", "flac", "aac", "wavpack", "wma"])
def test_what_stays_is_named_before_and_what_is_as_it_was_is_not(
    kind: str, music: Path, journal: Path
) -> None:
    path = tagged.tagged(tagged.sound(music, kind))
    write(journal, path)
    assert why_not(journal, 1) == ()
    other = journal.with_name("other.sqlite")
    stays = "left as it is, since it is no more what that run wrote: "
    for genre, also, expected in (
        (("Mine",), ((Also.TEMPO, "90"),), f"{stays}genre, tempo"),
        (("Jazz",), ((Also.TEMPO, "90"), (Also.MODEL, "")), f"{stays}tempo"),
        ((), tuple((also, "") for also in Also), "it says what it said before that run"),
        (("Mine",), (), f"{stays}genre"),
    ):
        with Journal.open(other) as opened:
            list(write_genres(opened, [Wish(path, stamp_of(path), genre, also)], PLAIN))
        assert why_not(journal, 1) == ((1, expected),)


@pytest.mark.parametrize("kind", ["mp3", "flac", "vorbis", "aac", "wavpack", "wma"])
def test_each_field_goes_back_where_another_program_wrote_all_of_them_anew(
    kind: str, music: Path, journal: Path
) -> None:
    path = tagged.tagged(tagged.sound(music, kind))
    before = set(tagged.mutagen.File(path).tags.keys())
    write(journal, path)
    found = tagged.mutagen.File(path)
    if kind == "mp3":
        found.tags.add(tagged.id3.TIT2(encoding=3, text=["Another"]))
    else:
        found["©nam" if kind == "aac" else "Title"] = ["Another"]
    found.save()
    assert undo_last(journal) == [""]
    document = read_document(path, PLAIN)
    assert (document.genres(), also_texts(document)) == ((), ())
    assert set(tagged.mutagen.File(path).tags.keys()) == before


@pytest.mark.parametrize("version", [2, 3])
def test_each_field_goes_back_where_another_program_made_newer_tags(
    version: int, music: Path, journal: Path
) -> None:
    path = tagged.sound(music, "mp3")
    tagged.mutagen.File(path).delete()
    old = b"TBP\0\0\x03\x0099" if version == 2 else b"TBPM\0\0\0\x03\0\0\x0099"
    head = b"ID3" + bytes([version, 0, 0, 0, 0, 0, len(old)])
    path.write_bytes(head + old + path.read_bytes())
    write(journal, path)
    found = tagged.mutagen.File(path)
    found["TCON"].text = ["Mine"]
    found.save()
    assert undo_last(journal) == [""]
    document = read_document(path, PLAIN)
    assert document.kind == "ID3v2.4"
    assert (document.genres(), also_texts(document)) == (("Mine",), ((Also.TEMPO, "99"),))


def test_only_what_was_chosen_and_is_not_there_is_written(music: Path, journal: Path) -> None:
    path = tagged.sound(music, "flac")
    heard = heard_of(answered(path))
    tempo = Choice(also=frozenset({Also.TEMPO}))
    row = decide(heard, look_at(path, PLAIN), tempo)
    assert row.also == ((Also.TEMPO, "120"),)
    write(journal, path)
    assert decide(heard, look_at(path, PLAIN), tempo).fate is Fate.ALREADY
    second = decide(heard, look_at(path, PLAIN), Choice(also=frozenset({Also.SECOND})))
    assert (second.fate, second.also) == (Fate.CHANGES, ((Also.SECOND, "Blues"),))
    assert decide(heard, look_at(path, PLAIN), Choice()).also == ()


@pytest.mark.parametrize("kind", ["mp3", "flac", "aac", "wavpack", "wma"])
def test_what_a_model_said_goes_where_the_genre_is_the_users_own_and_comes_back_by_undo(
    kind: str, music: Path, journal: Path
) -> None:
    path = tagged.tagged(tagged.sound(music, kind))
    write(journal, path)
    before = path.read_bytes()
    outcome = answered(path, audio_hash=payload_hash(path))
    corrected = heard_of(outcome._replace(correction=corrected_now("Jazz")))
    row = decide(corrected, look_at(path, PLAIN), Choice())
    assert row.also == ((Also.CONFIDENCE, ""), (Also.SECOND, ""), (Also.MODEL, ""))
    assert row.wish is not None
    with Journal.open(journal) as opened:
        (done,) = write_genres(opened, [row.wish], PLAIN)
    assert done.refused == ""
    assert also_texts(read_document(path, PLAIN)) == ((Also.TEMPO, "120"),)
    assert decide(corrected, look_at(path, PLAIN), Choice()).fate is Fate.ALREADY
    assert undo_last(journal) == [""]
    assert path.read_bytes() == before


def test_a_field_without_a_name_is_nobodys_tempo(music: Path, journal: Path) -> None:
    path = tagged.tagged(tagged.sound(music, "mp3"))
    found = tagged.mutagen.File(path)
    found.tags.add(tagged.id3.TXXX(encoding=3, desc="", text=["a note of mine"]))
    found.save()
    assert write(journal, path).refused == ""
    tags = tagged.mutagen.File(path).tags
    assert (tags["TXXX:"].text, tags["TBPM"].text) == (["a note of mine"], ["120"])


@pytest.mark.parametrize("name", ["", "KEY"])
def test_names_in_mp4_may_be_short(name: str, music: Path, journal: Path) -> None:
    path = tagged.sound(music, "aac")
    found = tagged.mutagen.File(path)
    found[f"----:com.apple.iTunes:{name}"] = [b"8A"]
    found.save()
    assert write(journal, path).refused == ""
    assert tagged.mutagen.File(path)[f"----:com.apple.iTunes:{name}"] == [b"8A"]
