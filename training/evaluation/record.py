"""A run's record: what was fitted on what, under which protocol, and what it measured."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from genre_desktop.dsp.printable import one_line
from training.cache import replacing
from training.evaluation.record_shape import misfit
from training.refusal import Refused

FILE = "record.json"
FILE_ENDING = ".json"  # what tells a kept record from a run's folder
LONGEST_NAME = 160  # bytes, of a run
PROTOCOL_A = "A"  # folds grouped by artist: five folds, three seeds
PROTOCOL_B = "B"  # the published split, one seed
PROCESSOR, CLOCK = "processor", "clock"  # what measured the seconds of fitting


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One row of the comparison, and everything the report says about it.

    Attributes:
        name: The run's name, also its folder's.
        family: The approach, such as "SVC, rbf" or "2-D CNN, from nothing".
        data: The data set or sets.
        hearing: What one judgement hears: "3 s", "30 s", "whole" …
        protocol: "A", "B" or "other: …" with the reason.
        labels: Label names in the predictions' order.
        fold_seeds: Seeds of the assignments to folds.
        training_seeds: Seeds of the fits.
        candidates_tried: How many configurations were looked at on these data before this one.
        commit: Commit of the code that ran.
        date: Day of the run, YYYY-MM-DD.
        config: The run's settings.
        config_sha256: Digest of the settings.
        data_sha256: Digest of the data.
        code_sha256: Digest of the code.
        fit_seconds: Seconds of fitting, all folds and seeds together.
        timed_by: What measured them: the "processor" time of a process that did nothing else, or
            the "clock", where workers of a cluster share a process and its time with other fits.
        windows_per_second: Inputs per second of the ONNX graph on one thread; None if not
            exported.
        size_bytes: Size of the model; None if nothing was kept.
        curves: "train" and "validation" accuracy after each epoch, or None.
        learning_curve: [clips, accuracy, low, high] for growing training sizes, or None.
        notes: Sentences for the reader.
        metrics: What `training.evaluation.measure.measured` gives.
        judged_on: Empty where the judged recordings are of the set and labels the model was
            fitted on; else a sentence that says how they differ.
        fitted_accuracy: Share of right answers on what it was fitted on, or None.
        importances: [feature, importance] with the most important first, or None.
    """

    name: str
    family: str
    data: str
    hearing: str
    protocol: str
    labels: tuple[str, ...]
    fold_seeds: tuple[int, ...]
    training_seeds: tuple[int, ...]
    candidates_tried: int
    commit: str
    date: str
    config: Mapping[str, Any]
    config_sha256: str
    data_sha256: str
    code_sha256: str
    fit_seconds: float
    windows_per_second: float | None
    size_bytes: int | None
    curves: Mapping[str, list[float]] | None = None
    learning_curve: list[list[float]] | None = None
    notes: list[str] = field(default_factory=list)
    metrics: Mapping[str, Any] = field(default_factory=dict)
    judged_on: str = ""
    fitted_accuracy: float | None = None
    importances: list[tuple[str, float]] | None = None
    timed_by: str = PROCESSOR

    def __post_init__(self) -> None:
        refuse_run_name(self.name)
        known = self.protocol in (PROTOCOL_A, PROTOCOL_B) or self.protocol.startswith("other: ")
        if not known:
            raise Refused(
                f"The run {self.name} names the protocol “{self.protocol}”; write A, B or"
                " “other: ” and the reason."
            )

    def write(self, place: Path) -> Path:
        """Keep the record: in `place` if that ends in .json, else as record.json inside it."""
        path = place if place.suffix == FILE_ENDING else place / FILE
        text = json.dumps(asdict(self), indent=1, ensure_ascii=False)
        with replacing(path) as target:
            target.write_text(text + "\n", "utf-8")
        return path


def refuse_run_name(name: str) -> None:
    """Refuse a name by which no folder and no kept record beside others can be called.

    Raises:
        Refused: It is one.
    """
    readable = one_line(name) == name and name == name.strip() and name != ""
    outside = name.startswith(".") or bool({"/", "\\"} & set(name))
    if outside or not readable or name.endswith(FILE_ENDING) or len(name.encode()) > LONGEST_NAME:
        raise Refused(
            f"A run cannot be called “{one_line(name)[:LONGEST_NAME]}”, for its folder is called "
            f"so, too: use one line of at most {LONGEST_NAME} bytes without slashes, with no full "
            f"stop first and no {FILE_ENDING} last."
        )


def read_record(place: Path) -> RunRecord:
    """A record from a run's folder or a .json file.

    Raises:
        Refused: It is missing or is no run's record, or a part of it is not as it was written.
    """
    path = place if place.suffix == FILE_ENDING else place / FILE
    if not path.exists():
        raise Refused(f"There is no run {place}; fit it first, or name a folder that `fit` wrote.")
    try:
        kept = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise Refused(
            f"{path} cannot be read as a run's record ({error}); fit the run again."
        ) from error
    names = {item.name for item in fields(RunRecord)}
    if not isinstance(kept, dict) or not set(kept) <= names:
        raise Refused(f"{path} is not a run's record; fit the run again with this version.")
    damage = misfit(kept)
    if damage:
        raise Refused(f"{path} is a damaged run's record ({damage}); fit the run again.")
    for name in ("labels", "fold_seeds", "training_seeds"):
        kept[name] = tuple(kept[name])
    if kept.get("importances") is not None:
        kept["importances"] = [(name, float(value)) for name, value in kept["importances"]]
    try:
        return RunRecord(**kept)
    except Refused as refused:
        raise Refused(f"{path} is a damaged run's record. {refused}") from None
