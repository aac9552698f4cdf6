"""What is in the archive: all that is needed, nothing else, with licences, and old enough."""

import hashlib
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tools.package import limits
from tools.package.needs import GLIBC, LIBRARIES, OPTIONAL_PLUGINS, SOUND, packages
from tools.package.parts import normalised
from tools.package.release import DIST, ROOT, this_release
from tools.package.wheel_libraries import origin_of

pytestmark = [pytest.mark.package, pytest.mark.timeout(300)]

_ROUGHLY_MB = 0.2  # by which a part may have grown since its size was written down
_FORBIDDEN = ("librosa", "numba", "llvmlite", "sklearn", "scipy", "torch", "matplotlib", "pandas")


@pytest.fixture(scope="module")
def parts(program: Path) -> list[dict[str, Any]]:
    """The components of the list of parts."""
    listed: list[dict[str, Any]] = json.loads((program / "sbom.cdx.json").read_text())["components"]
    return listed


@pytest.fixture(scope="module")
def modules(program: Path) -> set[str]:
    """The names of all modules in the program's own archive."""
    from PyInstaller.archive.readers import CArchiveReader

    whole = CArchiveReader(str(program / "genre-desktop"))
    return set(whole.open_embedded_archive("PYZ.pyz").toc)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def test_the_checksums_are_those_of_the_files(archive: Path) -> None:
    for line in (DIST / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((archive.parent / name).read_bytes()).hexdigest() == digest


def test_it_is_no_larger_than_promised(program: Path, archive: Path) -> None:
    limits.check(program, archive)


def test_the_documentation_says_what_each_of_the_largest_parts_is_for(program: Path) -> None:
    table = (ROOT / "docs" / "packaging.md").read_text().partition("The largest parts:")[2]
    places = [Path(part.place) for part in limits.largest(program)]
    names = [place.parent.name if place.suffix == ".onnx" else place.name for place in places]

    assert [name for name in names if f"`{re.split('[.-]|_-', name)[0]}" not in table] == []


def test_the_sizes_in_the_documentation_are_those_of_the_archive(
    program: Path, archive: Path
) -> None:
    text = (ROOT / "docs" / "packaging.md").read_text()
    (whole,) = re.findall(r"It is (\d+) and (\d+) at present", text)
    (models,) = re.findall(r"All models together are (\d+) MB", text)
    table = text.partition("The largest parts:")[2]
    told = {name: float(size) for name, size in re.findall(r"`([^`]+)` \| ([\d.]+) \|", table)}
    found = {
        name: part.size_mb
        for part in reversed(limits.largest(program, 20))  # of a model's files the largest counts
        for name in _names(Path(part.place))
        if name in told
    }

    assert len(found) == len(told) > 9
    assert {name for name in told if abs(found[name] - told[name]) > _ROUGHLY_MB} == set()
    measured = (limits.unpacked_mb(program), archive.stat().st_size / 1e6)
    assert [round(size) for size in measured] == pytest.approx([int(size) for size in whole], abs=1)
    in_models = limits.unpacked_mb(program / "_internal" / "models")
    assert in_models == pytest.approx(int(models), abs=0.5)


def _names(place: Path) -> set[str]:
    """What the documentation may call a file: without version and hash, or by its folder."""
    return {place.name, re.split("[.-]|_-", place.name)[0], place.parent.name}


def test_nothing_heavy_slipped_in(program: Path, modules: set[str]) -> None:
    names = {name.partition(".")[0] for name in modules}
    names |= {path.name.partition(".")[0] for path in (program / "_internal").iterdir()}

    assert names.isdisjoint(_FORBIDDEN)


def test_video_encoders_are_there_by_name_only(program: Path) -> None:
    libraries = program / "_internal" / "av.libs"
    named = [*libraries.glob("libx265-*"), *libraries.glob("libSvtAv1Enc-*")]

    assert len(named) == 2
    assert all(library.stat().st_size < 50_000 for library in named)


def test_every_package_is_in_the_lock(parts: list[dict[str, Any]]) -> None:
    lock = (ROOT / "requirements" / "run.lock").read_text()
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    bundled = {part["name"] for part in parts if part.get("purl", "").startswith("pkg:pypi/")}

    assert bundled - locked == {"pyinstaller"}  # its starter


def test_every_module_of_ours_is_there(modules: set[str]) -> None:
    ours = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for file in (ROOT / "genre_desktop").rglob("*.py")
    }

    assert ours - modules - {"genre_desktop.__main__"} == set()


