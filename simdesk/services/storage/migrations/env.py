"""Where Alembic finds the database: the engine that `upgrading` hands over."""

from typing import cast

from alembic import context
from sqlalchemy import Engine

from simdesk.services.storage.tables import metadata


def run() -> None:
    """Run the migrations asked for, each in a transaction of its own."""
    engine = cast("Engine", context.config.attributes["engine"])
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=metadata,
            render_as_batch=True,
            transactional_ddl=True,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
