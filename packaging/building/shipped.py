"""What the program is made of: libraries of Python, Python itself, and what Debian lent."""

import platform
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path

from building.distributions import BUILDER, PROGRAM, direct, needed

TEXTS = Path(__file__).resolve().parents[1] / "licences"
_TEXT_NAME = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_SHORT = 60
"""Some libraries put the whole text where the name of the licence belongs."""
_QT = ("LGPL-3.0.txt", "GPL-3.0.txt")
_LENT = {"pyside6-essentials": _QT, "shiboken6": _QT}
"""Texts of our own folder for libraries that come without: the LGPL adds to the GPL."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is shipped: whose it is, under which licence, and what it needs.

    `purl` is its address as SBOMs write it, `texts` the licence with all that belongs to it.
    """

    name: str
    version: str
    purl: str
    licence: str
    texts: tuple[str, ...]
    home: str = ""
    needs: tuple[str, ...] = ()


class LicenceMissingError(Exception):
    """Something would be shipped without the text of its licence."""


def parts(lent: Iterable[Path]) -> tuple[Part, ...]:
    """Everything beside SimDesk itself; `lent` are the library files taken from Debian.

    Raises LicenceMissingError.
    """
    libraries = {name: of for name, of in needed((PROGRAM,)).items() if name != PROGRAM}
    found = [of_library(name, of) for name, of in libraries.items()]
    builder = of_library(BUILDER, needed((BUILDER,))[BUILDER])
    # Of this one only the program that starts Python goes along, which needs nothing.
    found.append(Part(builder.name, builder.version, builder.purl, builder.licence, builder.texts))
    return (*found, of_python(), *of_debian(lent))


def of_library(name: str, of: Distribution) -> Part:
    """A library of Python's, from its metadata. Raises LicenceMissingError."""
    inside = [
        of.locate_file(file)
        for file in of.files or ()
        if ".dist-info" in file.parts[0] and _TEXT_NAME.search(file.name)
    ]
    files = [Path(str(file)) for file in inside] or [TEXTS / text for text in _LENT.get(name, ())]
    texts = tuple(file.read_text("utf-8", errors="replace").strip() for file in sorted(files))
    if not any(texts):
        raise LicenceMissingError(f"{name} {of.version} comes without the text of its licence")
    purl = f"pkg:pypi/{name}@{of.version}"
    return Part(name, of.version, purl, licence(of), texts, home(of), tuple(direct(of)))


def licence(of: Distribution) -> str:
    """The name of its licence as its metadata has it, empty where it has none."""
    said = told(of, "License-Expression") or told(of, "License")
    if said and len(said) < _SHORT:
        return said
    classified = [
        line.rpartition(" :: ")[2]
        for line in of.metadata.get_all("Classifier") or ()
        if line.startswith("License :: ")
    ]
    return " AND ".join(classified) or " ".join(said.split())[:_SHORT]


def home(of: Distribution) -> str:
    """The address of its pages, empty where its metadata names none."""
    links = dict(
        line.split(", ", 1) for line in of.metadata.get_all("Project-URL") or () if ", " in line
    )
    found = (
        links[word] for word in ("Homepage", "Source", "Repository", "source") if word in links
    )
    return told(of, "Home-page") or next(found, "")


def told(of: Distribution, field: str) -> str:
    """One field of its metadata, empty where it has none."""
    return next(iter(of.metadata.get_all(field) or ()), "")


def of_python() -> Part:
    """The interpreter. Raises LicenceMissingError where its folder holds no licence."""
    version, short = platform.python_version(), f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places = (
        Path(sys.base_prefix, "lib", short, "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path("/usr/share/doc", short, "copyright"),
    )
    for place in places:
        if place.is_file():
            text = place.read_text("utf-8", errors="replace").strip()
            purl = f"pkg:generic/python@{version}"
            return Part("python", version, purl, "PSF-2.0", (text,), "https://www.python.org/")
    raise LicenceMissingError(f"Python's licence is in none of {', '.join(map(str, places))}")


def of_debian(files: Iterable[Path]) -> list[Part]:
    """The Debian packages that library files were taken from. Raises LicenceMissingError."""
    found = {package_of(file) for file in files}
    return [_debian(package) for package in sorted(found)]


def package_of(file: Path) -> str:
    """Debian's name of the package that owns a file. Raises LicenceMissingError."""
    # /lib is a link to /usr/lib, and packages differ in which of the two they say.
    for place in dict.fromkeys((file, file.resolve(), Path("/usr") / file.relative_to("/"))):
        told = subprocess.run(
            ["dpkg-query", "-S", place], check=False, capture_output=True, text=True
        )
        if told.returncode == 0:
            return told.stdout.partition(":")[0]
    raise LicenceMissingError(f"no package owns {file}")


def _debian(package: str) -> Part:
    told = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}\n", package],
        check=True,
        capture_output=True,
        text=True,
    )
    version = told.stdout.split()[0]
    text = Path("/usr/share/doc", package, "copyright").read_text("utf-8", errors="replace")
    return Part(package, version, f"pkg:deb/debian/{package}@{version}", "", (text.strip(),))
