"""An older world's file gets what newer worlds have: nothing that happened in it is changed."""

import sqlite3
from typing import Final

from simdesk.models.orders import ADD_ON_QUANTITIES, Money, OrderType
from simdesk.models.periods import Month
from simdesk.models.voucher import parse_voucher
from simdesk.services.providers.simulator import moments
from simdesk.services.providers.simulator.ledger import price_list
from simdesk.services.providers.simulator.pool_sizes import PoolUse, bought_sizes, units_bought
from simdesk.services.providers.simulator.pools import Pools
from simdesk.services.providers.simulator.reading import Reader
from simdesk.services.providers.simulator.schema import FORMAT, POOL_TABLES

_COLUMNS: Final = (
    "ALTER TABLE orders ADD COLUMN quantity INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE orders ADD COLUMN size_kb INTEGER NOT NULL DEFAULT 0",
)
_FIRST_ORDERS: Final = f"""
UPDATE orders SET quantity = counted.cards
FROM (SELECT order_number, count(*) AS cards FROM card GROUP BY order_number) AS counted
WHERE counted.order_number = orders.number AND kind = '{OrderType.NEW.value}'
"""
_PLANS: Final = """
SELECT o.number, o.voucher, o.minor, p.starts, p.ends, p.quota_kb
FROM plan p JOIN orders o ON o.number = p.order_number WHERE o.kind = ?
"""


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring the file to this program's format, in one transaction; a newer one is left alone.

    Raises sqlite3.OperationalError where it cannot be written; then it is as it was.
    """
    if connection.execute("PRAGMA user_version").fetchone()[0] >= FORMAT:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in (*_COLUMNS, *POOL_TABLES.split(";")):
            connection.execute(statement)
        _count_orders(connection)
        _fill_pools(connection)
        connection.execute(f"PRAGMA user_version = {FORMAT:d}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _count_orders(connection: sqlite3.Connection) -> None:
    """What each order was for, from the cards and plans it brought; a failed one brought none."""
    connection.execute(_FIRST_ORDERS)
    renewals = [
        (_periods(voucher, starts, ends), number)
        for number, voucher, _, starts, ends, _ in connection.execute(
            _PLANS, (OrderType.RENEW.value,)
        )
    ]
    connection.executemany("UPDATE orders SET quantity = ? WHERE number = ?", renewals)
    add_ons = [
        (*_packages(voucher, minor, quota_kb), number)
        for number, voucher, minor, _, _, quota_kb in connection.execute(
            _PLANS, (OrderType.FLOW_PLUS.value,)
        )
    ]
    connection.executemany("UPDATE orders SET quantity = ?, size_kb = ? WHERE number = ?", add_ons)


def _periods(voucher: str, starts: int, ends: int) -> int:
    """Billing cycles of a plan that was bought in a renewal."""
    first, last = (moments.month_number(Month.of(moments.day_of(day))) for day in (starts, ends))
    return max(1, (last - first + 1) // parse_voucher(voucher).cycle.months)


def _packages(voucher: str, minor: int, quota_kb: int) -> tuple[int, int]:
    """How many add-on packages of what size these KB were; the price tells where sizes do not."""
    prices, plan = price_list(), parse_voucher(voucher)
    possible = [
        (count, quota_kb // count)
        for count in ADD_ON_QUANTITIES
        if quota_kb % count == 0 and prices.add_on(plan, quota_kb // count) is not None
    ]
    for count, tier in possible:
        price = prices.add_on(plan, tier)
        if price is not None and price.times(count) == Money(minor):
            return count, tier
    return possible[0] if possible else (1, quota_kb)


def _fill_pools(connection: sqlite3.Connection) -> None:
    """Pools that bought as much as a new fleet's would have; earlier months stay untold."""
    meta = dict(connection.execute("SELECT name, value FROM meta").fetchall())
    today = moments.day_of(moments.day_at(int(meta["now"])))
    month, seed = moments.month_number(Month.of(today)), int(meta["seed"])
    vouchers = Reader(connection).vouchers
    pools = Pools(connection, vouchers, seed)
    found = [
        PoolUse(number, pools.used(number, 0, month - 1), pools.used(number, month, month),
                pools.active(number, month))
        for number, row in vouchers.items() if row.voucher.plan_type.pooled
    ]  # fmt: skip
    sizes = bought_sizes(seed, found, today.day - 1, Month.of(today).days)
    connection.executemany(
        "INSERT INTO pool VALUES (?, ?, ?)",
        [(pool.number, sizes[pool.number], pool.spent_kb) for pool in found],
    )
    connection.executemany(
        "INSERT INTO function_fee VALUES (?, ?, ?)",
        [(number, month, units) for number, units in units_bought(seed, found).items()],
    )
