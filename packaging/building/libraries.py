"""Which system libraries a Linux program brings along, and which the system has to bring.

PyInstaller takes along whatever it finds linked. What belongs to the desktop (X11, fonts, graphics)
must come from the system it runs on, or it does not fit its drivers and settings: an old libstdc++
alone keeps Mesa from starting. So only what Python itself is linked with goes along, and what else
is needed is named in the package's dependencies, read off the very files.
"""

import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

OWN = {
    "libbz2.so.1.0",
    "libcrypto.so.3",
    "libffi.so.8",
    "liblzma.so.5",
    "libsqlite3.so.0",
    "libssl.so.3",
    "libuuid.so.1",
}
"""What Python's own modules are linked with: of a version that other systems may not have."""

PACKAGES = {
    "ld-linux-x86-64.so.2": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libexpat.so.1": "libexpat1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgio-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Debian's package for a library, beside those that `bootstrap.py` knows."""
_SYSTEM = re.compile(r"(/usr)?/lib(64)?(/\w+-linux-gnu)?/[^/]+")
_NEEDED = re.compile(r"^ +NEEDED +(\S+)", re.MULTILINE)
_LIBC = re.compile(r"GLIBC_2\.(\d+)\b")


@dataclass(frozen=True, slots=True)
class Linked:
    """What one file asks of others: names of libraries, and the least minor version of libc 2."""

    needed: tuple[str, ...]
    libc: int

    @classmethod
    def of(cls, path: Path) -> "Linked":
        """Raises CalledProcessError for what is no binary."""
        told = subprocess.run(["objdump", "-p", path], check=True, capture_output=True, text=True)
        return cls.read(told.stdout)

    @classmethod
    def read(cls, told: str) -> "Linked":
        """From the words of `objdump -p`."""
        return cls(tuple(_NEEDED.findall(told)), max(map(int, _LIBC.findall(told)), default=0))


def of_system(source: str) -> bool:
    """Whether a file was taken from the system's own libraries; Python's folder is none of them."""
    return _SYSTEM.fullmatch(source) is not None and "/libpython3" not in source


def left_out(origins: Mapping[str, str], linked: Mapping[str, Linked]) -> set[str]:
    """The names of library files that do not go along.

    These are the system's, but for `OWN`, and those of Qt that nothing else needs. `origins` tells
    where each file of the program came from, `linked` what it needs, both by the place that it
    would have in the program's folder.
    """
    may_go = {
        place
        for place, source in origins.items()
        if of_system(source) or PurePath(place).match("PySide6/Qt/lib/*")
    }
    places = {PurePath(place).name: place for place in may_go}
    asked = [place for place in origins if place not in may_go]
    kept: set[str] = set()
    while asked:
        place = asked.pop()
        if place in kept:
            continue
        kept.add(place)
        for name in linked[place].needed:
            found = places.get(name)
            if found is not None and (not of_system(origins[found]) or name in OWN):
                asked.append(found)
    return {PurePath(place).name for place in may_go - kept}


def depends(linked: Iterable[Linked], bundled: Iterable[str], known: Mapping[str, str]) -> set[str]:
    """Debian's packages for what the files need that is not `bundled`, libc with its version.

    `known` adds to `PACKAGES`. Raises KeyError for a library that nobody knows the package of: it
    would be missed on the first other machine.
    """
    files, there = list(linked), set(bundled)
    wanted = {name for one in files for name in one.needed} - there
    packages = {**PACKAGES, **known}
    unknown = sorted(wanted - packages.keys())
    if unknown:
        raise KeyError(f"no package is known for {', '.join(unknown)}")
    named = {packages[name] for name in wanted} | set(known.values())
    least = max((one.libc for one in files), default=0)
    return {f"libc6 (>= 2.{least})" if name == "libc6" else name for name in named}
