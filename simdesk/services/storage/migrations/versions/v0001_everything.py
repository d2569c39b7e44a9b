"""Everything the desk keeps: cards, their history, operations, searches, exports, sync."""

from simdesk.services.storage.migrations import cards_0001, journal_0001

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table."""
    cards_0001.create()
    journal_0001.create()
