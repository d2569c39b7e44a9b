"""The report of an unexpected error and the support bundle, as the operator reads them."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from simdesk.models.errors import KnownError
from simdesk.models.texts import text
from simdesk.services import crash, logs
from simdesk.services.sending import Ban
from simdesk.ui.dialogs.report import ReportDialog
from simdesk.ui.dialogs.support import SupportDialog
from tests.ui.fakes import FakeDesk, a_fleet, a_window, until

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
WHY = text("An unexpected error was met.")


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return FakeDesk(tmp_path, a_fleet(60))


async def test_a_mistake_of_ours_is_read_in_full_copied_and_saved(
    qloop: object, desk: FakeDesk, tmp_path: Path
) -> None:
    async with a_window(desk) as window:
        desk.sending.forbid(Ban.FAILED, WHY)
        window._context.messages.bug(ZeroDivisionError("<b>token=abc</b>"), "counting")
        window.message_bar._report.click()
        (dialog,) = window.findChildren(ReportDialog)
        words = dialog.words.toPlainText()
        assert "<b>token=•••" in words
        assert "sends nothing" in dialog._intro.text()
        assert dialog.words.isReadOnly()
        dialog.copy_button.click()
        assert QApplication.clipboard().text() == words
        dialog.save(tmp_path / "report.txt")
        assert (tmp_path / "report.txt").read_text("utf-8") == words
        dialog.save(tmp_path / "nowhere" / "report.txt")
        assert "nowhere" in dialog._error.text()
        dialog.save_button.click()
        (chooser,) = dialog.findChildren(QFileDialog)
        chooser.reject()
        assert dialog.isVisible()
        dialog.safe_button.click()
        assert desk.sending.forbids(Ban.FAILED)


async def test_enter_and_closing_never_let_sending_go_on(qloop: object, desk: FakeDesk) -> None:
    async with a_window(desk) as window:
        desk.sending.forbid(Ban.FAILED, WHY)
        window.show_report("words")
        (dialog,) = window.findChildren(ReportDialog)
        assert not dialog.confirm_button.isDefault()
        assert not dialog.confirm_button.isHidden()
        desk.sending.allow(Ban.FAILED)
        assert dialog.confirm_button.isHidden()
        assert "sends nothing" not in dialog._intro.text()
        desk.sending.forbid(Ban.FAILED, WHY)
        desk.resumption.error = KnownError(text("The disk is full."))
        dialog.confirm_button.click()
        await until(lambda: bool(dialog._error.text()))
        await until(lambda: not window._context.tasks.busy("continue sending"))
        assert desk.sending.forbids(Ban.FAILED)
        desk.resumption.error = None
        dialog.confirm_button.click()
        await until(lambda: not desk.sending.forbids(Ban.FAILED))


async def test_the_folder_of_reports_is_shown(
    qloop: object, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    async with a_window(desk) as window:
        window.show_report("words")
        (dialog,) = window.findChildren(ReportDialog)
        dialog.folder_button.click()
        dialog.safe_button.click()
    assert shown == [str(desk.folder / crash.FOLDER)]


async def test_a_bundle_is_looked_through_before_it_is_saved(
    qloop: object, desk: FakeDesk, tmp_path: Path
) -> None:
    (tmp_path / logs.FOLDER).mkdir()
    (tmp_path / logs.FOLDER / logs.FILE).write_text("a line\n")
    target = tmp_path / "bundle.zip"
    async with a_window(desk) as window:
        window.registry.run("help.support")
        (dialog,) = window.findChildren(SupportDialog)
        assert not dialog.confirm_button.isEnabled()
        await until(lambda: bool(dialog.entries))
        await until(dialog.confirm_button.isEnabled)
        listed = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        assert listed[-1] == "logs/simdesk.log · 7 bytes"
        for row, entry in enumerate(dialog.entries):
            dialog.list.setCurrentRow(row)
            assert dialog.words.toPlainText() == entry.text
        dialog.save(tmp_path / "nowhere" / "bundle.zip")
        await until(lambda: bool(dialog._error.text()))
        await until(lambda: not window._context.tasks.busy("write support bundle"))
        dialog.confirm_button.click()
        (chooser,) = dialog.findChildren(QFileDialog)
        chooser.reject()
        await until(lambda: not window._context.tasks.busy("write support bundle"))
        dialog.save(target)
        await until(target.exists)
        await until(lambda: not window._context.tasks.busy("write support bundle"))
    with zipfile.ZipFile(target) as archive:
        assert archive.read("logs/simdesk.log") == b"a line\n"


async def test_closing_the_bundle_ends_the_gathering(
    qloop: object, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def for_ever(*given: Any) -> Any:
        import asyncio

        await asyncio.sleep(1_000)

    monkeypatch.setattr(desk.support, "entries", for_ever)
    async with a_window(desk) as window:
        window.show_support()
        (dialog,) = window.findChildren(SupportDialog)
        dialog.safe_button.click()
        await until(lambda: not window._context.tasks.busy("gather support bundle"))
