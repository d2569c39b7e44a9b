"""A world file of the first format opens: what was in it stays, what is new is added.

`world_format_1.db.gz` was written by the program of that time: 40 cards, seed 6, lived until
12 August 2026 with three top-ups on 20 June and one that the wallet did not cover.
"""

import gzip
import sqlite3
from pathlib import Path

import pytest

from simdesk.models.account_commands import AddCards, EnlargePool
from simdesk.models.errors import KnownError
from simdesk.models.orders import OrderState, OrderType
from simdesk.models.outcomes import Done
from simdesk.models.periods import Month
from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.services.providers.simulator import FleetPlan
from simdesk.services.providers.simulator.schema import FORMAT
from simdesk.services.providers.simulator.world import World
from tests.services.providers.test_pools import read
from tests.services.providers.worlds import PLENTY, Hands, built, seconds

OLD = Path(__file__).with_name("world_format_1.db.gz")
AUGUST = Month(2026, 8)
POOL = "CU_UP_M_2_north"
NEW_TABLES = {"pool", "function_fee", "pool_month"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "world.db"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    return path


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    names = [name for (name,) in connection.execute(listed).fetchall()]
    found = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    connection.close()
    return found


def schema_of(path: Path) -> list[tuple[object, ...]]:
    """Columns and indexes, whatever words made them."""
    connection = sqlite3.connect(path)
    found = connection.execute(
        'SELECT m.type, m.name, c.cid, c.name, c.type, c."notnull", c.pk FROM sqlite_master m'
        " LEFT JOIN pragma_table_info(m.name) c WHERE m.name NOT LIKE 'sqlite_%'"
        " ORDER BY m.type, m.name, c.cid"
    ).fetchall()
    found += connection.execute("PRAGMA user_version").fetchall()
    connection.close()
    return found


def test_it_was_an_old_one(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()
    assert not NEW_TABLES & set(tables(path))


def test_nothing_that_was_in_it_is_changed(path: Path) -> None:
    before = tables(path)
    World(path).close()
    after = tables(path)
    assert set(after) == set(before) | NEW_TABLES
    for name, rows in before.items():
        assert [row[: len(rows[0])] for row in after[name]] == rows, name


def test_it_is_built_like_a_new_one(path: Path, tmp_path: Path) -> None:
    World(path).close()
    new = tmp_path / "new.db"
    new.write_bytes(built(FleetPlan(13)))
    assert schema_of(path) == schema_of(new)


def test_opening_it_again_adds_nothing(path: Path) -> None:
    World(path).close()
    first = tables(path)
    World(path).close()
    assert tables(path) == first


def test_old_orders_say_what_they_were_for(path: Path) -> None:
    world = World(path)
    orders, _ = world.reader.orders(seconds(2026, 6, 20), 0, 99)
    told = [(one.kind, one.state, one.quantity, one.size_kb) for one in reversed(orders)]
    assert told == [
        (OrderType.RENEW, OrderState.COMPLETED, 3, None),
        (OrderType.FLOW_PLUS, OrderState.COMPLETED, 2, 100 * KB_PER_MB),
        (OrderType.RENEW, OrderState.COMPLETED, 2, None),  # of a yearly plan
        (OrderType.RENEW, OrderState.FAILURE, 1, None),
        (OrderType.AUTO_RENEW, OrderState.COMPLETED, 1, None),
    ]
    older, _ = world.reader.orders(0, 0, 99)
    cards = [one.facts.order_number for one in Hands(world).readings()]
    for order in older:
        if order.kind is OrderType.NEW:
            assert order.quantity == max(1, cards.count(order.number))
    world.close()


def test_its_pools_have_believable_sizes(path: Path) -> None:
    world = World(path)
    readings = Hands(world).readings()
    months = list(Month(2025, 6).until(AUGUST))
    usage = world.reader.usage([one.facts.ref for one in readings], months, world.today)
    pools = [row.voucher.text for row in world.reader.vouchers.values()
             if row.voucher.plan_type.pooled]  # fmt: skip
    for words in pools:
        told = read(world, words, AUGUST)
        spent = sum(
            month.total_kb
            for one in readings
            if one.facts.voucher == words and one.facts.activated_at is not None
            for month in usage[one.facts.ref].months
        )
        assert told.grand_used_kb == spent
        assert (told.grand_total_kb or 0) >= 10 * KB_PER_MB
        number = world.reader.numbered(words)
        assert number is not None
        assert world.pools.reading(number, Month(2026, 7), world.today) is None
    assert sum(read(world, words, AUGUST).outside_kb > 0 for words in pools) == 1
    assert any(read(world, words, AUGUST).function_fees_exceeded for words in pools)
    world.close()


def test_it_lives_on_and_sells(path: Path) -> None:
    world = World(path)
    hands = Hands(world)
    hands.world.transact(lambda: world.till.set_balance(100_000, world.at))
    assert isinstance(hands.send(EnlargePool(POOL, 10 * KB_PER_GB, PLENTY)), Done)
    assert isinstance(hands.send(AddCards(POOL, 2, PLENTY)), Done)
    hands.go_to(2026, 9, 2)
    assert world.cards == 42
    assert read(world, POOL, AUGUST).cards_total == 7
    assert read(world, POOL, Month(2026, 9)).grand_total_kb == (
        read(world, POOL, AUGUST).grand_total_kb
    )
    world.close()


def test_an_upgrade_that_fails_leaves_the_old_file(path: Path) -> None:
    in_the_way = "CREATE TABLE pool_month (words TEXT)"
    connection = sqlite3.connect(path)
    connection.execute(in_the_way)
    connection.close()
    before = tables(path)
    with pytest.raises(KnownError, match="pool_month already exists"):
        World(path)
    assert tables(path) == before
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE pool_month")
    connection.close()
    World(path).close()
    assert schema_of(path)[-1] == (FORMAT,)
