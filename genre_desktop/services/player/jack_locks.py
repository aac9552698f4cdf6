"""What a killed program leaves in the files of JACK's library, on Linux.

Looking for ALSA devices calls that library, whether or not a JACK server runs, and the library
opens a Berkeley DB in shared memory. A program that is killed within those milliseconds leaves
its lock behind, and from then on every program of this user that looks for devices waits for
ever; or it leaves a file empty, and every such program is ended by SIGBUS. A JACK server removes
such files when it starts; where none runs, so does this.
"""

import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

log = logging.getLogger(__name__)

# Where JACK's library keeps its files.
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - the place is JACK's
_SERVERS: Final = frozenset({"jackd", "jackdbus"})


def removed_abandoned() -> bool:
    """Remove what may hold everybody up; True where there was something."""
    if sys.platform != "linux" or _a_server_runs():
        return False
    removed = False
    for file in SHARED_MEMORY.glob(f"jack_db-{os.getuid()}/__db.*"):
        with suppress(OSError):
            file.unlink()
            removed = True
            log.warning("Removed %s: no sound device could be looked for while it was there.", file)
    return removed


def _a_server_runs() -> bool:
    for name in Path("/proc").glob("[0-9]*/comm"):
        with suppress(OSError):
            if name.read_text(errors="replace").strip() in _SERVERS:
                return True
    return False
