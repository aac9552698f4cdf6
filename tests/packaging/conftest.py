"""What the tests of the packaged program stand on: its archive, and places to try it in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.bare_debian import BareDebian, bare_debian
from tests.packaging.stage import Stage, stage_here
from tests.support import sounds
from tests.support.missing import skip_for_want_of
from tools.package.archive import unpack
from tools.package.release import DIST, this_release

_CLIP_SECONDS = 4.0


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
def every_format(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a clip in each format that can be made here."""
    folder = tmp_path_factory.mktemp("every format")
    for number, (kind, form) in enumerate(sounds.FORMATS.items()):
        clip = sounds.music(_CLIP_SECONDS, seed=number, rate=form.rate)
        sounds.write_sound(folder / f"{kind}{form.extension}", clip, kind)
    return folder


@pytest.fixture
def music(stage: Stage, every_format: Path) -> Iterator[Path]:
    """A copy of these clips in the stage's room."""
    with stage.copy_of(every_format) as copy:
        yield copy
