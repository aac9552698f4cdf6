"""Where things lie."""

from pathlib import Path

import pytest

from genre_desktop.core import places


def test_the_users_folders_are_made_where_they_are_missing(a_home_of_its_own: Path) -> None:
    for folder in (places.data_folder(), places.config_folder(), places.log_folder()):
        assert folder.is_dir()
        assert folder.is_relative_to(a_home_of_its_own)


def test_a_home_that_cannot_be_made_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.touch()
    monkeypatch.setenv(places.HOME_VARIABLE, str(file / "below"))
    with pytest.raises(places.PlaceUnavailable, match="GENRE_DESKTOP_HOME"):
        places.data_folder()


def test_without_an_override_the_platforms_own_folders_are_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(places.HOME_VARIABLE)
    for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    folder = places.data_folder()
    assert places.APPLICATION in folder.parts
    assert folder.is_dir()


def test_model_folders_are_the_programs_own_and_then_the_users() -> None:
    own = places.data_folder() / "models"
    own.mkdir()
    folders = places.model_folders()
    assert folders[-1] == own
    assert all(folder.is_dir() for folder in folders)


def test_resources_of_the_program_are_found() -> None:
    assert places.resource("").is_dir()
