"""Rows as they were put in, results in order, sums, keys, known values, numbers looked up."""

import dataclasses
import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, func, select, text

from simdesk.models.actions import ActionKey
from simdesk.models.card import CardRow
from simdesk.models.filters import CardFilter, Direction, Sort
from simdesk.models.status import SpecificStatus
from simdesk.models.voucher import Carrier, PlanType
from simdesk.services.storage import card_store
from simdesk.services.storage.dialect import id_list
from simdesk.services.storage.id_lists import ids_of
from tests.factories import a_card_row, a_moment, a_sub_card, some_details
from tests.services.storage.desk_file import detailed_at, memory_engine, put_operation, put_rows
from tests.strategies import card_rows


@pytest.fixture
def engine() -> Iterator[Engine]:
    made = memory_engine()
    yield made
    made.dispose()


@pytest.fixture
def desk(engine: Engine) -> Iterator[Connection]:
    with engine.begin() as connection:
        yield connection


def as_stored(row: CardRow) -> CardRow:
    """Tags of the desk come sorted."""
    stamps = dataclasses.replace(row.stamps, detailed_at=detailed_at(row))
    return dataclasses.replace(row, tags=tuple(sorted(row.tags)), stamps=stamps)


@given(fleet=st.tuples(*(card_rows(number) for number in range(1, 5))))
@settings(max_examples=20)
def test_rows_come_back_as_they_were_put_in(fleet: tuple[CardRow, ...]) -> None:
    engine = memory_engine()
    with engine.begin() as connection:
        put_rows(connection, fleet)
        assert card_store.rows(connection, [3, 1, 99, 4, 2]) == tuple(
            as_stored(fleet[number - 1]) for number in (3, 1, 4, 2)
        )
    engine.dispose()


def test_a_smart_card_comes_with_its_sub_cards(desk: Connection) -> None:
    channels = (
        a_sub_card(),
        a_sub_card(iccid="8986004", carrier=Carrier.CTCC, msisdns=(), ips=("1.2.3.4", "1.2.3.5")),
    )
    smart = a_card_row(
        carrier=Carrier.VNO,
        msisdns=("1460993000001", "1460993000002"),
        details=some_details(sub_cards=channels),
    )
    plain = a_card_row(id=2, instance_id="2", details=some_details())
    put_rows(desk, [smart, plain])
    assert card_store.rows(desk, [1, 2]) == (smart, plain)


def test_a_card_shows_the_action_of_its_open_operation_only(desk: Connection) -> None:
    rows = [a_card_row(id=number, instance_id=str(number)) for number in (1, 2, 3)]
    put_rows(desk, rows)
    put_operation(desk, rows[0], "renew", "DONE")
    put_operation(desk, rows[0], "suspend", "SENDING")
    put_operation(desk, rows[1], "renew", "PLANNED")
    assert [row.pending for row in card_store.rows(desk, [1, 2, 3])] == ["suspend", None, None]


def test_the_whole_result_keeps_the_order_of_the_sort(desk: Connection) -> None:
    # group_concat promises no order; SQLite keeps it for an ordered subquery, which this watches.
    chance = random.Random(7)
    fleet = [
        a_card_row(
            id=number,
            instance_id=str(number),
            iccid=f"8986{chance.randrange(10**16):016d}",
            cycle_usage_kb=chance.randrange(50),
            remark=chance.choice(("", "a", "B", "c")),
        )
        for number in range(1, 3001)
    ]
    put_rows(desk, fleet)
    by_iccid = [row.id for row in sorted(fleet, key=lambda row: row.facts.iccid)]
    by_usage = [row.id for row in sorted(fleet, key=lambda row: (row.facts.cycle_usage_kb, row.id))]
    assert list(card_store.ids(desk, CardFilter(), Sort())) == by_iccid
    assert list(card_store.ids(desk, CardFilter(), Sort("usage"))) == by_usage
    down = Sort("remark", Direction.DESCENDING)
    first = card_store.first(desk, CardFilter(), down, 200)
    assert [row.id for row in first] == list(card_store.ids(desk, CardFilter(), down))[:200]


def test_ids_come_whole_however_many(desk: Connection) -> None:
    count = 60_000  # more than one piece of text
    numbers = select(
        func.json_each(id_list(range(count))).table_valued("value").c.value.label("id")
    )
    assert ids_of(desk, numbers).tolist() == list(range(count))
    assert list(card_store.ids(desk, CardFilter(), Sort())) == []


