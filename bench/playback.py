"""Playing: frames, processor time, seeks and the clock of the real window, alone and while busy."""

import os
import random
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from genre_desktop.core.places import HOME_VARIABLE
from genre_desktop.services.player.output import FADE_SECONDS
from tests.acceptance.busy import descendants
from tests.support.monitor import Monitor
from tests.support.null_sink import PROGRAMS, RATE, NullSink
from tests.support.numbered import numbers_of, runs_of, write_numbered
from tests.support.played import PlayingWindow
from tests.support.sounds import music, stereo, write_repeated_flac, write_sound
from tests.support.virtual_screen import virtual_screen

PLOT = (1_000, 400)
TRACK_SECONDS = 240
MEASURED_SECONDS = 20.0
BEATEN_SECONDS = 10.0
SEEKS = 20
STARTS = 5
LATENCY_MS = 150.0  # the default
TARGET_CPU_PERCENT = 10.0
TARGET_WAIT_MS = 50.0
TARGET_SEEK_MS = LATENCY_MS + 50.0
TARGET_CLOCK_MS = 20.0
TARGET_START_MS = 300.0
LONG_FRAME_MS = 20.0
BUSY_TRACKS = 24
_PIECES = 8  # of which the tracks to be classified are made
_LONG_MINUTES: Final = 600
_FADE_SAMPLES: Final = round(FADE_SECONDS * RATE)  # of a jump


