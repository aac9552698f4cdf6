"""Preparing a machine: everything once, and one sentence where it is impossible."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.missing import skip_for_want_of
from tools.system_parts import Part, install, line_to_type, missing

_ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(os.name == "nt", reason="make and its tools are for POSIX systems")


class Checkout:
    """A folder with this project's tools whose lock asks for one small package from disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "checkout"
        self.requirements = self.folder / "requirements"
        self.lock = self.requirements / "run.lock"
        self._programs = folder / "programs"
        self._settings: dict[str, str] = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder)}
        shutil.copytree(_ROOT / "tools", self.folder / "tools")
        self.requirements.mkdir()
        locked = f"tiny==1.0 --hash=sha256:{_write_wheel(folder, 'tiny')}\n"
        for name in ("run", "test", "train"):
            (self.requirements / f"{name}.lock").write_text(locked)
        (self.requirements / "torch.txt").write_text("tinytorch==1.0\n")
        # Neither apt-get nor sudo is on the path: the test changes nothing outside its folder.
        self._programs.mkdir()
        (self._programs / "dirname").symlink_to(str(shutil.which("dirname")))
        (self._programs / "python3").symlink_to(os.path.realpath(sys.executable))

    def with_python(self, script: str) -> "Checkout":
        """The same on a machine whose only Python is a script."""
        python = self._programs / "python3"
        python.unlink()
        python.write_text(f"#!/bin/sh\n{script}\n")
        python.chmod(0o755)
        return self

    def without_network(self) -> "Checkout":
        """The same where the package index is behind a port at which nobody listens."""
        self._settings = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1"}
        return self

    def with_index(self, index: Path) -> "Checkout":
        """The same where packages come from an index instead of from disk."""
        self._settings = {"PIP_INDEX_URL": index.as_uri()}
        return self

    def has(self, package: str) -> bool:
        """Whether a package was installed."""
        return bool(list((self.folder / ".venv").rglob(f"{package}-*.dist-info")))

    def prepare(self, goal: str = "run", **variables: str) -> subprocess.CompletedProcess[str]:
        """Run tools/prepare as `make` does for one of its commands."""
        settings = {**self._settings, **variables}
        return subprocess.run(
            [self.folder / "tools" / "prepare", goal],
            env={"PATH": str(self._programs), "PIP_CONFIG_FILE": os.devnull, **settings},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


def _write_wheel(folder: Path, name: str) -> str:
    """Write a wheel without content; its hash in hex."""
    wheel = folder / f"{name}-1.0-py3-none-any.whl"
    about = f"{name}-1.0.dist-info"
    files = {
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n".encode(),
        f"{about}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = f"{about}/RECORD"
    lines = [
        f"{path},sha256={_record_digest(content)},{len(content)}" for path, content in files.items()
    ]
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)
        archive.writestr(record, "\n".join([*lines, f"{record},,", ""]))
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def _write_index(folder: Path, *names: str) -> Path:
    """Write a package index of wheels without content."""
    for name in names:
        pages = folder / name
        pages.mkdir(parents=True)
        _write_wheel(pages, name)
        page = f'<!DOCTYPE html><a href="{name}-1.0-py3-none-any.whl">{name}</a>'
        (pages / "index.html").write_text(page)
    return folder


def _record_digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_what_is_prepared_is_prepared_again_once_its_lock_is_another(checkout: Checkout) -> None:
    first = checkout.prepare()
    second = checkout.prepare()
    checkout.lock.write_text("# nothing any more\n")
    third = checkout.prepare()

    assert first.returncode == 0, first.stderr
    assert "requirements/run.lock: up to 160 MB to fetch" in first.stdout
    assert "560 MB on disk" in first.stdout
    assert second.returncode == 0
    assert "requirements" not in second.stdout
    assert "requirements/run.lock" in third.stdout


def test_what_tests_need_is_told_with_its_size_and_pytorch_comes_from_disk(
    checkout: Checkout, tmp_path: Path
) -> None:
    _write_wheel(tmp_path, "tinytorch")
    done = checkout.prepare("test")

    assert done.returncode == 0, done.stderr
    assert "TRAINING=0 leaves it out" in done.stdout
    assert "200 MB" in done.stdout
    assert "requirements/train.lock: up to 350 MB to fetch" in done.stdout
    assert checkout.has("tinytorch")
    assert "requirements" not in checkout.prepare("test").stdout
    assert "requirements" not in checkout.prepare().stdout


def test_pytorch_may_come_from_an_index_of_its_own(checkout: Checkout, tmp_path: Path) -> None:
    checkout.with_index(_write_index(tmp_path / "usual", "tiny"))
    own = _write_index(tmp_path / "own", "tinytorch")

    assert checkout.prepare("test").returncode == 1
    assert checkout.prepare("test", TORCH_INDEX=own.as_uri()).returncode == 0
    assert checkout.has("tinytorch")


def test_without_training_and_for_the_window_no_pytorch_is_fetched(checkout: Checkout) -> None:
    assert checkout.prepare().returncode == 0
    done = checkout.prepare("test", TRAINING="0")

    assert done.returncode == 0, done.stderr
    assert "PyTorch" not in done.stdout
    assert "requirements/test.lock: up to 240 MB to fetch" in done.stdout
    assert not checkout.has("tinytorch")


def test_the_command_runs_this_folder_from_anywhere(checkout: Checkout, tmp_path: Path) -> None:
    package = checkout.folder / "genre_desktop"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text("import sys; print(sys.argv[1:])")
    checkout.prepare()
    link = tmp_path / "on-my-path"
    link.symlink_to(checkout.folder / ".venv" / "bin" / "genre-desktop")
    run = subprocess.run(
        [link, "models", "a b"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "['models', 'a b']"


def test_a_python_that_is_too_old_is_one_sentence(checkout: Checkout) -> None:
    done = checkout.with_python("exit 1").prepare()

    assert done.returncode == 1
    assert done.stderr.startswith("Python 3.11, 3.12 or 3.13 is needed")
    assert done.stderr.count("\n") == 1


def test_a_missing_network_is_one_sentence(checkout: Checkout) -> None:
    done = checkout.without_network().prepare()

    assert done.returncode == 1
    assert done.stderr.startswith("The package index cannot be reached")
    assert done.stderr.count("\n") == 1


def test_a_package_that_is_not_the_locked_one_is_one_sentence(checkout: Checkout) -> None:
    checkout.lock.write_text(f"tiny==1.0 --hash=sha256:{'0' * 64}\n")

    done = checkout.prepare()

    assert done.returncode == 1
    assert done.stderr.startswith("A fetched package is not the one in the lock")
    assert done.stderr.count("\n") == 1


def test_what_pyside_has_in_python_is_not_compiled_at_every_start() -> None:
    if not (Path(sys.prefix) / "prepared.json").is_file():
        skip_for_want_of("an environment that make prepared")
    done = subprocess.run(
        [sys.executable, "-c", "import PySide6.QtCore, shibokensupport as s; print(s.__cached__)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_file()


def test_a_part_that_the_system_lacks_is_named_by_its_package() -> None:
    lacking = missing([Part("libno-such-thing.so.1", "libno-such-thing1"), Part("sh", "dash")])

    assert [part.package for part in lacking] == ["libno-such-thing1"]
    assert "libno-such-thing1" in line_to_type(lacking)


def test_parts_of_the_system_are_named_with_what_they_take_to_fetch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    programs = {
        "apt-get": f"""case "$*" in
            *--print-uris*) echo "'http://x/a.deb' a.deb 41500000 SHA256:0" ;;
            *) echo "$@" >> {tmp_path}/called ;;
        esac""",
        "sudo": 'shift; exec "$@"',
        "env": 'shift; exec "$@"',
        "true": "",
    }
    for name, script in programs.items():
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    install([Part("x", "libx1"), Part("a", "alsa")], tmp_path / "log")

    told = capsys.readouterr().out
    assert told == "Installing Debian packages (42 MB to fetch): alsa libx1\n"
    called = (tmp_path / "called").read_text()
    assert called == "-q install -y --no-install-recommends alsa libx1\n"
