"""The plan of the package for everyday collections."""

from collections.abc import Mapping
from typing import Any

from training.shipping import export, texts
from training.shipping.basis import Basis
from training.shipping.card import accuracy_table, interval
from training.shipping.everyday import SHARES, Everyday
from training.shipping.familiarity import FamiliarNetwork, fit_centres
from training.shipping.judged_everyday import NAME, judge_everyday
from training.shipping.manifests import MN04, manifest_of, mel_graph
from training.shipping.packages import Content, sha256
from training.shipping.plan import Plan
from training.shipping.plan_fma import FMA
from training.shipping.plan_fma import SETTINGS as FMA_SETTINGS
from training.shipping.plan_gtzan import (
    CHECKED_WINDOWS,
    EMOTIFY,
    GTZAN,
    SETTINGS,
    SPECTROGRAMS,
    TEACHING,
)
from training.workshop import Workshop

Record = Mapping[str, Any]


def _content(plan: Plan, workshop: Workshop, record: Record) -> Content:
    everyday = Everyday(workshop, workshop.cache_folder)
    network, embeddings = everyday.final(), everyday.gtzan.embeddings
    familiar = FamiliarNetwork(network, fit_centres(embeddings.together)).eval()
    graph = export.network_graph(familiar)
    windows = workshop.windows(CHECKED_WINDOWS)
    off = export.refuse_difference(graph, windows, export.network_logits(familiar, windows))
    workshop.report(f"On {len(windows)} windows graph and source differ by at most {off:.1e}.")
    described = mel_graph(len(record["labels"]), network.width, sha256(graph))
    manifest = manifest_of(plan, record, "mel", described)
    return Content(manifest, "", graph, export.network_golden(familiar))


def _comparison(record: Record) -> str:
    gtzan, emotify = record["gtzan"], record["emotify"]
    further = ", ".join(
        f"{label} {100 * share:.1f} %" for label, share in gtzan["named a further label"].items()
    )
    falsely = ", ".join(
        f"{label} {100 * share:.1f} %" for label, share in emotify["called Electronic"].items()
    )
    among_ten = accuracy_table(gtzan["among GTZAN's ten"])
    return (
        "Among GTZAN's ten labels themselves its clips are told apart as by the GTZAN network:\n\n"
        f"{among_ten}\n\n"
        f"Of these clips, which carry none of the further labels, some are given one: {further}. "
        "FMA-small's validation part, from its first 3 seconds, among the seven labels that it "
        f"shares: {interval(record['fma'])} % right. Emotify, 315 recordings of which no label "
        "entered a fit, though the training without labels heard them: electronic music is called "
        "Electronic in "
        f"{interval(emotify['electronic recalled'])} %, and of other music {falsely} is; the room "
        "of the further labels was chosen among 25 settings that were looked at on Emotify."
    )


PLAN = Plan(
    name=NAME,
    text=texts.EVERYDAY,
    datasets=(GTZAN, FMA, EMOTIFY),
    starting_weights=MN04,
    basis=Basis(
        (*SPECTROGRAMS, *TEACHING, "fma_small"),
        ("training.shipping.judged_everyday",),
        {"gtzan": SETTINGS, "fma": FMA_SETTINGS, "shares": dict(SHARES)},
    ),
    candidates_tried=32 + 45 + 33,  # of GTZAN's network, of FMA's, and of putting them together
    evaluating_hours=0.1,
    fitting_minutes=11,
    evaluate=judge_everyday,
    content=_content,
    comparison=_comparison,
)
