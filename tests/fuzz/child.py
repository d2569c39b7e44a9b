"""A process that reads many files, one after the other, with little memory.

It is told seeds on its input, a line each, and answers with a line of JSON each. Every fourth sheet
of others goes the way of very large ones. When a file ends it, the one that started it begins
another.

    python -m tests.fuzz.child CORPUS SCRATCH
"""

import json
import resource
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simdesk.models.sheets import SheetRejectedError
from simdesk.services.spreadsheets.reading import limits
from simdesk.services.spreadsheets.reading.source import open_source
from tests.fuzz.corpus import corpus
from tests.fuzz.mutating import case

MEMORY = 512_000_000


def read(path: Path) -> int:
    """Read everything there is; how many rows."""
    rows = 0
    with open_source(path) as source:
        for sheet in source.sheets:
            rows += sum(len(chunk) for chunk in source.rows(sheet))
            source.merged(sheet)
    return rows


@contextmanager
def little_room(*, wanted: bool) -> Iterator[None]:
    """Sheets of others are streamed, as if they were too large for the quicker reader."""
    known = limits.READER_BYTES, limits.PACKED_PER_CELL
    if wanted:
        limits.READER_BYTES, limits.PACKED_PER_CELL = 0, 0.0
    try:
        yield
    finally:
        limits.READER_BYTES, limits.PACKED_PER_CELL = known


def outcome(path: Path) -> dict[str, str | int]:
    """What became of one file: read, refused with its kind, or thrown, which must not be."""
    try:
        return {"what": "read", "rows": read(path)}
    except SheetRejectedError as refused:
        named = bool(str(refused.message)) and refused.remedy is not None
        return {"what": f"refused: {refused.why}" if named else "refused without words"}
    except Exception as error:  # noqa: BLE001 - what fuzzing looks for
        return {"what": f"thrown: {type(error).__name__}", "trace": traceback.format_exc()}


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    files, scratch = corpus(Path(sys.argv[1])), Path(sys.argv[2])
    for line in sys.stdin:
        seed = int(line)
        ending, content = case(files, seed)
        path = scratch.with_suffix(ending)
        path.write_bytes(content)
        with little_room(wanted=seed >= len(files.bombs) and seed % 4 == 3):
            told = outcome(path)
        path.unlink()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({"seed": seed, "memory": peak} | told), flush=True)


if __name__ == "__main__":
    main()
