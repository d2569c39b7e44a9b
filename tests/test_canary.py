"""A secret that the provider was opened with comes back in everything it says, and gets nowhere.

A whole working day: sync, every kind of answer and exception, purchases, exports, crashes in a
slot, a thread and a task, a copied report, a support bundle. Then every byte that was made is
looked through, in more spellings than one. The same day with the redactor off is seen to leak.
(reliability.md 4.12, F57, G16, I14)
"""

import asyncio
import base64
import html
import io
import json
import sqlite3
import threading
import zipfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from simdesk import app
from simdesk.compose import DESK_FILE, Desk, open_desk, utc_now
from simdesk.loop import make_application
from simdesk.models.account_commands import AccountCommand, SetVoucherLimit
from simdesk.models.action import Action
from simdesk.models.commands import Command
from simdesk.models.errors import KnownError, ProviderFault
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.operations import ItemState, Request
from simdesk.models.order_list import OrderFilter
from simdesk.models.outcomes import Accepted, Barred, NotSent, Outcome, Refused, Throttled, Unknown
from simdesk.models.periods import Month
from simdesk.models.redaction import Redactor
from simdesk.models.texts import text
from simdesk.services import calls, crash
from simdesk.services.exports import ExportRequest
from simdesk.services.providers.simulator import FleetPlan
from simdesk.services.sending import Ban
from simdesk.services.support_bundle import write_bundle
from simdesk.services.watch import Watch
from simdesk.ui.dialogs.report import ReportDialog
from tests.conftest import VirtualClock
from tests.services.scripted_provider import EVERYTHING, ScriptedProvider, cards

CANARY = 'Zq7+can"ary/Wx&k=9é'
URL = quote(CANARY, safe="")
SAID = (
    f"refused {CANARY} at https://host/?Action=Renew&SecurityToken={URL}&x={quote_plus(CANARY)} "
    f"with Basic {base64.b64encode(f'user:{CANARY}'.encode()).decode()} "
    f"{json.dumps({'note': CANARY})} {CANARY!r} {CANARY.encode().hex()} {quote(URL, safe='')}"
)


def needles() -> dict[str, bytes]:
    """The canary as one may meet it; worked out here, not by the code under test."""
    raw = CANARY.encode()
    wrapped = {
        f"base64 at {place}": base64.b64encode(b"?" * place + raw)[4:-4] for place in range(3)
    }
    return {
        "plain": raw,
        "as XML": html.escape(CANARY).encode(),
        "as XML with plain quotes": html.escape(CANARY, quote=False).encode(),
        "as JSON": json.dumps(CANARY)[1:-1].encode(),
        "as JSON with letters": json.dumps(CANARY, ensure_ascii=False)[1:-1].encode(),
        "as repr of bytes": repr(raw)[2:-1].encode(),
        "in a URL": URL.encode(),
        "in a form": quote_plus(CANARY, safe="").encode(),
        "signed": quote(URL, safe="").encode(),
        "hexadecimal": raw.hex().encode(),
        "a telling half": b"Zq7+can",
        **wrapped,
    }


NEEDLES = needles()


def found_in(data: bytes) -> set[str]:
    return {name for name, needle in NEEDLES.items() if needle in data}


class Leaky(ScriptedProvider):
    """Says its secret whenever it can; answers sends with the next of `answers`."""

    name = "leaky"
    identity = "leaky:1"
    secrets = (CANARY,)

    def __init__(self, clock: VirtualClock) -> None:
        offered = replace(EVERYTHING, voucher_limits=True, order_acts=True)
        super().__init__(clock, cards(40), capabilities=offered)
        self.answers: list[Callable[[], Outcome]] = []

    async def send(self, command: Command | AccountCommand, serial: str) -> Outcome:
        if self.answers:
            return self.answers.pop(0)()
        return await super().send(command, serial)


def breaks() -> Outcome:
    raise ZeroDivisionError(SAID)


def drops() -> Outcome:
    try:
        breaks()
    except ZeroDivisionError as error:
        raise ConnectionResetError(f"GET /?AccessKeyId=LTAI&Signature={CANARY}") from error
    raise AssertionError


ANSWERS: dict[str, Callable[[], Outcome]] = {
    "refused": lambda: Refused("Some.Code", SAID),
    "refused by a code": lambda: Refused(CANARY, SAID),
    "barred": lambda: Barred("Forbidden", SAID),
    "unknown": lambda: Unknown(SAID),
    "not sent": lambda: NotSent(SAID),
    "accepted": lambda: Accepted(CANARY),
    "throttled": lambda: Throttled(1.0),
    "breaks": breaks,
    "drops": drops,
}


