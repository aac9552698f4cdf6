"""Cross-validates GTZAN's packages: all that their records say."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.statistics import standard_statistics
from training import figures
from training.evaluate import SEEDS, Answers, held_out_answers
from training.heads import fit_head, logits_of
from training.pieces import PIECES, Embeddings
from training.shipping import crossval
from training.shipping.crossval import model_record
from training.shipping.familiarity import deviations, fit_centres
from training.shipping.gtzan import FRESH_SEED, GtzanFits
from training.shipping.records import read_record
from training.shipping.resumed import resumed
from training.shipping.unsure import FitAndHear, left_out_record
from training.svc import fit_svc, svc_logits
from training.workshop import Workshop

NETWORK, MACHINE, ENSEMBLE = "gtzan-cnn", "gtzan-svc", "gtzan-ensemble"
DISTANCE = "distance"
SHIPPED, DISTILLED = "shipped", "distilled without labels"
SVC_CODE = ("training.svc",)
ENSEMBLE_GAIN = "paired difference, both minus network"

Reals = NDArray[np.float64]
Record = dict[str, Any]


def judge_network(workshop: Workshop) -> Record:
    """The network with labels in one half, beside heads on trunks that no label taught."""
    clips = workshop.clips
    fits = GtzanFits(workshop, workshop.cache_folder)
    workshop.report("Cross-validating: network …")
    shipped = fits.cross_validated()
    answers = {**_untaught_answers(workshop), SHIPPED: shipped}
    distances = distances_of_embeddings(workshop, fits.embeddings)
    record = model_record(shipped, distances, "whole", "timeline", clips)
    rows = {name: figures.accuracies(given, clips) for name, given in answers.items()}
    paired = figures.differences(shipped, answers[DISTILLED], clips)
    record["comparison"] = rows | {f"paired difference, {SHIPPED} minus {DISTILLED}": paired}
    workshop.report("On folds that were drawn after everything had been chosen …")
    fresh = fits.held_out(FRESH_SEED)
    record["fresh"] = {
        "seed": FRESH_SEED,
        "accuracy": figures.accuracies({n: rows[None] for n, rows in fresh.items()}, clips),
    }
    workshop.report("Leaving one genre after the other out …")
    record["left_out"] = left_out_record(
        clips, _network_without(workshop, fits.embeddings), folds=2
    )
    workshop.keep_answers(
        NETWORK, {"track": shipped["whole"], "pieces": shipped["timeline"], DISTANCE: distances}
    )
    return _described(workshop, record)


def _untaught_answers(workshop: Workshop) -> dict[str, Answers]:
    """Held-out answers of heads on the frozen and on the distilled trunk."""
    frozen, distilled = (workshop.embeddings(one) for one in (workshop.frozen, workshop.distilled))
    answers = {}
    for name, heard, fitted_on in (
        ("frozen, head fitted on whole clips", frozen, frozen.whole),
        ("frozen", frozen, frozen.together),
        (DISTILLED, distilled, distilled.together),
    ):
        workshop.report(f"Cross-validating: {name} …")
        answers[name] = crossval.network_answers(workshop.clips, heard, fitted_on)
    return answers


def judge_machine(workshop: Workshop) -> Record:
    """The support vector machine on statistics of pieces."""
    clips, statistics = workshop.clips, workshop.statistics
    workshop.report("Cross-validating: support vector machine …")
    truth = {"statistics": statistics, "genres": clips.genres, "artists": clips.artists}
    answers = crossval.svc_answers(
        clips, statistics, lambda answer: resumed(workshop, MACHINE, truth, SVC_CODE, answer)
    )
    distances = distances_of_statistics(workshop)
    record = model_record(answers, distances, "vote", "alone", clips)
    workshop.report("Leaving one genre after the other out …")
    record["left_out"] = left_out_record(clips, _machine_without(workshop), folds=1)
    workshop.keep_answers(
        MACHINE, {"track": answers["vote"], "pieces": answers["alone"], DISTANCE: distances}
    )
    return _described(workshop, record)


def judge_ensemble(workshop: Workshop) -> Record:
    """Both models, weighed on their held-out answers."""
    clips = workshop.clips
    network, machine = (_calibrated(name, workshop) for name in (NETWORK, MACHINE))
    weight, answers = crossval.ensemble_answers(network["track"], machine["track"], clips)
    pieces = crossval.ensemble_logits(network["pieces"][:, :, :PIECES], machine["pieces"], weight)
    # In units of each member's threshold: beyond one of them, the ensemble is unsure.
    furthest = np.maximum(network[DISTANCE], machine[DISTANCE])
    given = {"whole": answers, "timeline": pieces}
    record = model_record(given, furthest, "whole", "timeline", clips, most_distance=1.0)
    record["weight_of_network"] = weight
    alone = {"network": network["track"], "support vectors": machine["track"], "both": answers}
    rows = {name: figures.accuracies({"whole": one}, clips) for name, one in alone.items()}
    paired = figures.differences({"whole": answers}, {"whole": network["track"]}, clips)
    record["comparison"] = rows | {ENSEMBLE_GAIN: paired}
    record["members"] = {name: made_from(name) for name in (NETWORK, MACHINE)}
    return _described(workshop, record)


def made_from(name: str) -> Mapping[str, str]:
    """What a member's record was made from, which the ensemble's figures hang on too."""
    known: Mapping[str, str] = read_record(name)["made_from"]
    return {part: known[part] for part in ("data", "code", "config")}


def distances_of_embeddings(workshop: Workshop, heard: Embeddings) -> Reals:
    """Held-out distances (seeds, clips) of whole clips to centres of others' embeddings."""

    def answer(train: NDArray[np.int64], held: NDArray[np.int64]) -> Answers:
        centres = fit_centres(heard.together[train])
        return {DISTANCE: centres.distances(heard.whole[held])}

    return held_out_answers(workshop.clips, answer)[DISTANCE]


