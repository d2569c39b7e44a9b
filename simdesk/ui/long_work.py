"""Listens to the long work of one desk and tells the news of it: syncs, backups, exports, acts."""

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from simdesk.models.errors import KnownError
from simdesk.models.operation_steps import failures, persons
from simdesk.models.operations import Hold, OperationRow, OperationState
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services import sync_pace
from simdesk.services.operation_outcomes import PAUSED
from simdesk.ui.context import Context
from simdesk.ui.dialogs.exporting import outcome
from simdesk.ui.messages import Offer
from simdesk.ui.news import News, Story
from simdesk.ui.pages.operations_words import operation_words, progress_words
from simdesk.ui.text import error_words, shown

if TYPE_CHECKING:
    from simdesk.compose import Desk
    from simdesk.models.changes import SyncMoved
    from simdesk.ui.main_window import MainWindow

SYNC, BACKUP = "sync", "back up"
"""Tasks of the window, by their names."""
_OVER = (OperationState.FINISHED, OperationState.STOPPED)

_SYNCED = text(QT_TRANSLATE_NOOP("trade", "The sync has ended."))
_BACKED_UP = text(QT_TRANSLATE_NOOP("trade", "The backup is made and checked."))
_NOT_BACKED_UP = text(QT_TRANSLATE_NOOP("trade", "The backup was not made."))
_SHOW = text(QT_TRANSLATE_NOOP("trade", "Show"))
_ENDED = QT_TRANSLATE_NOOP("trade", "{what} has ended: {how}")
_STOPPED = QT_TRANSLATE_NOOP("trade", "{what} was stopped early: {how}")
_PAUSED_ITSELF = QT_TRANSLATE_NOOP("trade", "{what} paused itself and waits for your word: {how}")


def sync_of(desk: "Desk") -> Hashable:
    """The key by which the sync of a desk goes."""
    return (desk.folder, SYNC)


class LongWork(QObject):
    """Lives as long as its window; what began before is still known to the `news`.

    `now` gives the window that stands for the desk at present: this one, or one made anew since.
    """

    def __init__(
        self, window: "MainWindow", context: Context, news: News, now: "Callable[[], MainWindow]"
    ) -> None:
        super().__init__(window)
        self._context = context
        self._news = news
        self._now = now
        self._sync_stopped = False
        self._backup_made = False
        context.tasks.busy_changed.connect(self._on_busy_changed)
        context.tasks.ended.connect(self._on_ended)
        bridge = context.bridge
        bridge.sync_moved.connect(self._on_sync_moved)
        bridge.backups_changed.connect(self._on_backups_changed)
        bridge.exports_changed.connect(self._on_export_changed)
        window.operations.rows_read.connect(self._on_operations_read)

    def _key(self, *work: Hashable) -> Hashable:
        return (self._context.desk.folder, *work)

    def _tell(
        self, work: Hashable, words: str, show: Callable[[], None], *, bad: bool, said: bool
    ) -> None:
        """End it; what nobody has `said` in the window yet is said there as well."""
        if self._news.end(work, Story(words, self._now, show, bad)) and not said:
            say = self._context.messages.warn if bad else self._context.messages.done
            say(words, Offer(shown(_SHOW), show))

    # Tasks of the window

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        if busy and name in (SYNC, BACKUP):
            self._news.begin(self._key(name))

    def _on_sync_moved(self, moved: "SyncMoved") -> None:
        self._sync_stopped = moved.phase == sync_pace.STOPPED

    def _on_backups_changed(self) -> None:
        self._backup_made = True

    def _on_ended(self, name: str, failure: BaseException | None) -> None:
        if name == SYNC:
            self._end_sync(failure)
        elif name == BACKUP:
            self._end_backup()

    def _end_sync(self, failure: BaseException | None) -> None:
        work = sync_of(self._context.desk)
        if isinstance(failure, KnownError):
            self._tell(work, error_words(failure), self._show_cards, bad=True, said=True)
        elif failure is None and not self._sync_stopped:
            self._tell(work, shown(_SYNCED), self._show_cards, bad=False, said=False)
        else:
            self._news.forget(work)

    def _end_backup(self) -> None:
        made, self._backup_made = self._backup_made, False
        words = shown(_BACKED_UP if made else _NOT_BACKED_UP)
        show = self._show_backups
        self._tell(self._key(BACKUP), words, show, bad=not made, said=False)

    def _show_cards(self) -> None:
        self._now().show_page("cards")

    def _show_backups(self) -> None:
        self._now().show_backups()

    # Exports

    def _on_export_changed(self, export_id: int) -> None:
        work = self._key("export", export_id)
        if not self._news.knows(work):
            self._news.begin(work)
            follow = self._follow_export(work, export_id)
            self._context.tasks.start(f"news of export {export_id}", follow, replace=False)

    async def _follow_export(self, work: Hashable, export_id: int) -> None:
        try:
            row = await self._context.desk.exports.wait(export_id)
        except KnownError:
            self._news.forget(work)  # it was taken off the list
            return
        became = outcome(row)
        if became is None:
            self._news.forget(work)
            return
        bad = isinstance(became, KnownError)
        words = error_words(became) if isinstance(became, KnownError) else shown(became)
        # Whoever began it says it in the window.
        self._tell(work, words, lambda: self._now().show_page("exports"), bad=bad, said=True)

    # Operations

    def _on_operations_read(self, rows: Sequence[OperationRow]) -> None:
        for row in rows:
            work = self._key("operation", row.id)
            if row.state is OperationState.RUNNING and row.hold is None:
                self._news.begin(work)
            elif self._news.knows(work):
                self._end_operation(work, row)

    def _end_operation(self, work: Hashable, row: OperationRow) -> None:
        by_itself = row.hold is Hold.PAUSED and row.hold_reason != str(PAUSED)
        if row.state in _OVER or by_itself:
            troubled = failures(row) + persons(row) > 0
            bad = troubled or row.state is not OperationState.FINISHED
            words = shown(_became(row, by_itself=by_itself))
            show = self._now_shows(row.id)
            # The bar about what stands still says that in the window.
            self._tell(work, words, show, bad=bad, said=by_itself)
        elif row.hold is not None:
            self._news.forget(work)

    def _now_shows(self, operation_id: str) -> Callable[[], None]:
        return lambda: self._now().show_operation(operation_id)


def _became(row: OperationRow, *, by_itself: bool) -> Text:
    words = _ENDED if row.state is OperationState.FINISHED else _STOPPED
    return text(
        _PAUSED_ITSELF if by_itself else words,
        what=operation_words(row),
        how=progress_words(row),
    )
