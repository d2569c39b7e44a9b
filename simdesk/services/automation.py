"""Automation rules: written, switched, tried and checked; what they told, and of which cards."""

import asyncio
from collections.abc import Callable, Collection
from datetime import date, datetime, timedelta
from functools import partial
from typing import TypeVar

from simdesk.models.audit import Audited
from simdesk.models.changes import CardsChanged, NotificationsChanged, RulesChanged
from simdesk.models.errors import KnownError
from simdesk.models.periods import local
from simdesk.models.rules import GroupKind, RuleDraft, checked
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.announcer import Announcer
from simdesk.services.audit_bodies import rule_differs
from simdesk.services.pool_days import PoolShareOf, Progress
from simdesk.services.rule_checks import RuleChecks
from simdesk.services.rule_reading import notice_row, rule_row, trigger_record
from simdesk.services.rule_rows import CardRule, NoticeRow, RuleRow, TriggerRecord
from simdesk.services.rule_trials import RuleTrials, TrialResult
from simdesk.services.storage import notice_store, rule_store
from simdesk.services.storage.auditor import Auditor, Entry, Job
from simdesk.services.storage.database import Database
from simdesk.services.storage.rule_store import Imaged

R = TypeVar("R")
TRIAL_DAYS = 90
_MOST_NOTICES = 1_000


