"""An edited sheet comes back: every row accounted for, what will change, what will not and why."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from simdesk.models.bringing_back import REMARK, TAGS, BroughtBack
from simdesk.models.errors import KnownError
from simdesk.models.sheet_lines import LineKind, LineQuestion
from simdesk.services.returning import Returning
from simdesk.services.sheet_job import Moved
from simdesk.services.sheet_words import field_title
from simdesk.ui.context import Context
from simdesk.ui.joining import told
from simdesk.ui.review.line_columns import DESK_AND_SHEET, LineGroup
from simdesk.ui.review.lines_dialog import LinesDialog
from simdesk.ui.review.wished_acts import WishedActs
from simdesk.ui.text import count_shown, shown

_SIZE = (1240, 700)
Looking = Callable[[Moved], Awaitable[Returning]]


class BringBackDialog(LinesDialog):
    """Begins at once and changes nothing by itself.

    `sent` carries the id of an operation that was begun from here.
    """

    cards_wanted = Signal(object)
    sent = Signal(str)

    def __init__(
        self, context: Context, name: str, looking: Looking, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            context,
            self.tr("Bring back what was edited in “{name}”").format(name=name),
            DESK_AND_SHEET,
            self.tr("Progress of the look"),
            parent,
        )
        self._local = 0
        self._moved = 0
        self.shown = False
        """The preview stands on the screen."""
        self.returning: Returning | None = None
        self.moved = QCheckBox(self)
        self.acts = WishedActs(context, self)
        self.content.addWidget(self.moved)
        self.content.addWidget(self.acts)
        self.moved.hide()
        self.moved.toggled.connect(self._label_confirm)
        self.confirm_button.hide()
        self.acts.sent.connect(self.sent)
        self.acts.cards_wanted.connect(self.cards_wanted)
        self.resize(*_SIZE)
        words = self.tr("Holding every row against the desk. Nothing is changed…")
        self.look(words, self._look(looking))

    # Looking

    async def _look(self, looking: Looking) -> None:
        try:
            returning = await looking(self.on_moved)
            self.returning = returning
            self._local = await returning.local_cards()
            self._moved = await returning.local_cards(moved=True) - self._local
            acts = await returning.acts()
        except KnownError as error:
            self.show_failure(self.tr("The sheet could not be held against the desk."), error)
            return
        self.acts.show_acts(acts)
        self._show(returning)

    def _show(self, returning: Returning) -> None:
        found = returning.found
        self.show_lines(returning, self._summarised(found), found.cautions, self._groups(found))
        one = self.tr("Also change the remarks and tags of 1 card that only the provider changed")
        many = self.tr(
            "Also change the remarks and tags of {count} cards that only the provider changed"
        )
        words = (one if self._moved == 1 else many).format(count=count_shown(self._moved))
        self.moved.setText(words)
        self.moved.setVisible(self._moved > 0)
        self._label_confirm()
        self.shown = True

    @property
    def _wanted(self) -> int:
        """How many cards would be changed, as it is chosen now."""
        return self._local + (self._moved if self.moved.isChecked() else 0)

    def _label_confirm(self) -> None:
        if self.returning is not None:
            words = self._confirm_words(self.returning.found)
            self.set_confirm(words, by_enter=False)
            self.confirm_button.setVisible(self._wanted > 0)

    def _summarised(self, found: BroughtBack) -> str:
        parts = [
            (found.changed, self.tr("{count} to be changed")),
            (found.conflicts, self.tr("{count} in conflict")),
            (found.refused, self.tr("{count} refused")),
            (found.unchanged, self.tr("{count} as on the desk")),
        ]
        rows = self.tr("1 row") if found.rows == 1 else self.tr("{count} rows")
        facts = " · ".join(one.format(count=count_shown(count)) for count, one in parts)
        return told(rows.format(count=count_shown(found.rows)), facts)

    def _groups(self, found: BroughtBack) -> list[LineGroup]:
        change, conflict, refused = LineKind.CHANGE, LineKind.CONFLICT, LineKind.REFUSED
        groups = [LineGroup(self.tr("To be changed"), found.changed, LineQuestion(change))]
        groups += [
            LineGroup(shown(field_title(name)), count, LineQuestion(change, name), inner=True)
            for name, count in found.fields.items()
            if count
        ]
        groups += [
            LineGroup(self.tr("In conflict"), found.conflicts, LineQuestion(conflict)),
            LineGroup(self.tr("Refused"), found.refused, LineQuestion(refused)),
            LineGroup(self.tr("As on the desk"), found.unchanged, None),
        ]
        # What there is to look at comes first.
        return groups if found.changed else sorted(groups, key=lambda one: not one.count)

    def _confirm_words(self, found: BroughtBack) -> str:
        remarks, tags = (bool(found.fields.get(name)) for name in (REMARK, TAGS))
        if (remarks and tags) or self.moved.isChecked():
            one, many = self.tr("Change 1 card"), self.tr("Change {count} remarks and tags")
        elif remarks:
            one, many = self.tr("Change 1 remark"), self.tr("Change {count} remarks")
        else:
            one = self.tr("Change the tags of 1 card")
            many = self.tr("Change the tags of {count} cards")
        return (one if self._wanted == 1 else many).format(count=count_shown(self._wanted))

    # Doing

    def confirmed(self) -> None:
        if self.returning is not None:
            self._context.tasks.start("bring back", self._keep(self.returning), replace=False)

    async def _keep(self, returning: Returning) -> None:
        wanted = self._wanted
        changed = await self.hold(returning.keep(moved=self.moved.isChecked()))
        if changed is None:
            return
        self.confirm_button.hide()
        self.moved.hide()
        one, many = self.tr("1 card was changed."), self.tr("{count} cards were changed.")
        words = (one if changed == 1 else many).format(count=count_shown(changed))
        if changed < wanted:
            left = self.tr("{count} were edited here meanwhile and left alone.")
            words += " " + left.format(count=count_shown(wanted - changed))
        words += " " + self.tr("Undo in the fleet's window takes it back as one step.")
        self.summary.setText(words)
        self.safe_button.setFocus()
