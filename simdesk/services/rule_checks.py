"""Checking rules against what the last sync brought, and writing down what they found.

A rule that fires on every card makes one notification; its records are written in portions, so
that nobody waits long for the writer.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from simdesk.models.periods import local
from simdesk.models.rule_days import lets_notify, pool_cycle_begins
from simdesk.models.rules import PoolShare, Push, Rule
from simdesk.services.pool_days import PoolShareOf
from simdesk.services.storage import notice_store, rule_finding, rule_store
from simdesk.services.storage.database import Database
from simdesk.services.storage.notice_store import PORTION, Telling
from simdesk.services.storage.rule_finding import Found

MOST_NAMED = 1_000
"""Up to here cards that were told of are named one by one."""
QUIET_KEPT_DAYS = 62
"""Records that nobody was told of are kept for two months; the others for ever."""


@dataclass(slots=True)
class Checked:
    """What a round of checks came to: rules looked at, notifications made, the cards told of.

    `card_ids` is None for more than a thousand.
    """

    rules: int = 0
    notifications: int = 0
    card_ids: frozenset[int] | None = frozenset()

    def told(self, found: Found) -> None:
        """A notification was made."""
        self.notifications += 1
        if self.card_ids is None or len(self.card_ids) + found.told > MOST_NAMED:
            self.card_ids = None
        else:
            self.card_ids |= found.told_ids


class RuleChecks:
    """Looks at every rule that is switched on, one after the other."""

    def __init__(self, database: Database, pool_share: PoolShareOf) -> None:
        self._database = database
        self._pool_share = pool_share
        self._forgot_on: date | None = None

    async def run(self, now: datetime) -> Checked:
        """Check all rules at `now`. A rule that cannot be read is left out; the list says so."""
        await self._database.write(notice_store.mend)
        stored = await self._database.read(rule_store.rules)
        checked = Checked()
        for one in stored:
            if one.enabled and one.rule is not None:
                if isinstance(one.rule.draft.condition, PoolShare):
                    await self._check_pool(one.rule, one.rule.draft.condition, now, checked)
                else:
                    await self._check_cards(one.rule, now, checked)
                checked.rules += 1
        if self._forgot_on != (today := local(now).date()):
            for one in stored:
                await self._forget(one.id, now)
            self._forgot_on = today
        return checked

    async def _check_cards(self, rule: Rule, now: datetime, checked: Checked) -> None:
        found = await self._database.read(partial(rule_finding.find, rule=rule, now=now))
        begin = partial(notice_store.begin, one=rule, at=now)
        number = await self._database.write(begin) if found.told else None
        telling = Telling(rule, found, now, number)
        for start in range(0, len(found), PORTION):
            await self._database.write(
                partial(notice_store.put_records, telling=telling, start=start)
            )
        await self._database.write(partial(notice_store.finish, telling=telling))
        if number is not None:
            checked.told(found)

    async def _check_pool(
        self, rule: Rule, condition: PoolShare, now: datetime, checked: Checked
    ) -> None:
        percent = await self._pool_share(rule.draft.group.value)
        if percent is not None and percent >= condition.percent:
            told = await self._record_pool(rule, percent, now)
            checked.notifications += told
        await self._database.write(partial(notice_store.note_check, rule_id=rule.id, at=now))

    async def _record_pool(self, rule: Rule, percent: int, now: datetime) -> bool:
        """Write down that the pool met the condition, once a day; whether it was told."""
        last = await self._database.read(partial(notice_store.last_of_pool, one=rule, told=False))
        day = local(now).date()
        every = rule.draft.push is Push.CHECK
        if not every and last is not None and local(last).date() == day:
            return False
        before = await self._database.read(partial(notice_store.last_of_pool, one=rule, told=True))
        last_told = None if before is None else local(before).date()
        tells = lets_notify(rule.draft.push, pool_cycle_begins(day), day, last_told)
        await self._database.write(
            partial(notice_store.put_pool, one=rule, measured=percent, at=now, told=tells)
        )
        return tells

    async def _forget(self, rule_id: int, now: datetime) -> None:
        before = now - timedelta(days=QUIET_KEPT_DAYS)
        asked = partial(notice_store.old_quiet_ones, rule_id=rule_id, before=before)
        while old := await self._database.read(asked):
            await self._database.write(partial(notice_store.forget, record_ids=old))
