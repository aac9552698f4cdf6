"""Empty libraries in place of those that others are linked to but that are never called here."""

import platform
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

# What a function that returns a number consists of, by processor, for the assembler of binutils.
_RETURNS = {
    "x86_64": "movq ${number}, %rax\n ret",
    "aarch64": "mov x0, #{number}\n ret",
}
_FUNCTION = ".globl {name}\n.type {name}, %function\n{name}:\n {returns}\n"
_NO_CODE_ON_THE_STACK = '.section .note.GNU-stack, "", %progbits\n'
# A line of `objdump -T`: address, flags, section, size, version and name.
_SYMBOL = re.compile(r"^\S+ .{5}D(.) (\S+)\s+\S+\s+(?:\S+\s+)?(\S+)$", re.MULTILINE)


class NoStandIn(Exception):
    """A sentence that says why a library cannot be replaced."""


def write_stand_in(library: Path, users: Iterable[Path], number: int, target: Path) -> None:
    """Write a library that has what some users want of another one, and does nothing.

    Args:
        library: The one that is replaced; its name stays.
        users: Those that are linked to it.
        number: What every function returns; it should mean that nothing can be done.
        target: Where to write it, two files of the same name beside it.

    Raises:
        NoStandIn: For a processor that nobody tried, or where the users want data of it.
    """
    returns = _RETURNS.get(platform.machine())
    if returns is None:
        raise NoStandIn(f"No empty libraries are made for {platform.machine()}.")
    names = _wanted(library, users)
    code = returns.format(number=number)
    text = "".join(_FUNCTION.format(name=name, returns=code) for name in names)
    source, compiled = target.with_suffix(".s"), target.with_suffix(".o")
    source.write_text(f".text\n{text}{_NO_CODE_ON_THE_STACK}", encoding="ascii")
    subprocess.run(["as", "-o", compiled, source], check=True)
    name = ("-soname", library.name)
    subprocess.run(["ld", "-shared", *name, "-o", target, compiled], check=True)


def _wanted(library: Path, users: Iterable[Path]) -> list[str]:
    """The functions of a library that its users call, sorted."""
    offered = {name for name, _, is_defined in _symbols(library) if is_defined}
    wanted = {
        (name, kind)
        for user in users
        for name, kind, is_defined in _symbols(user)
        if not is_defined and name in offered
    }
    data = sorted(name for name, kind in wanted if kind == "O")
    if data:
        raise NoStandIn(f"{library.name} is wanted for more than functions: {', '.join(data)}")
    return sorted(name for name, _ in wanted)


def _symbols(library: Path) -> Iterable[tuple[str, str, bool]]:
    """Name, kind ("F" a function, "O" data) and whether it is defined here, of each symbol."""
    listed = subprocess.run(["objdump", "-T", library], capture_output=True, text=True, check=True)
    for found in _SYMBOL.finditer(listed.stdout):
        kind, section, name = found.groups()
        yield name, kind, section != "*UND*"
