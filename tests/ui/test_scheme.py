"""Whom the theme follows: a choice, or the desktop through a source that tests hand in."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from simdesk.loop import make_application
from simdesk.ui import icons, theme
from simdesk.ui.scheme import SystemScheme


class Desktop:
    """A desktop that turns dark when a test says so."""

    def __init__(self, *, dark: bool = False) -> None:
        self.dark = dark
        self.frames: list[str] = []
        self._told: Callable[[], None] = lambda: None

    def listen(self, changed: Callable[[], None]) -> None:
        self._told = changed

    def draw_frames(self, choice: str) -> None:
        self.frames.append(choice)

    def turn(self, *, dark: bool) -> None:
        self.dark = dark
        self._told()


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.follow(qapp, "light", theme.NoDesktop())


def ground(app: QApplication) -> str:
    return app.palette().window().color().name().upper()


def of(name: str) -> str:
    return theme.load(name).roles["window"]


@pytest.mark.parametrize(
    ("choice", "dark", "wears"),
    [
        ("system", False, "light"),
        ("system", True, "dark"),
        ("light", True, "light"),
        ("dark", False, "dark"),
        ("drak", True, "dark"),
        ("", False, "light"),
    ],
)
def test_it_wears_what_was_chosen(app: QApplication, choice: str, dark: bool, wears: str) -> None:
    theme.follow(app, choice, Desktop(dark=dark))
    assert theme.current().name == wears
    assert ground(app) == of(wears)
    assert of(wears) in app.styleSheet()
    assert theme.chosen() == (choice if choice in theme.CHOICES else theme.SYSTEM)


def test_it_turns_with_the_desktop(app: QApplication) -> None:
    desktop = Desktop()
    theme.follow(app, theme.SYSTEM, desktop)
    desktop.turn(dark=True)
    assert ground(app) == of("dark")
    desktop.turn(dark=False)
    assert ground(app) == of("light")


def test_a_choice_stays_while_the_desktop_turns_and_following_it_catches_up(
    app: QApplication,
) -> None:
    desktop = Desktop()
    theme.follow(app, "light", desktop)
    desktop.turn(dark=True)
    assert ground(app) == of("light")
    theme.choose(theme.SYSTEM)
    assert ground(app) == of("dark")
    theme.choose("light")
    theme.choose("dark")
    desktop.turn(dark=False)
    assert ground(app) == of("dark")
    assert desktop.frames == ["light", "system", "light", "dark"]


def test_a_source_that_is_no_longer_followed_changes_nothing(app: QApplication) -> None:
    before, after = Desktop(), Desktop()
    theme.follow(app, theme.SYSTEM, before)
    theme.follow(app, "light", after)
    before.turn(dark=True)
    assert ground(app) == of("light")


class Hints(QObject):
    """What Qt's style hints know of the scheme."""

    colorSchemeChanged = Signal(object)  # noqa: N815 - as Qt names it

    def __init__(self, scheme: Qt.ColorScheme) -> None:
        super().__init__()
        self.system = self.scheme = scheme

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = self.system if scheme is Qt.ColorScheme.Unknown else scheme
        self.colorSchemeChanged.emit(self.scheme)


class Hinted:
    def __init__(self, scheme: Qt.ColorScheme) -> None:
        self.hints = Hints(scheme)

    def styleHints(self) -> Hints:
        return self.hints


def test_the_system_is_asked_by_qt_and_unknown_is_light(app: QApplication) -> None:
    desktop = Hinted(Qt.ColorScheme.Unknown)
    source = SystemScheme(desktop)  # type: ignore[arg-type]  # all it asks of it
    assert not source.dark
    theme.follow(app, theme.SYSTEM, source)
    desktop.hints.system = Qt.ColorScheme.Dark
    desktop.hints.setColorScheme(Qt.ColorScheme.Unknown)
    assert ground(app) == of("dark")
    theme.choose("light")
    assert desktop.hints.scheme is Qt.ColorScheme.Light
    assert ground(app) == of("light")
    theme.choose(theme.SYSTEM)
    assert desktop.hints.scheme is Qt.ColorScheme.Dark
    assert ground(app) == of("dark")


def test_the_one_application_is_dressed_once_and_anew_when_something_is_chosen(
    app: QApplication,
) -> None:
    theme.follow(app, "dark", Desktop())
    assert make_application() is app
    assert ground(app) == of("dark")
    make_application("light")
    assert ground(app) == of("light")
    app.setStyleSheet("")
    make_application()
    assert of(theme.current().name) in app.styleSheet()


def test_icons_that_were_handed_out_and_words_with_links_follow(app: QApplication) -> None:
    theme.follow(app, "light", Desktop())
    held = icons.icon("sync", "accent")
    link, field = QLabel('<a href="x">████</a>'), QLineEdit("words")
    field.setClearButtonEnabled(True)
    field.show()
    for name in ("light", "dark", "light"):
        theme.choose(name)
        accent, muted = theme.role("accent"), theme.role("muted")
        assert _has(held.pixmap(32, 32), accent), name
        assert _has(link.grab(), accent), name
        assert _has(field.grab(), muted), name
    link.deleteLater()
    field.deleteLater()


def _has(picture: object, colour: object) -> bool:
    image = picture.toImage()  # type: ignore[attr-defined]  # a QPixmap
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y) == colour for x, y in places)
