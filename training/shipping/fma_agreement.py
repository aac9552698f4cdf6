"""Whether FMA's package names the same genre in true sound as in the forms that taught it."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.data import gtzan_index, required
from training.datasets.rows import rows_of
from training.recordings import application_log_mel
from training.shipping.fma import MOMENTS, WINDOWS, FmaWorkshop
from training.shipping.fma_forms import smoothed
from training.shipping.fma_network import FmaNetwork, share_of_moments
from training.shipping.fma_sets import recorded

ARCHIVED_FRAMES = 130
# Who names the genre of full and of smoothed log-mel.
ONE_EAR, BOTH_EARS = "ear for all frames", "package"
Agreement = dict[str, list[float]]


def agreement_record(fma: FmaWorkshop, data: Path, final: FmaNetwork) -> dict[str, Agreement]:
    """By set: recordings, and the share of them with the same genre in both forms of sound.

    Full and smoothed log-mel are compared, by the package and by its ear for all frames alone.
    GTZAN's and Emotify's recordings are judged by the package, which never heard them; FMA's by
    the fit that never heard their artists, and there the archive itself is compared too.
    """
    of_gtzan = [clip.audio for clip in gtzan_index(data).values() if clip.audio is not None]
    listed = rows_of(required(data / "emotify" / "index.csv"), ("path",))
    unheard = fma.network(fma.training_rows, seed=0)
    of_fma = recorded(data, fma.tracks)
    return {
        "gtzan/audio": _both_forms(final, of_gtzan),
        "emotify": _both_forms(final, [data / "emotify" / row["path"] for row in listed]),
        "fma_small/audio": _both_forms(unheard, of_fma.values())
        | _with_archive(fma, unheard, of_fma),
    }


def _both_forms(network: FmaNetwork, paths: Iterable[Path]) -> Agreement:
    """Labels of full and of smoothed log-mel, by the ear for all frames and by the package."""
    same: dict[str, list[bool]] = {ONE_EAR: [], BOTH_EARS: []}
    for path in paths:
        full = torch.from_numpy(application_log_mel(path))[None]
        for name, told in ((ONE_EAR, _told_by_one), (BOTH_EARS, _told)):
            one, other = (told(network, form) for form in (full, smoothed(full)))
            same[name].append(one == other)
    return {name: [len(hits), round(float(np.mean(hits)), 4)] for name, hits in same.items()}


def _told_by_one(network: FmaNetwork, log_mel: Tensor) -> int:
    """The label that the ear for all frames names."""
    with torch.no_grad():
        logits: Tensor = network.of_windows(network.ears.smoothed.embed(log_mel))
    return int(logits.argmax())


def _told(network: FmaNetwork, log_mel: Tensor) -> int:
    """The label that the package names."""
    with torch.no_grad():
        logits: Tensor = network(log_mel)[0]
    return int(logits.argmax())


def _with_archive(fma: FmaWorkshop, network: FmaNetwork, paths: dict[int, Path]) -> Agreement:
    """Labels of the archive's first seconds and snapshots, and of the same sound."""
    same: dict[str, list[bool]] = {"archive, first 3 s": [], "archive, 3 s and snapshots": []}
    for row, path in paths.items():
        sound = torch.from_numpy(application_log_mel(path))[None]
        stored = (_levels(fma.heard[ear][row]) for ear in (WINDOWS, MOMENTS))
        with torch.no_grad():
            first, second = (
                network.of_windows(network.ears.windows.embed(next(stored))),
                network.of_moments(network.ears.moments.embed(next(stored))),
            )
            start, _, _ = network(sound[:, :, :ARCHIVED_FRAMES])
            whole, _, _ = network(sound)
            weight = float(share_of_moments(sound))
            both = torch.log_softmax(first, 1) + weight * torch.log_softmax(second, 1)
        same["archive, first 3 s"].append(int(first.argmax()) == int(start.argmax()))
        same["archive, 3 s and snapshots"].append(int(both.argmax()) == int(whole.argmax()))
    return {name: [len(hits), round(float(np.mean(hits)), 4)] for name, hits in same.items()}


def _levels(stored: NDArray[np.float16]) -> Tensor:
    return torch.from_numpy(stored.astype(np.float32))[None]
