"""The audit's chain: whole ones are silent, every way of tampering is named where it begins."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from simdesk.models.audit import Audited, AuditHead
from simdesk.models.audit_chain import Anchor, Breach, Broken
from simdesk.models.errors import KnownError
from simdesk.services.storage import audit_store, audit_verify, opening
from simdesk.services.storage.audit_store import GENESIS, NewRecord
from simdesk.services.storage.audit_verify import Row, verify_rows
from simdesk.services.storage.engines import writer_engine
from tests.factories import a_moment

Table = list[list[Any]]
N, AT, WHO, HOST, ACT, SUBJECT, BODY, PREV, H = range(9)


def chain(count: int, start: int = 1, prev: str = GENESIS, who: str = "lin") -> Table:
    """Records that follow each other, as plain rows."""
    rows: Table = []
    for number in range(start, start + count):
        told = (1_781_000_000 + number, who, "desk-7", "remark_edited", f"card {number}", "{}")
        h = audit_store.digest(prev, (number, *told))
        rows.append([number, *told, prev, h])
        prev = h
    return rows


def anchor(rows: Table, number: int, why: str = "closed") -> Anchor:
    return Anchor(AuditHead(number, rows[number - 1][H]), a_moment(), why)


def broken(rows: Table, *anchors: Anchor) -> Broken:
    found = verify_rows(rows, anchors).broken
    assert found is not None
    return found


# Silence


@given(st.integers(0, 30), st.data())
def test_a_whole_chain_and_its_anchors_agree(count: int, data: st.DataObject) -> None:
    rows = chain(count)
    noted = data.draw(st.lists(st.integers(1, count), max_size=5)) if count else []
    verdict = verify_rows(rows, [anchor(rows, number) for number in noted])
    assert verdict.whole
    assert verdict.anchors == len(noted)
    assert verdict.head == AuditHead(count, rows[-1][H] if rows else GENESIS)


# Tampering


@given(st.integers(1, 20), st.data())
def test_what_was_altered_is_named(count: int, data: st.DataObject) -> None:
    rows = chain(count)
    place = data.draw(st.integers(0, count - 1))
    column = data.draw(st.sampled_from([AT, WHO, HOST, ACT, SUBJECT, BODY, H]))
    other: list[Any] = [7, "", "anna", None, b"lin", "\udce4"]
    rows[place][column] = data.draw(st.sampled_from(other))
    assert broken(rows) == Broken(place + 1, Breach.ALTERED)


@given(st.integers(2, 20), st.data())
def test_what_was_removed_is_named(count: int, data: st.DataObject) -> None:
    rows = chain(count)
    place = data.draw(st.integers(0, count - 2))
    del rows[place : place + data.draw(st.integers(1, count - 1 - place))]
    assert broken(rows) == Broken(place + 1, Breach.MISSING)


@given(st.integers(2, 20), st.data())
def test_what_changed_places_is_named(count: int, data: st.DataObject) -> None:
    rows = chain(count)
    one, other = sorted(
        data.draw(st.lists(st.integers(0, count - 1), min_size=2, max_size=2, unique=True))
    )
    rows[one][AT:], rows[other][AT:] = rows[other][AT:], rows[one][AT:]
    assert broken(rows) == Broken(one + 1, Breach.UNLINKED)


@given(st.integers(1, 20), st.data())
def test_an_end_that_was_cut_off_is_named(count: int, data: st.DataObject) -> None:
    rows = chain(count)
    noted = anchor(rows, data.draw(st.integers(1, count)))
    left = data.draw(st.integers(0, noted.head.number - 1))
    assert verify_rows(rows[:left]).whole, "a chain alone cannot know"
    assert broken(rows[:left], noted) == Broken(left + 1, Breach.CUT_OFF, None, noted)


@given(st.integers(2, 20), st.data())
def test_an_end_that_was_written_anew_is_named_between_its_anchors(
    count: int, data: st.DataObject
) -> None:
    rows = chain(count)
    first = data.draw(st.integers(1, count))
    sure = data.draw(st.integers(0, first - 1))
    noted = data.draw(st.integers(first, count))
    anchors = [anchor(rows, number) for number in (noted, sure) if number]
    head = rows[first - 2][H] if first > 1 else GENESIS
    forged = rows[: first - 1] + chain(count - first + 1, first, head, who="anna")
    assert verify_rows(forged).whole, "a chain alone cannot know"
    found = broken(forged, *anchors)
    assert found == Broken(noted, Breach.REWRITTEN, sure + 1, anchors[0])


def test_one_record_written_anew_breaks_the_link_behind_it() -> None:
    rows = chain(5)
    rows[2] = chain(1, 3, rows[1][H], who="anna")[0]
    assert broken(rows) == Broken(4, Breach.UNLINKED)


def test_a_record_slipped_in_before_the_first_is_named() -> None:
    rows = chain(3)
    assert broken([[0, *rows[0][AT:]], *rows]) == Broken(0, Breach.UNLINKED)


def test_the_last_of_several_anchors_tells_how_much_was_cut_off() -> None:
    rows = chain(9)
    noted = [anchor(rows, 3), anchor(rows, 9, "backup"), anchor(rows, 6)]
    found = broken(rows[:4], *noted)
    assert found == Broken(5, Breach.CUT_OFF, None, noted[1])
    assert str(found.words) == (
        f"Records from 5 on were cut off: record 9 was noted (backup, {a_moment()})."
    )


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            Broken(1_204, Breach.ALTERED),
            "Record 1,204 was altered: its digest does not fit what it tells.",
        ),
        (Broken(7, Breach.MISSING), "Record 7 is missing."),
        (Broken(7, Breach.UNLINKED), "Record 7 does not follow from record 6."),
        (Broken(7, Breach.UNREADABLE), "Record 7 cannot be read: the file is damaged."),
    ],
)
def test_a_break_says_itself(found: Broken, words: str) -> None:
    assert str(found.words) == words


# Files


@contextmanager
def a_desk(folder: Path, count: int) -> Iterator[Path]:
    """A desk's file with so many records, closed."""
    path = folder / "desk.db"
    opening.create(path, "world-1")
    engine = writer_engine(path)
    try:
        with engine.begin() as connection:
            fill(connection, count)
    finally:
        engine.dispose()
    yield path


