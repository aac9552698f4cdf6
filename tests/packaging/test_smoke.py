"""The packaged program, tried as its users meet it: on this system and on a bare Debian."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.packaging.stage import Stage, end_of, wait_until
from tests.packaging.wayland import middle, wayland_screen, wayland_screen_with_mouse
from tests.support.mice import XMouse
from tests.support.real_drag import files_dropped
from tests.support.tagged import BY_HAND, KINDS
from tests.support.virtual_screen import virtual_screen

pytestmark = [pytest.mark.package, pytest.mark.timeout(420)]  # debootstrap is among it

_MANY_COLOURS = 100
_MIDDLE = (510, 360)  # of the window
_VIVID = 60  # between the strongest and the weakest of red, green and blue
_ROOT = Path(__file__).parents[2]


def _source_csv(music: Path, folder: Path) -> bytes:
    """What the program answers from its source."""
    target = folder / "source.csv"
    subprocess.run(
        [
            *(sys.executable, "-m", "genre_desktop", "classify", music, "--csv", target),
            *("--relative-to", music, "--jobs", "2"),
        ],
        env={**os.environ, "PYTHONPATH": str(_ROOT), "GENRE_DESKTOP_HOME": str(folder / "home")},
        check=True,
        capture_output=True,
    )
    return target.read_bytes()


@pytest.fixture(scope="module")
def source_csv(every_format: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _source_csv(every_format, tmp_path_factory.mktemp("source"))


def _digests(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


def _known(stage: Stage, home: Path, music: Path) -> str:
    """What the last line says of a run in which everything is known already."""
    return stage.run(home, "classify", stage.inside(music)).err.splitlines()[-1]


def test_every_format_has_the_genre_that_the_source_program_gives(
    stage: Stage, music: Path, source_csv: bytes
) -> None:
    inside = stage.inside(music)
    with stage.home() as home:
        target = home / "genres.csv"
        words = ("--csv", stage.inside(target), "--relative-to", inside, "--jobs", "2")
        done = stage.run(home, "classify", inside, *words)

        assert done.code == 0, done.err
        assert target.read_bytes() == source_csv


def test_an_unwritable_home_is_told_and_everything_is_heard(stage: Stage, music: Path) -> None:
    with stage.home(0o555) as home:
        if stage.owner is None and os.geteuid() == 0:
            pytest.skip("missing: a home that root may not write to")
        done = stage.run(home, "classify", stage.inside(music))

    assert done.code == 0, done.err
    assert "cannot be made" in done.err
    assert f"{len(list(music.iterdir()))} tracks, 0 with problems" in done.err


def test_every_version_is_known(stage: Stage) -> None:
    with stage.home() as home:
        done = stage.run(home, "--version")

    assert done.code == 0, done.err
    assert "unknown" not in done.out
    assert done.out.count("\nmodel ") >= 5


def test_tags_are_written_and_taken_back(stage: Stage, music: Path) -> None:
    before = _digests(music)
    with stage.home() as home:
        written = stage.run(home, "tag", stage.inside(music), "--yes", "--min-confidence", "0")
        changed = {name for name, digest in _digests(music).items() if digest != before[name]}
        undone = stage.run(home, "undo", "--last", "--yes")

    encoded = set(KINDS) - set(BY_HAND)  # of the others there is no clip
    assert {Path(name).stem for name in changed} >= encoded, written.err
    assert undone.code == 0, undone.err
    assert _digests(music) == before


def test_a_window_is_painted_in_memory_hears_the_folder_and_ends_well(
    stage: Stage, music: Path
) -> None:
    with stage.home() as home:
        with stage.start(home, stage.inside(music), QT_QPA_PLATFORM="offscreen") as window:
            wait_until(lambda: stage.is_painted(home), window)
            wait_until(lambda: _is_remembered(home, music), window)
            done = end_of(window)

        assert done.code == 0, done.err
        assert _faults(home) == []
        assert f"{len(list(music.iterdir()))} known" in _known(stage, home, music)


@pytest.mark.screen
def test_a_folder_is_dropped_on_the_window_on_a_screen(stage: Stage, music: Path) -> None:
    with (
        virtual_screen("Xvfb") as display,
        stage.home() as home,
        stage.start(home, DISPLAY=display) as window,
    ):
        wait_until(lambda: stage.is_painted(home), window)
        with files_dropped([Path(stage.inside(music))], XMouse(display), _MIDDLE):
            wait_until(lambda: _is_remembered(home, music), window)
        _play(display)
        wait_until(lambda: _shows_a_spectrogram(display), window)
        done = end_of(window)
        faults = _faults(home)

    assert done.code == 0, done.err
    assert faults == []


def test_a_window_is_painted_on_wayland(
    stage: Stage, music: Path, tool: Callable[[str], str]
) -> None:
    weston = tool("weston")
    with (
        stage.home() as home,
        wayland_screen(weston, home) as display,
        stage.start(home, stage.inside(music), WAYLAND_DISPLAY=display) as window,
    ):
        wait_until(lambda: stage.is_painted(home), window)
        wait_until(lambda: _is_remembered(home, music), window)
        done = end_of(window)
        faults = _faults(home)

    assert done.code == 0, done.err
    assert faults == []


def test_a_folder_is_dropped_on_the_window_on_wayland(
    stage: Stage, music: Path, tool: Callable[[str], str]
) -> None:
    with (
        stage.home() as home,
        wayland_screen_with_mouse(tool("sway"), home / "screen") as mouse,
        stage.start(home, WAYLAND_DISPLAY=stage.inside(mouse.display)) as window,
    ):
        wait_until(lambda: stage.is_painted(home), window)
        with files_dropped([Path(stage.inside(music))], mouse, middle()):
            wait_until(lambda: _is_remembered(home, music), window)
        done = end_of(window)
        faults = _faults(home)

    assert done.code == 0, done.err
    assert faults == []


def test_a_display_that_is_gone_is_a_sentence(stage: Stage) -> None:
    with stage.home() as home:
        done = stage.run(home, DISPLAY=":987")

    assert done.code == 2
    assert done.err.startswith("genre-desktop: No window can be opened on this display")


def _is_remembered(home: Path, music: Path) -> bool:
    """Whether the library of answers holds every clip."""
    import sqlite3

    for library in home.rglob("library.sqlite"):
        with sqlite3.connect(f"file:{library}?mode=ro", uri=True) as opened:
            try:
                (count,) = opened.execute("SELECT count(*) FROM prediction").fetchone()
            except sqlite3.OperationalError:
                return False
            return bool(count >= len(list(music.iterdir())))
    return False


def _faults(home: Path) -> list[str]:
    """What the log calls an error."""
    lines = [line for log in home.rglob("*.log") for line in log.read_text().splitlines()]
    return [line for line in lines if " ERROR " in line or " CRITICAL " in line]


def _play(display: str) -> None:
    """Press Enter on the first row."""
    keys = "search --onlyvisible --name Genre.Desktop windowfocus sleep 0.3 key Home key Return"
    XMouse(display).do(*keys.split())


def _shows_a_spectrogram(display: str) -> bool:
    """Whether the lower part of the screen is as colourful as no words and buttons are."""
    shot = subprocess.run(
        ["import", "-display", display, "-window", "root", "-crop", "700x120+220+530", "png:-"],
        check=True,
        capture_output=True,
        timeout=60,
    )
    with Image.open(io.BytesIO(shot.stdout)) as picture:
        raw = picture.convert("RGB").tobytes()
    colours = set(zip(raw[::3], raw[1::3], raw[2::3], strict=True))
    return sum(max(rgb) - min(rgb) > _VIVID for rgb in colours) > _MANY_COLOURS
