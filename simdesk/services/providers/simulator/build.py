"""Build a world file: deterministic by its plan, complete or not there at all."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.providers.simulator import chance, moments, schema
from simdesk.services.providers.simulator.arrivals import Arrivals
from simdesk.services.providers.simulator.catalog import STOCKS
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.providers.simulator.ledger import Purchases
from simdesk.services.providers.simulator.pool_past import PoolPast

CHUNK: Final = 5_000
EDITION: Final = 2
"""Grows when the same plan comes to build another world: names tell the two apart."""
Progress = Callable[[int, int], None]


def build_world(path: Path, plan: FleetPlan, progress: Progress | None = None) -> None:
    """Write the world of `plan` to `path`; `progress` hears cards done and cards in all.

    The file appears only once it is complete; an existing one is replaced. Raises KnownError for
    a full disk or a folder that may not be written to.
    """
    partial = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(partial, plan, progress)
        partial.replace(path)
    except (OSError, sqlite3.OperationalError) as problem:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "The fleet cannot be written to “{path}”: {why}."),
                path=str(path),
                why=str(problem),
            ),
            text(QT_TRANSLATE_NOOP("trade", "Check the folder and the free space on its disk.")),
        ) from problem
    finally:
        if partial.exists():
            partial.unlink()


def _write(path: Path, plan: FleetPlan, progress: Progress | None) -> None:
    path.unlink(missing_ok=True)
    connection = schema.create(path)
    try:
        _fill(connection, plan, progress)
    finally:
        connection.close()


def world_id(plan: FleetPlan) -> str:
    """The same plan gives the same world, so it also gives the same name."""
    words = f"world {EDITION} {plan.cards} {plan.profile} {plan.restless} {plan.past_months}"
    return f"{chance.key(plan.seed, words):016x}"


def _fill(connection: sqlite3.Connection, plan: FleetPlan, progress: Progress | None) -> None:
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO meta VALUES (?, ?)",
        [
            ("world", world_id(plan)),
            ("seed", str(plan.seed)),
            ("cards", str(plan.cards)),
            ("profile", plan.profile.value),
            ("restless", str(plan.restless)),
            ("months", str(plan.past_months)),
            ("now", str(moments.seconds(moments.START))),
            ("raised_percent", "0"),
        ],
    )
    connection.executemany(
        "INSERT INTO voucher VALUES (?, ?, ?, 1)",
        [
            (number + 1, stock.voucher.text, stock.limit_mb * 1024)
            for number, stock in enumerate(STOCKS)
        ],
    )
    purchases, pools = Purchases(plan), PoolPast(plan.seed, plan.past_months)
    for first in range(1, plan.cards + 1, CHUNK):
        ids = np.arange(first, min(first + CHUNK, plan.cards + 1), dtype=np.int64)
        Arrivals(connection, plan, ids, purchases, pools).write()
        if progress is not None:
            progress(int(ids[-1]), plan.cards)
    pools.write(connection, purchases)
    purchases.write(connection)
    connection.execute("COMMIT")
