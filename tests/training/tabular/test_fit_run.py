"""`fit` from the command line on tiny data sets in their true form: records, answers, graphs."""

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest

from tests.training.datasets.small import fma_features, fma_metadata
from tests.training.networks.tiny_fma import write_tiny_fma
from tests.training.tabular.some_rows import fit, songs_index
from training.__main__ import main
from training.commands.fit import CONFIGS
from training.elsewhere import told_elsewhere
from training.evaluation.predictions import load_predictions
from training.evaluation.record import read_record
from training.tabular.boosting_graph import unscaled_thresholds
from training.tabular.graph import answers_of_graph

pytestmark = pytest.mark.training


def test_a_run_on_an_index_keeps_record_answers_and_graph(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    index = songs_index(tmp_path)
    assert fit("logistic", tmp_path / "runs", "--on", str(index)) == 0
    assert re.search(r"^a piece of 3 s alone: [\d.]+% right", capsys.readouterr().out, re.MULTILINE)
    folder = tmp_path / "runs" / "logistic-songs"
    record = read_record(folder)
    assert record.protocol == "other: folds grouped by song, artists are unknown"
    assert record.labels == ("blues", "jazz", "rock")
    assert record.metrics["levels"]["track"]["accuracy"][0] > 0.8
    assert record.learning_curve is not None
    assert record.importances is not None
    assert record.size_bytes == (folder / "model.onnx").stat().st_size
    predictions = load_predictions(folder / "predictions.npz")
    assert len(predictions.tracks) == 3 * 48
    assert set(predictions.artists) == {""}
    with np.load(folder / "checks.npz") as checks:
        graph = (folder / "model.onnx").read_bytes()
        given = answers_of_graph(graph, checks["inputs"])
        np.testing.assert_allclose(given, checks["log_probabilities"], atol=1e-4)


def test_the_same_command_gives_the_same_figures(tmp_path: Path) -> None:
    index = songs_index(tmp_path)
    for runs in ("first", "second"):
        assert fit("random_forest", tmp_path / runs, "--on", str(index), "--name", "forest") == 0
    first, second = (read_record(tmp_path / runs / "forest") for runs in ("first", "second"))
    assert first.metrics == second.metrics
    assert first.data_sha256 == second.data_sha256


def test_an_archive_is_judged_by_its_published_split(tmp_path: Path) -> None:
    data = write_tiny_fma(tmp_path / "data")
    arguments = ("--on", "fma", "--data", str(data), "--features", "package")
    assert fit("lda", tmp_path / "runs", *arguments) == 0
    folder = tmp_path / "runs" / "lda-fma"
    record = read_record(folder)
    assert (record.protocol, record.fold_seeds, record.hearing) == ("B", (0,), "3 s")
    assert record.metrics["tracks"] == 9
    model = json.loads((folder / "model.json").read_text("utf-8"))
    assert len(model["columns"]) == 78
    with np.load(folder / "checks.npz") as checks:
        assert checks["golden_inputs"].shape == (3, 78)


def test_fmas_table_of_518_columns_is_fitted_by_its_form(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    tops = ("Rock", "Hip-Hop")
    fma_metadata(
        tmp_path,
        [{"id": n, "artist": n // 2, "top": tops[n // 2 % 2]} for n in range(2, 42)],
    )
    values = {n: random.normal(n // 2 % 2 * 2, 1, 518) for n in range(2, 42)}
    source = fma_features(tmp_path / "features.csv", values)
    index = tmp_path / "fma.csv"
    made = ["index", str(source), "--kind", "table", "--out", str(index), "--seeds", "0"]
    assert main(made) == 0
    assert fit("lda", tmp_path / "runs", "--on", str(index)) == 0
    record = read_record(tmp_path / "runs" / "lda-fma")
    assert "518 columns" in record.data
    assert record.metrics["levels"]["track"]["accuracy"][0] > 0.9


def test_candidates_and_notes_of_the_configs_own_set_are_none_of_other_data(
    tmp_path: Path,
) -> None:
    index, runs = songs_index(tmp_path), tmp_path / "runs"
    config = tmp_path / "mine.toml"
    text = (CONFIGS / "lda.toml").read_text("utf-8")
    text = text.replace("candidates_tried = 1", 'candidates_tried = 7\nnotes = ["Sized for 639."]')
    config.write_text(text, "utf-8")
    assert fit(str(config), runs, "--on", str(index), "--name", "mine") == 0
    record = read_record(runs / "mine")
    assert record.candidates_tried == record.config["candidates_tried"] == 0
    told = " ".join(record.notes)
    assert "from a config for gtzan; candidates that were tried there, 7, are not counted" in told
    assert "The config says of gtzan: Sized for 639." in record.notes
    assert "Sized for 639." not in record.notes


def test_what_was_looked_at_on_an_own_index_before_a_run_is_counted(tmp_path: Path) -> None:
    index, runs = songs_index(tmp_path), tmp_path / "runs"

    def tried(config: str, name: str) -> int:
        assert fit(config, runs, "--on", str(index), "--name", name) == 0
        return read_record(runs / name).candidates_tried

    assert [tried("lda", "first"), tried("neighbours", "second")] == [0, 1]
    assert tried("lda", "first") == 0  # the same again
    assert tried("qda", "first") == 2  # another in its place
    shutil.rmtree(runs / "second")
    assert tried("lda", "third") == 3
    (runs / "third" / "record.json").write_text("{", "utf-8")
    assert tried("lda", "fourth") == 3


def test_candidates_of_a_set_are_those_of_its_tables() -> None:
    config = {"data": "gtzan", "candidates_tried": 7, "notes": ["A note."]}
    assert told_elsewhere(config, "gtzan57") == told_elsewhere(config, "gtzan") == {}
    assert told_elsewhere(config, "fma25")["candidates_tried"] == 0
    assert told_elsewhere(config | {"data": "mine.csv"}, "mine.csv") == {}


def stacking_of(folder: Path, *members: str) -> str:
    """A config that stacks runs."""
    config = folder / "both.toml"
    lines = (
        'name = "both"',
        'family = "Stacking"',
        'data = "gtzan"',
        'hearing = "whole"',
        'protocol = "A"',
        "fold_seeds = [0, 1, 2]",
        "training_seeds = [0, 1, 2]",
        "[stacking]",
        'how = "weights"',
        f"members = {json.dumps(members)}",
    )
    config.write_text("\n".join(lines), "utf-8")
    return str(config)


def test_stacking_two_runs_makes_a_run(tmp_path: Path) -> None:
    index, runs = songs_index(tmp_path), tmp_path / "runs"
    for family in ("lda", "neighbours"):
        assert fit(family, runs, "--on", str(index), "--name", family) == 0
    assert fit(stacking_of(tmp_path, "lda", "neighbours"), runs) == 0
    record = read_record(runs / "both")
    assert record.candidates_tried == 2  # on these songs: its members
    assert record.metrics["tracks"] == 24
    assert record.config["protocol"] == record.protocol


def test_a_stacking_on_other_data_stacks_what_was_fitted_on_these(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    index, runs = songs_index(tmp_path), tmp_path / "runs"
    config = stacking_of(tmp_path, "lda", "neighbours")
    assert fit("lda", runs, "--on", str(index)) == 0
    assert fit(config, runs, "--on", str(index)) == 1
    asked = re.search("fit it first with (.*), or", capsys.readouterr().err)
    assert asked
    assert fit("neighbours", runs, *asked[1].split()) == 0
    assert fit(config, runs, "--on", str(index)) == 0
    record = read_record(runs / "both-songs")
    assert record.data == read_record(runs / "lda-songs").data
    assert record.config["data"] == str(index)
    assert set(record.config["member_configs"]) == {"lda-songs", "neighbours-songs"}


def test_runs_on_another_index_of_the_same_name_are_not_stacked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    index, runs = songs_index(tmp_path), tmp_path / "runs"
    assert fit("lda", runs, "--on", str(index)) == 0
    other = shutil.copytree(tmp_path, tmp_path.with_name("other"), ignore=lambda *_: ["runs"])
    config = stacking_of(tmp_path, "lda")
    assert fit(config, runs, "--on", str(other / "songs.csv")) == 1
    assert f"lda-songs was fitted on {index}, not on {other}" in capsys.readouterr().err


@pytest.mark.parametrize(
    "option", [("--hearing", "30 s"), ("--features", "package"), ("--scheduler", "tcp://a:1")]
)
def test_a_stacking_refuses_what_its_members_decide(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: tuple[str, str]
) -> None:
    assert fit("stacking_windows", tmp_path / "runs", *option) == 1
    assert f"fit its members (svc_rbf) with {option[0]}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nothing",), "There is no config"),
        (("lda",), "name an index of your own with --on INDEX.csv"),
        (("lda", "--on", "nowhere.csv"), "There is no data set or index"),
        (("lda", "--on", "INDEX", "--name", "../up"), "A run cannot be called “../up”"),
        (("lda", "--on", "INDEX", "--name", "a\nb"), r"A run cannot be called “a\nb”"),
        (("lda", "--on", "INDEX", "--name", "mine.json"), "no .json last"),
        (("length_study", "--on", "INDEX", "--name", ".."), "A run cannot be called “..-"),
        (("lda", "--on", "gtzan57", "--data", "/nowhere"), "does not exist"),
        (("lda", "--data", "/nowhere"), "Or name an index of your own with --on INDEX.csv."),
        (("lda", "--scheduler", "nowhere", "--on", "INDEX"), "is no address such as"),
        (("cnn_3s", "--scheduler", "tcp://127.0.0.1:9", "--on", "INDEX"), "Only tabular"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_a_person_gets_wrong_is_said_in_a_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    monkeypatch.delenv("GENRE_DESKTOP_DATA", raising=False)
    index = songs_index(tmp_path) if "INDEX" in arguments else tmp_path
    given = [str(index) if word == "INDEX" else word for word in arguments]
    assert fit(given[0], tmp_path / "runs", *given[1:]) == 1
    assert sentence in capsys.readouterr().err


def test_a_data_folder_that_is_gone_stops_no_fit_that_needs_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GENRE_DESKTOP_DATA", str(tmp_path / "nowhere"))
    on = ("--on", str(songs_index(tmp_path)), "--scheduler", "nowhere")
    assert fit("lda", tmp_path / "runs", *on) == 1
    assert "is no address such as" in capsys.readouterr().err
    assert fit("lda", tmp_path / "runs", "--data", str(tmp_path / "nowhere"), *on) == 1
    assert "does not exist" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["candidates_tried", "model", "training", "features"])
def test_a_config_that_lacks_what_its_record_or_fit_needs_is_refused_before_a_fit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    whole = (CONFIGS / ("cnn_3s.toml" if key == "training" else "logistic.toml")).read_text("utf-8")
    (tmp_path / "thin.toml").write_text(
        re.sub(rf"(?m)^{key} = .*$|^\[{key}[.\]](.*\n)+?$", "", whole + "\n"), "utf-8"
    )
    write_tiny_fma(tmp_path)
    asked = ("--on", "fma", "--data", str(tmp_path))
    assert fit(str(tmp_path / "thin.toml"), tmp_path / "runs", *asked) == 1
    said = capsys.readouterr()
    assert (f"lacks {key}; see" if key != "features" else "asks for statistics None") in said.err
    assert " fits on " not in said.out


def study(folder: Path, *variants: str) -> Path:
    """A study of logistic regression with these variants, each a few lines of TOML."""
    base = (CONFIGS / "logistic.toml").read_text("utf-8").replace("learning_curve = true", "")
    tables = "".join(f"[[variants]]\n{lines}\n" for lines in variants)
    (folder / "study.toml").write_text(f"{base}\n{tables}", "utf-8")
    return folder / "study.toml"


@pytest.mark.parametrize(
    ("name", "expected"),
    [((), {"weak-songs", "strong-songs"}), (("--name", "mine"), {"mine-weak", "mine-strong"})],
)
def test_a_studys_runs_on_other_data_have_names_of_their_own(
    tmp_path: Path, name: tuple[str, ...], expected: set[str]
) -> None:
    asked = study(tmp_path, 'name = "weak"\nmodel = { C = 1e-5 }', 'name = "strong"')
    index, runs = songs_index(tmp_path), tmp_path / "runs"
    assert fit(str(asked), runs, "--on", str(index), "--hearing", "5 s", *name) == 0
    records = {path.parent.name: read_record(path.parent) for path in runs.glob("*/record.json")}
    assert set(records) == expected
    told = {(one.name, one.hearing, one.config["data"]) for one in records.values()}
    assert told == {(one, "5 s", str(index)) for one in expected}
    assert {one.config["model"]["C"] for one in records.values()} == {1e-5, 0.01}


@pytest.mark.parametrize(
    ("own", "option"),
    [('data = "fma"', ("--on", "a.csv")), ('hearing = "1 s"', ("--hearing", "5 s"))],
)
def test_what_a_study_compares_is_not_changed_by_an_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], own: str, option: tuple[str, str]
) -> None:
    asked = study(tmp_path, 'name = "one"', f'name = "two"\n{own}')
    assert fit(str(asked), tmp_path / "runs", *option) == 1
    assert f"(two); leave {option[0]} out" in capsys.readouterr().err


def test_thresholds_before_the_scaler_divide_as_those_behind_it() -> None:
    from sklearn.preprocessing import StandardScaler

    random = np.random.default_rng(0)
    values = (random.normal(300, 0.5, (400, 2)) * [1, -1e-3]).astype(np.float32)
    scaler = StandardScaler().fit(values)
    scaled = scaler.transform(values)
    columns = np.arange(200) % 2
    behind = scaled[np.arange(200), columns].astype(np.float64)
    before = unscaled_thresholds(scaler, columns, behind)
    for column, low, high in zip(columns, before, behind, strict=True):
        np.testing.assert_array_equal(values[:, column] <= low, scaled[:, column] <= high)
