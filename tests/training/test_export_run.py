"""Runs on a tiny archive become packages that answer as their models, or are refused."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.dsp.spec import STANDARD_MEL
from genre_desktop.inference.classifier import Classifier
from genre_desktop.inference.graph_check import check_graph
from genre_desktop.inference.manifest import Tensor
from genre_desktop.inference.model import open_model
from genre_desktop.inference.package import prove, read_package
from tests.support.packages import tone_for
from tests.training.networks.settings import SHARED, tiny_config
from tests.training.networks.tiny import SILENT
from tests.training.networks.tiny_fma import GENRES, write_tiny_fma
from training.__main__ import main
from training.datasets.files import write_index
from training.datasets.kinds import read_source
from training.datasets.splits import with_fixed_sides
from training.datasets.wishes import Wishes
from training.networks.fit import fit_run as fit_network
from training.networks.sources import Place, material_of
from training.refusal import Refused
from training.shipping.export import ExportDiffers, answers_of
from training.shipping.export_network import network_parts
from training.shipping.export_run import Making, export_run, in_eight_bits
from training.shipping.export_stack import best_weights, export_stack, export_stacking_run
from training.shipping.int8 import TooCoarse, quantised, refuse_coarse
from training.shipping.manifests import heard_by
from training.shipping.packages import PlaceTaken, sha256
from training.shipping.run_folder import NotExportable, read_run
from training.tabular.fit import fit_run as fit_tabular
from training.tabular.stack_run import fit_stack

pytestmark = pytest.mark.training

LOGISTIC = SHARED | {
    "name": "tiny_logistic",
    "family": "Logistic regression",
    "features": "package",
    "model": {"kind": "logistic", "C": 0.1},
}
NETWORK = tiny_config(
    name="tiny_cnn",
    family="CNN",
    training={"epochs": 4, "batch": 9, "learning_rate": 0.02, "weight_decay": 0.0},
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with data, cache and runs of both kinds; never written into by a test."""
    folder = tmp_path_factory.mktemp("place")
    write_tiny_fma(folder / "data", validation=18)
    for config in (LOGISTIC, LOGISTIC | {"name": "tiny_seven", "features": "seven"}):
        fit_tabular(config, folder / "data", folder / "cache", folder / "runs")
    fit_network(NETWORK, folder / "data", folder / "cache", folder / "runs", SILENT)
    return folder


@pytest.fixture
def making(place: Path) -> Making:
    return Making(place / "data", place / "cache", SILENT)


@pytest.fixture
def a_copy(place: Path, tmp_path: Path) -> Callable[[str], Path]:
    def copy(name: str) -> Path:
        return Path(shutil.copytree(place / "runs" / name, tmp_path / "runs" / name))

    return copy


@pytest.mark.parametrize(
    ("run", "kind"),
    [("tiny_logistic", "statistics"), ("tiny_cnn", "mel")],
    ids=["table", "network"],
)
def test_a_run_becomes_a_package_that_proves_itself(
    run: str, kind: str, place: Path, making: Making, tmp_path: Path
) -> None:
    folder = export_run(
        read_run(place / "runs" / run), tmp_path / "models" / "tiny", making, int8=False
    )

    package = read_package(folder)
    prove(package)
    manifest = package.manifest
    assert (manifest.kind, manifest.labels, manifest.name) == (kind, GENRES, "tiny")
    record = read_run(place / "runs" / run).record
    assert manifest.title == f"tiny: {record.family}, {record.data}"
    figures, _, settings = package.card.partition("## Settings")
    assert f"{100 * manifest.metrics[0].value:.1f} [" in figures
    assert f"Run “{record.name}” of {record.date}" in settings
    assert manifest.metrics[0].n == record.metrics["tracks"]
    listening = open_model(folder).listen(with_tempo=False)
    listening.push(tone_for(3, 10, 47.0))
    verdict = listening.verdict()
    assert verdict.probabilities.sum() == pytest.approx(1, abs=1e-5)
    assert verdict.timeline is not None


def test_the_timeline_of_a_network_has_the_pieces_that_it_hears(
    place: Path, making: Making, tmp_path: Path
) -> None:
    config = NETWORK | {"name": "tiny_1s", "hearing": "1 s"}
    fit_network(config, place / "data", place / "cache", tmp_path / "runs", SILENT)
    folder = export_run(
        read_run(tmp_path / "runs" / "tiny_1s"), tmp_path / "models" / "tiny", making, int8=False
    )

    graph = read_package(folder).manifest.graph
    assert graph is not None
    assert graph.piece_frames == 44
    listening = open_model(folder).listen(with_tempo=False)
    listening.push(tone_for(3, 10, 40.0))
    timeline = listening.verdict().timeline
    assert timeline is not None
    assert len(timeline.probabilities) == pytest.approx(40, abs=2)


