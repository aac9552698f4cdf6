"""Cross-validates GTZAN's packages: all that their records say."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from genre_desktop.dsp.statistics import standard_statistics
from training import figures
from training.evaluate import SEEDS, Answers, FitAndAnswer, held_out_answers
from training.heads import fit_head, logits_of
from training.pieces import PIECES, Embeddings
from training.shipping import crossval
from training.shipping.crossval import model_record
from training.shipping.familiarity import deviations, fit_centres
from training.shipping.gtzan import FRESH_SEED, GtzanFits
from training.shipping.records import read_record
from training.shipping.resumed import keeping
from training.shipping.unsure import FitAndHear, Hear, left_out_record
from training.svc import fit_svc, svc_logits
from training.workshop import Workshop

NETWORK, MACHINE, ENSEMBLE = "gtzan-cnn", "gtzan-svc", "gtzan-ensemble"
DISTANCE = "distance"
SHIPPED, DISTILLED = "shipped", "distilled without labels"
# Modules whose change makes what was fitted another.
SVC_CODE, HEAD_CODE = ("training.svc",), ("training.heads",)
CENTRES_CODE = ("training.shipping.familiarity",)
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
        clips, _network_without(workshop, fits.embeddings), folds=1
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
        kept = keeping(workshop, "heads", _basis(workshop, fitted_on), HEAD_CODE)
        answers[name] = crossval.network_answers(workshop.clips, heard, fitted_on, kept)
    return answers


def judge_machine(workshop: Workshop) -> Record:
    """The support vector machine on statistics of pieces."""
    clips, statistics = workshop.clips, workshop.statistics
    workshop.report("Cross-validating: support vector machine …")
    kept = keeping(workshop, MACHINE, _basis(workshop, statistics), SVC_CODE)
    answers = crossval.svc_answers(clips, statistics, kept)
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

    basis = _basis(workshop, heard.together)
    kept = keeping(workshop, "distances", basis, CENTRES_CODE)
    return held_out_answers(workshop.clips, kept(answer))[DISTANCE]


def distances_of_statistics(workshop: Workshop) -> Reals:
    """Held-out mean distances (seeds, clips) of the pieces to centres of others' pieces."""
    statistics, logarithmic = workshop.statistics, deviations(standard_statistics().names)

    def answer(train: NDArray[np.int64], held: NDArray[np.int64]) -> Answers:
        centres = fit_centres(statistics[train], logarithmic)
        return {DISTANCE: centres.distances(statistics[held]).mean(axis=1)}

    basis = _basis(workshop, statistics)
    kept = keeping(workshop, "distances", basis, CENTRES_CODE)
    return held_out_answers(workshop.clips, kept(answer))[DISTANCE]


def _basis(workshop: Workshop, heard: NDArray[np.float32]) -> dict[str, NDArray[np.generic]]:
    """What a fit depends on besides its code and its clips."""
    clips = workshop.clips
    return {"heard": heard, "genres": clips.genres, "artists": clips.artists}


def _network_without(workshop: Workshop, heard: Embeddings) -> FitAndHear:
    genres, together = workshop.clips.genres, heard.together

    def answer(train: NDArray[np.int64], others: NDArray[np.int64]) -> Answers:
        head = fit_head(together[train], genres[train])
        centres = fit_centres(together[train])
        return {
            "logits": logits_of(head, heard.whole[others]),
            DISTANCE: centres.distances(heard.whole[others]),
        }

    code = HEAD_CODE + CENTRES_CODE
    kept = keeping(workshop, "left-out", _basis(workshop, together), code)(answer)
    return lambda train: _hearing(kept, train, len(genres))


def _machine_without(workshop: Workshop) -> FitAndHear:
    clips, statistics = workshop.clips, workshop.statistics
    logarithmic = deviations(standard_statistics().names)

    def answer(train: NDArray[np.int64], others: NDArray[np.int64]) -> Answers:
        machine = fit_svc(statistics[train], clips.genres[train], clips.artists[train])
        centres = fit_centres(statistics[train], logarithmic)
        return {
            "logits": svc_logits(machine, statistics[others]).mean(axis=1),
            DISTANCE: centres.distances(statistics[others]).mean(axis=1),
        }

    code = SVC_CODE + CENTRES_CODE
    kept = keeping(workshop, "left-out", _basis(workshop, statistics), code)(answer)
    return lambda train: _hearing(kept, train, len(clips.names))


def _hearing(kept: FitAndAnswer, train: NDArray[np.int64], clips: int) -> Hear:
    """What a fit says of any clips but its own; it is asked about all of them at once."""
    others = np.setdiff1d(np.arange(clips), train)
    told = kept(train, others)
    place = np.zeros(clips, np.int64)
    place[others] = np.arange(len(others))
    return lambda numbers: (told["logits"][place[numbers]], told[DISTANCE][place[numbers]])


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
