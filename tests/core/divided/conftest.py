"""An album in one file with a CUE sheet, and a copy of it without one."""

from pathlib import Path

import pytest

from tests.support.divided import album, copied


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return album(tmp_path / "music" / "album")


@pytest.fixture
def copy(file: Path, tmp_path: Path) -> Path:
    """The same sound in a folder without a sheet."""
    return copied(file, tmp_path / "music" / "copies" / "copy.flac")
