"""Between table and service: the latest question wins, changes are heard, nothing asked twice."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer

from simdesk.models.action import Action
from simdesk.models.changes import CardsChanged
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import AS_LISTED, CardFilter, Direction, Sort, SortKey
from simdesk.models.status import SpecificStatus
from simdesk.ui.cards.card_rows import CardRows
from simdesk.ui.cards.columns import index_of
from simdesk.ui.cards.presenter import AGAIN_MS, CardsPresenter, Facts, fields_read
from simdesk.ui.cards.selection import CardSelection
from simdesk.ui.cards.table_model import CardTableModel
from tests.ui.fakes import FakeDesk, a_context, a_fleet, until


class Stage:
    """A presenter over a fleet in memory, without a window."""

    def __init__(self, folder: Path, count: int = 600) -> None:
        self.desk = FakeDesk(folder, a_fleet(count))
        self.cards = self.desk.cards
        self.context = a_context(self.desk)
        self.model = CardTableModel()
        self.rows = CardRows(self.model, self.model)
        self.selection = CardSelection(self.model, self.rows)
        self.presenter = CardsPresenter(self.context, self.model, self.selection)
        self.facts: list[Facts] = []
        self.sizes: list[int] = []
        self.presenter.facts_changed.connect(self.facts.append)
        self.model.ids_changed.connect(lambda: self.sizes.append(len(self.model.ids)))

    async def idle(self) -> None:
        await until(lambda: not self.context.tasks._current)

    async def opened(self) -> "Stage":
        self.presenter.search()
        await until(lambda: self.presenter.facts.usage_as_of is not None)
        await self.idle()
        return self

    def words(self, row: int, name: str) -> str:
        found = self.model.row_at(row)
        return "" if found is None else found.words(index_of(name))


@pytest.fixture
def stage(qloop: Any, tmp_path: Path) -> Stage:
    return Stage(tmp_path)


async def test_the_first_rows_come_before_the_whole_result(stage: Stage) -> None:
    await stage.opened()
    assert stage.sizes == [200, 600]
    assert stage.words(0, "iccid") == stage.cards.all[1].facts.iccid
    last = stage.presenter.facts
    assert (last.matching, last.total, last.complete) == (600, 600, True)
    await stage.context.tasks.aclose()


async def test_with_the_cards_in_memory_a_result_is_shown_in_one_go(stage: Stage) -> None:
    stage.cards.prepared = True
    await stage.opened()
    assert stage.sizes == [600]
    assert stage.cards.asked["first"] == 0
    assert stage.words(0, "iccid") == stage.cards.all[1].facts.iccid
    stage.presenter.ask(parse_filter("usage>=900GB"))
    await until(lambda: stage.sizes == [600, 0])
    await stage.idle()
    await stage.context.tasks.aclose()


async def test_a_short_result_is_asked_for_once(stage: Stage) -> None:
    await stage.opened()
    asked = stage.cards.asked["ids"]
    stage.presenter.ask(parse_filter("status:stopped"))
    await until(lambda: stage.presenter.facts.matching < 200)
    assert stage.cards.asked["ids"] == asked
    stage.presenter.ask(parse_filter("status:stopped"))
    await stage.idle()
    assert stage.cards.asked["first"] == 2  # an equal question asks nothing
    await stage.context.tasks.aclose()


async def test_the_latest_question_wins(stage: Stage) -> None:
    await stage.opened()
    stage.cards.hold = asyncio.Event()
    stage.presenter.ask(parse_filter("carrier:CMCC"))
    stage.presenter.ask(parse_filter("carrier:CTCC"))
    stage.presenter.order(Sort("usage", Direction.DESCENDING))
    stage.cards.hold.set()
    await until(lambda: stage.presenter.facts.matching == 120)
    found = [stage.cards.all[one].facts for one in stage.model.ids]
    assert {facts.carrier.value for facts in found} == {"CTCC"}
    usage = [facts.cycle_usage_kb for facts in found]
    assert usage == sorted(usage, reverse=True)
    await stage.context.tasks.aclose()


async def test_rows_come_in_pages_when_they_are_looked_at(stage: Stage) -> None:
    await stage.opened()
    before = stage.cards.asked["rows"]
    stage.model.look_at(300, 330)
    await until(lambda: stage.model.row_at(310) is not None)
    assert stage.cards.asked["rows"] == before + 1
    assert stage.model.row_at(256) is not None
    assert stage.model.row_at(384) is None
    await stage.context.tasks.aclose()


async def test_a_change_of_a_field_nobody_asked_about_only_reads_rows_again(
    stage: Stage,
) -> None:
    await stage.opened()
    stage.cards.change(1, remark="moved")
    stage.desk.announcer.announce(CardsChanged(frozenset({1}), frozenset({"remark"})))
    await asyncio.sleep(0.2)
    stage.model.look_at(0, 10)
    await until(lambda: stage.words(0, "remark") == "moved")
    assert stage.cards.asked["ids"] == 1
    await stage.context.tasks.aclose()


async def test_a_change_of_what_was_asked_about_asks_again(stage: Stage) -> None:
    await stage.opened()
    stage.presenter.ask(parse_filter("remark:camera"))
    await until(lambda: stage.presenter.facts.matching == 120)
    card_id = stage.model.id_at(0)
    stage.cards.change(card_id, remark="spare")
    for _ in range(5):  # many changes are one question
        stage.desk.announcer.announce(CardsChanged(frozenset({card_id}), frozenset({"remark"})))
    await until(lambda: stage.presenter.facts.matching == 119)
    assert stage.cards.asked["ids"] == 2
    await stage.context.tasks.aclose()


async def test_what_changes_while_a_search_runs_is_asked_about_after_it(stage: Stage) -> None:
    await stage.opened()
    stage.cards.hold = asyncio.Event()
    stage.presenter.refresh()
    await asyncio.sleep(0.01)
    del stage.cards.all[600]
    stage.desk.announcer.announce(CardsChanged(None))
    await asyncio.sleep(0.2)
    stage.cards.hold.set()
    await until(lambda: stage.presenter.facts.matching == 599)
    await stage.context.tasks.aclose()


async def test_a_stream_of_changes_is_asked_about_now_and_then(stage: Stage) -> None:
    await stage.opened()
    stage.selection.select_all()
    await until(lambda: stage.cards.asked["verdicts"] == 1)
    await stage.idle()
    clock = QElapsedTimer()
    clock.start()
    before = stage.cards.asked.copy()
    moved = CardsChanged(frozenset({1}), frozenset({"status", "specific"}))
    for _ in range(40):
        stage.desk.announcer.announce(moved)
        await asyncio.sleep(0.02)
    most = 1 + clock.elapsed() // AGAIN_MS
    asked = stage.cards.asked
    assert 1 <= asked["ids"] - before["ids"] <= most
    assert asked["verdicts"] - before["verdicts"] <= most
    stage.desk.announcer.announce(moved)  # the last of them is asked about too
    last = asked.copy()
    await until(lambda: asked["ids"] > last["ids"] and asked["verdicts"] > last["verdicts"])
    await stage.context.tasks.aclose()


async def test_what_is_only_under_way_is_not_judged_again(stage: Stage) -> None:
    await stage.opened()
    stage.selection.select_all()
    await until(lambda: stage.cards.asked["verdicts"] == 1)
    await stage.idle()
    before = stage.cards.asked.copy()
    stage.desk.announcer.announce(CardsChanged(frozenset({1}), frozenset({"pending"})))
    await asyncio.sleep(0.3)
    assert stage.cards.asked["verdicts"] == before["verdicts"]
    assert stage.cards.asked["ids"] == before["ids"]
    await stage.context.tasks.aclose()


async def test_one_card_is_judged_again_by_its_new_row(stage: Stage) -> None:
    await stage.opened()
    going = next(
        one for one in stage.cards.all.values() if one.facts.specific == SpecificStatus.IN_USE
    )
    row = list(stage.model.ids).index(going.id)
    stage.model.look_at(row, row)
    await stage.idle()
    stage.selection.select([going.id])
    stage.presenter.judge_now()
    assert stage.presenter.standings[Action.SUSPEND].allowed == 1
    stage.cards.change(going.id, status=40, specific=40)
    stage.desk.announcer.announce(CardsChanged(frozenset({going.id}), frozenset({"specific"})))
    await asyncio.sleep(0.2)
    stage.model.look_at(row, row)
    await until(lambda: stage.presenter.standings[Action.SUSPEND].allowed == 0)
    await stage.context.tasks.aclose()


async def test_one_card_is_judged_at_once_many_by_the_service(stage: Stage) -> None:
    await stage.opened()
    stopped = next(one.id for one in stage.cards.all.values() if one.facts.specific == 40)
    stage.model.look_at(0, 100)
    await stage.idle()
    stage.selection.select([stopped])
    stage.presenter.judge_now()
    assert stage.presenter.standings[Action.CANCEL].allowed == 1
    assert stage.presenter.standings[Action.SUSPEND].allowed == 0
    assert stage.cards.asked["verdicts"] == 0

    stage.selection.select_all()
    await until(lambda: stage.cards.asked["verdicts"] == 1)
    await until(lambda: stage.presenter.standings[Action.SUSPEND].asked == 600)
    standing = stage.presenter.standings[Action.SUSPEND]
    assert standing.allowed + sum(count for _, count in standing.blocked) == 600
    counts = [count for _, count in standing.blocked]
    assert counts == sorted(counts, reverse=True)
    stage.selection.clear()
    assert stage.presenter.standings == {}
    await stage.context.tasks.aclose()


async def test_the_sum_is_of_the_selected_cards_else_of_all(stage: Stage) -> None:
    await stage.opened()
    everything = sum(one.facts.cycle_usage_kb for one in stage.cards.all.values())
    assert stage.presenter.facts.usage_kb == everything
    stage.selection.select([1, 2])
    two = sum(stage.cards.all[one].facts.cycle_usage_kb for one in (1, 2))
    await until(lambda: stage.presenter.facts.usage_kb == two)
    assert stage.presenter.facts.selected == 2
    await stage.context.tasks.aclose()


async def test_no_sum_is_told_of_a_beginning(stage: Stage) -> None:
    await stage.opened()
    told: list[Facts] = []
    stage.presenter.facts_changed.connect(told.append)
    stage.presenter.order(Sort("usage"))
    everything = sum(one.facts.cycle_usage_kb for one in stage.cards.all.values())
    await until(lambda: bool(told) and told[-1].usage_kb == everything)
    assert {facts.usage_kb for facts in told} == {None, everything}
    assert all(facts.complete for facts in told if facts.usage_kb is not None)
    await stage.context.tasks.aclose()


async def test_a_sum_that_takes_long_is_not_that_of_other_cards(stage: Stage) -> None:
    await stage.opened()
    stage.cards.hold = asyncio.Event()
    stage.selection.select([1, 2])
    await until(lambda: stage.presenter.facts.usage_kb is None)
    assert stage.presenter.facts.selected == 2
    stage.cards.hold.set()
    await until(lambda: stage.presenter.facts.usage_kb is not None)
    await until(lambda: bool(stage.presenter.standings))
    await stage.context.tasks.aclose()


def test_the_fields_a_question_depends_on() -> None:
    nothing = fields_read(CardFilter(), Sort("iccid"))
    assert nothing == {"iccid", "status", "specific"}  # cancelled cards are left out
    two = fields_read(CardFilter(), Sort("iccid", second=SortKey("usage")))
    assert two == {"iccid", "usage", "status", "specific"}
    assert fields_read(CardFilter(card_ids=(2, 1)), AS_LISTED) == frozenset()
    some = fields_read(parse_filter("usage>=1MB cancelled:any camera"), Sort("expires"))
    assert {"usage", "cancelled", "iccid", "msisdn", "imsi", "remark", "expires"} <= some
    switched_off = parse_filter("usage>=1MB")
    off = replace(switched_off, terms=(replace(switched_off.terms[0], enabled=False),))
    assert "usage" not in fields_read(off, Sort("iccid"))
