"""The one place where real parts are chosen and wired; no Qt."""

import asyncio
import logging
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from simdesk import wiring
from simdesk.models.clock import Clock
from simdesk.models.redaction import Redactor
from simdesk.models.reviews import ReviewOf
from simdesk.paths import DESK_FILE, SETTINGS_FILE
from simdesk.services.anchors import Anchors
from simdesk.services.announcer import Announcer
from simdesk.services.attention import Attention
from simdesk.services.audit import AuditService
from simdesk.services.automation import AutomationService
from simdesk.services.cards import CardService
from simdesk.services.comparison import ComparisonService
from simdesk.services.custody import Custody
from simdesk.services.edits import LocalEdits
from simdesk.services.exports import ExportService
from simdesk.services.file_language import FileLanguage
from simdesk.services.files import file_trouble
from simdesk.services.following import Following
from simdesk.services.guards import GuardService
from simdesk.services.intervals import Interval
from simdesk.services.logs import note
from simdesk.services.operations import OperationService
from simdesk.services.orders import OrderService
from simdesk.services.overview import OverviewService
from simdesk.services.preferences import PreferenceService
from simdesk.services.providers.base import Provider
from simdesk.services.providers.registry import REGISTRY, Opener, opener_of
from simdesk.services.providers.simulator import FleetPlan, Simulation, Simulator
from simdesk.services.providers.spreadsheet import Spreadsheet
from simdesk.services.purchases import PurchaseService
from simdesk.services.resumption import Resumption
from simdesk.services.reviewing.reviews import Reviews
from simdesk.services.searches import SavedSearches
from simdesk.services.sending import Sending
from simdesk.services.settings import Settings
from simdesk.services.sheets import SheetService
from simdesk.services.start_up import Starts
from simdesk.services.storage.database import Database
from simdesk.services.storage.listing_store import ensure_account
from simdesk.services.storage.opening import identity_of
from simdesk.services.storage.support_store import SQLITE_VERSION
from simdesk.services.support_bundle import SupportBundle
from simdesk.services.sync import SyncService
from simdesk.services.tags import TagService
from simdesk.services.voucher_limits import VoucherLimits
from simdesk.services.vouchers import VoucherService

