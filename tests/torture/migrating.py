"""Kills a desk's upgrade before each of its statements and commits, in processes of their own.

Run as `python -m tests.torture.migrating OLD_DESK FOLDER`: for N = 1, 2, ... a copy of the old desk
is opened by the real program, which dies before the N-th point; what lies there is then opened
again, undisturbed. One line per N: `N killed SCHEMA_AFTER_THE_KILL`; the last is `N through`.
"""

import asyncio
import os
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from itertools import count
from pathlib import Path

import alembic.command
import alembic.config
from sqlalchemy import Engine, event

from simdesk.services.storage import opening, upgrading
from simdesk.services.storage.database import Database

WORLD = "world 1"
_VALUES = {"TEXT": "x", "BLOB": b"x"}
"""What a row holds by the type of its column; the rest are numbers."""
_NAMED = {
    "operation.state": "FINISHED",
    "op_item.state": "DONE",
    "purchase.state": "DONE",
    "card_number.kind": "imsi",
    "rule.group_kind": "all",
    "rule.kind": "usage",
    "rule.push": "day",
}
"""Where a table allows certain words only."""


def make_old(path: Path, revision: str) -> None:
    """A desk as an earlier release left it: its schema, our marks, and a row in every table."""
    path.touch()
    engine = opening.writer_engine(path)
    config = alembic.config.Config()
    place = Path(upgrading.__file__).parent / "migrations"
    config.set_main_option("script_location", str(place))
    config.attributes["engine"] = engine
    alembic.command.upgrade(config, revision)
    engine.dispose()
    with closing(sqlite3.connect(path)) as raw, raw:
        for (table,) in raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            if table not in ("alembic_version", "meta"):
                _fill(raw, table)
        raw.execute(f"PRAGMA application_id={opening.APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version={int(revision)}")
        marks = {"marker": opening.MARKER, "identity": WORLD, "stopped": "cleanly", "sealed": "1 x"}
        raw.executemany("INSERT INTO meta VALUES (?, ?)", marks.items())


def _fill(raw: sqlite3.Connection, table: str) -> None:
    columns = raw.execute(f"PRAGMA table_xinfo({table})").fetchall()
    kept = [(name, kind) for _, name, kind, *_, hidden in columns if not hidden]
    values = [_NAMED.get(f"{table}.{name}", _VALUES.get(kind, 1)) for name, kind in kept]
    names = ", ".join(f'"{name}"' for name, _ in kept)
    marks = ", ".join("?" * len(values))
    raw.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', values)


def left_at(path: Path) -> str:
    """Schema of the tables, schema in the header, how many seals."""
    asked = (
        "SELECT CAST(version_num AS INTEGER) FROM alembic_version",
        "PRAGMA user_version",
        "SELECT count(*) FROM meta WHERE key = 'sealed'",
    )
    with closing(sqlite3.connect(path)) as raw:
        return " ".join(str(raw.execute(words).fetchone()[0]) for words in asked)


def _in_a_child(path: Path, point: int | None) -> int:
    """Open the desk and close it, killed before `point`; the status of a process that did so."""
    child = os.fork()
    if child == 0:
        if point is not None:
            _die_at(point)
        os._exit(asyncio.run(_opened(path)))
    return os.waitpid(child, 0)[1]


async def _opened(path: Path) -> int:
    database = await Database.open(path, WORLD)
    await database.aclose()
    return 0


def _die_at(point: int) -> None:
    passed = count(1)

    def pass_by(*anything: object) -> None:
        del anything
        if next(passed) == point:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", pass_by)
    event.listen(Engine, "commit", pass_by)


def main() -> int:
    old, folder = Path(sys.argv[1]), Path(sys.argv[2])
    for point in count(1):
        place = folder / str(point)
        place.mkdir()
        path = place / "desk.db"
        shutil.copy(old, path)
        status = _in_a_child(path, point)
        if os.WIFEXITED(status):
            print(f"{point} through", flush=True)
            return os.WEXITSTATUS(status)
        print(f"{point} killed {left_at(path)}", flush=True)
        if _in_a_child(path, None):
            return 1
    return 1


if __name__ == "__main__":
    sys.exit(main())
