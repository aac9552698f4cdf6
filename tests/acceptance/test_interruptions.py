"""kill -9, Ctrl-C, a worker that dies, a disk of half-written files: what is done is kept."""

import os
import signal
from pathlib import Path

import numpy as np
import pytest

from tests.acceptance.busy import (
    all_ended,
    answers_in,
    descendants,
    kill_each_reader,
    readers_of,
    wait_until,
)
from tests.acceptance.program import Program, need_posix, program_in
from tests.support.badfiles import wav_bytes
from tests.support.missing import skip_for_want_of
from tests.support.sounds import music, write_sound

_SHORT = 4
_LONG_SECONDS = 3600
_LONG_RATE = 8000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four short files and one, last in order, that takes many seconds."""
    folder = tmp_path_factory.mktemp("music")
    for seed in range(_SHORT):
        write_sound(folder / f"{seed}.mp3", music(2.0, seed=seed), "mp3")
    minute = (music(60.0, seed=9, rate=_LONG_RATE) * 32767).astype("<i2")
    samples = np.tile(minute, _LONG_SECONDS // 60).tobytes()
    (folder / "long.wav").write_bytes(wav_bytes(samples, rate=_LONG_RATE))
    return folder


def _short_ones_are_done(program: Program, folder: Path, pid: int) -> bool:
    busy = not Path("/proc/self/fd").is_dir() or bool(readers_of(folder / "long.wav", pid))
    return busy and answers_in(program.home) == _SHORT


def test_ctrl_c_keeps_what_is_done_and_writes_the_csv(tmp_path: Path, folder: Path) -> None:
    need_posix("Ctrl-C as a signal")
    program = program_in(tmp_path)
    with program.start("classify", folder, "--csv", program.targets()[0]) as process:
        wait_until(lambda: _short_ones_are_done(program, folder, process.pid), process)
        workers = descendants(process.pid)
        for reader in readers_of(folder / "long.wav", process.pid):
            os.kill(reader, signal.SIGSTOP)  # it never comes to its end: nobody may wait for it
        process.send_signal(signal.SIGINT)
        run = program.end_of(process)
    assert run.code == 130
    heard = [row for row in run.rows if row["predicted_genre"]]
    assert sorted(Path(row["path"]).name for row in heard) == [f"{n}.mp3" for n in range(_SHORT)]
    assert "Traceback" not in run.err
    assert all_ended(workers)
    assert program.classify(*sorted(folder.glob("*.mp3"))).known == _SHORT


def test_after_kill_9_the_next_run_goes_on_where_it_was(tmp_path: Path, folder: Path) -> None:
    need_posix("kill -9")
    program = program_in(tmp_path)
    with program.start("classify", folder, "--csv", program.targets()[0]) as process:
        wait_until(lambda: _short_ones_are_done(program, folder, process.pid), process)
        workers = descendants(process.pid)
        process.kill()
    assert list(program.out.iterdir()) == []  # no half-written table under its name
    again = program.classify(*sorted(folder.glob("*.mp3")))
    assert again.known == _SHORT
    assert again.code == 0
    assert all_ended(workers)  # they do not outlive the program that started them


def test_a_worker_that_is_killed_costs_one_file_which_is_named(
    tmp_path: Path, folder: Path
) -> None:
    if not Path("/proc/self/fd").is_dir():
        skip_for_want_of("processes that can be looked at (/proc)")
    program = program_in(tmp_path)
    long = folder / "long.wav"
    with program.start("classify", folder, "--csv", program.targets()[0]) as process:
        kill_each_reader(long, process)
        run = program.end_of(process)
    assert run.code == 1
    assert run.by_name["long.wav"]["problem"] == "decoder crashed"
    assert str(long) in run.err
    assert all(run.by_name[f"{n}.mp3"]["predicted_genre"] for n in range(_SHORT))
    quarantined = program.classify(folder)  # it is not tried again
    assert quarantined.known == _SHORT + 1
    assert quarantined.by_name["long.wav"]["problem"] == "decoder crashed"
