"""What every test stands on: no real screen, a home of its own, real music by name."""

import gc
import itertools
import os
import signal

# Qt and onnxruntime read these while they are imported, so they stand before other imports.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support import leftovers, missing
from tests.support.data import DATA_SETS, data_folder, every_set_is_required, faults_of
from tests.support.null_sink import NullSink, running_sink
from tests.support.patience import PatientBot

_SCREEN_TOOLS = ("Xvfb", "xdotool")


def pytest_configure() -> None:
    """Heed Ctrl-C also where the run was begun in the background of a script, which ignores it.

    The programs that tests start would inherit that, and take no interruption.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the data folder be named on the command line."""
    parser.addoption(
        "--data",
        metavar="DIR",
        default=None,
        help="folder of the recordings and tables for tests on real music",
    )


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Fresh folders, apart from pytest's own, all of which it looks through for each new one."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / f"home{number}" for number in itertools.count())


@pytest.fixture(autouse=True)
def a_home_of_its_own(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has user folders of its own, also in the processes that it starts."""
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("GENRE_DESKTOP_HOME", str(home))
    return home


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's bot, with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """A test fails if a child process, or a thread that keeps the program alive, outlives it."""
    before = leftovers.running()
    yield
    left = leftovers.left_over(before)
    if left:
        pytest.fail(f"The test left running: {', '.join(sorted(left))}.")


@pytest.fixture(scope="session")
def data_set(request: pytest.FixtureRequest) -> Callable[[str], Path]:
    """The folder of a data set ("gtzan") or one inside it ("gtzan/audio"), or a skip by name.

    A set that is there but incomplete fails the test; so does a missing one where all are required.
    """
    data = data_folder(request.config.getoption("--data"))

    def find(name: str) -> Path:
        chosen = name.partition("/")[0]
        if chosen not in DATA_SETS:
            pytest.fail(f"No data set is called {chosen}; there are {', '.join(DATA_SETS)}.")
        if data is None or not (data / chosen).is_dir():
            if every_set_is_required():
                pytest.fail(f"The data set {chosen} is required and not in {data}.")
            missing.skip_for_want_of(f"data set {chosen} ({DATA_SETS[chosen].holds})")
        faults = faults_of(chosen, data)
        if faults:
            pytest.fail(f"The data set {data / chosen} is incomplete: {'; '.join(faults)}.")
        return data / name

    return find


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[NullSink]:
    """A sound device that nobody hears, for processes with its environment."""
    with running_sink(tmp_path) as sink:
        yield sink


@pytest.fixture
def our_sink(sink: NullSink, monkeypatch: pytest.MonkeyPatch) -> NullSink:
    """A sound device that nobody hears, for this process and those that it starts."""
    for name, value in sink.environment.items():
        monkeypatch.setenv(name, value)
    return sink


@pytest.fixture
def tool() -> Callable[[str], str]:
    """The path of a program by its name, or a skip by that name."""
    return missing.need_tool


class _LeftOutModule(pytest.Module):
    """A module of training's tests where training is left out: one skip by name."""

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        pytest.skip(str(missing.why_training_is_left_out()), allow_module_level=True)


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Module | None:
    """Leave the modules of training's tests unimported where its libraries are not installed."""
    belongs = module_path.is_relative_to(Path(__file__).parent / "training")
    if belongs and missing.why_training_is_left_out():
        module: pytest.Module = _LeftOutModule.from_parent(parent, path=module_path)
        return module
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The longest first; the slow proofs only where a mark or a test was chosen by name."""
    items.sort(key=_time_granted, reverse=True)  # none of the longest begins as the last
    chosen = config.option.markexpr or any("::" in argument for argument in config.args)
    slow = [] if chosen else [item for item in items if item.get_closest_marker("soak")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


def _time_granted(item: pytest.Item) -> float:
    """The seconds that a test asks for beyond what all have."""
    mark = item.get_closest_marker("timeout")
    return float(mark.args[0]) if mark else 0.0


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    """Free what a test of the window leaves behind in this thread, as the program itself does.

    Python looks for garbage in whatever thread makes an object too many; a widget that is freed in
    another thread than its own takes the whole run down.
    """
    if not (isinstance(item, pytest.Function) and "qapp" in item.fixturenames):
        return (yield)
    gc.disable()
    gc.freeze()  # what other tests left is looked through another time
    try:
        return (yield)
    finally:
        _delete_what_is_closed()
        gc.collect()
        gc.unfreeze()
        gc.enable()


def _delete_what_is_closed() -> None:
    """What waits for a loop of events, else each theme dresses all of it once more."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, Any, Any]:
    """Names that are no text, in what a test printed, go from process to process as well."""
    return _printable((yield))


def _printable(data: Any) -> Any:
    match data:
        case str():
            return data.encode("utf-8", "backslashreplace").decode("utf-8")
        case dict():
            return {key: _printable(value) for key, value in data.items()}
        case list() | tuple():
            return type(data)(map(_printable, data))
        case _:
            return data


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip by name what needs training's libraries or a screen to be driven."""
    reason = missing.why_training_is_left_out()
    if item.get_closest_marker("training") and reason:
        pytest.skip(reason)
    if item.get_closest_marker("screen"):
        for name in _SCREEN_TOOLS:
            missing.need_tool(name)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """End with how many tests were skipped, and for want of what."""
    yield
    reports = terminalreporter.stats.get("skipped", [])
    reasons = [str(report.longrepr[2]).removeprefix("Skipped: ") for report in reports]
    for line in missing.counted(reasons):
        terminalreporter.write_line(line)
