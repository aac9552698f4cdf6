"""Embeddings are an array that numpy opens, with a table that names its rows."""

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.exporting.embeddings import index_of, write_embeddings
from genre_desktop.core.track import Listing, Tags
from tests.core.answers import answered


def track(name: str, *, embedding: bool = True) -> Listing:
    outcome = answered(Path(f"/m/{name}"), name)
    assert outcome.verdict is not None
    if not embedding:
        outcome = outcome._replace(verdict=replace(outcome.verdict, embedding=None))
    return Listing(outcome.track, Tags(artist="=Trio"), outcome)


def test_rows_of_the_array_are_those_of_the_table(tmp_path: Path) -> None:
    target = tmp_path / "mine.npy"
    listings = [track("a"), track("b", embedding=False), *(track(f"c{n}") for n in range(11))]
    assert write_embeddings(listings, target, ExportOptions()) == 12
    array = np.load(target)
    assert (array.shape, array.dtype) == ((12, 8), np.float16)
    np.testing.assert_array_equal(array[3], np.linspace(-1, 1, 8).astype(np.float16))
    with index_of(target).open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["path"] for row in rows[:2]] == ["/m/a", "/m/c0"]
    assert (rows[1]["row"], rows[1]["artist"], rows[1]["genre"]) == ("1", "'=Trio", "jazz")


def test_without_any_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="this model makes none"):
        write_embeddings([track("b", embedding=False)], tmp_path / "x.npy", ExportOptions())
    assert list(tmp_path.iterdir()) == []
