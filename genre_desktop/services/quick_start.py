"""Takes away what holds up the start."""

import builtins
import gc
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

# What PySide6 imports and does not use where its part in Python lies in a folder: what writes
# stubs for editors, and with it a parser of arguments; archives and temporary files.
_NEVER_USED = ("shibokensupport.signature.lib.pyi_generator", "zipfile", "tempfile")
# What it imports with all that belongs to it, throws away, and imports again.
_IMPORTED_TWICE = "shibokensupport.signature.loader"
_LONG_PATTERN_SIGNS = 2_000
_COMPILE_AT_ONCE = re.compile


def start_quickly() -> None:
    """Import as the interpreter does, and look for no garbage before the window is painted.

    For the sake of `from __feature__ import`, which nothing here uses, PySide6 reads and splits the
    source of each module that is imported: a tenth of our start, and half a second of a window's
    life wherever a thread imports something large. `keep_pauses_short` has it looked for again.
    """
    gc.disable()
    with _without_what_is_never_used():
        import PySide6.QtCore  # noqa: F401 - puts its own function in the interpreter's place
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original


@contextmanager
def _without_what_is_never_used() -> Iterator[None]:
    """While PySide6 is imported first, leave out what it never uses; who asks later gets it."""
    if not _is_unpacked():
        yield
        return
    there = {name for name in _NEVER_USED if name in sys.modules}
    sys.meta_path.insert(0, _EmptyModules())
    re.compile = _compiled_late  # type: ignore[assignment] # what it gives has what is used of it
    try:
        yield
    finally:
        re.compile = _COMPILE_AT_ONCE
        del sys.meta_path[0]
        for name in set(_NEVER_USED) - there:
            sys.modules.pop(name, None)


def _is_unpacked() -> bool:
    """Whether PySide6 is not imported so far and has its part in Python in a folder."""
    if "shiboken6" in sys.modules:
        return False
    spec = PathFinder.find_spec("shiboken6")
    return (
        spec is not None
        and spec.origin is not None
        and (Path(spec.origin).parent / "files.dir").is_dir()
    )


class _EmptyModules:
    """Finds empty modules in the place of those that PySide6 never uses.

    No subclass of `importlib.abc.MetaPathFinder`, whose module imports temporary files.
    """

    def __init__(self) -> None:
        self._empty = {*_NEVER_USED, _IMPORTED_TWICE}

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in self._empty:
            return None
        if name == _IMPORTED_TWICE:
            self._empty.remove(name)  # the second time it is used
        return ModuleSpec(name, None, is_package=True)


class _CompiledLate:
    """A long pattern that is compiled where it is first searched for.

    PySide6 has one of thousands of signs to read signatures with, which it does only where a
    function of Qt is called wrongly.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All places, by the pattern that is compiled now; `re` keeps it."""
        return re.compile(self._pattern, self._flags).finditer(text)


def _compiled_late(pattern: str, flags: int = 0) -> object:
    is_long = isinstance(pattern, str) and len(pattern) > _LONG_PATTERN_SIGNS
    return _CompiledLate(pattern, flags) if is_long else _COMPILE_AT_ONCE(pattern, flags)
