"""The reading process from outside: started, heard line by line, ended whatever happens."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

import simdesk
from simdesk.models.sheets import Rejection, SheetRejectedError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.reviewing.messages import FirstRows, Message, message_of
from simdesk.services.reviewing.request import Request
from simdesk.services.reviewing.troubles import broken_off

COMMAND: Final = "read-sheet"
SILENCE: Final = 60.0
"""Seconds without a word after which a process is given up."""
_LONGEST_LINE = 64_000_000
_GO = b"\n"


def command() -> Sequence[str]:
    """How the reading process is started: the frozen program is its own interpreter."""
    if getattr(sys, "frozen", False):
        return (sys.executable, COMMAND)
    return (sys.executable, "-m", "simdesk", COMMAND)


def environment() -> dict[str, str]:
    """Of this process, with this very program to be found, and one thread for arithmetic."""
    home = str(Path(simdesk.__file__).resolve().parents[1])
    others = os.environ.get("PYTHONPATH")
    path = home if not others else os.pathsep.join((home, others))
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"}


async def messages(
    request: Request,
    *,
    silence: float = SILENCE,
    argv: Callable[[], Sequence[str]] = command,
) -> AsyncGenerator[Message, None]:
    """What the process tells, until it ends. Closing the iterator kills it.

    After `FirstRows` it goes on when the next message is asked for. Raises SheetRejectedError when
    it says nothing for `silence` seconds, dies, or says what makes no sense.
    """
    process = await _begun(argv(), request)
    loop = asyncio.get_running_loop()
    heard: asyncio.Queue[bytes] = asyncio.Queue()
    listening = asyncio.create_task(
        asyncio.to_thread(
            _listen, process, lambda line: loop.call_soon_threadsafe(heard.put_nowait, line)
        ),
        name="reading process",
    )
    try:
        while line := await _next(heard, silence, request.path):
            message = _understood(line, request.path)
            yield message
            if isinstance(message, FirstRows):
                await asyncio.to_thread(_go_on, process)
    finally:
        _end(process)
        await asyncio.shield(listening)


async def _begun(argv: Sequence[str], request: Request) -> "subprocess.Popen[bytes]":
    starting = asyncio.create_task(asyncio.to_thread(_started, argv, request))
    try:
        return await asyncio.shield(starting)
    except asyncio.CancelledError:
        with await starting as unwanted:
            _end(unwanted)
        raise


def _started(argv: Sequence[str], request: Request) -> subprocess.Popen[bytes]:
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    process = subprocess.Popen(
        argv,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        creationflags=hidden,
        start_new_session=True,
    )
    _write(process.stdin, request.to_line().encode() + b"\n")
    return process


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Kill it, with the copy that it may have made of itself."""
    if sys.platform == "win32":
        process.kill()
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _go_on(process: "subprocess.Popen[bytes]") -> None:
    _write(process.stdin, _GO)


def _write(pipe: IO[bytes] | None, words: bytes) -> None:
    if pipe is not None:
        with suppress(OSError):  # it has died: what it said before tells why
            pipe.write(words)
            pipe.flush()


def _listen(process: "subprocess.Popen[bytes]", tell: Callable[[bytes], object]) -> None:
    """On a thread of its own: every line, then an empty one, when the process has ended."""
    try:
        with process:
            if process.stdout is not None:
                while line := process.stdout.readline(_LONGEST_LINE):
                    tell(line)
    finally:
        with suppress(RuntimeError):  # the loop was closed meanwhile
            tell(b"")


async def _next(heard: "asyncio.Queue[bytes]", silence: float, path: Path) -> bytes:
    try:
        async with asyncio.timeout(silence):
            return await heard.get()
    except TimeoutError:
        raise SheetRejectedError(
            Rejection.TOO_SLOW,
            text(
                QT_TRANSLATE_NOOP("trade", "Reading “{file}” took too long and was given up."),
                file=path.name,
            ),
            text(QT_TRANSLATE_NOOP("trade", "Save the sheet with the cards alone, or as csv.")),
        ) from None


def _understood(line: bytes, path: Path) -> Message:
    try:
        return message_of(line)
    except (ValueError, KeyError, TypeError) as error:
        raise broken_off(path.name) from error
