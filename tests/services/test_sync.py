"""A sync reads everything once, resumes, stops, forgets no card and says what really changed."""

import asyncio
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from simdesk.models.capabilities import Capabilities
from simdesk.models.card import CardFacts, CardRow
from simdesk.models.changes import CardsChanged, Change, SyncMoved, TagsChanged
from simdesk.models.errors import ProviderFault
from simdesk.models.filters import CardFilter, Operator, Sort, Term
from simdesk.models.periods import Month
from simdesk.services import sync, sync_pace
from simdesk.services.announcer import Announcer
from simdesk.services.calls import Calls
from simdesk.services.cards import CardService
from simdesk.services.rate import TokenBucket
from simdesk.services.storage.database import Database
from simdesk.services.sync import SyncService
from tests.at_once import at_once
from tests.conftest import VirtualClock
from tests.factories import a_moment, some_details
from tests.services.fleet_provider import (
    BULK,
    ONE_BY_ONE,
    FleetProvider,
    a_fault,
    some_cards,
)

EVERYTHING = CardFilter((Term("cancelled", Operator.ANY_OF, ("any",)),))


@dataclass
class Desk:
    provider: FleetProvider
    sync: SyncService
    cards: CardService
    heard: list[Change]

    def moves(self) -> list[SyncMoved]:
        return [change for change in self.heard if isinstance(change, SyncMoved)]

    def changed(self) -> list[CardsChanged]:
        return [change for change in self.heard if isinstance(change, CardsChanged)]

    async def rows(self) -> tuple[CardRow, ...]:
        return await self.cards.rows(await self.cards.ids(EVERYTHING, Sort("iccid")))

    def asked(self, what: str) -> list[tuple[object, ...]]:
        return [call for call in self.provider.calls if call[0] == what]


@asynccontextmanager
async def a_desk(folder: Path, provider: FleetProvider) -> AsyncIterator[Desk]:
    """A desk in `folder`, opened as after a start; its calls make no mistakes of their own."""
    database = await Database.open(folder / "desk.db", provider.identity)
    announcer, heard = Announcer(), list[Change]()
    announcer.subscribe(heard.append)
    bucket = TokenBucket(provider.capabilities.calls_per_second, provider.clock)
    calls = Calls(provider, bucket, provider.clock)
    sync = SyncService(
        database,
        calls,
        announcer,
        provider.clock,
        account=provider.account,
        provider=provider.name,
    )
    cards = CardService(database, provider.capabilities, provider.now)
    try:
        yield Desk(provider, sync, cards, heard)
    finally:
        await database.aclose()


def a_provider(
    count: int, capabilities: Capabilities = BULK, cards: list[CardFacts] | None = None
) -> FleetProvider:
    return FleetProvider(VirtualClock(), cards or some_cards(count), capabilities)


async def test_a_first_sync_reads_list_details_and_whole_history(tmp_path: Path) -> None:
    provider = a_provider(10)
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        rows = await desk.rows()
        assert [row.facts for row in rows] == list(provider.fleet.values())
        assert all(row.details == some_details() for row in rows)
        assert all(
            stamp is not None and stamp >= a_moment(2026, 6, 15, 9)
            for row in rows
            for stamp in (row.stamps.listed_at, row.stamps.detailed_at, row.stamps.usage_at)
        )
        used = await desk.cards.usage(rows[0].id, Month(2025, 1), Month(2026, 12))
        assert [str(month.month) for month in used.months][::12] == ["202506", "202606"]
        assert used.months[-1].days[13:15] == (7, None)
    assert sorted(desk.asked("list")) == [("list", page) for page in (1, 2, 3, 4)]
    assert Counter(desk.asked("read")) == {("read", 4): 2, ("read", 2): 1}
    assert Counter(desk.asked("usage")) == {("usage", 13, 4): 2, ("usage", 13, 2): 1}


