"""What the judges of GTZAN's packages share: names, what a fit hangs on, what records describe."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from training import figures
from training.evaluate import SEEDS, FitAndAnswer
from training.shipping.unsure import Hear
from training.workshop import Workshop

NETWORK, MACHINE, ENSEMBLE = "gtzan-cnn", "gtzan-svc", "gtzan-ensemble"
DISTANCE = "distance"
# Modules whose change makes what was fitted another.
SVC_CODE, HEAD_CODE = ("training.svc",), ("training.heads",)
CENTRES_CODE = ("training.shipping.familiarity",)

Reals = NDArray[np.float64]
Record = dict[str, Any]


def basis_of(workshop: Workshop, heard: NDArray[np.float32]) -> dict[str, NDArray[np.generic]]:
    """What a fit depends on besides its code and its clips."""
    clips = workshop.clips
    return {"heard": heard, "genres": clips.genres, "artists": clips.artists}


def hearing(kept: FitAndAnswer, train: NDArray[np.int64], clips: int) -> Hear:
    """What a fit says of any clips but its own; it is asked about all of them at once."""
    others = np.setdiff1d(np.arange(clips), train)
    told = kept(train, others)
    place = np.zeros(clips, np.int64)
    place[others] = np.arange(len(others))
    return lambda numbers: (told["logits"][place[numbers]], told[DISTANCE][place[numbers]])


def described(workshop: Workshop, record: Record) -> Record:
    """A record with labels, data and protocol before its figures."""
    clips = workshop.clips
    return {
        "labels": np.unique(clips.genres).tolist(),
        "data": {
            "set": "GTZAN",
            "clips": len(clips.names),
            "artists": len(set(clips.artists.tolist())),
            "protocol": figures.PROTOCOL,
            "recorded": sum(workshop.index[name].audio is not None for name in clips.names),
        },
        "fold_seeds": list(SEEDS),
        **record,
    }
