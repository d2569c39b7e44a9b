"""What the services of a desk stand on, and those that need more than one line to be made."""

import asyncio
import platform
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from simdesk.models.backups import Keeping
from simdesk.models.changes import PreferencesChanged
from simdesk.models.clock import Clock
from simdesk.models.periods import local
from simdesk.models.preferences import Preferences
from simdesk.models.purchases import AccountAct, voucher_of
from simdesk.models.redaction import Redactor
from simdesk.services.account_sight import look
from simdesk.services.anchors import Anchors
from simdesk.services.announcer import Announcer
from simdesk.services.audit import AuditService, told_to
from simdesk.services.automation import AutomationService
from simdesk.services.backups import BackupService
from simdesk.services.calls import Calls
from simdesk.services.custody import Custody
from simdesk.services.departures import Departures
from simdesk.services.edits import LocalEdits
from simdesk.services.exporting.process import ExportProcess
from simdesk.services.exports import ExportService
from simdesk.services.file_language import FileLanguage
from simdesk.services.guards import GuardService
from simdesk.services.intervals import Interval
from simdesk.services.operations import OperationService
from simdesk.services.orders import OrderService
from simdesk.services.pool_days import pool_share
from simdesk.services.preferences import PreferenceService
from simdesk.services.providers.base import Provider
from simdesk.services.purchases import PurchaseService
from simdesk.services.rate import TokenBucket
from simdesk.services.sending import Sending
from simdesk.services.settings import Settings
from simdesk.services.sheets import SheetService
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.database import Database
from simdesk.services.support_bundle import SupportBundle
from simdesk.services.sync import SyncService
from simdesk.services.vouchers import VoucherService


@dataclass(frozen=True)
class Ground:
    """What the services stand on."""

    folder: Path
    provider: Provider
    database: Database
    clock: Clock
    operator: str
    random_bits: Callable[[int], int]
    announcer: Announcer
    calls: Calls
    auditor: Auditor
    anchors: Anchors
    departures: Departures
    sending: Sending
    redactor: Redactor
    file_language: FileLanguage


def laid(
    folder: Path,
    provider: Provider,
    database: Database,
    clock: Clock,
    operator: str,
    *,
    random_bits: Callable[[int], int],
    redactor: Redactor,
) -> Ground:
    """What every desk stands on; needs a running loop."""
    announcer = Announcer()
    bucket = TokenBucket(provider.capabilities.calls_per_second, clock)
    # Jitter of pauses only: it decides nothing, so any seed will do.
    calls = Calls(provider, bucket, clock, random.Random(0), redactor=redactor)
    # Beside the file: what is done to a copy to look at must not be held against the desk.
    anchors = Anchors(database.path.parent, provider.now)
    added = told_to(anchors, announcer, asyncio.get_running_loop())
    auditor = Auditor(operator, platform.node(), provider.now, added)
    return Ground(
        folder,
        provider,
        database,
        clock,
        operator,
        random_bits,
        announcer,
        calls,
        auditor,
        anchors,
        Departures(database, auditor, anchors),
        Sending(announcer),
        redactor,
        FileLanguage(),
    )


def custody(ground: Ground, sync: SyncService) -> Custody:
    """Start-up, backups, safe mode."""
    return Custody(
        ground.database,
        ground.calls,
        ground.clock,
        ground.folder,
        sending=ground.sending,
        auditor=ground.auditor,
        anchors=ground.anchors,
        announcer=ground.announcer,
        refresh=sync.run,
    )


def prefer(
    preferences: PreferenceService, announcer: Announcer, backups: BackupService, syncing: Interval
) -> Callable[[], None]:
    """Let what the operator set count for the services, now and whenever it is set anew.

    Call what is returned to end that.
    """

    def arrange(wanted: Preferences) -> None:
        backups.interval.seconds = wanted.backup_minutes * 60.0
        backups.keeping = Keeping(wanted.backup_days, wanted.backup_weeks, wanted.backup_months)
        backups.copies.where = Path(wanted.backup_copies) if wanted.backup_copies else None
        syncing.seconds = wanted.sync_minutes * 60.0 if wanted.sync_minutes else None

    def changed(wanted: Preferences) -> None:
        arrange(wanted)
        announcer.announce(PreferencesChanged())

    arrange(preferences.current)
    return preferences.subscribe(changed)


def audit(ground: Ground) -> AuditService:
    """The audit's readers."""
    return AuditService(
        ground.database,
        ground.anchors,
        ground.departures,
        ground.provider.now,
        account=ground.provider.account,
        say=ground.file_language,
    )


def support(ground: Ground, settings: Settings) -> SupportBundle:
    """What helps support, without secrets."""
    return SupportBundle(
        ground.folder,
        ground.redactor,
        desk=ground.database.path,
        settings=settings,
        database=ground.database,
        provider=ground.provider.name,
        capabilities=ground.provider.capabilities,
        now=ground.provider.now,
    )


def operations(
    ground: Ground, sync: SyncService, guards: GuardService, custody: Custody
) -> OperationService:
    """Acts on cards."""
    return OperationService(
        ground.database,
        ground.calls,
        ground.clock,
        ground.announcer,
        refresh=sync.refresh,
        random_bits=ground.random_bits,
        auditor=ground.auditor,
        sending=ground.sending,
        obstacles=guards.obstacles,
        before_bulk=custody.backups.before_bulk,
    )


def automation(ground: Ground) -> AutomationService:
    """Rules."""
    now = ground.provider.now
    return AutomationService(
        ground.database,
        ground.announcer,
        now,
        auditor=ground.auditor,
        pool_share=pool_share(
            ground.database, ground.provider.account, lambda: local(now()).date()
        ),
    )


def purchases(
    ground: Ground, orders: OrderService, vouchers: VoucherService, guards: GuardService
) -> PurchaseService:
    """Acts on vouchers and orders."""

    async def follow(act: AccountAct) -> None:
        await orders.follow(act)
        voucher = voucher_of(act.command)
        if voucher is not None:
            await vouchers.read(voucher)

    return PurchaseService(
        ground.database,
        ground.calls,
        ground.announcer,
        ground.clock,
        sight=partial(look, calls=ground.calls, database=ground.database),
        random_bits=ground.random_bits,
        operator=ground.operator,
        auditor=ground.auditor,
        sending=ground.sending,
        guards=guards,
        follow=follow,
    )


def sheets(ground: Ground, edits: LocalEdits) -> SheetService:
    """What is done with spreadsheets opened for review."""
    provider = ground.provider
    return SheetService(
        ground.database,
        edits,
        ground.departures,
        provider.now,
        capabilities=provider.capabilities,
        account=provider.account,
    )


def exports(ground: Ground) -> ExportService:
    """Exported files."""
    return ExportService(
        ground.database,
        ground.folder / "exports",
        ground.provider.now,
        clock=ground.clock,
        announcer=ground.announcer,
        account=ground.provider.account,
        departures=ground.departures,
        say=ground.file_language,
        apart=ExportProcess(ground.database.path),
    )
