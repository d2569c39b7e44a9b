"""The reading process, done here: what it is asked, and every word that it answers."""

import io
import json
import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from simdesk.models.errors import KnownError
from simdesk.models.periods import Month
from simdesk.models.sheet_mapping import MappedColumn, Mapping
from simdesk.models.sheets import Cell, OwnMark, Rejection, SheetRejectedError
from simdesk.models.texts import text
from simdesk.services.apart import POSSIBLE
from simdesk.services.providers.review_file import read_review
from simdesk.services.reviewing.child import MEMORY, PROCESSOR, run, serve
from simdesk.services.reviewing.messages import (
    Failed,
    Filled,
    FirstRows,
    Message,
    Ordering,
    Rejected,
    RowsRead,
    Understood,
    line_of,
    message_of,
)
from simdesk.services.reviewing.request import Request
from simdesk.services.reviewing.sources import Opening
from simdesk.services.reviewing.troubles import FailedError, heard_of, told_of, trouble_of
from simdesk.services.storage import opening
from simdesk.services.storage.verification import verify_file
from tests.factories import a_moment
from tests.services.reviewing.sheet_source import ListedSource

MARK = OwnMark("demo", 7, a_moment(), (Month(2026, 5), Month(2026, 6)), False, 1, "")
TITLES = ("ICCID", "MSISDN", "Tags", "Remarks", "20260601", "20260602", "202606")


def iccid(number: int) -> str:
    return f"8986032144{number:010d}"


def a_row(number: int) -> Sequence[Cell]:
    return (iccid(number), "1440000000001, 1440000000002", "a, b", f"r{number}", "1", None, "1")


def giving(source: ListedSource) -> Opening:
    @contextmanager
    def opening(path: Path) -> Iterator[ListedSource]:
        yield source

    return opening


def served(opening: Opening, request: Request, *, copying: bool = False) -> list[Message]:
    answers = io.StringIO()
    serve(opening, io.StringIO(request.to_line() + "\ngo on\n"), answers, copying=copying)
    return [message_of(line) for line in answers.getvalue().splitlines()]


def asked(tmp_path: Path, mapping: Mapping | None = None) -> Request:
    path = tmp_path / "cards.xlsx"
    path.touch()
    os.utime(path, (a_moment().timestamp(),) * 2)
    return Request(path, tmp_path, "spreadsheet:1", mapping)


def test_a_request_is_one_line() -> None:
    mapping = Mapping(("x",), 0, (MappedColumn(0, "iccid"),))
    for request in (Request(Path("卡.csv")), Request(Path("a"), Path("b"), "id", mapping)):
        assert "\n" not in request.to_line()
        assert Request.of_line(request.to_line()) == request


def test_it_tells_what_is_in_a_file() -> None:
    source = ListedSource({"A": [["x"]], "B": [TITLES, a_row(1)], "C": []}, own=MARK)
    (told,) = served(giving(source), Request(Path("x.xlsx")))
    assert isinstance(told, Understood)
    assert told.own == MARK
    assert told.what.own
    assert told.what.mapping.sheets == ("B",)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bounds")
