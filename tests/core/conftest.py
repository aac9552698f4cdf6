"""What several modules of these tests look at."""

from pathlib import Path

import pytest

from tests.support.browsed import listed_library


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Three songs and a broken file, with their tags kept, listed."""
    return listed_library(tmp_path / "data", tmp_path / "music")
