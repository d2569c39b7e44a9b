"""The About box: versions that can be copied, every part with its licence."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

from simdesk import __version__
from simdesk.ui.dialogs.about import AboutDialog
from tests.services.small_desk import small_desk
from tests.ui.fakes import a_context

pytestmark = pytest.mark.usefixtures("dressed")


async def test_it_tells_versions_and_copies_them(qloop: object, qtbot: Any, tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        context = a_context(small.desk)
        dialog = AboutDialog(context)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.confirm_button.click()
        copied = QApplication.clipboard().text()
        assert f"SimDesk {__version__}" in copied
        assert f"Qt {qVersion()}" in copied
        assert "build source" in copied
        assert {"Python", "SQLite"} <= {line.split()[0] for line in copied.splitlines()}
        assert dialog.isVisible()
        assert dialog._copied.text() == "The versions are on the clipboard."
        context.bridge.close()
        await context.tasks.aclose()


async def test_the_licence_of_the_chosen_part_is_read_in_full(
    qloop: object, qtbot: Any, tmp_path: Path
) -> None:
    async with small_desk(tmp_path) as small:
        context = a_context(small.desk)
        dialog = AboutDialog(context)
        qtbot.addWidget(dialog)
        dialog.show()
        assert "Permission is hereby granted" in dialog.licence.toPlainText()
        row = next(n for n, part in enumerate(dialog.parts) if part.name.startswith("PySide6"))
        dialog.list.setCurrentCell(row, 0)
        assert "LGPL-3.0" in dialog.licence.toPlainText()
        assert dialog.list.item(row, 2).text().startswith("LGPL-3.0")
        context.bridge.close()
        await context.tasks.aclose()
