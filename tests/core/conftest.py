"""What several modules of these tests look at."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from genre_desktop.core.library import Library
from tests.support.browsed import listed_library
from tests.support.packages import mel_package


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Three songs and a broken file, with their tags kept, listed."""
    return listed_library(tmp_path / "data", tmp_path / "music")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty one that is open."""
    with Library.open(tmp_path / "data" / "library.sqlite") as library:
        yield library


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A package with the name and version that the fakes answer with."""
    return mel_package(tmp_path / "models", name="tiny")
