"""Every widget of every page and dialog: named, translated, whole, in order, by keys, legible.

The way leads through every step of the tour and further stops, three times: as the window is, in
a language of long words, and with letters twice as large.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

import simdesk.ui
from simdesk.ui import theme
from simdesk.ui.listing.page import ListPage
from simdesk.ui.main_window import CARDS
from simdesk.ui.opening import OpeningWindow
from simdesk.ui.pages import before_cards, beside_cards
from simdesk.ui.rescue import RescueWindow
from tests.ui.ears.contrast import words_stand_out
from tests.ui.ears.fields import fields_have_labels, letters_differ
from tests.ui.ears.fits import lies_within, window_fits, words_fit
from tests.ui.ears.focus import focus_is_seen
from tests.ui.ears.names import has_a_name, siblings_differ, tells_what_its_picture_means
from tests.ui.ears.pseudo import PseudoLanguage
from tests.ui.ears.seen import controls, widgets
from tests.ui.ears.stops import STOPS
from tests.ui.ears.tabbing import can_be_pressed_by_keys, in_reading_order, tab_comes_everywhere
from tests.ui.ears.texts import is_translated
from tests.ui.ears.walking import Walk, walk

SCREEN = (1366, 768)
NARROWEST = 1280
"""Pixels that a screen has from side to side."""
Complaints = Iterator[tuple[str, str]]
_OF_A_CONTROL = (has_a_name, tells_what_its_picture_means, can_be_pressed_by_keys)
_OF_A_WINDOW = (
    siblings_differ,
    in_reading_order,
    tab_comes_everywhere,
    fields_have_labels,
    letters_differ,
)
_FOCUSED: set[tuple[str, ...]] = set()
"""The kinds of controls whose focus was looked at."""


def _as_it_is(window: QWidget, data: AbstractSet[str]) -> Complaints:
    del data
    for control in controls(window):
        for check in _OF_A_CONTROL:
            yield from ((check.__name__, words) for words in check(control))
    for whole in _OF_A_WINDOW:
        yield from ((whole.__name__, words) for words in whole(window))
    for words in focus_is_seen(window, _FOCUSED):
        yield "focus_is_seen", words
    picture = window.grab().toImage()
    for widget in widgets(window):
        yield from (("words_stand_out", words) for words in words_stand_out(widget, picture))
    yield from _fits(window)


def _in_long_words(window: QWidget, data: AbstractSet[str]) -> Complaints:
    for widget in widgets(window):
        yield from (("is_translated", words) for words in is_translated(widget, data))
    yield from _fits(window)


def _in_large_letters(window: QWidget, data: AbstractSet[str]) -> Complaints:
    del data
    yield from _fits(window)


def _fits(window: QWidget) -> Complaints:
    available = window.screen().availableSize()
    screen = SCREEN if isinstance(window, QMainWindow) else (NARROWEST, available.height())
    if not isinstance(window, QMenu):  # Qt lets a menu scroll where it is too long
        yield from (("window_fits", words) for words in window_fits(window, *screen))
    for widget in widgets(window):
        for check in (words_fit, lies_within):
            yield from ((check.__name__, words) for words in check(widget))


@contextmanager
def _long_words(app: QApplication) -> Iterator[None]:
    language = PseudoLanguage()
    app.installTranslator(language)
    try:
        yield
    finally:
        app.removeTranslator(language)


@contextmanager
def _large_letters(app: QApplication) -> Iterator[None]:
    before = app.font()
    font = QFont(before)
    font.setPixelSize(2 * before.pixelSize())
    app.setFont(font)
    theme.apply(app)
    try:
        yield
    finally:
        app.setFont(before)
        theme.apply(app)


@pytest.fixture(scope="module")
def as_it_is(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    theme.apply(qapp)
    return walk(tmp_path_factory.mktemp("plain"), STOPS, _as_it_is, SCREEN)


@pytest.fixture(scope="module")
def in_long_words(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    theme.apply(qapp)
    with _long_words(qapp):
        return walk(tmp_path_factory.mktemp("long"), STOPS, _in_long_words, SCREEN)


@pytest.fixture(scope="module")
def in_large_letters(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    with _large_letters(qapp):
        return walk(tmp_path_factory.mktemp("large"), STOPS, _in_large_letters, SCREEN)


def _assert_fine(walk: Walk, check: str) -> None:
    told = walk.told(check)
    if told:
        pytest.fail("\n".join(told), pytrace=False)


FITS = ["words_fit", "lies_within", "window_fits"]
PLAIN = [
    check.__name__ for check in (*_OF_A_CONTROL, *_OF_A_WINDOW, focus_is_seen, words_stand_out)
]


@pytest.mark.parametrize("check", [*PLAIN, *FITS])
def test_as_it_is(as_it_is: Walk, check: str) -> None:
    _assert_fine(as_it_is, check)


@pytest.mark.parametrize("check", ["is_translated", *FITS])
def test_in_long_words(in_long_words: Walk, check: str) -> None:
    _assert_fine(in_long_words, check)


@pytest.mark.parametrize("check", FITS)
def test_in_large_letters(in_large_letters: Walk, check: str) -> None:
    _assert_fine(in_large_letters, check)


def _leaves(kind: type) -> Iterator[type]:
    below = kind.__subclasses__()
    for one in below:
        yield from _leaves(one)
    if not below and kind.__module__.startswith("simdesk."):
        yield kind


def _windows_there_are() -> set[str]:
    for module in pkgutil.walk_packages(simdesk.ui.__path__, "simdesk.ui."):
        importlib.import_module(module.name)
    kinds = (QDialog, QMainWindow, RescueWindow, OpeningWindow, ListPage)
    return {leaf.__name__ for kind in kinds for leaf in _leaves(kind)}


def test_no_window_page_or_dialog_is_left_out(as_it_is: Walk) -> None:
    assert _windows_there_are() - as_it_is.kinds == set()
    assert {
        spec.name for spec in (*before_cards(), CARDS, *beside_cards())
    } - as_it_is.pages == set()
