"""What can be read from a world: cards, usage, plans and orders, in the words of the trade."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from simdesk.models.commands import CardRef
from simdesk.models.orders import Order
from simdesk.models.periods import Month
from simdesk.models.usage import ActivePlan, CardUsage, CarrierShare, MonthUsage
from simdesk.models.voucher import Voucher, parse_voucher
from simdesk.services.providers.base import CardReading
from simdesk.services.providers.simulator import chance, moments
from simdesk.services.providers.simulator.catalog import plan_name
from simdesk.services.providers.simulator.lines import (
    CARD_COLUMNS,
    SUB_COLUMNS,
    CardLine,
    OrderLine,
    SubLine,
    VoucherRow,
    order_of,
    reading,
)
from simdesk.services.providers.simulator.traffic import days_of

_PACK: Final = 500
Found = tuple[CardLine, list[SubLine]]


class Reader:
    """Reads one world; must be used in its thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.vouchers = {
            number: VoucherRow(parse_voucher(words), limit, bool(restore))
            for number, words, limit, restore in connection.execute(
                "SELECT id, words, limit_kb, limit_restore FROM voucher"
            )
        }

    def count(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM card").fetchone()[0])

    def page(self, first: int, last: int, today: int) -> list[CardReading]:
        """Cards with ids from `first` to `last`; `today` is the day number usage runs up to."""
        return self._readings(self.lines("c.id BETWEEN ? AND ?", (first, last)), today)

    def named(self, refs: Iterable[CardRef], today: int) -> list[CardReading]:
        """The cards of these references, in order of their numbers; unknown ones are left out."""
        found: list[CardReading] = []
        wanted = list(dict.fromkeys(refs))
        for start in range(0, len(wanted), _PACK):
            pack = wanted[start : start + _PACK]
            marks = ", ".join(["(?, ?)"] * len(pack))
            words = [part for ref in pack for part in (ref.iccid, ref.instance_id)]
            found += self._readings(
                self.lines(f"(c.iccid, c.instance) IN (VALUES {marks})", words), today
            )
        return found

    def find(self, ref: CardRef) -> int | None:
        """The card's number in this world; None for an unknown one."""
        row = self._connection.execute(
            "SELECT id FROM card WHERE iccid = ? AND instance = ?", (ref.iccid, ref.instance_id)
        ).fetchone()
        return None if row is None else int(row[0])

    def voucher_of(self, ref: CardRef) -> Voucher | None:
        row = self._connection.execute(
            "SELECT voucher FROM card WHERE iccid = ? AND instance = ?",
            (ref.iccid, ref.instance_id),
        ).fetchone()
        return None if row is None else self.vouchers[row[0]].voucher

    def lines(self, where: str, words: Sequence[object]) -> list[Found]:
        """Cards with their sub-cards. `where` holds our own names and question marks only."""
        rows = self._connection.execute(
            f"SELECT {CARD_COLUMNS} FROM card c JOIN state s ON s.card = c.id"
            f" WHERE {where} ORDER BY c.id",
            words,
        )
        cards = [CardLine._make(row) for row in rows]
        subs = self._subs([card.id for card in cards if card.smart])
        return [(card, subs.get(card.id, [])) for card in cards]

    def _readings(self, found: list[Found], today: int) -> list[CardReading]:
        as_of = moments.begin(today)
        return [reading(card, self.vouchers[card.voucher], subs, as_of) for card, subs in found]

    def _subs(self, cards: list[int]) -> dict[int, list[SubLine]]:
        found: dict[int, list[SubLine]] = defaultdict(list)
        for start in range(0, len(cards), _PACK):
            pack = cards[start : start + _PACK]
            marks = ", ".join("?" * len(pack))
            for row in self._connection.execute(
                f"SELECT {SUB_COLUMNS} FROM sub_card WHERE card IN ({marks}) ORDER BY card, seq",
                pack,
            ):
                line = SubLine._make(row)
                found[line.card].append(line)
        return found

    def usage(self, ref: CardRef, months: Sequence[Month], today: int) -> CardUsage | None:
        """Daily usage in these months, the plans that run or wait, and each carrier's share."""
        card = self.find(ref)
        if card is None:
            return None
        found = []
        for month in months:
            row = self._connection.execute(
                "SELECT days FROM usage WHERE card = ? AND month = ?",
                (card, moments.month_number(month)),
            ).fetchone()
            found.append(MonthUsage(month, days_of(row[0]) if row else (None,) * 31))
        return CardUsage(tuple(found), self._plans(card, today), self._shares(card))

    def _plans(self, card: int, today: int) -> tuple[ActivePlan, ...]:
        voucher = self._connection.execute(
            "SELECT v.words FROM card c JOIN voucher v ON v.id = c.voucher WHERE c.id = ?", (card,)
        ).fetchone()[0]
        name = plan_name(parse_voucher(voucher))
        return tuple(
            ActivePlan(
                name,
                moments.day_of(starts),
                moments.day_of(ends),
                quota,
                "add-on package" if add_on else "",
            )
            for add_on, starts, ends, quota in self._connection.execute(
                "SELECT add_on, starts, ends, quota_kb FROM plan WHERE card = ? AND ends >= ?"
                " ORDER BY starts, seq",
                (card, today),
            )
        )

    def _shares(self, card: int) -> tuple[CarrierShare, ...]:
        return tuple(
            CarrierShare(
                carrier,
                cycle_kb,
                chance.between(8, 29, chance.one(card, "signal", seq)),
                chance.between(25, 140, chance.one(card, "delay", seq)),
            )
            for seq, carrier, cycle_kb in self._connection.execute(
                "SELECT seq, carrier, cycle_kb FROM sub_card WHERE card = ? ORDER BY seq", (card,)
            )
        )

    def orders(self, since: int, first: int, count: int) -> tuple[list[Order], int]:
        """Orders created from second `since` on, newest first, and how many there are."""
        total = self._connection.execute(
            "SELECT count(*) FROM orders WHERE created >= ?", (since,)
        ).fetchone()[0]
        rows = self._connection.execute(
            "SELECT o.number, o.kind, o.state, o.minor, o.created, o.paid, c.iccid, o.voucher,"
            " o.serial FROM orders o LEFT JOIN card c ON c.id = o.card WHERE o.created >= ?"
            " ORDER BY o.created DESC, o.id DESC LIMIT ? OFFSET ?",
            (since, count, first),
        )
        return [order_of(OrderLine._make(row)) for row in rows], int(total)
