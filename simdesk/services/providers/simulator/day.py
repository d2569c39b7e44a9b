"""Midnight: the day that ended is counted, and what the calendar demands happens.

At 00:00 in this order: traffic of the ended day, a new month's or cycle's beginning, then the
cards' own events, each kind in order of the cards' numbers.
"""

import sqlite3
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simdesk.models.periods import AUTO_CANCEL_MONTHS
from simdesk.models.status import Base, Event, Trigger
from simdesk.services.providers.simulator import holds, moments
from simdesk.services.providers.simulator.board import Board, Fixed, read_fixed, read_tariffs
from simdesk.services.providers.simulator.course import Course
from simdesk.services.providers.simulator.draft import Column
from simdesk.services.providers.simulator.hazards import Hazards
from simdesk.services.providers.simulator.life import Life
from simdesk.services.providers.simulator.lines import VoucherRow
from simdesk.services.providers.simulator.traffic import NO_DATA, TEST_PERCENT, day_traffic, texted

RUN: Final = 5_000
Mask = NDArray[np.bool_]
_TIMED: Final = (
    Event.CANCELLATION_FINISHED,
    Event.CYCLE_BEGAN,
    Event.LIMIT_RESTORED,
    Event.TEST_QUOTA_EXCEEDED,
    Event.TEST_ENDED,
    Event.SILENT_ENDED,
    Event.PLAN_EXPIRED,
    Event.AUTO_CANCELLED,
    Event.LIMIT_REACHED,
    Event.QUOTA_USED_UP,
)
_BY_CARRIER: Final = frozenset({Event.TEST_QUOTA_EXCEEDED, Event.QUOTA_USED_UP})


class Midnight:
    """Ends one day and begins the next; must be used in the world's thread."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        course: Course,
        vouchers: Mapping[int, VoucherRow],
        hazards: Hazards,
    ) -> None:
        self._connection = connection
        self._course = course
        self._vouchers = vouchers
        self._tariffs = read_tariffs(vouchers)
        self._hazards = hazards
        self._seed = hazards.seed
        self._fixed: dict[int, Fixed] = {}

    def strike(self, day: int) -> None:
        """Begin `day` (days since 1970): all that happens at its 00:00."""
        self._tariffs = read_tariffs(self._vouchers)
        cards = self._connection.execute("SELECT coalesce(max(id), 0) FROM card").fetchone()[0]
        for first in range(1, cards + 1, RUN):
            self._run(first, min(first + RUN - 1, cards), day)

    def _run(self, first: int, last: int, day: int) -> None:
        if first not in self._fixed or len(self._fixed[first].level) <= last - first:
            # New, or cards have been delivered since.
            self._fixed[first] = read_fixed(self._connection, first, last)
        board = Board(self._connection, self._fixed[first], last, self._tariffs)
        if not len(board):
            return
        sent = self._count(board, day - 1)
        self._keep(board, sent, day - 1)
        turn = _Turn(board, day)
        due = turn.due()
        turn.renew_counters()
        board.save()
        self._let_happen(board, due | turn.reached(), day)
        self._hazards.plan_day(day, board["card"], board["base"], board["plugged"])

    def _count(self, board: Board, day: int) -> Column:
        """Traffic of `day` in KB, added to the counters."""
        full = day_traffic(self._seed, board.devices, day)
        testing = board["base"] == Base.TESTABLE
        full = np.where(testing, full * TEST_PERCENT // 100, full)
        full = np.where(board["plugged"] > 0, full, 0)
        sent = full * _open_secs(board["open_from"], board["open_secs"], day) // moments.DAY
        if board.subs:
            sent = np.where(board.smart, _sent_by_subs(board, full, day), sent)
        board["cycle_kb"][:] += sent
        board["month_kb"][:] += sent
        board["test_kb"][:] += np.where(testing, sent, 0)
        board["open_secs"][:] = 0
        bound = (sent > 0) & ((board["holds"] & holds.DEVICE) == 0)
        board["imei"][bound] = board["device"][bound]
        board["sms"][:] += texted(self._seed, board["card"], day) & (sent > 0) & ~board.smart
        return sent

    def _keep(self, board: Board, sent: Column, day: int) -> None:
        """Store the day in the cards' months."""
        date = moments.day_of(day)
        month = date.year * 12 + date.month - 1
        values = sent.astype("<u4").tobytes()
        parts = [values[start : start + 4] for start in range(0, len(values), 4)]
        cards = board["card"].tolist()
        if date.day == 1:
            rest = NO_DATA.to_bytes(4, "little") * 30
            self._connection.executemany(
                "INSERT OR REPLACE INTO usage VALUES (?, ?, ?)",
                [(card, month, part + rest) for card, part in zip(cards, parts, strict=True)],
            )
            return
        before, after = 4 * (date.day - 1), 4 * date.day + 1
        self._connection.executemany(
            f"UPDATE usage SET days = CAST(substr(days, 1, {before:d}) || ?"
            f" || substr(days, {after:d}) AS BLOB) WHERE card = ? AND month = {month:d}",
            zip(parts, cards, strict=True),
        )

    def _let_happen(self, board: Board, due: dict[Event, Mask], day: int) -> None:
        at = moments.begin(day)
        for event in _TIMED:
            for card in board["card"][due[event]].tolist():
                life = self._course.lives.load(card)
                self._happen(life, event, at)
                self._course.lives.save(life)

    def _happen(self, life: Life, event: Event, at: int) -> None:
        if event is Event.PLAN_EXPIRED:
            self._course.expire(life, at)
            return
        who = Trigger.CARRIER if event in _BY_CARRIER else Trigger.TIMER
        refusal = self._course.occur(life, event, at, who)
        if refusal is None and event is Event.CANCELLATION_FINISHED:
            self._course.till.charge_late_cancellation(life, at)