def test_sums_name_the_oldest_reading(desk: Connection) -> None:
    put_rows(
        desk,
        [
            a_card_row(cycle_usage_kb=5, usage_as_of=a_moment(2026, 6, 15)),
            a_card_row(id=2, instance_id="2", cycle_usage_kb=7, usage_as_of=a_moment(2026, 6, 13)),
            a_card_row(id=3, instance_id="3", cycle_usage_kb=11),
        ],
    )
    assert card_store.sums(desk, [1, 2]) == card_store.Sums(2, 12, a_moment(2026, 6, 13))
    assert card_store.sums(desk, [3]) == card_store.Sums(1, 11, a_moment(2026, 6, 15))
    assert card_store.sums(desk, []) == card_store.Sums(0, 0, None)


def test_large_selections_are_summed_in_chunks(
    desk: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_store, "CHUNK", 2)
    put_rows(desk, [a_card_row(id=n, instance_id=str(n), cycle_usage_kb=n) for n in range(1, 6)])
    assert card_store.sums(desk, [1, 2, 3, 4, 5]).usage_kb == 15
    assert sum(card_store.keys(desk, [5, 4, 3, 2, 1]).values()) == 5


def test_a_selection_is_counted_by_what_a_verdict_reads(desk: Connection) -> None:
    fleet = [
        a_card_row(),
        a_card_row(id=2, instance_id="2", remark="another"),
        a_card_row(id=3, instance_id="3", specific=200, auto_renew=True),
        a_card_row(
            id=4, instance_id="4", specific=999, carrier=Carrier.VNO, plan_type=PlanType.UPG
        ),
        a_card_row(id=5, instance_id="5", specific=40, cancellation_due=True),
    ]
    put_rows(desk, fleet)
    assert card_store.keys(desk, [1, 2, 3, 4, 5, 77]) == {
        ActionKey(SpecificStatus.IN_USE, PlanType.SC): 2,
        ActionKey(SpecificStatus.MANUAL, PlanType.SC, auto_renew=True): 1,
        ActionKey(None, PlanType.UPG, smart=True): 1,
        ActionKey(SpecificStatus.STOPPED, PlanType.SC, cancellation_due=True): 1,
    }


def test_the_total_leaves_cancelled_cards_out(desk: Connection) -> None:
    put_rows(desk, [a_card_row(), a_card_row(id=2, instance_id="2", specific=50)])
    assert card_store.total(desk) == 1


def test_known_values_are_those_in_use_and_every_tag(desk: Connection) -> None:
    put_rows(
        desk,
        [
            a_card_row(apn="cmiot", tags=("depot", "north")),
            a_card_row(id=2, instance_id="2", apn="", tags=("depot",)),
            a_card_row(id=3, instance_id="3", apn="ctnet", plan_type=PlanType.UP),
        ],
    )
    desk.execute(text("INSERT INTO tag (name) VALUES ('unused')"))
    assert card_store.known(desk, "apn") == ("cmiot", "ctnet")
    assert card_store.known(desk, "tag") == ("depot", "north", "unused")
    assert card_store.known(desk, "pool") == ("beika4",)
    assert card_store.known(desk, "usage") == ()


def test_numbers_of_any_kind_find_their_cards(desk: Connection) -> None:
    fleet = [
        a_card_row(
            iccid="898600MFSSYYGXXXXXX1", msisdns=("1440993000001",), imsis=("460081937000001",)
        ),
        a_card_row(id=2, iccid="89860321000000015669", instance_id="2", msisdns=("1440993000001",)),
        a_card_row(
            id=3,
            iccid="89860321000000015669",
            instance_id="3",
            msisdns=(),
            imsis=(),
            specific=50,
            details=some_details(imei="490154203237519"),
        ),
    ]
    put_rows(desk, fleet)
    asked = [
        "898600MFSSYYGXXXXXX1",
        "1440993000001",
        "460081937000001",
        "490154203237519",
        "8986032100000001566",
        "89860321000000015669",
        "1000000000000",
    ]
    found, cancelled = card_store.by_numbers(desk, asked)
    assert found == {
        "898600MFSSYYGXXXXXX1": {1},
        "1440993000001": {1, 2},
        "460081937000001": {1, 2},
        "490154203237519": {3},
        "8986032100000001566": {2, 3},
        "89860321000000015669": {2, 3},
    }
    assert cancelled == {3}
    assert card_store.by_numbers(desk, []) == ({}, frozenset())


def test_tags_are_counted_over_any_number_of_cards(desk: Connection) -> None:
    fleet = [
        a_card_row(id=number, instance_id=str(number), tags=tags)
        for number, tags in enumerate((("depot", "north"), ("depot",), (), ("test",)), start=1)
    ]
    put_rows(desk, fleet)
    assert card_store.tag_counts(desk, [1, 2, 3, 99]) == {"depot": 2, "north": 1}
    assert card_store.tag_counts(desk, range(1, 45_000)) == {"depot": 2, "north": 1, "test": 1}
    assert card_store.tag_counts(desk, []) == {}
