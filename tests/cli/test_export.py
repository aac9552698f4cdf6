"""`genre-desktop export` as a process: what strangers read of what the library remembers."""

import argparse
import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pandas as pd
import pytest

from genre_desktop.cli.export_options import add_export
from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.corrections import Corrections
from genre_desktop.core.exporting.formats import Format
from tests.support.command_line import run
from tests.support.remembered import heard, library_of, small_library
from tests.support.sounds import write_flac


@pytest.fixture(autouse=True)
def music(a_home_of_its_own: Path, tmp_path: Path) -> Path:
    small_library(a_home_of_its_own / "data", tmp_path / "music")
    return tmp_path / "music"


def export(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    return run("export", "--model", "tiny", *arguments)


def test_csv_has_every_track_with_its_tags(tmp_path: Path, music: Path) -> None:
    target = tmp_path / "genres.csv"
    told = export("--format", "csv", "-o", target)
    assert told.returncode == 0, told.stderr
    assert "4 tracks, as tiny 1.0 heard them." in told.stderr
    table = pd.read_csv(target, keep_default_na=False).set_index("path")
    assert table.loc[str(music / "Cool.flac"), "artist"] == "Trio"
    assert table.loc[str(music / "Loud.flac"), "title"] == "'=Loud"
    assert table.loc[str(music / "Loud.flac"), "predicted_genre"] == "rock"
    assert table.loc[str(music / "deep" / "Slow.flac"), "unsure"] == "yes"
    assert table.loc[str(music / "broken.mp3"), "problem"] == "not audio"


def test_the_users_word_wins(tmp_path: Path, music: Path, a_home_of_its_own: Path) -> None:
    with Corrections.open(a_home_of_its_own / "data" / "corrections.sqlite") as opened:
        opened.keep([(("sound of Slow.flac", None), corrected_now("Fado"))])
    target = tmp_path / "genres.csv"
    told = export("--format", "csv", "-o", target, "--query", "status:corrected genre:fado")
    assert told.returncode == 0, told.stderr
    [row] = pd.read_csv(target, keep_default_na=False).to_dict("records")
    assert row["path"] == str(music / "deep" / "Slow.flac")
    assert (row["predicted_genre"], row["unsure"]) == ("Fado", "no")


def test_json_lines_hold_all_probabilities_and_the_timeline(tmp_path: Path, music: Path) -> None:
    target = tmp_path / "all.jsonl"
    query = ("--query", "genre:jazz conf > 70")
    assert export("--format", "jsonl", "-o", target, *query).returncode == 0
    [track] = pd.read_json(target, lines=True).to_dict("records")
    assert track["path"] == str(music / "Cool.flac")
    said = track["prediction"]
    assert (said["genre"], said["probabilities"]["rock"]) == ("jazz", 0.125)
    assert len(said["timeline"]["probabilities"]) == 4
    assert said["timeline"]["heard"] == [True, True, False, True]


def test_the_timeline_is_a_row_for_each_piece(tmp_path: Path) -> None:
    target = tmp_path / "timeline.csv"
    told = export(
        "--format", "timeline", "-o", target, "--query", "cool", "--relative-to", tmp_path
    )
    assert told.returncode == 0, told.stderr
    with target.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert [row["heard"] for row in rows] == ["yes", "yes", "no", "yes"]
    assert rows[0]["path"] == "music/Cool.flac"
    assert (rows[1]["start_seconds"], rows[1]["end_seconds"]) == ("2.926", "5.851")
    assert rows[-1]["end_seconds"] == "11.700"
    assert (rows[0]["genre"], rows[0]["confidence"], rows[0]["rock"]) == ("jazz", "0.750", "0.125")
    assert rows[2]["genre"] == rows[2]["jazz"] == ""


def test_audacity_labels_are_a_file_for_each_track(tmp_path: Path) -> None:
    folder = tmp_path / "labels"
    told = export("--format", "audacity", "-o", folder)
    assert "3 files in" in told.stderr
    assert sorted(path.name for path in folder.iterdir()) == [
        "Cool.flac.txt",
        "Loud.flac.txt",
        "Slow.flac.txt",
    ]
    labels = pd.read_csv(folder / "Cool.flac.txt", sep="\t", header=None)
    assert labels.to_numpy().tolist() == [
        [0.0, 5.8514, "Jazz 75%"],
        [8.7771, 11.7, "Jazz 75%"],
    ]


def test_audacity_labels_of_one_track_are_one_file(tmp_path: Path) -> None:
    target = tmp_path / "cool.txt"
    assert export("--format", "audacity", "-o", target, "--query", "title:cool").returncode == 0
    assert target.read_text().startswith("0.000000\t5.851400\tJazz 75%\n")
    told = export("--format", "audacity", "-o", target, "--force")
    assert told.returncode == 2
    assert "3 tracks are wanted" in told.stderr


def urls_in(playlist: Path) -> list[str]:
    """The locations as the reader of the standard library's XML sees them."""
    locations = ET.parse(playlist).iter("{http://xspf.org/ns/0/}location")
    return [location.text or "" for location in locations]


def test_playlists_are_a_file_for_each_genre(tmp_path: Path, music: Path) -> None:
    folder = tmp_path / "lists"
    told = export("--format", "m3u8", "--per-genre", "-o", folder, "--paths", "relative")
    assert told.returncode == 0, told.stderr
    assert sorted(path.name for path in folder.iterdir()) == [
        "Jazz.m3u8",
        "Rock.m3u8",
        "Unsure.m3u8",
    ]
    lines = (folder / "Jazz.m3u8").read_text(encoding="utf-8").splitlines()
    assert lines == ["#EXTM3U", "#EXTINF:0,Trio - Cool", "../music/Cool.flac"]
    (folder / "Rock.m3u8").unlink()
    again = export("--format", "m3u8", "--per-genre", "-o", folder)
    assert again.returncode == 2
    assert not (folder / "Rock.m3u8").exists()  # none is written where one may not be replaced
    assert export("--format", "m3u8", "--per-genre", "-o", folder, "--force").returncode == 0
    assert str(music / "Cool.flac") in (folder / "Jazz.m3u8").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="missing: file names of POSIX")