class _Turn:
    """Which cards the calendar touches on a day."""

    def __init__(self, board: Board, day: int) -> None:
        self._board = board
        self._day = day
        date = moments.day_of(day)
        self._month = date.year * 12 + date.month - 1
        self._month_begins = date.day == 1
        passed = self._month - board["anchor"]
        begins = np.full(len(board), self._month_begins)
        self._cycle_begins = begins & (passed % board.cycle_months == 0)

    def due(self) -> dict[Event, Mask]:
        """Events of the calendar, by what the cards were until midnight."""
        board, day, base = self._board, self._day, self._board["base"]
        held_for_limit = (board["holds"] & holds.USAGE) > 0
        over_test = board["test_kb"] > board["test_quota"]
        second = moments.begin(day)
        return {
            Event.CANCELLATION_FINISHED: (board["due"] > 0) & (board["due_on"] <= day),
            Event.CYCLE_BEGAN: self._cycle_begins & ((board["holds"] & holds.CREDIT) > 0),
            Event.LIMIT_RESTORED: held_for_limit & (board.restores > 0) & self._month_begins,
            Event.TEST_QUOTA_EXCEEDED: (base == Base.TESTABLE) & over_test,
            Event.TEST_ENDED: (base == Base.TESTABLE) & (board["test_until"] <= day),
            Event.SILENT_ENDED: (base == Base.INACTIVE) & (board["silent_until"] <= day),
            Event.PLAN_EXPIRED: (base == Base.ACTIVE)
            & (board["expires"] > 0)
            & (board["expires"] < second),
            Event.AUTO_CANCELLED: self._long_stopped(),
        }

    def _long_stopped(self) -> Mask:
        stopped = self._board["stopped_on"]
        waited = moments.added_months(stopped, AUTO_CANCEL_MONTHS) + 1
        found: Mask = (self._board["base"] == Base.STOPPED) & (stopped > 0) & (waited <= self._day)
        return found

    def renew_counters(self) -> None:
        """Months, cycles and add-ons begin and end."""
        board = self._board
        begins = self._cycle_begins
        beyond = np.maximum(board["cycle_kb"] - board.quota, 0)
        left = np.maximum(board["extra_kb"] - beyond, 0)
        board["extra_kb"][begins] = left[begins]
        board["extra_kb"][board["extra_until"] < self._day] = 0
        board["cycle_kb"][begins] = 0
        board["sms"][begins] = 0
        if board.subs:
            anew = np.isin(board.subs["card"], board["card"][begins])
            board.subs["cycle_kb"][anew] = 0
        if self._month_begins:
            board["month_kb"][:] = 0
            board["overridden"][:] = 0

    def reached(self) -> dict[Event, Mask]:
        """Limits and quotas that the new counters have reached."""
        board = self._board
        active = board["base"] == Base.ACTIVE
        single = board.quota > 0
        limited = (board.limit > 0) & (board["month_kb"] >= board.limit)
        used_up = board["cycle_kb"] >= board.quota + board["extra_kb"]
        unheld = (board["holds"] & holds.USAGE) == 0
        return {
            Event.LIMIT_REACHED: active & ~single & limited & unheld & (board["overridden"] == 0),
            Event.QUOTA_USED_UP: active & single & used_up & ((board["holds"] & holds.CREDIT) == 0),
        }


def _open_secs(open_from: Column, open_secs: Column, day: int) -> Column:
    """Seconds of `day` in which the network was open; `open_from` 0 is closed now."""
    since = moments.begin(day + 1) - np.maximum(open_from, moments.begin(day))
    return open_secs + np.where(open_from > 0, since, 0)


def _sent_by_subs(board: Board, full: Column, day: int) -> Column:
    """Smart cards' traffic: each sub-card carries its weight while it is open."""
    subs = board.subs
    place = np.searchsorted(board["card"], subs["card"])
    secs = _open_secs(subs["open_from"], subs["open_secs"], day)
    total = np.zeros_like(full)
    np.add.at(total, place, subs["weight"])
    carried = full[place] * subs["weight"] // total[place] * secs // moments.DAY
    subs["cycle_kb"] += carried
    sent = np.zeros_like(full)
    np.add.at(sent, place, carried)
    return sent
