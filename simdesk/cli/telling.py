"""How the command line speaks: results to standard output, everything else to standard error."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from simdesk.models.errors import KnownError

if TYPE_CHECKING:
    from simdesk.models.filter_text import FilterError


def tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def tell_error(error: KnownError) -> None:
    """What happened, what to do about it, and the provider's code."""
    code = "" if error.code is None else f" [{error.code}]"
    tell(f"simdesk: {error.message}{code}")
    if error.remedy is not None:
        tell(f"         {error.remedy}")


def tell_place(error: "FilterError", words: str) -> None:
    """The filter with a caret under the wrong part, then the error."""
    shown = words.translate({ord(blank): " " for blank in "\t\r\n"})
    tell(f"  {shown}")
    tell("  " + " " * error.start + "^" * max(1, error.end - error.start))
    tell_error(error)


class Progress:
    """One line that moves on a terminal; a line every tenth of the way elsewhere."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._moving = sys.stderr.isatty()
        self._last = -1

    def at(self, done: int, total: int | None) -> None:
        """`done` of `total`, which is None while unknown."""
        step = done if not total else done * (100 if self._moving else 10) // total
        if step == self._last or (not step and not self._moving):
            return
        self._last = step
        words = f"{self._what} {done:,}" + (f" of {total:,}" if total else "")
        print(words, end="\r" if self._moving else "\n", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._moving and self._last >= 0:
            print(file=sys.stderr)


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns as wide as their widest cell, two blanks apart."""
    lines = [tuple(titles), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
