"""The words of a row: what the table's cells say, show as a tooltip and give when copied."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from genre_desktop.dsp.sound import Problem
from genre_desktop.ui.genres import genre_of, own_word
from genre_desktop.ui.problem_sentences import sentence_of
from genre_desktop.ui.roles import Column
from genre_desktop.ui.row_state import RowState, State, printable_path

_PROBLEM_WORDS = {  # at most 14 letters, so that the column stays narrow
    Problem.MISSING: QT_TRANSLATE_NOOP("RowWords", "Missing"),
    Problem.NOT_A_FILE: QT_TRANSLATE_NOOP("RowWords", "Not a file"),
    Problem.UNREADABLE: QT_TRANSLATE_NOOP("RowWords", "Unreadable"),
    Problem.EMPTY: QT_TRANSLATE_NOOP("RowWords", "Empty file"),
    Problem.NOT_AUDIO: QT_TRANSLATE_NOOP("RowWords", "No music file"),
    Problem.DAMAGED: QT_TRANSLATE_NOOP("RowWords", "Damaged"),
    Problem.NO_SAMPLES: QT_TRANSLATE_NOOP("RowWords", "No sound"),
    Problem.ABSURD_FORMAT: QT_TRANSLATE_NOOP("RowWords", "Odd format"),
    Problem.SILENT: QT_TRANSLATE_NOOP("RowWords", "Silent"),
    Problem.NON_FINITE: QT_TRANSLATE_NOOP("RowWords", "Invalid sound"),
    Problem.TOO_SHORT: QT_TRANSLATE_NOOP("RowWords", "Too short"),
    Problem.TRUNCATED: QT_TRANSLATE_NOOP("RowWords", "Ends early"),
    Problem.PARTLY_DAMAGED: QT_TRANSLATE_NOOP("RowWords", "Partly damaged"),
    Problem.WRONG_EXTENSION: QT_TRANSLATE_NOOP("RowWords", "Misnamed"),
    Problem.VERY_LONG: QT_TRANSLATE_NOOP("RowWords", "Over 12 hours"),
    Problem.CHANGED: QT_TRANSLATE_NOOP("RowWords", "Changed"),
    Problem.WORKER_DIED: QT_TRANSLATE_NOOP("RowWords", "Crashed"),
    Problem.TIMED_OUT: QT_TRANSLATE_NOOP("RowWords", "Took too long"),
    Problem.MODEL_REFUSED: QT_TRANSLATE_NOOP("RowWords", "Model refused"),
    Problem.INTERNAL_ERROR: QT_TRANSLATE_NOOP("RowWords", "Internal error"),
}


def cell_text(row: RowState, column: Column, number: int = 0) -> str:
    """The text of a cell.

    Args:
        row: The row.
        column: The column.
        number: The row's number, from 1.
    """
    if column is _NUMBER:
        return QLocale().toString(number) if number else ""
    return _CELLS[column](row)


def tooltip(row: RowState, column: Column) -> str:
    """All that a cell has to say: the sentence of a problem, the whole path."""
    note = row.note
    if column is Column.STATUS and note is not None:
        unsure = _translated("The genre is unsure.") if row.unsure else ""
        return f"{sentence_of(note)} {unsure}".rstrip()
    if column is Column.SECOND and row.second is not None:
        return f"{second_word(row)} {percent(row.second.probability)}"
    return cell_text(row, column)


def genre_word(row: RowState) -> str:
    """The genre as a word: with a question mark where we are unsure, … while we listen."""
    if row.best is not None:
        word = own_word(row.best.label) if row.correction else genre_of(row.best.label).word
        return f"{word}?" if row.unsure else word
    if row.state is State.PROBLEM:
        return "–"
    return "…" if row.state is State.LISTENING else ""


def confidence_word(row: RowState) -> str:
    """The confidence in percent, or that it is the user's own word."""
    if row.correction is not None and row.best is not None:
        return yours()
    return percent(row.best.probability) if row.best is not None else ""


def second_word(row: RowState) -> str:
    """The second guess as a word."""
    return genre_of(row.second.label).word if row.second is not None else ""


def tempo_word(row: RowState) -> str:
    """The tempo in whole beats per minute."""
    verdict = row.verdict
    if verdict is None or verdict.tempo_bpm is None:
        return ""
    return QLocale().toString(round(verdict.tempo_bpm))


