"""A newcomer's commands as the guides show them: without any data set, to a package."""

import csv
import re
import shlex
from pathlib import Path

import pytest

from genre_desktop.inference.package import prove, read_package
from tests.support.documents import shown
from tests.training.datasets.small import clip
from training.__main__ import main
from training.commands.fit import CONFIGS

pytestmark = [pytest.mark.training, pytest.mark.timeout(300)]

_GENRES = ("Fado", "Klezmer")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of somebody with five short tracks of each genre, where commands are typed."""
    monkeypatch.delenv("GENRE_DESKTOP_DATA", raising=False)
    monkeypatch.delenv("ORT_DISABLE_TELEMETRY")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for number in range(10):
        clip(tmp_path / "Genres" / _GENRES[number % 2] / f"{number}.wav", number, seconds=4)
    return tmp_path


def hasty_cnn(home: Path) -> None:
    """The config of the guides, where they say it is, with one short epoch."""
    text = (CONFIGS / "cnn_3s.toml").read_text("utf-8")
    for key in ("epochs", "crops"):
        text = re.sub(rf"(?m)^{key} = \d+$", f"{key} = 1", text)
    config = home / "training" / "configs" / "cnn_3s.toml"
    config.parent.mkdir(parents=True)
    config.write_text(text, "utf-8")


def typed(words: str, home: Path) -> int:
    """The end of a command of training."""
    return main([word.replace("~", str(home)) for word in shlex.split(words)[3:]])


def test_a_folder_per_genre_becomes_a_package_of_a_network(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hasty_cnn(home)
    commands = [words for words in shown("python -m training ") if "mine/" in words]
    assert [words.split()[3] for words in commands] == [
        "index", "fit", "compare", "report", "export",
    ]  # fmt: skip

    for words in commands:
        assert typed(words, home) == 0, capsys.readouterr().err

    told = capsys.readouterr().out.replace("\n", "")
    assert "folds grouped by song, artists are unknown" in told
    assert "mine" in (home / "mine" / "report.html").read_text("utf-8")
    made = read_package(home / ".local/share/genre-desktop/models/mine")
    prove(made)
    assert made.manifest.labels == _GENRES


def test_a_table_of_corrections_becomes_an_index(home: Path) -> None:
    [words] = [each for each in shown("python -m training ") if "corrected.csv" in each]
    with (home / "corrected.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("path", "label", "artist", "start_seconds", "length_seconds"))
        for path in sorted((home / "Genres").glob("*/*.wav")):
            table.writerow((path, path.parent.name, "", 0, 0))

    assert typed(words, home) == 0

    with (home / "index.csv").open(newline="", encoding="utf-8") as file:
        assert {row["label"] for row in csv.DictReader(file)} == set(_GENRES)