_LOG = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The machine's own time, for logs and reports alone: business time is the provider's."""
    return datetime.now(UTC)


class SystemClock:
    """Elapsed time as the machine counts it."""

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


def make_reviews() -> Reviews:
    """What reads spreadsheets for review, in a process of its own."""
    return Reviews(secrets.randbits)


@dataclass
class Desk:
    """One open fleet: its provider and everything that can be done with it."""

    name: str
    folder: Path
    provider: Provider
    simulation: Simulation | None
    """The controls of a simulated world; None for every other provider."""
    review: ReviewOf | None
    """The spreadsheet that these cards were read from; None for a fleet."""
    database: Database
    cards: CardService
    vouchers: VoucherService
    edits: LocalEdits
    tags: TagService
    orders: OrderService
    purchases: PurchaseService
    guards: GuardService
    comparison: ComparisonService
    limits: VoucherLimits
    searches: SavedSearches
    sync: SyncService
    following: Following
    syncing: Interval
    """How often one is due."""
    operations: OperationService
    attention: Attention
    exports: ExportService
    file_language: FileLanguage
    """That of exported files; a window makes it its own."""
    sheets: SheetService
    overview: OverviewService
    automation: AutomationService
    audit: AuditService
    anchors: Anchors
    settings: Settings
    preferences: PreferenceService
    _prefer_no_more: Callable[[], None]
    sending: Sending
    resumption: Resumption
    support: SupportBundle
    announcer: Announcer
    custody: Custody

    async def aclose(self) -> None:
        """End what runs in good order and let go of both files."""
        self._prefer_no_more()
        self.sync.stop()
        await self.cards.preparing.aclose()
        await self.purchases.aclose()
        await self.operations.aclose()
        await self.exports.aclose()
        await self.custody.aclose()
        await self.audit.aclose()
        await self.database.aclose()
        await self.provider.aclose()
        note(_LOG, "desk closed")


async def open_desk(
    folder: Path,
    plan: FleetPlan,
    clock: Clock,
    operator: str,
    progress: Callable[[int, int], None] | None = None,
    *,
    random_bits: Callable[[int], int] = secrets.randbits,
    openers: Mapping[str, Opener] = REGISTRY,
    redactor: Redactor | None = None,
    safe: bool = False,
    copy: Path | None = None,
    preferences: PreferenceService | None = None,
) -> Desk:
    """Open the fleet in `folder`, with the provider it began with; a new one begins as `plan` says.

    `progress` hears, from another thread, how many cards of a new world are built;
    `random_bits(n)` makes the ids and serials of operations; `redactor` is told the provider's
    secrets. `safe` opens in safe mode; with a `copy` that file is opened instead of the desk's own,
    to look at. `preferences` are what the operator set; without, all is as at first. Raises
    KnownError when a file cannot be used, or its provider is not among `openers`; it is then left
    as it is.
    """
    file = copy or folder / DESK_FILE
    began_with = await asyncio.to_thread(identity_of, file)
    name = plan.provider if began_with is None else began_with.partition(":")[0]
    opener = opener_of(name, openers)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise file_trouble(error, folder) from error
    provider = await opener(folder, plan, clock, progress)
    redactor = Redactor() if redactor is None else redactor
    try:
        for secret in provider.secrets:
            redactor.register(secret)
        database = await Database.open(file, provider.identity)
    except BaseException:
        await provider.aclose()
        raise
    ground = wiring.laid(
        folder, provider, database, clock, operator, random_bits=random_bits, redactor=redactor
    )
    desk = _wired(ground, PreferenceService() if preferences is None else preferences)
    try:
        with Starts(folder, clock).watched() as hurried:
            await desk.custody.open(provider, asked=safe, copy=copy is not None, hurried=hurried)
            await _recover(desk)
    except BaseException:
        await desk.aclose()
        raise
    can = provider.capabilities.told()
    note(_LOG, "desk opened", provider=provider.name, sqlite=SQLITE_VERSION, capabilities=can)
    return desk


async def _recover(desk: Desk) -> None:
    """What the last end left: what was in flight is in doubt, what is all over is sealed."""
    account, provider = desk.provider.account, desk.provider.name
    await desk.database.write(partial(ensure_account, name=account, provider=provider))
    await desk.purchases.recover()
    await desk.operations.recover()
    await desk.exports.recover()
    await desk.custody.seal()


def _wired(ground: wiring.Ground, preferences: PreferenceService) -> Desk:
    folder, provider, database = ground.folder, ground.provider, ground.database
    clock, auditor = ground.clock, ground.auditor
    announcer, calls = ground.announcer, ground.calls
    sync = SyncService(
        database, calls, announcer, clock, account=provider.account, provider=provider.name
    )
    vouchers = VoucherService(database, calls, announcer, provider.now)
    say = ground.file_language
    orders = OrderService(database, calls, announcer, ground.departures, say)
    guards = GuardService(database, announcer, provider.now, auditor=auditor)
    purchases = wiring.purchases(ground, orders, vouchers, guards)
    comparison = ComparisonService(database, calls, announcer, ground.departures, say)
    edits = LocalEdits(database, announcer, provider.capabilities, provider.now, auditor)
    automation = wiring.automation(ground)
    settings = Settings(folder / SETTINGS_FILE)
    custody = wiring.custody(ground, sync)
    syncing = Interval(clock, None)
    checked, sealed = custody.unless_safe(automation.check), custody.unless_safe(custody.seal)
    return Desk(
        name=folder.name,
        folder=folder,
        provider=provider,
        simulation=provider.simulation if isinstance(provider, Simulator) else None,
        review=provider.review if isinstance(provider, Spreadsheet) else None,
        database=database,
        cards=CardService(database, provider.capabilities, provider.now),
        vouchers=vouchers,
        edits=edits,
        tags=TagService(database, announcer, edits, provider.now, auditor),
        orders=orders,
        purchases=purchases,
        guards=guards,
        comparison=comparison,
        limits=VoucherLimits(database, purchases, announcer, sync.refresh),
        searches=SavedSearches(database, announcer),
        sync=sync,
        following=Following(
            sync,
            (purchases.settle, orders.read, comparison.check, vouchers.read, checked, sealed),
        ),
        syncing=syncing,
        operations=wiring.operations(ground, sync, guards, custody),
        attention=Attention(database),
        exports=wiring.exports(ground),
        file_language=ground.file_language,
        sheets=wiring.sheets(ground, edits),
        overview=OverviewService(database, calls),
        automation=automation,
        audit=wiring.audit(ground),
        anchors=ground.anchors,
        settings=settings,
        preferences=preferences,
        _prefer_no_more=wiring.prefer(preferences, announcer, custody.backups, syncing),
        sending=ground.sending,
        resumption=Resumption(database, ground.auditor, ground.sending, announcer),
        support=wiring.support(ground, settings),
        announcer=announcer,
        custody=custody,
    )
