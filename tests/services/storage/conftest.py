"""The desk's database as most tests of stores want it: in memory, empty, and empty again after."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine

from tests.services.storage.desk_file import memory_engine


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    made = memory_engine()
    yield made
    made.dispose()


@pytest.fixture
def desk(engine: Engine) -> Iterator[Connection]:
    """Whatever a test writes here is taken back when it ends."""
    with engine.connect() as connection, connection.begin() as transaction:
        yield connection
        transaction.rollback()
