"""Which language the window speaks: chosen, the system's, or English where a file is no use."""

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from simdesk.compose import SystemClock, open_desk
from simdesk.models.money import Money
from simdesk.models.periods import Month
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.settings import Settings
from simdesk.ui import languages
from simdesk.ui.charts.series import month_name
from simdesk.ui.command_palette import CommandPalette
from simdesk.ui.languages import Language, speak
from simdesk.ui.main_window import MainWindow
from simdesk.ui.open_window import show_desk
from simdesk.ui.text import (
    count_shown,
    day_shown,
    duration_shown,
    moment_shown,
    money_shown,
    month_shown,
    size_shown,
    stamp_shown,
)
from tests.factories import a_moment
from tests.pseudo import spoken_pseudo

translate = QCoreApplication.translate
pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    speak("en")
    QLocale.setDefault(before)


def test_english_needs_no_file_and_others_are_called_as_they_call_themselves() -> None:
    assert languages.languages() == (Language("en", "English"), Language("zh_CN", "简体中文"))


def test_chinese_is_spoken_by_us_and_by_qt(qapp: QApplication) -> None:
    assert speak("zh_CN") == "zh_CN"
    assert translate("menus", "&File") == "文件(&F)"
    assert translate("QPlatformTheme", "Cancel") == "取消"
    assert QLocale().name() == "zh_CN"
    assert speak("en") == "en"
    assert translate("menus", "&File") == "&File"
    assert translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale().language() is QLocale.Language.English


def test_a_language_chosen_often_is_kept_once(qapp: QApplication) -> None:
    for code in ("zh_CN", "en", "zh_CN", "zh_CN"):
        speak(code)
    qapp.sendPostedEvents(None, 52)  # what is deleted later
    assert len(qapp.findChildren(QTranslator, languages._KEPT)) == 2


@pytest.mark.parametrize(
    ("names", "spoken"),
    [
        (["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"], "zh_CN"),
        (["zh-Hant-TW", "zh-TW", "zh"], "zh_CN"),
        (["de-DE", "zh-CN", "en"], "zh_CN"),
        (["en-GB", "zh-CN"], "en"),
        (["de-DE", "fr"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_systems_first_language_that_is_there_is_spoken(names: list[str], spoken: str) -> None:
    assert languages._first_known(names) == spoken


def test_an_unknown_code_counts_as_the_system() -> None:
    assert speak("tlh") == speak("system")


def test_formats_are_the_systems_where_it_speaks_the_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    british = QLocale("en_GB")
    monkeypatch.setattr(QLocale, "system", lambda: british)
    speak("en")
    assert QLocale().name() == "en_GB"
    speak("zh_CN")
    assert QLocale().name() == "zh_CN"


@pytest.mark.parametrize("damage", [b"", b"not a language", None])
def test_a_file_that_cannot_be_used_leaves_english(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    damage: bytes | None,
) -> None:
    file = tmp_path / "simdesk_zh_CN.qm"
    if damage is None:
        file.mkdir()
    else:
        file.write_bytes(damage)
    monkeypatch.setattr(languages, "resource", lambda name: tmp_path)
    assert speak("zh_CN") == "en"
    assert "simdesk_zh_CN.qm" in caplog.text
    assert translate("menus", "&File") == "&File"
    assert count_shown(1_234) == "1,234"


def test_without_the_folder_there_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Path:
        raise FileNotFoundError(name)

    monkeypatch.setattr(languages, "resource", missing)
    assert languages.languages() == (Language("en", "English"),)
    assert speak("zh_CN") == "en"


def test_english_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "resource", pytest.fail)
    assert speak("en") == "en"
    assert languages._first_known(["en-US"]) == "en"


def test_chinese_days_and_numbers() -> None:
    speak("zh_CN")
    assert day_shown(date(2026, 6, 30)) == "2026年6月30日"
    assert month_shown(Month(2026, 6)) == month_name(Month(2026, 6), QLocale()) == "2026年6月"
    assert moment_shown(a_moment(2026, 1, 2, 3, 4)) == "2026年1月2日 03:04"
    assert stamp_shown(a_moment(2026, 6, 15, 0)) == "2026年6月14日 24:00"
    assert count_shown(1_234_567) == "1,234,567"
    assert (size_shown(50_541_363), size_shown(1_000)) == ("48.2 GB", "1,000 KB")
    assert money_shown(Money(-1_240_005)) == "CNY -12,400.05"
    assert duration_shown(5_025) == "1 小时 23 分"


def test_other_locales_have_their_own_digits_and_separators() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert (size_shown(50_541_363), money_shown(Money(123_456))) == ("48,2 GB", "CNY 1.234,56")


def test_the_first_window_speaks_it_before_its_desk_is_open(tmp_path: Path) -> None:
    speak("zh_CN")
    window = MainWindow("north", Settings(tmp_path / "settings.json"))
    window.show_progress(4_000, 10_000)
    words = window._early._words.text()
    assert "演示" in words
    assert "4,000" in words
    assert window._early.table.accessibleName() == "卡"
    window.deleteLater()


@pytest.mark.long_async(60)
async def test_nothing_is_asked_for_that_the_translators_never_saw(
    qloop: object, tmp_path: Path
) -> None:
    desk = await open_desk(tmp_path, FleetPlan(cards=60), SystemClock(), "tester")
    await desk.sync.run()
    with spoken_pseudo() as language:
        opened = show_desk(desk)
        window = opened.window
        for name in window.navigation._buttons:
            window.show_page(name)
            for _ in range(500):
                await asyncio.sleep(0.01)
                if not opened.context.tasks.names():
                    break
        palette = CommandPalette(window.registry, window)
        palette.deleteLater()
        assert language.strangers == set()
    await opened.aclose()
    await desk.aclose()
