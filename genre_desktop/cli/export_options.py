"""The options of `export`."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from genre_desktop.cli.option_values import a_path, a_target
from genre_desktop.core.exporting.formats import Format
from genre_desktop.core.locations import Paths

_WITHOUT: Final = re.compile(r"-[^-\s]\S+")  # a word of a query that is longer than `-o`
_EPILOGUE = """\
formats:
  csv       one row a track, as `classify --csv` writes it
  jsonl     one JSON object a line: everything, with all probabilities and the timeline
  timeline  CSV with one row for each piece of each track
  audacity  label tracks for File > Import > Labels: a folder with one for each track, or one
            track's where the target ends in .txt
  m3u8,     a playlist of all tracks whose files are there, or with --per-genre a folder of
  xspf      playlists, one for each genre and one for what is unsure
  rekordbox XML with genre and tempo, and a playlist for each genre; where it is unsure what was
            heard the genre is the file's own. --key adds the key, for which each file is decoded
  training  the tracks that you corrected, as `python -m training index --kind csv` reads them
  xlsx      the rows of csv as an Excel workbook; texts are texts, never formulas
  embeddings
            what the model made of each track: an array for numpy (FILE.npy, float16, one row a
            track) and FILE.index.csv, which names its rows
  beets     a shell script of `beet modify path:… genre=…`, for tracks in beets' library
  picard    a tagger script for Picard 2: add it under Options > Scripting, switched off, and
            choose it under Run scripts in the menu of files. Both name sure genres only
  html      a summary as one page: genres, how sure, decades, artists, tags that say otherwise

A query is what the window's filter box takes: words, "several words", -without, genre:jazz,
artist:, album:, title:, tag: (the genre in the file), path:, second:, status:unsure (also problem,
corrected, note, duplicate, gone), conf < 60, bpm > 120, time > 5:00. Every part must hold. Files
that have been deleted since are still remembered; -status:gone leaves them out.

exit codes:
  0    done
  1    the work is done, but some files were not written, as each line says
  2    the command, the model, the library or the target is not as it must be
  3    the library has no such tracks, and nothing was written
  130  interrupted; no file is half written
"""


def add_export(parser: argparse.ArgumentParser) -> None:
    """Add every option of `export`."""
    parser.epilog, parser.formatter_class = _EPILOGUE, argparse.RawDescriptionHelpFormatter
    parser.description = "Writes what the library remembers; music is decoded for --key only."
    add = parser.add_argument
    add("--format", required=True, choices=[str(form) for form in Format], help="see below")
    add(
        "-o",
        "--output",
        required=True,
        type=a_target,
        metavar="FILE",
        help='where to write; "-" is standard output, for csv, jsonl, timeline, training, beets '
        "and picard",
    )
    add("--query", default="", metavar="QUERY", help="only tracks that the filter box would show")
    add(
        "--model",
        metavar="NAME",
        help="whose answers (default: the model in use; also one that is no more installed)",
    )
    add("--per-genre", action="store_true", help="a folder with a playlist for each genre")
    add(
        "--paths",
        choices=[str(paths) for paths in Paths],
        default=str(Paths.BELOW),
        help="how playlists name files (default: below, which is relative for what lies in the "
        "playlist's folder or below it)",
    )
    add("--force", action="store_true", help="replace files that are there, but never music")
    add("--relative-to", type=a_path, metavar="DIR", help="write paths in tables relative to this")
    add("--key", action="store_true", help="find the key of each track (rekordbox)")
    add(
        "--rules",
        type=a_path,
        nargs="?",
        const=Path(),
        metavar="FILE",
        help="call genres as your rules do: names, tree, artists, folders, albums and the limit of "
        "what is unsure (without FILE: the window's rules; docs/user-guide.md shows such a file)",
    )
    add("--bom", action="store_true", help="begin a CSV with a byte order mark, for Excel")


def with_queries_whole(arguments: Sequence[str]) -> list[str]:
    """The arguments with a query such as `-status:gone` joined to its option.

    By itself it would be taken for an option.
    """
    joined: list[str] = []
    for one in arguments:
        if joined[-1:] == ["--query"] and _WITHOUT.fullmatch(one):
            joined[-1] = f"--query={one}"
        else:
            joined.append(one)
    return joined
