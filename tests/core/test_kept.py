"""What is kept, how much it is, and how it is deleted."""

from pathlib import Path

from genre_desktop.core.kept import Kind, all_kept, delete
from genre_desktop.core.places import log_folder
from genre_desktop.core.user_folders import user_folders


def _fill() -> dict[Kind, list[Path]]:
    folders = user_folders()
    files = {
        Kind.LIBRARY: [folders.data / "library.sqlite", folders.data / "library.sqlite-wal"],
        Kind.CORRECTIONS: [folders.data / "corrections.sqlite"],
        Kind.JOURNAL: [folders.data / "tags.sqlite"],
        Kind.LIST: [folders.playlist / "playlist.jsonl"],
        Kind.SETTINGS: [folders.config / "settings.ini", folders.config / "rules.toml"],
        Kind.LOGS: [log_folder() / "genre-desktop.log"],
    }
    for each in files.values():
        for file in each:
            file.write_bytes(b"0123456789")
    return files


def test_every_kind_is_told_with_its_files_and_their_size() -> None:
    files = _fill()
    told = {kept.kind: kept for kept in all_kept(user_folders())}
    assert {kind: set(kept.files) for kind, kept in told.items()} == {
        kind: set(each) for kind, each in files.items()
    }
    assert told[Kind.LIBRARY].size == 20


def test_only_what_is_chosen_is_deleted() -> None:
    files = _fill()
    stranger = user_folders().data / "models" / "mine" / "manifest.json"
    stranger.parent.mkdir(parents=True)
    stranger.touch()
    deleted = delete(user_folders(), {Kind.LIBRARY, Kind.LOGS})
    assert (set(deleted.kinds), deleted.failures) == ({Kind.LIBRARY, Kind.LOGS}, ())
    gone = {kind for kind, each in files.items() if not any(file.exists() for file in each)}
    assert gone == {Kind.LIBRARY, Kind.LOGS}
    delete(user_folders(), set(Kind))
    assert stranger.exists()


def test_what_a_killed_program_left_half_written_goes_along() -> None:
    folders = user_folders()
    copy_of_the_library = folders.data / ".0011223344556677.part"
    its_log = folders.data / ".0011223344556677.part-wal"
    rules = folders.config / ".8899aabbccddeeff.part"
    for file in (copy_of_the_library, its_log, rules):
        file.write_bytes(b"paths of music")
    told = {kept.kind: set(kept.files) for kept in all_kept(folders)}
    assert told[Kind.LIBRARY] == told[Kind.LIST] == {copy_of_the_library, its_log}
    assert told[Kind.SETTINGS] == {rules}
    delete(folders, {Kind.LIST})
    assert not copy_of_the_library.exists()
    assert not its_log.exists()
    assert rules.exists()


def test_what_cannot_be_deleted_is_named() -> None:
    library = user_folders().data / "library.sqlite"
    library.mkdir()
    (library / "inside").touch()
    assert delete(user_folders(), {Kind.LIBRARY}).kinds == (Kind.LIBRARY,)  # a folder is not ours
    assert (library / "inside").exists()


def test_what_safe_mode_has_for_this_time_is_not_taken_for_what_is_kept() -> None:
    files = _fill()
    folders = user_folders(safe_mode=True)
    try:
        for name in ("playlist.jsonl", "settings.ini"):
            (folders.playlist / name).touch()
        told = {kept.kind: kept.files for kept in all_kept(folders)}
        assert told[Kind.LIST] == told[Kind.SETTINGS] == ()
        assert told[Kind.LIBRARY]
        assert delete(folders, set(Kind)).failures == ()
        assert all(file.exists() for file in files[Kind.LIST] + files[Kind.SETTINGS])
    finally:
        folders.forget()
