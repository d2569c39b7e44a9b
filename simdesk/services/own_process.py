"""A second process of this very program: started, heard line by line, ended whatever happens."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Final, Self

import simdesk

_LONGEST_LINE: Final = 64_000_000


def command(hidden: str) -> Sequence[str]:
    """How `simdesk <hidden>` is started: the frozen program is its own interpreter."""
    if getattr(sys, "frozen", False):
        return (sys.executable, hidden)
    return (sys.executable, "-m", "simdesk", hidden)


def environment() -> dict[str, str]:
    """Of this process, with this very program to be found, and one thread for arithmetic."""
    home = str(Path(simdesk.__file__).resolve().parents[1])
    others = os.environ.get("PYTHONPATH")
    path = home if not others else os.pathsep.join((home, others))
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"}


class OwnProcess:
    """Belongs to the loop that began it. End it, whatever happens."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        """Use `begin`."""
        self._process = process
        self._loop = asyncio.get_running_loop()
        self._heard: asyncio.Queue[bytes] = asyncio.Queue()
        self._killing: asyncio.TimerHandle | None = None
        self._listening = asyncio.create_task(
            asyncio.to_thread(_listen, process, self._hear), name="process"
        )

    @classmethod
    async def begin(cls, argv: Sequence[str], words: bytes) -> Self:
        """Start `argv` and write `words` to its input. Raises OSError where it cannot be."""
        starting = asyncio.create_task(asyncio.to_thread(_started, argv, words))
        try:
            return cls(await asyncio.shield(starting))
        except asyncio.CancelledError:
            with await starting as unwanted:
                _kill(unwanted)
            raise

    @property
    def number(self) -> int:
        """What the system calls it."""
        return self._process.pid

    async def line(self, silence: float | None = None) -> bytes:
        """What it says next; empty when it has ended. Raises TimeoutError after `silence` s."""
        async with asyncio.timeout(silence):
            return await self._heard.get()

    async def tell(self, words: bytes) -> None:
        """Write to its input; nothing happens where it has died: what it said before tells why."""
        await asyncio.to_thread(_write, self._process.stdin, words)

    def hush(self, patience: float) -> None:
        """End its input, which asks it to end; kill it where it has not after so many seconds."""
        self._killing = self._loop.call_later(patience, self._kill)
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    async def end(self) -> None:
        """Kill it, with the copies that it may have made of itself, and wait until it is gone."""
        if self._killing is not None:
            self._killing.cancel()  # its number may soon be another's
        self._kill()
        await asyncio.shield(self._listening)

    def _kill(self) -> None:
        _kill(self._process)

    def _hear(self, line: bytes) -> None:
        self._loop.call_soon_threadsafe(self._heard.put_nowait, line)


def _started(argv: Sequence[str], words: bytes) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        argv,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        start_new_session=True,
    )
    _write(process.stdin, words)
    return process


def _kill(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        process.kill()
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _write(pipe: IO[bytes] | None, words: bytes) -> None:
    if pipe is not None:
        with suppress(OSError):
            pipe.write(words)
            pipe.flush()


def _listen(process: "subprocess.Popen[bytes]", tell: Callable[[bytes], None]) -> None:
    """On a thread of its own: every line, then an empty one, when the process has ended."""
    try:
        # Closing flushes what was written to one that had ended by then: nobody reads it.
        with suppress(OSError), process:
            if process.stdout is not None:
                while line := process.stdout.readline(_LONGEST_LINE):
                    tell(line)
    finally:
        with suppress(RuntimeError):  # the loop was closed meanwhile
            tell(b"")
