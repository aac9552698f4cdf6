"""The files of a model package, read and compared with its manifest; no runtime is needed."""

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from genre_desktop.dsp.regular_file import read_limited
from genre_desktop.inference.manifest import LONGEST_MANIFEST, Graph, Manifest, parse_manifest
from genre_desktop.inference.refusal import PackageRefused

MANIFEST_FILE, MODEL_FILE, CARD_FILE = "manifest.json", "model.onnx", "card.md"
GOLDEN_FILE = "golden.npz"
MOST_MODEL_BYTES = 64 * 1024 * 1024
MOST_GOLDEN_BYTES = 16 * 1024 * 1024
LONGEST_CARD = 256 * 1024


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose files are those that its manifest names.

    Attributes:
        folder: Where it lies.
        card: Its card for people, in Markdown.
        model: The bytes of model.onnx, empty for an ensemble.
        members: Of an ensemble, in the order in which it names them.
        digest: Hash of all that decides its answers: the manifest, which holds the graph's hash,
            and the members' digests. Two packages of one name and version may differ in it.
    """

    folder: Path
    manifest: Manifest
    card: str
    model: bytes = field(repr=False)
    members: tuple["Package", ...]
    digest: str


def read_files(folder: Path) -> Package:
    """Reads a package, and the members of an ensemble, which lie in folders beside it.

    Raises:
        PackageRefused: A file is missing, too large or not the one that the manifest names; or a
            member is not there, is refused itself, or tells other genres apart.
    """
    text = _text(folder / MANIFEST_FILE, 4 * LONGEST_MANIFEST)
    manifest = _parsed(text, folder)
    card = _text(folder / CARD_FILE, LONGEST_CARD)
    model = b"" if manifest.graph is None else _model(folder, manifest.name, manifest.graph)
    members = _members(folder, manifest)
    decisive = [text, *(member.digest for member in members)]
    digest = hashlib.sha256("\0".join(decisive).encode()).hexdigest()
    return Package(folder, manifest, card, model, members, digest)


def read_manifest(folder: Path) -> Manifest:
    """Reads a package's manifest alone.

    Raises:
        PackageRefused: It cannot be read, or is not as it must be.
    """
    return _parsed(_text(folder / MANIFEST_FILE, 4 * LONGEST_MANIFEST), folder)


def content_of(path: Path, most_bytes: int) -> bytes:
    """The content of one of a package's files.

    Raises:
        PackageRefused: It cannot be read, or is larger.
    """
    try:
        return read_limited(path, most_bytes)
    except OSError as error:
        raise PackageRefused(
            f"The file {path} of a model package cannot be read ({error.strerror or error}). "
            "Install the package again."
        ) from error


def _model(folder: Path, name: str, graph: Graph) -> bytes:
    model = content_of(folder / MODEL_FILE, MOST_MODEL_BYTES)
    if hashlib.sha256(model).hexdigest() != graph.model_sha256:
        raise PackageRefused(
            f"The model “{name}” was changed: {folder / MODEL_FILE} is not the file that its "
            "manifest names. Install the package again."
        )
    return model


def _members(folder: Path, wanted: Manifest) -> tuple[Package, ...]:
    members = []
    for member in wanted.members:
        place = _beside(folder, member.name, member.version)
        if place is None:
            raise PackageRefused(
                f"The ensemble “{wanted.name}” needs the model “{member.name}” {member.version}, "
                f"which is not beside it in {folder.parent}."
            )
        _refuse_unfit(wanted, read_manifest(place))
        members.append(read_files(place))
    return tuple(members)


def _refuse_unfit(ensemble: Manifest, member: Manifest) -> None:
    if member.graph is None:
        raise PackageRefused(
            f"The member “{member.name}” of “{ensemble.name}” is an ensemble itself."
        )
    if member.labels != ensemble.labels:
        raise PackageRefused(
            f"The ensemble “{ensemble.name}” and its member “{member.name}” do not tell the "
            "same genres apart."
        )


def _beside(folder: Path, name: str, version: str) -> Path | None:
    for other in _all_beside(folder):
        if not os.path.isfile(other / MANIFEST_FILE):  # noqa: PTH113 - `Path` raises where it is closed
            continue
        try:
            manifest = read_manifest(other)
        except PackageRefused:
            continue  # another package's trouble; if it was the wanted one, it is named as missing
        if (manifest.name, manifest.version) == (name, version):
            return other
    return None


def _all_beside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.parent.iterdir())
    except OSError as error:
        raise PackageRefused(
            f"The folder {folder.parent} cannot be searched for the members of an ensemble "
            f"({error.strerror or error}). Make it readable."
        ) from error


def _parsed(text: str, folder: Path) -> Manifest:
    try:
        return parse_manifest(text)
    except PackageRefused as refused:
        raise PackageRefused(f"Model package {folder}: {refused.sentence}") from refused


def _text(path: Path, most_bytes: int) -> str:
    try:
        return content_of(path, most_bytes).decode("utf-8")
    except UnicodeDecodeError as error:
        raise PackageRefused(f"The file {path} is not UTF-8 text.") from error
