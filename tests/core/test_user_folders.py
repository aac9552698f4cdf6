"""Where a window keeps what is the user's."""

from pathlib import Path

import pytest

from genre_desktop.core.places import HOME_VARIABLE, config_folder, data_folder
from genre_desktop.core.user_folders import SETTINGS_FILE, Keeping, user_folders


def test_a_usual_start_has_the_usual_folders() -> None:
    folders = user_folders()
    assert (folders.config, folders.data) == (config_folder(), data_folder())
    assert (folders.keeping, folders.temporary) == (Keeping.AS_ALWAYS, None)
    assert folders.also_own_models


def test_safe_mode_keeps_the_library_and_leaves_settings_and_list_alone() -> None:
    (config_folder() / SETTINGS_FILE).write_text("[look]\ntheme=dark\n", encoding="utf-8")
    folders = user_folders(safe_mode=True)
    assert folders.data == data_folder()
    assert folders.playlist == folders.config == folders.temporary
    assert list(folders.config.iterdir()) == []
    assert not folders.also_own_models
    folders.forget()
    assert not folders.config.exists()
    assert (config_folder() / SETTINGS_FILE).exists()


@pytest.mark.parametrize("safe_mode", [False, True])
def test_where_no_folder_can_be_made_temporary_ones_serve(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, safe_mode: bool
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "file" / "below"))
    folders = user_folders(safe_mode=safe_mode)
    assert "cannot be made" in folders.why
    assert folders.config.is_dir()
    assert folders.data.is_dir()
    folders.forget()
    assert not folders.data.exists()


def test_settings_that_can_only_be_read_hold_for_this_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = config_folder() / SETTINGS_FILE
    settings.write_text("[look]\ntheme=dark\n", encoding="utf-8")
    monkeypatch.setattr("os.access", lambda *_: False)  # root may write everywhere
    folders = user_folders()
    assert folders.keeping is Keeping.NOWHERE
    assert "may not be written to" in folders.why
    assert (folders.config / SETTINGS_FILE).read_bytes() == settings.read_bytes()
    folders.forget()
    assert settings.exists()
