"""What the tests of the packaged program stand on: its archive, and places to try it in."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from genre_desktop.dsp.decode import SAMPLE_RATE, open_sound
from genre_desktop.dsp.sound import Span
from tests.packaging.bare_debian import BareDebian, bare_debian
from tests.packaging.stage import Stage, stage_here
from tests.support import sounds
from tests.support.data import data_folder
from tests.support.missing import skip_for_want_of
from tools.package.archive import unpack
from tools.package.release import DIST, this_release

_CLIP_SECONDS = 4.0
_FROM_SECONDS = 10.0  # of a recording


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what needs the archive to `make test-package`, unless it was chosen."""
    if config.option.markexpr or any("::" in argument for argument in config.args):
        return
    left = [item for item in items if item.get_closest_marker("package")]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]


@pytest.fixture(scope="session")
def archive() -> Path:
    """The archive of this version for this system."""
    path = DIST / f"{this_release().name}.tar.gz"
    if not path.exists():
        skip_for_want_of("the archive that `make package` makes")
    return path


@pytest.fixture(scope="session")
def program(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's folder, unpacked."""
    return unpack(archive, tmp_path_factory.mktemp("unpacked"))


@pytest.fixture(scope="session")
def debian(archive: Path) -> Iterator[BareDebian]:
    """A Debian with nothing but the documented packages, and the program unpacked in it."""
    with bare_debian() as root:
        unpack(archive, root.folder / "opt")
        yield root


@pytest.fixture(scope="module", params=["this system", "bare Debian"])
def stage(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Where the program is tried: with this system's libraries, and with the documented ones."""
    if request.param == "this system":
        program: Path = request.getfixturevalue("program")
        return stage_here(program, tmp_path_factory.mktemp("stage"))
    debian: BareDebian = request.getfixturevalue("debian")
    return debian.stage(this_release().name)


@pytest.fixture(scope="session")
def recordings(request: pytest.FixtureRequest) -> list[Path]:
    """Real recordings of all genres by turns; none where the data set is not at hand."""
    data = data_folder(request.config.getoption("--data"))
    if data is None:
        return []
    genres = [sorted(folder.glob("*.flac")) for folder in sorted((data / "gtzan/audio").glob("*"))]
    return [clip for clips in zip(*genres, strict=False) for clip in clips]


@pytest.fixture(scope="session")
def every_format(recordings: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a clip in each format that can be made here."""
    folder = tmp_path_factory.mktemp("every format")
    for number, (kind, form) in enumerate(sounds.FORMATS.items()):
        if recordings:
            clip = _real_clip(recordings[number % len(recordings)], form.rate)
        else:
            clip = sounds.music(_CLIP_SECONDS, seed=number, rate=form.rate)
        sounds.write_sound(folder / f"{kind}{form.extension}", clip, kind)
    return folder


def _real_clip(recording: Path, rate: int) -> sounds.Samples:
    """A stretch of a recording at a rate of its own."""
    with open_sound(recording, Span(_FROM_SECONDS, _FROM_SECONDS + _CLIP_SECONDS)) as sound:
        samples = np.concatenate(list(sound.blocks()))
    moments = np.arange(round(_CLIP_SECONDS * rate)) / rate
    heard = np.interp(moments, np.arange(len(samples)) / SAMPLE_RATE, samples)
    return np.asarray(heard, np.float32)


@pytest.fixture
def music(stage: Stage, every_format: Path) -> Iterator[Path]:
    """A copy of these clips in the stage's room."""
    with stage.copy_of(every_format) as copy:
        yield copy
