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
from tools.system_parts import Part, line_to_type, missing

_ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(os.name == "nt", reason="make and its tools are for POSIX systems")


class Checkout:
    """A folder with this project's tools whose lock asks for one small package from disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "checkout"
        self.lock = self.folder / "requirements" / "run.lock"
        self._programs = folder / "programs"
        self._settings: dict[str, str] = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder)}
        shutil.copytree(_ROOT / "tools", self.folder / "tools")
        self.lock.parent.mkdir()
        self.lock.write_text(f"tiny==1.0 --hash=sha256:{_write_wheel(folder)}\n")
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

    def prepare(self) -> subprocess.CompletedProcess[str]:
        """Run tools/prepare as `make run` does."""
        return subprocess.run(
            [self.folder / "tools" / "prepare", "run"],
            env={"PATH": str(self._programs), "PIP_CONFIG_FILE": os.devnull, **self._settings},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


def _write_wheel(folder: Path) -> str:
    """Write a wheel without content; its hash in hex."""
    wheel = folder / "tiny-1.0-py3-none-any.whl"
    files = {
        "tiny-1.0.dist-info/METADATA": b"Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
        "tiny-1.0.dist-info/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\n"
        b"Tag: py3-none-any\n",
    }
    record = "tiny-1.0.dist-info/RECORD"
    lines = [
        f"{name},sha256={_record_digest(content)},{len(content)}" for name, content in files.items()
    ]
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        archive.writestr(record, "\n".join([*lines, f"{record},,", ""]))
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def _record_digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_what_is_prepared_is_not_prepared_again(checkout: Checkout) -> None:
    first = checkout.prepare()
    second = checkout.prepare()

    assert first.returncode == 0, first.stderr
    assert "requirements/run.lock" in first.stdout
    assert second.returncode == 0
    assert "requirements" not in second.stdout


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


def test_a_changed_lock_is_installed(checkout: Checkout) -> None:
    checkout.prepare()
    checkout.lock.write_text("# nothing any more\n")

    assert "requirements/run.lock" in checkout.prepare().stdout


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
