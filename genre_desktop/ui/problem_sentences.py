"""What is the matter with a file, as a sentence in the window's language.

Below the window, sentences are English and carry figures; the window translates them by their form.
One whose form it does not know, as of a model that somebody else made, is said by its kind.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from genre_desktop.dsp.sound import Note, Problem
from genre_desktop.ui.core_sentences import in_our_language

_CONTEXT = "ProblemSentences"
_SENTENCES = {
    Problem.MISSING: QT_TRANSLATE_NOOP(
        "ProblemSentences", "There is no such file any more; look whether it was moved."
    ),
    Problem.NOT_A_FILE: QT_TRANSLATE_NOOP(
        "ProblemSentences", "This is no regular file; only such are heard."
    ),
    Problem.UNREADABLE: QT_TRANSLATE_NOOP(
        "ProblemSentences", "The file cannot be read; look at its permissions and the drive."
    ),
    Problem.EMPTY: QT_TRANSLATE_NOOP("ProblemSentences", "The file is empty; get it again."),
    Problem.NOT_AUDIO: QT_TRANSLATE_NOOP(
        "ProblemSentences", "There is no music in this file, whatever its name says."
    ),
    Problem.DAMAGED: QT_TRANSLATE_NOOP(
        "ProblemSentences",
        "The file is damaged or incomplete: nothing in it can be decoded; get it again.",
    ),
    Problem.NO_SAMPLES: QT_TRANSLATE_NOOP(
        "ProblemSentences", "The file has a header but no sound behind it; get it again."
    ),
    Problem.ABSURD_FORMAT: QT_TRANSLATE_NOOP(
        "ProblemSentences",
        "The file claims channels or a rate that no recording has; its header is damaged.",
    ),
    Problem.SILENT: QT_TRANSLATE_NOOP(
        "ProblemSentences", "The file is silent; there is nothing to classify."
    ),
    Problem.NON_FINITE: QT_TRANSLATE_NOOP(
        "ProblemSentences", "The file holds no numbers that are sound; get it again."
    ),
    Problem.TOO_SHORT: QT_TRANSLATE_NOOP(
        "ProblemSentences", "The file is too short to have a genre."
    ),
    Problem.TRUNCATED: QT_TRANSLATE_NOOP(
        "ProblemSentences",
        "The file ends earlier than it promises; the genre rests on what is there.",
    ),
    Problem.PARTLY_DAMAGED: QT_TRANSLATE_NOOP(
        "ProblemSentences", "Parts of the file could not be decoded and were left out."
    ),
    Problem.WRONG_EXTENSION: QT_TRANSLATE_NOOP(
        "ProblemSentences", "The ending of the file's name does not fit what is in it; rename it."
    ),
    Problem.VERY_LONG: QT_TRANSLATE_NOOP(
        "ProblemSentences", "The file is longer than 12 hours; one genre says little of so much."
    ),
    Problem.CHANGED: QT_TRANSLATE_NOOP(
        "ProblemSentences",
        "The file was changed while it was read; classify it again when nothing else works on it.",
    ),
    Problem.WORKER_DIED: QT_TRANSLATE_NOOP(
        "ProblemSentences", "Decoding this file ended its process; it was left out."
    ),
    Problem.TIMED_OUT: QT_TRANSLATE_NOOP(
        "ProblemSentences", "This file took too long; it was left out."
    ),
    Problem.MODEL_REFUSED: QT_TRANSLATE_NOOP(
        "ProblemSentences", "The model cannot be used; choose another one."
    ),
    Problem.INTERNAL_ERROR: QT_TRANSLATE_NOOP(
        "ProblemSentences", "A fault of this program; its log says more."
    ),
}


def sentence_of(note: Note) -> str:
    """The note's own sentence, or that of its kind where it is not known in the language."""
    said = in_our_language(note.sentence)
    if said != note.sentence:
        return said
    source = _SENTENCES[note.problem]
    translated = QCoreApplication.translate(_CONTEXT, source)
    return note.sentence if translated == source else translated
