"""`simdesk self-test`: is this installation whole? Builds, reads and exports a small fleet."""

import asyncio
import csv
import platform
import sys
import tempfile
import zipfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from xml.etree import ElementTree

from simdesk import __version__
from simdesk.cli.export import exported
from simdesk.cli.opening import opened
from simdesk.cli.telling import table
from simdesk.compose import Desk
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.paths import resource
from simdesk.services.exports import ExportRequest, Format
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.watch import Watch

CARDS = 200
FAILED = 1
_RESOURCES = ("prices.toml", "style.qss", "themes/light.toml")
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class CheckError(Exception):
    """What came out is not what went in."""


def self_test(watch: Watch) -> int:
    """Print a table of checks; exit status 0 when all passed, 1 otherwise."""
    results = asyncio.run(_results(watch))
    print(table(("check", "result", "found"), results))
    return 0 if all(result == "ok" for _, result, _ in results) else FAILED


async def _results(watch: Watch) -> list[tuple[str, str, str]]:
    results = [_checked(name, check) for name, check in _STILL_CHECKS]
    with tempfile.TemporaryDirectory(prefix="simdesk-") as folder:
        try:
            async for name, found in _lived(Path(folder), watch):
                results.append((name, "ok", found))
        except (KnownError, CheckError, OSError) as error:
            results.append(("a small fleet", "FAILED", str(error)))
    return results


def _checked(name: str, check: Callable[[], str]) -> tuple[str, str, str]:
    try:
        return name, "ok", check()
    except (ImportError, OSError, ValueError) as error:
        return name, "FAILED", str(error)


def _window() -> str:
    # Importing the window loads Qt and its system libraries; only the window's rooms may name Qt.
    import simdesk.app

    del simdesk
    return f"Qt for Python {sys.modules['PySide6'].__version__}"


def _resources() -> str:
    return f"{sum(len(resource(name).read_bytes()) for name in _RESOURCES):,} bytes"


_STILL_CHECKS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("SimDesk", lambda: __version__),
    ("Python", lambda: f"{platform.python_version()} on {platform.platform()}"),
    ("window", _window),
    ("SQLite", lambda: str(sys.modules["sqlite3"].sqlite_version)),
    ("resources", _resources),
)


async def _lived(folder: Path, watch: Watch) -> AsyncIterator[tuple[str, str]]:
    """Build, sync, find, export, read back. Raises CheckError, KnownError or OSError."""
    plan = FleetPlan(cards=CARDS, seed=1)
    async with opened(folder / "fleets" / "self-test", plan, watch) as desk:
        yield "built", f"{CARDS} cards in a temporary folder"
        await desk.sync.run()
        ids = await desk.cards.ids(parse_filter("cancelled:any"), Sort())
        _expect("cards read", len(ids), CARDS)
        yield "synced", f"{len(ids)} cards"
        question = parse_filter("carrier:CMCC status:in_use")
        rows = await desk.cards.rows(await desk.cards.ids(question, Sort()))
        if not rows or not all(map(question.matches, rows)):
            raise CheckError("a filter found cards it does not match")
        yield "found", f"{len(rows)} cards in use at China Mobile"
        wanted = [row.facts.iccid for row in await desk.cards.rows(ids)]
        for ending in ("xlsx", "csv"):
            path = await _exported(desk, folder, "csv" if ending == "csv" else "xlsx")
            _expect(f"ids in {ending}", _first_column(path), wanted)
            yield f"exported to {ending}", f"{path.stat().st_size:,} bytes, read back"


def _expect(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise CheckError(f"{what}: {found!r:.200} instead of {wanted!r:.200}")


async def _exported(desk: Desk, folder: Path, ending: Format) -> Path:
    month = Month.of(desk.cards.today())
    request = ExportRequest(
        CardFilter(parse_filter("cancelled:any").terms),
        Sort(),
        None,
        month.plus(-1),
        month,
        format=ending,
        name="cards",
        folder=folder,
    )
    row = await exported(desk, request)
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
