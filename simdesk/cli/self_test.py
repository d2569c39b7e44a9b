"""`simdesk self-test`: is this installation whole, on this machine?

Every part that may be missing in a package, or on a system, is used once: Qt and a window, the
resources, the migrations, a fleet from its building to its export, the processes that write and
read spreadsheets. What is found is said line by line, and the first failure ends it.
"""

import csv
import os
import platform
import sys
import tempfile
import tomllib
import zipfile
import zoneinfo
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from simdesk import __version__
from simdesk.cli.export import exported
from simdesk.cli.opening import opened
from simdesk.compose import Desk, SystemClock, make_reviews
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import ZONE, Month
from simdesk.paths import DESK_FILE, resource
from simdesk.services.export_job import ExportPlan, Progress
from simdesk.services.export_words import content_stored, content_text
from simdesk.services.exporting.process import ExportProcess
from simdesk.services.exports import ExportRequest, Format
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.storage.desk_file import HEAD, looked_into
from simdesk.services.storage.engines import writer_engine
from simdesk.services.storage.upgrading import upgrade
from simdesk.services.watch import Watch

CARDS: Final = 200
FAILED: Final = 1
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_WIDTH = 20
"""Characters of the longest name of a check, and some air."""

Check = Callable[[], str | Awaitable[str]]


class CheckError(Exception):
    """What came out is not what went in."""


def self_test(watch: Watch) -> int:
    """Say what is whole, line by line; exit status 0 when all is, 1 at the first that is not.

    Nothing appears on the screen unless `QT_QPA_PLATFORM` names a platform.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from simdesk.loop import run_loop
    except ImportError as error:
        return _failed("window", error)
    return run_loop(lambda: whole(watch))


async def whole(watch: Watch) -> int:
    """All checks in their order; needs Qt's loop. Returns the exit status."""
    with tempfile.TemporaryDirectory(prefix="simdesk-") as folder:
        async with AsyncExitStack() as stack:
            life = _Life(Path(folder), watch, stack)
            for name, check in (*_STILL_CHECKS, *life.checks()):
                try:
                    found = check()
                    told = found if isinstance(found, str) else await found
                except Exception as error:  # noqa: BLE001 - of a broken installation, anything
                    return _failed(name, error)
                print(f"ok      {name:{_WIDTH}}{told}", flush=True)
    print("This installation is whole.", flush=True)
    return 0


def _failed(name: str, error: Exception) -> int:
    known = isinstance(error, KnownError | CheckError | OSError)
    words = str(error) if known else f"{type(error).__name__}: {error}"
    print(f"FAILED  {name:{_WIDTH}}{words}", flush=True)
    print("This installation is not whole; reinstall it, or report what stands above.", flush=True)
    return FAILED


def _qt() -> str:
    from simdesk.tour import proof

    return proof.qt()


def _sqlite() -> str:
    return str(sys.modules["sqlite3"].sqlite_version)


def _resources() -> str:
    resource("style.qss").read_text("utf-8")
    files = [resource("prices.toml"), *sorted(resource("themes").glob("*.toml"))]
    for file in files:
        tomllib.loads(file.read_text("utf-8"))
    return f"{len(files)} tables, themes among them"


def _time_zones() -> str:
    """Those that came with the program: this system may have none, or lose its own."""
    systems = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=())
    try:
        zone = zoneinfo.ZoneInfo.no_cache(ZONE.key)
    except zoneinfo.ZoneInfoNotFoundError as error:
        raise CheckError("no time zones came with the program") from error
    finally:
        zoneinfo.reset_tzpath(to=systems)
    return f"{zone.key} and others"


def _icons() -> str:
    from simdesk.tour import proof

    return f"{proof.drawings()} drawn"


def _languages() -> str:
    from simdesk.tour import proof

    return ", ".join(proof.languages())


_STILL_CHECKS: tuple[tuple[str, Check], ...] = (
    ("SimDesk", lambda: __version__),
    ("Python", lambda: f"{platform.python_version()} on {platform.platform()}"),
    ("Qt for Python", _qt),
    ("SQLite", _sqlite),
    ("resources", _resources),
    ("time zones", _time_zones),
    ("icons", _icons),
    ("languages", _languages),
)


