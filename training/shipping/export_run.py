"""Makes a package of a run of `fit`: refused where it would not answer as the run's model."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from genre_desktop.dsp.spec import STANDARD_MEL, MelSpec
from genre_desktop.inference.manifest import (
    FORMAT_VERSION,
    Dataset,
    Graph,
    Kind,
    Manifest,
    Member,
    Software,
    Tensor,
)
from genre_desktop.inference.model import open_model
from training.evaluation.record import RunRecord
from training.networks.architectures import PRETRAINED
from training.shipping.export import answers_of
from training.shipping.export_network import NetworkParts, network_parts
from training.shipping.export_tabular import tabular_parts
from training.shipping.golden import GoldenClip
from training.shipping.int8 import quantised, refuse_coarse
from training.shipping.manifests import LICENCE, MN04, heard_by
from training.shipping.packages import Content, sha256, software, write_package
from training.shipping.run_card import run_card
from training.shipping.run_figures import Record, before_eight_bits, figures_of, metrics_of
from training.shipping.run_folder import NotExportable, RunFolder
from training.shipping.run_table import table_reasons

VERSION = "1.0"
LONGEST_TITLE = 400  # signs


@dataclass(frozen=True, slots=True)
class Making:
    """Where an export finds and keeps things.

    Attributes:
        data: Folder of the data sets, None where none was named.
        cache: Folder of intermediate arrays.
        say: Told what was found.
    """

    data: Path | None
    cache: Path
    say: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Parts:
    """A graph with all that its package says of it."""

    graph: Graph
    model: bytes
    golden: tuple[GoldenClip, ...]
    remarks: list[str]


def export_run(run: RunFolder, folder: Path, making: Making, *, int8: bool) -> Path:
    """Write a run's package and open it as the application does.

    Raises:
        Refused: The run cannot be a package; the sentence says why.
        PackageRefused: The application would refuse it.
    """
    parts = _tabular(run, making, int8=int8) if run.is_tabular else _network(run, making, int8=int8)
    figures = figures_of(run.record, run.predictions)
    if int8:
        figures = before_eight_bits(figures)
    manifest = manifest_of_run(run.record, folder.name, figures, parts.graph)
    card = run_card(manifest.title, run.record, figures, parts.remarks)
    write_package(folder, Content(manifest, card, parts.model, parts.golden))
    open_model(folder, prove=True)
    return folder


def manifest_of_run(
    run: RunRecord,
    name: str,
    figures: Record,
    graph: Graph | None,
    members: tuple[Member, ...] = (),
) -> Manifest:
    """The manifest of a run's package; every figure is the run's own."""
    kind: Kind = "ensemble"
    if graph is not None:
        kind = "mel" if isinstance(graph.features, MelSpec) else "statistics"
    return Manifest(
        format_version=FORMAT_VERSION,
        name=name,
        version=VERSION,
        title=f"{name}: {run.family}, {run.data}"[:LONGEST_TITLE],  # lists cut it off at the end
        kind=kind,
        labels=run.labels,
        graph=graph,
        members=members,
        temperature=figures["calibration"]["temperature"],
        piece_temperature=figures["piece_temperature"],
        unsure_threshold=figures["unsure"]["threshold"],
        familiarity=None,
        metrics=metrics_of(figures),
        datasets=(Dataset(run.data, "as its source states", figures["protocol"]),),
        starting_weights=MN04 if began_pretrained(run) else None,
        trained_with=tuple(Software(*one) for one in software()),
        created=run.date,
        licence=LICENCE,
    )


def began_pretrained(run: RunRecord) -> bool:
    """Whether a run's network began with the published weights."""
    return bool(run.config.get("model", {}).get("architecture") == PRETRAINED)


def _tabular(run: RunFolder, making: Making, *, int8: bool) -> Parts:
    if int8:
        raise NotExportable(
            f"The run {run.record.name} is no network; only networks are quantised, leave --int8 "
            "out."
        )
    reasons = table_reasons(run, making.data)
    model, spec, golden, remark = tabular_parts(run, reasons)
    labels = len(run.record.labels)
    graph = heard_by(
        spec,
        Tensor("statistics", ("pieces", len(spec.names))),
        (Tensor("logits", ("pieces", labels)),),
        sha256(model),
    )
    making.say(remark)
    return Parts(graph, model, golden, [remark, "Fitted on every track."])


def _network(run: RunFolder, making: Making, *, int8: bool) -> Parts:
    made = network_parts(run, making.data, making.cache, making.say)
    alike = (
        f"On {len(made.windows)} windows of tracks that it was not fitted on, graph and network "
        f"differ by at most {made.difference:.1e}."
    )
    fitted = "The network of the last fit that was judged: it has not heard that part's tracks."
    remarks = [alike, fitted]
    if began_pretrained(run.record):
        remarks.append(f"It began with the weights of {MN04.origin} ({MN04.licence}).")
    model, golden = made.graph, made.golden
    if int8:
        model, golden, remark = in_eight_bits(made)
        remarks.append(remark)
    for remark in remarks:
        making.say(remark)
    labels = len(run.record.labels)
    outputs = (
        Tensor("logits", ("chunks", labels)),
        Tensor("embedding", ("chunks", made.width)),
        Tensor("piece_logits", ("chunks", "pieces", labels)),
    )
    eaten = Tensor("log_mel", ("chunks", STANDARD_MEL.mel_bands, "frames"))
    graph = heard_by(STANDARD_MEL, eaten, outputs, sha256(model))
    graph = replace(graph, piece_frames=min(made.piece_frames, graph.chunk_frames))
    return Parts(graph, model, golden, remarks)


def in_eight_bits(made: NetworkParts) -> tuple[bytes, tuple[GoldenClip, ...], str]:
    """The quantised graph with golden answers of its own, and what it costs, in words.

    Its ranges come from tracks of the fit's own side, what it costs from held-out ones.

    Raises:
        TooCoarse: It costs more than half a point on the held-out windows.
    """
    small = quantised(made.graph, made.calibrating)
    before, after = refuse_coarse(made.graph, small, made.windows, made.truth)
    clips = tuple(replace(clip, outputs=answers_of(small, clip.features)) for clip in made.golden)
    remark = (
        f"Convolutions in 8 bits, ranges from {len(made.calibrating)} windows of the side that it "
        f"was fitted on; of {len(made.truth)} held-out windows {after:.1%} are right, {before:.1%} "
        f"before; {len(small):,} bytes instead of {len(made.graph):,}."
    )
    return small, clips, remark
