"""The licences of everything in a packaged program, and where the source of each part is had."""

import shutil
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path

from tools.package.parts import Package, Parts, SystemPackage, normalised
from tools.package.release import ROOT
from tools.package.wheel_libraries import notices_of

_TELLING = ("licen", "copying", "notice", "authors")  # parts of the names of such files
_COMMON_TEXTS = Path("/usr/share/common-licenses")  # what Debian's copyright files point to
# Wheels whose metadata name a licence without its text; the texts stand beside.
_TEXTS_ELSEWHERE = "LICENSE (GPL 3) and licences/common"

_BEGINNING = """
## In this archive

Written by `make package` from the metadata of what it took. The texts stand in `licences/`, one
folder for each part; what several of them share (GPL, LGPL, Apache …) in `licences/common`.

**Source.** Genre Desktop, mutagen and the x264 inside PyAV's wheel are under the GPL; Qt, PySide6,
FFmpeg and further libraries of that wheel under the LGPL. On Linux its x265 and SVT-AV1 are there
by name only: empty libraries that `tools/package/stand_ins.py` writes. The source of Genre Desktop
{version} stands beside every release and is the tag of that version in its repository. The exact
versions of all other parts are below; their source is had at the places named there, those of
libraries of the system also by `apt-get source NAME=VERSION` on Debian. PyAV's wheel is built by
the recipes that its repository names. Every library under the LGPL is a file of its own in
`_internal` and may be replaced by another build of it.

| part | version | licence | source |
| --- | --- | --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Licensed:
    """One part of the program with what its makers ask to be told.

    Attributes:
        name: In lower case.
        version: Its own.
        licence: In a few words.
        source: Where its source is had.
        texts: What it carries itself.
        notices: Of the works of others that it carries without their texts.
    """

    name: str
    version: str
    licence: str
    source: str
    texts: tuple[Path, ...]
    notices: tuple[Path, ...] = ()


def write_licences(folder: Path, parts: Parts, version: str) -> None:
    """Copy all texts of licences into a program's folder and write THIRD_PARTY.md there."""
    everything = list(licensed(parts))
    for part in everything:
        _copy_texts(part, folder / "licences" / part.name)
    for text in sorted(_COMMON_TEXTS.glob("*")):
        if not text.is_symlink():
            _copy(text, folder / "licences" / "common" / text.name)
    _copy(ROOT / "LICENSE", folder / "LICENSE")
    rows = [f"| {p.name} | {p.version} | {p.licence} | {p.source} |\n" for p in everything]
    told = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    listing = told + _BEGINNING.format(version=version) + "".join(rows)
    (folder / "THIRD_PARTY.md").write_text(listing, encoding="utf-8", newline="\n")


def licensed(parts: Parts) -> Iterator[Licensed]:
    """All parts, by name."""
    yield _python()
    for _, package in sorted(parts.packages.items()):
        yield _of_package(package)
    for _, library in sorted(parts.libraries.items()):
        yield _of_library(library)


def _python() -> Licensed:
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    return Licensed(
        "python",
        ".".join(map(str, sys.version_info[:3])),
        "PSF-2.0",
        "https://www.python.org/downloads/source/",
        (text,) if text.exists() else (),
    )


def _of_package(package: Package) -> Licensed:
    distribution = package.distribution
    texts = [
        Path(str(distribution.locate_file(file)))
        for file in distribution.files or ()
        if any(word in file.name.lower() for word in _TELLING)
        and file.suffix not in {".py", ".pyc"}
    ]
    return Licensed(
        distribution.name.lower(),
        distribution.version,
        licence_of(distribution),
        source_of(distribution),
        tuple(text for text in texts if text.exists()),
        tuple(notices_of(normalised(distribution.name), (file.source for file in package.files))),
    )


def licence_of(distribution: Distribution) -> str:
    """What a package's metadata say of its licence, in a few words."""
    about = distribution.metadata
    for name in ("License-Expression", "License"):
        if name in about:
            return " ".join(about[name].split())
    classifiers = about.get_all("Classifier") or []
    kinds = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License")]
    return " and ".join(kinds) or "see its text"


def source_of(distribution: Distribution) -> str:
    """Where a package's source is had."""
    about = distribution.metadata
    places: dict[str, str] = {}
    for line in about.get_all("Project-URL") or ():
        label, _, place = line.partition(", ")
        places[label.lower()] = place
    for label in ("source", "source code", "repository", "homepage"):
        if label in places:
            return places[label]
    if "Home-page" in about:
        return str(about["Home-page"])
    return f"the package index, {distribution.name}"


def _of_library(library: SystemPackage) -> Licensed:
    text = Path("/usr/share/doc") / library.name / "copyright"
    source = f"Debian source package of {library.name}"
    return Licensed(
        library.name,
        library.version,
        "see its text",
        source,
        (text,) if text.exists() else (),
    )


def _copy_texts(part: Licensed, folder: Path) -> None:
    for number, text in enumerate(part.texts):
        taken = {other.name for other in part.texts[:number]}
        _copy(
            text, folder / (f"{text.parent.name}-{text.name}" if text.name in taken else text.name)
        )
    for notice in part.notices:
        _copy(notice, folder / notice.name)
    if not part.texts:
        note = f"{part.name} {part.version}: {part.licence}. The texts: {_TEXTS_ELSEWHERE}.\n"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "LICENCE").write_text(note, encoding="utf-8", newline="\n")


def _copy(text: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(text, target)
