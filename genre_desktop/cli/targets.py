"""The files that a classification writes: looked at before the work, written after it."""

import sys
from pathlib import Path

from genre_desktop.cli.console import standard_output
from genre_desktop.cli.exit_code import CommandRefused
from genre_desktop.cli.request import STANDARD_OUTPUT, Classify
from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.export_cells import ExportOptions
from genre_desktop.core.export_csv import csv_into, write_csv
from genre_desktop.core.export_json import json_into, write_json
from genre_desktop.core.export_target import is_same_file, refuse_target
from genre_desktop.core.track import Listing


def refuse_targets(asked: Classify) -> None:
    """Says before the work begins what would be in vain after it, or would destroy something.

    Raises:
        CommandRefused: A target is of no use.
    """
    if asked.csv is not None and asked.json is not None and is_same_file(asked.csv, asked.json):
        raise CommandRefused(f"CSV and JSON cannot both be written to {asked.csv}; name two files.")
    try:
        for target in asked.targets:
            if target != STANDARD_OUTPUT:
                refuse_target(target, asked.paths)
    except ExportFailed as failed:
        raise CommandRefused(failed.sentence) from failed


def write_targets(asked: Classify, listings: list[Listing]) -> str:
    """Writes the CSV and the JSON that were asked for; returns what to say of it.

    Raises:
        CommandRefused: One cannot be written.
    """
    options = ExportOptions(
        byte_order_mark=asked.byte_order_mark,
        relative_to=asked.relative_to.absolute() if asked.relative_to else None,
    )
    try:
        if asked.csv is not None:
            _write_csv(asked.csv, listings, options)
        if asked.json is not None:
            _write_json(asked.json, listings, options)
    except ExportFailed as failed:
        raise CommandRefused(failed.sentence) from failed
    names = [str(target.absolute()) for target in asked.targets if target != STANDARD_OUTPUT]
    return f" Written: {', '.join(names)}." if names else ""


def _write_csv(target: Path, listings: list[Listing], options: ExportOptions) -> None:
    if target != STANDARD_OUTPUT:
        write_csv(listings, target, options)
        return
    with standard_output():
        csv_into(sys.stdout.buffer, listings, options)


def _write_json(target: Path, listings: list[Listing], options: ExportOptions) -> None:
    if target != STANDARD_OUTPUT:
        write_json(listings, target, options)
        return
    with standard_output():
        json_into(sys.stdout.buffer, listings, options)