def time_word(row: RowState) -> str:
    """The track's length, a dash where it is not known."""
    seconds = row.seconds
    if seconds is not None:
        return clock(seconds)
    return "–" if row.state is State.PROBLEM else ""


def status_word(row: RowState) -> str:
    """The state in at most 14 letters; nothing where all is well."""
    if row.is_playing:
        return _translated("Playing")
    if row.state is State.DUPLICATE:
        return _translated("Same as %1").replace("%1", QLocale().toString(row.same_as or 0))
    if row.state in {State.PROBLEM, State.NOTE}:
        return _note_word(row)
    if row.is_first_impression:
        heard = row.verdict.heard_seconds if row.verdict is not None else 0.0
        return _translated("First %1 s").replace("%1", QLocale().toString(round(heard)))
    return {
        State.NOT_HEARD: _translated("Not heard"),
        State.WAITING: _translated("Waiting"),
        State.LISTENING: _translated("Listening"),
        State.UNSURE: unsure_word(),
        State.CORRECTED: _translated("Corrected"),
        State.QUICK: _translated("Quick"),
    }.get(row.state, "")


def problem_word(problem: Problem) -> str:
    """A problem in at most 14 letters."""
    return _translated(_PROBLEM_WORDS[problem])


def genre_accessible(row: RowState) -> str:
    """The genre with how sure we are, for a screen reader."""
    if row.best is None:
        return status_word(row)
    if row.correction is not None:
        return f"{own_word(row.best.label)}, {_translated('corrected by you')}"
    text = f"{genre_of(row.best.label).word}, {percent(row.best.probability)}"
    return f"{text}, {_translated('Unsure')}" if row.unsure else text


def spoken(row: RowState) -> str:
    """Genre, confidence and second guess in one sentence, to be said."""
    parts = [row.title, genre_accessible(row) or _translated("Not heard")]
    if row.second is not None and row.correction is None:
        second = f"{genre_of(row.second.label).word}, {percent(row.second.probability)}"
        parts.append(_translated("Second guess: %1").replace("%1", second))
    if row.best is not None and row.state in {State.PROBLEM, State.NOTE, State.DUPLICATE}:
        parts.append(status_word(row))
    return ". ".join(parts)


def percent(probability: float) -> str:
    """A probability in whole percent."""
    return _percent(round(100 * probability))


def unsure_word() -> str:
    """The state of a track whose genre is unsure."""
    return _translated("Unsure")


def yours() -> str:
    """In a percentage's place where the user said what it is."""
    return _translated("yours")


def clock(seconds: float) -> str:
    """A time as 4:05 or 1:04:05."""
    return _clock(int(seconds))


def pointed(number: str) -> str:
    """A number in digits with the decimal point that the language has."""
    return number.replace(".", QLocale().decimalPoint())


def _note_word(row: RowState) -> str:
    note = row.note
    if note is None:
        return ""
    outcome = row.listing.outcome
    report = outcome.report if outcome is not None else None
    if note.problem is Problem.TRUNCATED and report is not None:
        return _translated("Ends at %1").replace("%1", clock(report.decoded_seconds))
    return problem_word(note.problem)


@lru_cache(maxsize=128)
def _percent(value: int) -> str:
    return _translated("%1 %").replace("%1", QLocale().toString(value))


@lru_cache(maxsize=4096)
def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def forget_words() -> None:
    """Find percentages and times anew: the language is another."""
    _percent.cache_clear()
    _clock.cache_clear()


def _translated(text: str) -> str:
    return QCoreApplication.translate("RowWords", text)


_NUMBER = Column.NUMBER
_CELLS: dict[Column, Callable[[RowState], str]] = {
    Column.TITLE: lambda row: row.title,
    Column.ARTIST: lambda row: row.listing.tags.artist,
    Column.GENRE: genre_word,
    Column.CONFIDENCE: confidence_word,
    Column.SECOND: second_word,
    Column.TEMPO: tempo_word,
    Column.TIME: time_word,
    Column.STATUS: status_word,
    Column.ALBUM: lambda row: row.listing.tags.album,
    Column.TAG_NOW: lambda row: row.listing.tags.genre,
    Column.PATH: lambda row: printable_path(row.listing.track.path),
}
