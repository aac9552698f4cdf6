"""Whether some program has a file open to write it, as one that copies slowly and is pausing."""

import os
import signal
import sys
from pathlib import Path


def is_being_written(path: Path) -> bool:
    """Whether it is known that somebody writes the file.

    Linux gives a lease for reading only on what nobody has open to write. Where leases are unknown,
    as on drives of a network, and for files of other users nothing is known; Windows refuses by
    itself to replace a file that is open.
    """
    if sys.platform != "linux":
        return False
    import fcntl  # Linux alone has leases

    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        fcntl.fcntl(
            descriptor, fcntl.F_SETSIG, signal.SIGURG
        )  # else a writer's coming would end us
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return False
