"""What the desk holds, exported and opened again for review, is what it held: nothing differs.

Through the product's own path: the export service, the file, the process that reads it.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from simdesk.compose import make_reviews
from simdesk.models.card import CardRow
from simdesk.models.filters import CardFilter, Sort
from simdesk.services.entry import checked_remark, checked_tag
from simdesk.services.export_words import Format
from simdesk.services.exports import ExportRequest, ExportState
from simdesk.services.sheet_comparison import SheetComparison
from simdesk.services.sheet_sides import side_of_desk, side_of_review
from tests.services.export_stage import JUNE, Stage, a_stage
from tests.services.sheet_files import a_card
from tests.services.storage.desk_file import put_rows

REMARK, TAG, TAGS = 98, 18, 4
"""Letters of a remark and of a tag, between two that are no blanks; tags of a card."""


def letters() -> list[str]:
    """Every character that a remark may hold, in disorder: neighbours are from many scripts."""
    refused = {*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0xD800, 0xE000)}
    codes = [code for code in range(sys.maxunicode + 1) if code not in refused]
    good = [chr(code) for code in codes if code & 0xFFFE != 0xFFFE]
    return good[::2] + good[1::2]


def cut(signs: Sequence[str], size: int) -> list[str]:
    return [f"={''.join(signs[at : at + size])}'" for at in range(0, len(signs), size)]


def fleet() -> list[CardRow]:
    """Cards that hold every character in a remark and in a tag; some look like formulas."""
    signs = letters()
    remarks = [checked_remark(words) for words in cut(signs, REMARK)]
    tags = [checked_tag(words) for words in cut(signs, TAG)]
    sets = [tuple(sorted(tags[at : at + TAGS])) for at in range(0, len(tags), TAGS)]
    return [
        a_card(number, remark=remarks[number % len(remarks)], tags=those)
        for number, those in enumerate(sets, 1)
    ]


async def reviewed(stage: Stage, form: Format, folder: Path) -> SheetComparison:
    asked = ExportRequest(CardFilter(), Sort(), None, JUNE, JUNE, format=form)
    row = await stage.service.wait(await stage.service.start(asked))
    assert row.state is ExportState.COMPLETED, row.error
    review = await make_reviews().load(row.path, None, folder / form, lambda loaded: None)
    assert (review.refused_rows, review.refused_cells) == (0, 0)
    desk = side_of_desk(stage.database.path, "desk", "demo")
    return await SheetComparison.compare(side_of_review(review, folder / form), desk, folder)


@pytest.mark.long_async(300)
async def test_all_planes_of_unicode_come_back_in_remarks_and_tags(tmp_path: Path) -> None:
    rows = fleet()
    assert {ord(sign) >> 16 for row in rows for sign in row.remark} == set(range(17))
    async with a_stage(tmp_path) as stage:
        await stage.database.write(lambda connection: put_rows(connection, rows))
        for form in ("xlsx", "csv"):
            comparison = await reviewed(stage, form, tmp_path)
            assert dict(comparison.found.fields) == dict.fromkeys(comparison.found.fields, 0)
            assert comparison.found.same == comparison.found.cards == len(rows)
            assert {
                "remark",
                "tags",
                "msisdns",
                "opened",
                "usage",
            } <= comparison.found.fields.keys()
            await comparison.aclose()