class Day:
    """One fleet in its window, and what came out of it, by the place where it was found."""

    def __init__(self, folder: Path, watch: Watch, desk: Desk, provider: Leaky) -> None:
        self.folder, self.watch, self.desk, self.provider = folder, watch, desk, provider
        self.opened = app.show_desk(desk, watch.crashes)
        self.messages = self.opened.context.messages
        self.made: list[tuple[str, bytes]] = []
        reporter = app._Reporter(watch)
        reporter.report_to(self.messages)
        self.reporter = reporter

    async def live(self) -> None:
        await self.read_badly()
        await self.desk.sync.run()
        await self.act()
        await self.buy()
        await self.export()
        await self.fail()
        await self.ask_for_help()

    async def read_badly(self) -> None:
        fault = ProviderFault(text("It said {why}", why=SAID), CANARY)
        fault.__cause__ = OSError(SAID)
        for error in (fault, RuntimeError(SAID)):
            self.provider.read_faults = [error]
            count = len(self.messages.history)
            self.opened.context.tasks.start("reading", self.desk.sync.refresh([1]), replace=False)
            self.opened.context.tasks.start("sync", self.desk.sync.run(), replace=False)
            await until(lambda count=count: len(self.messages.history) > count)
            await until(lambda: not self.opened.context.tasks.names())
        self.provider.read_faults = []

    async def act(self) -> None:
        ids = await self.desk.cards.ids(CardFilter(), Sort())
        for place, (name, answer) in enumerate(ANSWERS.items()):
            self.desk.sending.allow(Ban.FAILED)
            self.provider.answers = [answer] * (5 if name == "not sent" else 1)
            preview = await self.desk.operations.preview(Request(Action.SUSPEND), [ids[place]])
            operation = await self.desk.operations.start(preview)
            await until(lambda: not self.provider.answers)
            await self.settled(operation)

    async def settled(self, operation: str) -> None:
        """Until nothing more is sent for it: its end, doubt, or a pause for the operator."""
        for _ in range(400):
            (item,) = await self.desk.operations.items(operation)
            rows = {row.id: row for row in await self.desk.operations.operations()}
            waits = item.state in (ItemState.PLANNED, ItemState.SENDING)
            if not waits or rows[operation].hold is not None:
                self.made.append(("message", f"{item} {rows[operation]}".encode()))
                return
            await asyncio.sleep(0.005)
        raise AssertionError("it never ended")

    async def buy(self) -> None:
        for place, answer in enumerate(ANSWERS.values()):
            self.desk.sending.allow(Ban.FAILED)
            self.provider.answers = [answer] * 5
            try:
                act = await self.desk.purchases.act(SetVoucherLimit(f"CM_SC_M_1_{place}M", 50))
            except KnownError as error:
                self.made.append(("message", str(error).encode()))
            else:
                self.made.append(("message", repr(act).encode()))
        self.provider.answers = []

    async def export(self) -> None:
        month = Month.of(self.desk.cards.now())
        for ending in ("xlsx", "csv"):
            asked = ExportRequest(
                CardFilter(), Sort(), None, month, month, format=ending, name="all",
                folder=self.folder,
            )  # fmt: skip
            await self.desk.exports.wait(await self.desk.exports.start(asked))
            await self.desk.orders.export(self.folder / f"orders.{ending}", OrderFilter())

    async def fail(self) -> None:
        def slips() -> None:
            raise LookupError(SAID)

        async def slipping() -> None:
            drops()

        count = len(self.messages.history)
        QTimer.singleShot(0, slips)
        self.opened.context.tasks.start("slip", slipping(), replace=False)
        threading.Thread(target=drops, name="pump").start()
        await until(lambda: len(self.messages.history) >= count + 3)

    async def ask_for_help(self) -> None:
        window = self.opened.window
        window.show_last_report()
        (dialog,) = window.findChildren(ReportDialog)
        dialog.copy_button.click()
        self.made.append(("clipboard", QGuiApplication.clipboard().text().encode()))
        dialog.confirm_button.click()
        await until(lambda: not self.desk.sending.forbids(Ban.FAILED))
        entries = await self.desk.support.entries()
        await write_bundle(self.folder / "bundle.zip", entries, utc_now())

    async def close(self) -> None:
        for path in self.folder.rglob(f"{DESK_FILE}*"):  # with what is in the log of the database
            self.made.append(("database", path.read_bytes()))
        for message in self.messages.history:
            self.made.append(("message", f"{message.words}\n{message.report}".encode()))
        await self.opened.aclose()
        await self.desk.aclose()
        self.watch.close()
        for path in self.folder.rglob("*"):
            if path.is_file():
                self.made.extend((place_of(path), data) for data in contents(path))
        for value in columns(self.folder / "fleet" / DESK_FILE):
            self.made.append(("database", value))

    def leaks(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for place, data in self.made:
            if found_in(data):
                found.setdefault(place, set()).update(found_in(data))
        return found


def place_of(path: Path) -> str:
    if path.parent.name == crash.FOLDER:
        return "crash report"
    if path.parent.name == "logs":
        return "log"
    if path.name.startswith(DESK_FILE):
        return "database"
    return "bundle" if path.name == "bundle.zip" else "export"


def contents(path: Path) -> Iterator[bytes]:
    """The bytes of a file, and of every file in it."""
    yield path.name.encode()
    yield path.read_bytes()
    yield from unpacked(path.read_bytes())


def unpacked(data: bytes) -> Iterator[bytes]:
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield archive.read(name)
                yield from unpacked(archive.read(name))


def columns(path: Path) -> Iterator[bytes]:
    """Every value of every table: long ones lie in pieces in the file."""
    with closing(sqlite3.connect(path)) as raw:
        names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            for row in raw.execute(f'SELECT * FROM "{name}"'):
                for value in row:
                    yield value if isinstance(value, bytes) else str(value).encode()


async def until(holds: Callable[[], bool]) -> None:
    for _ in range(1_000):
        if holds():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never came true")


async def a_day(folder: Path) -> Day:
    make_application()
    watch = Watch(utc_now)
    watch.begin(asyncio.get_running_loop())
    clock = VirtualClock()
    provider = Leaky(clock)

    async def open_leaky(*told: object) -> Leaky:
        return provider

    opening: Awaitable[Desk] = open_desk(
        folder / "fleet",
        FleetPlan(provider="leaky"),
        clock,
        "lin",
        openers={"leaky": open_leaky},
        redactor=watch.redactor,
    )
    desk = await opening
    watch.settle(folder / "fleet", desk.provider.now)
    day = Day(folder, watch, desk, provider)
    await day.live()
    await day.close()
    return day


@pytest.mark.qt_no_exception_capture
@pytest.mark.long_async(90)
async def test_the_canary_gets_nowhere(
    qloop: object, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    day = await a_day(tmp_path)
    printed = capfd.readouterr()
    day.made.append(("printed", (printed.out + printed.err).encode()))
    assert day.leaks() == {}
    # What is to be looked through is there, and tells what it should.
    places = {place for place, data in day.made if data}
    assert places == EVERYWHERE | {"export"}
    assert "ZeroDivisionError" in printed.err
    whole = b"\n".join(data for _, data in day.made).decode("utf-8", "replace")
    for told in (
        "refused •••",
        "Some.Code",
        "SecurityToken=•••",
        "ConnectionResetError",
        "It said",
    ):
        assert told in whole


EVERYWHERE = {"log", "database", "crash report", "bundle", "clipboard", "printed", "message"}


ALL = ("values", "secrets", "text", "line", "sentence", "tree")
SPELLINGS = {"plain", "as JSON", "in a URL", "signed", "hexadecimal", "base64 at 2"}


@pytest.mark.qt_no_exception_capture
@pytest.mark.long_async(90)
@pytest.mark.parametrize(
    ("off", "leaking", "spellings"),
    [
        (ALL, EVERYWHERE, SPELLINGS),
        (("answers",), {"database", "message"}, SPELLINGS),
        (("line",), {"log"}, {"plain"}),
        (("text",), {"crash report", "clipboard", "printed"}, SPELLINGS),
    ],
    ids=["everything", "answers", "lines of the log", "reports"],
)
async def test_where_the_redactor_is_off_it_is_seen(
    qloop: object,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    off: tuple[str, ...],
    leaking: set[str],
    spellings: set[str],
) -> None:
    for name in off:
        if name == "answers":
            monkeypatch.setattr(calls, "redacted_outcome", lambda outcome, redactor: outcome)
        else:
            monkeypatch.setattr(Redactor, name, lambda self, words: words)
    day = await a_day(tmp_path)
    printed = capfd.readouterr()
    day.made.append(("printed", (printed.out + printed.err).encode()))
    leaks = day.leaks()
    assert leaks.keys() >= leaking
    assert set().union(*leaks.values()) >= spellings
