"""Our xlsx and csv writers beside XlsxWriter and the csv module, on the same rows.

    .venv/bin/python tests/benchmarks/bench_export.py --rows 100000 --runs 3

Each run is a process of its own, the writers take turns, medians are printed. "--wide" adds two
months of daily usage to the columns of the card. Seconds are of the processor, so that neighbours
do not count, and include making the rows, which "rows only" tells apart: "net" is without it.
"call ms" is the longest that writing one chunk took, deflating included.
"""

import argparse
import csv
import io
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import xlsxwriter

from simdesk.models.periods import ZONE, Month
from simdesk.services.export_columns import CARD_COLUMNS, columns
from simdesk.services.spreadsheets.columns import Column, Kind, Row, TableWriter
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.sheet_text import FORMULA_STARTS
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter

CHUNK = 500
MONTHS = (Month(2026, 5), Month(2026, 6))
CREATED = datetime(2026, 6, 15, 9, tzinfo=ZONE)


def shown(*, wide: bool) -> tuple[Column, ...]:
    return columns(MONTHS if wide else (), daily=wide)


def chunks(count: int, *, wide: bool) -> Iterator[list[Row]]:
    """Rows as a demo fleet has them, the same every time."""
    chance = random.Random(1)
    usage = 2 + sum(month.days for month in MONTHS) if wide else 0
    opened = [1_700_000_000 + 86_400 * day for day in range(400)]
    for start in range(0, count, CHUNK):
        yield [
            (
                f"8986032{number:013d}",
                f"1440{number:09d}",
                f"46008{number:010d}",
                chance.choice(("CMCC", "CUCC", "CTCC")),
                chance.choice(("CM_SF_M_2_100M", "CU_SC_M_2_30M", "CT_UP_M_2_pool")),
                chance.choice(("SC", "SF", "UP")),
                1101,
                102_400,
                30,
                100,
                "first_data_record",
                chance.choice(opened),
                chance.choice(opened) + chance.randrange(86_400),
                1_790_783_999,
                chance.randrange(300_000),
                chance.randrange(300_000),
                0,
                "nano",
                "cmiot",
                "4G",
                f"49015420{number:07d}",
                True,
                bool(number % 2),
                None,
                "",
                chance.choice(("", "depot", "depot\nnorth gate")),
                chance.choice(("", "north gate camera", f"meter {number}", "备用卡 & <仓库>")),
                f"2115{number:011d}",
                *(chance.randrange(12_000) for _ in range(usage)),
            )
            for number in range(start, min(start + CHUNK, count))
        ]


class Timed:
    """A writer that tells how long its longest chunk took."""

    def __init__(self, writer: TableWriter) -> None:
        self.writer = writer
        self.longest = 0.0

    def write(self, rows: list[Row], step: int) -> None:
        for start in range(0, len(rows), step):
            begun = time.thread_time()
            self.writer.write(rows[start : start + step])
            self.longest = max(self.longest, time.thread_time() - begun)


