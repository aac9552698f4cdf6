"""The command line's options, lines, exit codes and models."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from tests.acceptance.program import COMMAND, Program, Run, need_posix, program_in, snapshot
from tests.support.sounds import FORMATS, music, stereo, write_sound

_DEFAULT = "everyday-cnn"
_MODELS = (_DEFAULT, "gtzan-cnn", "gtzan-ensemble", "gtzan-svc", "fma-cnn")
_GAINS_DB = {"quiet": -20, "plain": 0, "loud": 20}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three pieces at three levels each; the loudest go over full scale, which floats may."""
    folder = tmp_path_factory.mktemp("levels")
    for seed in range(3):
        sound = stereo(music(7.0, seed=seed, bpm=90 + 30 * seed), seed=seed)
        for name, gain_db in _GAINS_DB.items():
            scaled = (sound * 10 ** (gain_db / 20)).astype(np.float32)
            write_sound(folder / f"{seed} {name}.wav", scaled, "wavfloat")
    return folder


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """One program for the module, with one library."""
    return program_in(tmp_path_factory.mktemp("program"))


@pytest.fixture(scope="module")
def by_model(program: Program, folder: Path) -> dict[str, Run]:
    return {model: program.classify(folder, "--model", model) for model in _MODELS}


@pytest.mark.parametrize("model", _MODELS)
def test_each_model_that_is_shipped_can_be_chosen(by_model: dict[str, Run], model: str) -> None:
    run = by_model[model]
    assert run.code == 0
    assert len(run.rows) == 9
    assert {row["model"] for row in run.rows} == {model}


@pytest.mark.parametrize("model", _MODELS)
def test_twenty_decibels_more_or_less_do_not_change_the_genre(
    by_model: dict[str, Run], model: str
) -> None:
    answers = by_model[model].answers
    for seed in range(3):
        genres = {answers[f"{seed} {name}.wav"][0] for name in _GAINS_DB}
        chances = [float(answers[f"{seed} {name}.wav"][1]) for name in _GAINS_DB]
        assert len(genres) == 1
        assert max(chances) - min(chances) < 0.02


@pytest.mark.parametrize("model", _MODELS)
def test_the_three_genres_differ_and_are_ordered(by_model: dict[str, Run], model: str) -> None:
    for row in by_model[model].rows:
        genres = [row["predicted_genre"], row["second_genre"], row["third_genre"]]
        chances = [row["confidence"], row["second_confidence"], row["third_confidence"]]
        assert len(set(genres)) == 3
        assert sorted(map(float, chances), reverse=True) == list(map(float, chances))


@pytest.mark.parametrize("model", _MODELS)
def test_the_timeline_covers_the_track(by_model: dict[str, Run], model: str) -> None:
    for track in by_model[model].tracks:
        timeline = track["prediction"]["timeline"]
        pieces = np.array(timeline["probabilities"])
        labels = track["prediction"]["probabilities"]
        assert pieces.shape == (len(timeline["heard"]), len(labels))
        assert pieces.sum(axis=1) == pytest.approx(1.0, abs=0.01)
        assert abs(len(pieces) * timeline["piece_seconds"] - 7.0) < 3.0
        assert sum(track["prediction"]["probabilities"].values()) == pytest.approx(1.0, abs=1e-3)
        assert track["prediction"]["provisional"] is False


@pytest.mark.parametrize(("threshold", "flag"), [("1", "yes"), ("0", "no")])
def test_the_least_confidence_decides_what_is_unsure(
    by_model: dict[str, Run], program: Program, folder: Path, threshold: str, flag: str
) -> None:
    run = program.classify(folder, "--min-confidence", threshold)
    assert {row["unsure"] for row in run.rows} == {flag}
    assert run.answers == by_model[_DEFAULT].answers


def test_the_number_of_workers_does_not_change_the_answers(
    by_model: dict[str, Run], program: Program, folder: Path
) -> None:
    run = program.classify(folder, "--jobs", "1", "--again")
    assert run.csv_bytes == by_model[_DEFAULT].csv_bytes


def test_lines_are_plain_where_nobody_looks(by_model: dict[str, Run]) -> None:
    for run in by_model.values():
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", run.out + run.err)
        assert "Listening" not in run.out + run.err


def test_a_terminal_gets_a_bar_with_rate_and_time_left(program: Program, folder: Path) -> None:
    need_posix("pseudo-terminals")
    seen = _on_a_terminal(program, "classify", str(folder), "--again")
    assert "9/9" in seen
    assert "tracks/s" in seen
    assert re.search(r"\d\d?:\d\d", seen)
    assert "\x1b[?25h" in seen  # the cursor is back


