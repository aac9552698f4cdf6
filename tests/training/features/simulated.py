"""Goes through a simulated index as large as FMA's full set and says how much memory it took.

python -m tests.training.features.simulated FOLDER TRACKS; every track is a part of one file, and
what was computed of it is simulated: sixteen spectrograms of whole tracks stand for all.
"""

import json
import sys
from pathlib import Path

import numpy as np

from genre_desktop.dsp.features import FEATURE_ROWS
from training.datasets.files import read_index, write_index
from training.datasets.hearing import span_of
from training.datasets.values import Index, Item, index_of
from training.features.journal import Heard
from training.features.measures import Measure
from training.features.recordings import journal_in
from training.features.store import LOG_MEL, FeatureStore
from training.features.work import keep, place_of

TRACK_FRAMES = 11_627  # 270 s, FMA's mean
KEPT = 16
WHOLE = Measure("seven", 0, tuple(FEATURE_ROWS))


def simulated_index(folder: Path, tracks: int) -> Index:
    """An index whose features are all kept already."""
    folder.mkdir(parents=True, exist_ok=True)
    one = folder / "one.flac"
    one.touch()
    items = [
        Item(f"{n}", one.name, f"g{n % 16}", f"a{n // 7}", start_seconds=float(n))
        for n in range(tracks)
    ]
    cache, random = folder / "cache" / "features", np.random.default_rng(0)
    for key in range(KEPT):
        levels = random.normal(size=(128, TRACK_FRAMES)).astype(np.float16)
        keep(place_of(cache / LOG_MEL.folder, f"{key:02d}"), levels)
        row = random.normal(size=(1, len(WHOLE.names))).astype(np.float32)
        keep(place_of(cache / WHOLE.folder, f"{key:02d}"), row)
    journal = journal_in(cache)
    for number, item in enumerate(items):
        journal.add(one, span_of(item), Heard(f"{number % KEPT:02d}", ""))
    return index_of("fma", folder, items)


def peak_bytes() -> int:
    """The most memory that this process had so far; getrusage would count its parent's too."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (kibibytes,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(kibibytes) * 1024


def main(folder: Path, tracks: int) -> None:
    """Write and read the index, cut it into pieces, join its statistics, and draw batches."""
    write_index(simulated_index(folder, tracks), folder / "index.csv")
    index = read_index(folder / "index.csv")
    store = FeatureStore(index, folder / "cache")
    pieces, table = store.pieces(3), store.statistics(None)
    listed = peak_bytes()
    drawn = np.random.default_rng(1)
    for _ in range(50):
        pieces.batch(drawn.integers(len(pieces), size=64))
    said = {
        "tracks": len(index.items),
        "pieces": len(pieces),
        "rows": len(table.values),
        "listed_bytes": listed,
        "peak_bytes": peak_bytes(),
    }
    print(json.dumps(said))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
