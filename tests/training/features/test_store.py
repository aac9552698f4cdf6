"""The cache of features: computed once, by the hash of the sound, resumable, memory-mapped."""

import contextlib
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.dsp.decode import open_sound
from genre_desktop.dsp.features import FeatureStream, summarise
from genre_desktop.dsp.mel import log_mel
from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.dsp.statistics import piece_statistics, standard_statistics
from tests.training.datasets.small import clip, features57, kaggle
from tests.training.networks.tiny_fma import write_tiny_fma
from training.datasets.files import write_index
from training.datasets.kinds import read_source
from training.datasets.values import Index, Item, index_of
from training.datasets.wishes import Wishes
from training.features.keys import dsp_version, version_of
from training.features.measures import Measure
from training.features.store import LOG_MEL, CacheUnwritable, FeatureStore, NoSuchFeature
from training.features.work import CacheDamaged

pytestmark = pytest.mark.training

ROOT = Path(__file__).parents[3]


def music(folder: Path, count: int = 3, seconds: float = 7.0) -> Index:
    """An index of recordings of two genres."""
    items = []
    for n in range(count):
        path = clip(folder / f"{n}.flac", n, "flac", seconds)
        items.append(Item(path.stem, path.name, ("pop", "rock")[n % 2], f"a{n}"))
    return index_of("folders", folder, items)


def samples_in(path: Path) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    with open_sound(path) as sound:
        return np.concatenate(list(sound.blocks()))


def kept(cache: Path, measure: str = "log_mel") -> dict[Path, int]:
    """Files of a measure with the time of their writing."""
    found = cache.glob(f"features/{measure}-*/*/[!.]*.npy")
    return {path: path.stat().st_mtime_ns for path in found}


def test_the_log_mel_is_the_applications_own(tmp_path: Path) -> None:
    index = music(tmp_path / "music")
    ours = FeatureStore(index, tmp_path / "cache").log_mel("1")
    expected = log_mel(samples_in(tmp_path / "music" / "1.flac"), STANDARD_MEL)
    assert ours.dtype == np.float32
    np.testing.assert_allclose(ours, expected, atol=0.07)  # kept in 16 bits


def test_statistics_are_those_of_the_applications_feature_stream(tmp_path: Path) -> None:
    table = FeatureStore(music(tmp_path / "music"), tmp_path / "cache").statistics(3)
    frames = FeatureStream(STANDARD_MEL).push(samples_in(tmp_path / "music" / "0.flac"))
    piece = {name: rows[:, 130:260] for name, rows in frames.items()}
    row = int(np.nonzero((table.tracks == "0") & (table.segment == 1))[0][0])
    np.testing.assert_allclose(table.values[row], summarise(piece), rtol=1e-4, atol=1e-4)
    assert isinstance(table.values, np.memmap)
    assert table.values.shape == (6, 462)
    assert list(table.labels[:4]) == ["pop", "pop", "rock", "rock"]


def test_a_whole_track_is_one_row(tmp_path: Path) -> None:
    table = FeatureStore(music(tmp_path / "music"), tmp_path / "cache").statistics(None)
    assert list(table.tracks) == ["0", "1", "2"]
    assert list(table.segment) == [-1, -1, -1]


def test_package_statistics_are_those_that_a_package_hears(tmp_path: Path) -> None:
    store = FeatureStore(music(tmp_path / "music", 1), tmp_path / "cache")
    table = store.package_statistics(3)
    expected = piece_statistics(store.log_mel("0")[:, 130:260], standard_statistics())
    np.testing.assert_allclose(table.values[1], expected, rtol=1e-5)
    assert table.names == standard_statistics().names


def test_pieces_are_cut_one_after_another(tmp_path: Path) -> None:
    store = FeatureStore(music(tmp_path / "music"), tmp_path / "cache")
    pieces = store.pieces(3)
    assert list(pieces.rows) == [0, 0, 1, 1, 2, 2]
    assert list(pieces.segment) == [0, 1, 0, 1, 0, 1]
    np.testing.assert_array_equal(
        pieces.batch(np.array([3, 0])),
        [store.log_mel("1")[:, 130:260], store.log_mel("0")[:, :130]],
    )


def test_a_track_shorter_than_a_piece_goes_on_with_its_beginning(tmp_path: Path) -> None:
    store = FeatureStore(music(tmp_path / "music", 1, 2.0), tmp_path / "cache")
    (piece,) = store.pieces(3).all()
    frames = store.log_mel("0").shape[1]
    assert frames < 130
    np.testing.assert_array_equal(piece[:, frames:], piece[:, : 130 - frames])