def ours(path: Path, count: int, *, wide: bool, form: str) -> float:
    about = shown(wide=wide)
    with path.open("wb") as file:
        writer: TableWriter
        writer = CsvWriter(file, about) if form == "csv" else XlsxWriter(file, about, CREATED)
        timed = Timed(writer)
        for rows in chunks(count, wide=wide):
            timed.write(rows, max(1, 3_000 // len(about)))
        writer.finish([], [])
    return timed.longest


def by_xlsxwriter(path: Path, count: int, *, wide: bool) -> float:
    """The usual way with constant_memory: text as text, the same formats, no guessing."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    words = book.add_format({"num_format": "@"})
    size = book.add_format({"num_format": "#,##0.00"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    about = shown(wide=wide)
    for place, column in enumerate(about):
        sheet.write_string(0, place, column.title)
    said: list[dict[object, str]] = [{} for _ in about]
    line = 0
    for rows in chunks(count, wide=wide):
        for row in rows:
            line += 1
            for place, (column, value) in enumerate(zip(about, row, strict=True)):
                if value is None or value == "":
                    continue
                if column.kind in (Kind.ID, Kind.WORDS):
                    known = said[place].get(value)
                    if known is None:
                        known = said[place][value] = column.said(value)
                    sheet.write_string(line, place, known, words)
                elif column.kind is Kind.SIZE:
                    sheet.write_number(line, place, int(value) / 1024, size)
                elif column.kind is Kind.MOMENT:
                    day = (int(value) + 28_800) / 86_400 + 25_569
                    sheet.write_number(line, place, day, moment)
                else:
                    sheet.write_number(line, place, int(value))
    book.close()
    return 0.0


def by_csv_module(path: Path, count: int, *, wide: bool) -> float:
    """The module given the same words: labels looked up, moments and sizes formatted, guarded."""
    about = shown(wide=wide)
    said: list[dict[object, str]] = [{} for _ in about]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow([column.title for column in about])
        for rows in chunks(count, wide=wide):
            for row in rows:
                line = []
                for column, value, known in zip(about, row, said, strict=True):
                    if value is None or column.kind is Kind.COUNT:
                        line.append(value)
                    elif column.kind is Kind.SIZE:
                        line.append(f"{int(value) / 1024:.2f}")
                    elif column.kind is Kind.MOMENT:
                        line.append(datetime.fromtimestamp(int(value), ZONE).isoformat(" "))
                    else:
                        words = known.get(value)
                        if words is None:
                            words = known[value] = column.said(value)
                        line.append("'" + words if words.startswith(FORMULA_STARTS) else words)
                out.writerow(line)
    return 0.0


def by_csv_module_raw(path: Path, count: int, *, wide: bool) -> float:
    """The module's limit: stored codes and numbers as they are, no words, no guard."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        for rows in chunks(count, wide=wide):
            out.writerows(rows)
    return 0.0


def rows_only(path: Path, count: int, *, wide: bool) -> float:
    del path
    for _ in chunks(count, wide=wide):
        pass
    return 0.0


WRITERS: dict[str, Callable[..., float]] = {
    "rows only": rows_only,
    "xlsx, ours": lambda path, count, wide: ours(path, count, wide=wide, form="xlsx"),
    "xlsx, XlsxWriter": by_xlsxwriter,
    "csv, ours": lambda path, count, wide: ours(path, count, wide=wide, form="csv"),
    "csv, csv module": by_csv_module,
    "csv, stored values": by_csv_module_raw,
}


def one_run(name: str, count: int, *, wide: bool) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun = time.process_time()
        longest = WRITERS[name](path, count, wide=wide)
        seconds = time.process_time() - begun
        size = path.stat().st_size if path.exists() else 0
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {
        "seconds": seconds,
        "extra_mb": memory / 1024,
        "file_mb": size / 1e6,
        "longest_ms": longest * 1000,
    }


def measured(names: list[str], count: int, runs: int, *, wide: bool) -> dict[str, dict[str, float]]:
    found: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for _ in range(runs):
        for name in names:
            words = [sys.executable, __file__, "--one", name, "--rows", str(count)]
            done = subprocess.run(
                words + ["--wide"] * wide, check=True, capture_output=True, text=True
            )
            found[name].append(json.loads(done.stdout))
    return {
        name: {key: statistics.median(run[key] for run in of_name) for key in of_name[0]}
        for name, of_name in found.items()
    }


def report(found: dict[str, dict[str, float]], title: str) -> str:
    rows = found["rows only"]["seconds"]
    out = io.StringIO()
    print(f"{title}", file=out)
    print(f"{'':20}{'s':>8}{'net s':>8}{'extra MB':>10}{'file MB':>9}{'call ms':>9}", file=out)
    for name, of in found.items():
        net = of["seconds"] - rows
        print(
            f"{name:20}{of['seconds']:8.2f}{net:8.2f}{of['extra_mb']:10.1f}"
            f"{of['file_mb']:9.1f}{of['longest_ms']:9.2f}",
            file=out,
        )
    for form, theirs in (("xlsx", "xlsx, XlsxWriter"), ("csv", "csv, csv module")):
        whole = found[theirs]["seconds"] / found[f"{form}, ours"]["seconds"]
        net = (found[theirs]["seconds"] - rows) / (found[f"{form}, ours"]["seconds"] - rows)
        print(f"{form}: {whole:.1f} times as fast, {net:.1f} without making the rows", file=out)
    return out.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--wide", action="store_true")
    parser.add_argument("--one", choices=tuple(WRITERS))
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(one_run(asked.one, asked.rows, wide=asked.wide)))
        return
    found = measured(list(WRITERS), asked.rows, asked.runs, wide=asked.wide)
    wide = f"{len(shown(wide=asked.wide))} columns ({len(CARD_COLUMNS)} of the card)"
    print(report(found, f"{asked.rows:,} rows, {wide}, medians of {asked.runs}"))


if __name__ == "__main__":
    main()
