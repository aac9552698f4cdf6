"""Files of the library that have gone are found again by the hash of their sound."""

import shutil
from contextlib import closing
from pathlib import Path

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.identity import Stamp, stamp_of
from genre_desktop.core.library_facets import View
from genre_desktop.core.library_listing import LibraryListing
from genre_desktop.core.library_reading import LibraryReading
from genre_desktop.core.library_relinking import lost_files, paired, with_lost_sound
from genre_desktop.core.sound_hashing import SoundHashing
from genre_desktop.core.track import AudioKey, Correction
from genre_desktop.dsp.payload import payload_hash
from genre_desktop.dsp.sound import Span
from tests.support.browsed import list_all, names_in, no_parts
from tests.support.remembered import heard, library_of, song
from tests.support.tagged import mutagen


def remembered(folder: Path, *files: Path) -> Path:
    """A library that knows files by the hash of their sound."""
    return library_of(folder, *(heard(one)._replace(audio_hash=payload_hash(one)) for one in files))


def lost_in(place: Path) -> dict[str, list[Path]]:
    with closing(LibraryReading(place)) as library:
        return lost_files(library)


def test_what_has_gone_is_lost_unless_its_drive_is_away(tmp_path: Path) -> None:
    stays, goes = song(tmp_path / "a.flac", 0.3), song(tmp_path / "b.flac", 0.4)
    sound = payload_hash(goes)
    place = remembered(tmp_path / "data", stays, goes)
    assert lost_in(place) == {}
    goes.unlink()
    assert lost_in(place) == {sound: [goes]}
    with closing(LibraryReading(place)) as library:
        assert lost_files(library, is_away=lambda path: path == goes) == {}


def test_a_file_that_is_known_as_it_is_now_need_not_be_read(tmp_path: Path) -> None:
    file = song(tmp_path / "a.flac")
    place = remembered(tmp_path / "data", file)
    with closing(LibraryReading(place)) as library:
        assert library.sound_of(file, stamp_of(file)) == payload_hash(file)
        assert library.sound_of(file, stamp_of(file)._replace(size=1)) == ""
        assert library.sound_of(tmp_path / "b.flac", stamp_of(file)) == ""


def test_a_file_that_has_no_sound_or_changes_meanwhile_is_not_what_is_lost(tmp_path: Path) -> None:
    file, words = song(tmp_path / "a.flac"), tmp_path / "b.flac"
    words.write_text("words")
    lost = {payload_hash(file): [tmp_path / "old.flac"]}

    def changing(path: Path, _: Stamp) -> str:
        said = payload_hash(path)
        path.touch()
        return said

    with SoundHashing() as sounds:
        found = with_lost_sound(file, lost, lambda path, _: sounds.hash_of(path))
        assert found == (stamp_of(file), payload_hash(file))
        assert with_lost_sound(words, lost, lambda path, _: sounds.hash_of(path)) is None
    assert with_lost_sound(file, lost, changing) is None
    assert with_lost_sound(tmp_path / "none", lost, changing) is None


def test_each_lost_copy_has_a_file_of_its_own_as_far_as_there_are_some() -> None:
    stamp, new = Stamp(1, 2, 3), [Path("/new/1"), Path("/new/2")]
    lost = {"s": [Path("/old/1"), Path("/old/2"), Path("/old/3")], "other": [Path("/old/4")]}
    found = list(paired(lost, [(path, stamp, "s") for path in new]))
    assert [(str(one.old), str(one.new)) for one in found] == [
        ("/old/1", "/new/1"),
        ("/old/2", "/new/2"),
        ("/old/3", "/new/2"),
    ]


def test_a_moved_file_is_listed_where_it_lies_with_its_answer_its_word_and_its_own_tags(
    tmp_path: Path,
) -> None:
    old, new = song(tmp_path / "old.flac", artist="Trio"), tmp_path / "deep" / "new.flac"
    place = remembered(tmp_path / "data", old)
    own: dict[AudioKey, Correction] = {(payload_hash(old), None): corrected_now("Swing")}
    list_all(place, own)
    new.parent.mkdir()
    shutil.move(old, new)
    tags = mutagen.File(new)
    tags["artist"] = "Quartet"
    tags.save()
    with LibraryListing(place, no_parts) as listing:
        there = [(new, stamp_of(new), payload_hash(new))]
        assert listing.relink(there, own) == [(old, new)]
    assert lost_in(place) == {}
    assert names_in(place, View("genre:swing status:corrected")) == ["new.flac"]
    assert names_in(place, View("artist:trio")) == []  # they are read anew
    with closing(LibraryReading(place)) as library:
        assert dict(library.sounds()) == {new: payload_hash(new)}


def test_where_a_copy_was_known_all_along_the_lost_one_is_forgotten(tmp_path: Path) -> None:
    old = song(tmp_path / "old.flac")
    copy = Path(shutil.copyfile(old, tmp_path / "copy.flac"))
    place = remembered(tmp_path / "data", old, copy)
    list_all(place)
    old.unlink()
    with LibraryListing(place, no_parts) as listing:
        there = [(copy, stamp_of(copy), payload_hash(copy))]
        assert listing.relink(there, {}) == [(old, copy)]
        assert listing.relink(there, {}) == []
    assert names_in(place, View()) == ["copy.flac"]


def test_parts_go_along(tmp_path: Path) -> None:
    old, new = song(tmp_path / "old.flac", 1.0), tmp_path / "new.flac"
    spans = Span(0.0, 0.5), Span(0.5, 1.0)
    sound = payload_hash(old)
    parts = (heard(old, best, span=span) for best, span in enumerate(spans, 1))
    place = library_of(tmp_path / "data", *(one._replace(audio_hash=sound) for one in parts))
    old.rename(new)
    with LibraryListing(place, no_parts) as listing:
        assert listing.relink([(new, stamp_of(new), sound)], {}) == [(old, new)]
    assert names_in(place, View("genre:jazz")) == ["new.flac"]
    assert names_in(place, View("genre:rock")) == ["new.flac"]
