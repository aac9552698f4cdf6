"""The script that takes the pictures of the window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]
WINDOWS = {(1440, 900), (1280, 800), (960, 600)}
LARGEST_DIALOG = (1000, 640)
OFFSCREEN = "This plugin does not support propagateSizeHints()"  # Qt's platform without a screen


@pytest.mark.soak
def test_the_script_takes_every_picture_that_is_there(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docs.screenshots.make", str(tmp_path)],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    said = done.stderr.splitlines()
    assert [line for line in said if not line.startswith(OFFSCREEN)] == []
    assert done.returncode == 0
    kept = {path.name for path in (ROOT / "docs" / "screenshots").glob("*.png")}
    assert {path.name for path in tmp_path.iterdir()} == kept
    for path in tmp_path.iterdir():
        with Image.open(path) as picture:
            is_dialog = picture.width <= LARGEST_DIALOG[0] and picture.height <= LARGEST_DIALOG[1]
            assert is_dialog or picture.size in WINDOWS
            assert len(picture.convert("RGB").getcolors(1 << 20) or ()) > 50, "nothing is on it"


def test_the_readme_shows_a_picture_that_is_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = text.split("](docs/screenshots/")[1].split(")")[0]
    assert (ROOT / "docs" / "screenshots" / shown).is_file()
