"""Looking through the library: groups, filters, orders, and files that come and go."""

import sqlite3
import threading
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest

from genre_desktop.core.exporting.gathering import library_rows
from genre_desktop.core.exporting.query import wanted_by
from genre_desktop.core.identity import stamp_of
from genre_desktop.core.library import LIBRARY_NAME, Library
from genre_desktop.core.library_facets import Facet, Order, View
from genre_desktop.core.library_listing import LibraryListing
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.library_schema import LADDER, climb
from genre_desktop.core.library_view import LibraryView, NoLongerWantedError
from genre_desktop.core.tags_apart import TagsApart
from genre_desktop.core.track import Track
from genre_desktop.dsp.sound import Span
from tests.support.browsed import (
    as_before_doubts,
    groups_in,
    keep_tags_of,
    list_all,
    listed_library,
    names_in,
    no_parts,
    ordered_by,
)
from tests.support.remembered import heard, library_of, song


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for tests that only look."""
    folder = tmp_path_factory.mktemp("seen")
    return listed_library(folder / "data", folder / "music")


def test_everything_is_there_in_the_order_of_paths(seen: Path) -> None:
    assert names_in(seen, View()) == ["Cool.flac", "Loud.flac", "broken.mp3", "Slow.flac"]


@pytest.mark.parametrize(
    ("facet", "counts"),
    [
        (Facet.ARTIST, {"Five": 1, "Trio": 2, None: 1}),
        (Facet.GENRE, {"Blues": 1, "Jazz": 1, "Rock": 1, None: 1}),
        (Facet.CONFIDENCE, {30: 1, 70: 1, 90: 1, None: 1}),
        (Facet.UNSURE, {"Blues": 1}),
        (Facet.PROBLEM, {"not audio": 1, "wrong extension": 3}),
        (Facet.GONE, {}),
    ],
)
def test_groups_are_counted(seen: Path, facet: Facet, counts: dict[object, int]) -> None:
    assert groups_in(seen, facet) == counts


def test_folders_are_groups_of_the_files_right_in_them(seen: Path) -> None:
    music = seen.parents[1] / "music"
    assert groups_in(seen, Facet.FOLDER) == {str(music): 3, str(music / "deep"): 1}


def test_a_tag_that_contradicts_the_sound_is_a_group(tmp_path: Path) -> None:
    loud = song(tmp_path / "Loud.flac", genre="Jazz")
    place = library_of(tmp_path / "data", heard(loud, best=2, confidence=0.9))
    keep_tags_of(place, [loud])
    list_all(place)
    assert groups_in(place, Facet.CONFLICT) == {"Jazz → Rock": 1}


def test_a_group_shows_its_tracks_only(seen: Path) -> None:
    trio = View(facet=Facet.ARTIST, key="Trio", is_grouped=True)
    assert names_in(seen, trio) == ["Cool.flac", "Slow.flac"]
    nobody = View(facet=Facet.ARTIST, key=None, is_grouped=True)
    assert names_in(seen, nobody) == ["broken.mp3"]


def test_groups_are_counted_among_what_the_filter_wants(seen: Path) -> None:
    assert groups_in(seen, Facet.ARTIST, "conf > 50") == {"Five": 1, "Trio": 1}


@pytest.mark.parametrize(
    ("view", "names"),
    [
        (ordered_by(Order.CONFIDENCE), ["Slow.flac", "Cool.flac", "Loud.flac", "broken.mp3"]),
        (
            ordered_by(Order.CONFIDENCE, descending=True),
            ["Loud.flac", "Cool.flac", "Slow.flac", "broken.mp3"],
        ),
        (ordered_by(Order.GENRE), ["Slow.flac", "Cool.flac", "Loud.flac", "broken.mp3"]),
        (ordered_by(Order.TITLE), ["Loud.flac", "broken.mp3", "Cool.flac", "Slow.flac"]),
    ],
)
def test_rows_are_sorted_and_those_without_a_value_come_last(
    seen: Path, view: View, names: list[str]
) -> None:
    assert names_in(seen, view) == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "trio",
        "-trio",
        "TRIO cool",
        "artist:trio",
        "artist:",
        "-artist:trio",
        "genre:rock",
        "-genre:rock",
        "tag:pop",
        "title:cool",
        "title:=loud",
        "-title:flac",
        "path:deep",
        "-path:deep",
        "path:sic/deep/sl",
        "path:trio",
        "-artist:",
        "second:blues",
        "status:unsure",
        "status:problem",
        "-status:unsure",
        "status:done",
        "conf < 60",
        "conf = 75",
        "-conf < 60",
        "conf >= 75",
        "bpm > 100",
        "time < 5:00",
        '"five" conf > 90',
        "nothing like this",
    ],
)
def test_a_filter_shows_what_the_same_query_exports(seen: Path, text: str) -> None:
    with closing(LibraryReading(seen)) as library, closing(TagsApart()) as apart:
        remembered = library.remembered(library.models()[0])
        rows = library_rows(remembered, apart, lambda _: ())
        wanted = wanted_by(text)
        exported = [row.listing.track.path.name for row in rows if wanted(row)]
    assert sorted(names_in(seen, View(text))) == sorted(exported)
    assert sorted(names_in(seen, View(text), few=0)) == sorted(exported)


@pytest.mark.parametrize("few", [0, 5_000])
@pytest.mark.parametrize("order", [Order.PATH, Order.TITLE, Order.TAG])
def test_a_beginning_is_the_first_of_all_rows_whether_they_are_few_or_many(
    seen: Path, order: Order, few: int
) -> None:
    texts = ["", "trio", "TRIO cool", "io", "-trio", "artist:trio", "-tag:pop", "-conf < 60"]
    with LibraryView(seen, few=few) as opened:
        for text, most in product(texts, range(1, 5)):
            view = View(text, order=order)
            everything = opened.numbers(view)
            beginning, is_all = opened.beginning(view, most)
            assert beginning == everything[: len(beginning)]
            assert is_all == (len(beginning) == len(everything))
            assert len(beginning) >= min(most, len(everything))


def test_a_word_with_marks_of_a_query_is_looked_for_as_it_is(place: Path, tmp_path: Path) -> None:
    file = song(tmp_path / 'a "b* OR c.flac', artist="Trio")
    library_of(place.parent, heard(file))
    list_all(place)
    for few in (0, 5_000):
        with LibraryView(place, few=few) as opened:
            found = {text: len(opened.numbers(View(text))) for text in ("b*", '"b* OR"', "zz* OR")}
        assert found == {"b*": 1, '"b* OR"': 1, "zz* OR": 0}


def test_a_question_that_nobody_waits_for_is_given_up(seen: Path) -> None:
    with LibraryView(seen) as opened:
        opened.give_up_where(lambda: True)
        with pytest.raises(NoLongerWantedError):
            opened.numbers(View("-zz " * 900))


def test_the_last_model_to_hear_a_file_has_the_word(place: Path, tmp_path: Path) -> None:
    file = tmp_path / "music" / "Cool.flac"
    again = heard(file, best=2)._replace(model_digest="another")
    with Library.open(place) as library:
        library.store(again, stamp_of(file))
    list_all(place)
    assert groups_in(place, Facet.GENRE)["Rock"] == 2


def test_a_removed_track_is_forgotten_and_its_file_stays(place: Path, tmp_path: Path) -> None:
    with LibraryView(place) as opened:
        (number,) = opened.numbers(View("genre:jazz"))
    with LibraryListing(place, no_parts) as listing:
        listing.forget([number])
        assert listing.take_turn(100, {}).files == 0
    assert names_in(place, View()) == ["Loud.flac", "broken.mp3", "Slow.flac"]
    file = tmp_path / "music" / "Cool.flac"
    with Library.open(place) as library:
        assert library.known(Track(file), stamp_of(file), "d1") is None
    assert file.exists()


def test_what_was_forgotten_is_remembered_with_all_that_was_known(place: Path) -> None:
    def known() -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(place)) as connection:
            found: list[tuple[object, ...]] = []
            for table in ("file", "problem", "tags", "prediction"):
                columns = "hash, p.*" if table == "prediction" else "p.*"
                more = "JOIN audio ON audio.id = audio_id" if table == "prediction" else ""
                rows = connection.execute(f"SELECT {columns} FROM {table} p {more}").fetchall()
                found += sorted(row[:1] + row[4:] for row in rows)
            return found

    before, names = known(), names_in(place, View())
    with LibraryView(place) as opened:
        numbers = opened.numbers(View())
    with LibraryListing(place, no_parts) as listing:
        forgotten = listing.forget(numbers)
        assert known() == []
        assert listing.remember(forgotten) == len(names)
        listing.take_turn(100, {})
        assert (known(), names_in(place, View())) == (before, names)
        assert listing.remember(forgotten) == 0  # what is there is never written over
        assert known() == before
        listing.forget_files([one.path for one in forgotten])
    assert known() == []


def test_a_sound_that_another_file_has_too_stays_known(place: Path, tmp_path: Path) -> None:
    copy = tmp_path / "music" / "Copy.flac"
    copy.write_bytes((tmp_path / "music" / "Cool.flac").read_bytes())
    with Library.open(place) as library:
        again = heard(copy)._replace(audio_hash="sound of Cool.flac", from_library=True)
        library.store(again, stamp_of(copy))
    list_all(place)
    with LibraryView(place) as opened:
        (number,) = opened.numbers(View("title:cool path:Cool.flac"))
    with LibraryListing(place, no_parts) as listing:
        listing.forget([number])
    assert names_in(place, View("genre:jazz")) == ["Copy.flac"]


def test_parts_of_a_file_have_rows_of_their_own(tmp_path: Path) -> None:
    album = song(tmp_path / "album.flac", artist="Quartet", album="Live")
    first, second = Span(0.0, 0.1), Span(0.1, None)
    place = library_of(
        tmp_path / "data", heard(album, span=first), heard(album, best=2, span=second)
    )
    keep_tags_of(place, [album])
    list_all(place)
    assert groups_in(place, Facet.ALBUM) == {"Live": 2}
    assert groups_in(place, Facet.GENRE) == {"Jazz": 1, "Rock": 1}


def test_words_that_a_program_before_listed_are_found(place: Path) -> None:
    as_before_doubts(place)
    with closing(sqlite3.connect(place)) as old:
        for trigger in ("words_come", "words_change", "words_go"):
            old.execute(f"DROP TRIGGER {trigger}")
        old.execute("DROP TABLE listed_parts")
        old.execute("PRAGMA user_version = 3")
    Library.open(place).close()
    assert names_in(place, View("trio")) == ["Cool.flac", "Slow.flac"]
    assert len(list(place.parent.glob("library.sqlite.version-*"))) == 1


def test_words_that_changed_or_went_are_not_found_any_more(place: Path) -> None:
    file = place.parents[1] / "music" / "Cool.flac"
    song(file, artist="Septet")
    keep_tags_of(place, [file])
    list_all(place)
    assert names_in(place, View("trio")) == ["Slow.flac"]
    with LibraryView(place) as opened:
        numbers = opened.numbers(View("septet"))
    with LibraryListing(place, no_parts) as listing:
        listing.forget(numbers)
    assert names_in(place, View("septet")) == []
    with closing(sqlite3.connect(place)) as connection:  # an index that differs says so here
        connection.execute(
            "INSERT INTO listed_parts (listed_parts, rank) VALUES ('integrity-check', 1)"
        )


def test_others_can_write_while_a_disk_is_looked_at(tmp_path: Path) -> None:
    place = library_of(tmp_path / "data", heard(song(tmp_path / "a.flac"), span=Span(0.0, 0.1)))

    def looked_at_while_others_write(_path: Path) -> tuple[()]:
        with closing(sqlite3.connect(place, timeout=0, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
        return ()

    with LibraryListing(place, looked_at_while_others_write) as listing:
        assert listing.take_turn(100, {}).files == 1


def test_what_is_heard_again_is_listed_again_for_every_file_of_the_sound(tmp_path: Path) -> None:
    first, copy = song(tmp_path / "a.flac"), song(tmp_path / "b.flac")
    same = heard(copy)._replace(audio_hash=heard(first).audio_hash)
    place = library_of(tmp_path / "data", heard(first), same)
    list_all(place)
    library_of(tmp_path / "data", heard(first, best=2))
    list_all(place)
    assert names_in(place, View("genre:rock")) == ["a.flac", "b.flac"]


def test_a_library_that_is_just_being_made_is_waited_for(tmp_path: Path) -> None:
    place = tmp_path / LIBRARY_NAME
    with closing(sqlite3.connect(place)) as begun:
        climb(begun, LADDER[:1])

    def make() -> None:
        with Library.open(place):
            pass

    soon = threading.Timer(0.2, make)
    soon.start()
    with LibraryView(place, patience_seconds=60.0) as view:
        assert list(view.numbers(View())) == []
    soon.join()
