"""Which data a config names: a set of the data folder, or an index that `index` wrote."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from training.datasets.checks import refuse_unusable
from training.datasets.files import read_index
from training.datasets.kinds import read_source
from training.datasets.protocols import BY_SONG, decided_by
from training.datasets.splits import FOLDS, TEST, with_folds
from training.datasets.tables import WHOLE_TRACK, Table, read_table
from training.datasets.values import Index
from training.datasets.wishes import Wishes
from training.evaluation.record import PROTOCOL_A, PROTOCOL_B
from training.features.store import FeatureStore
from training.refusal import Refused
from training.tabular.rows import Rows, rows_of_table

STATISTICS = ("seven", "package")
WHOLE = "whole"  # what is heard, in one row


@dataclass(frozen=True, slots=True)
class Source:
    """A set of the data folder.

    Attributes:
        words: What it is, for people.
        kind: As for `index`: archive or table.
        path: Below the data folder.
        artists: Table that names artists and sides, below the data folder; empty where none.
        protocol: How it can be judged honestly.
        hearing: What one row hears; empty where the config may choose.
    """

    words: str
    kind: str
    path: str
    artists: str
    protocol: str
    hearing: str


SOURCES = {
    "gtzan": Source("GTZAN", "archive", "gtzan/mel", "", PROTOCOL_A, ""),
    "gtzan57": Source(
        "GTZAN, table of 57 features",
        "table",
        "gtzan/features_30_sec.csv",
        "gtzan/index.csv",
        PROTOCOL_A,
        "30 s",
    ),
    "gtzan25": Source(
        "GTZAN, table of 25 means",
        "table",
        "gtzan/means25.csv",
        "gtzan/index.csv",
        PROTOCOL_A,
        "30 s",
    ),
    "segments57": Source(
        "2,205 songs of 11 genres, table of 57 features",
        "table",
        "segments57/features_3_sec.csv.gz",
        "",
        BY_SONG,
        "3 s",
    ),
    "fma": Source("FMA-small", "archive", "fma_small/mfcc.npz", "", PROTOCOL_B, "3 s"),
    "fma25": Source(
        "FMA-small, table of 25 means",
        "table",
        "fma_small/means25.csv",
        "fma_small/tracks.csv",
        PROTOCOL_B,
        "30 s",
    ),
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A config's data, and the config as these data decide it.

    Attributes:
        rows: What is fitted and judged.
        config: With the protocol, seeds and hearing that hold for these rows.
        words: What the data are, for people.
        notes: Sentences that belong beside every figure made from them.
    """

    rows: Rows
    config: Mapping[str, Any]
    words: str
    notes: tuple[str, ...]


def load(
    config: Mapping[str, Any],
    data: Path | None,
    cache: Path,
    say: Callable[[str], None],
    workers: int = 0,
) -> Loaded:
    """The rows that a config asks for.

    Args:
        config: `data` is one of SOURCES or the path of an index.
        data: The data folder; not needed for an index.
        cache: Where features are kept.
        say: Told what takes long.
        workers: Processes that compute features; 0 computes them here.

    Raises:
        Refused: The data are not there, or nothing honest can be learnt from them.
    """
    name = str(config["data"])
    if name in SOURCES:
        index, decided, words = _known(SOURCES[name], config, data)
    else:
        index, decided, words = _indexed(config)
    table = _table(index, decided, FeatureStore(index, cache, workers, say))
    rows = rows_of_table(table, index)
    if index.kind != "table":
        words += f", {decided['features']} statistics"
    elif name not in SOURCES and (rows.segment == WHOLE_TRACK).all():
        decided = {**decided, "hearing": WHOLE}
    return Loaded(rows, decided, f"{words} ({len(rows.names)} columns)", index.notes)


def _known(
    source: Source, config: Mapping[str, Any], data: Path | None
) -> tuple[Index, Mapping[str, Any], str]:
    if data is None:
        raise Refused("Say where the data sets lie: --data DIR, or set GENRE_DESKTOP_DATA.")
    wishes = Wishes(artist_list=data / source.artists if source.artists else None)
    index = read_source(source.kind, data / source.path, wishes)
    decided = {
        **config,
        "protocol": source.protocol,
        "hearing": source.hearing or config["hearing"],
    }
    if source.protocol == PROTOCOL_B:
        decided |= {key: config[key][:1] for key in ("fold_seeds", "training_seeds")}
    else:
        index = with_folds(_without_test(index), config.get("folds", FOLDS), config["fold_seeds"])
    refuse_unusable(index)
    return index, decided, source.words


def _indexed(config: Mapping[str, Any]) -> tuple[Index, Mapping[str, Any], str]:
    path = Path(str(config["data"]))
    if not path.is_file():
        raise Refused(
            f"There is no data set or index {path}; name one of {', '.join(SOURCES)} or a file that"
            " `python -m training index` wrote."
        )
    index = read_index(path)
    refuse_unusable(index)
    return index, decided_by(index, config), f"{index.source.name} ({index.kind})"


def _without_test(index: Index) -> Index:
    """The index without tracks of a test side: what is judged in the end is not learnt from."""
    kept = [row for row, item in enumerate(index.items) if item.split != TEST]
    return replace(index.only(kept), labels=tuple(sorted({index.items[r].label for r in kept})))


def _table(index: Index, config: Mapping[str, Any], store: FeatureStore) -> Table:
    if index.kind == "table":
        if config["data"] not in SOURCES and config.get("features") == "package":
            raise Refused(
                f"{index.source} is a table, whose columns are fitted as they are; leave --features"
                " out, or name recordings or spectrograms."
            )
        return read_table(index.source)
    seconds = seconds_of(str(config["hearing"]))
    features = config.get("features")
    if features == "package":
        return store.package_statistics(seconds)
    if features == "seven":
        return store.log_mel_statistics(seconds)
    raise Refused(
        f"The config asks for statistics {features!r}; there are {' and '.join(STATISTICS)}."
    )


def seconds_of(hearing: str) -> float | None:
    """Seconds of a piece that is heard: 3.0 for "3 s", None for "whole".

    Raises:
        Refused: It is neither a number of seconds nor whole.
    """
    if hearing == WHOLE:
        return None
    number, _, unit = hearing.partition(" ")
    if unit != "s" or not number.replace(".", "", 1).isdigit() or not float(number):
        raise Refused(f"The hearing {hearing!r} is neither “whole” nor seconds such as “3 s”.")
    return float(number)
