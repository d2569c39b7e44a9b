"""An auditor for tests, and what it wrote."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from simdesk.models.audit import AuditFilter
from simdesk.services.anchors import Anchors
from simdesk.services.departures import Departures
from simdesk.services.storage import audit_store
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database
from tests.factories import a_moment


def an_auditor(now: Callable[[], datetime], operator: str = "lin") -> Auditor:
    """Signs as “lin” at the machine “desk-7”."""
    return Auditor(operator, "desk-7", now)


def departing(
    database: Database, folder: Path, now: Callable[[], datetime] = a_moment
) -> Departures:
    """Tells the audit of `database`, with anchors in `folder`."""
    return Departures(database, an_auditor(now), Anchors(folder, now))


async def audited(database: Database) -> list[tuple[str, str, dict[str, Any]]]:
    """Everything in the audit, oldest first: act, subject, body."""
    found = await database.read(lambda c: audit_store.listed(c, AuditFilter(), 10_000))
    return [(one.act, one.subject, dict(one.body)) for one in reversed(found.records)]
