"""Fits one config of training/configs under its protocol and keeps what came of it."""

import argparse
import os
import tomllib
from pathlib import Path
from typing import Any

from training.commands.options import (
    VARIABLE,
    add_cache,
    add_data,
    add_threads,
    add_workers,
    data_if_there,
    say,
)
from training.elsewhere import told_elsewhere
from training.evaluation.record import RunRecord, refuse_run_name
from training.networks.variants import variants_of
from training.refusal import Refused
from training.tabular.members import stacked_on

NAME = "fit"
WORDS = "cross-validate one model family and keep its record, answers and model"

CONFIGS = Path(__file__).parents[1] / "configs"
NEEDED = ("name", "family", "data", "hearing", "protocol", "fold_seeds", "training_seeds")
NEEDED_TO_FIT = ("model", "candidates_tried")
LEVELS = {  # of a record, in words
    "segment": "a piece of {} alone",
    "track": "a track, by the mean of its pieces",
    "vote": "a track, by their vote",
}


class ConfigUnreadable(Refused):
    """A config is missing, is no TOML or lacks a key; the text says which."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The config, where data, cache and runs lie, and what is to be otherwise than it says."""
    parser.add_argument("config", metavar="CONFIG", help="file, or name of one in training/configs")
    add_data(parser)
    add_cache(parser)
    add_threads(parser)
    add_workers(parser, "listen to recordings")
    parser.add_argument("--runs", type=Path, default=Path("runs"), help="folder of runs (runs)")
    parser.add_argument("--on", metavar="DATA", help="another data set, or an index that you made")
    parser.add_argument("--hearing", help="what is heard at once: “3 s”, “30 s”, “whole”")
    parser.add_argument("--features", help="of pieces: “seven” statistics, or those of a “package”")
    parser.add_argument("--name", help="of the run (the config's, with the data's after it)")
    parser.add_argument("--scheduler", metavar="tcp://…", help="Dask cluster for tabular fits")


def run(given: argparse.Namespace) -> None:
    """Fit the config, or each variant of a study, by the family it names."""
    configs = changed(read_config(given.config), given)
    import torch

    from training.evaluation.tried import finished, with_candidates

    torch.set_num_threads(given.threads)
    needed = any(not (is_index(one["data"]) or "stacking" in one) for one in configs)
    data = _data_of(given, needed=needed)
    given.runs.mkdir(parents=True, exist_ok=True)  # what cannot be kept is not fitted for hours
    for config in configs:
        earlier = finished(given.runs)
        record = with_candidates(_fitted(config, data, given), earlier)
        record.write(given.runs / record.name)
        levels = record.metrics["levels"]
        for level, measures in levels.items():
            value, low, high = measures["accuracy"]
            judged = LEVELS[level].format(record.hearing) if len(levels) > 1 else "a track"
            say(f"{judged}: {value:.1%} right (95 % interval {low:.1%} to {high:.1%})")
        say(f"Wrote {given.runs / config['name']}.")


def _data_of(given: argparse.Namespace, *, needed: bool) -> Path | None:
    """Where the data sets lie; None where none is needed and none is there.

    Raises:
        Refused: There is no such folder, and it was named or is needed.
    """
    from training.data import DataMissing, data_folder

    if not needed:
        return data_if_there(given.data)
    if not (given.data or os.environ.get(VARIABLE)):
        raise Refused(
            f"Say where the data sets lie with --data DIR or {VARIABLE}, or name an index of"
            " your own with --on INDEX.csv."
        )
    try:
        return data_folder(given.data)
    except DataMissing as missing:
        words = f"{missing} Or name an index of your own with --on INDEX.csv."
        raise Refused(words) from missing


