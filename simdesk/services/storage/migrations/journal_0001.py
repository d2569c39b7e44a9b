"""The journal and the desk's lists of revision 0001, as they were; never changed with `tables`."""

import sqlalchemy as sa
from alembic import op

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN = sa.text("state IN ('SENDING', 'ACCEPTED', 'UNKNOWN', 'NEEDS_HUMAN')")


def create() -> None:
    """Create the tables of operations, searches, exports and sync."""
    _export_file()
    _saved_search()
    _operation()
    _sync_progress()
    _op_item()
    _attempt()
    _evidence()


def _export_file() -> None:
    op.create_table(
        "export_file",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("format", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("rows", WHOLE, nullable=False, server_default=sa.text("0")),
        sa.Column("size", WHOLE, nullable=False, server_default=sa.text("0")),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("first_month", WHOLE),
        sa.Column("last_month", WHOLE),
        sa.Column("daily", sa.Boolean, nullable=False, server_default=sa.text("0")),
        sa.Column("created_at", WHOLE, nullable=False),
        sa.Column("finished_at", WHOLE),
        sa.Column("error", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_export_file"),
    )


def _saved_search() -> None:
    op.create_table(
        "saved_search",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("filter_text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_search"),
        sa.UniqueConstraint("name", name="uq_saved_search_name"),
    )


def _operation() -> None:
    op.create_table(
        "operation",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("request_json", sa.Text, nullable=False),
        sa.Column("risk", WHOLE, nullable=False),
        sa.Column("provider", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("simulated", sa.Boolean, nullable=False),
        sa.Column("plan_hash", sa.Text, nullable=False),
        sa.Column("amount_minor", WHOLE),
        sa.Column("currency", sa.Text),
        sa.Column("requested_by", sa.Text, nullable=False),
        sa.Column("requested_at", WHOLE, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("stop_requested", sa.Boolean, nullable=False, server_default=sa.text("0")),
        sa.PrimaryKeyConstraint("id", name="pk_operation"),
        sa.ForeignKeyConstraint(["account"], ["account.name"], name="fk_operation_account"),
        sa.CheckConstraint(
            "state IN ('RUNNING', 'STOPPING', 'STOPPED', 'FINISHED')",
            name=op.f("ck_operation_state"),
        ),
    )


def _sync_progress() -> None:
    op.create_table(
        "sync_progress",
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("started_at", WHOLE, nullable=False),
        sa.Column("next_page", WHOLE, nullable=False),
        sa.Column("finished_at", WHOLE),
        sa.PrimaryKeyConstraint("account", name="pk_sync_progress"),
        sa.ForeignKeyConstraint(["account"], ["account.name"], name="fk_sync_progress_account"),
    )


def _op_item() -> None:
    op.create_table(
        "op_item",
        sa.Column("op_id", sa.Text, nullable=False),
        sa.Column("seq", WHOLE, nullable=False),
        sa.Column("card_id", WHOLE, nullable=False),
        sa.Column("iccid", sa.Text, nullable=False),
        sa.Column("instance_id", sa.Text, nullable=False),
        sa.Column("serial", sa.Text, nullable=False),
        sa.Column("expect_version", WHOLE, nullable=False),
        sa.Column("before_json", sa.Text, nullable=False),
        sa.Column("amount_minor", WHOLE),
        sa.Column("currency", sa.Text),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("sent_at", WHOLE),
        sa.Column("next_try_at", WHOLE),
        sa.Column("settled_at", WHOLE),
        sa.Column("order_number", sa.Text),
        sa.Column("code", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("attempts", WHOLE, nullable=False, server_default=sa.text("0")),
        sa.PrimaryKeyConstraint("op_id", "seq", name="pk_op_item"),
        sa.ForeignKeyConstraint(["card_id"], ["card.id"], name="fk_op_item_card_id"),
        sa.ForeignKeyConstraint(["op_id"], ["operation.id"], name="fk_op_item_op_id"),
        sa.UniqueConstraint("serial", name="uq_op_item_serial"),
        sa.CheckConstraint("amount_minor >= 0", name=op.f("ck_op_item_amount")),
        sa.CheckConstraint(
            "state IN ('PLANNED', 'SENDING', 'ACCEPTED', 'DONE', 'FAILED', 'UNKNOWN',"
            " 'NOT_APPLIED', 'NEEDS_HUMAN', 'SKIPPED', 'WITHDRAWN')",
            name=op.f("ck_op_item_state"),
        ),
    )
    op.create_index("ix_op_item_card_id", "op_item", ["card_id"])
    op.create_index("ix_op_item_op_id_state", "op_item", ["op_id", "state"])
    op.create_index(
        "one_open", "op_item", ["card_id"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN
    )


def _attempt() -> None:
    op.create_table(
        "attempt",
        sa.Column("op_id", sa.Text, nullable=False),
        sa.Column("seq", WHOLE, nullable=False),
        sa.Column("n", WHOLE, nullable=False),
        sa.Column("started_at", WHOLE, nullable=False),
        sa.Column("ended_at", WHOLE),
        sa.Column("outcome", sa.Text),
        sa.Column("code", sa.Text),
        sa.Column("answer", sa.Text),
        sa.PrimaryKeyConstraint("op_id", "seq", "n", name="pk_attempt"),
        sa.ForeignKeyConstraint(
            ["op_id", "seq"], ["op_item.op_id", "op_item.seq"], name="fk_attempt_op_id_seq"
        ),
    )


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("op_id", sa.Text, nullable=False),
        sa.Column("seq", WHOLE, nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("finding", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        sa.ForeignKeyConstraint(
            ["op_id", "seq"], ["op_item.op_id", "op_item.seq"], name="fk_evidence_op_id_seq"
        ),
    )
    op.create_index("ix_evidence_op_id_seq", "evidence", ["op_id", "seq"])
