"""Whether an archive is of the sources as they are now."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.package.archive import sha256_of
from tools.package.release import BUILD, DIST, ROOT, Release

_FOLDERS = ("genre_desktop", "models", "resources", "tools/package")
FILES: Final = (
    *("build.spec", "LICENSE", "THIRD_PARTY.md", "training/RESULTS.md"),
    "requirements/package.lock",
)


def digest() -> str:
    """One for all that a packaged program is made of."""
    whole = hashlib.sha256()
    for file in _all_files():
        whole.update(f"{sha256_of(file)} {file.relative_to(ROOT).as_posix()}\n".encode())
    return whole.hexdigest()


def is_made(release: Release, of: str) -> bool:
    """Whether the archive of a release is there and was made of these sources."""
    stamp = _stamp(release)
    return _archive(release).exists() and stamp.exists() and stamp.read_text() == of


def note(release: Release, of: str) -> None:
    """Remember of which sources the archive of a release was made."""
    _stamp(release).write_text(of)


def _all_files() -> Iterator[Path]:
    for name in _FOLDERS:
        for file in sorted((ROOT / name).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file
    yield from (ROOT / name for name in FILES)


def _stamp(release: Release) -> Path:
    return BUILD / f"{release.name}.sources"


def _archive(release: Release) -> Path:
    return DIST / f"{release.name}.tar.gz"
