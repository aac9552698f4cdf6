"""Evaluates packages and makes them as planned; every record says what it was made from."""

import datetime as dt
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from genre_desktop.inference.model import Model, open_model
from genre_desktop.inference.package import PackageRefused, read_package
from training.heads import softmax
from training.shipping.card import card
from training.shipping.cost import cost_of, costed, fit_took, known_fit
from training.shipping.export import answers_of
from training.shipping.packages import Content, write_card, write_package
from training.shipping.plan import Plan
from training.shipping.records import RESULTS, read_record, write_record
from training.shipping.unfamiliar import unfamiliar_record
from training.workshop import Workshop

Unfamiliar = Mapping[str, Any]
TryOn = Callable[[Model, Path, Callable[[str], None]], dict[str, list[int]]]


def evaluate(plan: Plan, workshop: Workshop, results: Path = RESULTS) -> None:
    """Cross-validate what the package will be, and keep the record."""
    began = time.monotonic()
    made_from = plan.basis.made_from(workshop.data_folder)
    record = plan.evaluate(workshop)
    described = {
        "package": plan.name,
        "created": dt.datetime.now(dt.UTC).date().isoformat(),
        "seconds": round(time.monotonic() - began),
        "candidates_tried": plan.candidates_tried,
        "made_from": made_from,
    }
    write_record(plan.name, described | record, results)
    accuracy = record["accuracy"]
    workshop.report(f"{plan.name}: " + ", ".join(f"{way} {v}" for way, v in accuracy.items()) + ".")


def make(
    plan: Plan,
    workshop: Workshop,
    models: Path,
    results: Path = RESULTS,
    try_on: TryOn = unfamiliar_record,
    *,
    anew: bool = False,
) -> Path:
    """Fit on everything, write the package with its card from the record, and prove it.

    What it cost is kept beside the record.

    Args:
        plan: What is made.
        workshop: What it is made from.
        models: Folder of packages.
        results: Folder of records.
        try_on: Tries the package on what no label covers.
        anew: Nothing that this package is made of was kept from before, so that its fit takes
            what a fit takes; what packages before it have made is not counted again.

    Raises:
        StaleRecord: The record is not of the data, code and settings that are here.
        DataMissing: There is no record, or data are missing.
        ExportDiffers: The graph does not answer as the fitted model.
        PackageRefused: The application would refuse the package.
    """
    record = read_record(plan.name, results)
    plan.basis.refuse_stale(plan.name, record, workshop.data_folder)
    content, seconds = costed(lambda: plan.content(plan, workshop, record))
    off = difference_from(models / plan.name, content)
    if off is not None:
        workshop.report(
            f"{plan.name}: on its golden clips this package and the one before differ by at most "
            f"{off:.1e} in a probability."
        )
    folder = write_package(
        models / plan.name, replace(content, card=card_of(plan, record, {"kinds": {}}))
    )
    model = open_model(folder)
    heard = try_on(model, workshop.data_folder, workshop.report)
    unfamiliar = {"package_digest": model.digest, "kinds": heard}
    write_record(f"{plan.name}_unfamiliar", unfamiliar, results)
    write_card(folder, card_of(plan, record, unfamiliar))
    name = f"{plan.name}_cost"
    took = fit_took(seconds) if anew else known_fit(name, results)
    write_record(name, took | cost_of(content), results)
    return folder


def difference_from(folder: Path, content: Content) -> float | None:
    """The largest |Δp| on golden clips between a package that lies there and a new one.

    None where there is no package that hears the same and tells the same genres apart.
    """
    try:
        before = read_package(folder)
    except PackageRefused:
        return None
    old, new = before.manifest, content.manifest
    if old.graph is None or new.graph is None or old.labels != new.labels:
        return None
    if old.graph.features != new.graph.features:
        return None
    furthest = 0.0
    for clip in content.golden:
        one, other = (
            softmax(answers_of(model, clip.features)["logits"].astype(np.float64))
            for model in (before.model, content.graph)
        )
        furthest = max(furthest, float(np.abs(one - other).max()))
    return furthest


def card_of(plan: Plan, record: Mapping[str, Any], unfamiliar: Unfamiliar) -> str:
    """The card, from the records of the evaluation and of what the package does not know."""
    return card(plan.text, record, plan.comparison(record), unfamiliar["kinds"])
