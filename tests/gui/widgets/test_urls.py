"""Paths as addresses and back, and what is pasted."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData

from genre_desktop.ui.urls import path_of, paths_in, uri_list, url_of

NAMES = ("plain.mp3", "a b#c%20?.mp3", "ü–日.mp3", "caf\udce9.mp3", "line\nbreak.mp3", "x:y+z.mp3")


def pasted(text: str) -> list[Path]:
    mime = QMimeData()
    mime.setText(text)
    return paths_in(mime)


@pytest.mark.skipif(os.name == "nt", reason="missing: a file system of bytes")
@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_bytes_goes_to_its_address_and_back(name: str) -> None:
    path = Path("/music") / name
    assert path_of(url_of(path)) == path


@pytest.mark.skipif(os.name == "nt", reason="missing: a file system of bytes")
def test_many_names_go_to_their_addresses_and_back() -> None:
    mime = QMimeData()
    paths = [Path("/music") / name for name in NAMES]
    mime.setData("text/uri-list", uri_list(map(str, paths)))
    assert [path_of(url) for url in mime.urls()] == paths
    assert uri_list([]) == b""


def test_a_home_that_nobody_has_is_no_file() -> None:
    assert pasted("~nosuchuser/x.mp3\n~") == [Path.home()]


def test_lines_that_are_no_paths_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "a.mp3"
    assert pasted(f"hello\n\n'{file}'\nfile://elsewhere/x.mp3\n{file.as_uri()}") == [file, file]
