"""A tabular run as the graph and golden clips of a package of the kind `statistics`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.spec import StatisticsSpec
from genre_desktop.dsp.statistics import piece_statistics, standard_statistics
from training.shipping.export import refuse_difference
from training.shipping.golden import GoldenClip, golden_sounds
from training.shipping.run_folder import NotExportable, RunFolder

NAMED = 12  # columns in a refusal
PACKAGE = "package"  # the features of a config whose columns the program takes of a track


def tabular_parts(
    run: RunFolder, reasons: Mapping[str, str]
) -> tuple[bytes, StatisticsSpec, tuple[GoldenClip, ...], str]:
    """Graph, statistics, golden clips, and how far from the fitted model, in words.

    Args:
        run: Of a tabular family.
        reasons: Columns of its table that dsp computes differently, and how.

    Raises:
        NotExportable: A column is not one that the program computes alike.
        ExportDiffers: The graph does not answer as the model.
    """
    if run.model.get("features") != PACKAGE and not reasons:
        reasons = dict.fromkeys(run.model["columns"], "")
    spec = statistics_of(run.model["columns"], reasons, run.record.name)
    graph = run.graph()
    checks = run.arrays("checks.npz")
    if "golden_inputs" not in checks:
        raise NotExportable(
            f"The run {run.record.name} has kept no golden clips; fit it again with this version."
        )
    inputs, logs = (np.asarray(checks[n], np.float32) for n in ("inputs", "log_probabilities"))
    off = refuse_difference(graph, inputs, logs.astype(np.float64))
    alike = f"On {len(inputs)} rows of its data graph and fitted model differ by at most {off:.1e}."
    return graph, spec, golden_of(checks, spec), alike


def statistics_of(columns: Sequence[str], reasons: Mapping[str, str], name: str) -> StatisticsSpec:
    """The statistics that a package of these columns hears.

    Raises:
        NotExportable: The program does not compute a column, or computes it differently.
    """
    spec = standard_statistics()
    silence = np.zeros((spec.mel.mel_bands, spec.delta_width), np.float32)
    unfit = dict(reasons)
    for column in columns:
        try:
            piece_statistics(silence, replace(spec, names=(column,)))
        except ValueError:
            unfit.setdefault(column, "")
    if unfit:
        raise NotExportable(
            f"The run {name} cannot be a package: {len(unfit)} of its {len(columns)} columns are "
            f"not what the program computes of a track: {_listed(unfit)}. Fit it again on "
            "recordings or spectrograms, with --features package."
        )
    return replace(spec, names=tuple(columns))


def golden_of(
    checks: Mapping[str, NDArray[np.generic]], spec: StatisticsSpec
) -> tuple[GoldenClip, ...]:
    """The golden sounds, their statistics by librosa, and what the fitted model made of them."""
    rows = zip(
        golden_sounds(spec.mel.sample_rate),
        np.asarray(checks["golden_inputs"], np.float32),
        np.asarray(checks["golden_log_probabilities"], np.float32),
        strict=True,
    )
    return tuple(
        GoldenClip(sound, features[None], {"logits": logits[None]})
        for sound, features, logits in rows
    )


def _listed(unfit: Mapping[str, str]) -> str:
    """Columns by what is told of them, so that a reason that many share stands once."""
    of_reason: dict[str, list[str]] = {}
    for column, reason in unfit.items():
        of_reason.setdefault(reason.rstrip("."), []).append(column)
    words, left = [], NAMED
    for reason, columns in of_reason.items():
        named = ", ".join(columns[: max(left, 0)])
        words += [f"{named} ({reason})" if reason else named] if named else []
        left -= len(columns)
    return "; ".join(words) + (f" and {-left} more" if left < 0 else "")
