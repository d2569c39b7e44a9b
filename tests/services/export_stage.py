"""A desk with an export service, for tests of exports."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from simdesk.models.card import CardFacts
from simdesk.models.changes import Change
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.models.usage import CardUsage, MonthUsage
from simdesk.services import exports
from simdesk.services.announcer import Announcer
from simdesk.services.exporting.process import ExportProcess
from simdesk.services.exports import ExportRequest, ExportService, ExportState
from simdesk.services.storage.database import Database
from simdesk.services.storage.listing_store import ensure_account, put_listing
from simdesk.services.storage.usage_store import put_usage
from tests.conftest import VirtualClock
from tests.factories import a_moment, some_facts
from tests.services.auditing import departing

MAY, JUNE = Month(2026, 5), Month(2026, 6)
EVERYTHING = ExportRequest(CardFilter(), Sort(), None, MAY, JUNE)


@dataclass
class Stage:
    """A desk with an export service, and what was announced."""

    database: Database
    service: ExportService
    folder: Path
    clock: VirtualClock
    told: list[Change] = field(default_factory=list)
    today: datetime = field(default_factory=a_moment)

    async def cards(self, *facts: CardFacts) -> None:
        await self.database.write(lambda c: put_listing(c, "demo", facts, a_moment()))

    async def export(self, **changes: Any) -> exports.ExportRow:
        export_id = await self.service.start(replace(EVERYTHING, **changes))
        return await self.service.wait(export_id)

    async def usage(self, facts: CardFacts, *months: MonthUsage) -> None:
        read = {facts.ref: CardUsage(months)}
        await self.database.write(lambda c: put_usage(c, "demo", read, a_moment()))

    async def states(self) -> list[ExportState]:
        return [row.state for row in await self.service.list()]


@asynccontextmanager
async def a_stage(folder: Path, apart: ExportProcess | None = None) -> AsyncIterator[Stage]:
    database = await Database.open(folder / "desk.db", "world-1")
    announcer, clock = Announcer(), VirtualClock()
    stage: Stage

    def now() -> datetime:
        return stage.today

    service = ExportService(
        database,
        folder / "exports",
        now,
        clock=clock,
        announcer=announcer,
        account="demo",
        departures=departing(database, folder, now),
        apart=apart,
    )
    stage = Stage(database, service, folder / "exports", clock)
    announcer.subscribe(stage.told.append)
    await database.write(lambda c: ensure_account(c, "demo", "simulator"))
    try:
        yield stage
    finally:
        await service.aclose()
        await database.aclose()


def facts(number: int, **changes: Any) -> CardFacts:
    return some_facts(
        iccid=f"8986032{number:013d}",
        instance_id=str(number),
        msisdns=(f"1440{number:09d}",),
        imsis=(f"46008{number:010d}",),
        **changes,
    )


def days(month: Month, *known: int) -> MonthUsage:
    return MonthUsage(month, (*known, *[None] * (31 - len(known))))
