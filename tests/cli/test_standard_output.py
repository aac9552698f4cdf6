"""CSV and JSON on standard output: for pipes that are read, closed or full."""

import csv
import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.command_line import classify, command, rows_of, tone
from tests.support.small_disk import small_disk

pytestmark = pytest.mark.usefixtures("model")


def test_a_minus_is_standard_output_instead_of_the_table(music: Path, tmp_path: Path) -> None:
    table = classify(music, "--csv", "-", "--json", tmp_path / "genres.json")
    rows = list(csv.DictReader(table.stdout.splitlines()))
    assert [row["predicted_genre"] for row in rows] == ["country", "pop"]
    assert table.stderr.rstrip().endswith(f" Written: {tmp_path / 'genres.json'}.")
    everything = json.loads(classify(music, "--json", "-").stdout)
    assert [track["title"] for track in everything["tracks"]] == ["", ""]
    assert not (Path.cwd() / "-").exists()


def test_a_file_may_be_called_minus(
    music: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    monkeypatch.chdir(tmp_path)
    classify(music, "--csv", "./-")
    assert len(rows_of(tmp_path / "-")) == 2


def test_both_cannot_be_standard_output(music: Path) -> None:
    told = classify(music, "--csv", "-", "--json", "-")
    assert told.returncode == 2
    assert "CSV and JSON cannot both be written to -" in told.stderr


def test_what_finds_no_room_on_a_disk_is_on_standard_output_and_all_else_is_written(
    music: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "small", "64k") as disk:
        with suppress(OSError), (disk / "much").open("wb", buffering=0) as file:
            while file.write(bytes(4096)):
                pass
        targets = ("--csv", disk / "genres.csv", "--json", tmp_path / "genres.json")
        told = classify(music, *targets, "--no-library")
        assert [path.name for path in disk.iterdir()] == ["much"]
    rows = list(csv.DictReader(told.stdout.splitlines()))
    assert [row["predicted_genre"] for row in rows] == ["country", "pop"]
    assert f" Written: {tmp_path / 'genres.json'}." in told.stderr
    assert "genres.csv could not be written: the disk is full; make room" in told.stderr
    assert told.stderr.rstrip().endswith("The CSV is on standard output instead.")
    assert told.returncode == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /dev/full")
def test_standard_output_that_is_full_is_a_sentence(music: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            command("classify", "--model", "tiny-mel", music, "--csv", "-"),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert told.returncode == 2
    assert "Standard output cannot be written" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /dev/full")
def test_standard_error_that_is_full_changes_no_exit_code() -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(command("history"), stdout=full, stderr=full, check=False)
    assert told.returncode == 3


def test_a_reader_that_wants_no_more_of_the_csv_is_no_error(tmp_path: Path) -> None:
    one = tone(tmp_path / "one.flac", 3, seconds=3.0).read_bytes()
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number}{'x' * 100}.flac").write_bytes(one)
    with subprocess.Popen(
        command("classify", "--model", "tiny-mel", folder, "--csv", "-"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as work:
        assert work.stdout is not None
        assert work.stderr is not None
        work.stdout.close()
        said = work.stderr.read().decode()
    assert work.returncode == 0
    assert "100 tracks, 0 with problems" in said.splitlines()[-1]
