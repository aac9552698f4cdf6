"""Commands whose files cannot be written, and numbers that are none: a sentence, no traceback."""

from pathlib import Path

import av
import pytest

from genre_desktop.inference.package import read_package
from tests.training.datasets.small import clip
from training.__main__ import main
from training.commands.fit import CONFIGS

pytestmark = pytest.mark.training

ROOT = Path(__file__).parents[2]
RECORD = ROOT / "training" / "results" / "runs" / "lda.json"


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """What a command that fails says, in one line."""
    assert main([str(argument) for argument in arguments]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    return line


@pytest.mark.parametrize(
    ("command", "option", "name"),
    [("report", "--out", "report.html"), ("compare", "--keep", "records")],
)
def test_what_cannot_be_written_names_the_place(
    command: str, option: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_bytes(b"a file")
    line = said(capsys, command, RECORD, option, taken / name)
    assert line.startswith("Not done: ")
    assert str(taken) in line


def test_runs_that_cannot_be_kept_are_not_fitted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for n in range(4):
        clip(tmp_path / "music" / ("Pop", "Rock")[n % 2] / f"{n}.wav", n)
    taken, index, cache = (tmp_path / name for name in ("taken", "index.csv", "cache"))
    taken.write_bytes(b"a file")
    made = ("index", tmp_path / "music", "--kind", "folders", "--folds", 2, "--out", index)
    assert main([*(str(one) for one in made), "--workers", "0"]) == 0
    line = said(capsys, "fit", "lda", "--on", index, "--runs", taken / "runs", "--cache", cache)
    assert str(taken) in line
    assert not cache.exists()


@pytest.mark.parametrize("config", ["logistic", "cnn_3s"])
def test_recordings_are_listened_to_in_other_processes(
    config: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for n in range(8):
        clip(tmp_path / "music" / ("Pop", "Rock")[n % 2] / f"{n}.wav", n)
    index, cache, runs = (tmp_path / name for name in ("index.csv", "cache", "runs"))
    made = ("index", tmp_path / "music", "--kind", "folders", "--folds", 2, "--out", index)
    assert main([*(str(one) for one in made), "--workers", "0"]) == 0

    def crash(*_: object, **__: object) -> None:
        pytest.fail("decoded where a crash would end the fit")

    monkeypatch.setattr(av, "open", crash)
    hasty = tmp_path / "hasty.toml"
    text = (CONFIGS / f"{config}.toml").read_text("utf-8")
    hasty.write_text(text.replace("epochs = 30", "epochs = 1"), "utf-8")
    fit = ("fit", hasty, "--on", index, "--runs", runs, "--cache", cache, "--hearing", "1 s")
    assert main([str(one) for one in fit]) == 0, capsys.readouterr().err


def test_an_export_of_several_runs_refuses_what_no_ensemble_can_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    index, cache, runs = (tmp_path / name for name in ("index.csv", "cache", "runs"))
    for n in range(8):
        clip(tmp_path / "music" / ("Pop", "Rock")[n % 2] / f"{n}.wav", n)
    made = ("index", tmp_path / "music", "--kind", "folders", "--folds", 2, "--out", index)
    assert main([*(str(one) for one in made), "--workers", "0"]) == 0
    fit = ("--runs", runs, "--cache", cache, "--workers", "0", "--hearing", "1 s")
    names = ("Mein Rün (2)", "mein_run_2")
    for name in names:
        named = ("fit", "lda", "--on", index, "--features", "package", "--name", name, *fit)
        assert main([str(one) for one in named]) == 0, capsys.readouterr().err

    first, second = (runs / name for name in names)
    out = ("--out", tmp_path / "models" / "both", "--cache", cache)
    assert "is named twice" in said(capsys, "export", first, first, *out)
    assert "leave --int8 out" in said(capsys, "export", first, second, "--int8", *out)
    assert not (tmp_path / "models").exists()
    assert main([str(one) for one in ("export", first, second, *out)]) == 0
    made_of = read_package(tmp_path / "models" / "both").manifest.members
    assert [one.name for one in made_of] == ["both-mein-run-2", "both-mein-run-2-2"]


def test_packages_that_cannot_be_kept_are_not_fitted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_bytes(b"a file")
    wanted = ("reproduce", "--only", "gtzan-svc", "--data", tmp_path, "--out", taken / "models")
    assert str(taken) in said(capsys, *wanted)


def test_the_data_folder_of_the_environment_is_looked_into_for_any_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    index, cache, runs, sets = (tmp_path / name for name in ("index.csv", "cache", "runs", "sets"))
    for n in range(4):
        clip(tmp_path / "music" / ("Pop", "Rock")[n % 2] / f"{n}.wav", n)
    made = ("index", tmp_path / "music", "--kind", "folders", "--folds", 2, "--out", index)
    assert main([*(str(one) for one in made), "--workers", "0"]) == 0
    sets.mkdir()
    monkeypatch.setenv("GENRE_DESKTOP_DATA", str(sets))
    fit = ("fit", "frozen_heads", "--on", index, "--runs", runs, "--cache", cache)
    assert f"{sets / 'weights'}" in said(capsys, *fit)


@pytest.mark.parametrize("threads", ["0", "-1", "two"])
def test_threads_are_counted_from_one(threads: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["fit", "lda", f"--threads={threads}"])
    assert f"{threads} is no whole number from 1 on" in capsys.readouterr().err
