"""Writing a package: it takes its place as a whole, and only when it has proved itself."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.inference.package import PackageRefused, prove, read_package
from tests.support.packages import mel_package
from training.shipping.export_tabular import NAMED, statistics_of
from training.shipping.golden import GoldenClip
from training.shipping.packages import (
    LARGEST_BYTES,
    Content,
    PackageTooLarge,
    sha256,
    write_package,
)
from training.shipping.run_folder import NotExportable

pytestmark = pytest.mark.training


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """What a tiny package consists of."""
    source = mel_package(tmp_path / "source", name="tiny")
    package = read_package(source)
    with np.load(source / "golden.npz") as golden:
        clip = GoldenClip(golden["audio_0"], golden["features_0"], {"logits": golden["logits_0"]})
    graph = (source / "model.onnx").read_bytes()
    return Content(package.manifest, "A card.", graph, (clip,))


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def with_graph(content: Content, graph: bytes) -> Content:
    promised = content.manifest.graph
    assert promised is not None
    promised = replace(promised, model_sha256=sha256(graph))
    return replace(content, graph=graph, manifest=replace(content.manifest, graph=promised))


def test_a_package_takes_its_place_whole(content: Content, tmp_path: Path) -> None:
    folder = tmp_path / "models" / "tiny"
    assert write_package(folder, content) == folder
    prove(read_package(folder))
    assert [path.name for path in folder.parent.iterdir()] == ["tiny"]
    assert folder.stat().st_mode & 0o055 == 0o055


def test_nothing_of_the_package_before_stays(content: Content, tmp_path: Path) -> None:
    folder = tmp_path / "models" / "tiny"
    write_package(folder, content)
    (folder / "old.bin").write_bytes(b"old")
    write_package(folder, content)
    assert sorted(files_in(folder.parent)) == [
        "tiny/card.md", "tiny/golden.npz", "tiny/manifest.json", "tiny/model.onnx",
    ]  # fmt: skip


def test_a_refused_package_leaves_the_one_before_as_it_was(
    content: Content, tmp_path: Path
) -> None:
    folder = tmp_path / "models" / "tiny"
    write_package(folder, content)
    before = files_in(folder.parent)
    answers = {"logits": -content.golden[0].outputs["logits"]}
    lying = replace(content, golden=(replace(content.golden[0], outputs=answers),))
    for refused in (replace(content, graph=b"no graph"), lying):
        with pytest.raises(PackageRefused):
            write_package(folder, refused)
        assert files_in(folder.parent) == before


def test_a_package_that_is_too_large_leaves_the_one_before_as_it_was(
    content: Content, tmp_path: Path
) -> None:
    folder = tmp_path / "models" / "tiny"
    write_package(folder, content)
    before = files_in(folder.parent)
    with pytest.raises(PackageTooLarge, match="tiny holds"):
        write_package(folder, with_graph(content, bytes(LARGEST_BYTES)))
    assert files_in(folder.parent) == before


def test_columns_that_are_refused_for_one_reason_tell_it_once() -> None:
    reasons = {"harmony_mean": "dsp does not compute it.", "tempo": "It differs."}
    reasons |= {"perceptr_mean": "dsp does not compute it."}
    told = "harmony_mean, perceptr_mean (dsp does not compute it); tempo (It differs)"
    with pytest.raises(NotExportable, match=re.escape(f"a track: {told}. Fit it again")):
        statistics_of(list(reasons), reasons, "lda")
    many = {f"column_{number}": "It differs." for number in range(NAMED + 3)}
    with pytest.raises(NotExportable, match=rf"column_{NAMED - 1} \(It differs\) and 3 more\."):
        statistics_of(list(many), many, "lda")
