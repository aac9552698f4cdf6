"""A folder of small files, and where the journal lies."""

from pathlib import Path

import pytest


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    folder.mkdir()
    for number in range(6):
        (folder / f"{'n' * number}song.mp3").write_bytes(bytes([number]) * 100)
    return folder


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "sorted"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal" / "tags.sqlite"
