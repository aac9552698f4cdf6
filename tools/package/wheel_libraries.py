"""The compiled libraries in the wheels of PyAV and Qt, which come without their licences.

The metadata of these wheels speak of the Python package alone. Texts of the GPL, the LGPL and the
Apache licence lie in `licences/common`; those that every copy must carry stand in `notices`, as
Debian's packages of these libraries state them. The wheels of numpy and Pillow carry their own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

# "libavcodec-5e6b81c2.so.62.28.102", "libQt6Core.so.6", "libscipy_openblas64_-32a4b2a6.so"
LIBRARY: Final = re.compile(r"^(?P<name>lib.+?)(-[0-9a-f]{8})*\.so(\.(?P<version>[\d.]+))?$")

_NOTICES: Final = Path(__file__).parent / "notices"
_LGPL_OR_GPL: Final = "LGPL-3.0-or-later OR GPL-2.0-or-later"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a library in a wheel is of.

    Attributes:
        work: What its makers call it.
        licence: As SPDX writes it.
        notice: The file in `notices`, "" where the licence's common text is enough.
    """

    work: str
    licence: str
    notice: str = ""


_ORIGINS: Final = {
    "av": (
        (("libav*", "libsw*"), Origin("FFmpeg", "LGPL-3.0-or-later")),
        (("libx264",), Origin("libx264", "GPL-2.0-or-later")),
        (("libx265",), Origin("libx265", "GPL-2.0-or-later")),
        (("libmp3lame",), Origin("LAME", "LGPL-2.0-or-later")),
        (("libopencore-amr*",), Origin("opencore-amr", "Apache-2.0")),
        (("libopus",), Origin("Opus", "BSD-3-Clause", "opus.txt")),
        (("libdav1d",), Origin("dav1d", "BSD-2-Clause", "dav1d.txt")),
        (("libSvtAv1Enc",), Origin("SVT-AV1", "BSD-3-Clause-Clear", "SVT-AV1.txt")),
        (("libvpx",), Origin("libvpx", "BSD-3-Clause", "libvpx.txt")),
        (("libwebp*", "libsharpyuv"), Origin("libwebp", "BSD-3-Clause", "libwebp.txt")),
        (("libvpl",), Origin("libvpl", "MIT", "libvpl.txt")),
        (("libdrm",), Origin("libdrm", "MIT", "libdrm.txt")),
        (("libxcb*",), Origin("libxcb", "X11", "libxcb.txt")),
        (("libXau",), Origin("libXau", "MIT-open-group", "libXau.txt")),
        (("libasound",), Origin("alsa-lib", "LGPL-2.1-or-later")),
        (("libgnutls",), Origin("GnuTLS", "LGPL-2.1-or-later")),
        (("libnettle", "libhogweed"), Origin("Nettle", _LGPL_OR_GPL)),
        (("libgmp",), Origin("GMP", _LGPL_OR_GPL)),
        (("libunistring",), Origin("libunistring", _LGPL_OR_GPL)),
    ),
    "pyside6-essentials": ((("libicu*",), Origin("ICU", "ICU", "ICU.txt")),),
}


def origin_of(package: str, library: str) -> Origin | None:
    """What a library in a package's wheel is of; None where it is the package's own.

    Args:
        package: Its name as indexes write it.
        library: Its name without version, such as "libavcodec".
    """
    for patterns, origin in _ORIGINS.get(package, ()):
        if any(fnmatchcase(library, pattern) for pattern in patterns):
            return origin
    return None


def notices_of(package: str, files: Iterable[Path]) -> Iterator[Path]:
    """The texts that go with the libraries among some of a wheel's files, each once."""
    found = (LIBRARY.match(file.name) for file in files)
    origins = [origin_of(package, library["name"]) for library in found if library]
    for name in sorted({origin.notice for origin in origins if origin is not None} - {""}):
        yield _NOTICES / name
