"""Gathers runs from folders, and orders them within what can be compared."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, takewhile
from pathlib import Path
from typing import Any, NamedTuple

from training.evaluation.mcnemar import McNemar, mcnemar
from training.evaluation.measure import SEGMENT, TRACK
from training.evaluation.packed import Right, read_right
from training.evaluation.record import FILE, RunRecord, read_record
from training.refusal import Refused

Figure = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Group:
    """Runs that judged the same tracks under the same protocol, best first.

    Attributes:
        data: What the runs' data have in common.
        protocol: As the records name it.
        runs: Ordered by accuracy of whole tracks.
    """

    data: str
    protocol: str
    runs: tuple[RunRecord, ...]

    @property
    def judging(self) -> str:
        """The protocol in words."""
        other = self.protocol.removeprefix("other: ")
        return f"protocol {self.protocol}" if other == self.protocol else other

    @property
    def best_two(self) -> tuple[RunRecord, RunRecord, McNemar] | None:
        """The two best that judged the same tracks, and whether they differ."""
        for first, second in combinations(self.runs, 2):
            mine, other = _right(first), _right(second)
            if mine and other and mine.tracks_sha256 == other.tracks_sha256:
                return first, second, mcnemar(mine, other)
        return None


class Gathered(NamedTuple):
    """The records in some places.

    Attributes:
        records: Those that can be read.
        damaged: A sentence on each of the others, with what to do.
        hidden: A sentence on each that another record of its name hides.
    """

    records: list[RunRecord]
    damaged: list[str]
    hidden: list[str]

    def refuse_damaged(self) -> None:
        """Say at the end what was left out.

        Raises:
            Refused: Something was.
        """
        if self.damaged:
            raise Refused(left_out(self.damaged))


def gathered(places: Iterable[Path]) -> Gathered:
    """The records in folders of runs, or of kept records; a name counts once, first place wins.

    Raises:
        Refused: There is none that can be read.
    """
    found: dict[str, RunRecord] = {}
    damaged: list[str] = []
    hidden: list[str] = []
    for place in places:
        for path in _record_files(place):
            try:
                record = read_record(path)
            except Refused as refused:
                damaged.append(str(refused))
            else:
                if found.setdefault(record.name, record) != record:
                    hidden.append(
                        f"{path} is left out: another record here is called {record.name}; name"
                        " only one of their folders, or fit one of them with another --name."
                    )
    if not found and damaged:
        raise Refused(left_out(damaged))
    if not found:
        named = ", ".join(str(place) for place in places)
        raise Refused(f"{named} holds no run's record; make one with `python -m training fit`.")
    return Gathered(list(found.values()), damaged, hidden)


def left_out(damaged: Sequence[str]) -> str:
    """What was not compared, and why: a line each."""
    records = "1 record was" if len(damaged) == 1 else f"{len(damaged)} records were"
    return "\n".join([f"{records} left out:", *damaged])


def grouped(records: Sequence[RunRecord]) -> list[Group]:
    """Runs that judged the same tracks under the same protocol, the largest group first."""
    found: dict[tuple[str, str], list[RunRecord]] = {}
    for record in records:
        found.setdefault((_judged(record), record.protocol), []).append(record)
    groups = [
        Group(
            _in_common([run.data for run in runs]),
            protocol,
            tuple(sorted(runs, key=lambda run: (-(figure(run, TRACK) or (0.0,))[0], run.name))),
        )
        for (_, protocol), runs in found.items()
    ]
    return sorted(groups, key=lambda group: (-len(group.runs), group.data, group.protocol))


def of_own_indexes(records: Iterable[RunRecord]) -> bool:
    """Whether every run is on an index that somebody made, none on a set of the data folder."""
    return all(str(record.config.get("data", "")).endswith(".csv") for record in records)


def level(run: RunRecord, name: str) -> dict[str, Any]:
    """A level's figures; empty where the run has none."""
    figures: dict[str, Any] = run.metrics.get("levels", {}).get(name, {})
    return figures


def figure(run: RunRecord, name: str, measure: str = "accuracy") -> Figure | None:
    """A figure with its interval at a level; None where the run has none."""
    found = level(run, name).get(measure)
    return (found[0], found[1], found[2]) if found else None


def heard(run: RunRecord) -> str:
    """The level at which a run is judged first: single pieces if it heard pieces."""
    return SEGMENT if level(run, SEGMENT) else TRACK


def _judged(run: RunRecord) -> str:
    """What tells apart the tracks that a run judged."""
    packed = level(run, TRACK).get("right")
    return packed["tracks_sha256"] if packed else run.data


def _in_common(names: Sequence[str]) -> str:
    """The words that names begin with, else all of them."""
    shortest = min(names, key=len)
    if all(name.startswith(shortest) for name in names):
        return shortest
    columns = zip(*(re.findall(r"[\w.-]+", name) for name in names), strict=False)
    shared = [words[0] for words in takewhile(lambda words: len(set(words)) == 1, columns)]
    if shared[-1:] == ["of"]:  # a table of what, they do not share
        del shared[-1]
    return " ".join(shared) or " / ".join(sorted(set(names)))


def _right(run: RunRecord) -> Right | None:
    packed = level(run, TRACK).get("right")
    return read_right(packed) if packed else None


def _record_files(place: Path) -> list[Path]:
    if place.suffix == ".json" or (place / FILE).is_file():
        return [place]
    if not place.is_dir():
        raise Refused(f"{place} is no folder of runs; name one that `fit` wrote.")
    folders = [path.parent for path in sorted(place.rglob(FILE))]
    return folders + sorted(path for path in place.glob("*.json") if path.name != FILE)
