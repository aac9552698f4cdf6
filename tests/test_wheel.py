"""The wheel carries all that it needs: installed elsewhere, it lists its models and classifies."""

import csv
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.support.missing import skip_for_want_of

_ROOT = Path(__file__).parent.parent
DOCUMENTS = ("THIRD_PARTY.md", "RESULTS.md")
_PROGRAMS = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.timeout(300)


def _run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; a failure shows all that it said."""
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=cwd, env=settings, capture_output=True, text=True, check=False
    )
    if "NewConnectionError" in done.stdout + done.stderr and done.returncode != 0:
        skip_for_want_of("the package index")
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation")
    _run(*build, "--outdir", folder, _ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of an empty environment into which the wheel was installed."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder, with_pip=True)
    pip = (folder / _PROGRAMS / "python", "-I", "-m", "pip", "install", "--quiet")
    lock = _ROOT / "requirements" / "run.lock"
    _run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock, cwd=folder)
    _run(*pip, "--no-deps", wheel, cwd=folder)
    return folder / _PROGRAMS


def test_the_wheel_holds_every_model_resource_and_document(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {
        f"genre_desktop/bundled/{file.relative_to(_ROOT).as_posix()}"
        for folder in ("models", "resources")
        for file in (_ROOT / folder).rglob("*")
        if file.is_file()
    }

    documents = {f"genre_desktop/bundled/documents/{name}" for name in DOCUMENTS}
    assert expected | documents <= names


def test_the_wheel_holds_no_training_and_no_tests(wheel: Path) -> None:
    folders = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert {name for name in folders if not name.endswith(".dist-info")} == {"genre_desktop"}


def test_the_installed_program_states_its_version(elsewhere: Path, tmp_path: Path) -> None:
    from genre_desktop import __version__

    assert __version__ in _run(elsewhere / "genre-desktop", "--version", cwd=tmp_path)


def test_the_installed_program_lists_its_models(elsewhere: Path, tmp_path: Path) -> None:
    listed = _run(elsewhere / "genre-desktop", "models", cwd=tmp_path)

    for folder in (_ROOT / "models").iterdir():
        assert folder.name in listed


def test_the_installed_program_classifies(elsewhere: Path, tmp_path: Path) -> None:
    demo = _ROOT / "resources" / "demo"
    target = tmp_path / "genres.csv"

    _run(elsewhere / "genre-desktop", "classify", demo, "--csv", target, cwd=tmp_path)

    with target.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [Path(row["path"]).name for row in rows] == sorted(file.name for file in demo.iterdir())
    assert all(row["predicted_genre"] and not row["problem"] for row in rows)
