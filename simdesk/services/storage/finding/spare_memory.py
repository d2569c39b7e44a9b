"""Memory that is free again goes back to the system.

Where millions of values were sorted, the C library keeps tens of megabytes for the next time, for
each thread by itself, and a process is judged by what it keeps.
"""

import ctypes
from collections.abc import Callable
from functools import cache, wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def give_back() -> None:
    """Ask the C library for what it holds in vain: milliseconds; nothing where it has no way."""
    trim = _trim()
    if trim is not None:
        trim(0)


def giving_back(work: Callable[P, T]) -> Callable[P, T]:
    """The same work, and `give_back` behind it."""

    @wraps(work)
    def done(*args: P.args, **named: P.kwargs) -> T:
        try:
            return work(*args, **named)
        finally:
            give_back()

    return done


@cache
def _trim() -> "ctypes._NamedFuncPointer | None":
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # not the GNU library
        return None
