"""Bringing an older file up to date: a backup first, then Alembic, imported only here."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from simdesk.services.storage.faults import damaged
from simdesk.services.storage.verification import verify_file


def back_up(path: Path) -> Path:
    """A copy of the desk beside it, made by SQLite itself: a plain copy would miss the WAL.

    Raises KnownError when it is not whole, as the desk is not then: nothing may be upgraded.
    """
    copy = path.with_name(f"{path.stem}-before-upgrade{path.suffix}")
    part = copy.with_name(copy.name + ".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as target:
        source.backup(target)
    if verify_file(part):
        part.unlink()
        raise damaged(path)
    part.replace(copy)
    return copy


def upgrade(engine: Engine) -> None:
    """Run every migration the file has not seen, each in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["engine"] = engine
    command.upgrade(config, "head")
