"""Seals: what makes states, order numbers and amounts of settled operations provable.

When nothing of an operation is open any more, a digest of its rows goes into the audit, whose
chain proves it. What still moves is sealed when the desk is closed (`closing_seal`). The columns
are named here, so that a later schema does not break an older seal.
"""

import sqlite3
from typing import Final

from sqlalchemy import Connection

from simdesk.models.audit import Audited
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.journal_tables import OPEN_STATES
from simdesk.services.storage.plan_hash import plan_digest
from simdesk.services.storage.row_digest import RowDigest

FORM: Final = 1
"""Which columns a seal covers; another selection is another form."""
OPERATION: Final = (
    "id", "action", "request_json", "risk", "provider", "account", "simulated", "plan_hash",
    "amount_minor", "currency", "requested_by", "requested_at", "state", "stop_requested", "hold",
    "hold_reason", "not_before", "send_until", "reverses", "reason",
)  # fmt: skip
ITEM: Final = (
    "seq", "card_id", "iccid", "instance_id", "serial", "expect_version", "amount_minor",
    "currency", "state", "sent_at", "next_try_at", "settled_at", "order_number", "code", "reason",
    "attempts", "replaces_op", "replaces_seq", "before_json",
)  # fmt: skip
LEDGER: Final = (
    "id", "at", "debit", "credit", "minor", "currency", "op_id", "seq", "serial",
)  # fmt: skip
PURCHASE: Final = (
    "serial", "account", "kind", "command_json", "voucher", "order_number", "amount_minor",
    "currency", "before_json", "requested_by", "requested_at", "state", "settled_at", "code",
    "reason",
)  # fmt: skip

_MOVING: Final = ("PLANNED", *OPEN_STATES)
_SEALED: Final = (
    "EXISTS (SELECT 1 FROM audit a WHERE a.subject = o.id"
    f" AND a.act = '{Audited.OPERATION_SETTLED.value}')"
)
UNSEALED: Final = f"SELECT o.id FROM operation o WHERE NOT {_SEALED} ORDER BY o.id"
_BEING_ENTERED: Final = (
    "o.state = 'STOPPED' AND o.plan_hash = '' AND NOT EXISTS (SELECT 1 FROM audit a"
    f" WHERE a.subject = o.id AND a.act = '{Audited.OPERATION_STARTED.value}')"
)
PLANNED_OUT: Final = (
    f"SELECT o.id FROM operation o WHERE NOT {_SEALED} AND NOT ({_BEING_ENTERED}) ORDER BY o.id"
)
"""What is not sealed and was approved, so that its plan has a hash (`journal_entry`)."""
_READY: Final = (
    f"SELECT o.id FROM operation o WHERE o.state IN ('STOPPED', 'FINISHED') AND NOT {_SEALED}"
    f" AND NOT EXISTS (SELECT 1 FROM op_item i WHERE i.op_id = o.id AND i.state IN {_MOVING})"
    " ORDER BY o.id"
)


def seal_settled(connection: Connection, auditor: Auditor) -> int:
    """Write a record for every operation that is all over and has none. Returns how many.

    Call it in a transaction, after operations ended or were recovered; a second call finds nothing
    to do. An operation whose plan does not agree with its items is left for the verification.
    """
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    sealed = 0
    for (op_id,) in raw.execute(_READY).fetchall():
        if plan_agrees(raw, op_id):
            digest, items = operation_digest(raw, op_id)
            body = {"form": FORM, "digest": digest, "items": items}
            auditor.write(connection, Audited.OPERATION_SETTLED, op_id, body)
            sealed += 1
    return sealed


def operation_digest(raw: sqlite3.Connection, op_id: str) -> tuple[str, int]:
    """The digest of an operation, its items and their money, and how many items there are."""
    rows = RowDigest(raw)
    rows.add("op_item", ITEM, "WHERE op_id = ? ORDER BY seq", (op_id,))
    items = rows.rows
    rows.add("operation", OPERATION, "WHERE id = ?", (op_id,))
    rows.add("ledger", LEDGER, "WHERE op_id = ? ORDER BY id", (op_id,))
    return rows.hexadecimal, items


def plan_agrees(raw: sqlite3.Connection, op_id: str) -> bool:
    """The items are those of the approved plan, as `journal_plan.write_operation` hashes it."""
    stored = raw.execute(
        "SELECT CAST(plan_hash AS BLOB) FROM operation WHERE id = ?", (op_id,)
    ).fetchone()
    return stored is not None and stored[0] == plan_digest(raw, op_id).encode()


def closing_seal(raw: sqlite3.Connection) -> str:
    """A digest of all that no record of the audit seals: open operations, purchases, counts.

    It is kept in the file when the desk is closed, and holds until it is opened again.
    """
    rows = RowDigest(raw)
    # Statistics come and go by themselves.
    named = "WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name"
    rows.add("sqlite_master", ("type", "name", "tbl_name", "sql"), named)
    for table in ("operation", "op_item", "ledger", "purchase", "attempt", "evidence", "audit"):
        rows.add(table, ("count(*)",))
    rows.add("audit", ("n", "h"), "ORDER BY n DESC LIMIT 1")
    for (op_id,) in raw.execute(UNSEALED).fetchall():
        digest, _ = operation_digest(raw, op_id)
        rows.add_words(digest)
    rows.add("purchase", PURCHASE, "ORDER BY serial")
    rows.add("ledger", LEDGER, "WHERE serial IS NOT NULL ORDER BY id")
    return f"{FORM} {rows.hexadecimal}"
