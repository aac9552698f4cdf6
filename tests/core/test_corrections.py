"""The user's word on genres is kept, and wins."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

import genre_desktop
from genre_desktop.core.corrected import (
    corrected,
    corrected_now,
    is_same_genre,
    key_of,
    sure_name,
)
from genre_desktop.core.corrections import (
    Corrections,
    CorrectionsUnavailable,
    known_corrections,
)
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.export_csv import csv_into
from genre_desktop.core.export_json import json_into
from genre_desktop.core.exporting.query import LibraryRow
from genre_desktop.core.exporting.summary import summary_of
from genre_desktop.core.genre_names import one_name, tag_name
from genre_desktop.core.tagging.wishes import heard_of
from genre_desktop.core.track import AudioKey, Correction, Listing, Outcome, Tags
from genre_desktop.dsp.sound import Span
from tests.core.answers import answered

FOLK = Correction("Folk", "2026-11-22T01:00:00+00:00")
SONG = Path("/music/song.mp3")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "corrections.sqlite"


def corrected_song() -> Outcome:
    """A song that was heard as jazz."""
    return corrected(answered(SONG), {("a1", None): FOLK})


def test_corrections_come_back(file: Path) -> None:
    part: AudioKey = ("a1", Span(1.5, None))
    with Corrections.open(file) as opened:
        opened.keep([(("a1", None), FOLK), (part, Correction("Fado", "2026-11-22T02:00:00+00:00"))])
        opened.keep([(("a1", None), Correction("Jazz", "2026-11-23T00:00:00+00:00"))])
    found = known_corrections(file)
    assert {key: one.genre for key, one in found.items()} == {("a1", None): "Jazz", part: "Fado"}


def test_a_correction_is_taken_back(file: Path) -> None:
    with Corrections.open(file) as opened:
        opened.keep([(("a1", None), FOLK)])
        opened.keep([(("a1", None), None)])
        assert opened.all() == {}


def test_nothing_is_made_before_the_first_correction(file: Path) -> None:
    assert known_corrections(file) == {}
    assert not file.exists()


def test_that_a_folder_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    too_long = "x" * 300  # to look there is an error, as it is in a closed folder
    with pytest.raises(CorrectionsUnavailable, match="cannot be used"):
        known_corrections(tmp_path / too_long / "corrections.sqlite")


def test_a_file_that_is_no_database_is_left_as_it_is(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"my own notes" * 100)
    with pytest.raises(CorrectionsUnavailable, match="left as they are"):
        Corrections.open(file)
    assert file.read_bytes().startswith(b"my own notes")


def test_one_of_a_newer_program_is_left_as_it_is(file: Path) -> None:
    Corrections.open(file).close()
    with sqlite3.connect(file) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(CorrectionsUnavailable, match="newer Genre Desktop"):
        known_corrections(file)


def test_the_same_audio_has_the_same_genre_whatever_its_file_is_called() -> None:
    known: dict[AudioKey, Correction] = {("a1", None): FOLK}
    assert corrected(answered(Path("/elsewhere.mp3")), known).correction == FOLK
    assert corrected(answered(SONG, "a2"), known).correction is None
    assert corrected(answered(SONG, span=Span(0.0, 1.0)), known).correction is None


def test_a_part_that_is_the_whole_file_is_the_file() -> None:
    assert key_of(answered(SONG, span=Span(0.0, None))) == ("a1", None)


def test_a_correction_that_was_taken_back_leaves_the_outcome() -> None:
    assert corrected(corrected_song(), {}).correction is None


def test_it_is_written_into_tags_as_it_is() -> None:
    heard = heard_of(corrected(answered(SONG), {("a1", None): corrected_now("my own thing")}))
    assert (heard.genre, heard.probability, heard.unsure) == ("my own thing", 1.0, False)


def test_it_is_the_genre_of_playlists_and_summaries() -> None:
    assert sure_name(corrected_song()) == "Folk"
    assert sure_name(answered(SONG)) == "Jazz"
    row = LibraryRow(Listing(SONG_TRACK, Tags(genre="Rock"), corrected_song()))
    summary = summary_of([row])
    assert dict(summary.genres) == {"Folk": 1}
    assert summary.conflicts == 0


def test_the_csv_has_it_first_and_says_when() -> None:
    file = io.BytesIO()
    csv_into(file, [Listing(SONG_TRACK, Tags(), corrected_song())], ExportOptions())
    (row,) = csv.DictReader(io.StringIO(file.getvalue().decode()))
    assert (row["predicted_genre"], row["confidence"], row["unsure"]) == ("Folk", "1.0000", "no")
    assert (row["second_genre"], row["corrected_at"]) == ("jazz", FOLK.corrected_at)


def test_the_json_has_both_words() -> None:
    file = io.BytesIO()
    json_into(file, [Listing(SONG_TRACK, Tags(), corrected_song())], ExportOptions())
    (track,) = json.loads(file.getvalue())["tracks"]
    assert track["genre"] == "Folk"
    assert track["correction"] == {"genre": "Folk", "corrected_at": FOLK.corrected_at}
    assert track["prediction"]["genre"] == "jazz"


def test_names_that_differ_in_case_and_signs_are_the_same_genre() -> None:
    assert is_same_genre("hiphop", "Hip-Hop")
    assert not is_same_genre("?", "!")


SONG_TRACK = answered(SONG).track


def test_a_label_has_its_name_and_all_else_stays_as_typed_also_what_was_kept(file: Path) -> None:
    typed = ("classical", "hiphop", "Hip Hop", "R&B", "Rock?", "POP", "my own")
    with Corrections.open(file) as opened:
        opened.keep(((f"a{n}", None), Correction(one, "")) for n, one in enumerate(typed))
    names = ["Classical", "Hip-Hop", "Hip Hop", "R&B", "Rock?", "POP", "my own"]
    assert [one.genre for one in known_corrections(file).values()] == names
    assert [corrected_now(one).genre for one in typed] == names


def test_every_label_that_comes_with_the_program_has_its_name() -> None:
    manifests = Path(genre_desktop.__file__).parents[1].glob("models/*/manifest.json")
    labels = {label for one in manifests for label in json.loads(one.read_text("utf-8"))["labels"]}
    assert {"Instrumental", "hiphop"} <= labels
    for label in labels:
        assert one_name(label) == tag_name(label)
