"""Power cuts of the journal's recorded SQL: nothing corrupt, no intent lost (F22)."""

import asyncio
import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

import pytest

from simdesk.compose import SystemClock, open_desk
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.storage import engines
from tests.torture.disk import Kind
from tests.torture.power import FILE, Past, Tally, played, remembered, tallied
from tests.torture.program import Victim
from tests.torture.recording import recording
from tests.torture.tier import asked

pytestmark = pytest.mark.torture
CUTS = 3_000 if asked().night else 300
SEED = 4
CARDS, BULK = 800, 400
FULL = "PRAGMA synchronous=FULL"


async def lived(folder: Path) -> Past:
    """A desk that renews 400 cards on a rough day, is restarted and settles what was in doubt."""
    plan = FleetPlan(cards=CARDS, seed=2)
    desk = await open_desk(folder, plan, SystemClock(), "Li Na")
    await desk.sync.run()
    await desk.aclose()
    image = (folder / FILE).read_bytes()
    asked = Namespace(act="renew", cards=CARDS, most=BULK, faults="rough", window=False, room=None)
    with recording() as heard:
        desk = await open_desk(folder, plan, SystemClock(), "Li Na")
        await Victim(desk, asked).live()
        await desk.aclose()
    return remembered(image, heard.transactions)


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Past:
    return asyncio.run(lived(tmp_path_factory.mktemp("desk")))


def cut_off(past: Past, pragmas: Sequence[str]) -> Tally:
    began = time.monotonic()
    events = played(past, pragmas)
    folded = any(event.kind is Kind.WRITE and event.file == FILE for event in events)
    assert folded, "the log was never written back to the file: no cut can meet that"
    tally = tallied(past, events, CUTS, SEED)
    print(
        f"{pragmas[1]}: seed {SEED}, {tally}; {len(past.transactions)} transactions,"
        f" {len(events)} events of the disk, {time.monotonic() - began:.0f} s,"
        f" {dict(tally.manners)}"
    )
    return tally


def but(synchronous: str) -> list[str]:
    assert FULL in engines._PRAGMAS
    return [f"PRAGMA synchronous={synchronous}" if one == FULL else one for one in engines._PRAGMAS]


def test_the_recording_is_the_journal(past: Past) -> None:
    """It knows every send, in many transactions."""
    assert past.marks[-1].intents >= BULK
    assert len({mark.digest for mark in past.marks}) > 50


def test_as_the_program_keeps_it_nothing_is_lost(past: Past) -> None:
    tally = cut_off(past, engines._PRAGMAS)
    assert (tally.cuts, tally.corrupt, tally.lossy, tally.lost_intents) == (CUTS, 0, 0, 0)


def test_synced_less_it_would_forget_but_stay_whole(past: Past) -> None:
    """The common advice for WAL is not enough for intents (reliability.md 0, 5)."""
    tally = cut_off(past, but("NORMAL"))
    assert tally.corrupt == 0
    assert tally.lost_intents > 0


def test_without_syncs_the_same_bench_fails(past: Past) -> None:
    tally = cut_off(past, but("OFF"))
    assert tally.corrupt > 0
    assert tally.lost_intents > 0
