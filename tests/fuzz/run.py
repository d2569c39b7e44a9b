"""Fuzzing: files from seeds, each read by one of a few processes that may die of them.

    make fuzz N=100000
    python -m tests.fuzz.run 20000 --first 5000

Tells how many ended how, with seeds. Exit status 1 when something was thrown that is no refusal, a
process hung, or one took more memory than it may. A process that dies is contained: the product
says of its file that it takes too much memory, or is damaged. `--only SEED` shows one file's end.
"""

import argparse
import json
import select
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue

from tests.fuzz.child import MEMORY
from tests.fuzz.corpus import build

ROOT = Path(__file__).parents[2]
SECONDS = 60.0
"""That one file may take."""
_SHOWN = 8


@dataclass
class Report:
    """How many files ended how; a few seeds of each way."""

    ends: Counter[str] = field(default_factory=Counter)
    seeds: dict[str, list[int]] = field(default_factory=dict)
    traces: dict[str, str] = field(default_factory=dict)
    memory: int = 0
    """The most that one process held, in bytes."""
    slowest: tuple[float, int] = (0.0, 0)
    """Seconds, and the seed."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def ended(self, seed: int, what: str, seconds: float, memory: int = 0, trace: str = "") -> None:
        with self.lock:
            self.ends[what] += 1
            self.seeds.setdefault(what, []).append(seed)
            if trace:
                self.traces.setdefault(what, trace)
            self.memory = max(self.memory, memory)
            self.slowest = max(self.slowest, (seconds, seed))

    @property
    def broken(self) -> list[str]:
        """Ends that must not be."""
        wrong = [one for one in self.ends if one.startswith(("thrown", "hung", "refused without"))]
        return wrong if self.memory <= MEMORY else [*wrong, "too much memory"]

    def lines(self) -> Iterator[str]:
        for what, count in self.ends.most_common():
            seeds = " ".join(map(str, sorted(self.seeds[what])[:_SHOWN]))
            yield f"{count:9,}  {what:45} seeds {seeds}"
        yield f"most memory of a process: {self.memory / 1e6:,.0f} MB"
        yield f"slowest: seed {self.slowest[1]}, {self.slowest[0]:.1f} s"
        yield from self.traces.values()


class Reader:
    """One process at a time, begun anew when it has died."""

    def __init__(self, files: Path, scratch: Path) -> None:
        self._command = [sys.executable, "-m", "tests.fuzz.child", str(files), str(scratch)]
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, seed: int, report: Report) -> None:
        """One file, to whatever end."""
        process = self._process = self._process or self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        begun = time.monotonic()
        try:
            process.stdin.write(b"%d\n" % seed)
            process.stdin.flush()
            ready, _, _ = select.select([process.stdout], [], [], SECONDS)
            line = process.stdout.readline() if ready else b""
        except BrokenPipeError:
            ready, line = [process.stdout], b""
        seconds = time.monotonic() - begun
        if line:
            told = json.loads(line)
            trace = told.get("trace", "")
            report.ended(seed, told["what"], seconds, told["memory"], trace)
            return
        self.close()
        report.ended(seed, f"died: {process.returncode}" if ready else "hung", seconds)

    def close(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _started(self) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        return subprocess.Popen(
            self._command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        )


def fuzz(
    seeds: Sequence[int], readers: int = 2, so_far: Callable[[Report], None] | None = None
) -> Report:
    """Read the files of all seeds; `so_far` is called now and then."""
    report = Report()
    waiting: SimpleQueue[int] = SimpleQueue()
    for seed in seeds:
        waiting.put(seed)

    def work(reader: Reader) -> None:
        while True:
            try:
                seed = waiting.get_nowait()
            except Empty:
                return
            reader.read(seed, report)

    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        files = Path(name) / "corpus"
        files.mkdir()
        build(files)
        threads = []
        for number in range(readers):
            reader = Reader(files, Path(name) / f"file{number}")
            stack.callback(reader.close)
            threads.append(threading.Thread(target=work, args=(reader,)))
        for thread in threads:
            thread.start()
        for thread in threads:
            while thread.is_alive():
                thread.join(SECONDS)
                if so_far is not None:
                    so_far(report)
    return report


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("files", type=int, nargs="?", default=5_000)
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--only", type=int)
    given = asked.parse_args()
    seeds = range(given.first, given.first + given.files)
    begun = time.monotonic()

    def so_far(report: Report) -> None:
        print(f"{report.ends.total():,} files", file=sys.stderr, flush=True)

    report = fuzz(seeds if given.only is None else [given.only], so_far=so_far)
    seconds = time.monotonic() - begun
    print(f"{report.ends.total():,} files in {seconds:,.0f} s")
    print("\n".join(report.lines()))
    if report.broken:
        print(f"NOT AS IT SHOULD BE: {', '.join(report.broken)}")
    return 1 if report.broken else 0


if __name__ == "__main__":
    sys.exit(main())
