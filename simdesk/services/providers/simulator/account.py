"""What commands for a voucher or an order do to the world: the guard of each, and its effect."""

import sqlite3
from typing import Final

from simdesk.models.account_commands import (
    AccountCommand,
    AddCards,
    BuyFunctionFees,
    CloseOrder,
    EnlargePool,
    PayOrder,
    Purchase,
    SetVoucherLimit,
    offered,
    order_type,
)
from simdesk.models.capabilities import Capabilities
from simdesk.models.orders import Money, OrderState, OrderType
from simdesk.models.outcomes import Done, Outcome, Refused
from simdesk.models.periods import Month
from simdesk.models.usage import KB_PER_MB
from simdesk.services.providers.simulator import holds, moments, refusals
from simdesk.services.providers.simulator.agenda import Agenda
from simdesk.services.providers.simulator.course import Course
from simdesk.services.providers.simulator.delivery import delivery_second
from simdesk.services.providers.simulator.hazards import DELIVERY
from simdesk.services.providers.simulator.pools import Pools
from simdesk.services.providers.simulator.reading import Reader
from simdesk.services.providers.simulator.till import Bill, Ware

MOST_CARDS: Final = 1_000
MOST_UNITS: Final = 1_000_000
"""Most that one order may ask for."""


class Account:
    """Carries out commands on vouchers and orders; must be used in the world's thread."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        reader: Reader,
        course: Course,
        *,
        pools: Pools,
        agenda: Agenda,
        able: Capabilities,
    ) -> None:
        self._connection = connection
        self._reader = reader
        self._course = course
        self._till = course.till
        self._pools = pools
        self._agenda = agenda
        self._able = able

    def act(self, command: AccountCommand, serial: str, at: int) -> Outcome:
        """Do what the command asks, or refuse with the provider's code."""
        refusal = self.refusal(command)
        if refusal is not None:
            return refusal
        match command:
            case SetVoucherLimit():
                return self._limit(command, at)
            case PayOrder(number=number):
                return self._pay(self._bill(number), at)
            case CloseOrder(number=number):
                self._till.move(number, self._bill(number).state, OrderState.CLOSED)
                return Done(number)
            case AddCards() | EnlargePool() | BuyFunctionFees():
                bill = self._till.order(_ware(command), self._price(command), at, serial)
                return self._pay(bill, at)

    def refusal(self, command: AccountCommand) -> Refused | None:
        """Why this cannot be done now; None when it can."""
        if not offered(command, self._able):
            return Refused(refusals.ILLEGAL_REQUEST, "This provider does not offer that.")
        if isinstance(command, PayOrder | CloseOrder):
            return self._not_payable(command)
        number = self._reader.numbered(command.voucher)
        if number is None:
            return Refused(refusals.NO_VOUCHER, f"There is no voucher {command.voucher}.")
        if not isinstance(command, SetVoucherLimit):
            return self._not_sold(command)
        if self._reader.vouchers[number].voucher.plan_type.single_card:
            return Refused(refusals.BUSINESS, "Cards of this plan type have no usage limit.")
        return refusals.of_limit(command.limit_mb)

    def _not_payable(self, command: PayOrder | CloseOrder) -> Refused | None:
        bill = self._till.bill(command.number)
        if bill is None:
            return Refused(refusals.ILLEGAL_PARAMETER, f"There is no order {command.number}.")
        if bill.state is not OrderState.UNPAID:
            return Refused(refusals.BUSINESS, f"Order {bill.number} is {bill.state}.")
        if isinstance(command, PayOrder):
            return refusals.of_price(bill.price, command.price)
        return None

    def _not_sold(self, command: Purchase) -> Refused | None:
        kind, count, most = order_type(command).value, _count(command), _most(command)
        if not 1 <= count <= most:
            return Refused(refusals.ILLEGAL_PARAMETER, f"BuyNum {count} is not offered.")
        price = self._offer(command)
        if price is None:
            return Refused(refusals.NO_TIER, f"{kind} is not sold so for {command.voucher}.")
        return refusals.of_price(price.times(count), command.price)

    def _price(self, command: Purchase) -> Money:
        """For the whole order. Raises ValueError for what is not sold."""
        price = self._offer(command)
        if price is None:
            raise ValueError(command)
        return price.times(_count(command))

    def _offer(self, command: Purchase) -> Money | None:
        """The price of one card, one unit or the enlargement; None where it is not sold."""
        number = self._reader.numbered(command.voucher)
        if number is None:
            return None
        offers = self._till.prices.voucher_offers(self._reader.vouchers[number].voucher)
        match command:
            case AddCards():
                return offers.card
            case BuyFunctionFees():
                return offers.function_fee
            case EnlargePool(size_kb=size):
                prices = {offer.size_kb: offer.price for offer in offers.enlargements}
                return prices.get(size)

    def _bill(self, number: str) -> Bill:
        """An order that is known to exist. Raises KeyError."""
        bill = self._till.bill(number)
        if bill is None:
            raise KeyError(number)
        return bill

    def _pay(self, bill: Bill, at: int) -> Outcome:
        """Pay an unpaid order, which then takes effect: at once, or when its cards arrive."""
        receipt = self._till.pay(bill, at)
        if receipt.paid:
            self._fulfil(bill, at)
        return refusals.unless_paid(receipt)

    def _fulfil(self, bill: Bill, at: int) -> None:
        ware = bill.ware
        if ware.kind is OrderType.ADD_CARD:
            self._agenda.add(delivery_second(at, bill.number), 0, DELIVERY, bill.number)
            return
        number = self._reader.numbered(ware.voucher)
        assert number is not None
        if ware.kind is OrderType.ADD_FLOW:
            self._pools.enlarge(number, ware.size_kb)
        else:
            month = Month.of(moments.day_of(moments.day_at(at)))
            self._pools.add_units(number, moments.month_number(month), ware.quantity)
        self._till.move(bill.number, OrderState.PROCESSING, OrderState.COMPLETED)

    def _limit(self, command: SetVoucherLimit, at: int) -> Outcome:
        number = self._reader.numbered(command.voucher)
        assert number is not None
        self._connection.execute(
            "UPDATE voucher SET limit_kb = ?, limit_restore = ? WHERE id = ?",
            (command.limit_mb * KB_PER_MB, int(command.auto_restore), number),
        )
        self._reader.reload()
        # Cards with a limit of their own go by that; the others are judged anew.
        inheriting = (
            "UPDATE state SET overridden = 0 WHERE limit_kb = 0 AND overridden <> 0"
            " AND card IN (SELECT id FROM card WHERE voucher = ?)"
        )
        self._connection.execute(inheriting, (number,))
        held = self._connection.execute(
            "SELECT s.card FROM card c JOIN state s ON s.card = c.id"
            " WHERE c.voucher = ? AND s.limit_kb = 0 AND s.holds & ? ORDER BY s.card",
            (number, holds.USAGE),
        ).fetchall()
        for (card,) in held:
            life = self._course.lives.load(card)
            self._course.lift_limit(life, at)
            self._course.lives.save(life)
        return Done()


def _ware(command: Purchase) -> Ware:
    size = command.size_kb if isinstance(command, EnlargePool) else 0
    return Ware(order_type(command), command.voucher, 0, _count(command), size)


def _count(command: Purchase) -> int:
    match command:
        case AddCards(count=count):
            return count
        case BuyFunctionFees(units=units):
            return units
        case EnlargePool():
            return 1


def _most(command: Purchase) -> int:
    return MOST_UNITS if isinstance(command, BuyFunctionFees) else MOST_CARDS
