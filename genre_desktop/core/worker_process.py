"""The inside of one worker process: it takes tasks from a pipe until its parent is gone.

Nothing here may import numpy: the environment that keeps the arithmetic libraries to one thread
has to be set before they load.
"""

import logging
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple

log = logging.getLogger(__name__)


BEGUN = "begun"

# What a message of a call is: its end, or something said on the way.
ANSWERED, RAISED, SAID = "answered", "raised", "said"

ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "ORT_DISABLE_TELEMETRY": "1",
}
_NICENESS = 10
_BELOW_NORMAL_PRIORITY_CLASS = 0x4000


class Call(NamedTuple):
    """A module-level function and its arguments; `speaks` where it takes `say` besides."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]
    speaks: bool = False


def serve(connection: Connection, *, in_front: bool) -> None:
    """Runs calls from `connection`.

    To each call it sends BEGUN, what the call says on the way as (SAID, word), and at last
    (ANSWERED, result) or (RAISED, error). A call that speaks gets the function to do so with as
    its keyword `say`. Reading a call may import much; the caller's clock starts with BEGUN.
    """
    os.environ.update(ONE_THREAD)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    if not in_front:
        _step_back()
    threading.Thread(target=_die_with_parent, daemon=True).start()
    while True:
        try:
            call: Call = connection.recv()
        except (EOFError, OSError):
            return
        except Exception as error:  # noqa: BLE001 - a call that cannot be unpickled is an answer too
            call = Call(_fail, (error,), {})
        connection.send(BEGUN)
        _answer(connection, call)


def _fail(error: Exception) -> None:
    raise error


def _answer(connection: Connection, call: Call) -> None:
    keywords = call.keywords
    if call.speaks:
        keywords = {**keywords, "say": lambda word: connection.send((SAID, word))}
    try:
        answer = (ANSWERED, call.function(*call.arguments, **keywords))
    except Exception as error:  # noqa: BLE001 - whatever the function raises belongs to its future
        error.add_note(f"In the worker process:\n{traceback.format_exc()}")  # else lost in the pipe
        answer = (RAISED, error)
    try:
        connection.send(answer)
    except (EOFError, OSError):
        return
    except Exception as error:  # noqa: BLE001 - pickling may raise anything
        connection.send((RAISED, TypeError(f"The answer cannot be sent: {error}")))


def _step_back() -> None:
    """Lets the window and everything else go first."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        # Without these a handle, which is a pointer, would be cut to 32 bits.
        kernel.GetCurrentProcess.argtypes = ()
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetPriorityClass.argtypes = (wintypes.HANDLE, wintypes.DWORD)
        kernel.SetPriorityClass.restype = wintypes.BOOL
        if not kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL_PRIORITY_CLASS):
            log.warning(
                "The priority stays as it is: %s.", ctypes.WinError(ctypes.get_last_error())
            )
    else:
        os.nice(_NICENESS)


def _die_with_parent() -> None:
    """Ends this process at once when the parent is gone, even in the middle of a file."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
