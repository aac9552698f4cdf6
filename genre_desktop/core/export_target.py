"""Where what we make may be written: never over music, never where there is no room for a file."""

import os
from collections.abc import Iterable
from pathlib import Path

from genre_desktop.core.atomic_file import ExportFailed
from genre_desktop.core.kinds import extension_of
from genre_desktop.dsp.printable import one_line
from genre_desktop.dsp.regular_file import NotRegular, open_plain
from genre_desktop.dsp.sniff import AUDIO_EXTENSIONS, HEAD_BYTES, sniff

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # a text with NULs in it, as a spreadsheet may have saved it
# How what we write begins that is no text; a file of such a name may be an earlier one of ours.
_WITH_NULS = {".xlsx": b"PK\x03\x04", ".npy": b"\x93NUMPY", ".png": b"\x89PNG\r\n\x1a\n"}


def refuse_target(target: Path, inputs: Iterable[Path] = ()) -> None:
    """Says before a table is made, or even worked for, that it cannot or must not be written.

    What is there already is replaced only where it is text, or a workbook, array or picture by
    name and content: a slip of the hand such as `--csv *.mp3` must not cost a song.

    Args:
        target: The file to write.
        inputs: What is to be read, and so must stay.

    Raises:
        ExportFailed: With a sentence that names the target and what to do.
    """
    name, final = one_line(str(target)), Path(os.path.realpath(target))
    if (
        extension_of(target.name) in AUDIO_EXTENSIONS
        or extension_of(final.name) in AUDIO_EXTENSIONS
    ):
        raise ExportFailed(f"{name} has the name of a music file; name another file to write.")
    _refuse_place(name, final)
    if any(is_same_file(final, path) for path in inputs):
        raise ExportFailed(f"{name} is to be read and cannot be written; name another file.")
    _refuse_content(name, final)


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two names lead to one file, or would if there were one."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))


def _refuse_place(name: str, final: Path) -> None:
    folder = final.parent
    try:
        is_taken, is_there = final.is_dir(), folder.is_dir()
        is_open = os.access(folder, os.W_OK | os.X_OK)
    except OSError:  # a folder above is closed to us, or its drive does not answer
        is_taken, is_there, is_open = False, True, False
    if is_taken:
        raise ExportFailed(f"{name} is a folder; name a file to write.")
    if not is_there:
        raise ExportFailed(f"The folder of {name} does not exist; make it first.")
    if not is_open:
        raise ExportFailed(f"You may not write into the folder of {name}; choose another one.")


def _refuse_content(name: str, final: Path) -> None:
    try:
        with open_plain(final) as file:
            head = file.read(HEAD_BYTES)
    except FileNotFoundError:
        return
    except NotRegular as error:
        raise ExportFailed(f"{name} is {error.what}; name a file to write.") from error
    except OSError as error:
        reason = error.strerror or error
        raise ExportFailed(
            f"What {name} holds cannot be read ({reason}) and is not replaced; name another file."
        ) from error
    begins = _WITH_NULS.get(extension_of(final.name))
    is_table = b"\0" not in head or head.startswith(_UTF_16) or (begins and head.startswith(begins))
    if sniff(head, final.name) is not None or not is_table:
        raise ExportFailed(
            f"{name} holds music or something else that is no table, and is not replaced; name "
            "another file."
        )
