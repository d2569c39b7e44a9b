"""What SimDesk is made of, and under which licences: read from the records of what is installed."""

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

PROGRAM = "simdesk"
_PYTHON = "PSF-2.0"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_SHORT = 60
"""Some records have the whole text where the name of the licence belongs."""
_USUAL = ("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "LICENCE.rst", "LICENCE.txt")


@dataclass(frozen=True, slots=True)
class Part:
    """One library. `licence` is empty where its record names none, `text` where it carries none."""

    name: str
    version: str
    licence: str
    text: str


def parts() -> tuple[Part, ...]:
    """SimDesk, Python, then every library that runs with them, by name.

    Reads a few dozen small files; a library whose records are missing is left out.
    """
    python = Part("Python", platform.python_version(), _PYTHON, "")
    found = {_key(of.name): of for of in _needed()}
    own = found.pop(PROGRAM, None)
    others = [_part(found[name]) for name in sorted(found)]
    return (*(() if own is None else (_part(own),)), python, *others)


def _needed() -> Iterator[metadata.Distribution]:
    """SimDesk and all it needs, what these need included; of optional extras nothing."""
    left, seen = [PROGRAM], set[str]()
    while left:
        name = left.pop()
        if _key(name) in seen:
            continue
        seen.add(_key(name))
        try:
            of = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # for another system, or another Python
            continue
        yield of
        wanted = [need for need in of.requires or () if "extra ==" not in need]
        left += [match[0] for need in wanted if (match := _NAME.match(need))]


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _part(of: metadata.Distribution) -> Part:
    return Part(of.name, of.version, _licence(of), "\n\n".join(_texts(of)))


def _licence(of: metadata.Distribution) -> str:
    for name in ("License-Expression", "License"):
        said = ", ".join(of.metadata.get_all(name) or ())
        if said and len(said) < _SHORT:
            return said
    classified = [line for line in of.metadata.get_all("Classifier") or () if "License ::" in line]
    return ", ".join(line.rpartition(" :: ")[2] for line in classified)


def _texts(of: metadata.Distribution) -> Iterator[str]:
    """Its licence files. The list of all files is not asked: a built program does not carry it."""
    named = [str(name) for name in of.metadata.get_all("License-File") or ()]
    for name in named or _USUAL:
        found = of.read_text(f"licenses/{name}") or of.read_text(name)
        if found:
            yield found.strip()