class _Life:
    """A small fleet in a temporary folder, from its building to its exports."""

    desk: Desk

    def __init__(self, folder: Path, watch: Watch, stack: AsyncExitStack) -> None:
        self._folder = folder
        self._watch = watch
        self._stack = stack
        self._ids: list[str] = []

    def checks(self) -> tuple[tuple[str, Check], ...]:
        """In their order: each goes on where the one before it ended."""
        return (
            ("migrated", self._migrated),
            ("built", self._built),
            ("synced", self._synced),
            ("found", self._found),
            ("window", self._window),
            ("exported to xlsx", lambda: self._exported("xlsx")),
            ("exported to csv", lambda: self._exported("csv")),
            ("exported apart", self._apart),
            ("read for review", self._read),
        )

    def _migrated(self) -> str:
        path = self._folder / "migrated.db"
        path.touch()
        engine = writer_engine(path)
        upgrade(engine)
        engine.dispose()
        looked = looked_into(path)
        (revision,) = looked.execute("SELECT version_num FROM alembic_version").fetchone()
        looked.close()
        _expect("the database's revision", revision, HEAD)
        return f"a database from nothing to revision {revision}"

    async def _built(self) -> str:
        plan = FleetPlan(cards=CARDS, seed=1)
        fleet = opened(self._folder / "fleets" / "self-test", plan, self._watch)
        self.desk = await self._stack.enter_async_context(fleet)
        return f"{CARDS} cards in a temporary folder"

    async def _synced(self) -> str:
        await self.desk.sync.run()
        ids = await self.desk.cards.ids(parse_filter("cancelled:any"), Sort())
        _expect("cards read", len(ids), CARDS)
        self._ids = [row.facts.iccid for row in await self.desk.cards.rows(ids)]
        return f"{len(ids)} cards"

    async def _found(self) -> str:
        question = parse_filter("carrier:CMCC status:in_use")
        rows = await self.desk.cards.rows(await self.desk.cards.ids(question, Sort()))
        if not rows or not all(map(question.matches, rows)):
            raise CheckError("a filter found cards it does not match")
        return f"{len(rows)} cards in use at China Mobile"

    async def _window(self) -> str:
        from simdesk.tour import proof

        there = await self.desk.cards.ids(CardFilter(), Sort())
        return await proof.window(self.desk, SystemClock(), len(there))

    async def _exported(self, ending: Format) -> str:
        path = await _exported(self.desk, self._folder, ending)
        _expect(f"ids in {ending}", _first_column(path), self._ids)
        return f"{path.stat().st_size:,} bytes, read back"

    async def _apart(self) -> str:
        """By the process that writes large exports; where it fails, threads would write them."""
        request, now = _request(self.desk, self._folder, "xlsx"), self.desk.provider.now()
        plan = ExportPlan(
            id=0,
            account="",
            path=self._folder / "apart.xlsx",
            format="xlsx",
            question=request.filter,
            sort=request.sort,
            card_ids=request.card_ids,
            months=request.months,
            daily=request.daily,
            content=content_text(content_stored(request)),
            created=now,
        )
        process = ExportProcess(self.desk.folder / DESK_FILE)
        written = await process.write(plan, Progress(None, lambda: None), str)
        _expect("ids written apart", _first_column(plan.path), self._ids)
        return f"{written.size:,} bytes by the writing process, read back"

    async def _read(self) -> str:
        """By the process that reads the spreadsheets of others, into a desk of its own."""
        review = self._folder / "review"
        await make_reviews().load(self._folder / "cards.xlsx", None, review, lambda loaded: None)
        async with opened(review, FleetPlan(), self._watch) as desk:
            ids = await desk.cards.ids(parse_filter("cancelled:any"), Sort())
            read = [row.facts.iccid for row in await desk.cards.rows(ids)]
        _expect("ids read", read, self._ids)
        return f"{len(read)} cards from xlsx, by the reading process"


def _expect(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise CheckError(f"{what}: {found!r:.200} instead of {wanted!r:.200}")


def _request(desk: Desk, folder: Path, ending: Format) -> ExportRequest:
    month = Month.of(desk.cards.today())
    return ExportRequest(
        CardFilter(parse_filter("cancelled:any").terms),
        Sort(),
        None,
        month.plus(-1),
        month,
        format=ending,
        name="cards",
        folder=folder,
    )


async def _exported(desk: Desk, folder: Path, ending: Format) -> Path:
    row = await exported(desk, _request(desk, folder, ending))
    if row.error is not None:
        raise CheckError(str(row.error))
    return row.path


def _first_column(path: Path) -> list[str]:
    """The first column below its title, as text, read without the writer's own code."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return [line[0] for line in csv.reader(lines)][1:]
    with zipfile.ZipFile(path) as archive, archive.open("xl/worksheets/sheet1.xml") as sheet:
        rows = ElementTree.parse(sheet).iter(f"{_SHEET}row")
        return ["".join(next(iter(row)).itertext()) for row in rows][1:]
