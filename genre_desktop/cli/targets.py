"""The files that a classification writes: looked at before the work, written after it."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

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


class Written(NamedTuple):
    """What became of the files that were asked for.

    Attributes:
        words: Those that were written, as the last line says it.
        refused: Why others were not, and what there is instead; else empty.
        is_on_output: Whether standard output has one of them.
    """

    words: str
    refused: str
    is_on_output: bool


class _Form(NamedTuple):
    """A kind of file, and how it is written."""

    name: str
    write: Callable[[Iterable[Listing], Path, ExportOptions], int]
    into: Callable[[BinaryIO, Iterable[Listing], ExportOptions], int]


_CSV: Final = _Form("CSV", write_csv, csv_into)
_JSON: Final = _Form("JSON", write_json, json_into)


def write_targets(asked: Classify, listings: list[Listing]) -> Written:
    """Writes the CSV and the JSON that were asked for.

    Where one cannot be written, it goes to standard output, unless that is a terminal, which has
    the table for people.

    Raises:
        CommandRefused: Standard output cannot be written.
    """
    if not listings:
        return Written("", "", is_on_output=False)
    options = ExportOptions(
        byte_order_mark=asked.byte_order_mark,
        relative_to=asked.relative_to.absolute() if asked.relative_to else None,
    )
    names: list[str] = []
    failed: list[_Form] = []
    sentences: list[str] = []
    for target, form in ((asked.csv, _CSV), (asked.json, _JSON)):
        try:
            if target == STANDARD_OUTPUT:
                _print(form, listings, options)
            elif target is not None:
                form.write(listings, target, options)
                names.append(str(target.absolute()))
        except ExportFailed as refused:
            failed.append(form)
            sentences.append(refused.sentence)
    is_on_output = STANDARD_OUTPUT in asked.targets
    if failed and not is_on_output and not sys.stdout.isatty():
        _print(failed[0], listings, options)
        is_on_output = True
        sentences.append(f"The {failed[0].name} is on standard output instead.")
    if failed and asked.use_library:
        sentences.append("The same command hears nothing anew that the library could keep.")
    words = f" Written: {', '.join(names)}." if names else ""
    return Written(words, " ".join(sentences), is_on_output)


def _print(form: _Form, listings: list[Listing], options: ExportOptions) -> None:
    with standard_output():
        form.into(sys.stdout.buffer, listings, options)
