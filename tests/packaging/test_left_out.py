"""No module of ours wants what build.spec leaves out."""

import ast
import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]

# A process of its own that refuses to import what is named on its command line.
_IMPORT_ALL = """
import importlib, pkgutil, sys
from tools.package import before_the_start

left_out = set(sys.argv[1:]) - set(before_the_start._NoOpenGL.names) - {"tools"}

class Refusing:
    def find_spec(self, name, *_where):
        if any(name == each or name.startswith(each + ".") for each in left_out):
            raise ModuleNotFoundError(name, name=name)

sys.meta_path.insert(0, Refusing())
import genre_desktop
for module in pkgutil.walk_packages(genre_desktop.__path__, "genre_desktop."):
    importlib.import_module(module.name)
print("all")
"""


def _left_out() -> list[str]:
    """The names in build.spec's NEVER."""
    for statement in ast.parse((_ROOT / "build.spec").read_text()).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "NEVER":
            expression = ast.Expression(statement.value)
            named: list[str] = eval(compile(expression, "build.spec", "eval"))  # a list of words
            return named
    raise LookupError("build.spec has no NEVER.")


def test_every_module_is_imported_without_what_is_left_out() -> None:
    left_out = _left_out()
    settings = {**os.environ, "PYTHONPATH": str(_ROOT), "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run(
        [sys.executable, "-c", _IMPORT_ALL, *left_out],
        env=settings,
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert len(left_out) > 50
    assert done.stdout == "all\n", done.stderr
