"""The plans of GTZAN's packages: network, support vectors, and both together."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from genre_desktop.dsp.statistics import standard_statistics
from genre_desktop.inference.manifest import Dataset, Member
from training.evaluate import SEEDS
from training.shipping import export, texts
from training.shipping.basis import Basis
from training.shipping.card import accuracy_table, comparison, gain
from training.shipping.crossval import NETWORK_WEIGHTS
from training.shipping.familiarity import FamiliarNetwork, deviations, fit_centres
from training.shipping.fold_heads import fit_fold_heads, write_fold_heads
from training.shipping.gtzan import FRESH_SEED, RECIPE, SHARES, GtzanFits
from training.shipping.judged import ENSEMBLE, MACHINE, NETWORK
from training.shipping.judged_ensemble import ENSEMBLE_GAIN, judge_ensemble, made_from
from training.shipping.judged_machine import judge_machine
from training.shipping.judged_network import judge_network
from training.shipping.lesson import LESSON
from training.shipping.manifests import MN04, VERSION, manifest_of, mel_graph, statistics_graph
from training.shipping.packages import Content, sha256
from training.shipping.plan import Plan
from training.shipping.records import StaleMember
from training.shipping.trunk_views import CROPS
from training.svc import CALIBRATION_FOLDS, PENALTY, fit_svc, svc_logits
from training.workshop import RECIPE as DISTILLATION
from training.workshop import Workshop

CHECKED_WINDOWS = 500
GTZAN = Dataset(
    "GTZAN", "none stated (research set)", "fault-filtered split, training and validation parts"
)
EMOTIFY = Dataset("Emotify", "Magnatune, research use", "all excerpts, without labels")
FMA_SOUND = Dataset(
    "FMA-small, 40 recordings",
    "each its artist's Creative Commons licence",
    "of the official training part, without labels",
)
SPECTROGRAMS = ("gtzan/index.csv", "gtzan/mel")
TEACHING = ("gtzan/audio", "emotify", "weights")
HEARD = (*SPECTROGRAMS, *TEACHING, "fma_small/audio")  # by the network in halves
# What decides a fit besides data and code, as records name it by its digest.
SETTINGS: Mapping[str, object] = {
    "distillation": repr(DISTILLATION),
    "lesson": repr(LESSON),
    "tuning": repr(RECIPE),
    "crops": repr(CROPS),
    "shares": SHARES,
    "fold_seeds": (*SEEDS, FRESH_SEED),
}
MACHINE_SETTINGS: Mapping[str, object] = {
    "penalty": PENALTY,
    "folds_of_sigmoids": CALIBRATION_FOLDS,
}

Record = Mapping[str, Any]


def _network_content(plan: Plan, workshop: Workshop, record: Record) -> Content:
    fits = GtzanFits(workshop, workshop.cache_folder)
    network, embeddings = fits.final(), fits.embeddings
    familiar = FamiliarNetwork(network, fit_centres(embeddings.together)).eval()
    graph = export.network_graph(familiar)
    windows = workshop.windows(CHECKED_WINDOWS)
    off = export.refuse_difference(graph, windows, export.network_logits(familiar, windows))
    workshop.report(f"On {len(windows)} windows graph and source differ by at most {off:.1e}.")
    # Its embedding is that of the half which no label taught, so that heads on it can be judged.
    write_fold_heads(fit_fold_heads(workshop.clips, embeddings.together, sha256(graph)))
    described = mel_graph(len(record["labels"]), network.width, sha256(graph))
    manifest = manifest_of(plan, record, "mel", described)
    return Content(manifest, "", graph, export.network_golden(familiar))


def _machine_content(plan: Plan, workshop: Workshop, record: Record) -> Content:
    clips, statistics, spec = workshop.clips, workshop.statistics, standard_statistics()
    machine = fit_svc(statistics, clips.genres, clips.artists)
    centres = fit_centres(statistics, deviations(spec.names))
    graph = export.machine_graph(machine, spec, len(record["labels"]), centres)
    rows = statistics.reshape(-1, len(spec.names))
    windows = np.random.default_rng(0).permutation(rows)[:CHECKED_WINDOWS]
    off = export.refuse_difference(graph, windows, svc_logits(machine, windows))
    workshop.report(f"On {len(windows)} pieces graph and source differ by at most {off:.1e}.")
    described = statistics_graph(spec, len(record["labels"]), sha256(graph))
    manifest = manifest_of(plan, record, "statistics", described)
    return Content(manifest, "", graph, export.machine_golden(machine, spec, centres))


def _ensemble_content(plan: Plan, _: Workshop, record: Record) -> Content:
    for name in (NETWORK, MACHINE):
        if made_from(name) != record["members"][name]:
            raise StaleMember(plan.name, name)
    weight = record["weight_of_network"]
    members = (Member(NETWORK, VERSION, weight), Member(MACHINE, VERSION, round(1 - weight, 2)))
    return Content(manifest_of(plan, record, "ensemble", None, members), "", b"", ())


def _network_comparison(record: Record) -> str:
    rows = comparison("network", record["comparison"])
    fresh = accuracy_table(record["fresh"]["accuracy"])
    return (
        f"{rows}\n\nOn folds by artist that were drawn after everything had been chosen (seed "
        f"{record['fresh']['seed']}, one fit each):\n\n{fresh}\n\nThe training without labels "
        f"heard recordings of {record['data']['recorded']} of the judged clips, never their genres."
    )


def _ensemble_comparison(record: Record) -> str:
    rows = comparison("model", record["comparison"])
    shown = gain(record["comparison"][ENSEMBLE_GAIN]["whole"], "both", "the network alone")
    return f"{rows}\n\n{shown}"


NETWORK_PLAN = Plan(
    name=NETWORK,
    text=texts.NETWORK,
    datasets=(GTZAN, EMOTIFY, FMA_SOUND),
    starting_weights=MN04,
    basis=Basis(HEARD, ("training.shipping.judged_network",), SETTINGS),
    candidates_tried=32,
    evaluating_hours=0.5,
    fitting_minutes=11,
    evaluate=judge_network,
    content=_network_content,
    comparison=_network_comparison,
)
MACHINE_PLAN = Plan(
    name=MACHINE,
    text=texts.MACHINE,
    datasets=(GTZAN,),
    starting_weights=None,
    basis=Basis(SPECTROGRAMS, ("training.shipping.judged_machine",), MACHINE_SETTINGS),
    candidates_tried=3,
    evaluating_hours=0.1,
    fitting_minutes=1,
    evaluate=judge_machine,
    content=_machine_content,
    comparison=lambda _: "",
)
ENSEMBLE_PLAN = Plan(
    name=ENSEMBLE,
    text=texts.ENSEMBLE,
    datasets=(GTZAN, EMOTIFY, FMA_SOUND),
    starting_weights=MN04,
    basis=Basis(
        HEARD,
        ("training.shipping.judged_ensemble",),
        {**SETTINGS, **MACHINE_SETTINGS, "weights": NETWORK_WEIGHTS},
    ),
    candidates_tried=32 + 3 + 15,  # of both members, and weights
    evaluating_hours=0.05,
    fitting_minutes=1,
    evaluate=judge_ensemble,
    content=_ensemble_content,
    comparison=_ensemble_comparison,
)
