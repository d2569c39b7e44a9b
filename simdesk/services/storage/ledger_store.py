"""Reading the ledger, and proving it: every act's money lies where its state says (4.9, I5).

The triggers of `triggers.py` write the entries. Two things they cannot know are added here, in
the transaction that settles an act: that less was charged than approved, or more.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    union_all,
)

from simdesk.models.ledger import (
    Balances,
    Cause,
    Entry,
    Imbalance,
    MoneyStanding,
    Side,
    side_of,
)
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money
from simdesk.models.periods import local, midnight
from simdesk.services.storage.codec import moment, seconds
from simdesk.services.storage.journal_tables import OPEN_ITEM
from simdesk.services.storage.tables import ledger, op_item, purchase

_DOUBTFUL = (ItemState.UNKNOWN.value, ItemState.NEEDS_HUMAN.value)
_SPENT, _BUDGET = Side.SPENT.value, Side.BUDGET.value
NET_SPENT: ColumnElement[int] = case(
    (ledger.c.credit == _SPENT, ledger.c.minor),
    (ledger.c.debit == _SPENT, -ledger.c.minor),
    else_=0,
)
"""What an entry adds to the side of spent money, or takes of it."""

# Reading


def balances(connection: Connection, currency: str = "CNY") -> Balances:
    """What lies on each side now."""
    lies = dict.fromkeys(Side, 0)
    for debit, credit, minor in connection.execute(
        select(ledger.c.debit, ledger.c.credit, func.sum(ledger.c.minor))
        .where(ledger.c.currency == currency)
        .group_by(ledger.c.debit, ledger.c.credit)
    ):
        lies[Side(debit)] -= minor
        lies[Side(credit)] += minor
    return Balances(
        *(Money(lies[side], currency) for side in (Side.RESERVED, Side.IN_FLIGHT, Side.SPENT))
    )


def spent_on(connection: Connection, at: datetime, currency: str = "CNY") -> Money:
    """What was spent so far on the business day of `at`; what came back is taken off."""
    asked = select(func.coalesce(func.sum(NET_SPENT), 0)).where(
        ledger.c.at >= seconds(midnight(local(at).date())), ledger.c.currency == currency
    )
    return Money(connection.execute(asked).scalar_one(), currency)


def standing(connection: Connection, at: datetime, currency: str = "CNY") -> MoneyStanding:
    """Money at a glance at `at`, without a cap."""
    lies = balances(connection, currency)
    doubts, doubtful = 0, 0
    for count, minor in connection.execute(
        union_all(
            *(
                select(func.count(), func.coalesce(func.sum(table.c.amount_minor), 0)).where(
                    which,
                    table.c.state.in_(_DOUBTFUL),
                    table.c.amount_minor > 0,
                    table.c.currency == currency,
                )
                for table, which in ((op_item, OPEN_ITEM), (purchase, literal(True)))
            )
        )
    ):
        doubts, doubtful = doubts + count, doubtful + minor
    return MoneyStanding(
        lies.reserved,
        lies.in_flight,
        spent_on(connection, at, currency),
        Money(doubtful, currency),
        doubts,
    )


def entries(connection: Connection, cause: Cause) -> tuple[Entry, ...]:
    """Every move of the money of an item or a purchase, in order."""
    asked = select(ledger).where(_of(cause)).order_by(ledger.c.id)
    return tuple(
        Entry(moment(row.at), Side(row.debit), Side(row.credit), Money(row.minor, row.currency))
        for row in connection.execute(asked)
    )


def _of(cause: Cause) -> ColumnElement[bool]:
    if cause.op_id is None:
        return ledger.c.serial == cause.serial
    return and_(ledger.c.op_id == cause.op_id, ledger.c.seq == cause.seq)


# Correcting


def put_charge(connection: Connection, cause: Cause, charged: Money, at: datetime) -> bool:
    """Let the ledger show what was charged for an act that is DONE: the rest goes back.

    Call it in the transaction that makes it DONE, after that. The approved amount of the act
    stays as it is. Doing it twice changes nothing. False where nothing had to be written; what
    was charged in another currency than approved is left to the comparison with the orders.
    """
    if cause.op_id is None:
        found = select(purchase.c.state, purchase.c.currency).where(
            purchase.c.serial == cause.serial
        )
    else:
        found = select(op_item.c.state, op_item.c.currency).where(
            op_item.c.op_id == cause.op_id, op_item.c.seq == cause.seq
        )
    row = connection.execute(found).one_or_none()
    if row is None or row.state != ItemState.DONE.value or row.currency != charged.currency:
        return False
    lies = sum(
        entry.money.minor * ((entry.credit is Side.SPENT) - (entry.debit is Side.SPENT))
        for entry in entries(connection, cause)
    )
    if lies == charged.minor:
        return False
    back = lies > charged.minor
    connection.execute(
        insert(ledger).values(
            at=seconds(at),
            debit=_SPENT if back else _BUDGET,
            credit=_BUDGET if back else _SPENT,
            minor=abs(lies - charged.minor),
            currency=charged.currency,
            op_id=cause.op_id,
            seq=cause.seq,
            serial=cause.serial,
        )
    )
    return True


def put_charges(
    connection: Connection, charges: Sequence[tuple[Cause, Money]], at: datetime
) -> None:
    """`put_charge` for many acts, in one transaction."""
    for cause, charged in charges:
        put_charge(connection, cause, charged, at)


# Proving


def imbalances(connection: Connection, limit: int = 100) -> tuple[Imbalance, ...]:
    """Items and purchases whose money does not lie on the side of their state; none may exist.

    Of an act that is DONE the approved amount must have reached `spent`; what `put_charge` added
    later may take of it, but never more than there is.
    """
    lines = union_all(*_expected(), *_found()).subquery()
    key = (lines.c.op_id, lines.c.seq, lines.c.serial, lines.c.side, lines.c.currency)
    expected, plain, whole, done = (
        func.sum(lines.c[name]) for name in ("expected", "plain", "whole", "done")
    )
    wrong = or_(
        and_(done > 0, or_(plain != expected, whole < 0)), and_(done == 0, whole != expected)
    )
    asked = (
        select(*key, expected.label("expected"), whole.label("whole"))
        .group_by(*key)
        .having(wrong)
        .order_by(*key)
        .limit(limit)
    )
    return tuple(
        Imbalance(
            Cause(row.op_id, row.seq, row.serial), Side(row.side), row.expected, row.whole,
            row.currency,
        )
        for row in connection.execute(asked)
    )  # fmt: skip


Line = Select[tuple[object, ...]]
_SIDES = {state.value: side_of(state).value for state in ItemState}


def _expected() -> Iterator[Line]:
    """Where the money of each act should lie by its state, as the models say it."""
    for table, cause in (
        (op_item, (op_item.c.op_id, op_item.c.seq, null().label("serial"))),
        (purchase, (null().label("op_id"), null().label("seq"), purchase.c.serial)),
    ):
        yield select(
            *cause,
            case(_SIDES, value=table.c.state).label("side"),
            table.c.currency,
            table.c.amount_minor.label("expected"),
            literal(0).label("plain"),
            literal(0).label("whole"),
            case((table.c.state == ItemState.DONE.value, 1), else_=0).label("done"),
        ).where(
            table.c.amount_minor > 0,
            table.c.state.in_([state for state, side in _SIDES.items() if side != _BUDGET]),
        )


def _found() -> Iterator[Line]:
    """Where it does lie: on each side what came minus what went, with and without corrections."""
    cause = (ledger.c.op_id, ledger.c.seq, ledger.c.serial)
    first = func.min(ledger.c.id).over(partition_by=cause)
    corrects = or_(
        and_(ledger.c.debit == _SPENT, ledger.c.credit == _BUDGET),
        and_(ledger.c.debit == _BUDGET, ledger.c.credit == _SPENT, ledger.c.id != first),
    )
    moves = select(
        *cause,
        ledger.c.debit,
        ledger.c.credit,
        ledger.c.currency,
        ledger.c.minor,
        case((corrects, 0), else_=ledger.c.minor).label("plain"),
    ).subquery()
    for side, sign in ((moves.c.credit, 1), (moves.c.debit, -1)):
        yield select(
            moves.c.op_id,
            moves.c.seq,
            moves.c.serial,
            side.label("side"),
            moves.c.currency,
            literal(0).label("expected"),
            (sign * moves.c.plain).label("plain"),
            (sign * moves.c.minor).label("whole"),
            literal(0).label("done"),
        ).where(side != _BUDGET)
