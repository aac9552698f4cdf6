"""Files that are not there because their drive is away, and those that are really gone."""

from pathlib import Path

import pytest

from genre_desktop.core.drives import device_of, may_be_on_absent_drive


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A list of drives with one at "my disk"."""
    table = tmp_path / "fstab"
    disk = str(tmp_path / "my disk").replace(" ", "\\040")
    table.write_text(f"# drives\n/dev/sda1 / ext4\n/dev/sdb1 {disk} ext4 noauto\nnone\n")
    return table


def test_a_file_below_a_place_where_no_drive_is_may_be_back(tmp_path: Path, table: Path) -> None:
    media, plain = tmp_path / "media", tmp_path / "mnt"
    (media / "me").mkdir(parents=True)
    places = (media, plain)
    for file in (media / "me" / "stick" / "a.mp3", plain / "stick" / "deep" / "a.mp3"):
        assert may_be_on_absent_drive(file, places, table)


def test_a_file_that_went_from_a_folder_that_is_there_is_gone(tmp_path: Path, table: Path) -> None:
    plain = tmp_path / "mnt"
    (plain / "stick" / "other").mkdir(parents=True)
    assert not may_be_on_absent_drive(plain / "stick" / "deep" / "a.mp3", (plain,), table)
    assert not may_be_on_absent_drive(plain / "a.mp3", (plain,), table)
    assert not may_be_on_absent_drive(tmp_path / "music" / "a.mp3", (plain,), table)


def test_a_folder_of_the_systems_list_of_drives_counts_where_it_is_empty(
    tmp_path: Path, table: Path
) -> None:
    disk = tmp_path / "my disk"
    disk.mkdir()
    assert may_be_on_absent_drive(disk / "a.mp3", (), table)
    (disk / "b.mp3").touch()
    assert not may_be_on_absent_drive(disk / "a.mp3", (), table)
    assert not may_be_on_absent_drive(disk / "a.mp3", (), tmp_path / "no such table")


def test_folders_of_one_drive_have_one_number(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    assert device_of(tmp_path / "deep") == device_of(tmp_path) is not None
    assert device_of(tmp_path / "none") is None
