"""The rules of the house: lint, types, import contracts, size of modules, locks."""

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.support.missing import why_training_is_left_out

ROOT = Path(__file__).parent.parent
PYTHON_FOLDERS = ("genre_desktop", "training", "tests", "tools", "bench", "docs")
LOCKED = ("run", "test", "train", "package")
LOCKS = {name: ROOT / "requirements" / f"{name}.lock" for name in LOCKED}


def _modules() -> list[Path]:
    return sorted(file for folder in PYTHON_FOLDERS for file in (ROOT / folder).rglob("*.py"))


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _requirements() -> dict[str, list[str]]:
    """The requirements of each lock, as pyproject.toml states them."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run, extras = table["dependencies"], table["optional-dependencies"]
    test = run + extras["test"]
    return {
        "run": run,
        "test": test,
        "train": test + extras["train"],
        "package": run + extras["package"],
    }


def _locked(name: str) -> dict[str, set[str]]:
    """Versions by package; two where they differ by Python version."""
    versions: dict[str, set[str]] = {}
    pattern = re.compile(r"^([a-z0-9-]+)==([^ ;]+)", re.MULTILINE)
    for package, version in pattern.findall(LOCKS[name].read_text(encoding="utf-8")):
        versions.setdefault(package, set()).add(version)
    return versions


def _passes(*command: str) -> None:
    """Fail with what a tool complains of, unless it is content."""
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        pytest.fail(done.stdout + done.stderr, pytrace=False)


def test_ruff_finds_nothing() -> None:
    _passes("-m", "ruff", "check", "--quiet", ".")


def test_everything_is_formatted() -> None:
    _passes("-m", "ruff", "format", "--check", "--quiet", ".")


@pytest.mark.timeout(600)
def test_the_types_are_right() -> None:
    if not why_training_is_left_out():
        _passes("-m", "mypy")
        return
    others = [name for name in PYTHON_FOLDERS if name != "training"]
    _passes("-m", "mypy", "--follow-imports=silent", "--exclude", "^tests/training/", *others)


def test_imports_keep_the_contracts() -> None:
    _passes("-c", "from importlinter.cli import lint_imports_command as c; c()")


def test_no_module_is_longer_than_400_lines() -> None:
    lengths = {str(file.relative_to(ROOT)): _lines(file) for file in _modules()}

    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}
    assert statistics.median(lengths.values()) <= 150


def _lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def test_every_module_says_in_its_docstring_what_it_is() -> None:
    silent = [
        str(file.relative_to(ROOT)) for file in _modules() if not ast.get_docstring(_tree(file))
    ]

    assert silent == []


def test_no_test_sleeps() -> None:
    sleeping = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in (ROOT / "tests").rglob("*.py")
        for call in ast.walk(_tree(file))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in {"time.sleep", "sleep"}
    ]

    assert sleeping == []


def test_no_timer_outlives_what_it_calls() -> None:
    """`QTimer.singleShot` fires after its receiver is deleted; a timer that is a child does not."""
    loose = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in (ROOT / "genre_desktop").rglob("*.py")
        for call in ast.walk(_tree(file))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "QTimer.singleShot"
    ]

    assert loose == []


def test_what_services_connect_to_their_own_methods_are_slots() -> None:
    """A service's signals may come from other threads: where each is heard stands beside it."""
    loose = [
        f"{file.relative_to(ROOT)}: {kind.name}.{name}"
        for file in (ROOT / "genre_desktop" / "services").rglob("*.py")
        for kind in ast.walk(_tree(file))
        if isinstance(kind, ast.ClassDef)
        for name in _connected(kind) & _no_slots(kind)
    ]

    assert loose == []


def _connected(kind: ast.ClassDef) -> set[str]:
    """What stands in `….connect(self.…)`."""
    calls = (node for node in ast.walk(kind) if isinstance(node, ast.Call) and node.args)
    heard = (call.args[0] for call in calls if ast.unparse(call.func).endswith(".connect"))
    return {
        one.attr
        for one in heard
        if isinstance(one, ast.Attribute) and ast.unparse(one.value) == "self"
    }


def _no_slots(kind: ast.ClassDef) -> set[str]:
    """Methods that are not declared as slots."""
    return {
        each.name
        for each in kind.body
        if isinstance(each, ast.FunctionDef)
        and not any(ast.unparse(one).startswith("Slot(") for one in each.decorator_list)
    }


def test_every_dependency_says_why_it_is_here() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    start, end = lines.index("dependencies = ["), lines.index("[project.scripts]")
    silent = [line for line in lines[start:end] if re.match(r'\s+"', line) and "#" not in line]

    assert silent == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_hashes(name: str) -> None:
    packages = re.split(r"\n(?=[a-z])", LOCKS[name].read_text(encoding="utf-8").strip())

    assert [entry for entry in packages if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name: str) -> None:
    assert "://" not in LOCKS[name].read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(name: str) -> None:
    locked = _locked(name)
    unmet = [
        text
        for text in _requirements()[name]
        for asked in [Requirement(text)]
        if not any(
            asked.specifier.contains(version)
            for version in locked.get(asked.name.lower().replace("_", "-"), ())
        )
    ]

    assert unmet == []


@pytest.mark.parametrize(
    ("smaller", "larger"), [("run", "test"), ("test", "train"), ("run", "package")]
)
def test_a_larger_lock_holds_all_of_the_smaller_one(smaller: str, larger: str) -> None:
    assert _locked(smaller).items() <= _locked(larger).items()


def test_torch_and_what_only_torch_needs_stay_out_of_the_locks() -> None:
    torch_alone = {"torch", "filelock", "networkx", "sympy", "triton"}

    assert not torch_alone & _locked("train").keys()
    assert [package for package in _locked("train") if package.startswith("nvidia-")] == []


def test_the_makefile_describes_every_command() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert phony is not None

    assert set(re.findall(r"^#: make ([\w-]+) ", text, re.MULTILINE)) == set(phony[1].split()) - {
        "help"
    }


def test_third_party_names_everything_that_runs() -> None:
    listed = re.findall(
        r"^\| ([a-z][a-z0-9-]*) \|",
        (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )

    assert set(listed) - {"package"} == _locked("run").keys()
    assert len(listed) == len(set(listed))
