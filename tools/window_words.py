"""Collects every word that the window shows, each with the context that Qt looks it up by.

Qt's own collector does not see functions of ours that translate within a fixed context, so this
one reads the syntax tree: `self.tr("…")` in a class, `QCoreApplication.translate("Context", "…")`,
`QT_TRANSLATE_NOOP("Context", "…")`, and calls of a module's own function that does nothing but
translate what it is given.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("genre_desktop/services", "genre_desktop/ui")
_IN_CONTEXT = ("translate", "QT_TRANSLATE_NOOP")


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """What is to be translated.

    Attributes:
        context: A class, or what a module calls itself.
        source: The English words.
    """

    context: str
    source: str


def all_words() -> dict[Words, list[str]]:
    """Every text with the modules that show it, in order."""
    found: dict[Words, list[str]] = {}
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.py")):
            place = file.relative_to(ROOT).as_posix()
            for words in _words_of(ast.parse(file.read_text(encoding="utf-8"))):
                places = found.setdefault(words, [])
                if place not in places:
                    places.append(place)
    return dict(sorted(found.items()))


def _words_of(module: ast.Module) -> Iterator[Words]:
    own = dict(_own_functions(module))
    for context, call in _calls(module, ""):
        name = _name(call.func)
        if name == "tr" and isinstance(call.func, ast.Attribute):
            yield from _literal(context, call.args)
        elif name in _IN_CONTEXT and len(call.args) > 1:
            where = call.args[0]
            if isinstance(where, ast.Constant):
                yield from _literal(str(where.value), call.args[1:])
        elif name in own and isinstance(call.func, ast.Name):
            yield from _literal(own[name], call.args)


def _own_functions(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Names and contexts of functions that only translate what they are given."""
    for node in module.body:
        if not isinstance(node, ast.FunctionDef) or not isinstance(node.body[-1], ast.Return):
            continue
        call = node.body[-1].value
        if isinstance(call, ast.Call) and _name(call.func) == "translate":
            where, what = call.args[:2]
            if isinstance(where, ast.Constant) and isinstance(what, ast.Name):
                yield node.name, str(where.value)


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            yield inner, child
        yield from _calls(child, inner)


def _literal(context: str, arguments: list[ast.expr]) -> Iterator[Words]:
    """The text of a call; also both texts of "this if that else the other"."""
    first = arguments[0] if arguments else None
    texts = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    for text in texts:
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            yield Words(context, text.value)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
