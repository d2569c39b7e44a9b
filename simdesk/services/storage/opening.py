"""Before a file is opened: whose it is, whether it is whole, and how a new one is made."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.storage.desk_file import APPLICATION_ID, HEAD, MARKER, SCHEMA, looked_into
from simdesk.services.storage.engines import writer_engine
from simdesk.services.storage.faults import damaged, known_trouble
from simdesk.services.storage.journal_seals import closing_seal
from simdesk.services.storage.schema import metadata
from simdesk.services.storage.tables import meta

SEALED = "sealed"
"""The key in `meta` of the seal that was put on the file when it was closed."""
_MAGIC = b"SQLite format 3\0"
_HEADER = 100


@dataclass(frozen=True, slots=True)
class Content:
    """What a look inside tells: the stored revision, and the seal that the file must fit.

    The seal is that of the last closing, until a verification has passed since; None then.
    """

    revision: str
    seal: str | None


def create(path: Path, identity: str) -> None:
    """Make a new desk that belongs to `identity`; it appears under `path` only when complete."""
    part = path.with_name(path.name + ".new")
    for leftover in _files_of(part):
        leftover.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as raw:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version={SCHEMA}")
    engine = writer_engine(part)
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            _stamp(connection)
            connection.execute(
                insert(meta),
                [
                    {"key": "marker", "value": MARKER},
                    {"key": "identity", "value": identity},
                    {"key": "stopped", "value": "cleanly"},
                ],
            )
    finally:
        engine.dispose()
    part.replace(path)


def _files_of(path: Path) -> tuple[Path, ...]:
    return (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm"))


def _stamp(connection: Connection) -> None:
    # The table Alembic keeps its place in, in its own form.
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))


def check_header(path: Path) -> None:
    """Read the first 100 bytes and refuse what is not ours, or newer than us. Changes nothing.

    Raises KnownError; OSError when the file cannot be read.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        raise _refused(path, QT_TRANSLATE_NOOP("trade", "“{path}” is empty."))
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise _refused(path, QT_TRANSLATE_NOOP("trade", "“{path}” is not a SimDesk file."))
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise _refused(path, QT_TRANSLATE_NOOP("trade", "“{path}” belongs to another program."))
    if int.from_bytes(header[60:64], "big") > SCHEMA:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "“{path}” was written by a newer SimDesk."),
                path=str(path),
            ),
            text(QT_TRANSLATE_NOOP("trade", "Install the newer version, or open another fleet.")),
        )


def _refused(path: Path, sentence: str) -> KnownError:
    return KnownError(
        text(sentence, path=str(path)),
        text(
            QT_TRANSLATE_NOOP("trade", "It was left as it is. Move it away, or open another fleet.")
        ),
    )


def check_content(path: Path, identity: str) -> Content:
    """Look inside without writing: marker, whose truth, and wholeness after a crash.

    Raises KnownError.
    """
    try:
        with closing(looked_into(path)) as raw:
            raw.execute("PRAGMA trusted_schema=OFF")
            known = dict(raw.execute("SELECT key, value FROM meta").fetchall())
            revision = raw.execute("SELECT version_num FROM alembic_version").fetchone()
            if known.get("stopped") != "cleanly":
                _check_whole(raw, path)
    except sqlite3.Error as error:
        raise known_trouble(error, path) or damaged(path) from error
    except UnicodeDecodeError as error:  # damaged names, even in SQLite's own sentence
        raise damaged(path) from error
    if known.get("marker") != MARKER or revision is None:
        raise damaged(path)
    if known.get("identity") != identity:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "“{path}” is the desk of another fleet or account."),
                path=str(path),
            ),
            text(QT_TRANSLATE_NOOP("trade", "Put the two files of a fleet back together.")),
        )
    return Content(str(revision[0]), known.get(SEALED))


def identity_of(path: Path) -> str | None:
    """Whose truth the desk at `path` holds, None where none can be read. Changes nothing.

    What is wrong with the file is said by those who open it.
    """
    try:
        with closing(looked_into(path)) as raw:
            known = dict(raw.execute("SELECT key, value FROM meta").fetchall())
    except (OSError, sqlite3.Error, UnicodeDecodeError):
        return None
    return known.get("identity") if known.get("marker") == MARKER else None


def _check_whole(raw: sqlite3.Connection, path: Path) -> None:
    if raw.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged(path)


def mark_running(engine: Engine) -> None:
    """Note that the file is in use; what is still noted at the next start was a crash."""
    _note(engine, "in use")


def mark_stopped(engine: Engine, *, seal: bool = True) -> None:
    """Note a proper end, and seal what no record of the audit seals.

    Without `seal` the older one stays: what did not fit it must not be made sound.
    """
    if not seal:
        _note(engine, "cleanly")
        return
    try:
        with engine.begin() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            seal_file(raw)
    except sqlite3.Error:
        # What cannot be read cannot be sealed; the verification of the next start says why.
        with engine.begin() as connection:
            forget_seal(connection)
        _note(engine, "cleanly")


def forget_seal(connection: Connection) -> None:
    """The file was held against it: from now on it may move away from the seal."""
    connection.execute(delete(meta).where(meta.c.key == SEALED))


def seal_file(raw: sqlite3.Connection) -> None:
    """Leave the file as a proper end leaves it, in the transaction at hand."""
    noted = {"stopped": "cleanly", SEALED: closing_seal(raw)}
    raw.executemany("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", noted.items())


def _note(engine: Engine, value: str) -> None:
    with engine.begin() as connection:
        connection.execute(meta.update().where(meta.c.key == "stopped").values(value=value))