def test_models_and_resources_are_those_of_the_project(program: Path) -> None:
    for folder in ("models", "resources"):
        for file in _files(ROOT / folder):
            bundled = program / "_internal" / file.relative_to(ROOT)
            assert bundled.read_bytes() == file.read_bytes(), file


def test_the_documents_that_the_window_shows_are_there(program: Path) -> None:
    documents = program / "_internal" / "documents"

    assert {file.name for file in documents.iterdir()} == {"THIRD_PARTY.md", "RESULTS.md"}


def test_every_part_has_its_licence(program: Path, parts: list[dict[str, Any]]) -> None:
    with_texts = {
        normalised(folder.name)
        for folder in (program / "licences").iterdir()
        if any(text.stat().st_size for text in folder.iterdir())
    }
    told = (program / "THIRD_PARTY.md").read_text()

    assert {normalised(part["name"]) for part in parts} <= with_texts
    for part in parts:
        assert re.search(rf"^\| {re.escape(part['name'])} \|", told.replace("_", "-"), re.MULTILINE)


def test_what_wheels_carry_of_others_has_its_text(
    program: Path, parts: list[dict[str, Any]]
) -> None:
    for part in parts:
        name = normalised(part["name"])
        for library in part.get("components", []):
            origin = origin_of(name, library["name"])
            if origin is not None:
                assert library["licenses"], library["name"]
            if origin is not None and origin.notice:
                (folder,) = (program / "licences").glob(name.replace("-", "?"))
                assert (folder / origin.notice).exists(), library["name"]


def test_no_file_wants_a_newer_c_library_than_is_stated(
    program: Path, tool: Callable[[str], str]
) -> None:
    objdump = tool("objdump")
    libraries = [file for file in _files(program) if file.read_bytes()[:4] == b"\x7fELF"]
    done = subprocess.run([objdump, "-T", *libraries], capture_output=True, text=True, check=True)
    wanted = {
        tuple(map(int, version)) for version in re.findall(r"GLIBC_(\d+)\.(\d+)", done.stdout)
    }

    assert len(libraries) > 100
    assert max(wanted) == GLIBC
    assert f"glibc {'.'.join(map(str, GLIBC))}" in (ROOT / "docs" / "packaging.md").read_text()


def test_every_library_finds_those_it_wants_here_or_among_the_documented(program: Path) -> None:
    bundled = {path.name for path in (program / "_internal").rglob("*.so*")}
    wanted: dict[str, str] = {}
    for file in _files(program):
        if file.read_bytes()[:4] == b"\x7fELF" and file.name not in OPTIONAL_PLUGINS:
            done = subprocess.run(
                ["objdump", "-p", file], capture_output=True, text=True, check=True
            )
            for name in re.findall(r"NEEDED +(\S+)", done.stdout):
                wanted[name] = str(file.relative_to(program))

    lacking = {name: by for name, by in wanted.items() if name not in bundled | LIBRARIES}
    assert lacking == {}


def test_the_documentation_names_every_package_of_the_system() -> None:
    text = (ROOT / "docs" / "packaging.md").read_text()
    rows = re.findall(r"^\| (?:a window|… on \w+|sound) \| `([^`]+)` \|$", text, re.MULTILINE)
    tabled = {name for names in rows for name in names.split()}

    assert tabled == {*packages(), *SOUND}


def test_nothing_tells_where_it_was_built(program: Path) -> None:
    told = [
        file
        for file in _files(program)
        if file.suffix in {".json", ".md", ".sh", ".txt", ".desktop", ".xml"}
        and str(ROOT) in file.read_text(errors="replace")
    ]

    assert told == []


def test_the_archive_is_named_by_version_and_system(archive: Path) -> None:
    from genre_desktop import __version__

    assert archive.name == f"genre-desktop-{__version__}-{this_release().system}.tar.gz"
