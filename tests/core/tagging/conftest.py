"""A folder of music, and where the journal of its tags lies."""

from pathlib import Path

import pytest


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    folder.mkdir()
    return folder


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal" / "tags.sqlite"
