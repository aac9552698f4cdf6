"""The folder .venv: made once, filled from the hashed locks, and stamped with what is in it."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOG = ROOT / ".prepare.log"
STAMP = VENV / "prepared.json"
REQUIREMENTS = ROOT / "requirements"

# What each lock fetches and unpacks, in MB, measured on Linux x86-64 with Python 3.11.
FETCHED_MB = {"run": 160, "test": 240, "train": 350, "package": 165}
UNPACKED_MB = {"run": 560, "test": 850, "train": 2_100, "package": 580}

# The command that `pip install .` would make, for this folder as it stands.
_COMMAND = """#!/bin/sh
venv=$(dirname "$(dirname "$(readlink -f "$0")")")
export PYTHONPATH="$(dirname "$venv")${PYTHONPATH:+:$PYTHONPATH}"
exec "$venv/bin/python" -m genre_desktop "$@"
"""

# What each lock holds everything of, in the same versions (a test holds it so).
LOCKS = {
    "run": ("run",),
    "test": ("run", "test"),
    "train": ("run", "test", "train"),
    "package": ("run", "package"),
}

_FETCHING = re.compile(r"Downloading (?:\S*/)?(?P<file>[^/\s]+\.whl).*\((?P<size>[\d.]+ [kMG]B)\)")
_FAULTS = (
    ("No space left on device", "The disk is full: free some space and type the same again."),
    (
        "NewConnectionError|NameResolution|ConnectTimeout|ReadTimeout|ProxyError|SSLError",
        "The package index cannot be reached: check the network and type the same again.",
    ),
    ("DO NOT MATCH THE HASHES", "A fetched package is not the one in the lock: nothing was kept."),
    ("Permission denied", "This user may not write into .venv: who owns this folder?"),
)


class CannotPrepare(Exception):
    """A sentence that says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One call of pip: what it brings, in words, and its arguments."""

    title: str
    arguments: tuple[str, ...]


def python() -> Path:
    """The environment's own interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def provide(lock: str) -> None:
    """Make sure that everything in a lock is installed; costs nothing where it is.

    Raises:
        CannotPrepare: With a sentence for the person at the keyboard.
    """
    digests = {name: _digest(name) for name in LOCKS[lock]}
    stamped = _stamped() if python().exists() else {}
    if digests.items() <= stamped.items():
        return
    _make_venv()
    _write_command()
    _check_disk(lock)
    for wanted in _calls(lock):
        print(wanted.title, flush=True)
        _pip_install(wanted)
    _unpack_qt()
    STAMP.write_text(json.dumps({**stamped, **digests}), encoding="utf-8")


def _calls(lock: str) -> Iterator[_Wanted]:
    if lock == "train":
        yield _torch()
    yield _Wanted(
        f"Installing requirements/{lock}.lock: up to {FETCHED_MB[lock]} MB to fetch"
        f" the first time, {UNPACKED_MB[lock]} MB on disk.",
        ("--require-hashes", "-r", str(REQUIREMENTS / f"{lock}.lock")),
    )


def _torch() -> _Wanted:
    index = os.environ.get("TORCH_INDEX", "")
    extra = ("--extra-index-url", index) if index else ()
    return _Wanted(
        "Installing PyTorch for the tests of training (TRAINING=0 leaves it out): its CPU build,"
        " 200 MB, from a wheel on disk or an index named in TORCH_INDEX; where neither has it, the"
        " package index's own build, up to 3,000 MB on Linux.",
        (*extra, "-r", str(REQUIREMENTS / "torch.txt")),
    )


def _digest(lock: str) -> str:
    content = (REQUIREMENTS / f"{lock}.lock").read_bytes()
    if lock == "train":
        content += (REQUIREMENTS / "torch.txt").read_bytes()
    return hashlib.sha256(content).hexdigest()


def _stamped() -> dict[str, str]:
    try:
        stamped = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamped if isinstance(stamped, dict) else {}


def _make_venv() -> None:
    if python().exists():
        return
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        reasons = (made.stdout + made.stderr).strip().splitlines()
        known = _known_fault(made.stdout + made.stderr)
        raise CannotPrepare(known or f"The folder .venv could not be made: {reasons[-1]}")


def _write_command() -> None:
    if os.name == "nt":
        return  # there `pip install .` makes it
    command = VENV / "bin" / "genre-desktop"
    command.write_text(_COMMAND, encoding="utf-8")
    command.chmod(0o755)


def _check_disk(lock: str) -> None:
    free_mb = shutil.disk_usage(VENV).free // 1_000_000
    already = STAMP.exists()
    if free_mb < UNPACKED_MB[lock] and not already:
        raise CannotPrepare(
            f"About {UNPACKED_MB[lock]} MB are needed in {VENV} and only {free_mb} MB are free."
        )


def _pip_install(wanted: _Wanted) -> None:
    command = [str(python()), "-I", "-m", "pip", "install", "--only-binary", ":all:"]
    settings = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    with (
        LOG.open("a", encoding="utf-8") as log,
        subprocess.Popen(
            [*command, *wanted.arguments],
            env={**os.environ, **settings},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as pip,
    ):
        said = []
        for line in pip.stdout or ():
            said.append(line)
            log.write(line)
            _show_fetching(line)
    if pip.returncode != 0:
        errors = [line for line in said if line.startswith("ERROR:")]
        reason = errors[-1] if errors else f"pip ended with {pip.returncode}."
        known = _known_fault("".join(said))
        raise CannotPrepare(known or f"{reason.strip()} (All that pip said: {LOG})")


def _unpack_qt() -> None:
    """Have PySide6's own Python parts lie on disk, by the switch that it has for this.

    Inside its library, where they lie else, they are compiled anew for 20 to 40 ms of each start.
    Where they cannot be unpacked, they stay there.
    """
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(
        [str(python()), "-c", "import PySide6.QtCore"],
        env={**kept, "SBK_EMBED": "0"},
        capture_output=True,
        check=False,
    )


def _show_fetching(line: str) -> None:
    fetching = _FETCHING.search(line)
    if fetching:
        print(f"  {fetching['file'].split('-')[0]}, {fetching['size']}", flush=True)


def _known_fault(said: str) -> str | None:
    return next((sentence for sign, sentence in _FAULTS if re.search(sign, said)), None)
