"""Collects the sentences that stand in English below the window and are shown in it.

The core knows no translations: its sentences, and those of a start that fails, are texts and
f-strings, here taken from the syntax tree as forms such as “%1” is empty; get the file again. The
window knows a sentence by its form.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.window_words import ROOT, Words

CONTEXT = "Sentences"
_FOLDERS = ("dsp", "inference", "core", "services")
_BESIDES = ("start.py",)  # what is said before there is a window
# What is said in the terminal, to developers, in logs, or written to files.
_NOT_IN_THE_WINDOW = frozenset(
    {
        "core/cluster.py",
        "core/export_json.py",
        "core/exporting/other_taggers.py",
        "core/exporting/summary.py",
        "core/exporting/summary_page.py",
        "core/exporting/targets.py",
        "core/kinds.py",
        "core/library_backup.py",
        "core/library_copying.py",
        "core/library_filter.py",
        "core/library_rows.py",
        "core/library_schema.py",
        "core/library_statements.py",
        "core/organising/places_table.py",
        "core/program_versions.py",
        "core/spectrogram_picture.py",
        "core/start_options.py",
        "core/tagging/journal_rows.py",
        "core/worker_process.py",
        "core/worker_seat.py",
        "core/workers.py",
        "dsp/cepstrum.py",
        "dsp/sound.py",
        "dsp/statistics.py",
        "inference/listening.py",
        "services/kept_reading.py",
        "services/library/browsing.py",
        "services/library/keeping.py",
        "services/library/library_exporting.py",
        "services/no_screen.py",
        "services/player/bus_properties.py",
        "services/session.py",
        "services/tagging_settings.py",
    }
)
# Words of one or two that stand within such sentences.
_SHORT = (
    *("are damaged", "channel", "channels", "inputs", "outputs", "the whole"),
    *("genre", "tempo", "confidence", "second guess", "model"),
)
# Reasons why a file, a drive or a connection failed, as the system says them (os.strerror).
_FROM_THE_SYSTEM = (
    *("Address already in use", "Bad file descriptor", "Cannot allocate memory"),
    *("Connection refused", "Connection reset by peer", "Connection timed out"),
    *("Device or resource busy", "Directory not empty", "Disk quota exceeded", "File exists"),
    *("File name too long", "File too large", "Host is down", "Input/output error"),
    *("Interrupted system call", "Invalid argument", "Invalid cross-device link"),
    *("Is a directory", "Network is unreachable", "No route to host", "No space left on device"),
    *("No such device", "No such device or address", "No such file or directory"),
    *("Not a directory", "Operation not permitted"),
    *("Operation not supported", "Permission denied", "Read-only file system"),
    *("Remote I/O error", "Resource temporarily unavailable", "Stale file handle"),
    *("Text file busy", "Too many levels of symbolic links", "Too many open files"),
    *("Too many open files in system", "Transport endpoint is not connected"),
)
# The same of a database.
_FROM_SQLITE = (
    *("attempt to write a readonly database", "database disk image is malformed"),
    *("database is locked", "database or disk is full", "database schema is locked"),
    *("database table is locked", "disk I/O error", "file is not a database"),
    *("string or blob too big", "unable to open database file"),
)
_LOGGED = frozenset({"debug", "info", "warning", "error", "exception", "critical"})
_TRANSLATED = frozenset({"tr", "_tr", "_words", "translate", "QT_TRANSLATE_NOOP"})
_IS_SENTENCE = re.compile(r"[a-z’)”%\d,;] [a-z].* |[a-z] [a-z]+ [a-z]")
_IS_CODE = re.compile(r"^#|[<\n|=]|\w_\w+,|\b(SELECT|INSERT|UPDATE|DELETE|ORDER BY|PRAGMA)\b")


def all_sentences() -> dict[Words, list[str]]:
    """Every form with the modules that say it, in order."""
    found: dict[Words, list[str]] = {
        Words(CONTEXT, words): [] for words in (*_SHORT, *_FROM_THE_SYSTEM, *_FROM_SQLITE)
    }
    for file in _files():
        place = file.relative_to(ROOT).as_posix()
        for form in _forms(ast.parse(file.read_text(encoding="utf-8"))):
            places = found.setdefault(Words(CONTEXT, form), [])
            if place not in places:
                places.append(place)
    return dict(sorted(found.items()))


def _files() -> Iterator[Path]:
    program = ROOT / "genre_desktop"
    for folder in _FOLDERS:
        for file in sorted((program / folder).rglob("*.py")):
            if file.relative_to(program).as_posix() not in _NOT_IN_THE_WINDOW:
                yield file
    yield from (program / name for name in _BESIDES)


def _forms(node: ast.AST) -> Iterator[str]:
    """The forms below a node of the syntax tree."""
    if _is_aside(node):
        return
    if isinstance(node, ast.Constant | ast.JoinedStr):
        form = form_of(node)
        if _IS_SENTENCE.search(form) and not _IS_CODE.search(form):
            yield form
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)):
            yield from _forms(child)


def _is_aside(node: ast.AST) -> bool:
    """Whether it says nothing to the user: a docstring, a log, what is translated already."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if not isinstance(node, ast.Call):
        return False
    function = node.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in _LOGGED | _TRANSLATED or (name == "execute" and bool(node.args))


def form_of(node: ast.Constant | ast.JoinedStr) -> str:
    """A text, or an f-string with %1, %2 … in place of what is put in."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    parts, number = [], 0
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(str(value.value))
        else:
            number += 1
            parts.append(f"%{number}")
    return "".join(parts)
