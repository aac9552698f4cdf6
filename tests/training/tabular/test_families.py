"""Every committed tabular config fits, answers, and becomes a graph that answers alike."""

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.training.tabular.some_rows import CONFIG, some_rows
from training.commands.fit import CONFIGS, is_tabular
from training.tabular.crossval import lesson_of
from training.tabular.families import SettingsUnknown, pipeline_of
from training.tabular.fitting import fit_model, log_probabilities
from training.tabular.graph import graph_of
from training.tabular.importance import importances_of

pytestmark = pytest.mark.training

ROWS = some_rows(tracks=54, pieces=2, columns=12)
EVERY = np.arange(len(ROWS.values))


def tabular_configs() -> list[Path]:
    """The committed configs of this part."""
    paths = sorted(CONFIGS.glob("*.toml"))
    return [path for path in paths if is_tabular(tomllib.loads(path.read_text("utf-8")))]


def tiny(config: dict[str, Any]) -> dict[str, Any]:
    """The config with its large numbers made small enough for twelve columns."""
    model = config["model"]
    for name, small in {"epochs": 3, "n_estimators": 5, "max_iter": 5}.items():
        if name in model and model["kind"] != "logistic":
            model[name] = small
    if "reduce" in model:
        reduced = {"n_estimators": 5, "hidden": 8, "code": 4, "epochs": 3}
        model["reduce"] |= {name: reduced[name] for name in model["reduce"] if name in reduced}
    if config.get("search", {}).get("kind") == "random":
        config["search"] |= {"tries": 2, "over": config["search"]["over"] | {"epochs": [2]}}
    return config


@pytest.mark.parametrize("path", tabular_configs(), ids=lambda path: str(path.stem))
def test_a_config_is_fitted_and_its_graph_answers_as_the_model(path: Path) -> None:
    config = tiny(tomllib.loads(path.read_text("utf-8")))
    assert config["name"] == path.stem
    model = fit_model(config, lesson_of(ROWS, EVERY, 0))
    logs = log_probabilities(model, ROWS.values, 3)
    np.testing.assert_allclose(np.exp(logs).sum(axis=1), 1, atol=1e-5)
    graph = graph_of(model, ROWS.values, 3)
    assert graph.reason == ""
    assert graph.difference <= 1e-5


def test_all_families_of_the_plan_have_a_config() -> None:
    names = {path.stem for path in tabular_configs()}
    assert {f"svc_{kernel}" for kernel in ("linear", "polynomial", "rbf", "sigmoid")} <= names
    assert {"logistic", "lda", "qda", "neighbours", "random_forest", "gradient_boosting"} <= names
    assert {"mlp_tanh", "mlp_256", "mlp_512_adam", "mlp_512_sgd", "mlp_1024_rmsprop"} <= names
    assert {"forest_choice", "autoencoder", "svc_grid", "mlp_search"} <= names


def test_every_pipeline_begins_with_the_scaler() -> None:
    for path in tabular_configs():
        config = tomllib.loads(path.read_text("utf-8"))
        first = pipeline_of(config["model"], 0).steps[0][1]
        assert type(first).__name__ == "StandardScaler"


def test_the_most_important_column_is_the_one_that_tells_the_genres() -> None:
    values = np.random.default_rng(0).normal(size=ROWS.values.shape).astype(np.float32)
    values[:, 7] = ROWS.truth
    lesson = lesson_of(ROWS, EVERY, 0)
    for model in ({"kind": "forest", "n_estimators": 20}, {"kind": "logistic"}):
        fitted = pipeline_of(model, 0).fit(values, lesson.truth)
        importances = importances_of(fitted, ROWS.names)
        assert importances is not None
        assert importances[0][0] == "column_7"


@pytest.mark.parametrize(
    "model", [{"kind": "oracle"}, {}, {"kind": "svc", "colour": "red"}, {"kind": "mlp", "deep": 1}]
)
def test_an_unknown_kind_or_setting_is_named(model: dict[str, Any]) -> None:
    with pytest.raises(SettingsUnknown, match="kind"):
        fit_model(CONFIG | {"model": model}, lesson_of(ROWS, EVERY, 0))


def test_a_forest_chooses_a_share_of_the_columns() -> None:
    model = {"kind": "lda", "reduce": {"kind": "forest", "share": 0.25, "n_estimators": 5}}
    fitted = pipeline_of(model, 0).fit(ROWS.values, ROWS.truth)
    assert fitted.named_steps["reduce"].get_support().sum() == 3
