"""Which data a config names, and what the real tables hold."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.training.tabular.some_rows import CONFIG, songs_index
from training.datasets.protocols import BY_SONG
from training.refusal import Refused
from training.tabular.crossval import parts_of
from training.tabular.sources import Loaded, load, seconds_of

pytestmark = pytest.mark.training


def loaded(folder: Path, cache: Path, **settings: Any) -> Loaded:
    return load(CONFIG | settings, folder, cache, lambda _: None)


def test_hearing_is_read_in_seconds() -> None:
    assert [seconds_of(text) for text in ("3 s", "1.5 s", "whole")] == [3.0, 1.5, None]
    for wrong in ("three", "3", "0 s", "3 m", "-3 s"):
        with pytest.raises(Refused, match="neither"):
            seconds_of(wrong)


def test_data_that_are_nowhere_are_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no data set or index"):
        loaded(tmp_path, tmp_path, data="atlantis")
    with pytest.raises(Refused, match="Say where"):
        load(CONFIG | {"data": "gtzan"}, None, tmp_path, lambda _: None)
    with pytest.raises(Refused, match="does not exist"):
        loaded(tmp_path, tmp_path, data="gtzan57")


@pytest.mark.parametrize(("piece", "heard"), [("", "whole"), (".0", "3 s")])
def test_a_table_of_ones_own_decides_what_its_rows_hear(
    tmp_path: Path, piece: str, heard: str
) -> None:
    path = songs_index(tmp_path, (piece,))
    given = loaded(tmp_path, tmp_path, data=str(path), features="seven")
    assert given.config["hearing"] == heard
    with pytest.raises(Refused, match=r"is a table.*leave --features out"):
        loaded(tmp_path, tmp_path, data=str(path), features="package")


def test_gtzans_table_is_judged_by_artist(data_set: Callable[[str], Path], tmp_path: Path) -> None:
    given = loaded(data_set("gtzan").parent, tmp_path, data="gtzan57")
    rows = given.rows
    assert rows.values.shape == (640, 57)  # 443 and 197, also the one that cannot be decoded
    assert (given.config["protocol"], given.config["hearing"]) == ("A", "30 s")
    assert len(np.unique(rows.groups)) < 300
    assert len(parts_of(rows, given.config)) == 10


def test_songs_without_artist_are_judged_by_song(
    data_set: Callable[[str], Path], tmp_path: Path
) -> None:
    given = loaded(data_set("segments57").parent, tmp_path, data="segments57")
    assert len(given.rows.labels) == 11
    assert given.config["protocol"] == BY_SONG
    assert set(given.rows.artists) == {""}
    assert np.unique(given.rows.tracks).size == np.unique(given.rows.groups).size


def test_fmas_means_have_the_official_sides(
    data_set: Callable[[str], Path], tmp_path: Path
) -> None:
    given = loaded(data_set("fma_small").parent, tmp_path, data="fma25")
    (part,) = parts_of(given.rows, given.config)
    assert given.config["protocol"] == "B"
    assert len(part.train) + len(part.held) == len(given.rows.values)
    assert 780 < len(part.held) <= 800
