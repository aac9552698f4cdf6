"""The whole way: genres corrected, written as an index, a head fitted, a package, an answer."""

from pathlib import Path

import pytest

from genre_desktop.core.catalogue import available_models, default_model
from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.corrections import Corrections
from genre_desktop.core.own_models import install, is_own
from genre_desktop.inference.model import open_model
from genre_desktop.inference.package import prove, read_package
from tests.support.command_line import run
from tests.support.packages import tone_for
from tests.support.remembered import heard, library_of
from tests.support.sounds import write_flac
from training.__main__ import main

pytestmark = pytest.mark.training

GENRES = ("Fado", "Klezmer")
TONES = (2, 8)  # of ten, the lowest first
CONFIG = """\
name = "mine"
family = "Logistic regression"
data = "{index}"
hearing = "3 s"
features = "package"
protocol = "A"
fold_seeds = [0]
training_seeds = [0]
candidates_tried = 1

[model]
kind = "logistic"
C = 1.0
"""


def corrected_music(data: Path, folder: Path) -> None:
    """Eight tones, all heard as jazz and corrected."""
    folder.mkdir()
    outcomes = []
    for number in range(8):
        path = folder / f"{number}.flac"
        write_flac(path, tone_for(TONES[number % 2], 10, 4.0, level=0.2 + 0.05 * number))
        outcomes.append(heard(path))
    library_of(data, *outcomes)
    with Corrections.open(data / "corrections.sqlite") as opened:
        opened.keep(
            ((one.audio_hash, None), corrected_now(GENRES[number % 2]))
            for number, one in enumerate(outcomes)
        )


def test_corrections_become_a_package(a_home_of_its_own: Path, tmp_path: Path) -> None:
    corrected_music(a_home_of_its_own / "data", tmp_path / "music")
    table, index = tmp_path / "corrected.csv", tmp_path / "index.csv"
    told = run("library", "corrections", "-o", table)
    assert told.returncode == 0, told.stderr
    assert "8 corrected tracks. Written: " in told.stderr
    arguments = ("--kind", "csv", "--out", index, "--folds", "2", "--seeds", "0")
    assert main(["index", str(table), *map(str, arguments), "--workers", "0"]) == 0

    config = tmp_path / "mine.toml"
    config.write_text(CONFIG.format(index=index.as_posix()), encoding="utf-8")
    places = ("--cache", str(tmp_path / "cache"))
    fitting = ("--runs", str(tmp_path / "runs"), "--workers", "0")
    assert main(["fit", str(config), *places, *fitting]) == 0
    package = tmp_path / "models" / "mine"
    assert main(["export", str(tmp_path / "runs" / "mine"), "--out", str(package), *places]) == 0

    prove(read_package(package))
    assert install(package / "manifest.json", lambda folder: prove(read_package(folder)))
    assert default_model(one for one in available_models() if is_own(one.folder)) is not None
    for genre, tone in zip(GENRES, TONES, strict=True):
        listening = open_model(package).listen(with_tempo=False)
        listening.push(tone_for(tone, 10, 5.0))
        assert listening.verdict().ranked()[0][0] == genre
