"""Packages that are refused, and why."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import numpy_helper

from genre_desktop.inference.model import open_model
from genre_desktop.inference.package import PackageRefused, prove, read_package
from tests.support.packages import (
    ensemble_package,
    mel_package,
    replace_model,
    rewrite_manifest,
    statistics_package,
)

Copy = Callable[[str], Path]
KINDS = ["tiny-mel", "tiny-statistics", "tiny-ensemble"]


def refusal_of(folder: Path, prove: bool = False) -> str:
    with pytest.raises(PackageRefused) as refused:
        open_model(folder, prove=prove)
    return refused.value.sentence


def change_golden(folder: Path, change: Callable[[dict[str, NDArray[np.float32]]], object]) -> None:
    with np.load(folder / "golden.npz") as file:
        arrays = {name: file[name].copy() for name in file.files}
    change(arrays)
    np.savez_compressed(folder / "golden.npz", allow_pickle=True, **arrays)


@pytest.mark.parametrize("name", KINDS)
def test_a_good_package_proves_itself(tiny_models: Path, name: str) -> None:
    prove(read_package(tiny_models / name))
    open_model(tiny_models / name, prove=True)


@pytest.mark.parametrize("name", KINDS)
def test_a_tiny_package_stays_small(tiny_models: Path, name: str) -> None:
    assert sum(file.stat().st_size for file in (tiny_models / name).iterdir()) < 50_000


def test_tiny_packages_are_the_same_each_time(tiny_models: Path, tmp_path: Path) -> None:
    for file in mel_package(tmp_path).iterdir():
        assert file.read_bytes() == (tiny_models / "tiny-mel" / file.name).read_bytes()


def test_a_package_is_read_without_the_runtime(tiny_models: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from genre_desktop.inference.package import *\n"
        "read_package(Path(sys.argv[1])); print('onnxruntime' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tiny_models / "tiny-mel")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False\n"


def test_a_changed_weight_file_is_refused(a_copy: Copy) -> None:
    folder = a_copy("tiny-mel")
    model = bytearray((folder / "model.onnx").read_bytes())
    model[len(model) // 2] ^= 1
    (folder / "model.onnx").write_bytes(model)

    assert "was changed" in refusal_of(folder)


@pytest.mark.parametrize("file", ["manifest.json", "model.onnx", "card.md"])
def test_a_missing_file_is_named(a_copy: Copy, file: str) -> None:
    folder = a_copy("tiny-mel")
    (folder / file).unlink()

    assert file in refusal_of(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a matter of POSIX")
def test_a_named_pipe_does_not_block(a_copy: Copy) -> None:
    folder = a_copy("tiny-mel")
    (folder / "model.onnx").unlink()
    os.mkfifo(folder / "model.onnx")

    assert "cannot be read" in refusal_of(folder)


def test_a_manifest_that_is_no_text_is_refused(a_copy: Copy) -> None:
    folder = a_copy("tiny-mel")
    (folder / "manifest.json").write_bytes(b"\xff\xfe")

    assert "is not UTF-8 text" in refusal_of(folder)


def test_a_wrong_field_names_the_package(a_copy: Copy) -> None:
    folder = a_copy("tiny-mel")
    rewrite_manifest(folder, "created", "yesterday")

    sentence = refusal_of(folder)
    assert "“created”" in sentence
    assert str(folder) in sentence


def test_a_malicious_graph_is_refused_though_its_hash_is_right(a_copy: Copy) -> None:
    folder = a_copy("tiny-mel")
    model = onnx.load_model_from_string((folder / "model.onnx").read_bytes())
    model.graph.initializer[0].data_location = onnx.TensorProto.EXTERNAL
    replace_model(folder, model)

    assert "data outside the file" in refusal_of(folder)


def test_a_graph_that_does_not_fit_together_is_refused(a_copy: Copy) -> None:
    folder = a_copy("tiny-mel")
    model = onnx.load_model_from_string((folder / "model.onnx").read_bytes())
    del model.graph.node[0]
    replace_model(folder, model)

    assert "cannot be loaded" in refusal_of(folder)


def test_statistics_that_do_not_exist_are_refused(a_copy: Copy) -> None:
    folder = a_copy("tiny-statistics")
    text = (folder / "manifest.json").read_text(encoding="utf-8")
    text = text.replace('"mfcc_03_mean"', '"charm_03_mean"')
    (folder / "manifest.json").write_text(text, encoding="utf-8")

    assert "no such statistic: 'charm'" in refusal_of(folder)


def test_other_weights_do_not_prove_themselves(a_copy: Copy) -> None:
    folder = a_copy("tiny-mel")
    model = onnx.load_model_from_string((folder / "model.onnx").read_bytes())
    weights = numpy_helper.to_array(model.graph.initializer[0]) * np.float32(1.01)
    model.graph.initializer[0].CopyFrom(numpy_helper.from_array(weights, "weights"))
    replace_model(folder, model)
    open_model(folder)

    sentence = refusal_of(folder, prove=True)
    assert "“tiny-mel” does not prove itself: golden clip 0 has another" in sentence


def test_numbers_that_are_not_finite_are_refused(a_copy: Copy) -> None:
    folder = a_copy("tiny-mel")
    model = onnx.load_model_from_string((folder / "model.onnx").read_bytes())
    weights = numpy_helper.to_array(model.graph.initializer[0]) * np.float32(np.nan)
    model.graph.initializer[0].CopyFrom(numpy_helper.from_array(weights, "weights"))
    replace_model(folder, model)

    assert "that is not finite" in refusal_of(folder, prove=True)


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("tiny-mel", lambda a: a.clear(), "holds 0 clips"),
        ("tiny-mel", lambda a: a.pop("logits_1"), "holds no “logits_1”"),
        ("tiny-mel", lambda a: a["logits_0"].__iadd__(0.1), "golden clip 0 has another “logits”"),
        (
            "tiny-mel",
            lambda a: a["piece_logits_1"].__imul__(2),
            "clip 1 has another “piece_logits”",
        ),
        ("tiny-mel", lambda a: a["audio_0"].__imul__(2), "the features of golden clip 0 come out"),
        ("tiny-mel", lambda a: a.update(audio_0=a["audio_0"][:-512]), "another shape than its"),
        ("tiny-mel", lambda a: a.update(audio_0=a["audio_0"].astype(float)), "is not float32"),
        ("tiny-mel", lambda a: a["features_0"].fill(np.nan), "“features_0” in golden.npz is not"),
        ("tiny-mel", lambda a: a.update(logits_0=np.array([print])), "golden.npz cannot be read"),
        ("tiny-mel", lambda a: a.update(more=np.zeros(9_000_000)), "holds more than 32 MB"),
        ("tiny-statistics", lambda a: a["logits_0"].__iadd__(0.1), "clip 0 has another “logits”"),
        ("tiny-statistics", lambda a: a.update(audio_0=a["audio_1"]), "features of golden clip 0"),
    ],
)
def test_wrong_golden_clips_are_refused(
    a_copy: Copy, name: str, change: Callable[[dict[str, NDArray[np.float32]]], object], words: str
) -> None:
    folder = a_copy(name)
    change_golden(folder, change)

    assert words in refusal_of(folder, prove=True)


@pytest.mark.parametrize("length", [0, 1, 100, 5_000])
def test_a_damaged_golden_file_is_refused(a_copy: Copy, length: int) -> None:
    folder = a_copy("tiny-mel")
    golden = folder / "golden.npz"
    golden.write_bytes(golden.read_bytes()[:length])

    assert "golden.npz" in refusal_of(folder, prove=True)


def test_an_ensemble_without_a_member_names_it(a_copy: Copy) -> None:
    folder = a_copy("tiny-ensemble")
    shutil.rmtree(folder.parent / "tiny-statistics")

    assert "needs the model “tiny-statistics” 1.0" in refusal_of(folder)


def test_an_ensemble_does_not_take_another_version_of_a_member(a_copy: Copy) -> None:
    folder = a_copy("tiny-ensemble")
    shutil.rmtree(folder.parent / "tiny-statistics")
    statistics_package(folder.parent, version="1.1")

    assert "needs the model “tiny-statistics” 1.0" in refusal_of(folder)


def test_a_member_may_lie_in_a_folder_of_any_name(a_copy: Copy) -> None:
    folder = a_copy("tiny-ensemble")
    (folder.parent / "tiny-mel").rename(folder.parent / "somewhere else")

    open_model(folder, prove=True)


@pytest.mark.parametrize("labels", [("low", "high"), ("high", "low")])
def test_an_ensemble_of_other_labels_is_refused(tmp_path: Path, labels: tuple[str, ...]) -> None:
    mel_package(tmp_path, labels=("low", "high"))
    statistics_package(tmp_path, labels=labels)
    folder = ensemble_package(tmp_path, labels=("high", "low"))

    assert "do not tell the same genres apart" in refusal_of(folder)


def test_an_ensemble_of_ensembles_is_refused(a_copy: Copy) -> None:
    inner = a_copy("tiny-ensemble")
    outer = ensemble_package(inner.parent, ("tiny-mel", "tiny-ensemble"), name="outer")

    assert "is an ensemble itself" in refusal_of(outer)


def test_a_refusal_survives_the_way_between_processes() -> None:
    import pickle

    refused = pickle.loads(pickle.dumps(PackageRefused("The reason.")))

    assert refused.sentence == "The reason."
    assert io.StringIO(str(refused)).read() == "The reason."
