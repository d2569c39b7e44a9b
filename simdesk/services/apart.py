"""Work of an iterator done by a copy of this process, while what it gave before is used here.

Reading a large sheet and filling a database take about as long as each other, and so do reading
cards and writing a sheet; on two processors they take half the time. Where a process cannot be
copied, it is all done here.
"""

import marshal
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final, NoReturn, TypeVar

T = TypeVar("T")
_GIVEN, _PICKLED, _ERROR = b"g", b"p", b"e"
"""An item in one of two forms, none at the end; or what the work raised."""
_LENGTH: Final = 4
_ROOM: Final = 1_048_576
POSSIBLE: Final = hasattr(os, "fork")
_PLAIN_FORM: Final = 2
"""Of marshal: without looking for objects that come twice, which takes longer than it saves."""


class BrokenOffError(Exception):
    """The copy died before its work was done."""


class FailedError(Exception):
    """A mistake of ours in another process, and where it was made."""


def place_of(error: BaseException) -> str:
    """Where an error was made, without words of what was being worked on."""
    if isinstance(error, FailedError):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    where = ", ".join(f"{Path(one.filename).name}:{one.lineno}" for one in frames[-4:])
    return f"{type(error).__name__} at {where}"


def apart(
    items: Iterator[T],
    telling: Callable[[BaseException], str],
    heard: Callable[[str], Exception],
    *,
    copying: bool = POSSIBLE,
) -> Iterator[T]:
    """The same items. What the work raises is told in words, and raised here as `heard` says.

    Nothing else of this process may read what `items` reads. Raises BrokenOffError.
    """
    if sys.platform == "win32" or not copying:
        yield from items
        return
    reading, writing = os.pipe()
    _widen(writing)
    copy = os.fork()
    if not copy:
        os.close(reading)  # else it would write on where nobody is left to read
        _work(items, writing, telling)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            yield from received(pipe, heard)
    finally:
        os.kill(copy, signal.SIGKILL)
        os.waitpid(copy, 0)


def _widen(pipe: int) -> None:
    """Room for some items, where the system lets: else the two would take turns."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)


def _work(items: Iterator[T], writing: int, telling: Callable[[BaseException], str]) -> NoReturn:
    """In the copy: nothing may be cleaned up on leaving, for all of it belongs to the original."""
    try:
        with os.fdopen(writing, "wb") as pipe:
            send(items, pipe, telling)
    finally:
        os._exit(0)


def send(items: Iterator[object], pipe: IO[bytes], telling: Callable[[BaseException], str]) -> None:
    """Write every item, then the end or what went wrong."""
    try:
        for item in items:
            _write(pipe, *_packed(item))
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told
        _write(pipe, _ERROR, telling(error).encode())
    else:
        _write(pipe, _GIVEN, b"")


def _packed(item: Any) -> tuple[bytes, bytes]:  # noqa: ANN401 - rows of anything
    try:
        return _GIVEN, marshal.dumps(item, _PLAIN_FORM)
    except ValueError:  # dates are not for marshal, which is three times as fast
        return _PICKLED, pickle.dumps(item, protocol=pickle.HIGHEST_PROTOCOL)


def _write(pipe: IO[bytes], kind: bytes, content: bytes) -> None:
    pipe.write(kind + len(content).to_bytes(_LENGTH, "big") + content)


def received(pipe: IO[bytes], heard: Callable[[str], Exception]) -> Iterator[Any]:
    """What `send` wrote. Raises BrokenOffError where it ends too early."""
    while True:
        head = pipe.read(1 + _LENGTH)
        length = int.from_bytes(head[1:], "big")
        content = pipe.read(length)
        if len(head) <= _LENGTH or len(content) < length:
            raise BrokenOffError
        match head[:1]:
            case b"e":
                raise heard(content.decode())
            case b"p":
                yield pickle.loads(content)
            case _ if content:
                yield marshal.loads(content)
            case _:
                return