def _on_a_terminal(program: Program, *words: str) -> str:
    if sys.platform == "win32":
        return ""
    import pty

    ours, theirs = pty.openpty()
    environment = program.environment() | {"TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(
        [*COMMAND, *words],
        cwd=program.out,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        seen = b""
        while part := _read_terminal(ours):
            seen += part
        os.close(ours)
    assert process.returncode == 0
    return seen.decode("utf-8", "replace")


def _read_terminal(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux's way to say that the other side is closed
        return b""


def test_version_tells_the_program_first_and_then_its_parts_and_models(program: Program) -> None:
    run = program.run("--version")
    assert run.code == 0
    assert re.match(r"Genre Desktop \d+\.\d+\S*\nPython \d", run.out)
    assert all(f"model {model} " in run.out for model in _MODELS)


def test_models_lists_each_package_with_figures_and_the_default(program: Program) -> None:
    run = program.run("models")
    assert run.code == 0
    assert all(model in run.out for model in _MODELS)
    assert run.out.count("(default)") == 1
    words = " ".join(run.out.split())
    assert "n = " in words
    assert "%" in words


@pytest.mark.parametrize(
    ("words", "code_and_words"),
    [
        (("classify", "{music}", "--model", "nothing"), (2, "gtzan-cnn")),
        (("classify", "{music}", "--csv", "{out}/gone/genres.csv"), (2, "gone")),
        (("classify", "{music}", "--csv", "{out}"), (2, "{out}")),
        (("classify", "{music}", "--json", "{out}/gone/genres.json"), (2, "gone")),
        (("classify", "{music}", "--min-confidence", "1.5"), (2, "1.5")),
        (("classify", "{music}", "--jobs", "none"), (2, "none")),
        (("classify",), (2, "PATH")),
        (("classify", "{out}/nothing.mp3"), (3, "nothing.mp3")),
        (("classify", "{empty}"), (3, "")),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_code(
    program: Program,
    folder: Path,
    tmp_path: Path,
    words: tuple[str, ...],
    code_and_words: tuple[int, str],
) -> None:
    code, said = code_and_words
    places = {"music": folder, "out": program.out, "empty": tmp_path}
    run = program.run(*(word.format(**places) for word in words))
    assert run.code == code
    assert said.format(**places) in run.err
    assert "Traceback" not in run.err


def test_a_target_that_is_no_regular_file_stays_what_it_is(
    by_model: dict[str, Run], program: Program, folder: Path, tmp_path: Path
) -> None:
    need_posix("named pipes")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    run = program.run("classify", folder, "--csv", pipe)
    assert run.code == 2
    assert str(pipe) in run.err
    assert pipe.is_fifo()


def test_a_refused_run_leaves_the_last_table_as_it_was(program: Program, folder: Path) -> None:
    table, _ = program.targets()
    table.write_text("last week's\n")
    program.run("classify", folder, "--model", "nothing", "--csv", table)
    assert table.read_text() == "last week's\n"
    assert {path.name for path in program.out.iterdir()} <= {"genres.csv", "genres.json"}


def test_paths_may_be_relative_to_where_one_stands(
    by_model: dict[str, Run], program: Program, folder: Path
) -> None:
    run = program.classify(folder.name, cwd=folder.parent)
    assert run.answers == by_model[_DEFAULT].answers
    assert all(Path(row["path"]).is_absolute() for row in run.rows)


def test_every_format_that_can_be_written_here_has_a_genre(tmp_path: Path) -> None:
    music_folder = tmp_path / "formats"
    music_folder.mkdir()
    for kind, form in FORMATS.items():
        sound = stereo(music(3.0, seed=1, rate=form.rate))
        write_sound(music_folder / f"{kind}{form.extension}", sound, kind)
    run = program_in(tmp_path).classify(music_folder)
    assert {row["path"]: row["problem"] for row in run.rows if row["problem"]} == {}
    assert {path.stem for path in map(Path, (row["path"] for row in run.rows))} == set(FORMATS)
    lossless = {
        row["predicted_genre"] for row in run.rows if FORMATS[Path(row["path"]).stem].lossless
    }
    assert len(lossless) == 1


_EAVESDROPPER = """
import json, os, sys
_log = os.open(os.environ["EAVESDROP"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_busy = []
def _hear(event, arguments):
    told = event.startswith("socket.") or event in ("open", "os.rename", "os.remove", "os.utime")
    if told and not _busy:
        _busy.append(1)
        try:
            line = json.dumps([event, [repr(argument) for argument in arguments]])
            os.write(_log, (line + "\\n").encode())
        finally:
            _busy.pop()
sys.addaudithook(_hear)
"""


@dataclass(frozen=True)
class Overheard:
    """What the program and its workers opened and connected to."""

    run: Run
    folder: Path
    events: list[tuple[str, list[str]]]
    unchanged: bool


@pytest.fixture(scope="module")
def overheard(tmp_path_factory: pytest.TempPathFactory, folder: Path) -> Overheard:
    place = tmp_path_factory.mktemp("overheard")
    (place / "sitecustomize.py").write_text(_EAVESDROPPER)
    log = place / "events"
    plain = program_in(place)
    search = os.pathsep.join([str(place), plain.environment()["PYTHONPATH"]])
    settings = (("PYTHONPATH", search), ("EAVESDROP", str(log)))
    before = snapshot(folder)
    run = Program(plain.home, plain.out, (), settings).classify(folder)
    events = [json.loads(line) for line in log.read_text().splitlines()]
    return Overheard(run, folder, events, snapshot(folder) == before)


def test_no_network_is_touched(overheard: Overheard) -> None:
    assert overheard.run.code == 0
    calls = [event for event in overheard.events if event[0].startswith("socket.")]
    assert [call for call in calls if call[0] != "socket.__new__"] == []


def test_music_is_opened_for_reading_only(overheard: Overheard) -> None:
    ours = [
        (event, arguments)
        for event, arguments in overheard.events
        if str(overheard.folder) in arguments[0]
    ]
    assert {event for event, _ in ours} == {"open"}  # nothing renamed, removed or re-dated
    assert not [arguments for _, arguments in ours if set(arguments[1]) & set("wax+")]
    assert overheard.unchanged
