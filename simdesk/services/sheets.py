"""Spreadsheets opened for review beside the desk: compared with it, brought back, as lists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from simdesk.models.capabilities import Capabilities
from simdesk.models.card_lists import ListReport
from simdesk.models.reviews import ReviewOf
from simdesk.models.sheet_sides import SheetSide
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.bringing_back import BringingBack
from simdesk.services.card_lists import CardLists
from simdesk.services.departures import Departures
from simdesk.services.edits import LocalEdits
from simdesk.services.export_columns import Say
from simdesk.services.returning import Returning
from simdesk.services.sheet_comparison import ComparisonDesk, SheetComparison
from simdesk.services.sheet_job import Moved, unheard
from simdesk.services.sheet_sides import side_of_desk, side_of_review, unread
from simdesk.services.sheet_words import field_title
from simdesk.services.storage.database import Database

_LEFT_OUT = QT_TRANSLATE_NOOP(
    "trade",
    "Not brought back, for some of their cells could not be read: {fields}. Put those cells right"
    " and open the spreadsheet again.",
)


class SheetService:
    """Each question writes its lines into a `folder` that it is given: the review's own."""

    def __init__(
        self,
        database: Database,
        edits: LocalEdits,
        departures: Departures,
        now: Callable[[], datetime],
        *,
        capabilities: Capabilities,
        account: str,
    ) -> None:
        self._database = database
        self._departures = departures
        self._now = now
        self._account = account
        self._lists = CardLists(database)
        self._bringing = BringingBack(database, edits, capabilities, now, account)

    async def find(self, review: ReviewOf, at: Path, moved: Moved = unheard) -> ListReport:
        """The cards of the review whose desk lies in `at`, on this desk: buckets of all rows."""
        return await self._lists.of_sheet(side_of_review(review, at), moved)

    async def compare(
        self, review: ReviewOf, at: Path, folder: Path, label: str, moved: Moved = unheard
    ) -> SheetComparison:
        """The review whose desk lies in `at` held against this one, called `label`.

        The review is what was before. `folder` holds the lines.
        """
        before = side_of_review(review, at)
        after = side_of_desk(self._database.path, label, self._account)
        return await SheetComparison.compare(before, after, folder, moved)

    async def compare_reviews(
        self, before: SheetSide, after: SheetSide, folder: Path, moved: Moved = unheard
    ) -> SheetComparison:
        """Two reviews held against each other; the lines lie in `folder`."""
        return await SheetComparison.compare(before, after, folder, moved)

    def exporting(self, say: Say = str) -> ComparisonDesk:
        """What an exported comparison carries of this desk, in the language of `say`."""
        return ComparisonDesk(self._departures, self._account, self._now, say)

    async def look_at_changes(
        self, review: ReviewOf, at: Path, folder: Path, moved: Moved = unheard
    ) -> Returning:
        """What the review whose desk lies in `at` wants changed here; nothing is done by itself.

        Fields with refused cells are left out, as `unread` says. `folder` holds the lines.
        """
        side = side_of_review(review, at)
        left_out = unread(review)
        told = (side.fields or frozenset()) - left_out
        returning = await self._bringing.look(replace(side, fields=told), folder, moved)
        if left_out:
            titles = ", ".join(str(field_title(name)) for name in sorted(left_out))
            caution = text(_LEFT_OUT, fields=titles)
            found = returning.found
            returning.found = replace(found, cautions=(*found.cautions, caution))
        return returning