def test_samples_come_back_as_they_were_decoded(tmp_path: Path) -> None:
    store = FeatureStore(music(tmp_path / "music", 1), tmp_path / "cache")
    expected = samples_in(tmp_path / "music" / "0.flac")
    np.testing.assert_allclose(store.samples("0"), expected, atol=1 / 32_767)


def test_a_second_run_computes_nothing(tmp_path: Path) -> None:
    index = music(tmp_path / "music")
    FeatureStore(index, tmp_path / "cache").pieces(3)
    before = kept(tmp_path / "cache")
    assert len(before) == 3
    FeatureStore(index, tmp_path / "cache").pieces(3)
    assert kept(tmp_path / "cache") == before


def test_the_same_sound_under_another_name_or_other_tags_is_not_computed_again(
    tmp_path: Path,
) -> None:
    index = music(tmp_path / "music", 1)
    FeatureStore(index, tmp_path / "cache").pieces(3)
    before = kept(tmp_path / "cache")
    clip(tmp_path / "music" / "renamed.flac", 0, "flac", 7.0, title="Another title")
    renamed = index_of("folders", index.source, [Item("renamed", "renamed.flac", "pop")])
    store = FeatureStore(renamed, tmp_path / "cache")
    assert len(store.pieces(3)) == 2
    assert kept(tmp_path / "cache") == before


def test_a_recording_that_changed_is_computed_anew(tmp_path: Path) -> None:
    index = music(tmp_path / "music", 1)
    before = FeatureStore(index, tmp_path / "cache").log_mel("0")
    clip(tmp_path / "music" / "0.flac", 8, "flac", 7.0)
    after = FeatureStore(index, tmp_path / "cache").log_mel("0")
    assert np.abs(before - after).max() > 1
    assert len(kept(tmp_path / "cache")) == 2


def test_a_part_of_a_recording_is_a_feature_of_its_own(tmp_path: Path) -> None:
    index = music(tmp_path / "music", 1)
    whole = FeatureStore(index, tmp_path / "cache").log_mel("0")
    part = index_of(
        "csv", index.source, [replace(index.items[0], start_seconds=1.0, length_seconds=3.0)]
    )
    heard = FeatureStore(part, tmp_path / "cache").log_mel("0")
    assert heard.shape[1] == STANDARD_MEL.frames_in(3 * 22_050)
    start = round(22_050 / 512)
    assert np.corrcoef(heard[:, :100].ravel(), whole[:, start : start + 100].ravel())[0, 1] > 0.95


def test_bad_recordings_are_listed_and_left_out(tmp_path: Path) -> None:
    index = music(tmp_path / "music")
    (tmp_path / "music" / "1.flac").write_bytes(b"fLaC and nothing else")
    store = FeatureStore(index, tmp_path / "cache")
    assert set(store.pieces(3).tracks.tolist()) == {"0", "2"}
    (rejected,) = store.rejected
    assert rejected.path == "1.flac"
    assert rejected.reason
    with pytest.raises(NoSuchFeature, match="1 gave no sound: "):
        store.log_mel("1")
    again = FeatureStore(index, tmp_path / "cache")
    again.pieces(3)
    assert again.rejected == store.rejected


def test_worker_processes_give_the_same(tmp_path: Path) -> None:
    index = music(tmp_path / "music")
    here = FeatureStore(index, tmp_path / "here").log_mel_statistics(3)
    there = FeatureStore(index, tmp_path / "there", workers=2).log_mel_statistics(3)
    # other cores add up in another order, and levels are kept in 16 bits
    np.testing.assert_allclose(here.values, there.values, rtol=1e-3, atol=1e-2)


def parts(folder: Path, count: int) -> Index:
    """An index of many parts of one recording."""
    clip(folder / "long.flac", 1, "flac", 30.0)
    items = [
        Item(f"{n}", "long.flac", "pop", start_seconds=n / 4, length_seconds=5.0)
        for n in range(count)
    ]
    return index_of("csv", folder, items)


