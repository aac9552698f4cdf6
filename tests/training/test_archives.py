"""The readers of spectrogram archives, held to the reference beside the data."""

import importlib.util
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from training.archives import filled_linearly, grey_to_db, gtzan_archive
from training.data import DataMissing, data_folder, gtzan_index

pytestmark = pytest.mark.training


def reference(data: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_archives", data / "archives.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# The reference reader leaves its index open.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("learned", [False, True], ids=["linear", "learned"])
def test_spectrograms_are_those_of_the_reference_reader(
    data_set: Callable[[str], Path], learned: bool
) -> None:
    folder = data_set("gtzan/mel")
    ours = islice(gtzan_archive(folder, learned_fill=learned), 2)
    theirs = islice(reference(folder.parents[1]).gtzan_clips(folder, learned), 2)
    for clip, (name, log_mel, exact, reference_db) in zip(ours, theirs, strict=True):
        assert clip.name == name
        np.testing.assert_allclose(clip.log_mel, log_mel, atol=1e-4)
        np.testing.assert_array_equal(clip.exact, exact)
        assert clip.reference_db == reference_db


def test_only_the_wanted_clips_are_read(data_set: Callable[[str], Path]) -> None:
    wanted = {"metal.00003", "rock.00001"}
    read = list(gtzan_archive(data_set("gtzan/mel"), learned_fill=False, names=wanted))
    assert {clip.name for clip in read} == wanted


def test_the_index_counts_as_published(data_set: Callable[[str], Path]) -> None:
    clips = gtzan_index(data_set("gtzan").parent).values()
    assert [sum(c.split == split for c in clips) for split in ("train", "valid")] == [443, 197]
    assert sum(clip.audio is not None for clip in clips) == 101


def test_missing_frames_lie_halfway_between_their_neighbours() -> None:
    known = np.array([[-80.0, -40.0, 0.0]], np.float32)
    filled = filled_linearly(known, np.array([0, 2, 3]), 4)
    np.testing.assert_array_equal(filled, [[-80.0, -60.0, -40.0, 0.0]])


def test_six_grey_levels_are_two_decibels() -> None:
    np.testing.assert_allclose(grey_to_db(np.array([0, 6, 240], np.uint8)), [-80.0, -78.0, 0.0])


def test_a_missing_archive_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match=r"exact_frames_and_interpolator\.npz is missing"):
        list(gtzan_archive(tmp_path, learned_fill=False))


def test_no_data_folder_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GENRE_DESKTOP_DATA", raising=False)
    with pytest.raises(DataMissing, match="--data DIR, or set GENRE_DESKTOP_DATA"):
        data_folder(None)
