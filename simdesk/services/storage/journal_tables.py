"""The journal of operations (reliability.md 4.1) and the desk's lists: searches, exports, sync."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Table,
    Text,
    text,
)

from simdesk.services.storage.schema import Whole, metadata

operation = Table(
    "operation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("action", Text, nullable=False),
    Column("request_json", Text, nullable=False),
    Column("risk", Whole, nullable=False),
    Column("provider", Text, nullable=False),
    Column("account", Text, ForeignKey("account.name"), nullable=False),
    Column("simulated", Boolean, nullable=False),
    Column("plan_hash", Text, nullable=False),
    Column("amount_minor", Whole),
    Column("currency", Text),
    Column("requested_by", Text, nullable=False),
    Column("requested_at", Whole, nullable=False),
    Column(
        "state",
        Text,
        CheckConstraint("state IN ('RUNNING', 'STOPPING', 'STOPPED', 'FINISHED')", "state"),
        nullable=False,
    ),
    Column("stop_requested", Boolean, nullable=False, server_default=text("0")),
    Column("hold", Text, CheckConstraint("hold IN ('PAUSED', 'WAITING')", "hold")),
    Column("hold_reason", Text),
    Column("not_before", Whole),
    Column("send_until", Whole),
    Column("reverses", Text, ForeignKey("operation.id")),
    Column("reason", Text, nullable=False, server_default=text("''")),
)
"""An act on cards as the operator approved it; `id` is random, made before the first write.

A RUNNING one with a `hold` sends nothing: PAUSED until the operator's word, WAITING until
`not_before`. After `send_until` nothing more of it is sent. `reason` is the operator's own.
"""

op_item = Table(
    "op_item",
    metadata,
    Column("op_id", Text, ForeignKey("operation.id"), primary_key=True),
    Column("seq", Whole, primary_key=True),
    Column("card_id", Whole, ForeignKey("card.id"), nullable=False, index=True),
    Column("iccid", Text, nullable=False),
    Column("instance_id", Text, nullable=False),
    Column("serial", Text, nullable=False, unique=True),
    Column("expect_version", Whole, nullable=False),
    Column("before_json", Text, nullable=False),
    Column("amount_minor", Whole, CheckConstraint("amount_minor >= 0", "amount")),
    Column("currency", Text),
    Column(
        "state",
        Text,
        CheckConstraint(
            "state IN ('PLANNED', 'SENDING', 'ACCEPTED', 'DONE', 'FAILED', 'UNKNOWN',"
            " 'NOT_APPLIED', 'NEEDS_HUMAN', 'SKIPPED', 'WITHDRAWN')",
            "state",
        ),
        nullable=False,
    ),
    Column("sent_at", Whole),
    Column("next_try_at", Whole),
    Column("settled_at", Whole),
    Column("order_number", Text),
    Column("code", Text),
    Column("reason", Text),
    Column("attempts", Whole, nullable=False, server_default=text("0")),
    Column("replaces_op", Text),
    Column("replaces_seq", Whole),
)
"""One card of an operation. `before_json` is what the card looked like, to recognise an effect.

`replaces_op` and `replaces_seq` name the item that this one asks for anew.
"""

OPEN_STATES = ("SENDING", "ACCEPTED", "UNKNOWN", "NEEDS_HUMAN")
_OPEN = "state IN ('SENDING', 'ACCEPTED', 'UNKNOWN', 'NEEDS_HUMAN')"
OPEN_ITEM = text(f"op_item.{_OPEN}")
"""In these words, not in parameters, SQLite knows that the index one_open answers it."""
Index(
    "one_open",
    op_item.c.card_id,
    unique=True,
    sqlite_where=text(_OPEN),
    postgresql_where=text(_OPEN),
)
Index("ix_op_item_op_id_state", op_item.c.op_id, op_item.c.state)
Index(
    "ix_op_item_order_number",
    op_item.c.order_number,
    sqlite_where=text("order_number IS NOT NULL"),
    postgresql_where=text("order_number IS NOT NULL"),
)

attempt = Table(
    "attempt",
    metadata,
    Column("op_id", Text, primary_key=True),
    Column("seq", Whole, primary_key=True),
    Column("n", Whole, primary_key=True),
    Column("started_at", Whole, nullable=False),
    Column("ended_at", Whole),
    Column("outcome", Text),
    Column("code", Text),
    Column("answer", Text),
    ForeignKeyConstraint(["op_id", "seq"], ["op_item.op_id", "op_item.seq"]),
)
"""One send of an item, begun before its first byte; never changed once it has ended."""

evidence = Table(
    "evidence",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("op_id", Text, nullable=False),
    Column("seq", Whole, nullable=False),
    Column("at", Whole, nullable=False),
    Column("source", Text, nullable=False),
    Column("finding", Text, nullable=False),
    Column("by", Text, nullable=False),
    ForeignKeyConstraint(["op_id", "seq"], ["op_item.op_id", "op_item.seq"]),
    Index("ix_evidence_op_id_seq", "op_id", "seq"),
)
"""What was found out about an item whose outcome was unknown."""

saved_search = Table(
    "saved_search",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("filter_text", Text, nullable=False),
)

export_file = Table(
    "export_file",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("name", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("rows", Whole, nullable=False, server_default=text("0")),
    Column("size", Whole, nullable=False, server_default=text("0")),
    Column("content", Text, nullable=False),
    Column("first_month", Whole),
    Column("last_month", Whole),
    Column("daily", Boolean, nullable=False, server_default=text("0")),
    Column("created_at", Whole, nullable=False),
    Column("finished_at", Whole),
    Column("error", Text),
)
"""An exported file; `size` is bytes, months are yyyyMM, `content` says in words which cards."""

sync_progress = Table(
    "sync_progress",
    metadata,
    Column("account", Text, ForeignKey("account.name"), primary_key=True),
    Column("started_at", Whole, nullable=False),
    Column("next_page", Whole, nullable=False),
    Column("finished_at", Whole),
)
"""The last sweep of an account's list: where to go on when it was cut off."""
