"""A backup as a file: copied by SQLite itself, sealed, read back, and only then called one.

A plain copy of the file would miss what lies in the WAL (reliability.md F34). A backup counts only
once it was verified: chain, seals, rows, and the digest of the whole file (4.6).
"""

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from simdesk.models.audit import AuditHead
from simdesk.models.backups import Backup, BackupReason, Loss
from simdesk.models.errors import KnownError
from simdesk.models.flaws import Flaw, FlawKind
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.files import file_trouble, require_space, write_atomically
from simdesk.services.storage.audit_store import GENESIS
from simdesk.services.storage.codec import moment
from simdesk.services.storage.desk_file import SCHEMA, looked_into
from simdesk.services.storage.faults import damaged, known_trouble
from simdesk.services.storage.opening import seal_file
from simdesk.services.storage.verification import verify_file

ENDING = ".db"
_TELLING = ".json"
_CHUNK = 1 << 20


def write_backup(
    desk: Path,
    target: Path,
    at: datetime,
    why: BackupReason,
    *,
    accepted: Collection[str] = (),
    seal: bool = True,
) -> Backup:
    """Copy the desk, open or not, to `target`, and verify the copy; `at` is business time.

    `accepted` are the keys of flaws that are known; without `seal` the copy keeps the seal of the
    desk, for the desk was not verified. Raises KnownError, and leaves nothing behind,
    when there is no room or the copy is not whole.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        require_space(target.parent, 2 * desk.stat().st_size)
        part.unlink(missing_ok=True)
        counts = _copy(desk, part, seal)
        flaws = [flaw for flaw in verify_file(part) if flaw.key not in accepted]
        if flaws or counts != counts_of(part):
            raise _not_whole(part, flaws)
        backup = _told(part, target.name, at, why, counts)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        with write_atomically(target.with_suffix(_TELLING)) as file:
            file.write(_as_json(backup).encode())
        part.replace(target)
    except sqlite3.Error as error:
        raise known_trouble(error, desk) or error from error
    except OSError as error:
        raise file_trouble(error, target) from error
    finally:
        part.unlink(missing_ok=True)
    return backup


def _not_whole(part: Path, flaws: Collection[Flaw]) -> KnownError:
    found = next((flaw.words for flaw in flaws), text(QT_TRANSLATE_NOOP("trade", "Rows differ.")))
    return KnownError(
        text(QT_TRANSLATE_NOOP("trade", "The backup “{path}” is not whole."), path=str(part)), found
    )


def _copy(desk: Path, part: Path, seal: bool) -> dict[str, int]:
    """Copy one state of the desk; its rows as counted in that state, see `counts_of`."""
    uri = f"{desk.absolute().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as source,
        closing(sqlite3.connect(part, isolation_level=None)) as copy,
    ):
        source.execute("PRAGMA busy_timeout=5000")
        source.execute("BEGIN")
        counts = _counted(source)
        source.backup(copy)
        # A finished file: one piece without side files, closed properly.
        copy.execute("PRAGMA journal_mode=DELETE")
        copy.execute("PRAGMA synchronous=FULL")
        if seal and copy.execute("PRAGMA user_version").fetchone() == (SCHEMA,):
            copy.execute("BEGIN")
            seal_file(copy)
            copy.execute("COMMIT")
    return counts


def counts_of(path: Path) -> dict[str, int]:
    """How many rows each table has, but for `meta`. Raises sqlite3.Error."""
    with closing(looked_into(path)) as raw:
        return _counted(raw)


def _counted(raw: sqlite3.Connection) -> dict[str, int]:
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = sorted(name for (name,) in raw.execute(named) if name != "meta")
    return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def _told(
    part: Path, name: str, at: datetime, why: BackupReason, counts: Mapping[str, int]
) -> Backup:
    with closing(looked_into(part)) as raw:
        head = _head(raw) if "audit" in counts else AuditHead(0, GENESIS)
    return Backup(name, at, why, part.stat().st_size, sha256_of(part), head, counts)


def _head(raw: sqlite3.Connection) -> AuditHead:
    row = raw.execute("SELECT n, h FROM audit ORDER BY n DESC LIMIT 1").fetchone()
    return AuditHead(0, GENESIS) if row is None else AuditHead(*row)


def sha256_of(path: Path) -> str:
    """Of the whole file, in hexadecimal. Raises OSError."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_CHUNK):
            found.update(part)
    return found.hexdigest()


