"""The words of the preview."""

from collections.abc import Collection

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from genre_desktop.core.tagging.also import Also, Texts
from genre_desktop.core.tagging.history import Done
from genre_desktop.core.tagging.sayable import UNSAYABLE
from genre_desktop.core.tagging.wishes import Fate
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.counted import counted, numbered
from genre_desktop.ui.tagging.counted_lines import Group
from genre_desktop.ui.tagging.preview_lines import Line, PreviewLines

_NOTES = {
    Fate.UNSURE: QT_TRANSLATE_NOOP("TagPreview", "Unsure, left alone"),
    Fate.HAS_GENRE: QT_TRANSLATE_NOOP("TagPreview", "Has a genre"),
    Fate.LEFT_OUT: QT_TRANSLATE_NOOP("TagPreview", "Not among yours"),
    Fate.ALREADY: QT_TRANSLATE_NOOP("TagPreview", "Already right"),
    Fate.UNHEARD: QT_TRANSLATE_NOOP("TagPreview", "No genre heard"),
}
_SHORTS = {  # the core's words for why a file is refused
    "read-only": QT_TRANSLATE_NOOP("TagPreview", "read-only"),
    "missing": QT_TRANSLATE_NOOP("TagPreview", "missing"),
    "no tags": QT_TRANSLATE_NOOP("TagPreview", "without tags that can be written"),
    "damaged tags": QT_TRANSLATE_NOOP("TagPreview", "with damaged tags"),
    "linked more than once": QT_TRANSLATE_NOOP("TagPreview", "linked more than once"),
    "refused": QT_TRANSLATE_NOOP("TagPreview", "refused by the system"),
    "long path": QT_TRANSLATE_NOOP("TagPreview", "with a path too long for Windows"),
    "unreadable": QT_TRANSLATE_NOOP("TagPreview", "unreadable"),
    "held by a CUE sheet": QT_TRANSLATE_NOOP("TagPreview", "held by a CUE sheet"),
    UNSAYABLE: QT_TRANSLATE_NOOP("TagPreview", "with a name that tags cannot say"),
}
_LEFT = {
    Fate.UNSURE: QT_TRANSLATE_NOOP("TagPreview", "%1 unsure left alone"),
    Fate.HAS_GENRE: QT_TRANSLATE_NOOP("TagPreview", "%1 with a genre left alone"),
    Fate.LEFT_OUT: QT_TRANSLATE_NOOP("TagPreview", "%1 not among your genres"),
    Fate.ALREADY: QT_TRANSLATE_NOOP("TagPreview", "%1 already right"),
    Fate.UNHEARD: QT_TRANSLATE_NOOP("TagPreview", "%1 without a genre heard"),
}
_ALSO = {
    Also.TEMPO: QT_TRANSLATE_NOOP("TagPreview", "tempo"),
    Also.CONFIDENCE: QT_TRANSLATE_NOOP("TagPreview", "confidence"),
    Also.SECOND: QT_TRANSLATE_NOOP("TagPreview", "second guess"),
    Also.MODEL: QT_TRANSLATE_NOOP("TagPreview", "model"),
}
_GROUPS = {
    Group.ALL: QT_TRANSLATE_NOOP("TagPreview", "A&ll %1"),
    Group.CHANGES: QT_TRANSLATE_NOOP("TagPreview", "Will cha&nge %1"),
    Group.LEFT_ALONE: QT_TRANSLATE_NOOP("TagPreview", "Le&ft alone %1"),
    Group.ALREADY: QT_TRANSLATE_NOOP("TagPreview", "Alread&y right %1"),
    Group.REFUSED: QT_TRANSLATE_NOOP("TagPreview", "Refuse&d %1"),
}


def group_words(group: Group, count: int, *, is_over: bool = False) -> str:
    """A tab's words with its count, before the work on the lines or after it."""
    words = _tr("Cha&nged %1") if is_over and group is Group.CHANGES else _tr(_GROUPS[group])
    return numbered(count, words)


def note_word(line: Line) -> str:
    """What a line has to say for itself, in a few words."""
    if line.done is not None:
        return _done_word(line.done)
    if line.plan is None:
        return _tr("Looking…")
    if line.plan.fate is Fate.REFUSED:
        words = short_word(line.plan.short)
        return words[:1].upper() + words[1:]
    if line.plan.fate is not Fate.CHANGES:
        return _tr(_NOTES[line.plan.fate])
    return _tr("Left as it was") if line.is_left and line.is_wanted else _change_word(line)


