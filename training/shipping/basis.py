"""What the figures of a package hang on: data, code and settings, each by its digest."""

import ast
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.data import required
from training.evaluation.provenance import ROOT, commit_now, config_digest
from training.refusal import Refused

_FOLLOWED = ("training.", "genre_desktop.dsp.")
WORDS = {"data": "other data", "code": "other code", "config": "other settings"}


class StaleRecord(Refused):
    """A committed record is not of the data, code and settings that are here."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What decides the figures of one package.

    Attributes:
        data: Files and folders below the data folder.
        code: Modules that evaluate it; what they import of training and dsp counts too.
        config: Settings that do not stand in these modules.
    """

    data: tuple[str, ...]
    code: tuple[str, ...]
    config: Mapping[str, object]

    def digests(self, data_folder: Path) -> dict[str, str]:
        """SHA-256 of the data, the code and the settings.

        Raises:
            DataMissing: A file or folder is not there.
        """
        return {
            "data": files_digest(data_folder, self.data),
            "code": code_digest(self.code),
            "config": config_digest(self.config),
        }

    def made_from(self, data_folder: Path) -> dict[str, str]:
        """The digests with the present commit, as a record names them."""
        return {**self.digests(data_folder), "commit": commit_now()}

    def refuse_stale(self, name: str, record: Mapping[str, Any], data_folder: Path) -> None:
        """Refuse a record that was made from something else.

        Raises:
            StaleRecord: The sentence names what differs and what to do.
            DataMissing: A file or folder is not there.
        """
        known = record.get("made_from", {})
        now = self.digests(data_folder)
        others = [WORDS[part] for part, digest in now.items() if known.get(part) != digest]
        if others:
            raise StaleRecord(
                f"The record training/results/{name}.json was made from {' and '.join(others)} "
                f"(commit {known.get('commit', 'unknown')[:12]}), so its figures may not be those "
                "of this package; make it anew with `python -m training reproduce --evaluate "
                f"--only {name}`."
            )


def files_digest(folder: Path, names: tuple[str, ...]) -> str:
    """SHA-256 over files below a folder, and over all files in the folders among the names.

    Raises:
        DataMissing: One is not there.
    """
    total = hashlib.sha256()
    for name in names:
        place = required(folder / name)
        found = [place] if place.is_file() else sorted(p for p in place.rglob("*") if p.is_file())
        for path in found:
            total.update(path.relative_to(folder).as_posix().encode() + b"\0")
            with path.open("rb") as stream:
                total.update(hashlib.file_digest(stream, "sha256").digest())
    return total.hexdigest()


def code_digest(modules: tuple[str, ...]) -> str:
    """SHA-256 over modules and all that they import of training and of dsp.

    Comments, docstrings and the way a line is broken do not count.
    """
    sources: dict[str, ast.Module] = {}
    waiting = list(modules)
    while waiting:
        name = waiting.pop()
        if name not in sources:
            sources[name] = _without_docstrings(ast.parse(_file_of(name).read_text("utf-8")))
            waiting += [one for one in _imported(sources[name]) if one.startswith(_FOLLOWED)]
    total = hashlib.sha256()
    for name, tree in sorted(sources.items()):
        total.update(f"{name}\0{ast.dump(tree)}\0".encode())
    return total.hexdigest()


def _file_of(module: str) -> Path:
    place = ROOT.joinpath(*module.split("."))
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def _imported(tree: ast.Module) -> Iterator[str]:
    """The modules that a module imports, as far as they are files of this project."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (one if _file_of(one).is_file() else node.module for one in inner)


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if not isinstance(body, list) or not body or not isinstance(body[0], ast.Expr):
            continue
        if isinstance(body[0].value, ast.Constant) and isinstance(body[0].value.value, str):
            del body[0]
    return tree