def test_a_package_takes_the_place_of_a_package_only(
    place: Path, making: Making, tmp_path: Path
) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    run = read_run(place / "runs" / "tiny_logistic")
    for _ in range(2):  # an empty folder, then the package itself
        export_run(run, letters, making, int8=False)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("Dear", "utf-8")
    with pytest.raises(PlaceTaken, match="mine holds other things than a package"):
        export_run(run, mine, making, int8=False)
    assert (mine / "letter.txt").read_text("utf-8") == "Dear"


def test_a_package_names_the_published_weights_that_its_network_began_with(
    data_set: Callable[[str], Path], tmp_path: Path
) -> None:
    data = write_tiny_fma(tmp_path / "data", validation=18)
    (data / "weights").symlink_to(data_set("weights/mn04_input_map.npz").parent)
    changes = {
        "model": {"architecture": "pretrained", "dropout": 0.0},
        "input": {"map": "none"},
        "training": {"epochs": 1, "batch": 9, "learning_rate": 1e-3, "weight_decay": 0.0},
    }
    fit_network(NETWORK | changes, data, tmp_path / "cache", tmp_path / "runs", SILENT)
    run = read_run(tmp_path / "runs" / "tiny_cnn")
    making = Making(data, tmp_path / "cache", SILENT)
    package = read_package(export_run(run, tmp_path / "models" / "tiny", making, int8=False))

    assert package.manifest.starting_weights is not None
    assert package.manifest.starting_weights.licence == "MIT"
    assert (
        f"It began with the weights of {package.manifest.starting_weights.origin}" in package.card
    )


def test_columns_that_the_program_does_not_compute_are_named(
    place: Path, making: Making, tmp_path: Path
) -> None:
    run = read_run(place / "runs" / "tiny_seven")
    with pytest.raises(NotExportable, match=r"287 of its 287 columns .*mfcc_00_.* and 275 more"):
        export_run(run, tmp_path / "models" / "tiny", making, int8=False)
    assert not (tmp_path / "models").exists()


def test_a_graph_that_answers_otherwise_is_not_exported(
    a_copy: Callable[[str], Path], making: Making, tmp_path: Path
) -> None:
    folder = a_copy("tiny_logistic")
    with np.load(folder / "checks.npz") as kept:
        arrays = {name: kept[name] for name in kept.files}
    arrays["log_probabilities"] = arrays["log_probabilities"][:, ::-1]
    with (folder / "checks.npz").open("wb") as stream:
        np.savez(stream, allow_pickle=False, **arrays)

    with pytest.raises(ExportDiffers, match="nothing was exported"):
        export_run(read_run(folder), tmp_path / "models" / "tiny", making, int8=False)


def test_numbers_of_another_network_are_not_exported(
    a_copy: Callable[[str], Path], making: Making, tmp_path: Path
) -> None:
    folder = a_copy("tiny_cnn")
    with np.load(folder / "state.npz") as kept:
        arrays = {name: kept[name] for name in kept.files if "heads" not in name}
    with (folder / "state.npz").open("wb") as stream:
        np.savez(stream, allow_pickle=False, **arrays)

    with pytest.raises(NotExportable, match="do not fit the run's settings"):
        export_run(read_run(folder), tmp_path / "models" / "tiny", making, int8=False)


def test_damaged_numbers_are_not_exported(a_copy: Callable[[str], Path]) -> None:
    folder = a_copy("tiny_cnn")
    (folder / "state.npz").write_bytes((folder / "state.npz").read_bytes()[:200])

    with pytest.raises(NotExportable, match=r"state\.npz cannot be read .* fit the run again"):
        read_run(folder).arrays("state.npz")


