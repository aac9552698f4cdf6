"""The window: start to first paint, its longest wait with 20,000 rows, a dropped track's answer."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bench.waits import TARGET_WAIT_MS, Watch, after_turns, scrolled, turn
from genre_desktop.app import GenreDesktop, build
from genre_desktop.core.catalogue import ModelEntry
from genre_desktop.core.places import HOME_VARIABLE
from genre_desktop.core.track import Outcome, Track
from genre_desktop.services.quick_start import start_quickly
from genre_desktop.services.short_pauses import keep_pauses_short
from genre_desktop.ui.roles import Column
from genre_desktop.ui.rows_mime import URIS_MIME, RowsMime
from genre_desktop.ui.track_filter import parse_filter
from tests.core.answers import answered
from tests.support.packages import mel_package
from tests.support.sounds import music, stereo, write_sound
from tests.support.virtual_screen import virtual_screen
from tests.support.window import InstantListener

TARGET_PAINT_SECONDS = 0.5
TARGET_PROVISIONAL_SECONDS = 0.3
TARGET_FINAL_SECONDS = 1.0
STARTS = 9
ROWS = 20_000
DROPS = 9
SLOWEST = 8
_IMPORTS = (
    "from genre_desktop.services.quick_start import start_quickly; start_quickly(); "
    "import genre_desktop.start"
)


def run() -> Iterator[str]:
    """Measure without a screen, in a home of its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as temporary:
        os.environ[HOME_VARIABLE] = str(Path(temporary) / "home")
        mel_package(Path(temporary) / "home" / "data" / "models", "tiny-mel")
        environment = _environment(Path(temporary) / "compiled")
        yield from _start_up("", environment)
        yield from _on_a_screen(environment)
        yield "slowest imports before the window (own time): " + ", ".join(
            _slowest_imports(environment)
        )
        start_quickly()
        qt = QApplication(sys.argv[:1])
        yield from _many_rows(qt, Path(temporary) / "many")
        yield from _dropped_track(qt, Path(temporary))


