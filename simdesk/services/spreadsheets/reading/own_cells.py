"""Cells as `spreadsheets/cells.py` writes them, made values again: whole columns at a time.

A cell is given without its first two characters, as splitting a sheet's XML at "<c" leaves it.
"""

import math
import re
from collections.abc import Callable, Sequence

from simdesk.models.sheets import Cell
from simdesk.services.spreadsheets.sheet_text import carried

BLANK = "/>"
_INLINE, _INLINE_END = ' s="1" t="inlineStr"><is><t>', "</t></is></c>"
_COUNT, _SIZE, _MOMENT = ' s="3"><v>', ' s="4"><v>', ' s="5"><v>'
_NUMBER_END = "</v></c>"
_NUMBERS: dict[str, Callable[[str], Cell]] = {_COUNT: int, _SIZE: float, _MOMENT: float}
_WIDTH = len(_COUNT)

_TEXT = re.compile(
    r' s="[126]" t="inlineStr"><is><t(?: xml:space="preserve")?>([^<]*)</t></is></c>'
)
_SHARED = re.compile(r' s="[126]" t="s"><v>([0-9]{1,9})</v></c>')
_NUMBER = re.compile(r' s="([345])"><v>([-+.0-9eE]{1,40})</v></c>')
_SHARED_ELEMENT = re.compile(r'<t(?: xml:space="preserve")?>([^<]*)</t></si>')

_ENTITY = re.compile("&([^;&]{0,8});?")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "#13": "\r"}
_LOOKALIKE = re.compile("_x([0-9A-Fa-f]{4})_")
# No number of ours has these: an exponent, what is not finite, Python's own way with digits.
_ODD = ("e", "E", "n", "N", "_")


class NotOursError(Exception):
    """The XML is not as our writer writes it: another program has saved the file again."""


def shared_texts(xml: str) -> list[str]:
    """What the shared texts' part holds, in its order. Raises NotOursError."""
    _, *elements = xml.removesuffix("</sst>").split("<si>")
    found = [_SHARED_ELEMENT.fullmatch(element) for element in elements]
    return [words(_ours(one)[1]) for one in found]


def words(xml: str) -> str:
    """An element's content as the text it stands for; undoes `sheet_text.xml_escaped`."""
    if "&" in xml:
        xml = _ENTITY.sub(_entity, xml)
    return _LOOKALIKE.sub(_character, xml) if "_x" in xml else xml


class OwnCells:
    """Makes values of cells; `shared` are the file's shared texts."""

    def __init__(self, shared: Sequence[str]) -> None:
        self._known = _Known(shared)

    def of(self, cells: list[str]) -> Sequence[Cell]:
        """The values of consecutive cells of a column. Raises NotOursError.

        Most columns have cells of one sort, but for blanks; those are made all at once.
        """
        first = cells[0]
        if first == BLANK:
            first = next((cell for cell in cells if cell != BLANK), BLANK)
        made = _made_at_once(first, cells)
        if made is None:
            made = list(map(self._known.__getitem__, cells))
        return made


def _made_at_once(first: str, cells: list[str]) -> Sequence[Cell] | None:
    """The values of cells that are all of one sort or blank; None if they are of several."""
    begin = first[:_WIDTH]
    if begin in _NUMBERS:
        end = _NUMBER_END
    elif first.startswith(_INLINE):
        begin, end = _INLINE, _INLINE_END
    else:
        return None
    alike = _alike(cells, begin, end)
    if len(alike) == len(cells):
        return alike
    kept = [cell for cell in cells if cell != BLANK]
    alike = _alike(kept, begin, end)
    if len(alike) < len(kept):
        return None
    values = iter(alike)
    return [None if cell == BLANK else next(values) for cell in cells]


def _alike(cells: Sequence[str], begin: str, end: str) -> Sequence[Cell]:
    """The values of cells that all begin and end so; fewer than there are cells otherwise."""
    joined = "".join(cells)
    if not (joined.startswith(begin) and joined.endswith(end)):
        return ()
    inside = joined[len(begin) : -len(end)].split(end + begin)
    if begin == _INLINE:
        return () if "&" in joined or "_x" in joined else inside
    if len(inside) < len(cells) or not _plain(joined):
        return ()
    return _numbers(begin, inside)


def _plain(joined: str) -> bool:
    return joined.isascii() and not any(odd in joined for odd in _ODD)


def _numbers(begin: str, written: Sequence[str]) -> Sequence[Cell]:
    try:
        return list(map(_NUMBERS[begin], written))
    except ValueError as error:
        raise NotOursError(begin) from error


class _Known(dict[str, Cell]):
    """What each cell holds; those of shared texts come again and are remembered."""

    def __init__(self, shared: Sequence[str]) -> None:
        super().__init__({BLANK: None})
        self._shared = shared

    def __missing__(self, cell: str) -> Cell:
        inline = _TEXT.fullmatch(cell)
        if inline is not None:
            return words(inline[1])
        shared = _SHARED.fullmatch(cell)
        if shared is None:
            return _number(cell)
        try:
            made = self[cell] = self._shared[int(shared[1])]
        except IndexError as error:
            raise NotOursError(cell) from error
        return made


def _number(cell: str) -> Cell:
    number = _ours(_NUMBER.fullmatch(cell))
    try:
        made = int(number[2]) if number[1] == "3" else float(number[2])
    except ValueError as error:
        raise NotOursError(cell) from error
    if not math.isfinite(made):
        raise NotOursError(cell)
    return made


def _ours(found: re.Match[str] | None) -> re.Match[str]:
    if found is None:
        raise NotOursError
    return found


def _entity(found: re.Match[str]) -> str:
    character = _ENTITIES.get(found[1])
    if character is None:
        raise NotOursError(found[0])
    return character


def _character(found: re.Match[str]) -> str:
    # Never a character that no sheet can carry: the desk could not keep it either.
    return carried(chr(int(found[1], 16))) or found[0]
