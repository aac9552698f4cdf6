"""What an export was asked for, and what became of it."""

from dataclasses import dataclass
from pathlib import Path

from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.exporting.formats import Format
from genre_desktop.core.locations import Paths

LABEL_ENDING = ".txt"


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written.

    Attributes:
        target: A file, or a folder where there are several.
        may_replace: Whether files that are there already are replaced.
        options: How tables write paths, and the byte order mark.
        paths: How playlists write them.
        per_genre: Whether there is a playlist for each genre.
        with_keys: Whether the key of each file is found, for which all of it is decoded.
    """

    form: Format
    target: Path
    may_replace: bool
    options: ExportOptions
    paths: Paths = Paths.BELOW
    per_genre: bool = False
    with_keys: bool = False

    @property
    def is_folder(self) -> bool:
        """Whether the target is a folder: for label tracks, unless it is named like one."""
        is_labels = self.form is Format.AUDACITY and self.target.suffix.lower() != LABEL_ENDING
        return is_labels or self.per_genre


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written.

    Attributes:
        tracks: How many tracks.
        files: How many files.
        left_out: A sentence for each file that was not written.
        gone: How many tracks were left out because their files are gone.
        parts: How many were left out because they are parts of a file.
        not_relative: How many files a playlist names by their whole path where a relative one was
            asked for.
    """

    tracks: int
    files: int
    left_out: tuple[str, ...] = ()
    gone: int = 0
    parts: int = 0
    not_relative: int = 0