def fill(connection: Connection, count: int) -> None:
    for number in range(count):
        told = NewRecord(number, "lin", "desk-7", Audited.TAGS_EDITED, "8986", {"after": ["é"]})
        audit_store.append(connection, told)


def tamper(path: Path, *statements: str) -> None:
    """Change the file as somebody with a database tool would, the triggers out of the way."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TRIGGER kept_audit_update")
        raw.execute("DROP TRIGGER kept_audit_delete")
        for words in statements:
            raw.execute(words)
        raw.commit()


def test_a_file_is_walked_without_being_opened_as_a_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(audit_verify, "_CHUNK", 5)
    with a_desk(tmp_path, 12) as path:
        before = path.read_bytes()
        verdict = audit_verify.verify_file(path, progress=lambda *moved: told.append(moved))
        assert verdict.whole
        assert verdict.head.number == 12
        assert told == [(5, 12), (10, 12)]
        assert path.read_bytes() == before
        assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE audit SET subject = '8987' WHERE n = 5", Broken(5, Breach.ALTERED)),
        ("UPDATE audit SET at = 'noon' WHERE n = 5", Broken(5, Breach.ALTERED)),
        ("UPDATE audit SET who = CAST(X'E4' AS TEXT) WHERE n = 5", Broken(5, Breach.ALTERED)),
        ("UPDATE audit SET who = X'6C696E' WHERE n = 5", Broken(5, Breach.ALTERED)),
        ("DELETE FROM audit WHERE n = 5", Broken(5, Breach.MISSING)),
        ("UPDATE audit SET prev = h WHERE n = 5", Broken(5, Breach.UNLINKED)),
        ("UPDATE audit SET n = n + 100 WHERE n = 5", Broken(5, Breach.MISSING)),
    ],
)
def test_a_file_that_was_tampered_with(tmp_path: Path, statement: str, found: Broken) -> None:
    with a_desk(tmp_path, 12) as path:
        tamper(path, statement)
        assert audit_verify.verify_file(path).broken == found


def test_a_damaged_page_is_a_broken_record(tmp_path: Path) -> None:
    with a_desk(tmp_path, 400) as path:
        (page,) = _pages(path)[-1:]
        data = bytearray(path.read_bytes())
        data[page * 4096 - 4096 : page * 4096] = b"\xff" * 4096
        path.write_bytes(data)
        found = audit_verify.verify_file(path).broken
        assert found is not None
        assert found.breach is Breach.UNREADABLE
        assert 300 < found.number <= 400


def _pages(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as raw:
        try:
            asked = "SELECT pageno FROM dbstat WHERE name = 'audit' AND pagetype = 'leaf'"
            return [page for (page,) in raw.execute(asked)]
        except sqlite3.OperationalError:
            pytest.skip("this SQLite does not tell pages")


KINDS = ("flip", "zero", "cut", "swap")


@pytest.mark.parametrize("kind", KINDS)
def test_no_damage_to_a_record_is_taken_for_whole(tmp_path: Path, kind: str) -> None:
    """Whatever happens to the file: the same records, a named one, or a refusal in words."""
    chance = Random(KINDS.index(kind))
    with a_desk(tmp_path, 120) as path:
        sound = path.read_bytes()
        records = _records(path)
        noted = [Anchor(AuditHead(120, records[-1][H]), a_moment(), "closed")]
        found: Counter[str] = Counter()
        for _ in range(250):
            path.write_bytes(_harmed(sound, kind, chance))
            found[_looked_at(path, noted, records)] += 1
    assert found["named"] > 10, found
    assert sum(found.values()) == 250


def _harmed(sound: bytes, kind: str, chance: Random) -> bytes:
    data, place = bytearray(sound), chance.randrange(len(sound))
    page, other = (chance.randrange(len(sound) // 4096) * 4096 for _ in range(2))
    if kind == "flip":
        data[place] ^= 1 << chance.randrange(8)
    elif kind == "zero":
        data[place : place + 64] = bytes(min(64, len(sound) - place))
    elif kind == "cut":
        del data[place:]
    else:
        data[page : page + 4096], data[other : other + 4096] = (
            data[other : other + 4096],
            data[page : page + 4096],
        )
    return bytes(data)


def _looked_at(path: Path, noted: list[Anchor], records: list[Row]) -> str:
    try:
        verdict = audit_verify.verify_file(path, noted)
    except KnownError:
        return "refused"
    if verdict.whole:
        assert _records(path) == records, "a damaged record was taken for whole"
    return "whole" if verdict.whole else "named"


def _records(path: Path) -> list[Row]:
    with closing(opening.looked_into(path)) as raw:
        raw.execute("PRAGMA writable_schema=ON")
        return [tuple(row) for row in raw.execute(audit_verify._ROWS)]


def test_what_no_desk_is_cannot_be_verified(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with pytest.raises(KnownError, match="could not be read"):
        audit_verify.verify_file(path)
    path.write_bytes(b"SQLite format 3\0" + bytes(200))
    with pytest.raises(KnownError, match="another program"):
        audit_verify.verify_file(path)


def test_a_desk_of_an_older_simdesk_has_no_audit(tmp_path: Path) -> None:
    with a_desk(tmp_path, 0) as path:
        tamper(path, "DROP TABLE audit")
        with pytest.raises(KnownError, match="has no audit"):
            audit_verify.verify_file(path)


@pytest.mark.parametrize("who", ["line\nfeed", "\0", "\ud800", "\N{SNOWMAN}"])
def test_whatever_is_written_verifies(tmp_path: Path, who: str) -> None:
    with a_desk(tmp_path, 0) as path:
        engine = writer_engine(path)
        with engine.begin() as connection:
            body = {"after": {who: [who, 1, None, True]}}
            told = NewRecord(1, who, who, Audited.TAG_CHANGED, who, body)
            audit_store.append(connection, told)
            audit_store.append(connection, told)
        with engine.connect() as connection:
            assert audit_verify.verify(connection).head.number == 2
        engine.dispose()
        assert audit_verify.verify_file(path).whole


def test_an_open_desk_is_verified_with_its_anchors(tmp_path: Path) -> None:
    with a_desk(tmp_path, 9) as path:
        engine = writer_engine(path)
        with engine.connect() as connection:
            rows: list[Row] = list(map(tuple, connection.exec_driver_sql(audit_verify._ROWS)))
            table = [list(row) for row in rows]
            noted = [anchor(table, 3), anchor(table, 9)]
            assert audit_verify.verify(connection, noted).whole
            later = Anchor(AuditHead(12, "0" * 64), a_moment() + timedelta(1), "backup")
            found = audit_verify.verify(connection, [*noted, later]).broken
            assert found == Broken(10, Breach.CUT_OFF, None, later)
            forged = Anchor(AuditHead(5, "0" * 64), a_moment(), "backup")
            found = audit_verify.verify(connection, [*noted, forged]).broken
            assert found == Broken(5, Breach.REWRITTEN, 4, forged)
        engine.dispose()
        tamper(path, "DELETE FROM audit WHERE n = 3")
        with closing(sqlite3.connect(path)):
            engine = writer_engine(path)
            with engine.connect() as connection:
                found = audit_verify.verify(connection, noted).broken
                assert found is not None
                assert (found.number, found.breach) == (3, Breach.MISSING)
            engine.dispose()


@settings(max_examples=25)
@given(st.lists(st.text(max_size=8), min_size=1, max_size=6))
def test_canonical_json_is_one_spelling(keys: list[str]) -> None:
    straight = {key: place for place, key in enumerate(keys)}
    turned = dict(reversed(straight.items()))
    assert audit_store.canonical(straight) == audit_store.canonical(turned)
