"""Every spreadsheet that is open for review; each lives until its window is closed."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from simdesk.models.filters import CardFilter
from simdesk.models.reviews import ReviewOf
from simdesk.models.sheet_lines import LineKind, SheetLine
from simdesk.models.sheet_sides import SheetSide
from simdesk.services.returning import Returning
from simdesk.services.sheet_comparison import SheetComparison
from simdesk.services.sheet_job import Moved
from simdesk.services.sheet_sides import side_of_review
from simdesk.ui.letter_menu import LetterMenu
from simdesk.ui.main_window import MainWindow
from simdesk.ui.messages import Messages
from simdesk.ui.review.actions import review_actions
from simdesk.ui.review.bring_back_dialog import BringBackDialog
from simdesk.ui.review.comparison_dialog import ComparisonDialog
from simdesk.ui.review.list_dialog import ListDialog
from simdesk.ui.review.opening import Means, Opening, Shown
from simdesk.ui.review.refused import RefusedDialog
from simdesk.ui.tasks import Tasks
from simdesk.ui.text import shown

if TYPE_CHECKING:
    from simdesk.ui.context import Context


class ReviewWindows(QObject):
    """`home` is the desk that reviews are compared with; None where there is none."""

    emptied = Signal()
    """The last one was closed, or was not opened after all."""
    cards_wanted = Signal(object)
    """A CardFilter of cards to show on the desk."""
    operation_wanted = Signal(str)
    """Show how an operation goes that was begun from a sheet."""
    language_wanted = Signal(str)
    """Speak the language of this code; whoever hears it calls `renew`."""

    def __init__(self, means: Means, messages: Messages, home: "Context | None" = None) -> None:
        super().__init__()
        self._means = means
        self._home = home
        self.messages = messages
        self._tasks = Tasks(messages, self)
        self._open: dict[Path, Opening] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The files that are open, or being opened."""
        return tuple(path.name for path in self._open)

    @property
    def openings(self) -> tuple[Opening, ...]:
        """The spreadsheets that are open, or being opened."""
        return tuple(self._open.values())

    def open(self, path: Path, over: QWidget | None = None) -> None:
        """Open a spreadsheet; one that is open comes to the front. Needs a running loop."""
        known = self._open.get(path)
        if known is not None:
            front = known.window or known.dialog
            front.raise_()
            front.activateWindow()
            return
        opening = Opening(
            path, self._means, over, opened=self._on_opened, given_up=partial(self._give_up, path)
        )
        self._open[path] = opening
        self._tasks.start(_task(path), self._live(opening), replace=False)

    async def _live(self, opening: Opening) -> None:
        try:
            await opening.live()
        finally:
            self._open.pop(opening.path, None)
            if not self._open:
                self.emptied.emit()

    def _give_up(self, path: Path) -> None:
        self._tasks.cancel(_task(path))

    def renew(self, home: "Context | None" = None) -> None:
        """Make every window anew, in the language that is spoken now.

        `home` is the context of the fleet's window where that was made anew.
        """
        self._home = home
        for opening in self.openings:
            opening.renew()

    async def aclose(self) -> None:
        """Close all of them; nothing is asked, for nothing of theirs could be lost."""
        await self._tasks.aclose()

    # What the banner offers

    def _on_opened(self, opening: Opening, window: Shown) -> None:
        banner, review = opening.banner, opening.review
        if banner is None or review is None:
            return
        if opening.window is not None:
            opening.window.spreadsheet_wanted.connect(partial(self.open, over=opening.window))
            opening.window.language_wanted.connect(self.language_wanted)
            self._add_actions(opening, opening.window)
        opening.context = window.context
        banner.show_review(review, desk=self._home is not None)
        banner.refused_wanted.connect(partial(self._show_refused, opening))
        banner.compare_wanted.connect(partial(self._choose_side, opening))
        banner.find_wanted.connect(partial(self.find_on_desk, opening))
        banner.bring_back_wanted.connect(partial(self.bring_back, opening))

    def _show_refused(self, opening: Opening) -> None:
        if opening.review is not None:
            RefusedDialog(opening.review, opening.window).open()

    def _add_actions(self, opening: Opening, window: MainWindow) -> None:
        """What the banner offers, for the palette as well."""
        review = opening.review
        refused = review is not None and review.refused_rows + review.refused_cells > 0
        nothing = None if refused else self.tr("Nothing of this spreadsheet was refused.")
        alone = None if self._home is not None else self.tr("There is no fleet beside it.")
        window.registry.add(
            review_actions(
                refused=(partial(self._show_refused, opening), nothing),
                find=(partial(self.find_on_desk, opening), alone),
                compare=(partial(self._choose_side, opening), None),
                bring_back=(partial(self.bring_back, opening), alone),
            )
        )

    # Comparing

    def _choose_side(self, opening: Opening) -> None:
        """With the desk, or with another spreadsheet that is open; where there is one choice, it
        is taken.
        """
        others = [one for one in self._open.values() if one is not opening and one.desk is not None]
        if self._home is not None and not others:
            self.compare(opening)
            return
        banner = opening.banner
        menu = LetterMenu(banner)
        menu.aboutToHide.connect(menu.deleteLater)
        if self._home is not None:
            words = self.tr("The desk “{name}”").format(name=self._home.desk.name)
            menu.addAction(words, partial(self.compare, opening))
        for other in others:
            menu.addAction(f"“{other.path.name}”", partial(self.compare, opening, other))
        if opening.window is not None:
            menu.addAction(self.tr("Another spreadsheet…"), opening.window.open_spreadsheet)
        if banner is not None:
            menu.popup(banner.compare.mapToGlobal(QPoint(0, banner.compare.height())))

    def compare(self, opening: Opening, other: Opening | None = None) -> None:
        """Hold a review against the desk, or another review: the review is what was before."""
        desk, review, home = opening.desk, opening.review, self._home
        # Whose audit tells of an exported comparison: the fleet's, if there is one.
        context = opening.context if home is None else home
        if desk is None or review is None or context is None:
            return
        folder = _lines_folder(opening, desk.folder)
        if other is not None and other.desk is not None and other.review is not None:
            before = side_of_review(review, desk.folder)
            after = side_of_review(other.review, other.desk.folder)
            name = other.review.file
            comparing = partial(_compare_reviews, context, before, after, folder)
        elif home is not None:
            name = home.desk.name
            comparing = partial(_compare, home, review, desk.folder, folder)
        else:
            return
        exporting = partial(context.desk.sheets.exporting, shown)
        dialog = ComparisonDialog(
            context, (review.file, name), comparing, exporting, opening.window
        )
        dialog.line_wanted.connect(partial(self._on_line_wanted, opening, other))
        self._stand(opening, dialog)

    def _on_line_wanted(self, opening: Opening, other: Opening | None, line: SheetLine) -> None:
        """Show the card of a line: where it is now, else where it was."""
        if line.card_id is None:
            return
        question = CardFilter(card_ids=(line.card_id,))
        if line.kind is LineKind.GONE:
            _show_cards(opening, question)
        elif other is not None:
            _show_cards(other, question)
        else:
            self.cards_wanted.emit(question)

    def find_on_desk(self, opening: Opening) -> None:
        """Find the cards of a review on the desk, to act on them there."""
        desk, review, home = opening.desk, opening.review, self._home
        if desk is None or review is None or home is None:
            return
        finding = partial(home.desk.sheets.find, review, desk.folder)
        dialog = ListDialog(home, review.file, finding, opening.window)
        dialog.cards_wanted.connect(self.cards_wanted)
        dialog.open()

    # Bringing back

    def bring_back(self, opening: Opening) -> None:
        """Preview what was edited in a review against the desk."""
        desk, review, home = opening.desk, opening.review, self._home
        if desk is None or review is None or home is None:
            return
        folder = _lines_folder(opening, desk.folder)
        looking = partial(_look_at_changes, home, review, desk.folder, folder)
        dialog = BringBackDialog(home, review.file, looking, opening.window)
        dialog.line_wanted.connect(partial(self._on_line_wanted, opening, None))
        dialog.cards_wanted.connect(self.cards_wanted)
        dialog.sent.connect(self.operation_wanted)
        self._stand(opening, dialog)

    def _stand(self, opening: Opening, dialog: ComparisonDialog | BringBackDialog) -> None:
        opening.dialogs.append(dialog)
        name = f"leave lines {id(dialog):x}"
        dialog.finished.connect(lambda _: self._tasks.start(name, dialog.aclose(), replace=False))
        dialog.show()


async def _compare(
    home: "Context", review: ReviewOf, at: Path, folder: Path, moved: Moved
) -> SheetComparison:
    return await home.desk.sheets.compare(review, at, folder, home.desk.name, moved)


async def _compare_reviews(
    context: "Context", before: SheetSide, after: SheetSide, folder: Path, moved: Moved
) -> SheetComparison:
    return await context.desk.sheets.compare_reviews(before, after, folder, moved)


async def _look_at_changes(
    home: "Context", review: ReviewOf, at: Path, folder: Path, moved: Moved
) -> Returning:
    return await home.desk.sheets.look_at_changes(review, at, folder, moved)


def _show_cards(opening: Opening, question: CardFilter) -> None:
    if opening.window is not None:
        opening.window.show_cards(question)
        opening.window.raise_()
        opening.window.activateWindow()


def _lines_folder(opening: Opening, folder: Path) -> Path:
    """A folder for the lines of one more dialog: several may stand at once."""
    made = folder / f"lines {len(opening.dialogs) + 1}"
    made.mkdir(exist_ok=True)
    return made


def _task(path: Path) -> str:
    return f"review {path}"
