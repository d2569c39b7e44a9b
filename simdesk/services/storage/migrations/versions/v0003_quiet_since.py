"""Since when a card has had no traffic; the next reading of usage fills it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column to the cards."""
    whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.add_column("card", sa.Column("quiet_since", whole))
