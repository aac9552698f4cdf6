"""The locks resolve from wheels alone, on every system and Python version that is promised."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

from tests.support.missing import skip_for_want_of

_ROOT = Path(__file__).parent.parent
_SYSTEMS = {
    "Debian 12": ("x86_64-manylinux_2_36", {}),
    "Windows": ("x86_64-pc-windows-msvc", {}),
    "macOS 14": ("aarch64-apple-darwin", {"MACOSX_DEPLOYMENT_TARGET": "14.0"}),
}
_OFFLINE = ("error sending request", "dns error", "Failed to fetch", "Could not connect")


def _promised_versions() -> list[str]:
    text = (_ROOT / "pyproject.toml").read_text(encoding="utf-8")
    promised = SpecifierSet(tomllib.loads(text)["project"]["requires-python"])
    versions = [f"3.{minor}" for minor in range(30) if promised.contains(f"3.{minor}")]
    return [versions[0], versions[-1]]


@pytest.mark.parametrize("lock", ["run", "train", "package"])
@pytest.mark.parametrize("version", _promised_versions())
@pytest.mark.parametrize("system", _SYSTEMS)
def test_a_lock_resolves(lock: str, version: str, system: str, tmp_path: Path) -> None:
    platform, settings = _SYSTEMS[system]
    asked = ["--python-version", version, "--python-platform", platform, "--python", sys.executable]

    done = subprocess.run(
        [
            *(sys.executable, "-m", "uv", "pip", "install", "--dry-run", "--target", str(tmp_path)),
            *("--require-hashes", "--only-binary", ":all:", *asked),
            *("-r", str(_ROOT / "requirements" / f"{lock}.lock")),
        ],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )

    if done.returncode != 0 and any(sign in done.stderr for sign in _OFFLINE):
        skip_for_want_of("the package index")
    assert done.returncode == 0, done.stderr