class AutomationService:
    """Rules run on the desk and only notify (domain.md 4.2). The `auditor`'s operator writes them.

    Call `check` after each sync. `pool_share` tells how much of a voucher's pool is used.
    """

    def __init__(
        self,
        database: Database,
        announcer: Announcer,
        now: Callable[[], datetime],
        *,
        auditor: Auditor,
        pool_share: PoolShareOf,
    ) -> None:
        self._database = database
        self._announcer = announcer
        self._now = now
        self._auditor = auditor
        self._checks = RuleChecks(database, pool_share)
        self._trials = RuleTrials(database)
        self._turn = asyncio.Lock()

    # Rules

    async def list(self) -> tuple[RuleRow, ...]:
        """All rules by name, each with its last notification."""
        return tuple(map(rule_row, await self._database.read(rule_store.rules)))

    async def create(self, draft: RuleDraft) -> int:
        """Write a new rule, switched off; its number.

        Raises KnownError for what no rule can be, or a name that another rule has.
        """
        sound, now = checked(draft), self._now()
        added = await self._write(
            "added", partial(rule_store.add, draft=sound, who=self._auditor.operator, at=now)
        )
        if isinstance(added, str):
            raise _taken(added)
        self._announcer.announce(RulesChanged())
        return added

    async def edit(self, rule_id: int, draft: RuleDraft) -> None:
        """Write a rule anew. One that now looks for something else is switched off.

        Raises KnownError as `create` does, and for a rule that is gone.
        """
        sound, now = checked(draft), self._now()
        job = partial(rule_store.change, rule_id=rule_id, draft=sound, at=now)
        done = await self._write("changed", job, rule_id)
        if isinstance(done, str):
            raise _taken(done)
        if not done:
            raise KnownError(text(QT_TRANSLATE_NOOP("trade", "This rule is gone.")))
        self._announcer.announce(RulesChanged())

    async def switch(self, rule_id: int, *, on: bool) -> None:
        """Switch a rule on or off. What changes while it is off is not looked at later."""
        job = partial(rule_store.switch, rule_id=rule_id, on=on)
        if await self._write("switched on" if on else "switched off", job, rule_id):
            self._announcer.announce(RulesChanged())

    async def delete(self, rule_id: int) -> None:
        """Delete a rule; what it told and recorded stays."""
        if await self._write("deleted", partial(rule_store.remove, rule_id=rule_id), rule_id):
            self._announcer.announce(RulesChanged())

    async def _write(self, did: str, job: Job[R], rule_id: int | None = None) -> R:
        """Do it, and tell the audit what the rule was before and is now."""

        def tell(seen: Imaged[R]) -> Entry | None:
            rule = seen.after or seen.before
            if rule is None or seen.before == seen.after:
                return None
            body = rule_differs(did, seen.before, seen.after)
            return Entry(Audited.RULE_CHANGED, rule.name, body)

        looking = partial(rule_store.imaged, job=job, rule_id=rule_id)
        seen = await self._database.write(self._auditor.telling(looking, tell))
        return seen.result

    async def rules_using_tag(self, name: str) -> tuple[str, ...]:
        """Names of the rules that watch the cards with a tag: it cannot be deleted before them."""
        job = partial(rule_store.using, kind=GroupKind.TAG, value=name)
        return await self._database.read(job)

    # Looking ahead and back

    def today(self) -> date:
        """The business date, in Asia/Shanghai."""
        return local(self._now()).date()

    async def check(self) -> None:
        """Check every rule that is switched on against the desk as it is now.

        Checks wait for each other. One that is cancelled is completed by the next.
        """
        async with self._turn:
            checked_now = await self._checks.run(self._now())
        if checked_now.rules:
            self._announcer.announce(RulesChanged())
        if checked_now.notifications:
            changed = CardsChanged(checked_now.card_ids, frozenset({"notification"}))
            self._announcer.announce(changed)
            self._announcer.announce(NotificationsChanged(await self.unread()))

    async def try_on_history(
        self, draft: RuleDraft, days: int = TRIAL_DAYS, progress: Progress | None = None
    ) -> TrialResult:
        """What the rule would have done on the last `days` days, today included.

        `progress` hears of cards done and in all; cancelling the awaiting task stops it. Raises
        KnownError for a draft that no rule can be. `storage.rule_history` says where a live check
        may differ.
        """
        sound, today = checked(draft), self.today()
        return await self._trials.run(sound, today - timedelta(days=days - 1), today, progress)

    # What was told

    async def notifications(
        self, rule_id: int | None = None, limit: int = _MOST_NOTICES
    ) -> tuple[NoticeRow, ...]:
        """The newest notifications, of one rule or of all, newest first."""
        job = partial(notice_store.notifications, rule_id=rule_id, limit=limit)
        return tuple(map(notice_row, await self._database.read(job)))

    async def unread(self) -> int:
        """How many notifications nobody has read."""
        return await self._database.read(notice_store.unread)

    async def mark_read(self, ids: Collection[int] | None = None) -> None:
        """Mark these notifications as read, or all of them."""
        job = partial(notice_store.mark_read, ids=ids, at=self._now())
        if await self._database.write(job):
            self._announcer.announce(NotificationsChanged(await self.unread()))

    async def records_of_rule(
        self, rule_id: int, after: TriggerRecord | None = None, limit: int = 200
    ) -> tuple[TriggerRecord, ...]:
        """A rule's trigger records, newest first, those behind `after`."""
        place = None if after is None else (after.at, after.id)
        job = partial(notice_store.records_of_rule, rule_id=rule_id, after=place, limit=limit)
        return tuple(map(trigger_record, await self._database.read(job)))

    async def records_of_card(
        self, card_id: int, rule_id: int, offset: int = 0, limit: int = 20
    ) -> tuple[TriggerRecord, ...]:
        """What one rule recorded of a card, newest first."""
        job = partial(
            notice_store.records_of_card,
            card_id=card_id,
            rule_id=rule_id,
            offset=offset,
            limit=limit,
        )
        return tuple(map(trigger_record, await self._database.read(job)))

    async def rules_of_card(
        self, card_id: int, voucher: str, tags: Collection[str], limit: int = 20
    ) -> tuple[CardRule, ...]:
        """The rules that concern a card of this voucher with these tags, by name, then those
        that recorded something of it before: each with its newest records.
        """
        stored = await self._database.read(
            partial(rule_store.concerning, voucher=voucher, tags=tags)
        )
        found = [CardRule(one.id, one.name, rule_row(one), ()) for one in stored]
        current = {one.rule_id for one in found}
        recorded = await self._database.read(partial(notice_store.rules_of_card, card_id=card_id))
        by_id = {row.id: row for row in await self.list()}
        for rule_id, name in recorded:
            if rule_id not in current:
                row = by_id.get(rule_id)
                found.append(CardRule(rule_id, row.name if row else name or "", row, ()))
        return tuple([await self._with_records(one, card_id, limit) for one in found])

    async def _with_records(self, one: CardRule, card_id: int, limit: int) -> CardRule:
        if one.of_pool:
            records = await self.records_of_rule(one.rule_id, limit=limit)
        else:
            records = await self.records_of_card(card_id, one.rule_id, limit=limit)
        return CardRule(one.rule_id, one.name, one.row, records)


def _taken(name: str) -> KnownError:
    return KnownError(
        text(QT_TRANSLATE_NOOP("trade", "A rule named “{name}” exists."), name=name),
        text(QT_TRANSLATE_NOOP("trade", "Choose another name.")),
    )
