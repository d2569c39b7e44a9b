"""A writer on a thread of its own: the same file, and no trouble lost."""

import io
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from simdesk.services.spreadsheets.behind import WriterBehind
from simdesk.services.spreadsheets.columns import Row, Value
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter
from tests.services.spreadsheets.read_back import by_calamine
from tests.services.spreadsheets.test_xlsx_writer import COLUMNS, CREATED, ICCID, OPENED


class Held:
    """A writer that waits to be let go, and may fail."""

    def __init__(self, trouble: Exception | None = None) -> None:
        self.go = threading.Event()
        self.written: list[Value] = []
        self.abandoned = self.finished = False
        self._trouble = trouble

    @property
    def left_out(self) -> int:
        return len(self.written)

    def write(self, rows: Sequence[Row]) -> None:
        self.write_columns(list(zip(*rows, strict=True)))

    def write_columns(self, columns: Sequence[Sequence[Value]]) -> None:
        assert self.go.wait(10)
        if self._trouble is not None:
            raise self._trouble
        self.written += columns[0]

    def finish(self, about: Sequence[tuple[str, str]], marker: Sequence[tuple[str, str]]) -> None:
        self.finished = True

    def abandon(self) -> None:
        self.abandoned = True


def test_it_is_the_same_file(tmp_path: Path) -> None:
    rows: list[Row] = [(ICCID, f"<{n}>\x00", n, n * 7, OPENED + n) for n in range(5_000)]
    path = tmp_path / "behind.xlsx"
    for name in ("behind", "alone"):
        with (tmp_path / f"{name}.xlsx").open("wb") as file:
            plain = XlsxWriter(file, COLUMNS, CREATED)
            writer = plain if name == "alone" else WriterBehind(plain)
            for start in range(0, len(rows), 700):
                writer.write(rows[start : start + 700])
            assert writer.left_out == 5_000
            writer.finish([], [])
    assert by_calamine(path) == by_calamine(tmp_path / "alone.xlsx")
    assert len(by_calamine(path)) == 5_001


def test_columns_come_in_their_order() -> None:
    stream = io.BytesIO()
    writer = WriterBehind(CsvWriter(stream, COLUMNS[:1]))
    for number in range(200):
        writer.write_columns([[f"{number}"]])
    writer.finish([], [])
    lines = stream.getvalue().decode("utf-8-sig").split()
    assert lines == ["ICCID", *map(str, range(200))]


def test_little_waits_to_be_written() -> None:
    held = Held()
    writer = WriterBehind(held)
    handed: list[int] = []

    def hand() -> None:
        for number in range(20):
            writer.write_columns([[number]])
            handed.append(number)

    reader = threading.Thread(target=hand)
    reader.start()
    reader.join(0.2)
    assert reader.is_alive()
    assert len(handed) <= 5
    held.go.set()
    reader.join(10)
    writer.finish([], [])
    assert held.written == list(range(20))
    assert held.finished


@pytest.mark.parametrize("end", ["write", "left_out"])
def test_what_the_writer_raises_is_raised_later(end: str) -> None:
    held = Held(OSError("no space"))
    writer = WriterBehind(held)
    writer.write_columns([[1]])
    held.go.set()
    with pytest.raises(OSError, match="no space"):
        if end == "write":
            for number in range(20):
                writer.write([(number,)])
        else:
            assert writer.left_out
    writer.abandon()
    assert (held.written, held.abandoned, held.finished) == ([], True, False)


def test_abandoned_it_writes_no_more() -> None:
    held = Held()
    writer = WriterBehind(held)
    for number in range(4):
        writer.write_columns([[number]])
    threading.Timer(0.1, held.go.set).start()
    writer.abandon()
    assert held.written in ([], [0])  # the one that was being written ends
    assert held.abandoned
    before = list(held.written)
    held.go.set()
    assert held.written == before
