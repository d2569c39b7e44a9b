"""Lines about cards in a file of their own."""

import sqlite3
from pathlib import Path

import pytest

from simdesk.models.errors import KnownError
from simdesk.models.sheet_lines import LineKind, LineQuestion, SheetLine
from simdesk.models.texts import text
from simdesk.services.storage.sheet_lines import LineStore

EVERY = LineQuestion()


def test_lines_come_back_as_they_went(tmp_path: Path) -> None:
    lines = [
        SheetLine(LineKind.GONE, "89860321000000015668", card_id=7),
        SheetLine(LineKind.CHANGED, "8986", "usage", 0, 2**40, 2**40, 7),
        SheetLine(LineKind.CHANGED, "8986", "remark", "", "a'b\nc\u0000😀", None, 7),
        SheetLine(
            LineKind.REFUSED,
            "",
            "limit",
            None,
            None,
            row=17,
            cell="C17",
            reason=text("{what} is {how}", what=text("A {thing}", thing="limit"), how=3),
        ),
    ]
    store = LineStore(tmp_path)
    store.put(lines[:2])
    store.put(lines[2:])
    store.finish()
    found = store.lines(EVERY, {})
    assert found[:3] == tuple(lines[:3])
    assert str(found[3].reason) == "A limit is 3"
    assert tuple(store.all(EVERY, {})) == found
    assert store.count(LineQuestion(LineKind.CHANGED), {}) == 2
    store.close()
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_two_in_one_folder_do_not_meet(tmp_path: Path) -> None:
    stores = [LineStore(tmp_path) for _ in range(2)]
    stores[0].put([SheetLine(LineKind.GONE, "1")])
    assert [store.count(EVERY, {}) for store in stores] == [1, 0]
    for store in stores:
        store.close()


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    store = LineStore(tmp_path)
    (file,) = tmp_path.iterdir()
    store._raw.execute("PRAGMA max_page_count = 3")
    lines = [SheetLine(LineKind.GONE, "1" * 1_000) for _ in range(100)]
    with pytest.raises(KnownError, match="disk is full"):
        store.put(lines)
    store.close()
    assert not file.exists()


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        LineStore(tmp_path / "gone")


def test_a_mistake_of_ours_stays_one(tmp_path: Path) -> None:
    store = LineStore(tmp_path)
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.count(EVERY, {})
