"""The script for beets says to beets exactly what is meant, and Picard's is escaped."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import cast

import pytest

from genre_desktop.core.corrected import corrected_now
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.exporting.other_taggers import beets_into, picard_into
from genre_desktop.core.track import Listing, Tags
from genre_desktop.dsp.sound import Span
from tests.core.answers import answered

ODD = "/m/it's $HOME, (50 %)/a\\b.c.MP3"


def track(path: str, genre: str, span: Span | None = None) -> Listing:
    outcome = answered(Path(path), path, span)._replace(correction=corrected_now(genre))
    return Listing(outcome.track, Tags(), outcome)


def written(into: Callable[..., int], *listings: Listing) -> tuple[int, str]:
    file = io.BytesIO()
    return into(file, listings, ExportOptions()), file.getvalue().decode()


@pytest.fixture
def beet(tmp_path: Path) -> Path:
    """A program of beets' name that notes how it was called."""
    program = tmp_path / "bin" / "beet"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nimport json, sys\nprint(json.dumps(sys.argv[1:]))\n", "utf-8"
    )
    program.chmod(0o755)
    return program


@pytest.mark.skipif(os.name != "posix", reason="needs a shell, which Windows has not")
def test_the_shell_gives_beets_the_names_as_they_are(beet: Path) -> None:
    count, script = written(
        beets_into,
        track(ODD, "Rock & $oul"),
        track("/m/unsure.mp3", "Jazz", Span(1.0, 2.0)),
    )
    assert count == 1
    told = subprocess.run(
        ["sh"], input=script, capture_output=True, text=True, check=True,
        env={"PATH": f"{beet.parent}:{os.environ['PATH']}"},
    )  # fmt: skip
    [line] = told.stdout.splitlines()
    assert json.loads(line) == [
        "modify",
        "--yes",
        "--nomove",
        f"path:{ODD}",
        "genre=Rock & $$oul",
    ]


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        (PurePosixPath("/m/a (1)/b, c.d.Flac"), r"/m/a \(1\)"),
        (PureWindowsPath(r"C:\m\a (1)\b, c.d.Flac"), r"C:\\m\\a \(1\)"),
    ],
)
def test_picards_signs_are_escaped_in_the_paths_of_any_system(path: PurePath, folder: str) -> None:
    outcome = answered(cast("Path", path), "sound")._replace(correction=corrected_now("R&B"))
    count, script = written(picard_into, Listing(outcome.track, Tags(), outcome))
    assert count == 1
    assert script.splitlines()[-1] == (
        rf"$if($and($eq(%_dirname%,{folder}),$eq(%_filename%,b\, c.d),$eq(%_extension%,flac)),"
        "$set(genre,R&B))"
    )
