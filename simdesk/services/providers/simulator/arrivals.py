"""The first day of a run of new cards: everything the file says of them."""

import sqlite3
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simdesk.models.card import ActivationMethod
from simdesk.models.status import Base, Event, SpecificStatus, Trigger
from simdesk.models.voucher import Voucher
from simdesk.services.providers.simulator import chance, holds, identities, moments, people
from simdesk.services.providers.simulator.catalog import STOCKS
from simdesk.services.providers.simulator.draft import (
    FAR,
    POOLED,
    SINGLE,
    SMART,
    TODAY,
    Column,
    among,
    draft_cards,
)
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.providers.simulator.ledger import Purchases
from simdesk.services.providers.simulator.past import Meters, Past
from simdesk.services.providers.simulator.pool_past import PoolPast
from simdesk.services.providers.simulator.traffic import blobs

_S = SpecificStatus
_METHODS: Final = (
    (700, ActivationMethod.FIRST_DATA_RECORD),
    (800, ActivationMethod.CARRIER_STATUS_PUSH),
    (900, ActivationMethod.SILENCE_EXPIRE),
    (950, ActivationMethod.MANAGE),
    (1001, ActivationMethod.TEST_FLOW_DEPLETED),
)
_BASES: Final = {
    _S.TEST_PERIOD: Base.TESTABLE,
    _S.TEST_DEVICE_CHANGE: Base.TESTABLE,
    _S.SILENT_PERIOD: Base.INACTIVE,
    _S.STOPPED: Base.STOPPED,
    _S.CANCELLED: Base.CANCELLED,
}
_ENDINGS: Final = {
    _S.MANUAL: (Event.SUSPENDED, Trigger.OPERATOR),
    _S.DEVICE_CHANGE: (Event.DEVICE_CHANGED, Trigger.CARRIER),
    _S.TEST_DEVICE_CHANGE: (Event.DEVICE_CHANGED, Trigger.CARRIER),
    _S.REAL_NAME: (Event.REAL_NAME_MISSING, Trigger.CARRIER),
    _S.ABNORMAL: (Event.RISK_FOUND, Trigger.CARRIER),
    _S.STOPPED: (Event.PLAN_EXPIRED, Trigger.TIMER),
}


