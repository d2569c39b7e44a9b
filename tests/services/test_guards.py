"""Bounds on what a day may cost and on how much of a pool it may close (reliability.md 4.10)."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, update

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.guards import (
    GuardedAct,
    Guards,
    cap_obstacle,
    closing_obstacle,
    most_to_close,
    passed,
)
from simdesk.models.operations import (
    ActRequest,
    BlockedGroup,
    Preview,
    PricedGroup,
    RenewRequest,
    Request,
)
from simdesk.models.orders import Money
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import text
from simdesk.services.guards import GuardService
from simdesk.services.storage import guard_store
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.tables import operation
from tests.factories import a_card_row, a_moment
from tests.services.desk_stage import now, staged
from tests.services.storage.desk_file import memory_engine, put_operation, put_rows

NOW = a_moment(2026, 6, 15, 9)
ROWS = [
    a_card_row(id=n, iccid=f"8986{n:016d}", specific=SpecificStatus.IN_USE) for n in range(1, 41)
]
POOL = ROWS[0].facts.voucher


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = memory_engine()
    with engine.begin() as open_one:
        put_rows(open_one, ROWS)
        yield open_one
    engine.dispose()


def closed(
    connection: Connection,
    card: int,
    state: str,
    *,
    action: Action = Action.SUSPEND,
    hours_ago: float = 0,
    running: str = "RUNNING",
) -> None:
    """An act on one card that came to this."""
    at = seconds(NOW - timedelta(hours=hours_ago))
    name = put_operation(connection, ROWS[card - 1], action.value, state, settled_at=at)
    mine = operation.c.id == name
    connection.execute(update(operation).where(mine).values(requested_at=at, state=running))


def closing(*cards: int) -> GuardedAct:
    return GuardedAct(closing={POOL: cards})


@pytest.mark.parametrize(
    ("active", "percent", "most"),
    [(40, 10, 4), (49, 10, 4), (9, 10, 1), (0, 10, 1), (40, 0, 1), (40, 100, 40)],
)
def test_a_share_is_rounded_down_and_one_card_always_may(
    active: int, percent: int, most: int
) -> None:
    assert most_to_close(active, percent) == most


def test_sentences_say_what_is_left() -> None:
    assert cap_obstacle(Money(50), Money(50), Money(100)) is None
    assert cap_obstacle(Money(0), Money(500), Money(100)) is None
    assert str(cap_obstacle(Money(51), Money(50), Money(100))) == (
        "It costs CNY 0.51, but of today's spending limit of CNY 1.00 only CNY 0.50 is left:"
        " CNY 0.50 is spent, reserved or in flight."
    )
    assert closing_obstacle("V", 4, 0, 40, 10) is None
    assert str(closing_obstacle("V", 5, 0, 40, 10)) == (
        "V: no more than 10 % of its 40 active cards may be suspended or cancelled in a day,"
        " that is 4; it would be 5."
    )
    assert str(closing_obstacle("V", 2, 3, 40, 10)) == (
        "V: no more than 10 % of its 40 active cards may be suspended or cancelled in a day,"
        " that is 4; 3 are already, it would be 2 more."
    )
    both = passed([text("One."), text("Two.")])
    assert str(both) == "One. Two. The limits are set under Edit, Limits."


COUNTED = [
    ("PLANNED", {}),
    ("PLANNED", {"hours_ago": 50}),
    ("SENDING", {}),
    ("UNKNOWN", {"hours_ago": 500}),
    ("NEEDS_HUMAN", {"running": "FINISHED"}),
    ("DONE", {}),
    ("DONE", {"hours_ago": 9, "running": "FINISHED"}),
    ("DONE", {"action": Action.CANCEL}),
]
PASSED_BY = [
    ("DONE", {"hours_ago": 9.1}),
    ("DONE", {"action": Action.RESUME}),
    ("FAILED", {}),
    ("NOT_APPLIED", {}),
    ("SKIPPED", {}),
    ("WITHDRAWN", {"running": "STOPPED"}),
    ("PLANNED", {"running": "STOPPED"}),
]


@pytest.mark.parametrize(
    ("state", "how", "counts"),
    [*((*one, True) for one in COUNTED), *((*one, False) for one in PASSED_BY)],
)
def test_what_was_closed_today_or_may_be_counts(
    connection: Connection, state: str, how: dict[str, object], counts: bool
) -> None:
    guard_store.change(connection, Guards(closing_percent=10), Auditor("lin", "here", lambda: NOW))
    closed(connection, 1, state, **how)  # type: ignore[arg-type]  # as the table has them
    assert guard_store.violated(connection, closing(2, 3, 4), NOW) == ()
    found = guard_store.violated(connection, closing(2, 3, 4, 5), NOW)
    assert bool(found) is counts
    # The same card again is no further card.
    assert guard_store.violated(connection, closing(1, 2, 3, 4), NOW) == ()


def test_without_bounds_nothing_is_in_the_way(connection: Connection) -> None:
    act = GuardedAct(Money(10**9), {POOL: range(1, 41)})
    assert guard_store.violated(connection, act, NOW) == ()


def test_every_voucher_is_judged_by_itself(connection: Connection) -> None:
    auditor = Auditor("lin", "here", lambda: NOW)
    guard_store.change(connection, Guards(Money(100), 10), auditor)
    act = GuardedAct(Money(101), {POOL: range(1, 6), "unknown": (1, 2)})
    assert len(guard_store.violated(connection, act, NOW)) == 3
    # A cap in another currency than the wallet's says nothing.
    assert guard_store.violated(connection, GuardedAct(Money(101, "EUR")), NOW) == ()
    paid = {"amount_minor": 60, "currency": "CNY"}
    put_operation(connection, ROWS[39], Action.RENEW.value, "SENDING", **paid)
    assert len(guard_store.violated(connection, GuardedAct(Money(41)), NOW)) == 1
    assert guard_store.violated(connection, GuardedAct(Money(40)), NOW) == ()


def preview(request: ActRequest, total: Money | None = None) -> Preview:
    return Preview(
        request,
        7,
        (
            PricedGroup((1, 2, 3), POOL, None),
            PricedGroup((4,), "other", None),
            PricedGroup((5, 6), POOL, None),
        ),
        (BlockedGroup(text("no"), (7,)),),
        {},
        total,
        (),
        NOW,
        1.0,
    )


def test_what_a_preview_closes() -> None:
    renewal = GuardedAct.of(preview(RenewRequest(1), Money(5)))
    assert renewal == GuardedAct(Money(5), {})
    for action in (Action.SUSPEND, Action.CANCEL):
        assert GuardedAct.of(preview(Request(action))).closing == {
            POOL: [1, 2, 3, 5, 6],
            "other": [4],
        }
    assert GuardedAct.of(preview(Request(Action.RESUME))).closing == {}


@asynccontextmanager
async def service(folder: Path) -> AsyncIterator[GuardService]:
    async with staged(folder, ROWS) as stage:
        auditor = Auditor("lin", "here", now)
        yield GuardService(stage.database, stage.announcer, now, auditor=auditor)


async def test_a_preview_is_held_against_the_bounds(tmp_path: Path) -> None:
    async with service(tmp_path) as guards:
        await guards.change(Guards(Money(400), 10))
        suspend = Request(Action.SUSPEND)
        (obstacle,) = await guards.obstacles(preview(suspend))
        assert "40 active cards" in str(obstacle)
        await guards.change(Guards(Money(400), 50))
        assert await guards.obstacles(preview(suspend)) == ()
        (obstacle,) = await guards.obstacles(preview(RenewRequest(1), Money(401)))
        assert "only CNY 4.00 is left" in str(obstacle)
        with pytest.raises(KnownError):
            await guards.change(Guards(closing_percent=-1))
        assert await guards.guards() == Guards(Money(400), 50)
