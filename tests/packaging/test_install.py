"""The installer: for the current user, over nothing foreign, and gone again without a trace."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = [pytest.mark.package, pytest.mark.timeout(300)]


def _install(program: Path, prefix: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["sh", program / "install.sh", "--prefix", prefix, *words],
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


def test_it_runs_where_it_was_installed_and_leaves_nothing_when_removed(
    program: Path, tmp_path: Path
) -> None:
    prefix = tmp_path / "a place with blanks"
    own = prefix / "share" / "applications" / "mine.desktop"
    own.parent.mkdir(parents=True)
    own.write_text("[Desktop Entry]\n")

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


def test_a_foreign_file_is_named_and_nothing_is_touched(program: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "bin" / "genre-desktop"
    foreign.parent.mkdir()
    foreign.write_text("somebody else's\n")
    before = _tree(tmp_path)

    done = _install(program, tmp_path)

    assert done.returncode == 1
    assert str(foreign) in done.stderr
    assert _tree(tmp_path) == before


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
    done = _install(program, tmp_path, "--remove")

    assert done.returncode == 1
    assert "not installed" in done.stderr


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
