"""A window as the operator set it, now and when it is set anew while it is open."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from simdesk.models.errors import KnownError
from simdesk.models.preferences import LEFT_PAGE
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.preferences import Changes
from simdesk.ui import theme, zones
from simdesk.ui.joining import sentences
from simdesk.ui.key_words import problem_words
from simdesk.ui.messages import Offer
from simdesk.ui.review.actions import OF_REVIEWS
from simdesk.ui.text import shown
from simdesk.ui.theme import Density
from simdesk.ui.window_state import WindowState

if TYPE_CHECKING:
    from simdesk.ui.actions.registry import ActionRegistry
    from simdesk.ui.cards.page import CardsPage
    from simdesk.ui.context import Context

_NAMED = 3
"""So many keys are told in the message; the dialog shows all."""


class PreferredRoom(Protocol):
    """What this needs of the window."""

    cards: "CardsPage"
    registry: "ActionRegistry"
    language_wanted: SignalInstance

    @property
    def built_pages(self) -> Mapping[str, QWidget]:
        """The pages that were looked at, by name."""

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""

    def show_density(self, density: Density) -> None:
        """Make rows that high."""

    def refresh_actions(self) -> None:
        """Tick and enable anew, after everything that happens now."""

    def show_settings(self) -> None:
        """Open the settings."""


class Preferred(QObject):
    """What is not the application's (language, theme) but each window's."""

    def __init__(self, context: "Context", room: PreferredRoom, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._room = room
        self._service = context.preferences
        self._language = self._service.current.language
        self._zone = ""
        self._arrange()
        self._bind()
        context.bridge.preferences_changed.connect(self._on_preferences_changed)

    def choose(self, changes: Changes) -> None:
        """Set keys for every window and for good; what cannot be written is told, and counts."""
        try:
            self._service.change(changes)
        except KnownError as error:
            self._context.messages.fail(error)

    def show_first_page(self) -> None:
        """Begin where the operator begins; a review begins with its cards."""
        if not self._context.reviewing:
            wanted = self._service.current.first_page
            left = WindowState(self._context.settings).front_page
            self._room.show_page(left if wanted == LEFT_PAGE else wanted)

    def _bind(self) -> None:
        """Give commands the keys that were set; what cannot be had is told, but by a review.

        A review lacks most commands, so that their keys are no mistake there.
        """
        self._keys = self._service.current.keys
        found = self._room.registry.bind(self._keys)
        problems = [one for one in found if not one.command.startswith(OF_REVIEWS)]
        if problems and not self._context.reviewing:
            specs = self._room.registry.specs
            named = sentences([problem_words(one, specs) for one in problems[:_NAMED]])
            self._context.messages.warn(
                named, Offer(self.tr("Settings…"), self._room.show_settings)
            )

    def tell_complaints(self) -> None:
        """Say what of the settings file does not count, if anything, and offer to look at it."""
        service = self._service
        words = [shown(one.words) for one in service.complaints]
        if service.trouble is not None:
            counts = text(
                QT_TRANSLATE_NOOP("trade", "The settings count as they are at first: {trouble}"),
                trouble=service.trouble,
            )
            words = [shown(counts)]
        if not words:
            return
        told = " ".join(words[:_NAMED])
        if len(words) > _NAMED:
            told += " " + self.tr("And {count} more.").format(count=len(words) - _NAMED)
        self._context.messages.warn(told, Offer(self.tr("Settings…"), self._room.show_settings))

    def _on_preferences_changed(self) -> None:
        wanted = self._service.current
        if wanted.language != self._language:
            self._language = wanted.language
            self._room.language_wanted.emit(wanted.language)
        if wanted.theme != theme.chosen():
            theme.choose(wanted.theme)
            self._room.refresh_actions()
        if wanted.keys != self._keys:
            self._bind()
        if self._arrange():
            # Another clock: what tells moments is read anew.
            self._room.cards.presenter.refresh()
            self._room.cards.show_in_details()
            for page in self._room.built_pages.values():
                load = getattr(page, "load", None)
                if load is not None:
                    load()

    def _arrange(self) -> bool:
        """Let it all count here; True when moments are told on another clock than before."""
        wanted = self._service.current
        self._room.cards.header_menu.columns = wanted.columns
        self._room.show_density(Density(wanted.row_height))
        zones.show_in(wanted.time_zone)
        before, self._zone = self._zone, wanted.time_zone
        return before != self._zone
