"""What Windows shows of a program file under Properties, Details."""

from typing import Any


def resource(version: str, program: str) -> Any:
    """The version resource of a program, in PyInstaller's classes.

    Args:
        version: Such as "1.0.0" or "1.0.0rc1"; Windows knows only its numbers.
        program: The program's file name without its ending.
    """
    from PyInstaller.utils.win32 import versioninfo  # which is there where packages are built

    words = {
        "CompanyName": "The Genre Desktop project",
        "FileDescription": "Genre Desktop",
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": "GPL-3.0-or-later",
        "OriginalFilename": f"{program}.exe",
        "ProductName": "Genre Desktop",
        "ProductVersion": version,
    }
    entries = [versioninfo.StringStruct(name, value) for name, value in words.items()]
    english_unicode = "040904B0"
    return versioninfo.VSVersionInfo(
        ffi=versioninfo.FixedFileInfo(filevers=numbers(version), prodvers=numbers(version)),
        kids=[
            versioninfo.StringFileInfo([versioninfo.StringTable(english_unicode, entries)]),
            versioninfo.VarFileInfo([versioninfo.VarStruct("Translation", [0x409, 0x4B0])]),
        ],
    )


def numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows compares; what is no number in a part is left out.

    >>> numbers("1.2.0rc1")
    (1, 2, 0, 0)
    """
    parts = []
    for part in version.split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        parts.append(int(digits or 0))
    major, minor, patch = (*parts, 0, 0, 0)[:3]
    return major, minor, patch, 0
