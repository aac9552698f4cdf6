"""What a person asks of an index beyond where the data lie."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Hearing = Literal["whole", "start", "none"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How an index is to be made.

    Attributes:
        labels: Only these genres, in any spelling of case; empty for all.
        one_spelling: Whether genres that differ only in how they are written become one.
        per_class: So many tracks of each genre, 0 for all.
        tracks: So many tracks in all, as the genres come, 0 for all.
        seed: Of the choice of `per_class` and `tracks`.
        split_lists: Folder of the published lists, or a table with a column "split".
        artist_list: Table that names the artist of each clip.
        replacements: A recording in place of a clip's own, by the clip's name.
        metadata: FMA's folder fma_metadata, where it does not lie beside the recordings.
        size: FMA's subset: "small", "medium", "large" or "full"; empty for what the folder's name
            tells.
        genres: 8 for FMA-small's top genres only, 16 for all.
        hearing: How much of each recording is decoded to find bad files.
        workers: Processes that decode.
    """

    labels: tuple[str, ...] = ()
    per_class: int = 0
    tracks: int = 0
    seed: int = 0
    split_lists: Path | None = None
    artist_list: Path | None = None
    replacements: tuple[tuple[str, Path], ...] = ()
    metadata: Path | None = None
    size: str = ""
    genres: int = 16
    hearing: Hearing = "whole"
    workers: int = 0
    one_spelling: bool = False
