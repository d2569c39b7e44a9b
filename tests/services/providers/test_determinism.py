"""The same seed gives the same world, and how often one looks changes nothing."""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from simdesk.models.account_commands import (
    AccountCommand,
    AddCards,
    BuyFunctionFees,
    CloseOrder,
    EnlargePool,
    PayOrder,
    SetVoucherLimit,
)
from simdesk.models.commands import (
    AddOn,
    CancelAccount,
    CardRef,
    Command,
    ForceActivate,
    Renew,
    Resume,
    ResumeUse,
    SetAutoRebind,
    SetUsageLimit,
    Suspend,
)
from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.services.providers.simulator import FleetPlan, Profile, build_world, moments
from simdesk.services.providers.simulator.world import World
from tests.services.providers.worlds import PLENTY, a_world, seconds

RESTLESS = FleetPlan(60, seed=9, restless=12)
KINDS: tuple[Callable[..., Command], ...] = (
    Suspend,
    Resume,
    ResumeUse,
    ForceActivate,
    CancelAccount,
    lambda ref: Renew(ref, 1, PLENTY),
    lambda ref: AddOn(ref, 30 * KB_PER_MB, 1, PLENTY),
    lambda ref: SetUsageLimit(ref, 5),
    lambda ref: SetAutoRebind(ref, True),
)


VOUCHERS = ("CU_UP_M_2_north", "CM_SF_M_2_100M", "AL_UP_M_2_roaming")
ON_ACCOUNT: tuple[Callable[[str, str], AccountCommand], ...] = (
    lambda voucher, unpaid: AddCards(voucher, 2, PLENTY),
    lambda voucher, unpaid: EnlargePool(voucher, 10 * KB_PER_GB, PLENTY),
    lambda voucher, unpaid: BuyFunctionFees(voucher, 3, PLENTY),
    lambda voucher, unpaid: SetVoucherLimit(voucher, 5),
    lambda voucher, unpaid: PayOrder(unpaid, PLENTY),
    lambda voucher, unpaid: CloseOrder(unpaid),
)


def dumped(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_two_builds_are_the_same(tmp_path: Path) -> None:
    one, other, third = (tmp_path / name for name in ("1.db", "2.db", "3.db"))
    build_world(one, FleetPlan(500, seed=11))
    build_world(other, FleetPlan(500, seed=11))
    build_world(third, FleetPlan(500, seed=12))
    assert one.read_bytes() == other.read_bytes()
    assert dumped(one) != dumped(third)


def test_profiles_and_sizes_are_different_worlds(tmp_path: Path) -> None:
    plans = [FleetPlan(30), FleetPlan(31), FleetPlan(30, profile=Profile.LINKCARD)]
    plans += [FleetPlan(30, restless=2), FleetPlan(30, months=3)]
    ids = set()
    for number, plan in enumerate(plans):
        folder = tmp_path / str(number)
        folder.mkdir()
        with a_world(folder, plan) as world:
            ids.add(world.id)
    assert len(ids) == len(plans)


def act(world: World, refs: list[CardRef], moment: int, number: int) -> None:
    """The operator's act at this moment, drawn from its number alone."""
    chance = random.Random(number)
    world.pass_time(moment)
    ref = chance.choice(refs)
    world.send(chance.choice(KINDS)(ref), f"serial-{number}")
    later = chance.choice(KINDS)(ref)
    world.accept(later, f"late-{number}", chance.randrange(1, 90_000), None)
    if number % 7 == 0:
        poor = chance.random() < 0.4
        world.transact(lambda: world.till.set_balance(0 if poor else 10_000_000, world.at))
        command = chance.choice(ON_ACCOUNT)(chance.choice(VOUCHERS), unpaid_in(world))
        world.send(command, f"account-{number}")
        world.accept(command, f"late account-{number}", chance.randrange(1, 90_000), None)


def unpaid_in(world: World) -> str:
    row = world.rows.execute("SELECT max(number) FROM orders WHERE state = 'unpaid'").fetchone()
    return str(row[0])


def test_one_jump_or_many_steps_lead_to_the_same_world(tmp_path: Path) -> None:
    start, days = seconds(2026, 6, 15, 9), 50
    acts = [start + 1 + number * 21_611 for number in range(days * 4)]
    end = start + days * moments.DAY
    dumps = []
    for name, stride in (("jump", None), ("steps", 14_407), ("strides", 250_007)):
        folder = tmp_path / name
        folder.mkdir()
        with a_world(folder, RESTLESS) as world:
            refs = [one.facts.ref for one in world.reader.page(1, 60, world.today)]
            looks = [] if stride is None else list(range(start, end, stride))
            for moment in sorted({*acts, *looks}):
                if moment in looks:
                    world.pass_time(moment)
                if moment in acts:
                    act(world, refs, moment, acts.index(moment))
            world.pass_time(end)
        dumps.append(dumped(folder / "world.db"))
    assert dumps[0] == dumps[1] == dumps[2]
    events = [line for line in dumps[0] if line.startswith('INSERT INTO "event"')]
    assert any("device changed" in line for line in events)
    assert any("cancellation finished" in line for line in events)
    orders = [line for line in dumps[0] if line.startswith('INSERT INTO "orders"')]
    for what in ("ADD_CARD','completed", "ADD_FLOW','completed", "'closed'"):
        assert any(what in line for line in orders), what


def test_closing_and_opening_changes_nothing(tmp_path: Path) -> None:
    end = seconds(2026, 7, 20)
    dumps = []
    for name, rests in (("straight", []), ("in parts", [seconds(2026, 6, 30, 23, 59, 59)])):
        folder = tmp_path / name
        folder.mkdir()
        for until in (*rests, end):
            with a_world(folder, RESTLESS) as world:
                world.pass_time(until)
        dumps.append(dumped(folder / "world.db"))
    assert dumps[0] == dumps[1]


def test_a_failed_transaction_leaves_no_trace(tmp_path: Path) -> None:
    with a_world(tmp_path, RESTLESS) as world:
        before = (world.at, world.till.balance, list(world.rows.iterdump()))

        def fail() -> None:
            world.till.set_balance(1, world.at)
            world.at += 5
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            world.transact(fail)
        assert (world.at, world.till.balance, list(world.rows.iterdump())) == before
