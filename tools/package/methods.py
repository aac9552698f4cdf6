"""Compiles the methods of the dataclasses that a start makes.

Python writes these methods as text and compiles it, each time a class is made: a tenth of the time
to the first window. `before_the_start` gives the packaged program what was compiled here.
"""

import dataclasses
import marshal
import subprocess
import sys
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).resolve().parent.parent.parent


def write_methods(file: Path) -> None:
    """Write the text and the code of each method; in a process in which no class is made so far."""
    subprocess.run((sys.executable, "-m", __name__, str(file)), cwd=ROOT, check=True)


def _noted_at_a_start() -> dict[str, CodeType]:
    texts: set[str] = set()

    def noted(text: str, names: dict[str, object], functions: dict[str, object]) -> None:
        texts.add(text)
        exec(text, names, functions)  # as the module itself would have done

    vars(dataclasses)["exec"] = noted
    import genre_desktop.__main__
    import genre_desktop.start  # noqa: F401 - with it, all that comes before the window

    return {text: compile(text, "<string>", "exec") for text in sorted(texts)}


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(marshal.dumps(_noted_at_a_start()))