@pytest.mark.parametrize("file", ["predictions.npz", "model.onnx", "checks.npz", "model.json"])
def test_a_run_with_a_file_that_was_cut_off_is_refused_by_its_name(
    file: str,
    a_copy: Callable[[str], Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = a_copy("tiny_logistic")
    whole = (folder / file).read_bytes()
    for length in (len(whole) // 2, len(whole) - 30, 0):
        (folder / file).write_bytes(whole[:length])
        assert main(["export", str(folder), "--out", str(tmp_path / "models" / "tiny")]) == 1
        told = capsys.readouterr().err
        assert str(folder / file) in told
        assert "fit the run again" in told


def test_a_stacking_names_the_member_whose_answers_were_cut_off(
    a_copy: Callable[[str], Path],
) -> None:
    answers = a_copy("tiny_logistic") / "predictions.npz"
    answers.write_bytes(answers.read_bytes()[:500])
    config = SHARED | {"name": "one", "family": "Stacking"}
    stacking = {"how": "weights", "members": ["tiny_logistic"]}
    with pytest.raises(Refused, match=r"predictions\.npz .*; fit the run tiny_logistic again"):
        fit_stack(config | {"stacking": stacking}, answers.parents[1])


def test_a_network_that_hears_no_log_mel_is_refused(
    a_copy: Callable[[str], Path], making: Making, tmp_path: Path
) -> None:
    folder = a_copy("tiny_cnn")
    said = json.loads((folder / "model.json").read_text("utf-8")) | {"feature": "samples"}
    (folder / "model.json").write_text(json.dumps(said), "utf-8")

    with pytest.raises(NotExportable, match="hears samples"):
        export_run(read_run(folder), tmp_path / "models" / "tiny", making, int8=False)


def test_a_network_in_eight_bits_runs_in_a_package_and_says_what_it_costs(place: Path) -> None:
    run = read_run(place / "runs" / "tiny_cnn")
    network = network_parts(run, place / "data", place / "cache", SILENT)
    from_other_tracks = quantised(network.graph, network.calibrating)
    named = answers_of(from_other_tracks, network.windows)["logits"]

    small, golden, remark = in_eight_bits(replace(network, truth=named.argmax(axis=1)))

    judged = {window.tobytes() for window in network.windows}
    assert judged.isdisjoint(window.tobytes() for window in network.calibrating)
    assert small == from_other_tracks
    assert "ranges from 18 windows of the side that it was fitted on" in remark
    assert "of 18 held-out windows 100.0% are right" in remark
    assert b"QuantizeLinear" in small
    outputs = (
        Tensor("logits", ("chunks", 3)),
        Tensor("embedding", ("chunks", network.width)),
        Tensor("piece_logits", ("chunks", "pieces", 3)),
    )
    eaten = Tensor("log_mel", ("chunks", 128, "frames"))
    graph = heard_by(STANDARD_MEL, eaten, outputs, sha256(small))
    check_graph(small, graph, learning_operators=False)
    given = Classifier(small, graph).run(golden[0].features)
    np.testing.assert_allclose(given["logits"], golden[0].outputs["logits"], atol=1e-4)


def test_a_package_in_eight_bits_tells_whose_figures_it_has(
    place: Path, making: Making, tmp_path: Path
) -> None:
    run = read_run(place / "runs" / "tiny_cnn")
    package = read_package(export_run(run, tmp_path / "models" / "tiny", making, int8=True))
    names = [metric.name for metric in package.manifest.metrics]
    assert names == ["accuracy, track, before 8 bits", "accuracy, 3 s, before 8 bits"]
    assert "are right, " in package.card.split("All figures below are of the network before")[0]


def test_eight_bits_take_their_ranges_from_the_training_side_alone(
    place: Path, making: Making, tmp_path: Path
) -> None:
    """Of 50/20/30 the validation side is neither learnt from nor judged."""
    whole = read_source("archive", place / "data" / "fma_small" / "mfcc.npz", Wishes())
    index = with_fixed_sides(whole)
    write_index(index, tmp_path / "mine.csv")
    config = NETWORK | {"name": "mine", "data": str(tmp_path / "mine.csv")}
    fit_network(config, None, place / "cache", tmp_path / "runs", SILENT)
    run = read_run(tmp_path / "runs" / "mine")

    network = network_parts(run, None, place / "cache", SILENT)

    heard = material_of(index, "log_mel", "3 s", Place(None, place / "cache", SILENT))
    sides = index.splits[heard.rows]
    for windows, side in ((network.calibrating, "train"), (network.windows, "test")):
        own = [heard.piece(int(n)).astype(np.float32) for n in np.flatnonzero(sides == side)]
        assert {one.tobytes() for one in windows} == {one.tobytes() for one in own}

    write_index(with_fixed_sides(whole, seed=1), tmp_path / "mine.csv")
    with pytest.raises(NotExportable, match=r"divided otherwise than when the run mine was fitted"):
        export_run(run, tmp_path / "models" / "mine", making, int8=True)


def test_a_table_has_no_eight_bits(place: Path, making: Making, tmp_path: Path) -> None:
    run = read_run(place / "runs" / "tiny_logistic")
    with pytest.raises(NotExportable, match="leave --int8 out"):
        export_run(run, tmp_path / "models" / "tiny", making, int8=True)


def test_several_runs_become_an_ensemble_of_their_packages(
    place: Path, making: Making, tmp_path: Path
) -> None:
    runs = [read_run(place / "runs" / name) for name in ("tiny_cnn", "tiny_logistic")]
    folder = export_stack(runs, tmp_path / "models" / "both", making)

    manifest = read_package(folder).manifest
    assert [member.name for member in manifest.members] == ["both-tiny-cnn", "both-tiny-logistic"]
    assert sum(member.weight for member in manifest.members) == pytest.approx(1, abs=0.01)
    listening = open_model(folder, prove=True).listen(with_tempo=False)
    listening.push(tone_for(3, 10, 12.0))
    assert listening.verdict().labels == GENRES


def test_a_learned_stacking_becomes_an_ensemble(
    a_copy: Callable[[str], Path], making: Making, tmp_path: Path
) -> None:
    runs = [a_copy(name).parent for name in ("tiny_cnn", "tiny_logistic")]
    stacking = {"members": ["tiny_cnn", "tiny_logistic"], "how": "weights"}
    config = SHARED | {"name": "stack", "family": "Stacking", "stacking": stacking}
    fit_stack(config | {"hearing": "whole"}, runs[0])
    members = [read_run(runs[0] / name) for name in stacking["members"]]
    alone = export_stack(members, tmp_path / "alone" / "both", making)

    folder = export_stacking_run(read_run(runs[0] / "stack"), tmp_path / "models" / "both", making)

    package = read_package(folder)
    assert package.manifest.title.startswith("both: Stacking")
    assert len(package.members) == 2
    figures = [read_package(place).manifest.metrics for place in (folder, alone)]
    assert figures[0] == figures[1], "of what the package computes, not of what was stacked"
    assert package.manifest.temperature == read_package(alone).manifest.temperature


def test_a_stacking_that_no_ensemble_can_say_is_refused(
    a_copy: Callable[[str], Path], making: Making, tmp_path: Path
) -> None:
    folder = a_copy("tiny_cnn")
    said = {"members": ["tiny_cnn"], "how": "windows", "labels": GENRES}
    (folder / "model.json").write_text(json.dumps(said), "utf-8")
    with pytest.raises(NotExportable, match="stack with how = “weights”"):
        export_stacking_run(read_run(folder), tmp_path / "models" / "both", making)


def test_a_useless_model_is_given_little_weight() -> None:
    random = np.random.default_rng(0)
    truth = random.integers(0, 3, 200)
    good = np.log(0.1 + 0.7 * np.eye(3)[truth])
    noise = np.log(random.dirichlet(np.ones(3), 200))
    weights = best_weights(np.stack([good, noise]), truth)
    assert weights[0] > 0.9


def test_the_command_line_says_what_is_wrong_in_a_sentence(
    place: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run = str(place / "runs" / "tiny_logistic")
    assert main(["export", run, "--out", str(tmp_path / "Two Words")]) == 1
    assert "use 1 to 64 small letters" in capsys.readouterr().err
    assert main(["export", str(tmp_path), "--out", str(tmp_path / "name")]) == 1
    assert f"There is no run {tmp_path}; fit it first" in capsys.readouterr().err
    nowhere, named = str(tmp_path / "nowhere"), str(tmp_path / "models" / "named")
    assert main(["export", run, "--out", named, "--data", nowhere]) == 1
    assert f"The data folder {nowhere} does not exist" in capsys.readouterr().err
    monkeypatch.setenv("GENRE_DESKTOP_DATA", nowhere)  # it needs none
    assert main(["export", run, "--out", named]) == 0
    told = capsys.readouterr().out
    assert "GENRE_DESKTOP_DATA is not heeded" in told
    assert "On 36 rows of its data graph and fitted model differ" in told
    assert (tmp_path / "models" / "named" / "manifest.json").is_file()


def test_eight_bits_that_cost_too_much_are_refused(place: Path) -> None:
    network = network_parts(
        read_run(place / "runs" / "tiny_cnn"), place / "data", place / "cache", SILENT
    )
    named = answers_of(network.graph, network.windows)["logits"].argmax(axis=1)
    assert refuse_coarse(network.graph, network.graph, network.windows, named) == (1.0, 1.0)
    silent = quantised(network.graph, np.full((1, 128, 130), -80.0, np.float32))
    with pytest.raises(TooCoarse, match="export without --int8"):
        refuse_coarse(network.graph, silent, network.windows, named)
