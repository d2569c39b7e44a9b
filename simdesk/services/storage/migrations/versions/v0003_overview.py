"""Since when a card has had no traffic, and an index that counts a fleet without its rows."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, which the next reading of usage fills; put the index in place of one."""
    whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.add_column("card", sa.Column("quiet_since", whole))
    op.drop_index("ix_card_specific", "card")
    columns = ["specific", "status", "plan_type", "cancellation_due", "voucher"]
    op.create_index("ix_card_standing", "card", columns)
