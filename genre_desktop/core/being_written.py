"""Whether some program has a file open to write it, as one that copies slowly and is pausing."""

import os
import signal
import sys
from pathlib import Path
from typing import Final

_MOUNTS: Final = Path("/proc/self/mountinfo")
# Where the kernel itself knows who writes. NFS and CIFS refuse a lease also where nobody does, but
# the server has not given the file away.
_KNOWN_HERE: Final = frozenset(
    {
        "bcachefs", "btrfs", "exfat", "ext2", "ext3", "ext4", "f2fs", "fuseblk", "hfsplus", "jfs",
        "ntfs", "ntfs3", "overlay", "ramfs", "tmpfs", "vfat", "xfs", "zfs",
    }
)  # fmt: skip


def is_being_written(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether it is known that somebody writes the file.

    Linux gives a lease for reading only on what nobody has open to write. Where leases are unknown
    or a server is asked for them, as on drives of a network, and for files of other users nothing
    is known; Windows refuses by itself to replace a file that is open.

    Args:
        path: The file.
        mounts: The system's list of what is mounted where.
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
        return _file_system_of(descriptor, mounts) in _KNOWN_HERE
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return False


def _file_system_of(descriptor: int, mounts: Path) -> str:
    """The name of the file system that an open file lies on; empty where it is not told.

    By the number of the mount: that of the drive differs between file and list on btrfs.
    """
    try:
        about = Path(f"/proc/self/fdinfo/{descriptor}").read_text(encoding="ascii")
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    number = about.partition("mnt_id:")[2].partition("\n")[0].strip()
    found = (line.partition(" - ")[2].split() for line in lines if line.split(" ", 1)[0] == number)
    return next((kind for kind, *_ in found), "")
