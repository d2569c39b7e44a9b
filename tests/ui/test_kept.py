"""Words of a journal are said in the window's language; those of a provider stay."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from simdesk.ui.kept import kept
from simdesk.ui.languages import ENGLISH, speak

SHOWS = "The card shows In use."
REFUSED = "The carrier turned the request down."


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    del qapp
    assert speak("zh_CN") == "zh_CN"
    yield
    speak(ENGLISH)


@pytest.mark.usefixtures("chinese")
def test_chinese_says_them_anew() -> None:
    assert kept(SHOWS) == "此卡状态为使用中。"
    assert kept(f"The provider accepted it. {SHOWS}") == "服务商已受理。此卡状态为使用中。"
    assert kept(f"{SHOWS} It can no longer take effect.") == "此卡状态为使用中。已不可能再生效。"
    assert kept("Order 2101 is unpaid.") == "订单 2101 的状态为待支付。"
    assert [kept(REFUSED), kept(None)] == [REFUSED, ""]


@pytest.mark.usefixtures("qapp")
def test_english_leaves_them_as_they_are() -> None:
    assert [kept(SHOWS), kept("Order 2101 is unpaid.")] == [SHOWS, "Order 2101 is unpaid."]
