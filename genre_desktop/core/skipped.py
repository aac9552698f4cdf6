"""A file or folder that was asked for or met, and left out with a reason."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was left out.

    Attributes:
        path: What it was.
        sentence: Why, in a sentence for people that names it.
    """

    path: Path
    sentence: str
