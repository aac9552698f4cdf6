"""The plan of FMA's package."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from genre_desktop.inference.manifest import Dataset
from training.shipping import export, texts
from training.shipping.basis import Basis
from training.shipping.familiarity import FamiliarNetwork, fit_centres
from training.shipping.fma import WINDOWS, FmaWorkshop, head_recipe, recipe
from training.shipping.fma_agreement import BOTH_EARS, ONE_EAR
from training.shipping.judged_fma import NAME, TRAINING_SEEDS, judge_fma
from training.shipping.manifests import MN04, manifest_of, mel_graph
from training.shipping.packages import Content, sha256
from training.shipping.plan import Plan
from training.shipping.plan_gtzan import CHECKED_WINDOWS, EMOTIFY, GTZAN, TEACHING
from training.workshop import RECIPE as DISTILLATION
from training.workshop import Workshop

FMA = Dataset(
    "FMA-small (MFCC and snapshots)",
    "metadata CC BY 4.0; each track its artist's Creative Commons licence",
    "official training and validation parts",
)
SETTINGS: Mapping[str, object] = {
    "distillation": repr(DISTILLATION),
    "windows": repr(recipe(0)),
    "moments": repr(head_recipe(0)),
    "training_seeds": TRAINING_SEEDS,
}

Record = Mapping[str, Any]


def _content(plan: Plan, workshop: Workshop, record: Record) -> Content:
    fma = FmaWorkshop(workshop, workshop.cache_folder)
    network = fma.final()
    centres = fit_centres(fma.embeddings(network.ears.windows, WINDOWS))
    familiar = FamiliarNetwork(network, centres).eval()
    graph = export.network_graph(familiar)
    chosen = np.random.default_rng(0).permutation(len(fma.tracks.tracks))[:CHECKED_WINDOWS]
    windows = np.stack([np.asarray(fma.heard[WINDOWS][n], np.float32) for n in chosen.tolist()])
    off = export.refuse_difference(graph, windows, export.network_logits(familiar, windows))
    workshop.report(f"On {len(windows)} windows graph and source differ by at most {off:.1e}.")
    described = mel_graph(len(record["labels"]), network.width, sha256(graph))
    manifest = manifest_of(plan, record, "mel", described)
    return Content(manifest, "", graph, export.network_golden(familiar))


def _comparison(record: Record) -> str:
    agreement = record["agreement"]
    one, both = (_shares(agreement, who) for who in (ONE_EAR, BOTH_EARS))
    alike = ", ".join(
        f"{100 * share:.1f} % ({way})"
        for way, (_, share) in agreement["fma_small/audio"].items()
        if "archive" in way
    )
    return (
        f"Fitted for these figures on {record['data']['fitted_on']} tracks, less those by artists "
        "of whom there are recordings. It was tried on true sound: the ear for all frames smooths "
        "what it hears, so that by its making it names the same genre of full and of smoothed "
        f"spectrograms: {one}. The head of the other ear was taught both forms; with it the "
        f"package names the same genre of {both}. Of FMA's "
        "own recordings and their archived forms the package names the same genre in "
        f"{alike}, by a fit that never heard the artists; but the map between the two forms' mel "
        "bands was fitted on these recordings, without labels."
    )


def _shares(agreement: Record, who: str) -> str:
    told = {place: ways[who] for place, ways in agreement.items()}
    return ", ".join(
        f"{100 * share:.1f} % of {counted:.0f} ({place})"
        for place, (counted, share) in told.items()
    )


FMA_PLAN = Plan(
    name=NAME,
    text=texts.FMA,
    datasets=(FMA, GTZAN, EMOTIFY),
    starting_weights=MN04,
    basis=Basis(("fma_small", *TEACHING), ("training.shipping.judged_fma",), SETTINGS),
    candidates_tried=54,
    evaluating_hours=0.4,
    fitting_minutes=7,
    evaluate=judge_fma,
    content=_content,
    comparison=_comparison,
)
