"""A newcomer's five commands: from a folder per genre, without any data set, to a package."""

import re
from pathlib import Path

import pytest

from genre_desktop.inference.package import prove, read_package
from tests.training.datasets.small import clip
from training.__main__ import main
from training.commands.fit import CONFIGS

pytestmark = pytest.mark.training


def hasty_cnn(folder: Path) -> Path:
    """The config of the guide, with one short epoch."""
    text = (CONFIGS / "cnn_3s.toml").read_text("utf-8")
    for key in ("epochs", "crops"):
        text = re.sub(rf"(?m)^{key} = \d+$", f"{key} = 1", text)
    config = folder / "hasty.toml"
    config.write_text(text, "utf-8")
    return config


def test_a_folder_per_genre_becomes_a_package_of_a_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GENRE_DESKTOP_DATA", raising=False)
    monkeypatch.delenv("ORT_DISABLE_TELEMETRY")
    for number in range(8):
        clip(
            tmp_path / "Genres" / ("Fado", "Klezmer")[number % 2] / f"{number}.wav",
            number,
            seconds=4,
        )
    index, runs, cache = (tmp_path / name for name in ("index.csv", "runs", "cache"))
    report, package = tmp_path / "report.html", tmp_path / "models" / "mine"

    def command(*arguments: object) -> None:
        assert main([str(argument) for argument in arguments]) == 0, capsys.readouterr().err

    command("index", tmp_path / "Genres", "--kind", "folders", "--out", index, "--folds", 2,
            "--seeds", 4, "--workers", 0)  # fmt: skip
    command("fit", hasty_cnn(tmp_path), "--on", index, "--name", "mine", "--runs", runs,
            "--cache", cache)  # fmt: skip
    command("compare", runs)
    assert "folds grouped by song, artists are unknown" in capsys.readouterr().out.replace("\n", "")
    command("report", runs, "--index", index, "--out", report, "--cache", cache)
    command("export", runs / "mine", "--out", package, "--cache", cache)

    assert "mine" in report.read_text("utf-8")
    made = read_package(package)
    prove(made)
    assert made.manifest.labels == ("Fado", "Klezmer")