@dataclass(frozen=True, slots=True)
class Sound:
    """What there is to play.

    Attributes:
        song: Four minutes of music.
        numbered: As long, its samples numbered.
        long: Ten hours.
        folder: Tracks to be classified.
    """

    song: Path
    numbered: Path
    long: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where the window runs: its variables, and the sink that it plays into, if there is one."""

    environment: dict[str, str]
    sink: NullSink | None


def run() -> Iterator[str]:
    """Play in a window on a screen and into a sink of our own, where there are such."""
    with tempfile.TemporaryDirectory() as temporary, _place(Path(temporary)) as place:
        yield _circumstances(place)
        sound = _sound(Path(temporary))
        with PlayingWindow(_home(place, Path(temporary) / "home")) as window:
            yield from _window_at_work(window, place, sound)
        yield from _long_file(place, sound, Path(temporary))


def _window_at_work(window: PlayingWindow, place: Place, sound: Sound) -> Iterator[str]:
    window.add([sound.song, sound.numbered])
    window.play(sound.song)
    window.wait_for(lambda state: state["has_spectrogram"])
    window.wait_for(lambda _: tuple(window.ask("plot_size", *PLOT)) == PLOT)
    yield from _watched(window, place, sound, "alone")
    window.add(sorted(sound.folder.iterdir()))
    window.ask("keep_listening")
    window.wait_for(lambda state: state["is_listening"])
    yield from _watched(window, place, sound, "while a folder is classified")


def _watched(window: PlayingWindow, place: Place, sound: Sound, when: str) -> Iterator[str]:
    window.play(sound.song)
    yield from _frames_and_processor(window, when)
    yield _heartbeat(window, when)
    if place.sink is None:
        yield f"{when}: clock and seeks were not measured, for want of PulseAudio"
        return
    monitor = Monitor(place.sink)
    try:
        window.play(sound.numbered)
        yield _clock(window, monitor, when)
        yield _seeks(window, monitor, when)
    finally:
        monitor.close()
    yield f"{when}: {window.state()['underflows']} underflows so far; target 0"


# Frames, processor and events


def _frames_and_processor(window: PlayingWindow, when: str) -> Iterator[str]:
    sound_process = window.state()["sound_process"]
    window.ask("measure")
    begun, before = perf_counter(), window.ask("cpu")
    sound_before = _processor_seconds(sound_process)
    _pass(MEASURED_SECONDS)
    seconds, after = perf_counter() - begun, window.ask("cpu")
    sound_percent = 100 * (_processor_seconds(sound_process) - sound_before) / seconds
    painted = np.array([at for at, _ in window.ask("frames")], np.int64)
    percent = {name: 100 * (after[name] - before.get(name, 0.0)) / seconds for name in after}
    yield _frame_line(painted, seconds, when)
    threads = sorted(((p, n) for n, p in percent.items() if n and p >= 0.05), reverse=True)
    yield (
        f"{when}: the window's process takes {percent['']:.1f} % of a core at {PLOT[0]} × "
        f"{PLOT[1]} ({', '.join(f'{name} {share:.1f}' for share, name in threads)}); target "
        f"{TARGET_CPU_PERCENT:.0f} %; the sound process {sound_percent:.1f} %"
    )


def _frame_line(painted: NDArray[np.int64], seconds: float, when: str) -> str:
    gaps = np.diff(painted) / 1e6
    middle, most, nearly_all = np.percentile(gaps, [50, 95, 99])
    edges = [0, 10, 15, 17, 20, 25, 34, 50, np.inf]
    counts, _ = np.histogram(gaps, edges)
    histogram = ", ".join(
        f"{low:g} to {high:g}: {count}" if high < np.inf else f"over {low:g}: {count}"
        for low, high, count in zip(edges, edges[1:], counts, strict=False)
        if count
    )
    return (
        f"{when}: {len(painted) / seconds:.1f} frames a second; target 60; from one to the next "
        f"median {middle:.1f} ms, 95 % {most:.1f}, 99 % {nearly_all:.1f}, longest "
        f"{gaps.max():.1f}; over {LONG_FRAME_MS:.0f} ms {100 * (gaps > LONG_FRAME_MS).mean():.2f} "
        f"%; in ms: {histogram}"
    )


def _heartbeat(window: PlayingWindow, when: str) -> str:
    window.ask("beat")
    _pass(BEATEN_SECONDS)
    return (
        f"{when}: longest wait of the window in {BEATEN_SECONDS:.0f} s "
        f"{1e3 * window.ask('beaten'):.0f} ms; target {TARGET_WAIT_MS:.0f} ms"
    )


# What is heard


def _clock(window: PlayingWindow, monitor: Monitor, when: str) -> str:
    """What stood under the now line, against what the sink was playing then."""
    window.ask("measure")
    _pass(MEASURED_SECONDS / 2)
    noted = window.ask("frames")
    painted = np.array([at for at, _ in noted], np.int64)
    shown = np.array([seconds for _, seconds in noted])
    numbers = numbers_of(monitor.samples)
    places = monitor.places_at(painted)
    places = np.clip(places, 0, len(numbers) - 2)
    is_known = (numbers[places] >= 0) & (numbers[places + 1] == numbers[places] + 1)
    errors = 1e3 * (shown - numbers[places] / RATE)[is_known]
    low, middle, high = np.percentile(errors, [2.5, 50, 97.5])
    return (
        f"{when}: what stands under the now line is ahead of what is heard by {middle:+.1f} ms "
        f"(95 % of {len(errors)} frames {low:+.1f} to {high:+.1f}, worst "
        f"{errors[np.abs(errors).argmax()]:+.1f}); target ± {TARGET_CLOCK_MS:.0f} ms"
    )


def _seeks(window: PlayingWindow, monitor: Monitor, when: str) -> str:
    """From asking for a moment to its first sample at the sink."""
    dice = random.Random(0)
    asked: list[tuple[int, int]] = []
    for _ in range(SEEKS):
        seconds = dice.uniform(1.0, TRACK_SECONDS - 10.0)
        asked.append((round(seconds * RATE), window.ask("seek", seconds)))
        _pass(0.6)
    runs = runs_of(monitor.samples, RATE // 10)
    delays, misses = [], []
    for number, at_ns in asked:
        found = [(place, first) for place, first, _ in runs if 0 <= first - number < RATE // 10]
        if found:
            place, first = found[0]
            faded = first - number  # samples that were heard before, but not as they are
            delays.append((monitor.moment_of(place - faded) - at_ns) / 1e6)
            misses.append(faded - _FADE_SAMPLES)
    if not delays:
        return f"{when}: no seek was found in what the sink played"
    return (
        f"{when}: {len(delays)} of {SEEKS} seeks are heard after median {np.median(delays):.0f} ms "
        f"({min(delays):.0f} to {max(delays):.0f}); target latency + 50 = {TARGET_SEEK_MS:.0f} ms; "
        f"they miss by {min(misses)} to {max(misses)} samples; target one block"
    )


# Ten hours


def _long_file(place: Place, sound: Sound, folder: Path) -> Iterator[str]:
    """How long it takes to start, and what it needs, beside a short one."""
    held = {}
    for name, path in (("4 minutes", sound.song), ("10 hours", sound.long)):
        with PlayingWindow(_home(place, folder / f"home for {name}")) as window:
            handed, heard = _starts(window, place, path)
            window.play(path)
            _pass(5.0)
            sound_process = window.state()["sound_process"]
            all_of_it = {window.process.pid, *descendants(window.process.pid)}
            held[name] = sum(_memory(pid, "Pss:") for pid in all_of_it)
            peak = _memory(sound_process, "VmHWM:")
        words = f", heard after {np.median(heard):.0f} ms" if heard else ""
        yield (
            f"{name}: decoding begins {np.median(handed):.0f} ms after Play ({min(handed):.0f} to "
            f"{max(handed):.0f}, {STARTS} times){words}; target {TARGET_START_MS:.0f} ms; the "
            f"sound process holds at most {peak / 1e6:.0f} MB, all processes together "
            f"{held[name] / 1e6:.0f} MB"
        )
    more = held["10 hours"] - held["4 minutes"]
    yield f"10 hours need {more / 1e6:+.0f} MB beside 4 minutes; target no more"


def _starts(window: PlayingWindow, place: Place, path: Path) -> tuple[list[float], list[float]]:
    """Milliseconds from Play to the first decoded block, and to the first sample at the sink."""
    handed, heard = [], []
    window.play(path)
    window.ask("stop")
    _pass(0.5)
    for _ in range(STARTS):
        monitor = Monitor(place.sink) if place.sink is not None else None
        asked = window.play(path)
        handed.append((window.state()["began_ns"] - asked) / 1e6)
        _pass(0.5)
        if monitor is not None:
            (sounding,) = np.nonzero(monitor.samples.any(axis=1))
            if len(sounding):
                heard.append((monitor.moment_of(int(sounding[0])) - asked) / 1e6)
            monitor.close()
        window.ask("stop")
        _pass(0.3)
    return handed, heard


# The machine


@contextmanager
def _place(folder: Path) -> Iterator[Place]:
    with ExitStack() as stack:
        environment = {"QT_QPA_PLATFORM": "offscreen"}
        server = shutil.which("Xvfb")
        if server is not None:
            display = stack.enter_context(virtual_screen(server, 1_600, 1_200))
            environment = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
        sink = None
        if all(shutil.which(program) for program in PROGRAMS):
            sink = NullSink(folder)
            stack.callback(sink.close)
            sink.wait()
            sink.plug_in()
        yield Place({**(sink.environment if sink else os.environ), **environment}, sink)


def _circumstances(place: Place) -> str:
    screen = "on Xvfb" if "DISPLAY" in place.environment else "without a screen"
    where = "into a null sink" if place.sink is not None else "silently"
    load = f"; load before {os.getloadavg()[0]:.1f}" if sys.platform != "win32" else ""
    return f"the real window {screen}, playing {where}, {os.cpu_count()} processors{load}"


def _home(place: Place, home: Path) -> dict[str, str]:
    return {**place.environment, HOME_VARIABLE: str(home)}


def _sound(folder: Path) -> Sound:
    dice = random.Random(0)
    song = write_sound(folder / "song.flac", stereo(music(TRACK_SECONDS)), "flac")
    numbered = write_numbered(folder / "numbered.flac", 0, TRACK_SECONDS * RATE)
    minute = np.zeros(60 * RATE, np.float32)
    minute[: 30 * RATE] = 0.5 * np.sin(np.arange(30 * RATE) * 0.06)
    long = write_repeated_flac(folder / "long.flac", minute, _LONG_MINUTES, RATE)
    many = folder / "many"
    many.mkdir()
    pieces = [
        write_sound(folder / f"{n}.aac", stereo(music(20.0, n)), "adts").read_bytes()
        for n in range(_PIECES)
    ]
    for number in range(BUSY_TRACKS):
        chosen = dice.choices(pieces, k=TRACK_SECONDS // 20)
        (many / f"{number}.aac").write_bytes(b"".join(chosen))
    return Sound(song, numbered, long, many)


def _pass(seconds: float) -> None:
    threading.Event().wait(seconds)


def _processor_seconds(pid: int) -> float:
    """What a process has used, 0 where the system does not tell."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(words[11]) + int(words[12])) / float(os.sysconf("SC_CLK_TCK"))


def _memory(pid: int, field: str) -> int:
    """Bytes of a process, 0 where the system does not tell."""
    name = "smaps_rollup" if field == "Pss:" else "status"
    try:
        lines = Path(f"/proc/{pid}/{name}").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith(field)), 0)
