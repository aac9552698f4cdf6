"""Writes model packages: graph, manifest, golden clips and card, proven before they take place."""

import hashlib
import tempfile
from dataclasses import dataclass
from importlib.metadata import version as installed_version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from genre_desktop.inference.manifest import Manifest, manifest_text
from genre_desktop.inference.package import prove, read_package
from training.cache import replacing
from training.refusal import Refused
from training.shipping.golden import GoldenClip

LARGEST_BYTES = 8_000_000
LIBRARIES = ("numpy", "torch", "librosa", "scikit-learn", "skl2onnx", "onnx", "onnxruntime", "av")


@dataclass(frozen=True, slots=True)
class Content:
    """The files of a package.

    Attributes:
        manifest: Names the hash of `graph`.
        card: Markdown for people.
        graph: The bytes of model.onnx, empty for an ensemble.
        golden: None for an ensemble.
    """

    manifest: Manifest
    card: str
    graph: bytes
    golden: tuple[GoldenClip, ...]


class PackageTooLarge(Refused):
    """A package has more bytes than a shipped one may have."""


class PlaceTaken(Refused):
    """Where a package should go lies something that is none."""


def sha256(content: bytes) -> str:
    """The digest that a manifest names."""
    return hashlib.sha256(content).hexdigest()


def software() -> tuple[tuple[str, str], ...]:
    """Names and versions of the libraries that took part."""
    return tuple((name, installed_version(name)) for name in LIBRARIES)


def write_package(folder: Path, content: Content) -> Path:
    """Write the files, let the package prove itself, and only then put it in its place.

    What lay there before stays as it was until then, and goes as a whole.

    Raises:
        PackageRefused: The application would refuse it.
        PackageTooLarge: It is larger than a shipped package may be.
        PlaceTaken: Something else than a package lies there.
    """
    refuse_other_things(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside the others, where an ensemble looks for its members.
    with tempfile.TemporaryDirectory(prefix=".", dir=folder.parent) as place:
        new = Path(place)
        _write_files(new, content)
        size = sum(path.stat().st_size for path in new.iterdir())
        if size > LARGEST_BYTES:
            raise PackageTooLarge(
                f"The package {folder.name} holds {size} bytes; it may have {LARGEST_BYTES}."
            )
        prove(read_package(new))
        _exchange(new, folder)
    return folder


def refuse_other_things(folder: Path) -> None:
    """Refuse to put a package in the place of anything but a package or an empty folder.

    Raises:
        PlaceTaken: Something else is there.
    """
    if not (folder.exists() or folder.is_symlink()) or (folder / "manifest.json").is_file():
        return
    if not folder.is_dir() or any(folder.iterdir()):
        raise PlaceTaken(
            f"{folder} holds other things than a package, which would be lost; name a new folder, "
            "such as models/NAME."
        )


def _write_files(folder: Path, content: Content) -> None:
    if content.graph:
        _write(folder / "model.onnx", content.graph)
        with replacing(folder / "golden.npz") as target, target.open("wb") as stream:
            np.savez_compressed(stream, allow_pickle=False, **_golden_arrays(content.golden))
    write_card(folder, content.card)
    _write(folder / "manifest.json", manifest_text(content.manifest).encode())


def _exchange(new: Path, folder: Path) -> None:
    """Puts a folder in another's place; the temporary one keeps what was there, to be removed."""
    old = new.with_name(f"{new.name}.old")
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except BaseException:
        if old.exists():
            old.rename(folder)
        raise
    folder.chmod(0o755)
    if old.exists():
        old.rename(new)
    else:
        new.mkdir()


def write_card(folder: Path, card: str) -> None:
    """Write a package's card for people."""
    _write(folder / "card.md", card.encode())


def _golden_arrays(clips: tuple[GoldenClip, ...]) -> dict[str, NDArray[np.float32]]:
    arrays: dict[str, NDArray[np.float32]] = {}
    for number, clip in enumerate(clips):
        arrays[f"audio_{number}"] = clip.audio
        arrays[f"features_{number}"] = clip.features
        arrays |= {f"{name}_{number}": values for name, values in clip.outputs.items()}
    return arrays


def _write(path: Path, content: bytes) -> None:
    with replacing(path) as target:
        target.write_bytes(content)
