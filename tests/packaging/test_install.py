"""The installer: for the current user, over nothing foreign, and gone again without a trace."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.documents import shown
from tools.package.release import this_release

pytestmark = [pytest.mark.package, pytest.mark.timeout(300)]


def _install(
    program: Path, prefix: Path, *words: str, **settings: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["sh", program / "install.sh", "--prefix", prefix, *words],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


def _tree(folder: Path) -> dict[str, bytes]:
    """The files below a folder with their content; of links, where they point to."""
    return {
        str(path.relative_to(folder)): str(path.readlink()).encode()
        if path.is_symlink()
        else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def test_the_commands_of_the_guide_check_unpack_start_install_and_remove(
    archive: Path, tmp_path: Path
) -> None:
    for file in (archive, archive.parent / "SHA256SUMS"):
        (tmp_path / file.name).symlink_to(file)
    named = ("sha256sum ", "tar xzf genre-desktop-VERSION", "genre-desktop-VERSION")
    commands = [words for words in shown() if words.startswith(named)]
    without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    settings = {name: value for name, value in os.environ.items() if name not in without}
    ends = [
        subprocess.run(
            ["sh", "-c", words.replace("genre-desktop-VERSION-linux-x86_64", this_release().name)],
            cwd=tmp_path,
            env=settings | {"HOME": str(tmp_path / "home")},
            capture_output=True,
            text=True,
            check=False,
        )
        for words in commands
    ]

    assert [words.rpartition("/")[2] for words in commands[2:]] == [
        "genre-desktop", "install.sh", "install.sh --remove",
    ]  # fmt: skip
    assert [end.returncode for end in ends] == [0, 0, 2, 0, 0]
    assert f"{archive.name}: OK" in ends[0].stdout
    assert "display" in ends[2].stderr


def test_it_runs_where_it_was_installed_and_leaves_nothing_when_removed(
    program: Path, tmp_path: Path
) -> None:
    prefix = tmp_path / "a place with blanks"
    own = prefix / "share" / "applications" / "mine.desktop"
    own.parent.mkdir(parents=True)
    own.write_text("[Desktop Entry]\n")
    (prefix / "bin").mkdir()

    installed = _install(program, prefix)
    version = subprocess.run(
        [prefix / "bin" / "genre-desktop", "--version"], capture_output=True, text=True, check=True
    )
    again = _install(program, prefix)
    removed = _install(program, prefix, "--remove")

    assert installed.returncode == 0, installed.stderr
    assert version.stdout.startswith("Genre Desktop ")
    assert "unknown" not in version.stdout
    assert again.returncode == 0, again.stderr
    assert removed.returncode == 0, removed.stderr
    left = {name for name in _tree(prefix) if not name.endswith((".cache", "icon-theme.cache"))}
    assert left == {"share/applications/mine.desktop"}
    assert (prefix / "bin").is_dir()
    assert not (prefix / "lib").exists()
    assert not (prefix / "share" / "man").exists()


def test_what_is_installed_can_remove_itself_but_not_install(program: Path, tmp_path: Path) -> None:
    installed = _install(program, tmp_path)
    itself = tmp_path / "lib" / "genre-desktop"
    assert f"sh '{itself}/install.sh' --remove --prefix '{tmp_path}'" in installed.stdout

    refused = _install(itself, tmp_path)
    removed = _install(itself, tmp_path, "--remove")

    assert refused.returncode == 1
    assert "unpacked archive" in refused.stderr
    assert removed.returncode == 0, removed.stderr
    assert not itself.exists()


def test_a_foreign_file_is_named_and_nothing_is_touched(program: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "bin" / "genre-desktop"
    foreign.parent.mkdir()
    foreign.write_text("somebody else's\n")
    before = _tree(tmp_path)

    done = _install(program, tmp_path)

    assert done.returncode == 1
    assert str(foreign) in done.stderr
    assert _tree(tmp_path) == before


def test_nothing_is_left_where_nothing_was(program: Path, tmp_path: Path) -> None:
    _install(program, tmp_path)
    share = tmp_path / "share"
    for cache in ("applications/mimeinfo.cache", "icons/hicolor/icon-theme.cache"):
        (share / cache).touch()  # what a desktop's own programs leave, which not every system has
    again = _install(program, tmp_path)
    removed = _install(program, tmp_path, "--remove")

    assert again.returncode == removed.returncode == 0, again.stderr + removed.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_was_changed_is_known_in_every_language(program: Path, tmp_path: Path) -> None:
    own = shutil.which("sha256sum")
    german = tmp_path / "bin" / "sha256sum"
    german.parent.mkdir()
    german.write_text(
        f'#!/bin/sh\n[ "$LC_ALL" = C ] && exec {own} "$@"\n'
        f'{own} "$@" | sed "s/: FAILED/: FEHLSCHLAG/"\n'
    )
    german.chmod(0o755)
    settings = {"PATH": f"{german.parent}:{os.environ['PATH']}", "LC_ALL": "de_DE.UTF-8"}
    prefix = tmp_path / "prefix"
    _install(program, prefix, **settings)
    page = prefix / "share" / "man" / "man1" / "genre-desktop-tag.1"
    page.write_text("mine\n")

    refused = _install(program, prefix, **settings)
    removed = _install(program, prefix, "--remove", **settings)

    assert refused.returncode == 1
    assert str(page) in refused.stderr
    assert str(page) in removed.stdout
    assert page.read_text() == "mine\n"


def test_what_was_changed_since_is_left_and_named(program: Path, tmp_path: Path) -> None:
    _install(program, tmp_path)
    entry = tmp_path / "share" / "applications" / "genre-desktop.desktop"
    entry.write_text(entry.read_text() + "X-Mine=yes\n")
    beside = tmp_path / "lib" / "genre-desktop" / "notes.txt"
    beside.write_text("mine\n")

    refused = _install(program, tmp_path)
    removed = _install(program, tmp_path, "--remove")

    assert refused.returncode == 1
    assert str(entry) in refused.stderr
    assert removed.returncode == 0
    assert str(entry) in removed.stdout
    assert entry.exists()
    assert beside.read_text() == "mine\n"
    assert not (tmp_path / "bin" / "genre-desktop").exists()


def test_what_is_not_installed_cannot_be_removed(program: Path, tmp_path: Path) -> None:
    done = _install(program, tmp_path / "nowhere", "--remove")

    assert done.returncode == 1
    assert "not installed" in done.stderr
    assert not (tmp_path / "nowhere").exists()


def test_it_says_what_it_does_and_changes_nothing_for_it(program: Path, tmp_path: Path) -> None:
    done = _install(program, tmp_path / "nowhere", "--help")

    assert done.returncode == 0
    assert "--remove [--prefix DIR]" in done.stdout
    assert not (tmp_path / "nowhere").exists()


def test_without_a_home_it_asks_for_a_folder(program: Path) -> None:
    done = subprocess.run(
        ["sh", program / "install.sh"],
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "--prefix" in done.stderr


def test_the_menu_entry_starts_what_was_installed(
    program: Path, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    validate = tool("desktop-file-validate")
    _install(program, tmp_path)
    entry = tmp_path / "share" / "applications" / "genre-desktop.desktop"

    done = subprocess.run([validate, entry], capture_output=True, text=True, check=False)

    assert done.stdout == ""
    assert f'Exec="{tmp_path}/bin/genre-desktop" %F' in entry.read_text()


def test_the_metadata_are_valid(program: Path, tool: Callable[[str], str]) -> None:
    metainfo = program / "share" / "metainfo" / "genre-desktop.metainfo.xml"

    done = subprocess.run(
        [tool("appstreamcli"), "validate", "--no-net", metainfo], capture_output=True, check=False
    )

    assert done.returncode == 0, done.stdout


def test_the_manual_has_no_fault(program: Path, tool: Callable[[str], str]) -> None:
    man = tool("man")
    pages = sorted((program / "share" / "man" / "man1").iterdir())

    for page in pages:
        done = subprocess.run(
            [man, "--warnings", "--local-file", page], capture_output=True, text=True, check=True
        )
        assert done.stderr == ""
        assert done.stdout.startswith(page.stem.upper())
    assert len(pages) > 5
