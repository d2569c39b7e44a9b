"""Less disk for large fleets: what an index repeated, and names that thousands of cards share."""

import sqlalchemy as sa
from alembic import op

from simdesk.services.storage.migrations import smaller_0005

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables anew that shrink, then the indexes that are left."""
    smaller_0005.cards()
    smaller_0005.numbers()
    smaller_0005.plans()
    op.create_index("ix_card_iccid", "card", [sa.text("iccid COLLATE NOCASE")])
    op.create_index("ix_card_msisdns", "card", [sa.text("msisdns COLLATE NOCASE")])
    op.create_index("ix_card_imsis", "card", [sa.text("imsis COLLATE NOCASE")])
    standing = ["specific", "status", "plan_type", "cancellation_due"]
    op.create_index("ix_card_standing", "card", [sa.text("voucher COLLATE NOCASE"), *standing])
    for words in smaller_0005.ONE_CARD:
        op.execute(words)