def _fitted(config: dict[str, Any], data: Path | None, given: argparse.Namespace) -> RunRecord:
    """Fit one run."""
    if "stacking" in config:
        from training.tabular.stack_run import fit_stack

        return fit_stack(config, given.runs, say)
    if is_tabular(config):
        from training.tabular.fit import fit_run

        return fit_run(
            config,
            data,
            given.cache,
            given.runs,
            scheduler=given.scheduler,
            workers=given.workers,
            say=say,
        )
    if given.scheduler:
        raise Refused("Only tabular families run on a Dask cluster; leave --scheduler out.")
    from training.networks.fit import fit_run as fit_network

    return fit_network(config, data, given.cache, given.runs, say, workers=given.workers)


def read_config(name: str) -> dict[str, Any]:
    """A config by its file's path, or by its name in training/configs.

    Raises:
        ConfigUnreadable: It is not there, is no TOML or lacks a key, or a variant of it does.
        Refused: Its variants do not have names of their own.
    """
    path = Path(name) if Path(name).suffix == ".toml" else CONFIGS / f"{name}.toml"
    if not path.is_file():
        there = ", ".join(sorted(found.stem for found in CONFIGS.glob("*.toml")))
        raise ConfigUnreadable(f"There is no config {path}; training/configs holds {there}.")
    try:
        config = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigUnreadable(f"{path} cannot be read as TOML: {error}.") from error
    missing = dict.fromkeys(key for one in variants_of(config) for key in _lacking(one))
    if missing:
        raise ConfigUnreadable(f"{path} lacks {', '.join(missing)}; see the other configs.")
    return config


def _lacking(config: dict[str, Any]) -> list[str]:
    fitted = () if "stacking" in config else NEEDED_TO_FIT
    looped = ("training",) if "architecture" in config.get("model", {}) else ()
    return [key for key in (*NEEDED, *fitted, *looped) if key not in config]


def changed(config: dict[str, Any], given: argparse.Namespace) -> list[dict[str, Any]]:
    """The config, or each variant of a study, with what the command line says otherwise.

    Other data change a run's name, and what is told of its settings; a study's runs keep their
    variants' names in their own.

    Raises:
        Refused: A variant names itself what would be otherwise, or no run can be called so.
    """
    wishes = {"data": given.on, "hearing": given.hearing, "features": given.features}
    wished = {key: value for key, value in wishes.items() if value}
    for key in wished:
        _refuse_what_is_compared(config, key)
    configs = [
        one | wished | (told_elsewhere(one, given.on) if given.on else {})
        for one in variants_of(config)
    ]
    for one in configs:
        if "stacking" in one:
            _refuse_what_members_decide(one, given)
        if "stacking" in one and given.on:
            one["stacking"] = stacked_on(given.on, one["stacking"])
        if given.name is not None:
            one["name"] = f"{given.name}-{one['name']}" if "variants" in config else given.name
        elif given.on:
            one["name"] += f"-{Path(given.on).stem}"
        refuse_run_name(str(one["name"]))
    return configs


def _refuse_what_is_compared(config: dict[str, Any], key: str) -> None:
    own = [str(one["name"]) for one in config.get("variants", ()) if key in one]
    if own:
        option = "on" if key == "data" else key
        raise Refused(
            f"The study {config['name']} compares runs by their {key} ({', '.join(own)}); leave "
            f"--{option} out, or change it in a copy of the config."
        )


def _refuse_what_members_decide(config: dict[str, Any], given: argparse.Namespace) -> None:
    """A stacking hears nothing itself."""
    for option in ("hearing", "features", "scheduler"):
        if getattr(given, option):
            raise Refused(
                f"{config['name']} stacks the answers of runs, which --{option} does not change; "
                f"fit its members ({', '.join(config['stacking']['members'])}) with --{option}, "
                "each with a --name, and name them in a copy of the config."
            )


def is_index(data: str) -> bool:
    """Whether a config's data are an index that lies anywhere, not a set of the data folder."""
    return data.endswith(".csv")


def is_tabular(config: dict[str, Any]) -> bool:
    """Whether the config's model is fitted on rows of features: its kind is one of those."""
    from training.tabular.families import KINDS

    return "kind" in config.get("model", {}) and config["model"]["kind"] in KINDS
