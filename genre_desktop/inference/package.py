"""Checks a model package before it is run, and lets it prove itself."""

from pathlib import Path

import numpy as np

from genre_desktop.dsp.spec import StatisticsSpec
from genre_desktop.dsp.statistics import piece_statistics
from genre_desktop.inference.classifier import Classifier
from genre_desktop.inference.golden import check_golden
from genre_desktop.inference.graph_check import check_graph
from genre_desktop.inference.manifest import Graph
from genre_desktop.inference.package_files import (
    GOLDEN_FILE,
    MOST_GOLDEN_BYTES,
    Package,
    content_of,
    read_files,
)
from genre_desktop.inference.refusal import PackageRefused

__all__ = ["Package", "PackageRefused", "prove", "read_package"]


def read_package(folder: Path) -> Package:
    """Reads a package and checks everything that can be checked without running it.

    Raises:
        PackageRefused: It, or a member of it, is not what the contract allows.
    """
    package = read_files(folder)
    for part in (package, *package.members):
        graph = part.manifest.graph
        if graph is not None:
            _check_statistics(graph)
            learning_operators = part.manifest.kind == "statistics"
            check_graph(part.model, graph, learning_operators=learning_operators)
    return package


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
        for member in package.members:
            prove(member)
        return
    golden = content_of(package.folder / GOLDEN_FILE, MOST_GOLDEN_BYTES)
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
