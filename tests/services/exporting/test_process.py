"""Large exports through the real process that writes them, and through ones that misbehave."""

import asyncio
import io
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from simdesk.models.filters import CardFilter, Sort
from simdesk.models.texts import Text, text
from simdesk.services import own_process
from simdesk.services.apart import FailedError
from simdesk.services.export_columns import Say
from simdesk.services.export_job import ExportPlan, Progress, Written, read_cards, write_export
from simdesk.services.export_words import Format
from simdesk.services.exporting import child, process
from simdesk.services.exporting.messages import Order, Refused, Stopped, message_of
from simdesk.services.exporting.process import ExportProcess
from simdesk.services.exports import ExportState
from simdesk.services.storage.export_reading import CardReader
from tests.factories import a_moment
from tests.services.export_stage import EVERYTHING, JUNE, MAY, Stage, a_stage, days, facts
from tests.services.spreadsheets.read_back import by_openpyxl

CARDS = 1_300


@pytest.fixture(autouse=True)
def _all_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simdesk.services.exports.LARGE", 1)


def writer(*lines: str) -> Callable[[], Sequence[str]]:
    """The writing process, with `lines` done before."""
    code = (*lines, "from simdesk.cli.write_export import write_export", "write_export()")
    return lambda: (sys.executable, "-c", "\n".join(code))


SLOW = (
    "import time",
    "from simdesk.services.storage import export_reading",
    "whole = export_reading.columns",
    "def slow(*args, **more):",
    "    for number, chunk in enumerate(whole(*args, **more)):",
    "        if number: time.sleep(60)",
    "        yield chunk",
    "export_reading.columns = slow",
)


def a_plan(path: Path, form: Format = "xlsx", **changes: Any) -> ExportPlan:
    values: dict[str, Any] = {
        "id": 1,
        "account": "demo",
        "path": path,
        "format": form,
        "question": CardFilter(),
        "sort": Sort("usage"),
        "card_ids": None,
        "months": (MAY, JUNE),
        "daily": True,
        "content": text("All cards"),
        "created": a_moment(),
    }
    return ExportPlan(**{**values, **changes})


async def filled(stage: Stage) -> None:
    await stage.cards(*map(facts, range(CARDS)))
    await stage.usage(facts(7), days(JUNE, 1, 2, 0))


def shouted(words: Text) -> str:
    return f"{words.filled(words.source.replace('SIM', 'Sim'))}!"


async def by_threads(stage: Stage, plan: ExportPlan, say: Say = shouted) -> Written:
    return await stage.database.read(
        lambda connection: write_export(
            read_cards(CardReader(connection), plan), plan, Progress(None, list), say
        )
    )


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("chosen", [None, tuple(range(900, 400, -1))])
async def test_the_file_is_the_same_to_the_byte(
    tmp_path: Path, form: Format, chosen: tuple[int, ...] | None
) -> None:
    async with a_stage(tmp_path) as stage:
        await filled(stage)
        one, two = (
            a_plan(tmp_path / name, form, card_ids=chosen)
            for name in (f"one.{form}", f"two.{form}")
        )
        progress = Progress(None, list)
        made = await ExportProcess(stage.database.path).write(one, progress, shouted)
        assert made == await by_threads(stage, two)
    rows = CARDS if chosen is None else len(chosen)
    assert (made.rows, progress.rows, progress.total) == (rows, rows, rows)
    assert one.path.read_bytes() == two.path.read_bytes()
    if form == "xlsx":
        titles, first, *_ = by_openpyxl(one.path)
        assert all(str(title).endswith("!") for title in titles)
        assert first[8] == "In Use!"


async def test_the_service_has_large_ones_written_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simdesk.services.exports.LARGE", CARDS)
    begun: list[bytes] = []
    begin = own_process.OwnProcess.begin

    async def noted(argv: Sequence[str], words: bytes) -> own_process.OwnProcess:
        begun.append(words)
        return await begin(argv, words)

    monkeypatch.setattr(own_process.OwnProcess, "begin", noted)
    async with a_stage(tmp_path, ExportProcess(tmp_path / "desk.db")) as stage:
        await filled(stage)
        whole = await stage.export(name="whole")
        part = await stage.export(name="part", card_ids=tuple(range(1, CARDS)))
        chosen = await stage.export(name="chosen", card_ids=tuple(range(1, CARDS + 1)))
        assert [row.rows for row in (whole, part, chosen)] == [CARDS, CARDS - 1, CARDS]
        assert {row.state for row in (whole, part, chosen)} == {ExportState.COMPLETED}
        assert whole.size == whole.path.stat().st_size
    orders: list[Order] = [pickle.loads(words) for words in begun]
    assert [order.plan.path.stem for order in orders] == ["whole", "chosen"]


