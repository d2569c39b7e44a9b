"""A filter in SQL finds what its Python twin finds (issue: Done when 5)."""

from collections.abc import Iterator

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from simdesk.models.card import CardRow
from simdesk.models.filters import CardFilter, Sort
from simdesk.services.storage import card_store
from tests.services.storage.desk_file import memory_engine, put_rows
from tests.strategies import card_rows, filters

COUNT = 8
IDS = tuple(range(1, COUNT + 1))


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    made = memory_engine()
    yield made
    made.dispose()


def found(connection: Connection, question: CardFilter, sort: Sort | None = None) -> list[int]:
    return list(card_store.ids(connection, question, sort or Sort()))


fleets = st.tuples(*(card_rows(card_id) for card_id in IDS))


@given(fleet=fleets, asked=st.lists(filters(IDS), min_size=6, max_size=6))
@settings(max_examples=60, phases=[Phase.explicit, Phase.generate])
def test_sql_and_python_agree_on_random_filters(
    engine: Engine, fleet: tuple[CardRow, ...], asked: list[CardFilter]
) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        put_rows(connection, fleet)
        for question in asked:
            by_python = sorted(row.id for row in fleet if question.matches(row))
            assert sorted(found(connection, question)) == by_python, question
        transaction.rollback()
