"""All tables of the desk's database in one place."""

from simdesk.services.storage.card_tables import (
    account,
    card,
    card_change,
    card_number,
    card_tag,
    carrier_share,
    local_edit,
    meta,
    plan_running,
    sub_card,
    tag,
    usage,
)
from simdesk.services.storage.journal_tables import (
    OPEN_ITEM,
    OPEN_STATES,
    attempt,
    evidence,
    export_file,
    op_item,
    operation,
    saved_search,
    sync_progress,
)
from simdesk.services.storage.schema import metadata

__all__ = [
    "OPEN_ITEM",
    "OPEN_STATES",
    "account",
    "attempt",
    "card",
    "card_change",
    "card_number",
    "card_tag",
    "carrier_share",
    "evidence",
    "export_file",
    "local_edit",
    "meta",
    "metadata",
    "op_item",
    "operation",
    "plan_running",
    "saved_search",
    "sub_card",
    "sync_progress",
    "tag",
    "usage",
]