async def test_where_no_process_can_be_begun_threads_write(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = ExportProcess(tmp_path / "desk.db", argv=lambda: ("/nowhere/at/all",))
    async with a_stage(tmp_path, nowhere) as stage:
        await filled(stage)
        row = await stage.export()
    assert (row.state, row.rows) == (ExportState.COMPLETED, CARDS)
    assert "no process for an export" in caplog.text


@pytest.mark.parametrize("closing", [False, True])
async def test_a_stopped_export_leaves_no_file(tmp_path: Path, closing: bool) -> None:
    apart = ExportProcess(tmp_path / "desk.db", argv=writer(*SLOW))
    async with a_stage(tmp_path, apart) as stage:
        await filled(stage)
        export_id = await stage.service.start(EVERYTHING)
        while not (await stage.service.list())[0].rows:
            await asyncio.sleep(0.02)
        (row,) = await stage.service.list()
        assert (row.state, row.rows, row.total) == (ExportState.GENERATING, 500, CARDS)
        if closing:
            await stage.service.aclose()
        else:
            await stage.service.cancel(export_id)
        assert await stage.states() == [ExportState.CANCELLED]
        assert list(stage.folder.iterdir()) == []


async def test_one_that_cannot_hear_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "PATIENCE", 0.05)
    deaf = writer("import time", "time.sleep(60)")
    async with a_stage(tmp_path, ExportProcess(tmp_path / "desk.db", argv=deaf)) as stage:
        export_id = await stage.service.start(EVERYTHING)
        await stage.service.cancel(export_id)
        assert await stage.states() == [ExportState.CANCELLED]


KILLED = (
    "import os, signal",
    "from simdesk.services import export_job",
    "def die(*args): os.kill(os.getpid(), signal.SIGKILL)",
    "export_job.Progress.wrote = die",
)


async def test_one_that_the_system_ends_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    apart = ExportProcess(tmp_path / "desk.db", argv=writer(*KILLED))
    async with a_stage(tmp_path, apart) as stage:
        await filled(stage)
        row = await stage.export()
        assert row.state is ExportState.FAILED
        assert str(row.error) == (
            "Writing the file broke off: the system ended it. "
            "Close other programs if memory is short, and try again."
        )
        assert list(stage.folder.iterdir()) == []


NARROW = (
    "import resource, signal",
    "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)",
    "resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))",
)


@pytest.mark.skipif(sys.platform == "win32", reason="the system sets no limit")
async def test_what_the_disk_refuses_is_told_in_its_words(tmp_path: Path) -> None:
    apart = ExportProcess(tmp_path / "desk.db", argv=writer(*NARROW))
    async with a_stage(tmp_path, apart) as stage:
        await filled(stage)
        row = await stage.export()
        assert row.state is ExportState.FAILED
        assert str(row.path) in str(row.error)
        assert list(stage.folder.iterdir()) == []


MISTAKEN = (
    "from simdesk.services.storage import export_reading",
    "def wrong(*args, **more): raise ZeroDivisionError",
    "export_reading.columns = wrong",
)


@pytest.mark.parametrize(
    ("argv", "where"),
    [
        (writer(*MISTAKEN), "ZeroDivisionError at"),
        (writer("print('not json')"), "a line of the writing process"),
    ],
)
async def test_a_mistake_of_ours_fails_the_export_and_is_not_hidden(
    tmp_path: Path, argv: Callable[[], Sequence[str]], where: str
) -> None:
    async with a_stage(tmp_path, ExportProcess(tmp_path / "desk.db", argv=argv)) as stage:
        await filled(stage)
        with pytest.raises(FailedError, match=where):
            await stage.export()
        (row,) = await stage.service.list()
        assert str(row.error) == "Something in SimDesk went wrong; nothing was written."
        assert list(stage.folder.iterdir()) == []


# The process from inside


def served(order: Order, **how: Any) -> list[Any]:
    """What it tells; its input stays open, as long as somebody waits."""
    answers, kept_open = io.StringIO(), Held(pickle.dumps(order))
    try:
        assert child.serve(kept_open, answers, **how) == 0
    finally:
        kept_open.let_go()
    return [message_of(line) for line in answers.getvalue().splitlines()]


class Held(io.BytesIO):
    """Gives its bytes, and then does not end before it is let go."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._end = threading.Event()

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(size)
        if not found and size == 1:
            self._end.wait(10)
        return found

    def let_go(self) -> None:
        self._end.set()


async def test_without_a_copy_it_reads_by_itself(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await filled(stage)
        plan = a_plan(tmp_path / "one.csv", "csv")
        *reached, last = served(Order(stage.database.path, plan, {}), copying=False)
        assert [one.rows for one in reached] == [0, 500, 1_000, CARDS]
        assert last == await by_threads(stage, plan, str)


def test_a_desk_that_is_gone_is_told(tmp_path: Path) -> None:
    order = Order(tmp_path / "desk.db", a_plan(tmp_path / "x.csv", "csv"), {})
    (told,) = served(order, copying=False)
    assert isinstance(told, Refused)
    assert str(order.desk) in str(told.error)


async def test_it_stops_once_its_input_ends(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await filled(stage)
        order = Order(stage.database.path, a_plan(tmp_path / "one.csv", "csv"), {})
        code = "\n".join((*SLOW, "from simdesk.cli.write_export import write_export"))
        done = await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-c", code.replace("sleep(60)", "sleep(0.5)") + "\nwrite_export()"],
            input=pickle.dumps(order),
            env=own_process.environment(),
            capture_output=True,
            timeout=60,
            check=True,
        )
    assert message_of(done.stdout.splitlines()[-1]) == Stopped()
    assert [path.name for path in tmp_path.glob("*.csv")] == []
    assert list(tmp_path.glob("*.part")) == []
