"""What can be seen of a package without starting it: rights and owners, libraries, sums."""

import re
import subprocess
from pathlib import Path

from trying.bare import Bare, TryError

MOST_BYTES = 95_000_000
"""Of the .deb."""
PROGRAM = "/usr/lib/simdesk"
_RIGHTS = ("drwxr-xr-x", "-rw-r--r--", "lrwxrwxrwx")
_RUNS = "./usr/lib/simdesk/simdesk"
_FILE = re.compile(r"^(/\S.*):$")


def look_into(package: Path) -> None:
    """Size, rights and owners in the .deb. Raises TryError."""
    if package.stat().st_size > MOST_BYTES:
        raise TryError(f"{package.name} is larger than {MOST_BYTES / 1e6:.0f} MB")
    told = subprocess.run(["dpkg-deb", "-c", package], check=True, capture_output=True, text=True)
    lines = told.stdout.splitlines()
    strange = odd(lines)
    if strange or not lines:
        raise TryError("rights or owners are not as they should be:\n" + "\n".join(strange))
    print(f"{len(lines)} files and folders, all root's, written by nobody else")


def odd(listing: list[str]) -> list[str]:
    """Lines of `dpkg-deb -c` with an owner that is not root, or rights that nobody expects."""
    found = []
    for line in listing:
        rights, owner, *_, path = line.split(maxsplit=5)
        expected = ("-rwxr-xr-x",) if path == _RUNS else _RIGHTS
        if owner != "root/root" or rights not in expected:
            found.append(line)
    return found


def look_at_installed(bare: Bare) -> None:
    """Libraries that nothing brings, and files that are not those of the package. Raises TryError.

    What is linked is looked for as the program's starter has it looked for.
    """
    listed = f"find {PROGRAM} -type f -name '*.so*'"
    linked = f"LD_LIBRARY_PATH={PROGRAM}/_internal ldd {PROGRAM}/simdesk $({listed})"
    told = bare.ask("sh", "-c", f"{linked} 2>/dev/null").stdout
    missing, looked = lacking(told), sum(1 for _ in filter(_FILE.match, told.splitlines()))
    if missing or not looked:
        raise TryError("libraries are missing:\n" + "\n".join(missing))
    print(f"{looked} files, and all the libraries that they are linked with")
    differing = bare.ask("dpkg", "--verify", "simdesk").stdout
    if differing:
        raise TryError(f"not as they were packed:\n{differing}")


def lacking(told: str) -> list[str]:
    """From the words of `ldd` about several files: `file: library` for each that is not found."""
    missing, file = [], ""
    for line in told.splitlines():
        if begun := _FILE.match(line):
            file = begun[1]
        elif "not found" in line:
            missing.append(f"{file}: {line.strip()}")
    return missing
