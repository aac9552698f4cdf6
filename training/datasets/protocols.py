"""Under which protocol an index is judged: its own folds or sides decide, not the config."""

from collections.abc import Mapping
from typing import Any

from training.datasets.splits import FOLDS, TEST, VALID, is_fixed, judged_side
from training.datasets.values import Index
from training.evaluation.record import PROTOCOL_A, PROTOCOL_B

SEEDS = 3
BY_ARTIST = "other: folds grouped by artist"
BY_SOME = "other: folds grouped by artist, and by song where the artist is unknown"
BY_SONG = "other: folds grouped by song, artists are unknown"
FIXED = "other: fixed 50/20/30 by artist, judged on the test side"
GIVEN = {  # by the side that is judged
    VALID: "other: the split that came with the data, judged on its validation side",
    TEST: "other: the split that came with the data, judged on its test side",
}
OWN_KINDS = ("folders", "csv")  # the sides of other kinds are published with their data


def decided_by(index: Index, config: Mapping[str, Any]) -> dict[str, Any]:
    """The config with the protocol and the seeds that hold for an index that `index` wrote.

    Args:
        index: With folds, with fixed sides, or with those that came with the data.
        config: As read; it may have been written for another protocol.
    """
    if index.division == "folds":
        seeds = list(index.fold_seeds)
        folds = len(set(index.folds.ravel().tolist()))
        whole = (len(seeds), folds) == (SEEDS, FOLDS)
        return {
            **config,
            "protocol": _by_folds(index, whole=whole),
            "fold_seeds": seeds,
            "training_seeds": seeds,
        }
    return {
        **config,
        "protocol": _by_sides(index),
        "fold_seeds": config["fold_seeds"][:1],
        "training_seeds": config["training_seeds"][:1],
        "judged_side": judged_side(index),
    }


def has_sides(protocol: str) -> bool:
    """Whether it is of one fit, learnt from one side and judged on another."""
    return protocol in (PROTOCOL_B, FIXED, *GIVEN.values())


def _by_sides(index: Index) -> str:
    if is_fixed(index):
        return FIXED
    return GIVEN[judged_side(index)] if index.kind in OWN_KINDS else PROTOCOL_B


def _by_folds(index: Index, *, whole: bool) -> str:
    """The protocol of folds; GTZAN's published artists leave some unknown, and A is meant so."""
    known = [bool(item.artist) for item in index.items]
    if all(known) or (index.kind == "gtzan" and any(known)):
        return PROTOCOL_A if whole else BY_ARTIST
    return BY_SOME if any(known) else BY_SONG
