"""Undo, redo, copy, select, and what the current cell suggests."""

from PySide6.QtCore import QCoreApplication

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text
from simdesk.ui.actions.pasting import pasting_actions
from simdesk.ui.actions.spec import ActionSpec, Menu, Needs
from simdesk.ui.cards.page import CardsPage
from simdesk.ui.context import Context
from simdesk.ui.joining import told
from simdesk.ui.text import shown

UNDOING, COPYING, SELECTING, ASKING = 0, 10, 20, 30


def edit_actions(context: Context, page: CardsPage) -> tuple[ActionSpec, ...]:
    """The Edit menu."""
    return (
        *_undoing(context),
        *_copying(page),
        *pasting_actions(context, page, COPYING),
        *_selecting(page),
        *_asking(page),
    )


def _undoing(context: Context) -> tuple[ActionSpec, ...]:
    edits, tasks = context.desk.edits, context.tasks

    async def undo() -> None:
        what = edits.undo_label
        await edits.undo()
        if what is not None:
            words = QCoreApplication.translate("actions", "Undone: {what}")
            context.messages.tell(words.format(what=shown(what)))

    async def redo() -> None:
        what = edits.redo_label
        await edits.redo()
        if what is not None:
            words = QCoreApplication.translate("actions", "Redone: {what}")
            context.messages.tell(words.format(what=shown(what)))

    def no_undo() -> str:
        return QCoreApplication.translate("actions", "Nothing to undo.")

    def no_redo() -> str:
        return QCoreApplication.translate("actions", "Nothing to redo.")

    def named(verb: str, what: Text | None) -> str:
        return verb if what is None else told(verb, shown(what))

    return (
        ActionSpec(
            "edit.undo",
            QT_TRANSLATE_NOOP("actions", "Undo"),
            lambda target: tasks.start("undo", undo(), replace=False),
            Menu.EDIT,
            "undo",
            ("Ctrl+Z",),
            UNDOING,
            wording=lambda: named(QCoreApplication.translate("actions", "Undo"), edits.undo_label),
            why_not=lambda: no_undo() if edits.undo_label is None else None,
            everywhere=True,
        ),
        ActionSpec(
            "edit.redo",
            QT_TRANSLATE_NOOP("actions", "Redo"),
            lambda target: tasks.start("undo", redo(), replace=False),
            Menu.EDIT,
            "redo",
            ("Ctrl+Y", "Ctrl+Shift+Z"),
            UNDOING,
            wording=lambda: named(QCoreApplication.translate("actions", "Redo"), edits.redo_label),
            why_not=lambda: no_redo() if edits.redo_label is None else None,
            everywhere=True,
        ),
    )


def _copying(page: CardsPage) -> tuple[ActionSpec, ...]:
    clipboard = page.clipboard

    def column(name: str, text: str, *, first: bool = False) -> ActionSpec:
        return ActionSpec(
            f"edit.copy_{name}",
            text,
            lambda target: clipboard.copy_column(name),
            Menu.EDIT,
            "copy" if first else None,
            group=COPYING,
            needs=Needs.CARDS,
            context=0,
            submenu=None if first else QT_TRANSLATE_NOOP("actions", "Copy"),
        )

    return (
        column("iccid", QT_TRANSLATE_NOOP("actions", "Copy ICCID"), first=True),
        ActionSpec(
            "edit.copy",
            QT_TRANSLATE_NOOP("actions", "Copy cell or rows"),
            lambda target: clipboard.copy(headers=False),
            Menu.EDIT,
            None,
            ("Ctrl+C",),
            COPYING,
            context=0,
            submenu=QT_TRANSLATE_NOOP("actions", "Copy"),
        ),
        ActionSpec(
            "edit.copy_with_headers",
            QT_TRANSLATE_NOOP("actions", "Copy rows with headers"),
            lambda target: clipboard.copy(headers=True),
            Menu.EDIT,
            None,
            ("Ctrl+Shift+C",),
            COPYING,
            Needs.CARDS,
            context=0,
            submenu=QT_TRANSLATE_NOOP("actions", "Copy"),
        ),
        column("msisdn", QT_TRANSLATE_NOOP("actions", "Copy MSISDN")),
        column("imsi", QT_TRANSLATE_NOOP("actions", "Copy IMSI")),
    )


def _selecting(page: CardsPage) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "edit.select_all",
            QT_TRANSLATE_NOOP("actions", "Select all matching"),
            lambda target: page.select_all(),
            Menu.EDIT,
            None,
            ("Ctrl+A",),
            SELECTING,
        ),
        ActionSpec(
            "edit.select_others",
            QT_TRANSLATE_NOOP("actions", "Select all others"),
            lambda target: page.table.selected.invert(),
            Menu.EDIT,
            None,
            ("Ctrl+Shift+I",),
            SELECTING,
            Needs.CARDS,
        ),
        ActionSpec(
            "edit.select_none",
            QT_TRANSLATE_NOOP("actions", "Clear selection"),
            lambda target: page.table.selected.clear(),
            Menu.EDIT,
            None,
            (),
            SELECTING,
            Needs.CARDS,
        ),
    )


def _asking(page: CardsPage) -> tuple[ActionSpec, ...]:
    def one(name: str, text: str, *, negated: bool) -> ActionSpec:
        return ActionSpec(
            f"edit.{name}",
            text,
            lambda target: page.filter_by_cell(negated=negated),
            Menu.EDIT,
            None if negated else "filter",
            group=ASKING,
            needs=Needs.CURRENT,
            context=0,
        )

    return (
        one("filter_by_value", QT_TRANSLATE_NOOP("actions", "Filter by this value"), negated=False),
        one("exclude_value", QT_TRANSLATE_NOOP("actions", "Exclude this value"), negated=True),
    )
