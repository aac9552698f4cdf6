"""Cards for people, written from a run's record and never by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

WAYS = {
    "whole": "whole clip, heard at once",
    "mean": "mean of nine separate 3-second pieces",
    "vote": "majority vote of nine separate 3-second pieces",
    "alone": "one 3-second piece heard by itself",
    "first": "the first 3 seconds alone",
    "both": "the first 3 seconds with snapshots of the whole 30",
    "timeline": "3-second pieces of the timeline, which have heard the whole clip",
}

FLATTERY = {"GTZAN": " by 8 to 18 points", "FMA-small": " by about 5 points"}  # by data set

_LIMITS = (
    "It knows these genres only: every other kind of music is given the nearest of them, often "
    "with a low probability, and then called unsure."
)


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says besides figures.

    Attributes:
        title: The package's title.
        purpose: A paragraph.
        left_out: Who stands for the package where genres are left out of fitting.
        method: A paragraph.
        origin: A paragraph on data and starting weights with their licences.
        limits: What its data make of it.
    """

    title: str
    purpose: str
    left_out: str
    method: str
    origin: str
    limits: str


Unfamiliar = Mapping[str, Sequence[int]]


def card(text: CardText, record: Mapping[str, Any], extra: str, unfamiliar: Unfamiliar) -> str:
    """The card in Markdown.

    Args:
        text: What is not measured.
        record: The model's part of the run's record.
        extra: Comparisons, as Markdown; may be empty.
        unfamiliar: [confident, all] of every kind of sound that no label covers; may be empty.
    """
    labels = record["labels"]
    parts = [
        f"# {text.title}",
        text.purpose,
        f"Genres: {', '.join(labels)}.",
        "## How it works",
        text.method,
        "## Data",
        text.origin,
        "## How well it does",
        _protocol(record),
        accuracy_table(record["accuracy"]),
        extra,
        _confidence(record),
        "## What it confuses",
        confusion_table(labels, record["confusion"]),
        "## Limits",
        f"{_LIMITS} {text.limits}",
        _unfamiliar(unfamiliar),
        _left_out(text.left_out, record.get("left_out")),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def interval(figure: Sequence[float]) -> str:
    """A share with its interval in percent, such as "77.0 [71.2, 82.6]"."""
    value, low, high = (100 * number for number in figure)
    return f"{value:.1f} [{low:.1f}, {high:.1f}]"


def difference(figure: Sequence[float]) -> str:
    """A difference of shares in points with its interval and signs."""
    value, low, high = (100 * number for number in figure)
    return f"{value:+.1f} [{low:+.1f}, {high:+.1f}]"


def gain(figure: Sequence[float], better: str, baseline: str) -> str:
    """A sentence on whether a paired difference shows anything."""
    if figure[1] > 0:
        return f"The gain of {better} over {baseline} is larger than chance."
    return f"A gain of {better} over {baseline} is not shown: the interval holds zero."


def comparison(title: str, rows: Mapping[str, Mapping[str, Sequence[float]]]) -> str:
    """A table of several models under every way of hearing."""
    ways = list(next(iter(rows.values())))
    head = f"| {title} | {' | '.join(ways)} |\n| --- |{' --- |' * len(ways)}\n"
    return head + "\n".join(
        f"| {name} | {' | '.join(_cell(name, figures[way]) for way in ways)} |"
        for name, figures in rows.items()
    )


def _cell(name: str, figure: Sequence[float]) -> str:
    return difference(figure) if "difference" in name else interval(figure)


def _protocol(record: Mapping[str, Any]) -> str:
    data = record["data"]
    return (
        f"Judged on {data['clips']} clips of {data['artists']} artist groups: "
        f"{data['protocol']}, so that no judged clip's artist was heard in fitting. Brackets are "
        "95 % bootstrap intervals over artists. The shipped package is fitted on all of these "
        "clips too. A split by clip instead of by artist would flatter"
        f"{FLATTERY.get(data['set'], '')}."
    )


def accuracy_table(accuracy: Mapping[str, Sequence[float]]) -> str:
    """Accuracies with their intervals, a row for each way of hearing."""
    rows = [f"| {WAYS[name]} | {interval(figure)} |" for name, figure in accuracy.items()]
    return "\n".join(["| heard as | accuracy, % |", "| --- | --- |", *rows])


def _confidence(record: Mapping[str, Any]) -> str:
    calibration, unsure = record["calibration"], record["unsure"]
    return (
        f"Probabilities are softened by a temperature of {calibration['temperature']:.2f} for "
        f"tracks and {record['piece_temperature']:.2f} for pieces, both from the held-out answers. "
        "Expected calibration error on artists that did not choose it: "
        f"{calibration_errors(calibration)}. An answer is called unsure below a highest "
        f"probability of {unsure['threshold']:.3f}, and where a track lies further from all that "
        f"the package was fitted on than {100 * unsure['passing']:.1f} % of the held-out clips. So "
        f"{100 * unsure['answered']:.0f} % of the clips are answered, "
        f"{interval(unsure['accuracy_answered'])} % of these rightly; of the unsure ones, "
        f"{interval(unsure['accuracy_unsure'])} % would have been right."
    )


def calibration_errors(calibration: Mapping[str, Any]) -> str:
    """The calibration errors before and after the temperature, with intervals and noise."""
    (before, after), noise = calibration["calibration_error"], calibration["calibration_noise"]
    return (
        f"{_bare(before)} before, {_bare(after)} after (perfect probabilities would show "
        f"{noise[1]:.3f} on as many clips)"
    )


def _bare(figure: Sequence[float]) -> str:
    value, low, high = figure
    return f"{value:.3f} [{low:.3f}, {high:.3f}]"


def _unfamiliar(unfamiliar: Unfamiliar) -> str:
    if not unfamiliar:
        return ""
    counts = ", ".join(f"{kind} {sure} of {total}" for kind, (sure, total) in unfamiliar.items())
    return (
        "What no label covers should be called unsure. It was wrongly given a confident answer for "
        f"{counts}. The thresholds are those of held-out clips, and none of these sounds took part "
        "in choosing them; but after other noises had been seen to pass, the distance's was "
        "lowered once, from one that 97.5 % of the clips pass."
    )


def _left_out(who: str, left_out: Mapping[str, Any] | None) -> str:
    if left_out is None:
        return ""
    rates = ", ".join(f"by {name} {100 * rate:.0f} %" for name, rate in left_out["mean"].items())
    return (
        f"Music of a genre that is not among the labels is harder. {who} were fitted without one "
        "genre, each genre in its turn, on four of five folds by artist; the share of the missing "
        "genre's clips that was answered with confidence, where three in four of the fifth fold's "
        f"other clips are answered, was {rates} (one fit for each genre, so without an interval)."
    )


def confusion_table(labels: Sequence[str], shares: Sequence[Sequence[float]]) -> str:
    """Shares of each true genre's clips (rows) that were given each genre, in percent."""
    lines = [
        "Rows are the true genre, columns the answer, in percent of the row's clips.",
        "",
        f"| | {' | '.join(labels)} |",
        f"| --- |{' ---: |' * len(labels)}",
    ]
    lines += [
        f"| {label} | {' | '.join(f'{100 * share:.0f}' for share in row)} |"
        for label, row in zip(labels, shares, strict=False)  # no clip may carry a label
    ]
    return "\n".join(lines)
