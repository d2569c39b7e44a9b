"""After a restore the desk may not know what it has sent since: all that waited is in doubt (4.1).

An item that is PLANNED in the backup may have been sent after it. So it becomes what a take-over
makes of it: UNKNOWN, sent at the earliest when the backup was made, answered at the latest now.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, func, insert, literal, select, update

from simdesk.models.audit import Audited
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.dialect import upsert
from simdesk.services.storage.journal_tables import OPEN_STATES
from simdesk.services.storage.restore_files import RESTORED, Restored
from simdesk.services.storage.tables import attempt, meta, op_item, operation, purchase

_RUNNING = select(operation.c.id).where(operation.c.state.in_(("RUNNING", "STOPPING")))


def restored(connection: Connection) -> Restored | None:
    """What the file says of its restore; None for a desk that was not restored, or is compared."""
    words = connection.scalar(select(meta.c.value).where(meta.c.key == RESTORED))
    return None if words is None else Restored.from_json(words)


def note(connection: Connection, state: Restored) -> None:
    told = {"key": RESTORED, "value": state.to_json()}
    connection.execute(upsert(meta, ("key",), ("value",)), told)


def forget(connection: Connection, auditor: Auditor, body: Mapping[str, object]) -> None:
    """The desk was compared with the provider, with this result."""
    connection.execute(delete(meta).where(meta.c.key == RESTORED))
    auditor.write(connection, Audited.SAFE_MODE_LEFT, "desk", body)


def doubt(connection: Connection, since: Restored, now: int, why: str, auditor: Auditor) -> int:
    """Make everything that may have been sent since the backup UNKNOWN. Returns how many items.

    What waits for a time that has not come cannot have been sent, but may have been revoked: it
    is held. Where another item keeps the card, the second is WITHDRAWN, for `why`.
    """
    at = seconds(since.at)
    connection.execute(
        update(operation)
        .where(operation.c.id.in_(_RUNNING), operation.c.not_before > now)
        .values(hold="PAUSED", hold_reason=why)
    )
    waiting = _RUNNING.where(func.coalesce(operation.c.not_before, 0) <= now)
    found = connection.execute(
        select(op_item.c.op_id, op_item.c.seq, op_item.c.card_id, op_item.c.attempts)
        .where(op_item.c.state == "PLANNED", op_item.c.op_id.in_(waiting))
        .order_by(op_item.c.op_id, op_item.c.seq)
    ).all()
    kept = set(
        connection.scalars(select(op_item.c.card_id).where(op_item.c.state.in_(OPEN_STATES)))
    )
    doubtful = 0
    for op_id, seq, card_id, attempts in found:
        this = update(op_item).where(op_item.c.op_id == op_id, op_item.c.seq == seq)
        if card_id in kept:
            connection.execute(this.values(state="WITHDRAWN", settled_at=now, reason=why))
            continue
        kept.add(card_id)
        doubtful += 1
        # Through SENDING, as every item that is in doubt; its money goes the same way.
        connection.execute(this.values(state="SENDING", sent_at=at, attempts=attempts + 1))
        tried = {"op_id": op_id, "seq": seq, "n": attempts + 1, "started_at": at}
        connection.execute(
            insert(attempt).values(tried | {"ended_at": now, "outcome": "interrupted"})
        )
        connection.execute(this.values(state="UNKNOWN", reason=why))
    note(connection, Restored(since.at, doubted=True))
    body = {"made": at, "in_doubt": doubtful}
    auditor.write(connection, Audited.BACKUP_RESTORED, "desk", body)
    return doubtful


def unknown_orders(
    connection: Connection, orders: Sequence[tuple[str, str | None]]
) -> frozenset[str]:
    """Numbers of those orders (number, serial) that no item and no purchase of the desk made."""
    return frozenset(
        number for number, serial in orders if not _made_here(connection, number, serial)
    )


def _made_here(connection: Connection, number: str, serial: str | None) -> bool:
    for table in (op_item, purchase):
        ours = table.c.order_number == number
        if serial is not None:
            ours |= table.c.serial == serial
        if connection.scalar(select(literal(1)).where(ours).limit(1)) is not None:
            return True
    return False
