"""A desk with something to lose: operations in every state, purchases, a ledger and an audit."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from sqlalchemy import Connection, insert, update

from simdesk.models.audit import Audited
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money
from simdesk.services.storage import opening
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.engines import writer_engine
from simdesk.services.storage.journal_entry import NewItem, NewOperation, write_operation
from simdesk.services.storage.journal_seals import seal_settled
from simdesk.services.storage.tables import op_item, operation, purchase
from tests.factories import a_card_row, a_moment
from tests.services.storage.desk_file import put_rows

WORLD = "simulator:1"
CARDS = 24
NOW = 1_781_485_200
SETTLED = (ItemState.DONE, ItemState.FAILED, ItemState.NOT_APPLIED, ItemState.SKIPPED)
MOVING = (ItemState.PLANNED, ItemState.SENDING, ItemState.ACCEPTED, ItemState.UNKNOWN)
BOOKS = ("operation", "op_item", "purchase", "ledger", "audit")
"""Tables whose every row must be the same, or said not to be."""


def auditor() -> Auditor:
    return Auditor("lin", "desk-7", lambda: a_moment(2026, 6, 15, 9))


def make(path: Path) -> None:
    """Write the desk to `path` and leave it as a proper end does."""
    opening.create(path, WORLD)
    engine = writer_engine(path)
    try:
        with engine.begin() as connection:
            fill(connection)
        with engine.begin() as connection:
            assert seal_settled(connection, auditor()) == 4
        opening.mark_stopped(engine)
    finally:
        engine.dispose()


def make_alike(path: Path) -> None:
    """As `make`, each time the same to the byte: a case of damage replays only on the same file.

    Indexes are otherwise made in whatever order a set of them happens to have.
    """
    loose = path.with_name("loose.db")
    make(loose)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(f"PRAGMA application_id={opening.APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version={opening.SCHEMA}")
        raw.execute("ATTACH ? AS loose", (str(loose),))
        for kind in ("table", "index", "trigger"):
            asked = "SELECT name, sql FROM loose.sqlite_master WHERE type = ? AND sql NOT NULL"
            made = raw.execute(f"{asked} ORDER BY name", (kind,)).fetchall()
            for name, words in made:
                if not name.startswith("sqlite_"):
                    raw.execute(words)
                    if kind == "table":
                        raw.execute(f"INSERT INTO {name} SELECT * FROM loose.{name} ORDER BY 1")
    loose.unlink()
    engine = writer_engine(path)
    opening.mark_stopped(engine)
    engine.dispose()


def fill(connection: Connection) -> None:
    rows = [
        a_card_row(id=number, iccid=f"898600{number:014d}", instance_id=f"i{number}", tags=())
        for number in range(1, CARDS + 1)
    ]
    put_rows(connection, rows)
    serials = map("{:032x}".format, count(0x5EED0000))
    for number in range(1, 5):
        _operation(connection, f"settled{number}", SETTLED, "FINISHED", number % 2 == 0, serials)
    _operation(connection, "moving", MOVING, "RUNNING", True, serials)
    for number, state in enumerate((*SETTLED[:3], *MOVING[1:]), start=1):
        _purchase(connection, f"{number:032x}", state)


def _operation(
    connection: Connection,
    op_id: str,
    states: tuple[ItemState, ...],
    after: str,
    paid: bool,
    serials: Iterator[str],
) -> None:
    price = Money(1_250) if paid else None
    new = NewOperation(
        op_id,
        "renew" if paid else "suspend",
        "{}",
        2,
        "simulator",
        "demo",
        True,
        price,
        "lin",
        NOW,
        NOW + 86_400,
    )
    items = [NewItem(card, 1, next(serials), price) for card in range(1, CARDS + 1)]
    write_operation(connection, new, items)
    auditor().write(connection, Audited.OPERATION_STARTED, op_id, {"cards": CARDS})
    for seq in range(1, CARDS + 1):
        state = states[seq % len(states)]
        for step in _way(state):
            values = {"state": step.value, "sent_at": NOW + seq, "attempts": 1}
            if step is ItemState.DONE:
                values |= {"order_number": f"202606{seq:06d}", "settled_at": NOW + 60 + seq}
            if step is ItemState.FAILED:
                values |= {"code": "NoMoney", "reason": "The wallet is empty."}
            connection.execute(
                update(op_item).where(op_item.c.op_id == op_id, op_item.c.seq == seq).values(values)
            )
    connection.execute(update(operation).where(operation.c.id == op_id).values(state=after))


def _way(state: ItemState) -> tuple[ItemState, ...]:
    if state in (ItemState.PLANNED, ItemState.SENDING):
        return (state,)
    if state is ItemState.SKIPPED:
        return (state,)
    return (ItemState.SENDING, state)


def _purchase(connection: Connection, serial: str, state: ItemState) -> None:
    connection.execute(
        insert(purchase).values(
            serial=serial,
            account="demo",
            kind="enlarge_pool",
            command_json='{"voucher":"CM_UP_M_2_beika4"}',
            voucher="CM_UP_M_2_beika4",
            amount_minor=9_900,
            currency="CNY",
            before_json="{}",
            requested_by="lin",
            requested_at=NOW,
            state="SENDING",
        )
    )
    body = {
        "serial": serial,
        "kind": "enlarge_pool",
        "voucher": "CM_UP_M_2_beika4",
        "order": None,
        "amount_minor": 9_900,
        "currency": "CNY",
        "state": "SENDING",
        "code": None,
        "reason": None,
    }
    auditor().write(connection, Audited.PURCHASE_ASKED, "CM_UP_M_2_beika4", body)
    order = f"77{serial[-6:]}" if state is ItemState.DONE else None
    connection.execute(
        update(purchase)
        .where(purchase.c.serial == serial)
        .values(state=state.value, order_number=order, settled_at=NOW + 5)
    )
    body |= {"state": state.value, "order": order}
    auditor().write(connection, Audited.PURCHASE_ANSWERED, "CM_UP_M_2_beika4", body)
