"""Names and tags that break programs come back exactly from JSON and safely from CSV."""

import base64
import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from tests.acceptance.program import Run, need_posix, program_in, snapshot
from tests.support.badfiles import ODD_NAMES
from tests.support.sounds import music, write_sound

_FURTHER_NAMES = (
    "carriage\rreturn.mp3",
    'quote " and, comma.mp3',
    "'apostrophe.mp3",
    "literal \\xff.mp3",
    "\ttab.mp3",
    "[bold red]markup.mp3",
    "\x1b[31mescape\x07.mp3",
    "right-to-left \u202e3pm.mp3",
)
_TAGS = {
    "=1+1": "artist",
    "+49 30": "title",
    "-1": "album",
    "@SUM(A1)": "genre",
}


@dataclass(frozen=True)
class Named:
    """Runs over files with odd names and tags: plain, and relative with a byte order mark."""

    music: Path
    names: tuple[str, ...]
    plain: Run
    relative: Run
    unchanged: bool


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Named:
    need_posix("file names that Windows does not allow")
    place = tmp_path_factory.mktemp("names")
    folder = place / "music"
    folder.mkdir()
    names = [name for name in (*ODD_NAMES, *_FURTHER_NAMES) if _allowed(folder, name)]
    samples = music(2.0, seed=1)
    for name in names:
        write_sound(folder / name, samples, "mp3")
    tags = {field: text for text, field in _TAGS.items()}
    write_sound(folder / "tagged.flac", music(2.0, seed=2), "flac", tags=tags)
    before = snapshot(folder)
    program = program_in(place)
    plain = program.classify(folder)
    relative = program.classify(folder, "--bom", "--relative-to", folder)
    return Named(folder, tuple(names), plain, relative, snapshot(folder) == before)


def _allowed(folder: Path, name: str) -> bool:
    try:  # macOS refuses bytes that are not UTF-8
        (folder / name).touch()
    except OSError:
        return sys.platform == "linux"
    return True


def _as_csv(name: str) -> str:
    return "".join(
        f"\\x{ord(sign) - 0xDC00:02x}" if 0xDC80 <= ord(sign) <= 0xDCFF else sign for sign in name
    )


def test_every_odd_name_has_a_genre(named: Named) -> None:
    assert named.plain.code == 0
    assert len(named.plain.rows) == len(named.names) + 1
    assert all(row["predicted_genre"] for row in named.plain.rows)


def test_csv_gives_every_path_as_it_is_but_for_undecodable_bytes(named: Named) -> None:
    expected = {_as_csv(str(named.music / name)) for name in named.names}
    assert {row["path"] for row in named.plain.rows} == expected | {
        str(named.music / "tagged.flac")
    }


def test_a_relative_path_that_begins_with_a_sign_is_left_as_it_is(named: Named) -> None:
    found = {row["path"] for row in named.relative.rows}
    assert found == {_as_csv(name) for name in named.names} | {"tagged.flac"}


def test_json_gives_the_exact_bytes_of_every_path(named: Named) -> None:
    exact = {base64.b64decode(track["path_bytes"]) for track in named.plain.tracks}
    expected = {os.fsencode(named.music / name) for name in (*named.names, "tagged.flac")}
    assert exact == expected


@pytest.mark.parametrize(
    ("column", "text"),
    [("artist", "=1+1"), ("title", "+49 30"), ("album", "-1"), ("existing_genre", "@SUM(A1)")],
)
def test_a_text_cell_that_could_be_a_formula_is_harmless(
    named: Named, column: str, text: str
) -> None:
    cell = named.plain.by_name["tagged.flac"][column]
    assert cell[0] not in "=+-@\t\r"
    assert cell.endswith(text)


def test_json_gives_such_texts_unchanged(named: Named) -> None:
    (track,) = [track for track in named.plain.tracks if track["path"].endswith("tagged.flac")]
    told = (track["artist"], track["title"], track["album"], track["existing_genre"])
    assert told == ("=1+1", "+49 30", "-1", "@SUM(A1)")


def test_the_byte_order_mark_is_there_only_when_asked_for(named: Named) -> None:
    mark = b"\xef\xbb\xbf"
    assert named.relative.csv_bytes.startswith(mark)
    assert not named.plain.csv_bytes.startswith(mark)


def test_pandas_reads_what_csv_reads(named: Named) -> None:
    read = pd.read_csv(
        io.BytesIO(named.plain.csv_bytes), dtype=str, keep_default_na=False, encoding="utf-8"
    )
    assert read.to_dict("records") == named.plain.rows


def test_pandas_finds_numbers_in_the_columns_of_numbers(named: Named) -> None:
    read = pd.read_csv(io.BytesIO(named.plain.csv_bytes), encoding="utf-8")
    for column in ("duration_seconds", "confidence", "second_confidence", "third_confidence"):
        assert read[column].dtype.kind == "f", column
    assert read["confidence"].between(0, 1).all()


def test_every_column_of_the_promise_is_there(named: Named) -> None:
    assert len(named.plain.rows[0]) == 20
    assert set(named.plain.rows[0]) >= {
        *("path", "artist", "title", "album", "existing_genre", "predicted_genre", "confidence"),
        *("unsure", "second_genre", "second_confidence", "third_genre", "third_confidence"),
        *("model", "model_version", "problem", "corrected_at", "quick", "audio_hash"),
    }


def test_records_end_as_the_rfc_says(named: Named) -> None:
    lines = named.relative.csv_bytes.split(b"\r\n")
    assert lines[-1] == b""
    assert len(lines) == len(named.names) + 1 + 2  # records, the header, the end


def test_a_name_cannot_break_the_lines_of_the_terminal(named: Named) -> None:
    assert "\r" not in named.plain.out
    assert "\u202e" not in named.plain.out
    assert "\x1b" not in named.plain.out
    assert "[bold red]markup.mp3" in named.plain.out
    assert not [line for line in named.plain.out.splitlines() if line.startswith("break.mp3")]


def test_the_files_stay_as_they_are(named: Named) -> None:
    assert named.unchanged
