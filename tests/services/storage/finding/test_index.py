"""The index finds what SQL finds, orders as it orders, counts as it counts, after writes too."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, delete, insert, select, update

from simdesk.models.card import CardRow
from simdesk.models.filters import AS_LISTED, CardFilter, Operator, Sort, SortKey, Term
from simdesk.models.value_counts import GROUPED, CountOrder
from simdesk.services.storage import card_store, listing_store
from simdesk.services.storage.finding.columns import NOTHING
from simdesk.services.storage.finding.finder import Finder
from simdesk.services.storage.finding.index import CardIndex
from simdesk.services.storage.finding.pairs import SINGLE, paired, texts_of
from simdesk.services.storage.grouping import value_counts
from simdesk.services.storage.tables import card, card_tag, tag
from tests.factories import fleet_of
from tests.services.storage.desk_file import put_rows
from tests.strategies import card_rows, filters, sorts

CARDS = 8
IDS = tuple(range(1, CARDS + 1))
EVERYTHING = CardFilter((Term("cancelled", Operator.ANY_OF, ("any",)),))
QUICK = [Phase.explicit, Phase.generate]
fleets = st.tuples(*(card_rows(card_id) for card_id in IDS))
copies = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), min_size=1, max_size=6)


def loaded(connection: Connection) -> Finder:
    """A finder that was loaded, and hears of what is written to this connection."""
    finder = Finder()
    finder.index.watch(connection)
    committed(finder.index, connection)  # what other tests left noted
    assert finder.load(connection)
    return finder


def committed(index: CardIndex, connection: Connection) -> None:
    """What the database does at the end of each transaction."""
    act = index.gather(connection)
    if act is not None:
        act()


def check(finder: Finder, connection: Connection, asked: Sequence[tuple[CardFilter, Sort]]) -> None:
    for question, sort in asked:
        by_sql = card_store.ids(connection, question, sort)
        assert finder.ids(connection, question, sort) == by_sql, (question, sort)
        first = card_store.first(connection, question, sort, 3)
        assert finder.first(connection, question, sort, 3) == first
        assert finder.sums(connection, by_sql) == card_store.sums(connection, by_sql)
        assert finder.keys(connection, by_sql) == card_store.keys(connection, by_sql)
    assert finder.total(connection) == card_store.total(connection)
    question, sort = asked[0]
    check_counts(finder, connection, question, list(card_store.ids(connection, question, sort)))


def check_counts(
    finder: Finder, connection: Connection, question: CardFilter, ids: list[int]
) -> None:
    for place, field in enumerate(GROUPED):
        if (place + len(ids)) % 3:
            continue  # a third of the fields each time: other examples count the others
        how = {"descending": bool(place % 2), "limit": (1_000, 2)[len(ids) % 2]}
        order = list(CountOrder)[(place + len(ids)) % 3]
        for cards in (question, ids):
            asked = connection, cards, field, order
            assert finder.value_counts(*asked, **how) == value_counts(*asked, **how), field  # type: ignore[arg-type]


questions = st.lists(st.tuples(filters(IDS), sorts()), min_size=4, max_size=8)


@given(fleet=fleets, asked=questions)
@settings(max_examples=20, phases=QUICK)
def test_index_and_sql_agree(
    engine: Engine, fleet: tuple[CardRow, ...], asked: list[tuple[CardFilter, Sort]]
) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        put_rows(connection, fleet)
        finder = loaded(connection)
        check(finder, connection, asked)
        transaction.rollback()


@given(fleet=fleets, pairs=copies, asked=questions, grown=st.booleans())
@settings(max_examples=20, phases=QUICK)
def test_they_agree_after_writes(
    engine: Engine,
    fleet: tuple[CardRow, ...],
    pairs: list[tuple[int, int]],
    asked: list[tuple[CardFilter, Sort]],
    grown: bool,
) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        put_rows(connection, fleet)
        finder = loaded(connection)
        check(finder, connection, asked)  # so that answers and orders are kept
        for target, source in pairs:
            become(connection, target, source)
        if grown:
            another(connection, fleet[0].account)
        committed(finder.index, connection)
        assert finder.index.ready
        check(finder, connection, asked)
        transaction.rollback()


OWN = {"id", "account", "iccid", "instance_id"}


def become(connection: Connection, target: int, source: int) -> None:
    """Card `target` gets everything of card `source` but its identity."""
    names = [column.name for column in card.columns if column.name not in OWN]
    values = connection.execute(
        select(*(card.c[name] for name in names)).where(card.c.id == source)
    ).one()
    connection.execute(
        update(card).where(card.c.id == target).values(dict(zip(names, values, strict=True)))
    )
    listing_store.index_numbers(connection, [target])
    tags = connection.scalars(select(card_tag.c.tag_id).where(card_tag.c.card_id == source)).all()
    if target != source:
        connection.execute(delete(card_tag).where(card_tag.c.card_id == target))
        for tag_id in tags:
            connection.execute(insert(card_tag).values(card_id=target, tag_id=tag_id))


def another(connection: Connection, account: str) -> None:
    """A card that is listed for the first time."""
    (row,) = fleet_of({"iccid": "89860329990000000017", "instance_id": "new"})
    listing_store.put_listing(connection, account, [row.facts], row.stamps.listed_at)


def test_a_pasted_list_keeps_its_order_and_names_each_once(desk: Connection) -> None:
    put_rows(desk, fleet_of(*({"remark": str(number)} for number in range(6))))
    finder = loaded(desk)
    for listed in ((5, 2, 5, 99, 1), (), (99,), (-1, 3)):
        question = CardFilter(card_ids=listed)
        check(finder, desk, [(question, AS_LISTED), (question, Sort("remark"))])


def test_more_cards_than_are_sorted_by_themselves(
    desk: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simdesk.services.storage.finding.order.SOME", 1)
    put_rows(desk, fleet_of(*({"remark": word} for word in ("b", "", "A", "a", "", "ä", "B"))))
    finder = loaded(desk)
    asked = [(EVERYTHING, Sort("remark")), (CardFilter(), Sort("iccid"))]
    check(finder, desk, asked)
    desk.execute(update(card).where(card.c.id == 2).values(remark="aa"))
    committed(finder.index, desk)
    check(finder, desk, asked)


@given(fleet=fleets, pairs=copies, asked=questions)
@settings(max_examples=10, phases=QUICK)
def test_orders_of_all_cards_are_those_of_the_database(
    engine: Engine,
    fleet: tuple[CardRow, ...],
    pairs: list[tuple[int, int]],
    asked: list[tuple[CardFilter, Sort]],
) -> None:
    by_texts = [(EVERYTHING, Sort(field, second=SortKey("iccid"))) for field in SINGLE]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("simdesk.services.storage.finding.order.SOME", 1)
        patched.setattr("simdesk.services.storage.finding.finder.SOME", 1)
        with engine.connect() as connection, connection.begin() as transaction:
            put_rows(connection, fleet)
            finder = loaded(connection)
            finder.get_ready(connection)
            check(finder, connection, [*asked, *by_texts])
            for target, source in pairs:
                become(connection, target, source)
            committed(finder.index, connection)
            check(finder, connection, [*by_texts, *asked])
            transaction.rollback()


def test_numbers_and_tags_that_come_twice_count_once(desk: Connection) -> None:
    numbers = ("1064\n1065\n1064", "1065", "1066\n1064", "")
    put_rows(desk, fleet_of(*({"remark": str(place)} for place in range(len(numbers)))))
    for card_id, lines in enumerate(numbers, 1):
        desk.execute(update(card).where(card.c.id == card_id).values(msisdns=lines))
    listing_store.index_numbers(desk, range(1, len(numbers) + 1))
    for tag_id, (name, cards) in enumerate({"b": (1, 2), "B": (2, 4), "c": (1,)}.items(), 901):
        desk.execute(insert(tag).values(id=tag_id, name=name))
        desk.execute(insert(card_tag), [{"card_id": one, "tag_id": tag_id} for one in cards])
    finder = loaded(desk)
    for field in ("msisdn", "tag"):
        for cards in ([1, 2, 3, 4], [1, 4], [3], []):
            asked = desk, cards, field, CountOrder.VALUE
            found = finder.value_counts(*asked, descending=False, limit=9)
            assert found == value_counts(*asked, descending=False, limit=9), (field, cards)


def test_a_text_that_changed_since_it_was_counted_is_told_as_it_is_now(desk: Connection) -> None:
    put_rows(desk, fleet_of({"remark": "old"}))
    desk.execute(update(card).values(msisdns="1064\n1065"))
    both = paired(desk, "msisdn")
    desk.execute(update(card).values(msisdns="1066"))
    assert texts_of(desk, "msisdn", both, [0, 1]) == ["1066", "1066"]


def test_cards_that_came_behind_the_question_are_left_out(desk: Connection) -> None:
    put_rows(desk, fleet_of({"remark": "b"}, {"remark": "a"}, {"remark": "B"}))
    all_three = paired(desk, "remark")
    assert all_three.cards.tolist() == [2, 3, 1]
    assert all_three.of(np.array([False, True, True])).tolist() == [0, 2]
    assert all_three.ranks(3).tolist() == [NOTHING, 2, 1]


def test_what_was_read_while_a_card_changed_is_not_kept(desk: Connection) -> None:
    put_rows(desk, fleet_of({"remark": "a"}, {"remark": "b"}))
    finder = loaded(desk)
    order, sort = finder.index._orders, Sort("remark")
    stamp = order.stamp(sort)
    desk.execute(update(card).where(card.c.id == 1).values(remark="c"))
    committed(finder.index, desk)
    order.put(sort, finder.index.ids(desk, EVERYTHING, Sort()), stamp)  # type: ignore[arg-type]
    assert order.get(sort) is None


def test_writes_while_loading_are_taken_in(
    desk: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_rows(desk, fleet_of({"remark": "old"}, {"remark": "other"}))
    index = CardIndex()
    index.watch(desk)
    committed(index, desk)
    from simdesk.services.storage.finding import reading

    whole = reading.slices

    def slices(connection: Connection, last: int) -> object:
        yield from list(whole(connection, last))
        connection.execute(update(card).where(card.c.id == 1).values(remark="new"))
        committed(index, connection)

    monkeypatch.setattr(reading, "slices", slices)
    assert index.load(desk)
    new = CardFilter((Term("remark", Operator.CONTAINS, ("new",)),))
    found = index.ids(desk, new, Sort())
    assert found is not None
    assert found.tolist() == [1]


def test_when_too_much_changed_the_database_is_asked(
    desk: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simdesk.services.storage.finding.touched.MOST", 1)
    put_rows(desk, fleet_of({"remark": "a"}, {"remark": "b"}))
    finder = Finder()
    finder.index.watch(desk)
    committed(finder.index, desk)
    assert finder.load(desk)
    desk.execute(update(card).values(remark="c"))
    committed(finder.index, desk)
    assert not finder.index.ready
    check(finder, desk, [(EVERYTHING, Sort("remark"))])
    assert finder.load(desk)
    check(finder, desk, [(EVERYTHING, Sort("remark"))])
