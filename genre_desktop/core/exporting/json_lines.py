"""JSON Lines: one track a line, with all its probabilities and its timeline."""

from collections.abc import Iterable
from typing import BinaryIO

from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.export_json import json_text, track_facts
from genre_desktop.core.track import Listing


def json_lines_into(file: BinaryIO, listings: Iterable[Listing], options: ExportOptions) -> int:
    """Writes each listing as a line of strict JSON, the same as in the JSON export.

    Returns:
        The number of tracks written.
    """
    count = 0
    for listing in listings:
        file.write(f"{json_text(track_facts(listing, options))}\n".encode())
        count += 1
    return count
