"""What an operator has seen and accepted, kept in the audit."""

import json

from sqlalchemy import Connection, select

from simdesk.models.audit import Audited
from simdesk.services.storage.tables import audit

SUBJECT = "safe mode"
"""Of the records that tell which flaws were accepted."""


def accepted(connection: Connection) -> frozenset[str]:
    """Keys of the flaws that an operator has seen before leaving safe mode."""
    # The subject has an index, the act has none, and this is asked at every start.
    asked = select(audit.c.body_json).where(
        audit.c.subject == SUBJECT, audit.c.act == Audited.SAFE_MODE_LEFT.value
    )
    found: set[str] = set()
    for body in connection.scalars(asked):
        try:
            found.update(map(str, json.loads(body).get("accepted", ())))
        except (ValueError, AttributeError, TypeError):
            continue  # a broken record accepts nothing; the chain tells of it
    return frozenset(found)
