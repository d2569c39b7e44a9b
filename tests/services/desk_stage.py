"""A desk with cards in it, and who listens to it, for tests of services."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from simdesk.models.capabilities import Capabilities
from simdesk.models.card import CardRow
from simdesk.models.changes import Change
from simdesk.services.announcer import Announcer
from simdesk.services.cards import CardService
from simdesk.services.edits import LocalEdits
from simdesk.services.searches import SavedSearches
from simdesk.services.storage.database import Database
from tests.factories import a_moment
from tests.services.auditing import an_auditor
from tests.services.scripted_provider import EVERYTHING
from tests.services.storage.desk_file import put_rows


@dataclass
class Stage:
    database: Database
    announcer: Announcer
    cards: CardService
    edits: LocalEdits
    searches: SavedSearches
    heard: list[Change] = field(default_factory=list)

    def told(self) -> list[Change]:
        """What was announced since the last time."""
        heard = list(self.heard)
        self.heard.clear()
        return heard


def now() -> datetime:
    return a_moment(2026, 6, 15, 9)


@asynccontextmanager
async def staged(
    folder: Path, rows: Sequence[CardRow] = (), capabilities: Capabilities = EVERYTHING
) -> AsyncIterator[Stage]:
    """An open desk that holds `rows` (ids 1, 2, ...), edited by “lin”."""
    database = await Database.open(folder / "desk.db", "world 1")
    announcer = Announcer()
    stage = Stage(
        database,
        announcer,
        CardService(database, capabilities, now),
        LocalEdits(database, announcer, capabilities, now, an_auditor(now)),
        SavedSearches(database, announcer),
    )
    announcer.subscribe(stage.heard.append)
    if rows:
        await database.write(lambda connection: put_rows(connection, rows))
    try:
        yield stage
    finally:
        await database.aclose()
