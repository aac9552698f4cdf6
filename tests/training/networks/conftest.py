"""A tiny archive and how its configs are run, for tests of whole runs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.training.networks.tiny import SILENT
from tests.training.networks.tiny_fma import write_tiny_fma
from training.networks.fit import fit_run
from training.networks.variants import variants_of


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_fma(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def run(data: Path, cache: Path, tmp_path: Path) -> Callable[..., Any]:
    def fit(config: dict[str, Any], say: Callable[[str], None] = SILENT) -> Any:
        for one in variants_of(config):
            record = fit_run(one, data, cache, tmp_path / "runs", say)
        return record

    return fit
