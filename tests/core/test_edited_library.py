"""A table is compared with the library: what is asked of it beside a list, and what is not."""

from pathlib import Path

import pytest

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.edited_csv import edits_of
from genre_desktop.core.edited_library import Beside
from genre_desktop.core.edited_rows import EditedRows, edited_rows
from genre_desktop.core.library_view import LibraryView
from genre_desktop.core.track import AudioKey, Correction, Listing, Tags
from tests.support.browsed import listed_library
from tests.support.remembered import heard


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
        known = list(beside.known(opened, {}))
        own: dict[AudioKey, Correction] = {
            ("sound of Cool.flac", None): corrected_now("Swing"),
        }
        said = list(beside.known(opened, own))
    assert [one.track.path.name for one in known] == ["Cool.flac"]
    compared = edits_of(table, [*of_the_list, *known])
    assert ([edit.new for edit in compared.edits], compared.unknown) == (["Swing"], 0)
    assert edits_of(table, [*of_the_list, *said]).edits == []


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
        known = list(Beside(table, [here]).known(opened, {}))
    assert edits_of(table, [here, *known]).edits == []


def test_a_table_of_the_list_alone_needs_no_library(place: Path) -> None:
    music = place.parent / "music"
    table = table_of(music, f"{music / 'Cool.flac'},Swing")
    assert not Beside(table, [listed(music / "Cool.flac", best=1)]).is_needed
    assert Beside(table, [listed(music / "Cool.flac", best=1)], with_albums=True).is_needed
