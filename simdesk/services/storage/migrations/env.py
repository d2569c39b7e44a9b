"""Where Alembic finds the database: the engine that `upgrading` hands over."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

from alembic import context
from alembic.runtime.migration import MigrationContext, MigrationInfo
from sqlalchemy import Connection, Engine

from simdesk.services.storage.opening import SEALED
from simdesk.services.storage.tables import metadata


def run() -> None:
    """Run the migrations asked for, each in a transaction of its own."""
    engine = cast("Engine", context.config.attributes["engine"])
    with engine.connect() as connection, _unguarded(connection):
        context.configure(
            connection=connection,
            target_metadata=metadata,
            render_as_batch=True,
            transactional_ddl=True,
            transaction_per_migration=True,
            on_version_apply=_mark,
        )
        with context.begin_transaction():
            context.run_migrations()


@contextmanager
def _unguarded(connection: Connection) -> Iterator[None]:
    """Foreign keys are off meanwhile: else a table could not be copied and take its old name.

    Outside of any transaction, where alone it counts.
    """
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _mark(
    ctx: MigrationContext,
    step: MigrationInfo,
    heads: Collection[Any],
    run_args: Mapping[str, Any],
) -> None:
    """In the migration's own transaction: a program that dies after it does not come back here."""
    del heads, run_args
    assert ctx.connection is not None
    ctx.connection.exec_driver_sql(f"PRAGMA user_version={int(str(step.up_revision_id))}")
    # The seal was put on other tables; the next proper end makes a new one.
    ctx.connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (SEALED,))


run()
