"""Which program this is, on what it runs: what every report begins with."""

import platform
from importlib import metadata

from simdesk import __version__

_LIBRARIES = ("pyside6-essentials", "qasync", "sqlalchemy", "alembic", "numpy", "openpyxl")


def versions() -> tuple[tuple[str, str], ...]:
    """Names and versions: SimDesk, Python, the system, the libraries that are found."""
    found = [
        ("SimDesk", __version__),
        ("Python", platform.python_version()),
        ("system", platform.platform()),
    ]
    for name in _LIBRARIES:
        try:
            found.append((name, metadata.version(name)))
        except metadata.PackageNotFoundError:  # the frozen program carries no such records
            continue
    return tuple(found)
