"""Reads a model package from its folder, checks it, and lets it prove itself."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from genre_desktop.dsp.regular_file import open_regular
from genre_desktop.dsp.sound import SoundError
from genre_desktop.dsp.spec import StatisticsSpec
from genre_desktop.dsp.statistics import piece_statistics
from genre_desktop.inference.classifier import Classifier
from genre_desktop.inference.golden import check_golden
from genre_desktop.inference.graph_check import MOST_BYTES, check_graph
from genre_desktop.inference.manifest import LONGEST_MANIFEST, Graph, Manifest, parse_manifest
from genre_desktop.inference.refusal import PackageRefused

MANIFEST_FILE, MODEL_FILE = "manifest.json", "model.onnx"
GOLDEN_FILE, CARD_FILE = "golden.npz", "card.md"
_LONGEST_CARD = 256 * 1024
_LARGEST_GOLDEN = 16 * 1024 * 1024

__all__ = ["Package", "PackageRefused", "members_of", "prove", "read_package"]


@dataclass(frozen=True, slots=True)
class Package:
    """A package that may be run.

    Attributes:
        folder: Where it lies.
        card: Its card for people, in Markdown.
        model: The checked bytes of model.onnx, empty for an ensemble.
    """

    folder: Path
    manifest: Manifest
    card: str
    model: bytes = field(repr=False)


def read_package(folder: Path) -> Package:
    """Reads a package and checks everything that can be checked without running it.

    Raises:
        PackageRefused: A file is missing, too large, changed or not what the contract allows.
    """
    manifest = _read_manifest(folder)
    card = _text(folder / CARD_FILE, _LONGEST_CARD)
    if manifest.graph is None:
        return Package(folder, manifest, card, b"")
    model = _content(folder / MODEL_FILE, MOST_BYTES)
    if hashlib.sha256(model).hexdigest() != manifest.graph.model_sha256:
        raise PackageRefused(
            f"The model “{manifest.name}” was changed: {folder / MODEL_FILE} is not the file that "
            "its manifest names. Install the package again."
        )
    _check_statistics(manifest.graph)
    check_graph(model, manifest.graph, learning_operators=manifest.kind == "statistics")
    return Package(folder, manifest, card, model)


def members_of(ensemble: Package) -> tuple[Package, ...]:
    """The members of an ensemble, which lie in folders beside its own, in the order it names them.

    Raises:
        PackageRefused: One is not there, is refused itself, or tells other genres apart.
    """
    wanted = ensemble.manifest
    members = []
    for member in wanted.members:
        folder = _beside(ensemble.folder, member.name, member.version)
        if folder is None:
            raise PackageRefused(
                f"The ensemble “{wanted.name}” needs the model “{member.name}” {member.version}, "
                f"which is not beside it in {ensemble.folder.parent}."
            )
        package = read_package(folder)
        if package.manifest.labels != wanted.labels:
            raise PackageRefused(
                f"The ensemble “{wanted.name}” and its member “{member.name}” do not tell the "
                "same genres apart."
            )
        if package.manifest.graph is None:
            raise PackageRefused(
                f"The member “{member.name}” of “{wanted.name}” is an ensemble itself."
            )
        members.append(package)
    return tuple(members)


def prove(package: Package, classifier: Classifier | None = None) -> None:
    """Runs the golden clips of a package, or of an ensemble's members, on this machine.

    Args:
        package: The package.
        classifier: The package's own, where it is loaded already.

    Raises:
        PackageRefused: Features or answers are not those that the package promises.
    """
    graph = package.manifest.graph
    if graph is None:
        for member in members_of(package):
            prove(member)
        return
    golden = _content(package.folder / GOLDEN_FILE, _LARGEST_GOLDEN)
    try:
        check_golden(golden, graph, classifier or Classifier(package.model, graph))
    except PackageRefused as refused:
        raise PackageRefused(
            f"The model “{package.manifest.name}” does not prove itself: {refused.sentence}"
        ) from refused


def _check_statistics(graph: Graph) -> None:
    """Takes the statistics of silence, to see that they exist."""
    if not isinstance(graph.features, StatisticsSpec):
        return
    silence = np.zeros((graph.features.mel.mel_bands, graph.shortest_frames), np.float32)
    try:
        piece_statistics(silence, graph.features)
    except ValueError as error:
        raise PackageRefused(
            f"In the manifest, “graph.features” cannot be had: {error}."
        ) from error


def _beside(folder: Path, name: str, version: str) -> Path | None:
    for other in sorted(folder.parent.iterdir()):
        if not (other / MANIFEST_FILE).is_file():
            continue
        try:
            manifest = _read_manifest(other)
        except PackageRefused:
            continue  # another package's trouble; if it was the wanted one, it is named as missing
        if (manifest.name, manifest.version) == (name, version):
            return other
    return None


def _read_manifest(folder: Path) -> Manifest:
    try:
        return parse_manifest(_text(folder / MANIFEST_FILE, 4 * LONGEST_MANIFEST))
    except PackageRefused as refused:
        raise PackageRefused(f"{refused.sentence} (Model package {folder}.)") from refused


def _text(path: Path, most_bytes: int) -> str:
    try:
        return _content(path, most_bytes).decode("utf-8")
    except UnicodeDecodeError as error:
        raise PackageRefused(f"The file {path} is not UTF-8 text.") from error


def _content(path: Path, most_bytes: int) -> bytes:
    try:
        with open_regular(path) as file:
            content = file.handle.read(most_bytes + 1)
    except (SoundError, OSError) as error:
        raise PackageRefused(f"The file {path} of a model package cannot be read.") from error
    if len(content) > most_bytes:
        raise PackageRefused(f"The file {path} is larger than {most_bytes >> 10} KB.")
    return content