def test_a_path_that_cannot_be_relative_is_whole_and_said_so(
    tmp_path: Path, music: Path, a_home_of_its_own: Path
) -> None:
    odd = music / os.fsdecode(b"Caf\xe9.flac")
    (music / "Cool.flac").rename(odd)
    library_of(a_home_of_its_own / "data", heard(odd))
    target = tmp_path / "all.m3u8"
    told = export("--format", "m3u8", "-o", target, "--paths", "relative")
    assert told.returncode == 0, told.stderr
    assert "1 file named by the whole path: on another drive, or with a name" in told.stderr
    lines = target.read_text(encoding="utf-8").splitlines()
    assert f"file://{music}/Caf%E9.flac" in lines
    assert "music/Loud.flac" in lines


def test_a_playlist_of_a_query_is_one_file(tmp_path: Path, music: Path) -> None:
    target = tmp_path / "trio.xml"
    query = ("--query", "path:music -loud")
    assert export("--format", "xspf", "-o", target, *query).returncode == 0
    assert urls_in(target) == ["music/Cool.flac", "music/deep/Slow.flac"]
    (music / "Cool.flac").unlink()
    told = export("--format", "xspf", "-o", target, "--paths", "absolute", "--force", *query)
    assert "1 track left out: the files are gone." in told.stderr
    assert urls_in(target) == [(music / "deep" / "Slow.flac").as_uri()]


def test_the_summary_is_one_page(tmp_path: Path) -> None:
    target = tmp_path / "library.html"
    told = export("--format", "html", "-o", target)
    assert told.returncode == 0, told.stderr
    page = target.read_text(encoding="utf-8")
    assert "As tiny 1.0 heard it" in page
    assert "0 of 1 tracks whose tag names a genre" in page


def test_nothing_that_is_there_is_replaced_unless_forced(tmp_path: Path, music: Path) -> None:
    target = tmp_path / "mine.csv"
    target.write_text("mine")
    told = export("--format", "csv", "-o", target)
    assert (told.returncode, target.read_text()) == (2, "mine")
    assert "--force" in told.stderr
    assert export("--format", "csv", "-o", target, "--force").returncode == 0
    assert target.read_text().startswith("path,artist")
    before = (music / "Cool.flac").read_bytes()
    told = export("--format", "csv", "-o", music / "Cool.flac", "--force")
    assert told.returncode == 2
    assert (music / "Cool.flac").read_bytes() == before


