"""Operations that can be held, an audit, a ledger, guards; rows that are only ever added."""

import sqlalchemy as sa
from alembic import op

from simdesk.services.storage.migrations import books_0004

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add what an operation and an item may say, then the new tables with their triggers."""
    hold = "TEXT CONSTRAINT ck_operation_hold CHECK (hold IN ('PAUSED', 'WAITING'))"
    # In plain words: Alembic would copy the whole table to add a column with a check.
    op.execute(f"ALTER TABLE operation ADD COLUMN hold {hold}")
    op.add_column("operation", sa.Column("hold_reason", sa.Text))
    op.add_column("operation", sa.Column("not_before", _WHOLE))
    op.add_column("operation", sa.Column("send_until", _WHOLE))
    op.execute("ALTER TABLE operation ADD COLUMN reverses TEXT REFERENCES operation (id)")
    empty = sa.text("''")
    op.add_column("operation", sa.Column("reason", sa.Text, nullable=False, server_default=empty))
    op.add_column("op_item", sa.Column("replaces_op", sa.Text))
    op.add_column("op_item", sa.Column("replaces_seq", _WHOLE))
    told = sa.text("order_number IS NOT NULL")
    op.create_index("ix_op_item_order_number", "op_item", ["order_number"], sqlite_where=told)
    books_0004.create()
