"""Opens a model package of any kind, ready to listen to tracks."""

from collections.abc import Sequence
from pathlib import Path

from genre_desktop.inference import package as packages
from genre_desktop.inference.classifier import Classifier
from genre_desktop.inference.ear import Ear
from genre_desktop.inference.listening import Listening
from genre_desktop.inference.manifest import Graph, Manifest
from genre_desktop.inference.package import Package


class Model:
    """A loaded package: one runtime session for each graph, used for one track after another.

    Attributes:
        digest: Of the package: what other than this one it must not be taken for.
    """

    def __init__(
        self, package: Package, graphs: Sequence[tuple[Manifest, Graph, Classifier]]
    ) -> None:
        self.manifest = package.manifest
        self.digest = package.digest
        self._graphs = tuple(graphs)

    @property
    def shortest_seconds(self) -> float:
        """The least that is heard by itself."""
        return max(Ear(graph, classifier).shortest_seconds for _, graph, classifier in self._graphs)

    def listen(self, with_tempo: bool) -> Listening:
        """Begins a track; tracks may be heard side by side."""
        ears = [(manifest, Ear(graph, classifier)) for manifest, graph, classifier in self._graphs]
        return Listening(self.manifest, ears, with_tempo)


def open_model(folder: Path, prove: bool = False) -> Model:
    """Opens a package; the members of an ensemble lie in folders beside it.

    Args:
        folder: The package.
        prove: Whether its golden clips are run first.

    Raises:
        PackageRefused: The package, or a member of it, is not what the contract allows.
    """
    package = packages.read_package(folder)
    parts = package.members or (package,)
    return Model(package, [_loaded(part, prove) for part in parts])


def _loaded(package: Package, prove: bool) -> tuple[Manifest, Graph, Classifier]:
    graph = package.manifest.graph
    assert graph is not None
    classifier = Classifier(package.model, graph)
    if prove:
        packages.prove(package, classifier)
    return package.manifest, graph, classifier
