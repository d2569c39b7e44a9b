"""Backups, safe mode and a restore by hand, on a real desk."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton

from simdesk.compose import DESK_FILE
from simdesk.models.account_commands import EnlargePool
from simdesk.models.errors import KnownError
from simdesk.ui.context import Context
from simdesk.ui.dialogs.backups import BackupsDialog
from simdesk.ui.dialogs.restore import RestoreDialog
from simdesk.ui.dialogs.safe_mode import SafeModeDialog
from tests.services.small_desk import POOLED, SmallDesk, small_desk
from tests.ui.fakes import a_context, until

pytestmark = pytest.mark.usefixtures("dressed")


def press(dialog: QDialog, words: str) -> None:
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == words]
    assert button.isEnabled(), words
    button.click()


async def idle(context: Context) -> None:
    await until(lambda: not context.tasks.names(), turns=4_000)


async def bought(small: SmallDesk) -> str:
    (offer, *_) = (await small.desk.purchases.offers(POOLED)).enlargements
    act = await small.desk.purchases.act(EnlargePool(POOLED, offer.size_kb, offer.price))
    assert act.order is not None
    return act.order


async def closed(context: Context, dialog: QDialog | None = None) -> None:
    """End what belongs to the window; a dialog that was accepted is gone already."""
    await context.tasks.aclose()
    context.bridge.close()
    if dialog is not None:
        dialog.close()


async def test_a_backup_is_made_checked_and_laid_ready(qloop: object, tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        context = a_context(small.desk)
        dialog = BackupsDialog(context)
        dialog.open()
        await idle(context)
        assert dialog._found.text() == "There is no backup yet."
        assert not dialog._restore.isEnabled()
        press(dialog, "Back up now")
        await idle(context)
        (backup,) = await small.desk.custody.backups.list()
        assert [row.name for row in dialog._table.list.rows] == [backup.name]
        dialog._table.choose([backup.name])
        press(dialog, "Check this backup")
        await idle(context)
        assert "is whole" in dialog._found.text()
        await bought(small)
        wishes: list[bool] = []
        dialog.restart_wanted.connect(lambda: wishes.append(True))
        press(dialog, "Restore…")
        await idle(context)
        (asking,) = dialog.findChildren(RestoreDialog)
        words = " ".join(label.text() for label in asking.findChildren(type(asking._heading)))
        assert "0 operations, 1 purchases" in words
        assert not asking.confirm_button.isDefault()
        asking.confirm_button.click()
        await idle(context)
        assert wishes == [True]
        assert small.desk.custody.backups.restore_ready
        await closed(context)


async def test_backups_that_are_there_are_not_said_to_be_missing(
    qloop: object, tmp_path: Path
) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.custody.backups.make()
        context = a_context(small.desk)
        dialog = BackupsDialog(context)
        dialog.open()
        await idle(context)
        assert dialog._table.list.rows
        assert dialog._found.text() == ""
        await closed(context, dialog)


async def test_a_damaged_backup_says_so_in_the_dialog(qloop: object, tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        backup = await small.desk.custody.backups.make()
        with (small.desk.custody.backups.folder / backup.name).open("r+b") as file:
            file.truncate(9_000)
        context = a_context(small.desk)
        dialog = BackupsDialog(context)
        dialog.open()
        await idle(context)
        dialog._table.choose([backup.name])
        press(dialog, "Check this backup")
        await idle(context)
        assert dialog._error.isVisible()
        assert "damaged" in dialog._error.text()
        await closed(context, dialog)


async def test_safe_mode_is_left_by_a_note_alone(qloop: object, tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.sync.run()
        await bought(small)
    with closing(sqlite3.connect(tmp_path / DESK_FILE)) as raw, raw:
        raw.execute("UPDATE purchase SET requested_by = 'somebody'")
    async with small_desk(tmp_path) as small:
        context = a_context(small.desk)
        dialog = SafeModeDialog(context)
        dialog.open()
        (told,) = dialog.findChildren(QPlainTextEdit)
        assert "changed since SimDesk was closed" in told.toPlainText()
        assert not dialog.confirm_button.isEnabled()
        dialog._note.setText("I looked into it")
        press(dialog, "Leave safe mode")
        await idle(context)
        small.desk.sending.check()
        await closed(context)


async def test_a_restored_desk_sends_again_after_a_comparison(
    qloop: object, tmp_path: Path
) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.sync.run()
        backup = await small.desk.custody.backups.make()
        await small.pass_time(hours=1)
        order = await bought(small)
        await small.desk.custody.backups.prepare_restore(backup)
    async with small_desk(tmp_path) as small:
        context = a_context(small.desk)
        dialog = SafeModeDialog(context)
        dialog.open()
        dialog._note.setText("compared")
        assert not dialog.confirm_button.isEnabled()
        press(dialog, "Compare with the provider")
        await idle(context)
        assert order in dialog._why.toPlainText()
        press(dialog, "Verify again")
        await idle(context)
        with pytest.raises(KnownError):
            small.desk.sending.check()
        press(dialog, "Allow sending again")
        await idle(context)
        small.desk.sending.check()
        await closed(context)
