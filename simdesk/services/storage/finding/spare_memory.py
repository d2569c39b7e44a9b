"""Memory that is free again goes back to the system.

Where millions of values were sorted, the C library keeps tens of megabytes for the next time, for
each thread by itself, and a process is judged by what it keeps.
"""

import ctypes
from functools import cache


def give_back() -> None:
    """Ask the C library for what it holds in vain: milliseconds; nothing where it has no way."""
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> "ctypes._NamedFuncPointer | None":
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # not the GNU library
        return None
