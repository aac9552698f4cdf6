"""The filter's language as conditions on the listed rows of the library."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from genre_desktop.core.filter_language import SIGNS, Term, terms_of
from genre_desktop.core.library_words import Part, Said

Sql = tuple[str, tuple[object, ...]]  # and the values of its question marks

ALWAYS: Sql = ("1", ())
_SHORTEST_FOUND = 3  # letters: the index of words knows three of them in a row
_NUMBERS = {"conf": "confidence", "bpm": "tempo", "time": "seconds"}
_WHOLE_NUMBERS = frozenset({"confidence", "tempo"})  # the same ones come again and again
_LONGEST_PATTERN = 1_000  # characters; the database refuses patterns that are much longer
_PROBED_WORDS = "(SELECT {} FROM listed_words WHERE listed_words.id = listed.id)"
_FOUND_WORDS = "SELECT rowid AS id FROM listed_parts WHERE listed_parts MATCH ?"
# Each value of a column once, by a jump in its index from one to the next: DISTINCT would go
# through all rows.
_VALUES = (
    "WITH RECURSIVE one (value) AS (SELECT min({column}) FROM listed UNION ALL "
    "SELECT (SELECT min({column}) FROM listed WHERE {column} > value) FROM one "
    "WHERE value IS NOT NULL) SELECT value FROM one WHERE value IS NOT NULL AND holds(value, ?)"
)


@dataclass(frozen=True, slots=True)
class OfColumn:
    """What a column's value must fulfil; what is not known does not.

    Attributes:
        sign: Of a comparison with a number; empty where a text is to be held.
        wanted: The number, or the folded text.
    """

    column: str
    sign: str
    wanted: str | float

    def fits(self, value: str | int) -> bool:
        """Whether a row with this value is meant."""
        if isinstance(value, str):
            return holds(value, str(self.wanted))
        return SIGNS[self.sign](value, float(self.wanted))


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row must fulfil, said in as many ways as there are of finding such rows.

    Attributes:
        probe: For one row after the other in an order that they have already: no index is used.
        found: A query of the numbers of all rows that fulfil it, or of some more; None where no
            index has them.
        ids: A query of the numbers of exactly those that fulfil it, or do not where that is meant;
            None where none is needed, or where only their words tell.
        said: In the words of a row, where only these tell.
        of_column: Of the column that tells, where its values come again and again.
        is_unwanted: Whether `ids`, `said` and `of_column` tell which rows do not fulfil it.
    """

    probe: Sql
    found: Sql | None = None
    ids: Sql | None = None
    said: Said | None = None
    of_column: OfColumn | None = None
    is_unwanted: bool = False


def conditions_of(text: str) -> tuple[list[Condition], str]:
    """What a row must fulfil, and a comparison that lacks its number, else nothing."""
    terms, unfinished = terms_of(text)
    words = [term.text for term in terms if _is_wanted_word(term)]
    conditions = [_condition(term) for term in terms]
    together = found_by_words(words)
    if together is not None:
        conditions.append(Condition(ALWAYS, together))
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
    found = _found(sql, values)
    return Condition((f"+{sql}", values), found, found)


def _is_wanted_word(term: Term) -> bool:
    return not (term.field or term.sign or term.is_unwanted)


def _condition(term: Term) -> Condition:
    wanted = _compared(term) if term.sign else _TEXTS[term.field](term.text)
    return _unwanted(wanted) if term.is_unwanted else wanted


def _compared(term: Term) -> Condition:
    column = _NUMBERS[term.field]
    wanted = plain(f"{column} {term.sign} ?", term.number)
    if column not in _WHOLE_NUMBERS:
        return wanted
    return replace(wanted, ids=None, of_column=OfColumn(column, term.sign, term.number))


def _unwanted(wanted: Condition) -> Condition:
    """What is not known is neither true nor false, and is there where it is not to be."""
    sql, values = wanted.probe
    probe = f"({sql}) IS NOT TRUE", values
    if wanted.probe == ALWAYS:
        wanted = replace(wanted, ids=_found(*ALWAYS))
    return replace(wanted, probe=probe, found=None, is_unwanted=True)


def _found(sql: str, values: tuple[object, ...]) -> Sql:
    return f"SELECT id FROM listed WHERE {sql}", values  # noqa: S608 - columns


def _word(text: str) -> Condition:
    sql, values = _in_words(text)
    return Condition((_PROBED_WORDS.format(sql), values), said=Said(text))


def _in_words(text: str) -> Sql:
    """A pattern is compared in half the time."""
    if len(text) > _LONGEST_PATTERN:
        return "instr(words, ?)", (text,)
    quoted = "".join(f"[{sign}]" if sign in "*?[" else sign for sign in text)
    return "words GLOB ?", (f"*{quoted}*",)


def _rare(column: str) -> Callable[[str], Condition]:
    """A column in which the same texts come again and again: each of them is looked at once."""
    sql = f"{column} IN ({_VALUES.format(column=column)})"

    def condition(text: str) -> Condition:
        if not text:
            return Condition(ALWAYS)
        return replace(plain(sql, text), ids=None, of_column=OfColumn(column, "", text))

    return condition


def _held(sql: str, part: Part) -> Callable[[str], Condition]:
    """A text of each row's own, which a part of its words holds, too."""

    def condition(text: str) -> Condition:
        probe = f"holds({sql}, ?)", (text,)
        return Condition(probe, found_by_words([text]), said=Said(text, part))

    return condition


def _status(text: str) -> Condition:
    known = _rare("status")(text)
    if not text:
        return known
    gone = "gone AND holds('gone missing', ?)"
    sql, values = known.probe
    found, _ = known.found or ALWAYS
    either = f"{found} UNION ALL {_found(gone, ())[0]}", (*values, text)
    return Condition((f"({sql} OR ({gone}))", (*values, text)), either, either)


_TEXTS: Mapping[str, Callable[[str], Condition]] = {
    "": _word,
    "title": _held("title", Part.TITLE),
    "artist": _rare("artist"),
    "album": _rare("album"),
    "genre": _rare("genre_names"),
    "second": _rare("second"),
    "tag": _rare("tag"),
    "path": _held("written_path(path)", Part.PATH),
    "status": _status,
}