def test_labels_that_are_there_are_left_and_told(tmp_path: Path) -> None:
    folder = tmp_path / "labels"
    folder.mkdir()
    (folder / "Cool.flac.txt").write_text("mine")
    told = export("--format", "audacity", "-o", folder)
    assert told.returncode == 1
    assert "Cool.flac.txt is there already" in told.stderr
    assert (folder / "Cool.flac.txt").read_text() == "mine"
    assert (folder / "Loud.flac.txt").exists()


def test_standard_output_takes_what_is_one_file() -> None:
    told = export("--format", "jsonl", "-o", "-", "--query", "artist:trio")
    titles = [json.loads(line)["title"] for line in told.stdout.splitlines()]
    assert titles == ["Cool", ""]
    told = export("--format", "audacity", "-o", "-")
    assert told.returncode == 2


@pytest.mark.parametrize("query", ["-artist:trio", "-cool -slow -status:problem", "-path:deep"])
def test_a_query_may_begin_with_what_is_not_wanted(query: str) -> None:
    told = export("--format", "csv", "-o", "-", "--query", query)
    assert told.returncode == 0, told.stderr
    assert "Loud" in told.stdout
    assert "Slow" not in told.stdout
    told = export("--format", "csv", "--query", "-o", "-")
    assert (told.returncode, "expected one argument" in told.stderr) == (2, True)


def test_the_help_names_every_form_that_standard_output_takes() -> None:
    parser = argparse.ArgumentParser()
    add_export(parser)
    [output] = [one for one in parser._actions if one.dest == "output"]
    _, _, forms = (output.help or "").partition('"-" is standard output, for ')
    named = set(re.findall(r"[a-z0-9]+", forms)) - {"and"}
    assert named == {str(form) for form in Format if form.is_one_stream}


def test_what_no_track_matches_is_an_exit_code_of_its_own(tmp_path: Path) -> None:
    told = export("--format", "csv", "-o", tmp_path / "a.csv", "--query", "artist:nobody")
    assert told.returncode == 3
    assert not (tmp_path / "a.csv").exists()
    into_a_folder = ("--format", "m3u8", "--per-genre", "-o", tmp_path / "lists" / "new")
    assert export(*into_a_folder, "--query", "artist:nobody").returncode == 3
    assert not (tmp_path / "lists").exists()


def test_unsure_tracks_are_not_said_to_be_missing_where_they_cannot_be_written(
    tmp_path: Path,
) -> None:
    told = export("--format", "beets", "-o", tmp_path / "a.sh", "--query", "status:unsure")
    assert (told.returncode, "or none that can be written so" in told.stderr) == (3, True)
    assert not (tmp_path / "a.sh").exists()


def test_files_that_are_gone_are_remembered_and_named(music: Path) -> None:
    (music / "Cool.flac").unlink()
    told = export("--format", "jsonl", "-o", "-", "--query", "status:gone")
    [track] = [json.loads(line) for line in told.stdout.splitlines()]
    assert track["prediction"]["genre"] == "jazz"
    assert track["notes"][0]["problem"] == "missing"


def test_an_unfinished_query_and_an_unknown_model_are_refused(tmp_path: Path) -> None:
    told = export("--format", "csv", "-o", tmp_path / "a.csv", "--query", "conf <")
    assert (told.returncode, "lacks a number" in told.stderr) == (2, True)
    told = export("--format", "csv", "-o", tmp_path / "a.csv", "--model", "nobody")
    assert (told.returncode, "--model takes one of: tiny" in told.stderr) == (2, True)


def test_without_a_library_there_is_a_sentence(a_home_of_its_own: Path, tmp_path: Path) -> None:
    (a_home_of_its_own / "data" / "library.sqlite").unlink()
    told = export("--format", "csv", "-o", tmp_path / "a.csv")
    assert told.returncode == 2
    assert "There is no library yet" in told.stderr
    (a_home_of_its_own / "data" / "library.sqlite").write_text("words")
    told = export("--format", "csv", "-o", tmp_path / "a.csv")
    assert told.returncode == 2
    assert "cannot be read" in told.stderr


