"""Cards as an export reads them, against the same cards read one by one in plain SQL."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select, update

from simdesk.models.periods import Month
from simdesk.services.export_columns import FIELDS
from simdesk.services.storage import export_reading, export_usage
from simdesk.services.storage.tables import card, card_tag, tag, usage
from tests.factories import a_card_row
from tests.services.storage.desk_file import memory_engine, put_rows
from tests.strategies import odd_text

MONTHS = (Month(2026, 5), Month(2026, 6))
UNKNOWN = 0xFFFFFFFF
CARDS = 7

day = st.one_of(st.just(UNKNOWN), st.integers(0, UNKNOWN - 1))
months = st.dictionaries(
    st.tuples(st.integers(1, CARDS), st.sampled_from((202604, 202605, 202606))),
    st.lists(day, min_size=31, max_size=31),
    max_size=12,
)
remarks = st.lists(odd_text, min_size=CARDS, max_size=CARDS)


def by_sql(connection: Connection, card_id: int, *, daily: bool) -> list[Any] | None:
    """One card's values in the order of an export; None for one that is gone."""
    fields = {name: one for name, one in export_reading.CARD_FIELDS.items() if name != "tags"}
    asked = select(*(one.label(name) for name, one in fields.items())).where(card.c.id == card_id)
    row = connection.execute(asked).mappings().one_or_none()
    if row is None:
        return None
    named = select(tag.c.name).join(card_tag).where(card_tag.c.card_id == card_id)
    tags = connection.scalars(named.order_by(tag.c.name)).all()
    told = dict(row) | {"tags": "\n".join(tags) if tags else None}
    values = [told[name] for name in FIELDS]
    known = [days_of(connection, card_id, month) for month in MONTHS]
    totals = [[kb for kb in one if kb is not None] for one in known]
    values += [sum(one) if one else None for one in totals]
    if daily:
        for one, month in zip(known, MONTHS, strict=True):
            values += one[: month.days]
    return values


def days_of(connection: Connection, card_id: int, month: Month) -> list[int | None]:
    held = (usage.c.card_id == card_id) & (usage.c.month == int(str(month)))
    stored = connection.scalar(select(usage.c.days).where(held))
    if stored is None:
        return [None] * 31
    return [None if kb == UNKNOWN else int(kb) for kb in np.frombuffer(stored, "<u4")]


def read(connection: Connection, ids: Sequence[int], *, daily: bool) -> list[list[Any]]:
    chunks = export_reading.columns(connection, ids, FIELDS, MONTHS, daily=daily)
    return [list(row) for chunk in chunks for row in zip(*chunk.columns, strict=True)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    remarks=remarks,
    known=months,
    tagged=st.sets(st.tuples(st.integers(1, CARDS), st.integers(1, 3))),
    ids=st.lists(st.integers(1, CARDS + 2), max_size=12),
    daily=st.booleans(),
    chunk=st.sampled_from((1, 3, 500)),
    ahead=st.sampled_from((1, 4, 500)),
)
def test_every_value_is_what_plain_sql_says(
    desk: Connection,
    monkeypatch: pytest.MonkeyPatch,
    remarks: list[str],
    known: dict[tuple[int, int], list[int]],
    tagged: set[tuple[int, int]],
    ids: list[int],
    daily: bool,
    chunk: int,
    ahead: int,
) -> None:
    monkeypatch.setattr(export_reading, "CHUNK", chunk)
    monkeypatch.setattr(export_usage, "_AHEAD", 2 * ahead)
    monkeypatch.setattr(export_usage, "_STEP", max(chunk, 2))
    with desk.begin_nested() as once:
        put_rows(desk, [a_card_row(id=n, instance_id=f"{n}", tags=()) for n in range(1, CARDS + 1)])
        for number, remark in enumerate(remarks, 1):
            desk.execute(update(card).where(card.c.id == number).values(remark=remark))
        for number, name in enumerate(("b,c", "depot", "北京"), 1):
            desk.execute(insert(tag).values(id=number, name=name))
        for card_id, tag_id in tagged:
            desk.execute(insert(card_tag).values(card_id=card_id, tag_id=tag_id))
        for (card_id, month), days in known.items():
            blob = np.array(days, "<u4").tobytes()
            desk.execute(insert(usage).values(card_id=card_id, month=month, days=blob))
        wanted = [by_sql(desk, one, daily=daily) for one in ids]
        assert read(desk, ids, daily=daily) == [one for one in wanted if one is not None]
        once.rollback()


def test_the_oldest_usage_of_a_chunk_is_told() -> None:
    engine = memory_engine()
    with engine.begin() as desk:
        put_rows(desk, [a_card_row(id=n, instance_id=f"{n}") for n in (1, 2, 3)])
        for number, moment in ((1, 300), (2, 100), (3, 200)):
            desk.execute(update(card).where(card.c.id == number).values(usage_as_of=moment))
        for ids, oldest in (((1, 2, 3), 100), ((3, 1), 200), ((1,), 300)):
            (chunk,) = export_reading.columns(desk, ids, ("iccid",), (), daily=False)
            assert chunk.as_of == oldest
        assert list(export_reading.columns(desk, (9,), ("iccid",), (), daily=False)) == []
    engine.dispose()


def test_another_order_of_rows_in_sqlite_changes_nothing() -> None:
    assert export_reading._places([7, 8, 9], [7, 8, 9]) is None
    assert export_reading._places([7, 8, 9], [9, 1, 7]) == {0: 2, 2: 0}
