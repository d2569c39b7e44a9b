"""What a desk and a review bring into a comparison, or into bringing a review back."""

from collections.abc import Iterator
from pathlib import Path

from simdesk.models.bringing_back import FIELDS
from simdesk.models.errors import with_remedy
from simdesk.models.periods import Month
from simdesk.models.reviews import ReviewOf
from simdesk.models.sheet_fields import ROW_VERSION
from simdesk.models.sheet_sides import RefusedRow, SheetSide
from simdesk.models.sheets import column_letters
from simdesk.models.texts import Text
from simdesk.paths import DESK_FILE

_BROUGHT = (*FIELDS, ROW_VERSION)


def side_of_review(review: ReviewOf, folder: Path) -> SheetSide:
    """The review whose desk lies in `folder`."""
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
        tuple(RefusedRow(one.row, one.cell, with_remedy(one.message, one.remedy)) for one in rows),
        tuple(start for _, start in review.starts) or (0,),
        dict(_unread_cells(review)),
    )


def _unread_cells(review: ReviewOf) -> Iterator[tuple[tuple[int, str], Text]]:
    """Cells that were refused, by card and field, and why; in the review they are blank."""
    starts = dict(review.starts)
    by_letters = {column_letters(one.index): one.key for one in review.mapping.columns}
    for one in review.refused:
        key = by_letters.get(one.cell.rstrip("0123456789"))
        if not one.whole_row and key is not None:
            yield (starts.get(one.sheet, 0) + one.row, key), with_remedy(one.message, one.remedy)


def side_of_desk(path: Path, label: str, account: str) -> SheetSide:
    """The fleet's desk, whose file is at `path`: it tells everything."""
    return SheetSide(path, label, account)


def unread(review: ReviewOf) -> frozenset[str]:
    """The fields that cannot be brought back at all, by their keys: most often none.

    A refused cell is blank in the review, which must not be taken for a wish to clear. One that is
    listed is known (`SheetSide.unread`); where more was refused than is listed, it may be any.
    """
    cells = sum(not one.whole_row for one in review.refused)
    if cells >= review.refused_cells:
        return frozenset()
    return frozenset(name for name in _BROUGHT if name in review.told)
