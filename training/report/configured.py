"""The families that have a config, so that those without a run are seen to lack one."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from training.networks.variants import variants_of
from training.refusal import Refused

CONFIGS = Path(__file__).parents[1] / "configs"


@dataclass(frozen=True, slots=True)
class Configured:
    """What a config file says of its run."""

    name: str
    family: str
    data: str
    hearing: str
    protocol: str


def configured(folder: Path = CONFIGS) -> list[Configured]:
    """Every config of a folder, and every variant of a study.

    Raises:
        Refused: One cannot be read.
    """
    found = []
    for path in sorted(folder.glob("*.toml")):
        try:
            told = tomllib.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise Refused(f"{path} cannot be read as a config ({error}).") from error
        for one in variants_of(told):
            words = [str(one.get(key, "")) for key in ("family", "data", "hearing", "protocol")]
            found.append(Configured(str(one.get("name", path.stem)), *words))
    return found
