"""What a packaged program consists of, and to which package each of its files belongs."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import Distribution, distributions
from pathlib import Path

from tools.package.release import ROOT


@dataclass(frozen=True, slots=True)
class BundledFile:
    """A file or module of the program.

    Attributes:
        place: In the program's folder; of a module, its dotted name.
        source: Where it was taken from.
        is_module: Whether it lies in the program's archive of modules.
    """

    place: str
    source: Path
    is_module: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """The program's files by what they are part of.

    Attributes:
        packages: Python packages with their files in the program.
        libraries: Libraries of the building system, by their Debian package where there is one.
        strangers: Files that belong to none of these, to Python and to the project: a fault.
    """

    packages: dict[str, "Package"] = field(default_factory=dict)
    libraries: dict[str, "SystemPackage"] = field(default_factory=dict)
    strangers: list[BundledFile] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Package:
    """A package of Python that is part of the program."""

    distribution: Distribution
    files: list[BundledFile]


@dataclass(frozen=True, slots=True)
class SystemPackage:
    """A package of the building system of which some libraries are part of the program."""

    name: str
    version: str
    files: list[BundledFile]


def read_parts(record: Path) -> Parts:
    """Sort what build.spec recorded."""
    entries = json.loads(record.read_text(encoding="utf-8"))
    files = [
        BundledFile(place, Path(source), kind.startswith("PYMODULE"))
        for place, source, kind in entries
    ]
    owners = _owners()
    parts = Parts()
    for file in files:
        _sort_in(file, owners, parts)
    return parts


def _sort_in(file: BundledFile, owners: dict[Path, Distribution], parts: Parts) -> None:
    owner = owners.get(file.source) or owners.get(file.source.resolve())  # behind a link
    if owner is not None:
        name = normalised(owner.name)
        parts.packages.setdefault(name, Package(owner, [])).files.append(file)
    elif _is_system_library(file.source):
        package = _system_package(file.source)
        parts.libraries.setdefault(package.name, package).files.append(file)
    elif not _is_ours_or_pythons(file.source):
        parts.strangers.append(file)


def _owners() -> dict[Path, Distribution]:
    """The package of each file in this environment."""
    return {
        Path(str(distribution.locate_file(file))).resolve(): distribution
        for distribution in distributions()
        for file in distribution.files or ()
    }


def _is_ours_or_pythons(source: Path) -> bool:
    if "site-packages" in source.parts:
        return False
    homes = (ROOT, Path(sys.base_prefix).resolve(), *_standard_library())
    return source == Path("-") or any(source.is_relative_to(home) for home in homes)


def _standard_library() -> Iterator[Path]:
    import sysconfig

    for name in ("stdlib", "platstdlib"):
        yield Path(sysconfig.get_path(name)).resolve()


def _is_system_library(source: Path) -> bool:
    return bool(re.search(r"\.so(\.|$)", source.name)) and not _is_ours_or_pythons(source)


def _system_package(library: Path) -> SystemPackage:
    """The Debian package of a library; where the system is another, one named like the library."""
    if shutil.which("dpkg-query"):
        for path in (library, Path("/usr") / library.relative_to("/"), library.resolve()):
            asked = ("dpkg-query", "--search", str(path))
            done = subprocess.run(asked, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                name = done.stdout.partition(":")[0]
                return SystemPackage(name, _debian_version(name), [])
    return SystemPackage(library.name.partition(".so")[0], "unknown", [])


def _debian_version(package: str) -> str:
    asked = ("dpkg-query", "--show", "--showformat=${Version}\n", package)
    done = subprocess.run(asked, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[0]


def normalised(name: str) -> str:
    """A package's name as indexes write it."""
    return re.sub(r"[-_.]+", "-", name).lower()
