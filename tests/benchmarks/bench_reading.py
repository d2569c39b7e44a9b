"""Goal 11: an export of ours read back, every cell made a value; calamine alone on the same file.

The file has as many rows as the fleet has cards and all columns of an export of one month, written
by the product's writer from made-up cards. Both readers are processes of their own and take turns;
seconds are of the wall, those of the processor stand in a line of their own. Ours may take 50 MB
beyond what the process is, however large the file.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from simdesk.models.periods import ZONE, Month
from simdesk.services.export_columns import columns
from simdesk.services.spreadsheets.columns import Row
from simdesk.services.spreadsheets.reading.source import open_source
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter
from tests.benchmarks.fleet import Fleet
from tests.benchmarks.frame import Line, main

CREATED = datetime(2026, 6, 15, 9, tzinfo=ZONE)
COLUMNS = columns((Month(2026, 6),), daily=False)
MARK = (
    ("SimDesk format", "1"),
    ("SimDesk account", "bench"),
    ("SimDesk export", "1"),
    ("SimDesk exported at", CREATED.isoformat()),
    ("SimDesk months", "202606-202606"),
    ("SimDesk daily", "no"),
    ("SimDesk audit", f"1:{'b' * 64}"),
)
MEMORY_MB = 50.0
CHUNK = 1_000


def card(number: int) -> Row:
    """A row as fleets have them: ids of its own, words that many share, blanks."""
    opened = int(CREATED.timestamp()) - number * 7_919 % 50_000_000
    known: dict[str, str | int | None] = {
        "iccid": f"8986{number:016d}",
        "msisdns": f"1440{number:09d}",
        "imsis": f"4600{number:011d}",
        "carrier": number % 3 + 1,
        "voucher": f"CM_{number % 40}_500MB",
        "plan": number % 5,
        "cycle": number % 4 + 1,
        "tier": 512_000,
        "status": number % 6,
        "specific": number % 9,
        "method": number % 3,
        "opened": opened,
        "activated": opened + 3 * 86_400,
        "expires": opened + 31_536_000 if number % 11 else None,
        "usage": number * 7_907 % 9_000_000,
        "left": number * 6_907 % 512_000,
        "sms": number % 20,
        "sim_type": "Plug-in",
        "apn": "cmiot",
        "network": "4G",
        "imei": f"86{number:013d}" if number % 3 else "",
        "certified": bool(number % 2),
        "auto_renew": not number % 3,
        "limit": None if number % 2 else 204_800,
        "tags": "depot\nnorth" if number % 5 == 0 else "",
        "remark": f"meter {number}, 北门" if number % 4 == 0 else "",
        "order": f"2026{number:015d}",
        "month.202606": number * 5_903 % 900_000,
    }
    return tuple(known.get(column.key) for column in COLUMNS)


def write(path: Path, cards: int) -> None:
    with path.open("wb") as file:
        writer = XlsxWriter(file, COLUMNS, CREATED)
        for start in range(0, cards, CHUNK):
            writer.write([card(number) for number in range(start, min(start + CHUNK, cards))])
        writer.finish([("Exported by", "SimDesk")], MARK)


def by_us(path: Path) -> Iterator[int]:
    with open_source(path) as source:
        for chunk in source.columns(source.sheets[0]):
            yield len(chunk[0])


def by_calamine(path: Path) -> Iterator[int]:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(str(path))
    for _ in book.get_sheet_by_index(0).iter_rows():
        yield 1


READERS = {"ours": by_us, "calamine": by_calamine}


def peak() -> float:
    """The most MB this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def read(reader: str, path: Path) -> None:
    """Read the file and print how long that took."""
    before = peak()
    begun, busy, first, rows = time.perf_counter(), time.process_time(), 0.0, 0
    for some in READERS[reader](path):
        first = first or time.perf_counter() - begun
        rows += some
    told = {
        "rows": rows,
        "first": first,
        "wall": time.perf_counter() - begun,
        "busy": time.process_time() - busy,
        "memory": max(1.0, peak() - before),
    }
    print(json.dumps(told))


def apart(reader: str, path: Path) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_reading", "--read", reader, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def lines(cards: int, runs: int) -> list[Line]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cards.xlsx"
        write(path, cards)
        turns = [(apart("ours", path), apart("calamine", path)) for _ in range(runs)]
    assert {told["rows"] for turn in turns for told in turn} == {cards + 1}
    (ours, theirs) = (
        {what: statistics.median(turn[place][what] for turn in turns) for what in turns[0][place]}
        for place in (0, 1)
    )
    what, peer = f"read our xlsx, {cards:,} cards x {len(COLUMNS)}", "calamine"
    wall, busy = theirs["wall"] / ours["wall"], theirs["busy"] / ours["busy"]
    memory = ours["memory"]
    return [
        Line(11, what, ours["wall"], "s", "1x", wall >= 1, peer, theirs["wall"], wall),
        Line(
            *(11, f"{what}, processor", ours["busy"], "s", "reported", None),
            *(peer, theirs["busy"], busy),
        ),
        Line(
            *(11, f"{what}, first rows", ours["first"], "s", "2 s", ours["first"] < 2),
            *(peer, theirs["first"], theirs["first"] / ours["first"]),
        ),
        Line(
            *(11, f"{what}, memory", memory, "MB", f"{MEMORY_MB:.0f} MB", memory < MEMORY_MB),
            *(peer, theirs["memory"], theirs["memory"] / memory),
        ),
    ]


def measure(fleet: Fleet, runs: int) -> Sequence[Line]:
    return lines(fleet.cards, runs)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        asked = argparse.ArgumentParser()
        asked.add_argument("--read", nargs=2)
        read(*((given := asked.parse_args().read)[0], Path(given[1])))
    else:
        main(measure)
