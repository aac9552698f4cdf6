"""The filter's language as a condition on the listed rows of the library."""

from collections.abc import Callable, Mapping

from genre_desktop.core.filter_language import Term, terms_of

Condition = tuple[str, tuple[object, ...]]  # SQL, and the values of its question marks

_NUMBERS = {"conf": "confidence", "bpm": "tempo", "time": "seconds"}
_IN_WORDS = "id IN (SELECT id FROM listed_words WHERE instr(words, ?))"


def conditions_of(text: str) -> tuple[list[Condition], str]:
    """What a row must fulfil, and a comparison that lacks its number, else nothing."""
    terms, unfinished = terms_of(text)
    return [_condition(term) for term in terms], unfinished


def holds(words: str | None, part: str) -> bool:
    """Whether words hold a folded text, in whatever case; a function for the database."""
    return part in (words or "").casefold()


def _condition(term: Term) -> Condition:
    values: tuple[object, ...]
    if term.sign:
        sql, values = f"{_NUMBERS[term.field]} {term.sign} ?", (term.number,)
    else:
        sql, values = _TEXTS[term.field](term.text)
    # what is not known is neither true nor false, and is there where it is not to be
    return (f"({sql}) IS NOT TRUE" if term.is_unwanted else f"({sql})"), values


def _word(text: str) -> Condition:
    return _IN_WORDS, (text,)


def _rare(column: str) -> Callable[[str], Condition]:
    """A column in which the same texts come again and again: each of them is looked at once."""
    sql = f"{column} IN (SELECT DISTINCT {column} FROM listed WHERE holds({column}, ?))"  # noqa: S608 - constants
    return lambda text: ("1" if not text else sql, (text,) if text else ())


def _title(text: str) -> Condition:
    return f"{_IN_WORDS} AND holds(title, ?)", (text, text)


def _path(text: str) -> Condition:
    return f"{_IN_WORDS} AND holds(written_path(path), ?)", (text, text)


def _status(text: str) -> Condition:
    rare, values = _rare("status")(text)
    return f"({rare} OR (gone AND holds('gone missing', ?)))", (*values, text)


_TEXTS: Mapping[str, Callable[[str], Condition]] = {
    "": _word,
    "title": _title,
    "artist": _rare("artist"),
    "album": _rare("album"),
    "genre": _rare("genre_names"),
    "second": _rare("second"),
    "tag": _rare("tag"),
    "path": _path,
    "status": _status,
}
