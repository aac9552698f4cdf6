"""Ready-made tables: Kaggle's 57 columns, 25 means, FMA's 518; what dsp agrees with."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.training.datasets.small import (
    KAGGLE_NAMES,
    clip,
    features57,
    fma_features,
    fma_metadata,
    kaggle,
    table,
)
from training.datasets.agreement import FEWEST_ROWS, Column, column_of, columns_that_disagree
from training.datasets.kinds import read_source
from training.datasets.rows import TableUnreadable
from training.datasets.tables import read_table, table_index
from training.datasets.wishes import Wishes
from training.features.measures import Measure, of_recording
from training.tabular.rows import rows_of_table

pytestmark = pytest.mark.training


def test_kaggles_thirty_seconds_give_a_row_a_track(tmp_path: Path) -> None:
    rows = [(f"blues.0000{n}.wav", "blues", features57(n)) for n in range(3)]
    read = read_table(kaggle(tmp_path / "features_30_sec.csv", rows))
    assert read.names == KAGGLE_NAMES
    assert read.values.shape == (3, 57)
    np.testing.assert_allclose(read.values[1], features57(1), rtol=1e-6)
    assert list(read.tracks) == ["blues.00000", "blues.00001", "blues.00002"]
    assert list(read.segment) == [-1, -1, -1]


def test_kaggles_three_seconds_are_grouped_by_song(tmp_path: Path) -> None:
    rows = [
        (f"{genre}.00000.{n}.wav", genre, features57(10 * at + n))
        for at, genre in enumerate(("blues", "jazz"))
        for n in range(10)
    ]
    path = kaggle(tmp_path / "features_3_sec.csv", rows)
    read = read_table(path)
    assert set(read.tracks.tolist()) == {"blues.00000", "jazz.00000"}
    assert list(read.segment[:10]) == list(range(10))
    assert [item.track for item in table_index(path, Wishes()).items] == [
        "blues.00000",
        "jazz.00000",
    ]


def test_means_have_columns_without_a_statistic(tmp_path: Path) -> None:
    rows = [("filename", "chroma_stft", "mfcc1", "label"), ("000002.mp3", 0.5, -60, "Rock")]
    read = read_table(table(tmp_path / "means25.csv", rows))
    assert read.names == ("chroma_stft", "mfcc1")
    assert list(read.tracks) == ["2"]


def test_fmas_table_has_three_header_lines_and_518_columns(tmp_path: Path) -> None:
    tracks = [{"id": 2, "top": "Rock", "artist": 1}, {"id": 5, "top": "Pop", "split": "validation"}]
    fma_metadata(tmp_path, tracks)
    values = {n: np.random.default_rng(n).normal(size=518) for n in (2, 5)}
    read = read_table(fma_features(tmp_path / "features.csv", values))
    assert read.values.shape == (2, 518)
    assert read.names[0] == "chroma_cens_kurtosis_01"
    assert read.names[-1] == "zcr_std_01"
    np.testing.assert_allclose(read.values[1], values[5], rtol=1e-6)
    assert list(read.labels) == ["Rock", "Pop"]
    index = table_index(tmp_path / "features.csv", Wishes())
    assert [(item.artist, item.split) for item in index.items] == [("1", "train"), ("5", "valid")]


def test_songs_that_share_rows_or_carry_two_genres_are_dropped_with_the_reason(
    tmp_path: Path,
) -> None:
    rows = [
        ("a.00001.0.wav", "pop", features57(1)),
        ("a.00001.1.wav", "pop", features57(2)),
        ("b.00002.0.wav", "rock", features57(2)),
        ("c.00003.0.wav", "pop", features57(3)),
        ("c.00003.1.wav", "rock", features57(4)),
        ("d.00004.0.wav", "rock", features57(5)),
        ("e.00005.0.wav", "pop", [*features57(6)[:-1], float("nan")]),
    ]
    index = table_index(kaggle(tmp_path / "features_3_sec.csv", rows), Wishes())
    assert list(index.tracks) == ["d.00004"]
    assert {one.path: one.reason for one in index.rejected} == {
        "a.00001": "It shares rows with b.00002: the same music under two names.",
        "b.00002": "It shares rows with a.00001: the same music under two names.",
        "c.00003": "It carries two genres: pop and rock.",
        "e.00005": "A field is missing or no finite number.",
    }


def test_the_rows_of_an_index_carry_its_artists(tmp_path: Path) -> None:
    rows = [(f"pop.0000{n}.wav", "pop", features57(n)) for n in range(3)]
    path = kaggle(tmp_path / "features_30_sec.csv", rows)
    names = table(tmp_path / "artists.csv", [("clip", "artist"), ("pop.00001", "Abba")])
    index = table_index(path, Wishes(artist_list=names))
    rows_of_index = rows_of_table(read_table(path), index.only([1, 2]))
    assert list(rows_of_index.groups) == ["abba", "pop.00002"]
    assert list(rows_of_index.tracks) == ["pop.00001", "pop.00002"]


def test_gtzans_table_without_artists_warns_as_its_recordings_do(tmp_path: Path) -> None:
    rows = [(f"pop.0000{n}.wav", "pop", features57(n)) for n in range(3)]
    index = read_source("table", kaggle(tmp_path / "features_30_sec.csv", rows), Wishes())
    assert any("8–18 points" in note for note in index.notes)


_FMA_HEADER = (("feature", "a"), ("statistics", "mean"), ("number", "01"))


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([("name", "mfcc1", "label")], "is no table of features"),
        ([("filename", "mfcc1", "label"), ("a.wav", "loud", "pop")], "Line 2 .* no number"),
        ([("filename", "mfcc1", "label"), ("a.wav", "pop")], "Line 2 .* has 2 fields instead of 3"),
        ([("feature", "a"), ("number", "01"), ("statistics", "mean")], "three header lines"),
        ([("filename", "label"), ("a.wav", "pop")], "has no columns of features"),
        ([("feature", "a"), ("statistics",), ("number", "01")], "not equally many"),
        ([*_FMA_HEADER, ("two", "0.5")], "Line 4 .* begins with 'two', no track_id"),
    ],
)
def test_a_table_that_is_none_is_refused_in_a_sentence(
    tmp_path: Path, lines: list[tuple[str, ...]], words: str
) -> None:
    with pytest.raises(TableUnreadable, match=words):
        read_table(table(tmp_path / "features.csv", lines))


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("rolloff_var", Column("spectral_rolloff", 0, "var")),
        ("mfcc20_mean", Column("mfcc", 19, "mean")),
        ("mfcc3", Column("mfcc", 2, "mean")),
        ("chroma_stft_mean", Column("chroma_stft", None, "mean")),
        ("tempo", Column("tempo", 0, "mean")),
        ("spectral_contrast_kurtosis_07", Column("spectral_contrast", 6, "kurtosis")),
        ("chroma_stft_skew_12", Column("chroma_stft", 11, "skew")),
        ("rmse_max_01", Column("rms", 0, "max")),
        ("tonnetz_mean_01", None),
        ("chroma_cqt_mean_01", None),
        ("harmony_mean", None),
        ("mfcc21_mean", None),
    ],
)
def test_a_column_is_known_by_its_name(name: str, column: Column | None) -> None:
    assert column_of(name) == column


def test_columns_that_dsp_lacks_or_computes_differently_are_named(tmp_path: Path) -> None:
    recordings = {f"pop.0000{n}": clip(tmp_path / f"{n}.wav", n) for n in range(FEWEST_ROWS)}
    ours = Measure("seven", 0, ("rms", "spectral_centroid"))
    made = [of_recording(ours, path, None)[0] for path in recordings.values()]
    rms, centroid = ours.names.index("rms_00_mean"), ours.names.index("spectral_centroid_00_mean")
    header = ("filename", "rms_mean", "spectral_centroid_mean", "harmony_mean", "label")
    rows: list[tuple[object, ...]] = [header]
    for at, track in enumerate(recordings):
        wrong = float(made[at][centroid]) * (1 + 0.3 * at)
        rows.append((f"{track}.wav", float(made[at][rms]), wrong, 0.1 * at, "pop"))
    read = read_table(table(tmp_path / "features_30_sec.csv", rows))
    reasons = columns_that_disagree(read, recordings)
    assert list(reasons) == ["spectral_centroid_mean", "harmony_mean"]
    assert "dsp computes it differently" in reasons["spectral_centroid_mean"]
    assert reasons["harmony_mean"] == "dsp does not compute it."


def test_a_column_agrees_only_once_enough_recordings_were_compared(tmp_path: Path) -> None:
    rows = [("filename", "rms_mean", "label"), ("pop.00000.wav", 0.1, "pop")]
    read = read_table(table(tmp_path / "features_30_sec.csv", rows))
    reasons = columns_that_disagree(read, {"pop.00000": clip(tmp_path / "a.wav", 0)})
    assert "Only 1 of the 5 rows" in reasons["rms_mean"]


def test_gtzans_table_agrees_but_for_harmony_chroma_and_tempo(
    data_set: Callable[[str], Path],
) -> None:
    folder = data_set("gtzan")
    recordings = {path.stem: path for path in sorted(folder.glob("audio/*/*.flac"))[::5]}
    reasons = columns_that_disagree(read_table(folder / "features_30_sec.csv"), recordings)
    assert {name.partition("_")[0] for name in reasons} <= {
        "chroma",
        "harmony",
        "perceptr",
        "tempo",
    }
    assert {"harmony_mean", "harmony_var", "perceptr_mean", "perceptr_var"} <= set(reasons)


def test_the_further_songs_lose_those_that_share_rows(data_set: Callable[[str], Path]) -> None:
    path = data_set("segments57") / "features_3_sec.csv.gz"
    index = table_index(path, Wishes())
    assert len(index.rejected) == 21
    assert len(index.items) == 2_184
    assert len(rows_of_table(read_table(path), index).tracks) == 21_840