def _environment(compiled: Path) -> dict[str, str]:
    """As a user's, for whom Python keeps what it has compiled, whatever this shell forbids."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(compiled)}


def _on_a_screen(environment: dict[str, str]) -> Iterator[str]:
    """The same on an X server of our own, where there is one."""
    server = shutil.which("Xvfb")
    if server is None:
        yield "start on a screen: not measured, there is no Xvfb"
        return
    with virtual_screen(server) as display:
        on_screen = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        yield from _start_up(" on an X screen", environment | on_screen)


def _start_up(where: str, environment: dict[str, str]) -> Iterator[str]:
    started(environment)  # so that all is compiled and in the disk's cache
    starts = [started(environment) for _ in range(STARTS)]
    paints = [paint for paint, _ in starts]
    yield (
        f"start to first paint{where}: median {median(paints):.2f} s "
        f"({min(paints):.2f} to {max(paints):.2f}); target {TARGET_PAINT_SECONDS} s"
    )
    waits = [1e3 * wait for _, wait in starts]
    yield (
        f"longest wait of the window in the 2 s after it{where}: median {median(waits):.0f} ms "
        f"({min(waits):.0f} to {max(waits):.0f}); target {TARGET_WAIT_MS:.0f} ms"
    )


def started(environment: dict[str, str]) -> tuple[float, float]:
    """Seconds to the first paint and the longest wait after it."""
    start = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "bench.first_paint"],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        painted = perf_counter() - start
        longest = float(process.stdout.readline().split()[1])
    return painted, longest


def _slowest_imports(environment: dict[str, str]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", _IMPORTS],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    own = []
    for line in done.stderr.splitlines():
        fields = line.removeprefix("import time:").split("|")
        if len(fields) == 3 and fields[0].strip().isdigit():
            own.append((int(fields[0]), fields[2].strip()))
    return [f"{name} {micros / 1e3:.0f} ms" for micros, name in sorted(own, reverse=True)[:SLOWEST]]


def _many_rows(qt: QApplication, folder: Path) -> Iterator[str]:
    _fill(folder)
    listener = InstantListener(lambda track: _answer_of(desktop.models.current, track))
    desktop = build(qt, lambda _: listener)
    desktop.window.painted.connect(keep_pauses_short)
    desktop.start()
    turn(lambda: desktop.browser.model.rowCount() > 0 and desktop.models.current is not None)
    watch = Watch(f"{ROWS:,} rows")
    measured = watch.measured
    yield measured(
        "added, their tags read and their genres filled in",
        lambda: desktop.adding.add([folder]),
        lambda: _is_full(desktop),
    )
    for column in (Column.TITLE, Column.CONFIDENCE, Column.TIME, Column.PATH):
        yield measured(
            f"sorted by {column.name.lower()}",
            lambda column=column: desktop.table.sortByColumn(column, _ascending()),  # type: ignore[misc]  # a default binds the loop's value
            _arranged(desktop),
        )
    for what, text in (("filtered", "19 jazz"), ("all shown", "")):
        yield measured(
            what,
            lambda text=text: desktop.model.set_filter(parse_filter(text)),  # type: ignore[misc]  # a default binds the loop's value
            _arranged(desktop),
        )
    yield measured("all selected", desktop.table.selectAll, after_turns(5))
    dragged: list[RowsMime] = []
    yield measured(
        "all dragged out",
        lambda: dragged.append(RowsMime(desktop.table.selected_rows())),
        after_turns(5),
    )
    yield measured(
        "let go over another program", lambda: dragged[0].data(URIS_MIME).size(), after_turns(5)
    )
    QGuiApplication.clipboard().clear()
    yield measured(
        "all copied", desktop.editing.copy_rows, lambda: bool(QGuiApplication.clipboard().text())
    )
    yield measured("scrolled through in 200 steps", lambda: None, scrolled(desktop.table, 200))
    for what, act in (
        ("all heard again", desktop.actions.listen_to_all.trigger),
        ("all heard by another model", lambda: _choose_another_model(desktop)),
    ):
        heard = len(listener.heard)
        yield measured(
            what,
            act,
            lambda heard=heard: (  # type: ignore[misc]  # a default binds the loop's value
                len(listener.heard) == heard + ROWS and _is_full(desktop)
            ),
        )
    yield measured("all selected and removed", desktop.editing.remove_selected, after_turns(5))
    yield measured("put back", desktop.changes.undo, after_turns(5))
    yield measured("cleared", desktop.editing.clear, after_turns(5))
    yield measured("put back", desktop.changes.undo, after_turns(5))
    watch.end()
    desktop.window.close()
    desktop.close()


def _dropped_track(qt: QApplication, folder: Path) -> Iterator[str]:
    os.environ[HOME_VARIABLE] = str(folder / "another home")  # without the 20,000 rows
    desktop = build(qt)
    desktop.window.painted.connect(keep_pauses_short)
    desktop.start()
    turn(lambda: desktop.models.current is not None)
    model = desktop.models.current
    assert model is not None
    firsts, finals = [], []
    write_sound(folder / "warm.mp3", stereo(music(10.0, 99)), "mp3")
    _answered(desktop, folder / "warm.mp3")
    for number in range(DROPS):
        path = write_sound(folder / f"{number}.mp3", stereo(music(240.0, number)), "mp3")
        first, final = _answered(desktop, path)
        firsts.append(first)
        finals.append(final)
    desktop.window.close()
    desktop.close()
    yield (
        f"a dropped four-minute MP3 with {model.name}: first answer after {median(firsts):.2f} s "
        f"({min(firsts):.2f} to {max(firsts):.2f}), target {TARGET_PROVISIONAL_SECONDS} s; "
        f"final one after {median(finals):.2f} s ({min(finals):.2f} to {max(finals):.2f}), "
        f"target {TARGET_FINAL_SECONDS} s"
    )


def _answer_of(model: ModelEntry | None, track: Track) -> Outcome:
    """An answer as the chosen model would give it."""
    outcome = answered(track.path, track.path.name, track.span)
    if model is None or outcome.verdict is None:
        return outcome
    verdict = replace(outcome.verdict, model=model.name, version=model.version)
    return outcome._replace(verdict=verdict)


def _choose_another_model(desktop: GenreDesktop) -> None:
    box = desktop.models.box
    box.activated.emit((box.currentIndex() + 1) % box.count())


def _answered(desktop: GenreDesktop, path: Path) -> tuple[float, float]:
    start = perf_counter()
    desktop.adding.add([path])
    first: list[float] = []

    def is_finished() -> bool:
        rows = desktop.model.playlist.rows
        if not rows or rows[-1].track.path != path or rows[-1].state.verdict is None:
            return False
        first.append(perf_counter() - start)
        return rows[-1].state.is_finished

    turn(is_finished)
    return first[0], first[-1]


def _fill(folder: Path) -> None:
    """Many small files with tags; links to a few, for writing them all would take minutes."""
    folder.mkdir()
    for kind in range(10):
        source = folder / f"{kind:05}.mp3"
        tags = {"title": f"Title {kind}", "artist": f"Artist {kind}"}
        write_sound(source, music(1.0, kind), "mp3", tags=tags)
        for number in range(kind + 10, ROWS, 10):
            (folder / f"{number:05}.mp3").hardlink_to(source)


def _is_full(desktop: GenreDesktop) -> bool:
    rows = desktop.model.playlist.rows
    return (
        len(rows) == ROWS
        and not desktop.services.classification.progress.is_running
        and bool(rows[-1].state.listing.tags.artist)
    )


def _arranged(desktop: GenreDesktop) -> Callable[[], bool]:
    """Some turns after a long list is sorted and filtered, for it to be painted."""
    painted = after_turns(5)
    return lambda: not desktop.model.is_arranging and painted()


def _ascending() -> Qt.SortOrder:
    return Qt.SortOrder.AscendingOrder
