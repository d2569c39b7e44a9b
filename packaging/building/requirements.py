"""The part of the lock that a package is built from.

A second lock could come to differ from the first, so this one is cut from it: the entries, with
their hashes, of what the program and PyInstaller need here.
"""

from collections.abc import Collection

from packaging.utils import canonicalize_name


def entries(lock: str) -> dict[str, str]:
    """What a lock says of each library, by normal name: its line and those with hashes below."""
    found: dict[str, str] = {}
    name = ""
    for line in lock.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line[0].isspace():
            name = canonicalize_name(line.partition("==")[0].strip())
        # A library may stand there twice, for two ages of Python.
        found[name] = f"{found.get(name, '')}{line}\n"
    return found


def lean(lock: str, names: Collection[str]) -> str:
    """The lock with nothing but `names`. Raises KeyError for one that it does not hold."""
    found = entries(lock)
    return "".join(found[name] for name in sorted(names))
