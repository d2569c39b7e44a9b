"""The further pages: colours of tags, pool readings, orders, purchases, rules, notifications."""

import sqlalchemy as sa
from alembic import op

from simdesk.services.storage.migrations import console_0002

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the colour of tags, and the new tables."""
    op.add_column("tag", sa.Column("color", sa.Text, nullable=False, server_default="slate"))
    console_0002.create()
