"""What a desk's file says of itself to whoever looks into it before it is opened."""

import sqlite3
from pathlib import Path

APPLICATION_ID = 0x53494D44
"""SIMD, in the file's header: this database is ours."""
SCHEMA = 5
"""The newest schema this program knows, in the file's header as user_version."""
HEAD = "0005"
"""The newest revision of the migrations."""
MARKER = "SimDesk desk"


def looked_into(path: Path, timeout: float = 5.0) -> sqlite3.Connection:
    """A connection to look into a file that nobody has open; nothing is written, or left beside.

    `timeout` is how many seconds to wait for another program. Raises sqlite3.Error.
    """
    # Immutable leaves no side files; what a crash left in the WAL must be read along, though.
    wal = path.with_name(path.name + "-wal")
    mode = "mode=ro" if wal.exists() and wal.stat().st_size else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=timeout)
