"""Genres for other programs that write tags: a shell script for beets, a script for Picard."""

import re
import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from genre_desktop.core.corrected import sure_name
from genre_desktop.core.export_cells import ExportOptions, problems_of
from genre_desktop.core.track import Listing
from genre_desktop.dsp.printable import printable
from genre_desktop.dsp.sound import Problem

_BEETS_HEAD = """\
#!/bin/sh
# Tells beets the genres that Genre Desktop heard, for the tracks that are in its library:
# sh THIS_FILE. beets writes them into the files where its import.write says so.
"""
_PICARD_HEAD = """\
$noop(The genres that Genre Desktop heard. Add this as a script under Options > Scripting\\, leave
it off there\\, then choose it under Run scripts in the menu of files or clusters.)
"""
_PICARD_SIGNS = re.compile(r"[\\$%(),]")


def beets_into(file: BinaryIO, listings: Iterable[Listing], options: ExportOptions) -> int:
    """Writes a `beet modify` for each sure track; returns how many there are.

    Names of files go as the bytes that they are. Parts of files and files that have gone are left
    out, for beets knows whole files only.
    """
    del options
    written = 0
    file.write(_BEETS_HEAD.encode())
    for path, genre in _sure_files(listings):
        value = genre.replace("$", "$$")  # beets takes a value for a template
        query, change = shlex.quote(f"path:{path}"), shlex.quote(f"genre={value}")
        line = f"beet modify --yes --nomove {query} {change}\n"
        file.write(line.encode("utf-8", "surrogateescape"))
        written += 1
    return written


def picard_into(file: BinaryIO, listings: Iterable[Listing], options: ExportOptions) -> int:
    """Writes a script with a line for each sure track; returns how many there are.

    A file is known by its folder, its name and its ending, as Picard's variables have them. What
    is no text, Picard cannot be told.
    """
    del options
    written = 0
    file.write(_PICARD_HEAD.encode())
    for path, genre in _sure_files(listings):
        if printable(str(path)) != str(path) or "\n" in str(path):
            continue
        stem, dot, ending = path.name.rpartition(".")
        known = (
            ("_dirname", str(path.parent)),
            ("_filename", stem if dot else path.name),
            ("_extension", ending.lower()),
        )
        same = ",".join(f"$eq(%{variable}%,{_in_picard(text)})" for variable, text in known)
        file.write(f"$if($and({same}),$set(genre,{_in_picard(genre)}))\n".encode())
        written += 1
    return written


def _sure_files(listings: Iterable[Listing]) -> Iterator[tuple[Path, str]]:
    for listing in listings:
        genre, outcome = sure_name(listing.outcome), listing.outcome
        if not genre or outcome is None or listing.track.span is not None:
            continue
        if Problem.MISSING.value not in problems_of(outcome):
            yield listing.track.path, genre


def _in_picard(text: str) -> str:
    return _PICARD_SIGNS.sub(r"\\\g<0>", text)
