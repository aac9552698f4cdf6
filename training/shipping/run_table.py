"""Columns of a run's ready-made table that the program computes differently."""

from collections.abc import Mapping
from pathlib import Path

from training.data import gtzan_index
from training.datasets.agreement import columns_that_disagree
from training.datasets.files import read_index
from training.datasets.tables import read_table
from training.shipping.run_folder import RunFolder
from training.tabular.sources import SOURCES

_UNDAMAGED = (".flac", ".wav", ".au")


def table_reasons(run: RunFolder, data: Path | None) -> Mapping[str, str]:
    """Columns with the reason; none for a run that was not fitted on a ready-made table.

    Columns are compared on GTZAN's undamaged recordings below the data folder, where the table
    holds such tracks.
    """
    table = _table_of(str(run.model["data"]), data)
    if table is None:
        return {}
    recordings = {} if data is None else _recordings(data)
    return columns_that_disagree(read_table(table), recordings)


def _table_of(name: str, data: Path | None) -> Path | None:
    source = SOURCES.get(name)
    if source is not None:
        return data / source.path if source.kind == "table" and data is not None else None
    index = read_index(Path(name))
    return index.source if index.kind == "table" else None


def _recordings(data: Path) -> dict[str, Path]:
    if not (data / "gtzan" / "index.csv").is_file():
        return {}
    clips = gtzan_index(data).values()
    return {
        clip.name: clip.audio
        for clip in clips
        if clip.audio is not None and clip.audio.suffix in _UNDAMAGED
    }