async def test_a_second_sync_asks_for_recent_months_and_announces_nothing_new(
    tmp_path: Path,
) -> None:
    provider = a_provider(5)
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        before = len(provider.calls)
        desk.heard.clear()
        await desk.sync.run()
        assert {call for call in provider.calls[before:] if call[0] == "usage"} == {
            ("usage", 1, 4),
            ("usage", 1, 1),
        }
        # Only the stamps are others; that is said once for all.
        assert desk.changed() == [CardsChanged(None, frozenset({"synced"}))]


async def test_after_a_month_the_months_between_are_asked_for(tmp_path: Path) -> None:
    provider = a_provider(1)
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        for days, months in ((20, 2), (60, 3), (900, 13)):
            provider.days_passed += days
            await desk.sync.run()
            assert desk.asked("usage")[-1] == ("usage", months, 1)


async def test_what_changed_is_announced_with_its_fields(tmp_path: Path) -> None:
    cards = some_cards(4)
    cards[0] = replace(cards[0], tags=("depot",))
    provider = a_provider(4, cards=cards)
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        first, *_ = desk.changed()
        assert first == CardsChanged(frozenset({1, 2, 3}), None)
        assert TagsChanged() in desk.heard
        desk.heard.clear()
        provider.clock.now += 60
        provider.fleet[cards[1].ref] = replace(cards[1], specific=200, status=35)
        provider.details[cards[2].ref] = some_details(imei="861234567890123")
        await desk.sync.run()
        assert desk.changed() == [
            CardsChanged(
                frozenset({2}), frozenset({"specific", "status", "silent_ends", "auto_cancel"})
            ),
            CardsChanged(None, frozenset({"synced"})),
            CardsChanged(frozenset({3}), frozenset({"imei"})),
        ]
        assert TagsChanged() not in desk.heard


async def test_progress_counts_cards_and_guesses_the_time(tmp_path: Path) -> None:
    async with a_desk(tmp_path, a_provider(12)) as desk:
        assert desk.sync.progress == sync_pace.IDLE
        await desk.sync.run()
    moves = desk.moves()
    assert (moves[0].running, moves[0].phase, moves[0].total) == (True, sync_pace.LISTING, None)
    assert moves[-1] == SyncMoved(False, sync_pace.RESTING, 12, 12)
    for phase in (sync_pace.LISTING, sync_pace.READING):
        of_phase = [move for move in moves if move.phase == phase and move.total is not None]
        assert {move.total for move in of_phase} == {12}
        assert [move.done for move in of_phase] == sorted(move.done for move in of_phase)
        assert of_phase[-1].done == 12
    guesses = [move.seconds_left for move in moves if move.seconds_left is not None]
    assert guesses[0] > guesses[-1] == 0


