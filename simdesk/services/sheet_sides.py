"""What a desk and a review bring into a comparison, or into bringing a review back."""

from pathlib import Path

from simdesk.models.bringing_back import FIELDS
from simdesk.models.periods import Month
from simdesk.models.reviews import ReviewOf
from simdesk.models.sheet_fields import ROW_VERSION
from simdesk.models.sheet_sides import RefusedRow, SheetSide
from simdesk.paths import DESK_FILE
from simdesk.services.spreadsheets.columns import column_letters

_BROUGHT = (*FIELDS, ROW_VERSION)


def side_of_review(review: ReviewOf, folder: Path) -> SheetSide:
    """The review whose desk lies in `folder`.

    Only refused rows are told, for refused cells are blank: see `unread`.
    """
    months = {Month.parse(key[4:10]) for key in review.told if key.startswith("day.")}
    rows = (one for one in review.refused if one.whole_row)
    own = review.own
    return SheetSide(
        folder / DESK_FILE,
        review.file,
        None if own is None else own.account,
        frozenset(key for key in review.told if "." not in key),
        frozenset(months),
        None if own is None else own.exported_at,
        None if own is None else own.export_id,
        {column.key: column.index for column in review.mapping.columns},
        review.refused_rows,
        tuple(RefusedRow(one.row, one.cell, one.message) for one in rows),
    )


def side_of_desk(path: Path, label: str, account: str) -> SheetSide:
    """The fleet's desk, whose file is at `path`: it tells everything."""
    return SheetSide(path, label, account)


def unread(review: ReviewOf) -> frozenset[str]:
    """The fields to bring back of which some cell was refused, by their keys.

    In the review such a cell is blank, which must not be taken for a wish to clear. Where more was
    refused than is listed it may be any of them.
    """
    told = [name for name in _BROUGHT if name in review.told]
    cells = [one for one in review.refused if not one.whole_row]
    if len(cells) < review.refused_cells:
        return frozenset(told)
    by_letters = {column_letters(one.index): one.key for one in review.mapping.columns}
    hit = {by_letters.get(one.cell.rstrip("0123456789")) for one in cells}
    return frozenset(name for name in told if name in hit)
