"""The model packages that are there; their files are read and compared, nothing is run."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from genre_desktop.core.places import model_folders
from genre_desktop.inference.refusal import PackageRefused

MANIFEST_FILE = "manifest.json"

# The first of these that is there is the default. The network for everyday collections tells
# GTZAN's ten apart among themselves as well as GTZAN's own does, and has words for electronic and
# folk music beside them. The ensemble takes longer, and no gain over the network alone is shown.
PREFERENCE = ("everyday-cnn", "gtzan-cnn", "gtzan-ensemble", "fma-cnn", "gtzan-svc")


class ModelEntry(NamedTuple):
    """A package in the catalogue; one whose manifest is of no use has a name and a refusal only.

    Attributes:
        name: The package's name, or its folder's where the manifest cannot be read.
        version: The package's version.
        title: Its name for people.
        kind: "mel", "statistics" or "ensemble".
        labels: Its genres.
        folder: Where it lies.
        card: The text of its card in Markdown, empty where it cannot be read.
        refusal: Why it cannot be used, in a sentence; empty where nothing speaks against it. The
            graph itself is proved when the package is opened.
        unsure_below: A highest probability below this is "unsure"; None where the manifest cannot
            be read.
    """

    name: str
    version: str
    title: str
    kind: str
    labels: tuple[str, ...]
    folder: Path
    card: str
    refusal: str
    unsure_below: float | None = None


def available_models(*, also_own: bool = True) -> tuple[ModelEntry, ...]:
    """Every package in the model folders: the program's own first, each folder by name.

    Args:
        also_own: Where false, the user's packages are left out.
    """
    folders = model_folders(also_own=also_own)
    return tuple(_entry(package) for folder in folders for package in _packages(folder))


def default_model(entries: Iterable[ModelEntry] | None = None) -> ModelEntry | None:
    """The usable package that is preferred, else the first usable one, None without any.

    Args:
        entries: Those to choose from; None is to look for them.
    """
    found = available_models() if entries is None else entries
    usable = [entry for entry in found if not entry.refusal]
    preferred = {name: place for place, name in enumerate(PREFERENCE)}
    return min(usable, key=lambda entry: preferred.get(entry.name, len(preferred)), default=None)


def _packages(folder: Path) -> list[Path]:
    try:
        children = sorted(folder.iterdir())
    except OSError:
        return []
    return [child for child in children if child.name[0] != "." and _holds_manifest(child)]


def _holds_manifest(folder: Path) -> bool:
    try:
        return (folder / MANIFEST_FILE).exists()
    except OSError:  # it may not be read: an entry will say so
        return True


def _entry(folder: Path) -> ModelEntry:
    # here: the window is painted before it reads manifests
    from genre_desktop.inference.package_files import read_files, read_manifest

    try:
        manifest = read_manifest(folder)
    except PackageRefused as refused:
        return ModelEntry(folder.name, "", folder.name, "", (), folder, "", refused.sentence)
    card = refusal = ""
    try:
        card = read_files(folder).card
    except PackageRefused as refused:
        refusal = refused.sentence
    return ModelEntry(
        name=manifest.name,
        version=manifest.version,
        title=manifest.title,
        kind=manifest.kind,
        labels=manifest.labels,
        folder=folder,
        card=card,
        refusal=refusal,
        unsure_below=manifest.unsure_threshold,
    )
