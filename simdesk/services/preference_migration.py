"""What earlier versions kept with a fleet's window and what is the operator's own setting now."""

from contextlib import suppress

from simdesk.models.errors import KnownError
from simdesk.models.preferences import ROW_HEIGHTS
from simdesk.services.preferences import PreferenceService
from simdesk.services.settings import Settings

_WINDOW, _ROW_HEIGHT = "window", "row_height"


def move_preferences(settings: Settings, preferences: PreferenceService) -> None:
    """Take the height of rows over from a fleet's file, once: there it is no more afterwards.

    A height that the operator has set since stays. What cannot be written is tried next time.
    """
    window = settings.get(_WINDOW)
    if _ROW_HEIGHT not in window:
        return
    pixels = window.pop(_ROW_HEIGHT)
    word = next((word for word, height in ROW_HEIGHTS.items() if height == pixels), "normal")
    with suppress(KnownError):
        if word != preferences.current.density and not preferences.given("density"):
            preferences.change({"density": word})
        settings.put(_WINDOW, window)