def test_after_a_kill_the_rest_is_computed_and_nothing_twice(tmp_path: Path) -> None:
    count, cache = 90, tmp_path / "cache"
    index = parts(tmp_path / "music", count)
    write_index(index, tmp_path / "index.csv")
    program = (
        "from pathlib import Path\n"
        "from training.datasets.files import read_index\n"
        "from training.features.store import FeatureStore\n"
        f"index = read_index(Path({str(tmp_path / 'index.csv')!r}))\n"
        f"FeatureStore(index, Path({str(cache)!r})).pieces(3)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT) as process:
        while len(kept(cache)) < 5:
            with contextlib.suppress(subprocess.TimeoutExpired):
                assert process.wait(0.02) is None  # ended before it could be killed
        process.send_signal(signal.SIGKILL)
    before = kept(cache)
    assert 5 <= len(before) < count
    assert len(FeatureStore(index, cache).pieces(5)) == count
    after = kept(cache)
    assert len(after) == count
    assert {path: after[path] for path in before} == before


def test_a_cache_that_cannot_be_written_ends_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(CacheUnwritable, match=r"cannot be kept in .*features"):
        FeatureStore(music(tmp_path / "music", 1), tmp_path / "cache").pieces(3)


@pytest.mark.parametrize("measure", ["log_mel", "package"])
def test_a_kept_feature_that_was_cut_off_is_named_and_computed_again_once_deleted(
    tmp_path: Path, measure: str
) -> None:
    index, cache = music(tmp_path / "music"), tmp_path / "cache"
    whole = np.array(FeatureStore(index, cache).package_statistics(3).values)
    damaged = next(iter(kept(cache, measure)))
    damaged.write_bytes(damaged.read_bytes()[:301])
    with pytest.raises(CacheDamaged, match=re.escape(f"{damaged} was cut off; delete it")):
        FeatureStore(index, cache).package_statistics(3 if measure == "package" else 2)
    damaged.unlink()
    again = FeatureStore(index, cache).package_statistics(3)
    np.testing.assert_array_equal(again.values, whole)


def test_a_log_mel_that_was_cut_off_at_a_whole_row_is_named(tmp_path: Path) -> None:
    index, cache = music(tmp_path / "music"), tmp_path / "cache"
    FeatureStore(index, cache).pieces(3)
    damaged = next(iter(kept(cache, "log_mel")))
    damaged.write_bytes(damaged.read_bytes()[: 128 + 2 * 128 * 40])
    sentence = f"{re.escape(str(damaged))} cannot be read .*; delete it"
    with pytest.raises(CacheDamaged, match=sentence):
        FeatureStore(index, cache).package_statistics(1)
    with pytest.raises(CacheDamaged, match=sentence):
        FeatureStore(index, cache).log_mel("0")


def test_a_joined_table_that_was_cut_off_is_joined_again(tmp_path: Path) -> None:
    index, cache = music(tmp_path / "music"), tmp_path / "cache"
    whole = np.array(FeatureStore(index, cache).package_statistics(3).values)
    (table,) = (cache / "features" / "tables").glob("*.npy")
    table.write_bytes(table.read_bytes()[:500])
    again = FeatureStore(index, cache).package_statistics(3)
    np.testing.assert_array_equal(again.values, whole)


def test_other_code_or_other_numbers_are_kept_apart(tmp_path: Path) -> None:
    code = tmp_path / "dsp"
    shutil.copytree(ROOT / "genre_desktop" / "dsp", code)
    assert version_of(code) == dsp_version()
    (code / "mel.py").write_text((code / "mel.py").read_text("utf-8") + "#", encoding="utf-8")
    assert version_of(code) != dsp_version()
    folders = {Measure("seven", frames, ("rms",)).folder for frames in (0, 130)}
    assert len({*folders, Measure("seven", 0, ("zcr",)).folder, LOG_MEL.folder}) == 4


def test_a_table_of_features_has_no_sound(tmp_path: Path) -> None:
    rows = [(f"pop.0000{n}.wav", "pop", features57(n)) for n in range(2)]
    index = read_source("table", kaggle(tmp_path / "features_30_sec.csv", rows), Wishes())
    with pytest.raises(NoSuchFeature, match="is a table of features"):
        FeatureStore(index, tmp_path / "cache").pieces(3)


def test_more_tracks_than_files_may_be_open_are_read(tmp_path: Path) -> None:
    tracks = 600
    write_tiny_fma(tmp_path, tracks=tracks)
    source = tmp_path / "fma_small" / "mfcc.npz"
    index = read_source("archive", source, Wishes())
    pieces = FeatureStore(index, tmp_path / "cache").pieces(3.0)
    resource = pytest.importorskip("resource")  # Windows has no such limit
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 512), hard))
    try:
        assert len(pieces.all()) == tracks
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
