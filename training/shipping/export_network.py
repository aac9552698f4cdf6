"""A network's run as the graph and golden clips of a package of the kind `mel`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from training.networks.architectures import trunk_of, width_of
from training.networks.data import index_named
from training.networks.graph import OneHead
from training.networks.input_maps import map_of
from training.networks.many_heads import ManyHeads
from training.networks.material import Material
from training.networks.rounds import rounds_of
from training.networks.sources import LOG_MEL, Place, material_of
from training.shipping.export import (
    network_golden,
    network_graph,
    network_logits,
    refuse_difference,
)
from training.shipping.golden import GoldenClip
from training.shipping.in_pieces import InPieces
from training.shipping.run_folder import NotExportable, RunFolder

WINDOWS = 500
CALIBRATING = 100  # windows


@dataclass(frozen=True, slots=True)
class NetworkParts:
    """What a package is made of, and windows to try it on.

    Attributes:
        graph: The bytes of model.onnx.
        golden: With the answers of the PyTorch network.
        width: Of the embedding.
        piece_frames: Of what it hears at once.
        difference: Largest |Δp| between graph and network on the windows.
        windows: float32 (n, 128, frames) of tracks that the network was not fitted on.
        truth: (n,) their labels.
        calibrating: float32 (n, 128, frames) of tracks that it was fitted on: what 8 bits take
            their ranges from.
    """

    graph: bytes
    golden: tuple[GoldenClip, ...]
    width: int
    piece_frames: int
    difference: float
    windows: NDArray[np.float32]
    truth: NDArray[np.int64]
    calibrating: NDArray[np.float32]


def network_parts(
    run: RunFolder, data: Path | None, cache: Path, say: Callable[[str], None]
) -> NetworkParts:
    """The last fit of a run as a graph, compared with the network on real windows.

    Raises:
        NotExportable: The network hears something else than log-mels.
        Refused: It was fitted on a set of the data folder, and none is named.
        ExportDiffers: The graph does not answer as the network.
    """
    material = _material(run, data, Place(data, cache, say))
    network, width = network_of(run, material)
    graph = network_graph(network)
    learnt, held = _sides(run, material)
    windows, truth = _windows(material, held, WINDOWS)
    calibrating, _ = _windows(material, learnt, CALIBRATING)
    off = refuse_difference(graph, windows, network_logits(network, windows))
    golden, frames = network_golden(network), network.piece_frames
    return NetworkParts(graph, golden, width, frames, off, windows, truth, calibrating)


def network_of(run: RunFolder, material: Material) -> tuple[InPieces, int]:
    """The network of the run's last fit, from the numbers that it has kept, and its width.

    Raises:
        NotExportable: They do not fit the run's settings.
    """
    config: Any = run.record.config
    name = Path(str(config["data"])).stem.replace(".", "_")
    wanted = ("trunk.", f"heads.{name}.", f"maps.{name}.")
    state = {
        key: torch.from_numpy(np.array(value))
        for key, value in run.arrays("state.npz").items()
        if key.startswith(wanted)
    }
    trunk = trunk_of(config["model"])
    head = nn.Linear(width_of(trunk), len(run.record.labels))
    some = np.arange(min(1, len(material.index.items)))
    maps = {name: map_of(config.get("input", {}).get("map", ""), material, some)}
    network = ManyHeads(trunk, {name: head}, maps)
    try:
        network.load_state_dict(state)
    except RuntimeError as error:
        raise NotExportable(
            f"The numbers in {run.place / 'state.npz'} do not fit the run's settings; fit the run "
            "again."
        ) from error
    frames = material.piece(0).shape[-1]
    return InPieces(OneHead(network.eval(), name), frames).eval(), width_of(trunk)


def _material(run: RunFolder, data: Path | None, place: Place) -> Material:
    config: Any = run.record.config
    heard = run.model.get("feature")
    if heard != LOG_MEL or "head" in config["model"]:
        raise NotExportable(
            f"The run {run.record.name} hears {heard}; a package is made only of a network that "
            "hears log-mels, which is what the program computes of a track."
        )
    index = index_named(config["data"], data, config.get("tracks", {}))
    return material_of(index, LOG_MEL, config["hearing"], place)


def _sides(run: RunFolder, material: Material) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Numbers of the tracks that the last fit learnt from, and of those that it was judged on.

    A third side is neither: of 50/20/30 the validation side.

    Raises:
        NotExportable: The sides are no longer those of the fit.
    """
    last = rounds_of(material.index, run.record.config)[-1]
    told = run.predictions
    of_last = (told.fold == last.fold) & (told.fold_seed == last.fold_seed)
    judged = np.flatnonzero(np.isin(material.index.tracks, told.tracks[of_last]))
    if not len(judged) or not np.isin(judged, last.held).all():
        raise NotExportable(
            f"The tracks of {run.model['data']} are divided otherwise than when the run "
            f"{run.record.name} was fitted; fit the run again."
        )
    return last.train, judged


def _windows(
    material: Material, tracks: NDArray[np.int64], most: int
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Windows of some tracks in a seeded choice, at most so many, and their labels."""
    pieces = np.random.default_rng(0).permutation(material.of_tracks(tracks))[:most]
    windows = np.stack([np.asarray(material.piece(int(n)), np.float32) for n in pieces])
    return windows, material.truth(pieces)
