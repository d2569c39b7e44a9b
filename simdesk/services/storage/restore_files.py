"""Putting a backup in the desk's place so that a crash at any step leaves the one or the other.

First the new file is written and verified beside the desk, under a name that says it is ready.
From then on the exchange is finished whatever happens: at once, or when the desk is opened next.
The old file is kept beside, its WAL with it; a stale WAL under the new file would silently undo
the restore (reliability.md F33).
"""

import json
import os
import shutil
import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.files import file_trouble, require_space
from simdesk.services.storage import opening
from simdesk.services.storage.codec import moment
from simdesk.services.storage.desk_file import looked_into
from simdesk.services.storage.faults import known_trouble
from simdesk.services.storage.verification import verify_file

RESTORED = "restored"
"""The key in `meta` that says this file was a backup, and sending is off until it was compared."""
_SIDE_FILES = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restored desk knows of itself: how old it is, and whether its doubts are written."""

    at: datetime
    doubted: bool = False

    def to_json(self) -> str:
        return json.dumps({"at": int(self.at.timestamp()), "doubted": self.doubted})

    @classmethod
    def from_json(cls, words: str) -> Self:
        """Raises ValueError or KeyError for what is not written by `to_json`."""
        told = json.loads(words)
        return cls(moment(int(told["at"])), bool(told["doubted"]))


def prepare_restore(desk: Path, backup: Path, at: datetime, accepted: Collection[str] = ()) -> None:
    """Check `backup`, made at `at`, and lay it ready beside `desk`. Nothing of the desk changes.

    `accepted` are the keys of flaws that an operator has seen. Raises KnownError when it is
    damaged, of another fleet or a newer SimDesk, or without room.
    """
    ready = _ready(desk)
    part = ready.with_name(ready.name + ".part")
    try:
        opening.check_header(backup)
        identity = opening.identity_of(desk) or opening.identity_of(backup)
        opening.check_content(backup, identity or "")
        _check(backup, accepted)
        require_space(desk.parent, 2 * backup.stat().st_size)
        part.unlink(missing_ok=True)
        with closing(looked_into(backup)) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            row = (RESTORED, Restored(at).to_json())
            copy.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", row)
            copy.commit()
        _check(part, accepted)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(ready)
    except sqlite3.Error as error:
        raise known_trouble(error, backup) or error from error
    except OSError as error:
        raise file_trouble(error, backup) from error
    finally:
        part.unlink(missing_ok=True)


def _check(path: Path, accepted: Collection[str]) -> None:
    flaws = [flaw for flaw in verify_file(path) if flaw.key not in accepted]
    if flaws:
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "“{path}” is damaged."), path=str(path)), flaws[0].words
        )


def is_ready(desk: Path) -> bool:
    """A restore was laid ready: opening the desk next time finishes it."""
    return _ready(desk).exists()


def _ready(desk: Path) -> Path:
    return desk.with_name(desk.name + ".restoring")


def finish_restore(desk: Path) -> Path | None:
    """Exchange the desk for what was laid ready; call it with the fleet's lock held.

    Returns where the old file is kept, None when there was nothing to do. Raises OSError.
    """
    ready = _ready(desk)
    if not ready.exists():
        return None
    kept = _unused(desk)
    # The file itself last: where it is kept, its WAL is kept too.
    for ending in ("-wal", ""):
        old = desk.with_name(desk.name + ending)
        if old.exists():
            _keep(old, kept.with_name(kept.name + ending))
    for ending in _SIDE_FILES:
        desk.with_name(desk.name + ending).unlink(missing_ok=True)
    ready.replace(desk)
    return kept


def _keep(old: Path, kept: Path) -> None:
    # A second name costs nothing; where the system has none, the file is copied.
    with suppress(OSError):
        os.link(old, kept)
        return
    shutil.copy2(old, kept)


def _unused(desk: Path) -> Path:
    number = 1
    while any(one.exists() for one in _pair(desk, number)):
        number += 1
    return _pair(desk, number)[0]


def _pair(desk: Path, number: int) -> tuple[Path, Path]:
    name = f"{desk.stem}-replaced-{number}{desk.suffix}"
    return desk.with_name(name), desk.with_name(name + "-wal")
