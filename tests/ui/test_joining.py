"""Words are joined as the window's language joins them."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from simdesk.models.errors import KnownError
from simdesk.models.texts import text
from simdesk.ui.joining import listed, named, sentence, sentences, told
from simdesk.ui.languages import ENGLISH, speak
from simdesk.ui.text import error_words


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    del qapp
    assert speak("zh_CN") == "zh_CN"
    yield
    speak(ENGLISH)


def test_english_has_blanks() -> None:
    assert sentences(["It is paused already.", "", "Continue it."]) == (
        "It is paused already. Continue it."
    )
    assert sentence(listed(["2 paused", "1 card needs a person", "CNY 3.00"])) == (
        "2 paused, 1 card needs a person, CNY 3.00."
    )
    assert listed([]) == ""
    assert named(["depot", "north"]) == "depot, north"
    assert told("Remark", "north gate") == "Remark: north gate"


@pytest.mark.usefixtures("chinese")
def test_chinese_has_none() -> None:
    assert sentences(["已经暂停。", "", "请继续。"]) == "已经暂停。请继续。"
    assert sentence(listed(["2 个已暂停", "CNY 3.00"])) == "2 个已暂停，CNY 3.00。"
    assert named(["depot", "北区"]) == "depot、北区"
    assert told("备注", "北门") == "备注：北门"


@pytest.mark.usefixtures("chinese")
def test_braces_in_words_are_left_alone() -> None:
    assert sentences(["“{name}”不是日期。", "{0}"]) == "“{name}”不是日期。{0}"


@pytest.mark.usefixtures("chinese")
def test_an_error_and_its_remedy_are_two_sentences() -> None:
    error = KnownError(
        text("The disk is full: “{path}” could not be written.", path="d"), text("Export again.")
    )
    assert error_words(error) == "磁盘已满：无法写入“d”。请重新导出。"
