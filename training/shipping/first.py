"""The first packages of GTZAN's ten genres: cross-validate, fit on everything, export."""

import datetime as dt
import time
from pathlib import Path
from typing import Any

import numpy as np

from genre_desktop.dsp.statistics import standard_statistics
from genre_desktop.inference.model import open_model
from training import figures
from training.evaluate import Answers
from training.heads import fit_head, folded
from training.pieces import PIECES, Embeddings
from training.shipping import crossval, export, manifests, texts
from training.shipping.crossval import model_record
from training.shipping.fold_heads import fit_fold_heads, write_fold_heads
from training.shipping.packages import Content, sha256, write_card, write_package
from training.shipping.records import read_record, write_record
from training.shipping.shipped import ShippedNetwork
from training.shipping.unfamiliar import unfamiliar_record
from training.svc import fit_svc, svc_logits
from training.workshop import Workshop

CHECKED_WINDOWS = 500


def evaluate_network(workshop: Workshop) -> None:
    """Cross-validate the head on the frozen and on the distilled network; keep the record."""
    began, clips = time.monotonic(), workshop.clips
    frozen = workshop.embeddings(workshop.frozen)
    distilled = workshop.embeddings(workshop.distilled)
    answers = {}
    for name, heard, fitted_on in (
        ("frozen, fitted on whole clips", frozen, frozen.whole),
        ("frozen", frozen, frozen.together),
        ("distilled", distilled, distilled.together),
    ):
        workshop.report(f"Cross-validating: {name} …")
        answers[name] = crossval.network_answers(clips, heard, fitted_on)
    record = model_record(answers["distilled"], "whole", "timeline", clips)
    rows = {name: figures.accuracies(given, clips) for name, given in answers.items()}
    paired = figures.differences(answers["distilled"], answers["frozen"], clips)
    record["comparison"] = rows | {"paired difference, distilled minus frozen": paired}
    _keep("cnn", record, workshop, began)
    said = answers["distilled"]
    workshop.keep_answers("cnn", {"track": said["whole"], "pieces": said["timeline"]})


def evaluate_machine(workshop: Workshop) -> None:
    """Cross-validate the support vector machine; keep the record."""
    began = time.monotonic()
    workshop.report("Cross-validating: support vector machine (some minutes) …")
    answers = crossval.svc_answers(workshop.clips, workshop.statistics)
    record = model_record(answers, "vote", "alone", workshop.clips)
    _keep("svc", record, workshop, began)
    workshop.keep_answers("svc", {"track": answers["vote"], "pieces": answers["alone"]})


def evaluate_ensemble(workshop: Workshop) -> None:
    """Weigh both models on their held-out answers; keep the record."""
    began, clips = time.monotonic(), workshop.clips
    network, machine = (_calibrated(name, workshop) for name in ("cnn", "svc"))
    weight, answers = crossval.ensemble_answers(network["track"], machine["track"], clips)
    pieces = crossval.ensemble_logits(network["pieces"][:, :, :PIECES], machine["pieces"], weight)
    record = model_record({"whole": answers, "timeline": pieces}, "whole", "timeline", clips)
    record["weight_of_network"] = weight
    alone = {"network": network["track"], "support vectors": machine["track"], "both": answers}
    rows = {name: figures.accuracies({"whole": given}, clips) for name, given in alone.items()}
    paired = figures.differences({"whole": answers}, {"whole": network["track"]}, clips)
    record["comparison"] = rows | {texts.ENSEMBLE_GAIN: paired}
    _keep("ensemble", record, workshop, began)


def _calibrated(name: str, workshop: Workshop) -> Answers:
    """A model's held-out logits over their temperatures."""
    record, answers = read_record(name), workshop.kept_answers(name)
    return {
        "track": answers["track"] / record["calibration"]["temperature"],
        "pieces": answers["pieces"] / record["piece_temperature"],
    }


def export_network(workshop: Workshop, models: Path) -> Path:
    """Fit the head on every clip and write the package gtzan-cnn."""
    clips, record = workshop.clips, read_record("cnn")
    embeddings: Embeddings = workshop.embeddings(workshop.distilled)
    head = fit_head(embeddings.together, clips.genres)
    network = ShippedNetwork(workshop.distilled, *folded(head)).eval()
    graph = export.network_graph(network)
    windows = workshop.windows(CHECKED_WINDOWS)
    off = export.refuse_difference(graph, windows, export.network_logits(network, windows))
    workshop.report(f"On {len(windows)} windows graph and source differ by at most {off:.1e}.")
    content = Content(
        manifests.network_manifest(record, sha256(graph)),
        texts.network_card(record, {}),
        graph,
        export.network_golden(network),
    )
    folder = write_package(models / manifests.NETWORK, content)
    write_fold_heads(fit_fold_heads(clips, embeddings.together, sha256(graph)))
    return _with_unfamiliar("cnn", folder, workshop)


def export_machine(workshop: Workshop, models: Path) -> Path:
    """Fit the support vector machine on every clip and write the package gtzan-svc."""
    clips, record, spec = workshop.clips, read_record("svc"), standard_statistics()
    machine = fit_svc(workshop.statistics, clips.genres, clips.artists)
    graph = export.machine_graph(machine, spec, len(record["labels"]))
    rows = workshop.statistics.reshape(-1, len(spec.names))
    windows = np.random.default_rng(0).permutation(rows)[:CHECKED_WINDOWS]
    off = export.refuse_difference(graph, windows, svc_logits(machine, windows))
    workshop.report(f"On {len(windows)} pieces graph and source differ by at most {off:.1e}.")
    content = Content(
        manifests.machine_manifest(record, sha256(graph), spec),
        texts.machine_card(record, {}),
        graph,
        export.machine_golden(machine, spec),
    )
    folder = write_package(models / manifests.MACHINE, content)
    return _with_unfamiliar("svc", folder, workshop)


def export_ensemble(workshop: Workshop, models: Path) -> Path:
    """Write the package gtzan-ensemble, which asks both others."""
    record = read_record("ensemble")
    content = Content(
        manifests.ensemble_manifest(record),
        texts.ensemble_card(record, {}),
        b"",
        (),
    )
    folder = write_package(models / manifests.ENSEMBLE, content)
    return _with_unfamiliar("ensemble", folder, workshop)


def _with_unfamiliar(name: str, folder: Path, workshop: Workshop) -> Path:
    """Try the package on what it does not know, and say so on its card."""
    heard = unfamiliar_record(open_model(folder), workshop.data_folder, workshop.report)
    write_record(f"{name}_unfamiliar", heard)
    write_card(folder, texts.CARDS[name](read_record(name), heard))
    return folder


def _keep(name: str, record: dict[str, Any], workshop: Workshop, began: float) -> None:
    clips = workshop.clips
    described = {
        "labels": sorted(set(clips.genres.tolist())),
        "data": {
            "set": "GTZAN",
            "clips": len(clips.names),
            "artists": len(set(clips.artists.tolist())),
            "protocol": figures.PROTOCOL,
            "recorded": sum(workshop.index[name].audio is not None for name in clips.names),
        },
        "created": dt.datetime.now(dt.UTC).date().isoformat(),
        "seconds": round(time.monotonic() - began),
    }
    write_record(name, described | record)
    accuracy = record["accuracy"]
    workshop.report(f"{name}: " + ", ".join(f"{way} {v}" for way, v in accuracy.items()) + ".")
