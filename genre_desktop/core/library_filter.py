"""The filter's language as conditions on the listed rows of the library."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from genre_desktop.core.filter_language import Term, terms_of

Sql = tuple[str, tuple[object, ...]]  # and the values of its question marks

ALWAYS: Sql = ("1", ())
_SHORTEST_FOUND = 3  # letters: the index of words knows three of them in a row
_NUMBERS = {"conf": "confidence", "bpm": "tempo", "time": "seconds"}
_IN_WORDS = "id IN (SELECT id FROM listed_words WHERE instr(words, ?))"
_PROBED_WORDS = "(SELECT instr(words, ?) FROM listed_words WHERE listed_words.id = listed.id)"
_FOUND_WORDS = "SELECT rowid FROM listed_parts WHERE listed_parts MATCH ?"
# Each value of a column once, by a jump in its index from one to the next: DISTINCT would go
# through all rows.
_VALUES = (
    "WITH RECURSIVE one (value) AS (SELECT min({column}) FROM listed UNION ALL "
    "SELECT (SELECT min({column}) FROM listed WHERE {column} > value) FROM one "
    "WHERE value IS NOT NULL) SELECT value FROM one WHERE value IS NOT NULL AND holds(value, ?)"
)


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row must fulfil, said in as many ways as there are of finding such rows.

    Attributes:
        whole: For all rows that there are, as quickly as the database can.
        probe: For one row after the other in an order that they have already: no index is used.
        found: A query of the numbers of all rows that fulfil it, or of some more; None where no
            index has them.
    """

    whole: Sql
    probe: Sql
    found: Sql | None = None


def conditions_of(text: str) -> tuple[list[Condition], str]:
    """What a row must fulfil, and a comparison that lacks its number, else nothing."""
    terms, unfinished = terms_of(text)
    words = [term.text for term in terms if _is_wanted_word(term)]
    conditions = [_condition(term) for term in terms]
    together = found_by_words(words)
    if together is not None:
        conditions.append(Condition(ALWAYS, ALWAYS, together))
    return conditions, unfinished


def holds(words: str | None, part: str) -> bool:
    """Whether words hold a folded text, in whatever case; a function for the database."""
    return part in (words or "").casefold()


def found_by_words(words: Sequence[str]) -> Sql | None:
    """A query of the rows that have all of these, as far as they are long enough to be found."""
    quoted = ['"' + word.replace('"', '""') + '"' for word in words if len(word) >= _SHORTEST_FOUND]
    return (_FOUND_WORDS, (" ".join(quoted),)) if quoted else None


def plain(sql: str, *values: object) -> Condition:
    """A condition on one column, which an index may know; the column stands first."""
    return Condition((sql, values), (f"+{sql}", values), _found(sql, values))


def _is_wanted_word(term: Term) -> bool:
    return not (term.field or term.sign or term.is_unwanted)


def _condition(term: Term) -> Condition:
    if term.sign:
        wanted = plain(f"{_NUMBERS[term.field]} {term.sign} ?", term.number)
    else:
        wanted = _TEXTS[term.field](term.text)
    return _unwanted(wanted, term) if term.is_unwanted else wanted


def _unwanted(wanted: Condition, term: Term) -> Condition:
    """What is not known is neither true nor false, and is there where it is not to be."""
    whole, probe = (
        (f"({sql}) IS NOT TRUE", values) for sql, values in (wanted.whole, wanted.probe)
    )
    is_of_one_column = bool(term.sign) or term.field in _OF_ONE_COLUMN
    return Condition(whole, probe, _found(*whole) if is_of_one_column else None)


def _found(sql: str, values: tuple[object, ...]) -> Sql:
    return f"SELECT id FROM listed WHERE {sql}", values  # noqa: S608 - columns


def _word(text: str) -> Condition:
    return Condition((_IN_WORDS, (text,)), (_PROBED_WORDS, (text,)))


def _rare(column: str) -> Callable[[str], Condition]:
    """A column in which the same texts come again and again: each of them is looked at once."""
    sql = f"{column} IN ({_VALUES.format(column=column)})"
    return lambda text: plain(sql, text) if text else Condition(ALWAYS, ALWAYS)


def _held(sql: str) -> Callable[[str], Condition]:
    """A text of each row's own, which its words hold, too."""

    def condition(text: str) -> Condition:
        whole = f"{_IN_WORDS} AND holds({sql}, ?)"
        return Condition(
            (whole, (text, text)), (f"holds({sql}, ?)", (text,)), found_by_words([text])
        )

    return condition


def _status(text: str) -> Condition:
    known = _rare("status")(text)
    if not text:
        return known
    gone = "gone AND holds('gone missing', ?)"
    whole, probe = (
        (f"({sql} OR ({gone}))", (*values, text)) for sql, values in (known.whole, known.probe)
    )
    found, values = _found(*known.whole)
    more, _ = _found(gone, ())
    return replace(
        known, whole=whole, probe=probe, found=(f"{found} UNION ALL {more}", (*values, text))
    )


_OF_ONE_COLUMN = frozenset({"artist", "album", "genre", "second", "tag"})
_TEXTS: Mapping[str, Callable[[str], Condition]] = {
    "": _word,
    "title": _held("title"),
    "artist": _rare("artist"),
    "album": _rare("album"),
    "genre": _rare("genre_names"),
    "second": _rare("second"),
    "tag": _rare("tag"),
    "path": _held("written_path(path)"),
    "status": _status,
}
