"""A table is compared with the library: what is asked of it beside a list, and what is not."""

import random
from pathlib import Path

import pytest

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.edited_csv import edits_of
from genre_desktop.core.edited_library import Beside
from genre_desktop.core.edited_rows import EditedRows, edited_rows
from genre_desktop.core.library_view import LibraryView
from genre_desktop.core.rules import Rules
from genre_desktop.core.track import AudioKey, Correction, Listing, Tags
from genre_desktop.dsp.sound import Span
from tests.support.browsed import list_all, listed_library
from tests.support.remembered import heard, library_of, small_library, song


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return listed_library(tmp_path, tmp_path / "music")


def table_of(folder: Path, *lines: str, columns: str = "path,genre") -> EditedRows:
    file = folder / "table.csv"
    file.write_text("\n".join((columns, *lines)), encoding="utf-8")
    return edited_rows(file)


def listed(path: Path, best: int) -> Listing:
    """A track of the list, which a model there calls blues (0), jazz (1) or rock (2)."""
    outcome = heard(path, best=best)
    return Listing(outcome.track, Tags(), outcome)


def test_the_library_is_asked_about_what_the_list_does_not_have(place: Path) -> None:
    music = place.parent / "music"
    table = table_of(music, f"{music / 'Cool.flac'},Swing", f"{music / 'Loud.flac'},rock")
    of_the_list = [listed(music / "Loud.flac", best=2)]
    beside = Beside(table, of_the_list)
    assert beside.is_needed
    with LibraryView(place) as opened:
        known = beside.asked(opened, {}).known
        own: dict[AudioKey, Correction] = {
            ("sound of Cool.flac", None): corrected_now("Swing"),
        }
        asked = beside.asked(opened, own)
    assert [one.track.path.name for one in known] == ["Cool.flac"]
    compared = edits_of(table, [*of_the_list, *known])
    assert ([edit.new for edit in compared.edits], compared.unknown) == (["Swing"], 0)
    assert asked.known == []
    assert edits_of(asked.table, of_the_list) == ([], 0, 0, [])


def test_a_sound_of_the_list_is_not_compared_with_what_another_model_said_of_it(
    place: Path,
) -> None:
    """The library says jazz of the same sound at another place."""
    music = place.parent / "music"
    copy = listed(music / "Cool.flac", best=2)
    here = copy._replace(track=copy.track._replace(path=music / "copy.flac"))
    assert here.outcome is not None
    here = here._replace(outcome=here.outcome._replace(track=here.track))
    row = f"{here.track.path},rock,{here.outcome.audio_hash if here.outcome else ''}"
    table = table_of(music, row, columns="path,genre,audio_hash")
    with LibraryView(place) as opened:
        known = Beside(table, [here]).asked(opened, {}).known
    assert edits_of(table, [here, *known]).edits == []


def test_a_row_whose_path_nobody_knows_any_more_is_found_by_its_sound(place: Path) -> None:
    music = place.parent / "music"
    lines = (
        f"{music / 'Cool.flac'},jazz,sound of Cool.flac",
        "/before/Loud.flac,Metal,sound of Loud.flac",
    )
    table = table_of(music, *lines, columns="path,genre,audio_hash")
    with LibraryView(place) as opened:
        asked = Beside(table, []).asked(opened, {})
    compared = edits_of(asked.table, asked.known)
    assert [(edit.track.path, edit.new) for edit in compared.edits] == [
        (music / "Loud.flac", "Metal")
    ]
    assert compared.unknown == 0


def test_a_table_of_the_list_alone_needs_no_library(place: Path) -> None:
    music = place.parent / "music"
    row = f"{music / 'Cool.flac'},Swing,sound of Cool.flac"
    table = table_of(music, row, columns="path,genre,audio_hash")
    assert not Beside(table, [listed(music / "Cool.flac", best=1)]).is_needed
    assert Beside(table, [listed(music / "Cool.flac", best=1)], with_albums=True).is_needed


def test_what_is_not_read_in_full_would_have_said_the_same(tmp_path: Path) -> None:
    """Of copies, parts, a broken file, and with words of the user's that are not listed yet."""
    music = tmp_path / "music"
    place = small_library(tmp_path, music)
    a, b, c, parted = (song(music / f"{name}.flac") for name in "abcp")
    one_sound = [heard(path)._replace(audio_hash="s") for path in (a, b)]
    parts = [heard(parted, best=2, span=Span(*span)) for span in ((0.0, 1.0), (1.0, None))]
    library_of(tmp_path, *one_sound, heard(c), *parts)
    divided = (tuple(one.track for one in parts),)
    was: dict[AudioKey, Correction] = {("sound of c.flac", None): corrected_now("Fado")}
    list_all(place, was, lambda path: divided if path == parted else ())
    own: dict[AudioKey, Correction] = {("s", None): corrected_now("Swing")}
    said = ("jazz", "Swing", "rock", "Fado", "Folk")
    paths = [
        *(str(path) for path in (a, b, c, parted, music / "broken.mp3", music / "Loud.flac")),
        "gone.mp3",
    ]
    sounds = ["", "s", "sound of c.flac", "sound of p.flac", "none"]
    sounds += ["sound of p.flac#0.0-1.0", "sound of p.flac#1.0-"]
    chance = random.Random(0)
    outcomes, parts_said = set(), set[AudioKey]()
    for _ in range(400):
        rows = [
            ",".join(map(chance.choice, (paths, said, sounds)))
            for _ in range(chance.randrange(1, 6))
        ]
        table = table_of(music, *rows, columns="path,genre,audio_hash")
        in_the_list = [listed(path, best=1) for path in chance.sample((a, c), chance.randrange(2))]
        rules = chance.choice((Rules(), Rules(names={"rock": "Folk"})))
        compared = []
        with LibraryView(place) as opened:
            for with_albums in (False, True):
                asked = Beside(table, in_the_list, with_albums=with_albums).asked(opened, own)
                known = [*in_the_list, *asked.known]
                compared.append(edits_of(asked.table, known, rules))
        assert compared[0] == compared[1], rows
        outcomes.add(tuple(map(bool, compared[0])))
        parts_said |= {one.key for one in compared[0].edits if one.key[1] is not None}
    assert len(outcomes) > 8
    assert len(parts_said) == 2


def test_what_is_to_be_listed_anew_is_read_in_full(place: Path) -> None:
    cool = place.parent / "music" / "Cool.flac"
    library_of(place.parent, heard(cool, best=2))
    table = table_of(cool.parent, f"{cool},jazz")
    with LibraryView(place) as opened:
        asked = Beside(table, []).asked(opened, {})
    assert [(one.old, one.new) for one in edits_of(*asked).edits] == [("Rock", "Jazz")]
