"""The words of the history of tags."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

from genre_desktop.core.tagging.history import FileChange, Run
from genre_desktop.services.tagging import WritingEnd
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.counted import counted
from genre_desktop.ui.row_state import printable, printable_path
from genre_desktop.ui.tagging.preview_words import also_words, genres_word


def run_words(run: Run) -> Sequence[str]:
    """A run: its number, when, what, how many files, how many of them went back since."""
    number = QLocale().toString
    return (
        _run_number(run.number),
        when(run.started),
        _what(run.what),
        number(run.files),
        number(run.undone) if run.undone else "–",
    )


def _run_number(number: int) -> str:
    """As it is typed behind `--run`, without marks between thousands."""
    return str(number)


def _what(what: str) -> str:
    return {
        "tag": _tr("Tags written"),
        "undo": _tr("Tags taken back"),
        "copy": _tr("Files copied"),
        "move": _tr("Files moved"),
        "put back": _tr("Files put back"),
    }[what]


def when(iso: str) -> str:
    """A moment as this place writes it."""
    moment = QDateTime.fromString(iso[:19], "yyyy-MM-ddTHH:mm:ss")
    moment.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
    return QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)


def file_words(change: FileChange, notes: Mapping[int, str]) -> Sequence[str]:
    """A file: its name, before, after, and what became of it since."""
    note = in_our_language(notes.get(change.number, ""))
    if change.undone_by is not None:
        note = _tr("Taken back by run %1").replace("%1", _run_number(change.undone_by))
    return (
        printable(change.path.name),
        _state_word(change, change.old),
        "; ".join((_state_word(change, change.new), *also_words(change.also))),
        f"{note[:1].upper()}{note[1:]}",
    )


def _state_word(change: FileChange, state: tuple[str, ...]) -> str:
    if change.is_placed:
        folder = "".join(state)
        return printable_path(Path(folder)) if folder else _tr("removed")
    return genres_word(state)


def file_place(change: FileChange) -> str:
    """Where a file lies."""
    return printable_path(change.path)


def heading(runs: int) -> str:
    """How long the history is."""
    if not runs:
        return _tr("No files were changed yet")
    return counted(runs, _tr("Files were changed %1 time"), _tr("Files were changed %1 times"))


def sentence(runs: int) -> str:
    """What can be done here."""
    if not runs:
        return _tr("What is written, copied or moved from now on is listed here to be taken back.")
    return _tr("What is taken back is what the run wrote, and only where the file still says so.")


def back_heading(written: int) -> str:
    """The result of taking back."""
    return counted(written, _tr("%1 file was taken back"), _tr("%1 files were taken back"))


def back_sentence(end: WritingEnd) -> str:
    """What else is to be said of taking back; empty where all went as it was wanted."""
    told = [in_our_language(end.problem)] if end.problem else []
    if end.refused:
        one = _tr("%1 stays as it is; its note says why.")
        told.append(counted(end.refused, one, _tr("%1 stay as they are; their notes say why.")))
    if end.new_owners:
        told.append(owners_words(end.new_owners))
    return " ".join(told)


def owners_words(files: int) -> str:
    """Files that belong to whoever wrote them now."""
    return counted(
        files,
        _tr("%1 file could not keep its owner or group, and belongs to you now."),
        _tr("%1 files could not keep their owner or group, and belong to you now."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("TagHistory", text)