def test_workbook_embeddings_and_scripts_are_written(tmp_path: Path, music: Path) -> None:
    book, array, script = tmp_path / "all.xlsx", tmp_path / "all.npy", tmp_path / "beets.sh"
    assert export("--format", "xlsx", "-o", book).returncode == 0
    assert book.read_bytes().startswith(b"PK")
    assert export("--format", "embeddings", "-o", array).returncode == 0
    assert np.load(array).shape == (3, 8)
    assert (tmp_path / "all.index.csv").exists()
    assert export("--format", "beets", "-o", script).returncode == 0
    assert f"path:{music / 'Cool.flac'}" in script.read_text(encoding="utf-8")
    assert "Slow" not in script.read_text(encoding="utf-8")  # of which it is unsure


def test_genres_are_called_as_the_rules_say_where_that_is_asked(tmp_path: Path) -> None:
    rules, target = tmp_path / "rules.toml", tmp_path / "ruled.csv"
    rules.write_text('[names]\nrock = "Rock/Pop"\n[albums]\none_genre = true\n', encoding="utf-8")
    told = export("--format", "csv", "-o", target, "--rules", rules, "--query", "genre:rock/pop")
    assert told.returncode == 0, told.stderr
    [row] = pd.read_csv(target, keep_default_na=False).to_dict("records")
    assert (row["predicted_genre"], row["confidence"]) == ("Rock/Pop", 0.93)


def test_what_the_rules_call_a_genre_is_spelt_as_it_was_typed_in_every_form(tmp_path: Path) -> None:
    rules, xml = tmp_path / "rules.toml", tmp_path / "collection.xml"
    rules.write_text('[names]\nrock = "free jazz"\njazz = "jAzz"\n', encoding="utf-8")
    by_rules, lists = ("--rules", rules), tmp_path / "lists"
    assert export("--format", "m3u8", "--per-genre", "-o", lists, *by_rules).returncode == 0
    assert {one.stem for one in lists.iterdir()} == {"free jazz", "jAzz", "Unsure"}
    assert export("--format", "rekordbox", "-o", xml, *by_rules).returncode == 0
    collection = ET.parse(xml).getroot()
    genres = {str(track.get("Genre")) for track in collection.findall("COLLECTION/TRACK")}
    assert {"free jazz", "jAzz"} <= genres
    names = [node.get("Name") for node in collection.findall("PLAYLISTS/NODE/NODE")]
    assert sorted(map(str, names)) == ["free jazz", "jAzz"]
    labels, page, table = (tmp_path / name for name in ("loud.txt", "all.html", "all.csv"))
    loud = ("--query", "artist:five")
    assert export("--format", "audacity", "-o", labels, *loud, *by_rules).returncode == 0
    said = [line.split("\t")[2] for line in labels.read_text(encoding="utf-8").splitlines()]
    assert {name.rpartition(" ")[0] for name in said} <= {"free jazz", "jAzz", "Blues"}
    assert export("--format", "html", "-o", page, *by_rules).returncode == 0
    text = page.read_text(encoding="utf-8")
    assert ">free jazz<" in text
    assert ">jAzz<" in text
    assert not re.search("Free jazz|JAzz|Jazz", text)
    assert export("--format", "csv", "-o", table, *by_rules).returncode == 0
    heard_as = pd.read_csv(table, keep_default_na=False)["predicted_genre"]
    assert set(heard_as) == {"free jazz", "jAzz", "blues", ""}


def test_the_key_is_found_where_that_is_asked(tmp_path: Path, music: Path) -> None:
    chord = np.arange(4 * 44_100)[:, None] / 44_100 * np.array([130.81, 261.63, 329.63, 392.0])
    write_flac(music / "Cool.flac", np.sin(2 * np.pi * chord).mean(axis=1).astype(np.float32))
    target = tmp_path / "collection.xml"
    told = export("--format", "rekordbox", "-o", target, "--key", "--query", "cool")
    assert told.returncode == 0, told.stderr
    track = ET.parse(target).getroot().find("COLLECTION/TRACK")
    assert track is not None
    assert track.get("Tonality") == "C"
    assert str(track.get("Comments")).startswith("Key C (")
    assert export("--format", "csv", "-o", "-", "--key").returncode == 2