@pytest.mark.parametrize(("most", "memory"), [(-1, MEMORY), (MEMORY - 1, None)])
def test_it_bounds_itself_before_it_reads(
    most: int, memory: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    bounds: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", bounds.__setitem__)
    monkeypatch.setattr(resource, "getrlimit", lambda which: (most, most))
    answers = io.StringIO()
    asks = io.StringIO(Request(Path("x.xlsx")).to_line() + "\n")
    assert run(giving(ListedSource({"B": [TITLES, a_row(1)]})), asks, answers) == 0
    assert isinstance(message_of(answers.getvalue()), Understood)
    wanted = None if memory is None else (memory, most)
    assert bounds.get(resource.RLIMIT_AS) == wanted, "what is less already stays"
    assert bounds[resource.RLIMIT_CPU] == (PROCESSOR, PROCESSOR)


@pytest.mark.parametrize("copying", [False, POSSIBLE])
def test_it_fills_a_review(tmp_path: Path, *, copying: bool) -> None:
    rows = [TITLES, *map(a_row, range(6_000)), a_row(1), ("x",), (), (iccid(6001), 144.0)]
    source = ListedSource({"Cards": rows, "Cards 2": [TITLES, a_row(7_000)]}, own=MARK, chunk=5_500)
    told = served(giving(source), asked(tmp_path), copying=copying)
    assert isinstance(told[0], FirstRows)
    assert isinstance(told[1], RowsRead)
    assert isinstance(told[-2], Ordering)
    assert told[-2].done == told[-2].total
    assert told[-1] == Filled()
    review = read_review(tmp_path)
    assert (review.rows, review.refused_rows, review.refused_cells) == (6_002, 2, 1)
    assert [(one.sheet, one.cell) for one in review.refused] == [
        ("Cards", "A6003"),
        ("Cards", "A6002"),
        ("Cards", "B6005"),
    ]
    assert review.own == MARK
    assert (review.at, review.account, review.skipped_totals) == (a_moment(), "demo", 1)
    assert review.starts == (("Cards", 0), ("Cards 2", 6_005))
    assert review.place_of(6_007) == ("Cards 2", 2)
    with closing(sqlite3.connect(tmp_path / "desk.db")) as raw:
        assert raw.execute("SELECT count(*) FROM card_number").fetchone() == (4 * 6_001 // 2,)
        assert raw.execute("SELECT count(*) FROM card_tag").fetchone() == (2 * 6_001,)
        days = raw.execute("SELECT month, days FROM usage WHERE card_id = 2").fetchone()
    assert days == (202606, (1024).to_bytes(4, "little") + b"\xff" * 120)


def schema(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'")
        return set(rows)


def test_in_the_end_it_is_a_desk_like_any_other(tmp_path: Path) -> None:
    served(giving(ListedSource({"x": [TITLES, a_row(1)]})), asked(tmp_path))
    opening.create(tmp_path / "new.db", "another")
    more = schema(tmp_path / "desk.db") - schema(tmp_path / "new.db")
    assert {name for name, _ in more} == {"review_wish"}
    assert schema(tmp_path / "new.db") <= schema(tmp_path / "desk.db")
    assert not verify_file(tmp_path / "desk.db")


def test_a_foreign_file_is_as_old_as_its_last_change(tmp_path: Path) -> None:
    served(giving(ListedSource({"x": [TITLES, a_row(1)]})), asked(tmp_path))
    review = read_review(tmp_path)
    assert (review.at, review.account) == (a_moment(), "cards.xlsx")


def test_a_csv_of_ours_is_known_by_its_titles(tmp_path: Path) -> None:
    from simdesk.services.spreadsheets.reading.csv_text import OWN_TITLES

    row = [iccid(1), *[None] * (len(OWN_TITLES) - 1)]
    row[OWN_TITLES.index("Tags")] = '"a, b", c；d'
    source = ListedSource({"cards": [OWN_TITLES, row]}, format="csv")
    (told,) = served(giving(source), Request(Path("x.csv")))
    assert isinstance(told, Understood)
    assert told.what.own
    served(giving(source), asked(tmp_path))
    with closing(sqlite3.connect(tmp_path / "desk.db")) as raw:
        assert raw.execute("SELECT name FROM tag ORDER BY id").fetchall() == [("a, b",), ("c；d",)]


@pytest.mark.parametrize(
    ("tables", "why"),
    [
        ({}, Rejection.EMPTY),
        ({"x": [(), (None, "")]}, Rejection.EMPTY),
        ({"x": [("Name",), ("y",)]}, Rejection.NO_CARDS),
        ({"x": [TITLES]}, Rejection.EMPTY),
        ({"x": [("ICCID",), ("y",)]}, Rejection.NO_CARDS),
        ({"x": [("ICCID",), (date(2026, 1, 3),)]}, Rejection.NUMBER_FOR_ID),
    ],
)
def test_what_it_refuses(
    tmp_path: Path, tables: dict[str, list[Sequence[Cell]]], why: Rejection
) -> None:
    told = served(giving(ListedSource(tables)), asked(tmp_path))[-1]
    assert isinstance(told, Rejected)
    assert isinstance(told.error, SheetRejectedError)
    assert told.error.why is why
    assert not (tmp_path / "review.json").exists()


def test_a_folder_that_is_not_there_is_the_disks_trouble(tmp_path: Path) -> None:
    request = Request(asked(tmp_path).path, tmp_path / "gone", "spreadsheet:1")
    told = served(giving(ListedSource({"x": [TITLES, a_row(1)]})), request)[-1]
    assert isinstance(told, Rejected)
    assert not isinstance(told.error, SheetRejectedError)


def test_mistakes_of_ours_are_told_by_their_place() -> None:
    @contextmanager
    def opening(path: Path) -> Iterator[ListedSource]:
        raise ZeroDivisionError("the words of the file")
        yield

    (told,) = served(opening, Request(Path("x")))
    assert isinstance(told, Failed)
    assert "ZeroDivisionError at" in told.where
    assert "the words" not in told.where


def test_nobody_listens() -> None:
    class Closed(io.StringIO):
        def write(self, words: str) -> int:
            raise BrokenPipeError

    source = ListedSource({"x": [TITLES]})
    assert serve(giving(source), io.StringIO(Request(Path("x")).to_line()), Closed()) == 1


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (SheetRejectedError(Rejection.LOCKED, text("a"), text("b"), cell="B2"), Rejected, "a b"),
        (KnownError(text("a {b}", b=text("c"))), Rejected, "a c"),
        (MemoryError(), Rejected, "memory"),
        (FailedError("there:1"), Failed, "there:1"),
        (ValueError("secret"), Failed, "ValueError at"),
    ],
)
def test_troubles_come_through_a_pipe(error: Exception, kind: type[Message], words: str) -> None:
    trouble = trouble_of(error, "x.csv")
    assert isinstance(trouble, kind)
    assert words in str(heard_of(told_of(error)))
    assert json.loads(line_of(trouble))["kind"] == kind.__name__


def test_what_is_no_trouble_is_one_nevertheless() -> None:
    assert isinstance(heard_of(line_of(Filled())), FailedError)
    with pytest.raises(ValueError, match="Strange"):
        message_of('{"kind": "Strange"}')
