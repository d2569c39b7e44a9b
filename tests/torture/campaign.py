"""Lives and deaths of one fleet: starts the program, kills it in mid-bulk, reads the books."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from random import Random
from threading import Thread

from tests.torture import plain_books
from tests.torture.plain_books import Books

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0
"""Seconds in which a living program says something."""


class Life:
    """One process of the program; `lines` is what it said so far."""

    def __init__(self, folder: Path, options: Sequence[str]) -> None:
        self.lines: list[str] = []
        self._heard: SimpleQueue[str | None] = SimpleQueue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.program", str(folder), *options],
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": _path()},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._listening = Thread(target=self._listen, daemon=True)
        self._listening.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as said:
            for line in said:
                self._heard.put(line.rstrip("\n"))
        self._heard.put(None)

    def hear(self, patience: float = PATIENCE) -> str | None:
        """The next line; None once it has ended. Raises TimeoutError, telling what it said."""
        try:
            line = self._heard.get(timeout=patience)
        except Empty:
            raise TimeoutError(self.told()) from None
        if line is not None:
            self.lines.append(line)
        return line

    def until(self, word: str) -> str | None:
        """The next line that begins with `word`; None when it ended before."""
        while (line := self.hear()) is not None:
            if line.partition(" ")[0] == word:
                return line
        return None

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self._listening.join()

    def ended(self) -> int:
        """Its exit status, once everything it said is in `lines`."""
        while self.hear() is not None:
            pass
        self._listening.join()
        return self.process.wait()

    def told(self) -> str:
        return "\n".join(self.lines[-60:])


def _path() -> str:
    return os.pathsep.join((str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])))


@contextmanager
def life(folder: Path, *options: str) -> Iterator[Life]:
    """A life that does not outlive the block."""
    one = Life(folder, options)
    try:
        yield one
    finally:
        one.kill()


@dataclass
class Campaign:
    """A fleet that dies `kills` times in mid-bulk by one seed, and then lives on to the end."""

    folder: Path
    options: Sequence[str]
    seed: int
    longest: int = 60
    """Items a life sends at most before it is killed."""
    deaths: int = 0
    in_mid_bulk: int = 0
    doubtful: int = 0
    """Items that were in flight at a death, in all."""
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def run(self, kills: int) -> Books:
        """Die so often, then end. The last word of the books; what was wrong on the way is kept."""
        chance, began = Random(self.seed), time.monotonic()
        while self.deaths < kills:
            self._die(chance.randrange(1, self.longest), chance.random() * 0.06)
            books = plain_books.read(self.folder, ended=False)
            self.deaths += 1
            self.in_mid_bulk += 0 < books.states["PLANNED"] < len(books.items)
            self.doubtful += books.states["SENDING"]
            self.wrong += [f"after death {self.deaths}: {line}" for line in books.wrong]
        with life(self.folder, *self.options) as last:
            assert last.ended() == 0, last.told()
            assert last.lines[-1] == "over", last.told()
        books = plain_books.read(self.folder, ended=True)
        self.wrong += books.wrong
        self.seconds = time.monotonic() - began
        return books

    def _die(self, items: int, later: float) -> None:
        """Start, let it send so many items, wait `later` seconds more, and kill it."""
        with life(self.folder, *self.options) as one:
            before: int | None = None
            while True:
                line = one.until("at")
                assert line is not None, one.told()
                at = int(line.split()[1])
                before = at if before is None else before
                if at - before >= items:
                    break
            time.sleep(later)
            os.kill(one.process.pid, signal.SIGKILL)

    def figures(self) -> str:
        return (
            f"seed {self.seed}: {self.deaths} kills, {self.in_mid_bulk} in mid-bulk,"
            f" {self.doubtful} items in flight at them, {self.seconds:.0f} s,"
            f" {len(self.wrong)} violations"
        )