def _as_json(backup: Backup) -> str:
    told = asdict(backup) | {"at": int(backup.at.timestamp()), "why": backup.why.value}
    return json.dumps(told, indent=1, sort_keys=True) + "\n"


def copy_backup(folder: Path, backup: Backup, target: Path) -> None:
    """Copy a backup and its telling to the folder `target`, and read the copy back.

    Raises KnownError, and leaves nothing behind, when there is no room or the copy differs.
    """
    copy = target / backup.name
    part = copy.with_name(copy.name + ".part")
    try:
        target.mkdir(parents=True, exist_ok=True, mode=0o700)
        require_space(target, backup.size)
        with (folder / backup.name).open("rb") as source, part.open("wb") as file:
            shutil.copyfileobj(source, file, _CHUNK)
            file.flush()
            os.fsync(file.fileno())
        if sha256_of(part) != backup.sha256:
            raise _not_whole(part, ())
        with write_atomically(copy.with_suffix(_TELLING)) as file:
            file.write(_as_json(backup).encode())
        part.replace(copy)
    except OSError as error:
        raise file_trouble(error, copy) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def listed(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, newest first; a file whose telling is missing or broken is none."""
    if not folder.is_dir():
        return ()
    found = [_read(path) for path in folder.glob("*" + _TELLING)]
    there = [one for one in found if one is not None and (folder / one.name).is_file()]
    return tuple(sorted(there, key=lambda one: (one.at, one.head.number, one.name), reverse=True))


def _read(path: Path) -> Backup | None:
    try:
        told = json.loads(path.read_bytes())
        return Backup(
            path.with_suffix(ENDING).name,
            moment(int(told["at"])),
            BackupReason(told["why"]),
            int(told["size"]),
            str(told["sha256"]),
            AuditHead(int(told["head"]["number"]), str(told["head"]["digest"])),
            {str(name): int(rows) for name, rows in told["counts"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def made_at(path: Path) -> datetime:
    """When a backup was made: as told beside it, else the last moment it knows of.

    Raises KnownError for what is not a desk.
    """
    told = _read(path.with_suffix(_TELLING))
    if told is not None:
        return told.at
    asked = "SELECT max(m) FROM (SELECT max(requested_at) AS m FROM operation"
    try:
        with closing(looked_into(path)) as raw:
            asked += " UNION ALL SELECT max(at) FROM audit)" if _has_audit(raw) else ")"
            (last,) = raw.execute(asked).fetchone()
    except sqlite3.Error as error:
        raise known_trouble(error, path) or damaged(path) from error
    return moment(last or 0)


def _has_audit(raw: sqlite3.Connection) -> bool:
    asked = "SELECT 1 FROM sqlite_master WHERE name = 'audit'"
    return raw.execute(asked).fetchone() is not None


def check(folder: Path, backup: Backup) -> tuple[Flaw, ...]:
    """Read a backup back: its digest, its rows, and everything a desk is verified for."""
    path = folder / backup.name
    try:
        if sha256_of(path) != backup.sha256 or counts_of(path) != backup.counts:
            return (Flaw(FlawKind.STRUCTURE, backup.name), *verify_file(path))
    except (OSError, sqlite3.Error) as error:
        return (Flaw(FlawKind.STRUCTURE, f"{backup.name}: {error}"),)
    return verify_file(path)


def drop(folder: Path, backup: Backup) -> None:
    """Remove a backup that is not kept any longer; its telling goes first. Raises OSError."""
    (folder / backup.name).with_suffix(_TELLING).unlink(missing_ok=True)
    (folder / backup.name).unlink(missing_ok=True)


def loss(desk: Path, copy: Path, at: datetime) -> Loss:
    """What the desk knows that the copy, made `at`, does not.

    Raises KnownError where one of them cannot be read.
    """
    try:
        return _loss(desk, copy, at)
    except sqlite3.Error as error:
        raise known_trouble(error, desk) or error from error


def _loss(desk: Path, copy: Path, at: datetime) -> Loss:
    uri = f"{desk.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as ours, closing(looked_into(copy)) as theirs:
        gone = [
            len(_keys(ours, query) - _keys(theirs, query))
            for query in ("SELECT id FROM operation", "SELECT serial FROM purchase")
        ]
        records = _head(ours).number - _head(theirs).number
    return Loss(gone[0], gone[1], max(0, records), at)


def _keys(raw: sqlite3.Connection, query: str) -> set[str]:
    return {key for (key,) in raw.execute(query)}