def is_problem(line: Line) -> bool:
    """Whether a line is of bad news."""
    if line.done is not None:
        return bool(line.done.refused)
    return line.plan is not None and line.plan.fate is Fate.REFUSED


def reason_of(line: Line) -> str:
    """The sentence for why a file is left as it is; empty where there is nothing to say."""
    sentence = line.done.refused if line.done is not None else ""
    if not sentence and line.plan is not None:
        sentence = line.plan.sentence
    words = in_our_language(sentence)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def change_words(line: Line) -> str:
    """What changes in the file's tags."""
    if line.plan is None or line.plan.fate is not Fate.CHANGES or line.stays:
        return note_word(line)
    words = _tr("%1: %2 becomes %3")
    if line.plan.old == line.plan.new:
        words = _tr("%1: the genre stays")
        if line.found is not None and line.found.is_beside:
            words = _tr("%1: %3 is added; so far only other tags of the file have it")
    words = words.replace("%1", line.plan.kind)
    words = words.replace("%2", quoted(line.plan.old)).replace("%3", quoted(line.plan.new))
    return "; ".join((words, *also_words(line.plan.also)))


def also_words(texts: Texts) -> list[str]:
    """What is written beside the genre, each field by itself."""
    return [_also_words(one, text) for one, text in texts]


def _also_words(also: Also, text: str) -> str:
    if not text:
        return _tr("%1 is removed").replace("%1", also_word(also))
    return f"{also_word(also)} {_in_quotes(text)}"


def also_word(also: Also) -> str:
    """A field beside the genre, in the middle of a sentence."""
    return _tr(_ALSO[also])


def genres_word(genres: tuple[str, ...]) -> str:
    """Several genres in one cell."""
    return "; ".join(genres) or _tr("none")


def quoted(genres: tuple[str, ...]) -> str:
    """Genres in a sentence."""
    return _in_quotes("; ".join(genres)) if genres else _tr("no genre")


def _in_quotes(text: str) -> str:
    return _tr("“%1”").replace("%1", text)


def heading(lines: PreviewLines, *, is_looking: bool) -> str:
    """The preview's result."""
    total = lines.groups[Group.ALL]
    if is_looking:
        return counted(total, _tr("Looking at %1 file…"), _tr("Looking at %1 files…"))
    words = counted(total, _tr("%2 of %1 file would change"), _tr("%2 of %1 files would change"))
    return words.replace("%2", QLocale().toString(lines.wanted))


def sentence(lines: PreviewLines) -> str:
    """What becomes of the other files, and what is written at all."""
    parts = [_others(fate, short, n) for (fate, short), n in lines.states.most_common() if n]
    told = [part for part in parts if part]
    if lines.deselected:
        told.insert(0, numbered(lines.deselected, _tr("%1 deselected by you")))
    if lines.parts:
        one = _tr("%1 part of a file, which has no tags")
        told.append(counted(lines.parts, one, _tr("%1 parts of files, which have no tags")))
    only = _only_sentence(lines.also)
    return f"{', '.join(told)}. {only}" if told else only


def done_heading(written: int, asked: int) -> str:
    """The result of writing."""
    words = counted(asked, _tr("%2 of %1 file was written"), _tr("%2 of %1 files were written"))
    return words.replace("%2", QLocale().toString(written))


def short_word(short: str) -> str:
    """Why a file is refused, in a word or two."""
    return _tr(_SHORTS[short]) if short in _SHORTS else short


def _change_word(line: Line) -> str:
    if not line.is_wanted:
        return _tr("Deselected by you")
    if line.heard.is_corrected:
        return _tr("Corrected by you")
    return _tr("By your rules") if line.heard.by_rule else ""


def _done_word(done: Done) -> str:
    if done.refused:
        return _tr("Left as it was")
    return _tr("Written") if done.is_written else _tr("Nothing to change")


def _only_sentence(also: Collection[Also]) -> str:
    if not also:
        return _tr("Only the genre is written; every other field stays as it is.")
    *fields, last = [_tr("the genre"), *(also_word(one) for one in Also if one in also)]
    words = _tr("Only %1 and %2 are written; every other field stays as it is.")
    return words.replace("%1", ", ".join(fields)).replace("%2", last)


def _others(fate: Fate, short: str, count: int) -> str:
    if fate is Fate.CHANGES:
        return ""
    if fate is Fate.REFUSED:
        return f"{QLocale().toString(count)} {short_word(short)}"
    return numbered(count, _tr(_LEFT[fate]))


def _tr(text: str) -> str:
    return QCoreApplication.translate("TagPreview", text)
