"""The tour's steps on the first minutes: the welcome page, the guide, the About box."""

from collections.abc import Awaitable, Callable

from simdesk.paths import DataFolder
from simdesk.services.recent import Recent
from simdesk.tour.stage import Stage
from simdesk.ui.dialogs.about import AboutDialog
from simdesk.ui.dialogs.settings import SettingsDialog
from simdesk.ui.guide.window import GuideWindow
from simdesk.ui.welcome.window import WelcomeWindow

_NOWHERE = "nothing opened yet"


async def welcome(stage: Stage) -> None:
    """What somebody sees who has just installed it: two doors, nothing done by itself."""
    page = WelcomeWindow(Recent(DataFolder(stage.out / _NOWHERE)))
    stage.front = page
    page.show()
    await stage.quiet()


async def building(stage: Stage) -> None:
    """A demo fleet on its way, and how to stop it."""
    page = stage.front
    assert isinstance(page, WelcomeWindow)
    page.show_building(10_000)
    page.building.show_progress(5_000, 10_000)
    await stage.quiet()


async def guide(stage: Stage) -> None:
    """The chapter about the page in front, with what was sought in it marked."""
    if stage.front is not None:
        stage.front.close()
        stage.front.deleteLater()
        stage.front = None
    window = stage.opened.window
    window.show_page("operations")
    window.registry.run("help.page")
    dialog = stage.dialog(GuideWindow)
    dialog.search.setText("preview")
    await stage.quiet()


async def about(stage: Stage) -> None:
    stage.opened.window.registry.run("help.about")
    await stage.quiet()
    stage.dialog(AboutDialog)


async def settings(stage: Stage) -> None:
    """How rows look, tried out on the table behind."""
    stage.opened.window.show_page("cards")
    stage.opened.window.registry.run("file.settings")
    await stage.quiet()
    stage.dialog(SettingsDialog).pages.setCurrentRow(1)
    await stage.quiet()


FIRST_STEPS: tuple[tuple[str, Callable[[Stage], Awaitable[None]]], ...] = (
    ("welcome", welcome),
    ("demo-fleet-building", building),
    ("guide", guide),
    ("about", about),
    ("settings", settings),
)