class Arrivals:
    """A run of cards, drafted, lived and written together."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        plan: FleetPlan,
        ids: Column,
        purchases: Purchases,
        pools: PoolPast,
    ) -> None:
        self._connection = connection
        self._plan = plan
        self._purchases = purchases
        self._pools = pools
        self._draft = draft_cards(plan, ids)
        self._bits = people.bits_of(plan.seed, ids)
        self._serials = people.serials_of(plan.seed)
        self._opened = self._second("opened", self._draft.opened)
        active = self._draft.activated < FAR
        began = np.maximum(self._second("activated", self._draft.activated), self._opened + 600)
        self._activated = np.where(active, began, 0)

    def write(self) -> None:
        past = Past(self._plan.seed, self._draft, self._plan.past_months)
        ids = self._draft.ids
        for month, days, there in past.months():
            self._pools.add(self._draft, month, days, past.meters.cycle_kb)
            rows = blobs(days[there])
            self._many(
                "usage",
                list(zip(ids[there].tolist(), [month] * len(rows), rows, strict=True)),
            )
        self._many("card", self._cards())
        self._many("state", self._states(past.meters))
        self._many("sub_card", self._subs(past.meters))
        self._plans()
        self._events()
        self._agenda()

    def _many(self, table: str, rows: Sequence[Sequence[object]]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def _second(self, stream: str, days: Column) -> Column:
        """A moment of office hours on each day."""
        share = chance.shares(chance.key(self._plan.seed, f"hour/{stream}"), self._draft.ids)
        return days * moments.DAY - moments.SHIFT + 9 * 3600 + (share * 9 * 3600).astype(np.int64)

    def _cards(self) -> list[tuple[object, ...]]:
        draft = self._draft
        years = (moments.months_of(draft.opened) // 12).tolist()
        return [
            people.card_row(self._serials, people.Newcomer(*facts))
            for facts in zip(
                draft.ids.tolist(),
                draft.stock.tolist(),
                draft.kind.tolist(),
                draft.level.tolist(),
                self._opened.tolist(),
                years,
                self._bits,
                strict=True,
            )
        ]

    def _bases(self) -> Column:
        bases = np.full_like(self._draft.ids, Base.ACTIVE)
        for status, base in _BASES.items():
            bases[among(self._draft.specific, status)] = base
        return bases

    def _states(self, meters: Meters) -> list[tuple[object, ...]]:
        draft, bases = self._draft, self._bases()
        masks = np.where(among(draft.specific, _S.PARTIAL), holds.MANUAL, draft.holds)
        passing = ((bases == Base.ACTIVE) | (bases == Base.TESTABLE)) & (masks == 0)
        opened = np.where(passing, np.maximum(self._activated, self._opened), 0)
        devices = [identities.imei(self._serials + card) for card in draft.ids.tolist()]
        seen = draft.plugged & (bases != Base.INACTIVE)
        moved = (masks & holds.DEVICE) != 0
        methods = self._methods()
        columns = (
            draft.ids.tolist(), bases.tolist(), masks.tolist(), self._zeros(), self._zeros(),
            opened.tolist(), self._zeros(), draft.plugged.astype(int).tolist(),
            [identities.imei(self._serials + 700_000_000 + number) if away else device
             for number, (device, away) in enumerate(zip(devices, moved.tolist(), strict=True))],
            [device if bound else 0
             for device, bound in zip(devices, seen.tolist(), strict=True)],
            ((masks & holds.REAL_NAME) == 0).astype(int).tolist(),
            self._renewing(), self._share("rebind", 15), draft.own_limit.tolist(),
            self._restoring(), self._zeros(), self._activated.tolist(), methods,
            np.where(draft.expires > 0,
                     (draft.expires + 1) * moments.DAY - moments.SHIFT - 1, 0).tolist(),
            self._periods(), self._anchors(), draft.test_until.tolist(),
            draft.test_quota.tolist(), meters.test_kb.tolist(), draft.silent_until.tolist(),
            np.where(bases == Base.STOPPED, draft.expires, 0).tolist(),
            meters.cycle_kb.tolist(), meters.month_kb.tolist(), self._zeros(), self._zeros(),
            self._sms(),
        )  # fmt: skip
        return list(zip(*columns, strict=True))

    def _zeros(self) -> list[int]:
        return [0] * len(self._draft.ids)

    def _share(self, stream: str, percent: int) -> list[int]:
        drawn = chance.shares(chance.key(self._plan.seed, stream), self._draft.ids)
        return _listed(drawn * 100 < percent)

    def _renewing(self) -> list[int]:
        draft = self._draft
        may = ~POOLED[draft.stock] & ~among(draft.specific, _S.TEST_DEVICE_CHANGE, _S.CANCELLED)
        return _listed(may & (np.array(self._share("auto-renew", 50)) > 0))

    def _restoring(self) -> list[int]:
        return [1 - one for one in self._share("no restore", 15)]

    def _sms(self) -> list[int]:
        drawn = chance.shares(chance.key(self._plan.seed, "sms"), self._draft.ids)
        texting = (self._draft.activated < FAR) & ~SMART[self._draft.stock]
        return _listed(np.where(texting, drawn * drawn * 30, 0))

    def _methods(self) -> list[str]:
        drawn = chance.shares(chance.key(self._plan.seed, "method"), self._draft.ids) * 1000
        active = (self._draft.activated < FAR).tolist()
        forcible = (~POOLED & ~SINGLE)[self._draft.stock].tolist()
        return [
            self._method(share, may_force) if is_active else ""
            for share, is_active, may_force in zip(drawn.tolist(), active, forcible, strict=True)
        ]

    @staticmethod
    def _method(share: float, may_force: bool) -> str:
        method = next(method for step, method in _METHODS if share < step)
        if not may_force and method is ActivationMethod.MANAGE:
            return ActivationMethod.FIRST_DATA_RECORD.value
        return method.value

    def _periods(self) -> list[int]:
        """Billing cycles of the first plan, bought with the card."""
        drawn = chance.shares(chance.key(self._plan.seed, "periods"), self._draft.ids)
        monthly = np.array([1, 3, 6, 12], np.int64)[(drawn * 4).astype(np.int64)]
        yearly = self._yearly()
        return _listed(np.where(yearly, 1, monthly))

    def _yearly(self) -> NDArray[np.bool_]:
        cycles = np.array([stock.voucher.cycle.months for stock in STOCKS], np.int64)
        found: NDArray[np.bool_] = cycles[self._draft.stock] == 12
        return found

    def _anchors(self) -> list[int]:
        months = moments.months_of(np.where(self._activated > 0, self._draft.activated, TODAY))
        return _listed(np.where(self._activated > 0, months, 0))

    def _subs(self, meters: Meters) -> list[tuple[object, ...]]:
        draft, bases = self._draft, self._bases()
        partial = among(draft.specific, _S.PARTIAL)
        masks = np.where(partial, holds.MANUAL, draft.holds)
        rows: list[tuple[object, ...]] = []
        for place in np.flatnonzero(SMART[draft.stock]).tolist():
            passing = bases[place] in (Base.ACTIVE, Base.TESTABLE)
            begun = max(int(self._activated[place]), int(self._opened[place])) if passing else 0
            rows += people.sub_rows(
                self._serials,
                people.Channels(
                    int(draft.ids[place]),
                    begun,
                    int(masks[place]),
                    bool(partial[place]),
                    int(meters.cycle_kb[place]),
                    self._bits[place],
                ),
            )
        return rows

    def _plans(self) -> None:
        draft = self._draft
        rows: list[tuple[object, ...]] = []
        this_month_ends = int(moments.last_days(moments.months_of(np.array([TODAY])))[0])
        queued = np.array(self._share("queued", 25)) > 0
        for place in np.flatnonzero(draft.expires > 0).tolist():
            card, stock = int(draft.ids[place]), int(draft.stock[place])
            begins, ends = int(draft.activated[place]), int(draft.expires[place])
            voucher, number = (
                STOCKS[stock].voucher,
                people.order_number(stock, int(self._opened[place])),
            )
            quota = voucher.tier_kb or 0
            running = (
                min(ends, this_month_ends) if queued[place] and not self._year(voucher) else ends
            )
            rows.append((card, 0, 0, begins, running, quota, number))
            if running < ends:
                renewal = self._purchases.renewal(card, voucher, running, ends)
                rows.append((card, 1, 0, running + 1, ends, quota, renewal))
        self._many("plan", rows)
        for stock, opened in zip(draft.stock.tolist(), self._opened.tolist(), strict=True):
            number = people.order_number(stock, opened)
            self._purchases.first(number, STOCKS[stock].voucher, opened)

    @staticmethod
    def _year(voucher: Voucher) -> bool:
        return voucher.cycle.months == 12

    def _events(self) -> None:
        draft = self._draft
        rows: list[tuple[object, ...]] = []
        for place, card in enumerate(draft.ids.tolist()):
            rows.append((int(self._opened[place]), card, "opened", "carrier", ""))
            if self._activated[place] > 0:
                rows.append((int(self._activated[place]), card, "activated", "carrier", ""))
            ending = _ENDINGS.get(_S(int(draft.specific[place])))
            if ending is not None:
                second = moments.begin(int(draft.until[place]))
                rows.append((second, card, ending[0].value, ending[1].value, ""))
            if draft.gone[place] < FAR:
                second = moments.begin(int(draft.gone[place]))
                rows.append((second, card, Event.CANCELLED.value, "timer", ""))
        self._connection.executemany(
            "INSERT INTO event (at, card, what, who, detail) VALUES (?, ?, ?, ?, ?)", rows
        )

    def _agenda(self) -> None:
        """The carrier lifts its holds in the weeks to come."""
        draft = self._draft
        drawn = chance.shares(chance.key(self._plan.seed, "lifting"), draft.ids)
        rows: list[tuple[object, ...]] = []
        for bit, what in ((holds.REAL_NAME, "certified"), (holds.ABNORMAL, "risk lifted")):
            for place in np.flatnonzero(draft.holds & bit).tolist():
                second = moments.begin(TODAY + 1) + int(drawn[place] * 25 * moments.DAY)
                rows.append((second, int(draft.ids[place]), what, "all"))
        self._connection.executemany(
            "INSERT INTO agenda (at, card, what, detail) VALUES (?, ?, ?, ?)", rows
        )


def _listed(column: NDArray[np.generic]) -> list[int]:
    return [int(value) for value in column.tolist()]
