"""The desk's journal against the world's orders: nothing paid twice, nothing lost."""

from collections import Counter

from simdesk.models.operations import ItemState
from simdesk.models.orders import OrderState, OrderType
from simdesk.services.providers.simulator.truth import Truth
from tests.years.life import Life

_OURS = frozenset({OrderType.RENEW, OrderType.FLOW_PLUS})


async def unbalanced(life: Life, first: Truth, now: Truth) -> list[str]:
    """Paid items without their order, orders without their item, orders with two."""
    old = {order.number for order in first.orders}
    made = {
        order.number
        for order in now.orders
        if order.number not in old and order.kind in _OURS and order.state is OrderState.COMPLETED
    }
    booked: Counter[str] = Counter()
    doubtful = 0
    for operation in await life.desk.operations.operations():
        if not operation.request.action.paid:
            continue
        for item in await life.desk.operations.items(operation.id, limit=operation.total):
            if item.state is ItemState.DONE and item.order_number is not None:
                booked[item.order_number] += 1
            if item.state.open:
                doubtful += 1
    found = [
        f"order {number} was booked {times} times" for number, times in booked.items() if times > 1
    ]
    found += [f"booked order {number} does not exist" for number in booked.keys() - made]
    lost = made - booked.keys()
    if len(lost) > doubtful:
        found.append(f"{len(lost)} paid orders, {doubtful} items in doubt: {sorted(lost)[:5]}")
    return found


async def outcomes(life: Life) -> "Counter[ItemState]":
    """What became of every card's act in this life."""
    found: Counter[ItemState] = Counter()
    for operation in await life.desk.operations.operations():
        found.update(operation.counts)
    return found
