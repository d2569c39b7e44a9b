"""The libraries that a library needs, as the environment has them installed."""

from collections.abc import Iterable
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROGRAM = "simdesk"
BUILDER = "pyinstaller"


def needed(roots: Iterable[str]) -> dict[str, Distribution]:
    """`roots` with all that they need on this system, by normal name, in alphabetical order.

    Raises PackageNotFoundError for what is not installed.
    """
    found: dict[str, Distribution] = {}
    asked = list(roots)
    while asked:
        name = canonicalize_name(asked.pop())
        if name not in found:
            found[name] = distribution(name)
            asked.extend(direct(found[name]))
    return dict(sorted(found.items()))


def direct(of: Distribution) -> list[str]:
    """The normal names of what `of` needs itself on this system, extras left out."""
    wanted = map(Requirement, of.requires or ())
    return sorted(
        canonicalize_name(one.name)
        for one in wanted
        if one.marker is None or one.marker.evaluate({"extra": ""})
    )