async def test_the_guess_of_the_time_is_honest(tmp_path: Path) -> None:
    clock_at_guess: list[tuple[float, float]] = []
    async with a_desk(tmp_path, a_provider(120)) as desk:
        at_once(desk.sync._database)  # the clock must not run on while a thread works
        note = lambda change: (  # noqa: E731 - a listener
            clock_at_guess.append((desk.provider.clock.monotonic(), change.seconds_left))
            if isinstance(change, SyncMoved) and change.seconds_left
            else None
        )
        desk.sync._announcer.subscribe(note)
        await desk.sync.run()
    ended = desk.provider.clock.monotonic()
    later = clock_at_guess[len(clock_at_guess) // 4 :]
    assert len(later) > 20
    an_eighth = ended / 8
    assert all(guess == pytest.approx(ended - at, abs=an_eighth) for at, guess in later)


def test_the_guess_follows_calls_that_take_longer_than_those_before(
    virtual_clock: VirtualClock,
) -> None:
    pace = sync_pace.Pace(virtual_clock)
    for seconds in (*[0.1] * 200, *[0.5] * 60):
        virtual_clock.now += seconds
        pace.answered()
    assert pace.seconds_left(1_000) == pytest.approx(500, rel=0.05)
    virtual_clock.now += 60
    left = pace.seconds_left(1_000)
    assert left is not None
    assert left > 1_500  # it stands still


async def test_a_sync_that_runs_is_not_begun_twice(tmp_path: Path) -> None:
    async with a_desk(tmp_path, a_provider(10)) as desk:
        await asyncio.gather(desk.sync.run(), desk.sync.run())
    assert len(desk.asked("list")) == 4


async def test_stop_ends_after_the_calls_under_way(tmp_path: Path) -> None:
    provider = a_provider(60)
    async with a_desk(tmp_path, provider) as desk:
        provider.before = lambda call: desk.sync.stop() if call == ("list", 3) else None
        await desk.sync.run()
        assert desk.moves()[-1].phase == sync_pace.STOPPED
        assert not desk.sync.progress.running
        pages = sorted(call[1] for call in desk.asked("list"))
        assert len(pages) < 10
        assert desk.asked("read") == []
        # The next run goes on where this one stopped, after a look at the first page.
        provider.calls.clear()
        provider.before = lambda call: None
        await desk.sync.run()
        resumed = sorted(call[1] for call in desk.asked("list"))
        assert len(resumed) < 20
        assert set(pages) | set(resumed) == set(range(1, 21))
        assert len(await desk.rows()) == 60


async def test_a_sync_cut_off_by_a_restart_goes_on(tmp_path: Path) -> None:
    provider = a_provider(40)
    async with a_desk(tmp_path, provider) as desk:
        reads = iter(range(1, 100))
        provider.before = lambda call: (
            desk.sync.stop() if call[0] == "read" and next(reads) == 3 else None
        )
        await desk.sync.run()
        read_before = sum(int(str(call[1])) for call in desk.asked("read"))
    provider.before = lambda call: None
    provider.calls.clear()
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        assert desk.asked("list") == [("list", 1)]
        read_after = sum(int(str(call[1])) for call in desk.asked("read"))
        assert all(row.stamps.usage_at is not None for row in await desk.rows())
        provider.calls.clear()
        await desk.sync.run()
        assert len(desk.asked("list")) == 14
    # Calls under way when it stopped are the only ones asked for twice; none is left out.
    assert 40 <= read_before + read_after <= 40 + 4 * 4
    assert read_after < 40


async def test_a_sync_killed_at_any_page_or_piece_of_one_goes_on(tmp_path: Path) -> None:
    """What lay on the disk at each moment is opened again, as after a power cut."""
    able = replace(BULK, page_size=510, bulk_reads=400, history_months=2)
    provider = a_provider(620, able)
    moments: list[Path] = []

    def keep(anything: object) -> None:
        if not isinstance(anything, SyncMoved):
            folder = tmp_path / f"killed {len(moments)}"
            folder.mkdir()
            for file in tmp_path.glob("desk.db*"):
                if not file.name.endswith((".lock", "-shm")):
                    shutil.copy(file, folder)
            moments.append(folder)

    async with a_desk(tmp_path, provider) as desk:
        at_once(desk.sync._database)
        provider.before = keep
        desk.sync._announcer.subscribe(keep)
        await desk.sync.run()
        wanted = await desk.rows()
    provider.before = lambda call: None
    assert len(moments) > 9
    lists = []
    for folder in (*moments[::2], moments[-1]):
        provider.calls.clear()
        async with a_desk(folder, provider) as desk:
            await desk.sync.run()
            rows = await desk.rows()
            lists.append(len(desk.asked("list")))
        assert [row.facts for row in rows] == [row.facts for row in wanted]
        assert [row.details for row in rows] == [row.details for row in wanted]
        assert all(row.stamps.usage_at is not None for row in rows)
    # The later it was, the fewer pages are read again; the first tells how many there are.
    assert lists[0] == 2
    assert lists[-2] == 1  # at the very last, all was read: the next sweep began


async def test_a_sweep_cut_off_long_ago_begins_anew(tmp_path: Path) -> None:
    provider = a_provider(30)
    async with a_desk(tmp_path, provider) as desk:
        provider.before = lambda call: desk.sync.stop()
        await desk.sync.run()
        provider.before = lambda call: None
        provider.clock.now += 7200
        provider.calls.clear()
        await desk.sync.run()
        assert len(desk.asked("list")) == 10


async def test_faults_that_pass_are_waited_for(tmp_path: Path) -> None:
    provider = a_provider(10)
    provider.faults = {2: a_fault(1.5), 6: a_fault(0.2), 9: a_fault(0.2)}
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        assert len(await desk.rows()) == 10
    assert desk.moves()[-1].phase == sync_pace.RESTING


async def test_a_fault_that_stays_ends_the_sync_and_keeps_what_was_read(tmp_path: Path) -> None:
    provider = a_provider(12)
    provider.faults = {3: a_fault(None)}
    async with a_desk(tmp_path, provider) as desk:
        with pytest.raises(ProviderFault, match="busy"):
            await desk.sync.run()
        assert desk.moves()[-1] == SyncMoved(False, sync_pace.FAILED, 3, 12)
        assert len(await desk.rows()) >= 3
        await desk.sync.run()
        assert len(await desk.rows()) == 12


async def test_a_cancelled_sync_stops_and_leaves_no_call_behind(tmp_path: Path) -> None:
    provider = a_provider(60)
    async with a_desk(tmp_path, provider) as desk:
        task = asyncio.create_task(desk.sync.run())
        while len(provider.calls) < 5:
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        made = len(provider.calls)
        for _ in range(100):
            await asyncio.sleep(0)
        assert len(provider.calls) == made
        assert desk.moves()[-1].phase == sync_pace.STOPPED


async def test_a_card_no_longer_listed_is_marked_and_kept(tmp_path: Path) -> None:
    cards = some_cards(5)
    provider = a_provider(5, cards=cards)
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        provider.clock.now += 60
        gone = provider.fleet.pop(cards[2].ref)
        desk.heard.clear()
        await desk.sync.run()
        rows = await desk.rows()
        missing = [row.facts.iccid for row in rows if row.stamps.not_listed_since is not None]
        assert (len(rows), missing) == (5, [cards[2].iccid])
        assert CardsChanged(frozenset({3}), frozenset({"missing"})) in desk.changed()
        # It is not asked for again, and found when it is back.
        provider.clock.now += 60
        provider.calls.clear()
        await desk.sync.run()
        assert sum(int(str(call[1])) for call in desk.asked("read")) == 4
        provider.fleet[gone.ref] = gone
        provider.clock.now += 60
        await desk.sync.run()
        assert all(row.stamps.not_listed_since is None for row in await desk.rows())


async def test_a_card_that_only_slipped_between_pages_is_not_marked(tmp_path: Path) -> None:
    cards = some_cards(5)
    provider = a_provider(5, cards=cards)
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        provider.clock.now += 60
        provider.unlisted = {cards[1].ref}  # the list leaves it out, asked by name it is there
        await desk.sync.run()
        assert all(row.stamps.not_listed_since is None for row in await desk.rows())


async def test_a_page_asked_for_before_an_operation_does_not_undo_it(tmp_path: Path) -> None:
    cards = some_cards(2)
    provider = a_provider(2, cards=cards)
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        provider.clock.now += 60
        old = asyncio.create_task(desk.sync._reading.read(await two_to_read(desk)))
        while desk.asked("read")[-1:] != [("read", 2)] or len(provider.calls) < 4:
            await asyncio.sleep(0)
        provider.clock.now += 5
        provider.fleet[cards[0].ref] = replace(cards[0], specific=200, status=35)
        await desk.sync.refresh([1])
        await old
        assert [row.facts.specific for row in await desk.rows()] == [200, 100]


async def two_to_read(desk: Desk) -> tuple[object, ...]:
    from simdesk.services.storage.progress_store import some_to_read

    return await desk.sync._database.read(lambda connection: some_to_read(connection, [1, 2]))


async def test_refresh_reads_these_cards_ahead_of_others(tmp_path: Path) -> None:
    provider = a_provider(6)
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        provider.clock.now += 60
        provider.calls.clear()
        desk.heard.clear()
        await desk.sync.refresh([2, 5, 99])
        assert provider.calls == [("read", 2), ("usage", 1, 2)]
        assert desk.changed() == [CardsChanged(frozenset({2, 5}), frozenset({"synced"}))]
        await desk.sync.refresh([])
        assert len(provider.calls) == 2


async def test_refresh_of_a_card_the_provider_lost_marks_it(tmp_path: Path) -> None:
    cards = some_cards(2)
    provider = a_provider(2, cards=cards)
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        del provider.fleet[cards[0].ref]
        await desk.sync.refresh([1])
        (row, _) = await desk.rows()
        assert row.stamps.not_listed_since is not None


async def test_a_card_is_read_when_it_is_looked_at_and_stale(tmp_path: Path) -> None:
    provider = a_provider(3, ONE_BY_ONE)
    async with a_desk(tmp_path, provider) as desk:
        provider.before = lambda call: desk.sync.stop()  # the list alone
        await desk.sync.run()
        provider.before = lambda call: None
        provider.calls.clear()
        await asyncio.gather(desk.sync.opened(1), desk.sync.opened(1))
        await desk.sync.opened(1)
        await desk.sync.opened(99)
        assert provider.calls == [("read", 1), ("usage", 6, 1)]
        provider.clock.now += timedelta(minutes=11).total_seconds()
        await desk.sync.opened(1)
        assert len(provider.calls) == 4
        provider.days_passed = 1  # midnight brings a new day of usage
        await desk.sync.opened(1)
        assert len(provider.calls) == 6


async def test_one_by_one_the_list_is_read_first_and_details_slowly(tmp_path: Path) -> None:
    provider = a_provider(9, ONE_BY_ONE)
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        assert all(row.stamps.usage_at is not None for row in await desk.rows())
        kinds = [call[0] for call in provider.calls]
        assert kinds == ["list"] * 3 + ["read", "usage"] * 9
        # A quarter of twenty calls a second: five.
        spent = provider.clock.monotonic() - provider.times[3]
        assert 18 / spent == pytest.approx(5, rel=0.05)
        # Once a day is enough.
        provider.calls.clear()
        await desk.sync.run()
        assert [call[0] for call in provider.calls] == ["list"] * 3
        provider.days_passed = 1
        await desk.sync.run()
        assert len(desk.asked("read")) == 9


async def test_a_slow_sweep_makes_way_for_the_list_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "_SLOW_SECONDS", 20.0)
    provider = a_provider(60, ONE_BY_ONE)
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        assert len(desk.asked("read")) == pytest.approx(50, abs=2)
        assert desk.moves()[-1].phase == sync_pace.RESTING
        await desk.sync.run()
        assert len(desk.asked("read")) == 60  # each card once, stalest first
        assert len(desk.asked("list")) == 40


async def test_a_slow_sweep_can_be_stopped(tmp_path: Path) -> None:
    provider = a_provider(20, ONE_BY_ONE)
    async with a_desk(tmp_path, provider) as desk:
        provider.before = lambda call: desk.sync.stop() if call[0] == "read" else None
        await desk.sync.run()
        assert len(desk.asked("read")) == 1
        assert desk.moves()[-1].phase == sync_pace.STOPPED


async def test_an_empty_account_is_a_finished_sync(tmp_path: Path) -> None:
    provider = FleetProvider(VirtualClock(), [])
    async with a_desk(tmp_path, provider) as desk:
        await desk.sync.run()
        assert desk.moves()[-1] == SyncMoved(False, sync_pace.RESTING, 0, 0)
        assert await desk.rows() == ()
