"""Spectrogram archives: mosaics, MFCC arrays and snapshots give log-mels through the same calls."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.dsp.cepstrum import mfcc
from tests.training.datasets.small import (
    chirp_levels,
    fma_list,
    mfcc_archive,
    mosaics,
    snapshot_archive,
    table,
)
from training.datasets.archive_forms import (
    ArchiveUnknown,
    Form,
    form_of,
    read_mfcc,
    read_snapshots,
    smoothed_log_mel,
    stored_tracks,
)
from training.datasets.archives import archive_index
from training.datasets.checks import refuse_unusable
from training.datasets.rows import TableUnreadable
from training.datasets.splits import with_official_sides
from training.datasets.wishes import Wishes
from training.features.store import FeatureStore, NoSuchFeature
from training.features.stored import SNAPSHOT_REPEATS, on_our_bands

pytestmark = pytest.mark.training


def test_mosaics_are_listed_by_the_table_above_them(tmp_path: Path) -> None:
    index = archive_index(mosaics(tmp_path), Wishes())
    assert [(i.track, i.label, i.artist, i.split) for i in index.items[:2]] == [
        ("blues.00000", "blues", "blues-0", "valid"),
        ("blues.00001", "blues", "blues-1", "train"),
    ]


def test_a_clip_without_spectrogram_and_a_faulty_one_are_listed(tmp_path: Path) -> None:
    mel = mosaics(tmp_path)
    rows = [
        ("clip", "genre", "split", "artist_group", "audio"),
        ("blues.00000", "blues", "train", "", ""),
        ("blues.00001", "blues", "faulty", "", ""),
        ("jazz.00000", "jazz", "train", "", ""),
        ("jazz.00054", "jazz", "train", "", ""),
    ]
    table(tmp_path / "index.csv", rows)
    index = archive_index(mel, Wishes())
    assert list(index.tracks) == ["blues.00000", "jazz.00000"]
    reasons = {one.path: one.reason for one in index.rejected}
    assert reasons["jazz.00054"] == "The archive holds no spectrogram of it."
    assert "fault-filtered" in reasons["blues.00001"]
    assert "does not name it" in reasons["jazz.00001"]


def test_mosaics_give_back_the_levels_they_were_made_of(tmp_path: Path) -> None:
    store = FeatureStore(archive_index(mosaics(tmp_path), Wishes()), tmp_path / "cache")
    levels = chirp_levels(1_200, 11)
    assert np.abs(store.log_mel("jazz.00001") - (levels - levels.max())).max() < 0.7
    assert len(store.pieces(3)) == 4 * 9


def test_packed_mfcc_become_a_log_mel_smoothed_along_frequency(tmp_path: Path) -> None:
    levels = {n: chirp_levels(130, n) for n in (3, 4)}
    path = mfcc_archive(tmp_path / "mfcc.npz", levels)
    fma_list(tmp_path / "tracks.csv", [3, 4])
    assert form_of(path) is Form.MFCC
    store = FeatureStore(archive_index(path, Wishes()), tmp_path / "cache")
    ours = store.log_mel("4")
    np.testing.assert_allclose(mfcc(ours, 20), mfcc(levels[4], 20), atol=0.8)
    np.testing.assert_allclose(mfcc(ours, 30)[20:], 0, atol=0.4)


def test_packed_snapshots_lie_on_our_bands_each_column_repeated(tmp_path: Path) -> None:
    pictures = {n: chirp_levels(128, n) for n in (3, 4)}
    path = snapshot_archive(tmp_path / "pictures.npz", pictures)
    fma_list(tmp_path / "tracks.csv", [3, 4])
    read = read_snapshots(path)
    assert np.abs(read[1].astype(np.float32) - pictures[4]).mean() < 1.0
    store = FeatureStore(archive_index(path, Wishes()), tmp_path / "cache")
    levels = store.log_mel("4")
    assert levels.shape == (128, 128 * SNAPSHOT_REPEATS)
    np.testing.assert_array_equal(levels[:, 0], levels[:, SNAPSHOT_REPEATS - 1])
    np.testing.assert_allclose(
        levels[:, ::SNAPSHOT_REPEATS], on_our_bands(read[1].astype(np.float32), 44_100), atol=0.05
    )


def test_snapshots_of_our_own_rate_need_no_other_bands() -> None:
    levels = chirp_levels(20)
    np.testing.assert_allclose(on_our_bands(levels, 22_050), levels, atol=1e-3)


def test_a_tone_keeps_its_frequency_on_our_bands() -> None:
    theirs = np.full((128, 1), -80, np.float32)
    theirs[40] = 0.0
    centre_mel = 41 / 129 * (15 + 27 * np.log(22_050 / 1_000) / np.log(6.4))
    ours = int(on_our_bands(theirs, 44_100).argmax())
    our_mel = (ours + 1) / 129 * (15 + 27 * np.log(11_025 / 1_000) / np.log(6.4))
    assert abs(our_mel - centre_mel) < 0.25


def test_statistics_of_archives_are_those_that_need_only_the_log_mel(tmp_path: Path) -> None:
    store = FeatureStore(archive_index(mosaics(tmp_path), Wishes()), tmp_path / "cache")
    assert store.statistics(3).names == store.log_mel_statistics(3).names
    assert store.package_statistics(None).values.shape == (4, 78)


def test_an_archive_holds_no_sound_and_says_so(tmp_path: Path) -> None:
    store = FeatureStore(archive_index(mosaics(tmp_path), Wishes()), tmp_path / "cache")
    with pytest.raises(NoSuchFeature, match="holds spectrograms and no sound"):
        store.samples("blues.00000")


def test_a_copy_belongs_to_the_artist_of_its_original(tmp_path: Path) -> None:
    path = mfcc_archive(tmp_path / "mfcc.npz", {n: chirp_levels(130, n) for n in (3, 4)})
    rows = [
        ("track_id", "genre", "split", "artist_no", "copy_of"),
        (3, "Pop", "training", 1, ""),
        (4, "Pop", "training", 2, 3),
    ]
    table(tmp_path / "tracks.csv", rows)
    assert [item.artist for item in archive_index(path, Wishes()).items] == ["1", "1"]


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "other.npz", values=np.zeros(3))
    (tmp_path / "torn.npz").write_bytes(b"PK\x03\x04")
    for name in ("other.npz", ".", "missing.npz"):
        with pytest.raises(ArchiveUnknown, match="is no spectrogram archive"):
            form_of(tmp_path / name)
    with pytest.raises(ArchiveUnknown, match="cannot be read as an archive"):
        form_of(tmp_path / "torn.npz")


def test_an_archive_without_its_list_asks_for_one(tmp_path: Path) -> None:
    path = mfcc_archive(tmp_path / "mfcc.npz", {3: chirp_levels(130)})
    with pytest.raises(TableUnreadable, match=r"No index\.csv or tracks\.csv beside"):
        archive_index(path, Wishes())


def test_gtzans_archive_holds_442_and_197_clips(data_set: Callable[[str], Path]) -> None:
    index = with_official_sides(archive_index(data_set("gtzan/mel"), Wishes()))
    refuse_unusable(index)
    assert [(index.splits == side).sum() for side in ("train", "valid")] == [442, 197]


def test_fmas_archives_hold_the_official_sides(data_set: Callable[[str], Path]) -> None:
    folder = data_set("fma_small")
    for name in ("mfcc.npz", "pictures.npz"):
        index = with_official_sides(archive_index(folder / name, Wishes()))
        refuse_unusable(index)
        assert [(index.splits == side).sum() for side in ("train", "valid")] == [6_394, 800]


def test_fmas_mfcc_agree_with_its_recordings(data_set: Callable[[str], Path]) -> None:
    from genre_desktop.dsp.decode import open_sound
    from genre_desktop.dsp.mel import log_mel
    from genre_desktop.dsp.spec import STANDARD_MEL

    folder = data_set("fma_small")
    row = int(np.nonzero(stored_tracks(folder / "mfcc.npz") == 2)[0][0])
    stored = smoothed_log_mel(read_mfcc(folder / "mfcc.npz")[row]).T
    with open_sound(folder / "audio" / "000002.opus", limit_seconds=4) as sound:
        ours = log_mel(np.concatenate(list(sound.blocks())), STANDARD_MEL)[:, :120]
    smoothed = smoothed_log_mel(mfcc(ours, 20).T).T
    # frames that are centred begin two earlier
    assert np.corrcoef(stored[:, 2:122].ravel(), smoothed.ravel())[0, 1] > 0.93
