"""The words of the table for problems and notes: those that the window uses, too."""

from typing import Final

from genre_desktop.dsp.sound import Problem

# The window keeps words of its own, marked for translation; a test holds the two together.
PROBLEM_WORDS: Final = {
    Problem.MISSING: "Missing",
    Problem.NOT_A_FILE: "Not a file",
    Problem.UNREADABLE: "Unreadable",
    Problem.EMPTY: "Empty file",
    Problem.NOT_AUDIO: "No music file",
    Problem.DAMAGED: "Damaged",
    Problem.NO_SAMPLES: "No sound",
    Problem.ABSURD_FORMAT: "Odd format",
    Problem.SILENT: "Silent",
    Problem.NON_FINITE: "Invalid sound",
    Problem.TOO_SHORT: "Too short",
    Problem.TRUNCATED: "Ends early",
    Problem.PARTLY_DAMAGED: "Partly damaged",
    Problem.WRONG_EXTENSION: "Misnamed",
    Problem.VERY_LONG: "Over 12 hours",
    Problem.CHANGED: "Changed",
    Problem.WORKER_DIED: "Crashed",
    Problem.TIMED_OUT: "Took too long",
    Problem.MODEL_REFUSED: "Model refused",
    Problem.INTERNAL_ERROR: "Internal error",
}
