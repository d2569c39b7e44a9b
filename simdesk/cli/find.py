"""`simdesk find`: the cards a filter finds, for people or for programs."""

import argparse
import asyncio
import json
import sys
from collections.abc import AsyncIterator
from datetime import datetime

from simdesk.cli.asked import Asked
from simdesk.cli.opening import opened
from simdesk.cli.telling import table, tell, tell_place
from simdesk.compose import Desk
from simdesk.models.card import CardRow
from simdesk.models.filter_fields import FIELDS, Field, FieldKind, Reading
from simdesk.models.filter_text import FilterError, parse_filter
from simdesk.models.filter_values import choice_of
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.usage import size_text
from simdesk.services.watch import Watch

NONE_FOUND = 1
BAD_FILTER = 2
_PAGE = 1_000
_SHOWN = ("iccid", "msisdn", "voucher", "status", "specific", "usage", "tag", "remark")


def find(asked: Asked, words: argparse.Namespace, watch: Watch) -> int:
    """Exit status 0 found, 1 none, 2 bad filter, its place marked by a caret."""
    try:
        question = parse_filter(words.filter)
    except FilterError as error:
        tell_place(error, words.filter)
        return BAD_FILTER
    return asyncio.run(_find(asked, question, watch, as_json=words.json))


async def _find(asked: Asked, question: CardFilter, watch: Watch, *, as_json: bool) -> int:
    async with opened(asked.existing(), asked.plan, watch) as desk:
        cells: list[list[str]] = []
        found = 0
        async for page in pages(desk, question):
            found += len(page)
            if as_json:
                sys.stdout.writelines(json_line(row) for row in page)
            else:
                cells.extend([_cell(FIELDS[name], row) for name in _SHOWN] for row in page)
        if not found:
            await _tell_why(desk)
            return NONE_FOUND
        if not as_json:
            print(table(_SHOWN, cells))
        return 0


async def pages(desk: Desk, question: CardFilter) -> AsyncIterator[tuple[CardRow, ...]]:
    """The rows a question finds, a thousand at a time, in the order of their ICCIDs."""
    ids = await desk.cards.ids(question, Sort())
    for start in range(0, len(ids), _PAGE):
        yield await desk.cards.rows(ids[start : start + _PAGE])


async def _tell_why(desk: Desk) -> None:
    if await desk.cards.total() == 0:
        tell("simdesk: this fleet has not been read yet. Read it with: simdesk sync")
    else:
        tell("simdesk: no card matches.")


def json_line(row: CardRow) -> str:
    """One card as one line of JSON: every filter field under its name.

    Ids are text, sizes KB, moments ISO 8601 with their zone, choices the filter's own words.
    """
    fields = (field for field in FIELDS.values() if field.kind is not FieldKind.CANCELLED)
    values = {field.name: _json_value(field, field.read(row)) for field in fields}
    return json.dumps(values, ensure_ascii=False) + "\n"


def _json_value(field: Field, value: Reading) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    if value is not None:
        choice = choice_of(field, value)
        if choice is not None:
            return choice.token
    return value


def _cell(field: Field, row: CardRow) -> str:
    value = field.read(row)
    if field.kind is FieldKind.SIZE and isinstance(value, int):
        return size_text(value)
    shown = _json_value(field, value)
    if isinstance(shown, list):
        return ", ".join(shown)
    return "" if shown is None else str(shown).replace("\n", " ")
