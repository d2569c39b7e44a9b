"""The Tags page over a real desk: what it shows, and every act by button and key."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.models.tags import TagColor
from simdesk.services.tags import TagService
from simdesk.ui.dialogs.tag_editing import DeleteTagDialog, MergeTagDialog, TagDialog
from simdesk.ui.pages.tags import TagsPage
from tests.services.test_tags import desk, watch
from tests.ui.fakes import a_context, until


class Stage:
    def __init__(self, page: TagsPage, tags: TagService, stage: Any) -> None:
        self.page, self.tags, self.desk = page, tags, stage

    def table(self) -> list[tuple[str, str]]:
        return [(row.name, row.color.value) for row in self.page.model.rows]

    async def shows(self, *names: str) -> None:
        await until(lambda: tuple(row.name for row in self.page.model.rows) == names)


@asynccontextmanager
async def staged(folder: Path, qtbot: Any) -> AsyncIterator[Stage]:
    async with desk(folder) as (stage, tags):
        stage.tags = tags  # type: ignore[attr-defined]
        context = a_context(stage)
        page = TagsPage(context)
        qtbot.addWidget(page)
        page.resize(1100, 500)
        page.show()
        try:
            yield Stage(page, tags, stage)
        finally:
            await context.tasks.aclose()
            context.bridge.close()


async def test_the_page_lists_tags_and_shows_their_cards(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with staged(tmp_path, qtbot) as stage:
        await stage.shows("depot", "north")
        page, wanted = stage.page, []
        assert [page.model.index(0, n).data() for n in range(5)] == [
            "depot",
            "2",
            "1",
            "Slate",
            "–",
        ]
        assert page.facts.text() == "2 tags"
        page.cards_wanted.connect(wanted.append)
        page.table.selectAll()
        page.table.setFocus()
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        assert wanted == [CardFilter((Term("tag", Operator.ANY_OF, ("depot", "north")),))]
        assert not page.edit_action.isEnabled()
        assert not page.grab().isNull()


async def test_a_tag_is_made_with_name_and_colour(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with staged(tmp_path, qtbot) as stage:
        await stage.shows("depot", "north")
        stage.page.new_action.trigger()
        (dialog,) = stage.page.findChildren(TagDialog)
        dialog.name.setText("DEPOT")
        dialog.confirm_button.click()
        await until(dialog._error.isVisible)
        assert "exists" in dialog._error.text()
        dialog.name.setText("spare")
        dialog.color.setCurrentIndex(list(TagColor).index(TagColor.VIOLET))
        dialog.confirm_button.click()
        await stage.shows("depot", "north", "spare")
        assert stage.table()[2] == ("spare", "violet")


async def test_a_tag_gets_another_name_and_colour(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with staged(tmp_path, qtbot) as stage:
        await stage.shows("depot", "north")
        stage.page.edit_action.trigger()
        (dialog,) = stage.page.findChildren(TagDialog)
        assert dialog.name.text() == "depot"
        dialog.name.setText("yard")
        dialog.color.setCurrentIndex(1)
        dialog.confirm_button.click()
        await until(lambda: stage.table() == [("north", "slate"), ("yard", "red")])
        assert stage.page.one is not None
        assert stage.page.one.name == "yard"


async def test_merge_and_delete_say_how_many(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with staged(tmp_path, qtbot) as stage:
        await stage.shows("depot", "north")
        stage.page.merge_action.trigger()
        (merge,) = stage.page.findChildren(MergeTagDialog)
        assert merge.confirm_button.text() == "Merge the tag of 2 cards"
        merge.confirm_button.click()
        await stage.shows("north")
        assert not stage.page.merge_action.isEnabled()
        stage.page.delete_action.trigger()
        (delete,) = stage.page.findChildren(DeleteTagDialog)
        assert not delete.confirm_button.isDefault()
        delete.confirm_button.click()
        await until(stage.page.empty.isVisible)
        await stage.desk.edits.undo()
        await stage.shows("north")


async def test_a_watched_tag_says_why_it_stays(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with staged(tmp_path, qtbot) as stage:
        await watch(stage.desk, "depot")
        stage.page.load()
        await until(lambda: bool(stage.page.model.rows) and bool(stage.page.model.rows[0].rules))
        assert not stage.page.delete_action.isEnabled()
        assert stage.page.delete_action.toolTip() == "Watched by Too much"
        with pytest.raises(KnownError, match="Too much"):
            await stage.tags.delete(stage.page.model.rows[0].id)
