"""The words of the preview of places."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from genre_desktop.core.organising.wishes import PLACED, Fate, How
from genre_desktop.ui.core_sentences import in_our_language
from genre_desktop.ui.counted import counted, numbered
from genre_desktop.ui.organising.place_lines import PlaceLine, PlaceLines
from genre_desktop.ui.row_state import printable_path
from genre_desktop.ui.tagging.counted_lines import Group
from genre_desktop.ui.tagging.preview_words import short_word

_NOTES = {
    Fate.UNSURE: QT_TRANSLATE_NOOP("Organise", "Unsure, left alone"),
    Fate.LEFT_OUT: QT_TRANSLATE_NOOP("Organise", "Not among yours"),
    Fate.ALREADY: QT_TRANSLATE_NOOP("Organise", "There already"),
    Fate.UNHEARD: QT_TRANSLATE_NOOP("Organise", "No genre heard"),
    Fate.PARTS: QT_TRANSLATE_NOOP("Organise", "Several tracks in one file"),
}
_LEFT = {
    Fate.UNSURE: QT_TRANSLATE_NOOP("Organise", "%1 unsure left alone"),
    Fate.LEFT_OUT: QT_TRANSLATE_NOOP("Organise", "%1 not among your genres"),
    Fate.ALREADY: QT_TRANSLATE_NOOP("Organise", "%1 there already"),
    Fate.UNHEARD: QT_TRANSLATE_NOOP("Organise", "%1 without a genre heard"),
    Fate.PARTS: QT_TRANSLATE_NOOP("Organise", "%1 with several tracks in one file"),
}


def note_word(line: PlaceLine) -> str:
    """What a line has to say for itself, in a few words."""
    if line.done is not None:
        return _tr("Left as it was") if line.done.refused else _tr("Done")
    if line.row is None:
        return ""
    if line.row.fate is Fate.REFUSED:
        words = short_word(line.row.short)
        return words[:1].upper() + words[1:]
    if line.row.fate in PLACED and not line.is_wanted:
        return _tr("Deselected by you")
    if line.row.fate in PLACED:
        return _tr("Left as it was") if line.is_left else _note_of_wish(line)
    return _tr(_NOTES[line.row.fate])


def _note_of_wish(line: PlaceLine) -> str:
    if line.row is not None and line.row.left:
        return _tr("Without its CUE sheet")
    return _tr("With its CUE sheet") if line.wish is not None and line.wish.sheets else ""


def is_problem(line: PlaceLine) -> bool:
    """Whether a line is of bad news."""
    return line.group is Group.REFUSED


def reason_of(line: PlaceLine) -> str:
    """The sentence for why a file is left as it is; empty where there is nothing to say."""
    sentence = line.done.refused if line.done is not None else ""
    if not sentence and line.row is not None:
        sentence = line.row.sentence or line.row.left
    words = in_our_language(sentence)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def heading(lines: PlaceLines, how: How) -> str:
    """The preview's result."""
    total = lines.groups[Group.ALL]
    if how is How.MOVE:
        words = counted(
            total, _tr("%2 of %1 file would be moved"), _tr("%2 of %1 files would be moved")
        )
    else:
        words = counted(
            total, _tr("%2 of %1 file would be copied"), _tr("%2 of %1 files would be copied")
        )
    return words.replace("%2", QLocale().toString(lines.wanted))


def closely(line: PlaceLine) -> tuple[str, str]:
    """The file, and where it would go, and without what; else why it stays."""
    target = line.row.target if line.row is not None else None
    there = printable_path(target) if target is not None else ""
    reason = reason_of(line)
    if there and line.wish is not None:
        return printable_path(line.heard.path), f"{there}  {reason}".rstrip()
    return printable_path(line.heard.path), reason or there or note_word(line)


def looking(lines: PlaceLines) -> str:
    """While places are looked for."""
    total = lines.groups[Group.ALL]
    return counted(total, _tr("Looking at %1 file…"), _tr("Looking at %1 files…"))


def at_work(asked: int, how: How) -> str:
    """While files are copied or moved."""
    if how is How.MOVE:
        return counted(asked, _tr("Moving %1 file…"), _tr("Moving %1 files…"))
    return counted(asked, _tr("Copying %1 file…"), _tr("Copying %1 files…"))


def done_heading(written: int, asked: int, how: How) -> str:
    """The result of it."""
    if how is How.MOVE:
        words = counted(asked, _tr("%2 of %1 file was moved"), _tr("%2 of %1 files were moved"))
    else:
        words = counted(asked, _tr("%2 of %1 file was copied"), _tr("%2 of %1 files were copied"))
    return words.replace("%2", QLocale().toString(written))


def button_words(wanted: int, how: How) -> str:
    """What the button does."""
    if how is How.MOVE:
        return counted(wanted, _tr("M&ove %1 file"), _tr("M&ove %1 files"))
    return counted(wanted, _tr("C&opy %1 file"), _tr("C&opy %1 files"))


def sentence(lines: PlaceLines) -> str:
    """What becomes of the other files, and what is never done."""
    told = [_others(fate, short, count) for (fate, short), count in lines.states.most_common()]
    if lines.deselected:
        told.insert(0, numbered(lines.deselected, _tr("%1 deselected by you")))
    others = ", ".join(part for part in told if part)
    safety = _tr("Nothing is overwritten; pictures and other files stay.")
    return f"{others}. {safety}" if others else safety


def _others(fate: Fate, short: str, count: int) -> str:
    if fate in PLACED or not count:
        return ""
    if fate is Fate.REFUSED:
        return f"{QLocale().toString(count)} {short_word(short)}"
    return numbered(count, _tr(_LEFT[fate]))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Organise", text)
