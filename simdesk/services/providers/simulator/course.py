"""The course of a card's life: an event, the move it makes, and what follows from it."""

import sqlite3
from collections.abc import Collection
from typing import Final

from simdesk.models.card import ActivationMethod
from simdesk.models.orders import Money, OrderType
from simdesk.models.periods import (
    Month,
    plan_expiry,
    renewed_expiry,
    silent_end,
)
from simdesk.models.status import Base, CardState, Event, Refusal, Trigger, moved
from simdesk.services.providers.simulator import holds, moments
from simdesk.services.providers.simulator.life import Life
from simdesk.services.providers.simulator.lives import Lives
from simdesk.services.providers.simulator.till import Receipt, Till, Ware

_METHODS: Final = {
    Event.FIRST_TRAFFIC: ActivationMethod.FIRST_DATA_RECORD,
    Event.CARRIER_ACTIVATED: ActivationMethod.CARRIER_STATUS_PUSH,
    Event.SILENT_ENDED: ActivationMethod.SILENCE_EXPIRE,
    Event.FORCE_ACTIVATED: ActivationMethod.MANAGE,
    Event.TEST_QUOTA_EXCEEDED: ActivationMethod.TEST_FLOW_DEPLETED,
}


class Course:
    """Moves cards through their lives; must be used in the world's thread."""

    def __init__(self, connection: sqlite3.Connection, lives: Lives, till: Till) -> None:
        self._connection = connection
        self.lives = lives
        self.till = till

    def occur(
        self,
        life: Life,
        event: Event,
        at: int,
        who: Trigger,
        *,
        only: Collection[int] | None = None,
        detail: str = "",
    ) -> Refusal | None:
        """Let `event` happen with all its consequences; the caller saves the card."""
        base = life.base
        refusal = life.happen(event, at, only)
        if refusal is not None:
            return refusal
        if life.base == Base.ACTIVE and base in (Base.TESTABLE, Base.INACTIVE):
            self._activate(life, at, _METHODS[event])
        elif event is Event.TEST_ENDED:
            ended = moments.day_of(moments.day_at(at))
            life.silent_until = moments.day_at(moments.seconds(silent_end(ended)))
        elif event is Event.PLAN_EXPIRED:
            life.stopped_on = moments.day_at(life.expires)
        elif life.ended:
            life.due_on = 0
        elif event is Event.CANCELLATION_ASKED:
            month = Month.of(moments.day_of(moments.day_at(at))).plus(1)
            life.due_on = moments.day_number(month.first)
        self.note(life.card, at, event.value, who.value, detail)
        return None

    def lift_limit(self, life: Life, at: int) -> None:
        """A card below its usage limit, or without one, is no longer held for it (2.2)."""
        if life.holds & holds.USAGE and (life.limit == 0 or life.month_kb < life.limit):
            self.occur(life, Event.LIMIT_RESTORED, at, Trigger.TIMER)

    def note(self, card: int, at: int, what: str, who: str, detail: str = "") -> None:
        """Write a line of the card's history."""
        self._connection.execute(
            "INSERT INTO event (at, card, what, who, detail) VALUES (?, ?, ?, ?, ?)",
            (at, card, what, who, detail),
        )

    def _activate(self, life: Life, at: int, method: ActivationMethod) -> None:
        today = moments.day_of(moments.day_at(at))
        life.activated, life.method = at, method.value
        life.anchor = moments.month_number(Month.of(today))
        life.cycle_kb = life.month_kb = 0
        for sub in life.subs:
            sub.cycle_kb = 0
        if method is ActivationMethod.FIRST_DATA_RECORD:
            life.imei = life.device
        voucher = life.line.voucher
        if not voucher.plan_type.pooled:
            ends = plan_expiry(today, life.periods * voucher.cycle.months)
            life.expires = moments.seconds(ends)
            self._add_plan(life, moments.day_at(at), voucher.tier_kb or 0, "")

    def renew(
        self, life: Life, periods: int, kind: OrderType, at: int, serial: str | None
    ) -> Receipt:
        """Buy `periods` more billing cycles; a stopped card comes back (domain.md 3.4)."""
        voucher = life.line.voucher
        price = self.till.prices.renewal(voucher, periods)
        ware = Ware(kind, voucher.text, life.card, periods)
        receipt = self.till.buy(ware, price, at, serial)
        who = Trigger.OPERATOR if kind is OrderType.RENEW else Trigger.TIMER
        if not receipt.paid:
            self.note(life.card, at, "payment failed", who.value, receipt.number)
            return receipt
        today, was_stopped = moments.day_at(at), life.base == Base.STOPPED
        before = life.expires
        self.occur(life, Event.RENEWAL_PAID, at, who, detail=receipt.number)
        ends = renewed_expiry(
            moments.moment(before), periods * voucher.cycle.months, moments.day_of(today)
        )
        life.expires = moments.seconds(ends)
        starts = max(today, moments.day_at(before) + 1)
        self._add_plan(life, starts, voucher.tier_kb or 0, receipt.number)
        if was_stopped:
            self._begin_anew(life, today)
        return receipt

    def _begin_anew(self, life: Life, today: int) -> None:
        life.stopped_on = 0
        life.anchor = moments.month_number(Month.of(moments.day_of(today)))
        life.cycle_kb = life.extra_kb = 0
        for sub in life.subs:
            sub.cycle_kb = 0

    def add_on(self, life: Life, ware: Ware, price: Money, at: int, serial: str) -> Receipt:
        """Buy add-on packages, `price` for all; they end with the plan that runs now."""
        receipt, quota_kb = self.till.buy(ware, price, at, serial), ware.size_kb * ware.quantity
        if not receipt.paid:
            self.note(life.card, at, "payment failed", Trigger.OPERATOR.value, receipt.number)
            return receipt
        today = moments.day_at(at)
        ends = self._running_plan_ends(life, today)
        life.extra_kb += quota_kb
        life.extra_until = ends
        self._add_plan(life, today, quota_kb, receipt.number, add_on_until=ends)
        self.occur(life, Event.ADD_ON_PAID, at, Trigger.OPERATOR, detail=receipt.number)
        return receipt

    def expire(self, life: Life, at: int) -> None:
        """The last plan has ended: renew it if the card says so and the wallet can (26)."""
        if not isinstance(moved(life.state, Event.PLAN_EXPIRED), CardState):
            return
        if life.auto_renew and not life.due:
            receipt = self.renew(life, 1, OrderType.AUTO_RENEW, at, None)
            if receipt.paid:
                return
        self.occur(life, Event.PLAN_EXPIRED, at, Trigger.TIMER)

    def _running_plan_ends(self, life: Life, today: int) -> int:
        """Last day of the plan that runs now, not of one that waits (domain.md 9, row 16)."""
        row = self._connection.execute(
            "SELECT max(ends) FROM plan WHERE card = ? AND add_on = 0 AND starts <= ?"
            " AND ends >= ?",
            (life.card, today, today),
        ).fetchone()
        return int(row[0]) if row[0] is not None else moments.day_at(life.expires)

    def _add_plan(
        self, life: Life, starts: int, quota_kb: int, order: str, add_on_until: int | None = None
    ) -> None:
        ends = moments.day_at(life.expires) if add_on_until is None else add_on_until
        self._connection.execute(
            "INSERT INTO plan SELECT ?1, coalesce(max(seq), -1) + 1, ?2, ?3, ?4, ?5, ?6"
            " FROM plan WHERE card = ?1",
            (life.card, int(add_on_until is not None), starts, ends, quota_kb, order),
        )