def distances_of_statistics(workshop: Workshop) -> Reals:
    """Held-out mean distances (seeds, clips) of the pieces to centres of others' pieces."""
    statistics, logarithmic = workshop.statistics, deviations(standard_statistics().names)

    def answer(train: NDArray[np.int64], held: NDArray[np.int64]) -> Answers:
        centres = fit_centres(statistics[train], logarithmic)
        return {DISTANCE: centres.distances(statistics[held]).mean(axis=1)}

    return held_out_answers(workshop.clips, answer)[DISTANCE]


def _network_without(workshop: Workshop, heard: Embeddings) -> FitAndHear:
    genres, together = workshop.clips.genres, heard.together

    def fit(train: NDArray[np.int64]) -> Any:
        head = fit_head(together[train], genres[train])
        centres = fit_centres(together[train])
        return lambda numbers: (
            logits_of(head, heard.whole[numbers]),
            centres.distances(heard.whole[numbers]),
        )

    return fit


def _machine_without(workshop: Workshop) -> FitAndHear:
    clips, statistics = workshop.clips, workshop.statistics
    logarithmic = deviations(standard_statistics().names)

    def answer(train: NDArray[np.int64], held: NDArray[np.int64]) -> Answers:
        machine = fit_svc(statistics[train], clips.genres[train], clips.artists[train])
        return {"alone": svc_logits(machine, statistics[held])}

    truth = {"statistics": statistics, "genres": clips.genres, "artists": clips.artists}
    kept = resumed(workshop, MACHINE, truth, SVC_CODE, answer)

    def fit(train: NDArray[np.int64]) -> Any:
        centres = fit_centres(statistics[train], logarithmic)
        others = np.setdiff1d(np.arange(len(clips.names)), train)
        logits = np.zeros((len(clips.names), len(np.unique(clips.genres[train]))))
        logits[others] = kept(train, others)["alone"].mean(axis=1)
        return lambda numbers: (
            logits[numbers],
            centres.distances(statistics[numbers]).mean(axis=1),
        )

    return fit


def _calibrated(name: str, workshop: Workshop) -> Answers:
    """A model's held-out logits over their temperatures, and distances over their threshold."""
    record, answers = read_record(name), workshop.kept_answers(name)
    return {
        "track": answers["track"] / record["calibration"]["temperature"],
        "pieces": answers["pieces"] / record["piece_temperature"],
        DISTANCE: answers[DISTANCE] / record["unsure"]["most_distance"],
    }


def _described(workshop: Workshop, record: Record) -> Record:
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
