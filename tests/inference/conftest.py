"""Tiny packages of each kind: one set for all tests, and copies to spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.packages import package_of_each_kind


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with tiny-mel, tiny-statistics and tiny-ensemble; never written into."""
    models = tmp_path_factory.mktemp("models")
    package_of_each_kind(models)
    return models


@pytest.fixture
def a_copy(tiny_models: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Copies all packages and gives the folder of one, which the test may spoil."""

    def copy(name: str) -> Path:
        shutil.copytree(tiny_models, tmp_path / "models")
        return tmp_path / "models" / name

    return copy
