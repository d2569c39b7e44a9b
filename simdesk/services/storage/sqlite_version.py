"""The version of SQLite that Python brings, and the bug it may have (reliability.md 0.8)."""

import sqlite3

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

Version = tuple[int, int, int]
_BROKEN_SINCE: Version = (3, 7, 0)
_FIXED: Version = (3, 51, 3)
_BACK_PORTED: tuple[Version, ...] = ((3, 44, 6), (3, 50, 7))


def sqlite_warning(version: Version | None = None) -> Text | None:
    """What About says of this SQLite; None for one without the known bug.

    Versions from 3.7.0 may damage a file whose WAL begins anew at a bad moment; 3.51.3 and two
    older lines mend it. It was met very seldom: backups and verification stand against it.
    """
    used = version or sqlite3.sqlite_version_info
    mended = any(used[:2] == fixed[:2] and used >= fixed for fixed in _BACK_PORTED)
    if used < _BROKEN_SINCE or used >= _FIXED or mended:
        return None
    return text(
        QT_TRANSLATE_NOOP(
            "trade",
            "SQLite {version} has a rare bug that can damage a file; 3.51.3 and later do not.",
        ),
        version=".".join(map(str, used)),
    )
