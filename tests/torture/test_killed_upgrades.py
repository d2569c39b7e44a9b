"""An upgrade killed before each of its statements leaves the old desk or the new one (F30)."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from simdesk.services.storage import opening
from tests.torture.campaign import ROOT
from tests.torture.migrating import make_old
from tests.torture.tier import asked

pytestmark = [
    pytest.mark.torture,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a copy of the process for each kill"),
]
OLD = [f"{number:04}" for number in range(1, opening.SCHEMA)][: None if asked().night else 1]
"""The oldest goes through every migration; at night each release's own desk does."""
Rows = dict[str, list[tuple[object, ...]]]


def rows(path: Path, like: Path) -> Rows:
    """What is in the tables and columns of `like`, as `path` has it; seals come and go."""
    found: Rows = {}
    with closing(sqlite3.connect(like)) as old, closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'"
        for (table,) in old.execute(tables).fetchall():
            columns = [f'"{row[1]}"' for row in old.execute(f"PRAGMA table_info({table})")]
            named = raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'plan_name'").fetchone()
            # A plan's name lies in a table of its own since 0005.
            source = f"{table} JOIN plan_name ON plan_name.id = name_id"
            source = source if table == "plan_running" and named else f'"{table}"'
            words = f"SELECT {', '.join(columns)} FROM {source} ORDER BY 1"
            found[table] = [row for row in raw.execute(words) if row[0] != "sealed"]
    # A single number is found at its card since 0005, without an index of its own.
    assert len(found.pop("card_number")) in (0, 1)
    return found


@pytest.mark.parametrize("revision", OLD)
def test_an_upgrade_killed_anywhere_is_whole_and_ends_at_the_next_start(
    revision: str, tmp_path: Path
) -> None:
    old, folder = tmp_path / "old.db", tmp_path / "killed"
    make_old(old, revision)
    before = rows(old, old)
    folder.mkdir()
    ended = subprocess.run(
        [sys.executable, "-m", "tests.torture.migrating", str(old), str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ended.returncode == 0, ended.stderr[-2_000:]
    lines = [line.split() for line in ended.stdout.splitlines() if line[:1].isdigit()]
    killed = [tuple(map(int, line[2:])) for line in lines if line[1] == "killed"]
    kills = [schema for schema, _, _ in killed]
    print(f"from {revision}: killed before {len(kills)} statements and commits")
    assert lines[-1][1] == "through"
    # In order: untouched at first, up to date before the last points, never in between backwards.
    assert kills == sorted(kills)
    assert (kills[0], kills[-1]) == (int(revision), opening.SCHEMA)
    # The header tells an older program to keep off; a seal on other tables would cry damage.
    assert all(header == schema for schema, header, _ in killed)
    assert all(seals == (schema == int(revision)) for schema, _, seals in killed)
    for place in folder.iterdir():
        assert rows(place / "desk.db", old) == before
        with closing(sqlite3.connect(place / "desk.db")) as raw:
            assert raw.execute("PRAGMA user_version").fetchone() == (opening.SCHEMA,)
            (schema,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
            assert int(schema) == opening.SCHEMA
