"""The settings of a network that is fitted in a second."""

from typing import Any

Config = dict[str, Any]


# Of any fit on the published split.
SHARED: Config = {
    "data": "fma",
    "hearing": "3 s",
    "protocol": "B",
    "fold_seeds": [0],
    "training_seeds": [0],
    "candidates_tried": 1,
}


def tiny_config(**changes: Any) -> Config:
    """On the published split, but for what is changed."""
    base = SHARED | {
        "name": "tiny",
        "family": "tiny network",
        "model": {
            "architecture": "growing_cnn",
            "bands": 128,
            "channels": [4, 8],
            "dropout": 0.0,
            "pools": [[8, 8], [4, 4]],
        },
        "training": {"epochs": 12, "batch": 9, "learning_rate": 0.02, "weight_decay": 0.0},
    }
    return base | changes
