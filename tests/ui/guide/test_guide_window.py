"""The guide inside the program: contents, finding, back and forward, pictures that fit."""

from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from simdesk.services.guide import CHAPTERS, LANGUAGES, chapters
from simdesk.ui.guide.view import GuideView, fitting
from simdesk.ui.guide.window import GuideWindow, show_guide

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def window(qtbot: Any) -> GuideWindow:
    made = GuideWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def listed(window: GuideWindow) -> list[str]:
    rows = range(window.contents.count())
    return [window.contents.item(row).data(Qt.ItemDataRole.UserRole) for row in rows]


def test_it_opens_at_the_contents_and_lists_every_chapter(window: GuideWindow) -> None:
    assert window.chapter == "index"
    assert listed(window) == list(CHAPTERS)
    assert window.view.toPlainText().startswith("Operator's guide")
    assert window.contents.currentRow() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mark_of_markdown_is_left_to_read(qtbot: Any, language: str) -> None:
    view = GuideView()
    qtbot.addWidget(view)
    for chapter in chapters(language):
        view.setSource(QUrl.fromLocalFile(str(chapter.path)))
        words = view.toPlainText()
        assert chapter.title in words
        assert not [mark for mark in ("**", "](", "##", "|--") if mark in words], chapter.name


def test_links_lead_through_the_chapters_and_back(window: GuideWindow) -> None:
    window.show_chapter("acting")
    window.view.setSource(QUrl("money.md"))
    assert window.chapter == "money"
    assert window.contents.currentItem().data(Qt.ItemDataRole.UserRole) == "money"
    assert window.back.isEnabled()
    window.back.click()
    assert window.chapter == "acting"
    window.forward.click()
    assert window.chapter == "money"


def test_finding_lists_chapters_that_say_it_and_marks_every_place(window: GuideWindow) -> None:
    QTest.keyClicks(window.search, "revoke")
    assert "acting" in listed(window)
    assert "welcome" not in listed(window)
    assert set(listed(window)) < set(CHAPTERS)
    assert window.chapter in listed(window)
    assert window.view.marks == window.view.toPlainText().casefold().count("revoke") > 0
    first = window.view.textCursor().position()
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.view.textCursor().position() > first
    assert window.view.textCursor().selectedText().casefold() == "revoke"


def test_finding_goes_round_the_end_and_backwards(window: GuideWindow) -> None:
    window.show_chapter("acting")
    window.view.seek("revoke")
    places = [window.view.textCursor().position()]
    for _ in range(window.view.marks):
        assert window.view.next(1)
        places.append(window.view.textCursor().position())
    assert places[-1] == places[0]
    assert window.view.next(-1)
    assert window.view.textCursor().position() == places[-2]


def test_what_nobody_wrote_is_told_and_the_chapter_stays(window: GuideWindow) -> None:
    window.show_chapter("rules")
    window.search.setText("zeppelin")
    assert listed(window) == []
    assert window.nothing.isVisible()
    assert window.chapter == "rules"
    assert not window.view.next(1)
    window.search.clear()
    assert listed(window) == list(CHAPTERS)
    assert not window.nothing.isVisible()
    assert window.view.marks == 0


def test_choosing_a_chapter_by_keys_opens_it(window: GuideWindow) -> None:
    window.contents.setFocus()
    QTest.keyClick(window.contents, Qt.Key.Key_Down)
    assert window.chapter == CHAPTERS[1]


def test_a_picture_is_as_wide_as_there_is_room(window: GuideWindow) -> None:
    window.show_chapter("first-minutes")
    kind = QTextDocument.ResourceType.ImageResource.value
    picture = window.view.loadResource(kind, QUrl("pictures/fleet.png"))
    assert isinstance(picture, QImage)
    assert 300 < picture.width() <= window.view.viewport().width()
    window.resize(700, 500)
    window.view._fit()
    assert window.view.loadResource(kind, QUrl("pictures/fleet.png")).width() < picture.width()
    assert window.chapter == "first-minutes"


def test_on_a_sharp_screen_a_picture_keeps_its_sharpness() -> None:
    image = QImage(1440, 900, QImage.Format.Format_RGB32)
    assert fitting(image, 700, 2.0).width() == 1400
    assert fitting(image, 700, 2.0).devicePixelRatio() == 2.0
    assert fitting(image, 2_000, 1.0).width() == 1440


def test_there_is_one_window_of_it_which_goes_where_it_is_asked(qtbot: Any) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    first = show_guide(parent, "money")
    assert show_guide(parent) is first
    assert first.chapter == "money"
    assert show_guide(parent, "keys") is first
    assert first.chapter == "keys"
    first.close()
    open_ones = [one for one in QApplication.topLevelWidgets() if isinstance(one, GuideWindow)]
    assert not [one for one in open_ones if one.isVisible()]


def test_a_chinese_window_reads_chinese(qtbot: Any) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("zh_CN"))
    try:
        window = GuideWindow()
        qtbot.addWidget(window)
        assert window.view.toPlainText().startswith("操作指南")
    finally:
        QLocale.setDefault(before)
