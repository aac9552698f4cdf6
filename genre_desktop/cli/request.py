"""What the command line was asked for."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

STANDARD_OUTPUT: Final = Path("-")  # as a target


@dataclass(frozen=True, slots=True)
class Classify:
    """What was asked for; the names are those of the options."""

    paths: tuple[Path, ...]
    model: str | None
    csv: Path | None
    json: Path | None
    jobs: int | None
    min_confidence: float | None
    exclude: tuple[str, ...]
    again: bool
    byte_order_mark: bool
    relative_to: Path | None
    use_library: bool
    quick: bool = False
    scheduler: str | None = None

    @property
    def targets(self) -> tuple[Path, ...]:
        """The files to write, standard output among them."""
        return tuple(target for target in (self.csv, self.json) if target is not None)
