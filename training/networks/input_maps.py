"""The input map that a config names for a set, or that its feature suggests."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from torch import nn

from training.networks.inputs import BandMap, FewerBands, Loudness, RelativeLevel, Standardised
from training.networks.material import Material
from training.refusal import Refused

MEASURED_PIECES = 300

_SUGGESTED: Mapping[str, str] = {
    "log_mel": "relative",
    "linear_stft": "relative",
    "constant_q": "relative",
    "chroma": "standard",
    "tempogram": "standard",
    "samples": "loudness",
    "picture": "none",
}
_WITHOUT_DATA: Mapping[str, Callable[[], nn.Module]] = {
    "relative": RelativeLevel,
    "mel64": lambda: nn.Sequential(FewerBands(64), RelativeLevel()),
    "bands": lambda: nn.Sequential(RelativeLevel(), BandMap(128)),
    "loudness": Loudness,
    "none": nn.Identity,
}


def map_of(wanted: str, material: Material, tracks: NDArray[np.int64]) -> nn.Module:
    """The map of a name; "standard" measures the pieces of these tracks.

    Raises:
        Refused: The name is unknown.
    """
    name = wanted or _SUGGESTED.get(material.feature, "none")
    if name in _WITHOUT_DATA:
        return _WITHOUT_DATA[name]()
    if name != "standard":
        known = ", ".join(sorted([*_WITHOUT_DATA, "standard"]))
        raise Refused(f"The config's [input] table names the map {name}; known are {known}.")
    pieces = material.of_tracks(tracks)
    chosen = np.random.default_rng(0).permutation(pieces)[:MEASURED_PIECES]
    values = np.concatenate([material.piece(int(n)) for n in chosen], axis=-1)
    return Standardised(values.mean(-1), values.std(-1) + 1e-6)
