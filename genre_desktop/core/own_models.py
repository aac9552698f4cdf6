"""Puts model packages into the user's folder and takes them out, each wholly or not at all."""

import lzma
import os
import shutil
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from genre_desktop.core.atomic_file import keep_rename
from genre_desktop.core.catalogue import ModelEntry, available_models
from genre_desktop.core.places import own_models_folder
from genre_desktop.dsp.regular_file import read_limited
from genre_desktop.inference.manifest import LONGEST_MANIFEST, Manifest
from genre_desktop.inference.package_files import (
    CARD_FILE,
    GOLDEN_FILE,
    LONGEST_CARD,
    MANIFEST_FILE,
    MODEL_FILE,
    MOST_GOLDEN_BYTES,
    MOST_MODEL_BYTES,
    read_files,
    read_manifest,
)
from genre_desktop.inference.refusal import PackageRefused

ARCHIVE_ENDING = ".zip"

_MOST_BYTES: Mapping[str, int] = {
    MANIFEST_FILE: 4 * LONGEST_MANIFEST,
    MODEL_FILE: MOST_MODEL_BYTES,
    GOLDEN_FILE: MOST_GOLDEN_BYTES,
    CARD_FILE: LONGEST_CARD,
}
# What zipfile lets through: of its own, of its decompressors, of names that are no UTF-8.
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, ValueError)
_HALF_DONE = ".half-done-"  # the catalogue passes over names that begin with a dot
_LEFT_SECONDS = 3_600.0  # nobody works so long on one


def is_own(folder: Path) -> bool:
    """Whether a package lies in the user's folder; the others came with the program."""
    return folder.parent == own_models_folder()


def install(source: Path, prove: Callable[[Path], None]) -> str:
    """Copy a package into the user's folder, if it is as it must be, and return its title.

    Args:
        source: The package's folder, its manifest, or an archive (.zip) of either.
        prove: Runs the package in a folder on its golden clips, and raises `PackageRefused`.

    Raises:
        PackageRefused: It is not installed, and why.
    """
    files = _files_of(source.parent if source.name == MANIFEST_FILE else source)
    models = own_models_folder()
    try:
        models.mkdir(parents=True, exist_ok=True)
        _tidy_up(models)
        half_done = models / f"{_HALF_DONE}{os.urandom(8).hex()}"
        half_done.mkdir()
        try:
            return _install(files, half_done, prove)
        except PackageRefused as refused:
            raise PackageRefused(refused.sentence.replace(str(half_done), str(source))) from refused
        finally:
            shutil.rmtree(half_done, ignore_errors=True)
    except OSError as error:
        raise PackageRefused(
            f"The model could not be copied into {models} ({error.strerror or error}). "
            "Nothing was installed."
        ) from error


def remove(entry: ModelEntry) -> None:
    """Take one of the user's packages out.

    Raises:
        PackageRefused: It stays, and why.
    """
    if not is_own(entry.folder):
        raise PackageRefused(f"“{entry.title}” came with the program and stays.")
    for other in available_models():
        if is_own(other.folder) and _needs(other, entry):
            raise PackageRefused(
                f"“{other.title}” is made of “{entry.title}” and others. Remove it first."
            )
    models = own_models_folder()
    try:
        _tidy_up(models)
        if entry.folder.is_symlink():
            entry.folder.unlink()
            return
        half_done = entry.folder.rename(models / f"{_HALF_DONE}{os.urandom(8).hex()}")
    except OSError as error:
        raise PackageRefused(
            f"“{entry.title}” could not be removed from {models} ({error.strerror or error})."
        ) from error
    keep_rename(models)
    shutil.rmtree(half_done, ignore_errors=True)


def _install(files: Mapping[str, bytes], half_done: Path, prove: Callable[[Path], None]) -> str:
    for name, content in files.items():
        with (half_done / name).open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    manifest = read_files(half_done).manifest
    target = half_done.with_name(manifest.name)
    _refuse_known(manifest, target)
    prove(half_done)
    keep_rename(half_done)  # its files' names, as their contents were
    half_done.rename(target)
    keep_rename(target.parent)
    return manifest.title


def _refuse_known(manifest: Manifest, target: Path) -> None:
    for entry in available_models():
        if entry.name != manifest.name:
            continue
        if is_own(entry.folder):
            raise PackageRefused(
                f"A model named {entry.name} is installed already (“{entry.title}” "
                f"{entry.version}). Remove it first, then install this one."
            )
        raise PackageRefused(
            f"A model that came with the program is named {entry.name}, too. Give yours another "
            "name where it is made, then install it."
        )
    if os.path.lexists(target):
        raise PackageRefused(f"{target} is there already. Move it away, then install again.")


def _needs(ensemble: ModelEntry, entry: ModelEntry) -> bool:
    if ensemble.kind != "ensemble":
        return False
    with suppress(PackageRefused):  # it is of no use already
        members = read_manifest(ensemble.folder).members
        return (entry.name, entry.version) in {(one.name, one.version) for one in members}
    return False


def _files_of(source: Path) -> dict[str, bytes]:
    """The contents of those files of a package that are there; nothing else is taken."""
    try:
        found = _files_in_archive(source) if source.is_file() else _files_in_folder(source)
    except _DAMAGED as error:
        raise PackageRefused(f"The archive {source} cannot be read ({error}).") from error
    except OSError as error:
        raise PackageRefused(
            f"The model package {source} cannot be read ({error.strerror or error})."
        ) from error
    if MANIFEST_FILE not in found:
        raise PackageRefused(
            f"{source} holds no model package: there is no {MANIFEST_FILE} in it, or several. "
            f"Choose a {MANIFEST_FILE} or an archive of a package."
        )
    return found


def _files_in_folder(folder: Path) -> dict[str, bytes]:
    return {
        name: read_limited(folder / name, most)
        for name, most in _MOST_BYTES.items()
        if (folder / name).exists()
    }


def _files_in_archive(archive: Path) -> dict[str, bytes]:
    if archive.suffix.lower() != ARCHIVE_ENDING:
        return {}
    with zipfile.ZipFile(archive) as opened:
        names = {PurePosixPath(name): name for name in opened.namelist()}
        manifests = [path for path in names if path.name == MANIFEST_FILE]
        if len(manifests) != 1:
            return {}
        wanted = {name: names.get(manifests[0].with_name(name)) for name in _MOST_BYTES}
        return {
            name: _unpacked(opened, inside, _MOST_BYTES[name])
            for name, inside in wanted.items()
            if inside is not None
        }


def _unpacked(archive: zipfile.ZipFile, name: str, most_bytes: int) -> bytes:
    with archive.open(name) as file:
        content = file.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise PackageRefused(f"In the archive, {name} is longer than {most_bytes} bytes.")
    return content


def _tidy_up(models: Path) -> None:
    """Remove what a killed program left half done."""
    for left in models.glob(f"{_HALF_DONE}*"):
        if time.time() - left.lstat().st_mtime > _LEFT_SECONDS:
            shutil.rmtree(left, ignore_errors=True)
