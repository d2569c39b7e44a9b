"""The texts of other people's licences, in one file that comes with the program."""

from collections.abc import Iterable

from building.shipped import Part

_RULE = "=" * 80
_HEAD = """SimDesk contains the work of others. Below stands, for each, its version and its licence.

Qt for Python and Qt are used under the GNU Lesser General Public License, version 3. They lie as
files of their own in the program's folder, where they may be replaced by others of their kind;
their source is at https://download.qt.io/ and https://code.qt.io/.
"""


def third_party(parts: Iterable[Part]) -> str:
    """A table of contents, then every text; one that several share stands once."""
    listed = list(parts)
    lines = [_HEAD]
    lines += [f"  {part.name} {part.version}  {part.licence}".rstrip() for part in listed]
    shown: dict[str, str] = {}
    for part in listed:
        lines += ["", _RULE, f"{part.name} {part.version}", *filter(None, [part.home]), _RULE]
        for text in part.texts:
            if text in shown:
                lines += ["", f"The same text as that of {shown[text]}."]
            else:
                shown[text] = part.name
                lines += ["", text]
    return "\n".join(lines) + "\n"
