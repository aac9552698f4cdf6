"""What commands of several modules of these tests work with."""

from pathlib import Path

import pytest

from tests.support.command_line import two_tones
from tests.support.packages import mel_package


@pytest.fixture
def model(a_home_of_its_own: Path) -> Path:
    """A model of the user's own that every command finds by name."""
    return mel_package(a_home_of_its_own / "data" / "models")


@pytest.fixture
def music(model: Path, tmp_path: Path) -> Path:
    """Two tracks that the model hears as country and pop."""
    assert model.is_dir()
    return two_tones(tmp_path / "music")
