"""What can be read from a world: cards, usage, plans and orders, in the words of the trade."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from simdesk.models.commands import CardRef
from simdesk.models.orders import Order
from simdesk.models.periods import Month
from simdesk.models.usage import ActivePlan, CardUsage, CarrierShare, MonthUsage
from simdesk.models.voucher import Voucher, parse_voucher
from simdesk.services.providers.base import CardReading
from simdesk.services.providers.simulator import chance, moments
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

_KEPT: Final = 4_096
"""Readings kept, in case the same cards are asked for again."""
_UNKNOWN: Final = (None,) * 31
_LISTED: Final = "(SELECT value FROM json_each(?))"
Found = tuple[CardLine, list[SubLine]]


class Reader:
    """Reads one world; must be used in its thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.vouchers: dict[int, VoucherRow] = {}
        self._by_words: dict[str, int] = {}
        self._kept: dict[int, tuple[CardLine, list[SubLine], int, CardReading]] = {}
        self.reload()

    def reload(self) -> None:
        """Read the vouchers anew, into the table that others hold."""
        self._kept.clear()
        for number, words, limit, restore in self._connection.execute(
            "SELECT id, words, limit_kb, limit_restore FROM voucher"
        ):
            self.vouchers[number] = VoucherRow(parse_voucher(words), limit, bool(restore))
            self._by_words[words] = number

    def numbered(self, voucher: str) -> int | None:
        """The number of a voucher in this world; None for an unknown one."""
        return self._by_words.get(voucher)

    def count(self) -> int:
        """How many cards there are; they are numbered from 1."""
        return int(self._connection.execute("SELECT coalesce(max(id), 0) FROM card").fetchone()[0])

    def page(self, first: int, last: int, today: int) -> list[CardReading]:
        """Cards with ids from `first` to `last`; `today` is the day number usage runs up to."""
        return self._readings(self.lines("c.id BETWEEN ? AND ?", (first, last)), today)

    def named(self, refs: Iterable[CardRef], today: int) -> list[CardReading]:
        """The cards of these references, in order of their numbers; unknown ones are left out."""
        cards = json.dumps(list(self._numbers(refs).values()))
        return self._readings(self.lines(f"c.id IN {_LISTED}", (cards,)), today)

    def _numbers(self, refs: Iterable[CardRef]) -> dict[CardRef, int]:
        """The cards' numbers in this world; unknown cards are absent."""
        wanted = {(ref.iccid, ref.instance_id): ref for ref in refs}
        rows = self._connection.execute(
            f"SELECT id, iccid, instance FROM card WHERE iccid IN {_LISTED}",
            (json.dumps([iccid for iccid, _ in wanted]),),
        )
        found = {(iccid, instance): card for card, iccid, instance in rows}
        return {ref: found[key] for key, ref in wanted.items() if key in found}

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
        return [self.reading(card, subs, as_of) for card, subs in found]

    def reading(self, card: CardLine, subs: list[SubLine], as_of: int) -> CardReading:
        """The card in the words of the trade; one that is as it was before is not worded anew."""
        kept = self._kept.get(card.id)
        if kept is not None and kept[0] == card and kept[1] == subs and kept[2] == as_of:
            return kept[3]
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        made = reading(card, self.vouchers[card.voucher], subs, as_of)
        self._kept[card.id] = (card, subs, as_of, made)
        return made

    def _subs(self, cards: list[int]) -> dict[int, list[SubLine]]:
        found: dict[int, list[SubLine]] = defaultdict(list)
        if not cards:
            return found
        for row in self._of_cards(
            f"SELECT {SUB_COLUMNS} FROM sub_card WHERE card IN {_LISTED} ORDER BY card, seq", cards
        ):
            line = SubLine._make(row)
            found[line.card].append(line)
        return found

    def usage(
        self, refs: Iterable[CardRef], months: Sequence[Month], today: int
    ) -> dict[CardRef, CardUsage]:
        """Daily usage in these months, the plans that run or wait, and each carrier's share.

        Unknown cards are left out.
        """
        numbers = self._numbers(refs)
        cards = list(numbers.values())
        wanted = [(month, moments.month_number(month)) for month in months]
        days = self._days(cards, [number for _, number in wanted])
        plans, shares = self._plans(cards, today), self._shares(cards)
        return {
            ref: CardUsage(
                tuple(
                    [MonthUsage(month, days.get((card, at), _UNKNOWN)) for month, at in wanted],
                ),
                tuple(plans.get(card, ())),
                tuple(shares.get(card, ())),
            )
            for ref, card in numbers.items()
        }

    def _days(
        self, cards: Sequence[int], months: Sequence[int]
    ) -> dict[tuple[int, int], tuple[int | None, ...]]:
        rows = self._of_cards(
            f"SELECT card, month, days FROM usage WHERE card IN {_LISTED}"
            f" AND month IN ({', '.join(map(str, months))})",
            cards,
        )
        return {(card, month): days_of(days) for card, month, days in rows}

    def _plans(self, cards: Sequence[int], today: int) -> dict[int, list[ActivePlan]]:
        found: dict[int, list[ActivePlan]] = defaultdict(list)
        rows = self._of_cards(
            "SELECT p.card, c.voucher, p.add_on, p.starts, p.ends, p.quota_kb FROM plan p"
            f" JOIN card c ON c.id = p.card WHERE p.card IN {_LISTED}"
            " AND p.ends >= ? ORDER BY p.card, p.starts, p.seq",
            cards,
            today,
        )
        for card, voucher, add_on, starts, ends, quota in rows:
            name = self.vouchers[voucher].plan_name
            first, last = moments.day_of(starts), moments.day_of(ends)
            remark = "add-on package" if add_on else ""
            found[card].append(ActivePlan(name, first, last, quota, remark))
        return found

    def _shares(self, cards: Sequence[int]) -> dict[int, list[CarrierShare]]:
        found: dict[int, list[CarrierShare]] = defaultdict(list)
        for card, seq, carrier, cycle_kb in self._of_cards(
            f"SELECT card, seq, carrier, cycle_kb FROM sub_card WHERE card IN {_LISTED}"
            " ORDER BY card, seq",
            cards,
        ):
            found[card].append(CarrierShare(carrier, cycle_kb, *_quality(card, seq)))
        return found

    def _of_cards(self, statement: str, cards: Sequence[int], *words: int) -> sqlite3.Cursor:
        """Rows of `statement`, whose first question mark is the list of cards."""
        return self._connection.execute(statement, (json.dumps(cards), *words))

    def orders(self, since: int, first: int, count: int) -> tuple[list[Order], int]:
        """Orders created from second `since` on, newest first, and how many there are."""
        total = self._connection.execute(
            "SELECT count(*) FROM orders WHERE created >= ?", (since,)
        ).fetchone()[0]
        rows = self._connection.execute(
            "SELECT o.number, o.kind, o.state, o.minor, o.created, o.paid, c.iccid, o.voucher,"
            " o.serial, o.quantity, o.size_kb FROM orders o LEFT JOIN card c ON c.id = o.card"
            " WHERE o.created >= ?"
            " ORDER BY o.created DESC, o.id DESC LIMIT ? OFFSET ?",
            (since, count, first),
        )
        return [order_of(OrderLine._make(row)) for row in rows], int(total)


@lru_cache(maxsize=4_096)
def _quality(card: int, seq: int) -> tuple[int, int]:
    """A sub-card's signal and delay, which never change."""
    signal = chance.between(8, 29, chance.one(card, "signal", seq))
    return signal, chance.between(25, 140, chance.one(card, "delay", seq))
