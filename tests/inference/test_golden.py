"""Golden clips: how much of them is read at all, and how many there may be."""

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.inference.classifier import Classifier
from genre_desktop.inference.golden import MOST_CLIPS, MOST_UNPACKED_BYTES, check_golden
from genre_desktop.inference.package import read_package
from genre_desktop.inference.refusal import PackageRefused


def packed(**arrays: np.ndarray) -> bytes:
    target = io.BytesIO()
    np.savez_compressed(target, allow_pickle=False, **arrays)
    return target.getvalue()


def refusal_of(content: bytes, models: Path) -> str:
    package = read_package(models / "tiny-mel")
    graph = package.manifest.graph
    assert graph is not None
    with pytest.raises(PackageRefused) as refused:
        check_golden(content, graph, Classifier(package.model, graph))
    return refused.value.sentence


def test_what_unpacks_to_too_much_is_not_unpacked(tiny_models: Path) -> None:
    content = packed(features_0=np.zeros(MOST_UNPACKED_BYTES // 4, np.float32))
    assert len(content) < 100_000
    assert "holds more than 32 MB" in refusal_of(content, tiny_models)


def test_an_array_that_claims_more_than_it_holds_is_refused(tiny_models: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        header = io.BytesIO()
        claim = {"descr": "<f4", "fortran_order": False, "shape": (1 << 28,)}
        np.lib.format.write_array_header_1_0(header, claim)
        archive.writestr("features_0.npy", header.getvalue() + bytes(16))
    assert "golden.npz cannot be read" in refusal_of(target.getvalue(), tiny_models)


@pytest.mark.parametrize("clips", [0, MOST_CLIPS + 1])
def test_there_are_one_to_sixteen_clips(clips: int, tiny_models: Path) -> None:
    arrays = {f"features_{number}": np.zeros(1, np.float32) for number in range(clips)}
    sentence = refusal_of(packed(other=np.zeros(1, np.float32), **arrays), tiny_models)
    assert f"golden.npz holds {clips} clips instead of 1 to 16" in sentence


@pytest.mark.parametrize(
    ("array", "reason"),
    [
        (np.zeros((1, 128, 130)), "is not float32 of 3 axes"),
        (np.zeros((128, 130), np.float32), "is not float32 of 3 axes"),
        (np.zeros((0, 128, 130), np.float32), "is not float32 of 3 axes"),
        (np.full((1, 128, 130), np.inf, np.float32), "is not finite"),
    ],
)
def test_an_array_of_another_kind_is_refused(
    array: np.ndarray, reason: str, tiny_models: Path
) -> None:
    assert reason in refusal_of(packed(features_0=array), tiny_models)


def sound_refusal(models: Path, name: str, samples: int, rows: int = 1) -> str:
    """Why a package is refused whose first clip has so much silence for its sound."""
    package = read_package(models / name)
    graph = package.manifest.graph
    assert graph is not None
    with np.load(models / name / "golden.npz") as file:
        arrays = {key: file[key] for key in file.files}
    for key in ("features_0", "logits_0"):
        arrays[key] = np.repeat(arrays[key], rows, axis=0)
    arrays["audio_0"] = np.zeros(samples, np.float32)
    with pytest.raises(PackageRefused) as refused:
        check_golden(packed(**arrays), graph, Classifier(package.model, graph))
    return refused.value.sentence


@pytest.mark.parametrize(("rows", "samples"), [(50, 4_000), (1, 100), (2, 66_150)])
def test_a_sound_too_short_for_its_statistics_is_refused(
    rows: int, samples: int, tiny_models: Path
) -> None:
    sentence = sound_refusal(tiny_models, "tiny-statistics", samples, rows=rows)
    assert f"instead of {126 * rows} to 1400" in sentence


@pytest.mark.parametrize("name", ["tiny-mel", "tiny-statistics"])
def test_a_sound_without_end_is_refused_before_it_is_measured(name: str, tiny_models: Path) -> None:
    sentence = sound_refusal(tiny_models, name, 8_000_000)
    assert "has 15622 frames instead of" in sentence
