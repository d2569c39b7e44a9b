"""The language of the files that a desk writes."""

from simdesk.models.texts import Text
from simdesk.services.export_columns import Say


class FileLanguage:
    """How files say a text: in English until a window that speaks another language opens.

    Our own exports come back whole in every language: `models/sheet_fields.py` and
    `models/sheet_codes.py` know the words of all.
    """

    def __init__(self) -> None:
        self._say: Say = str

    def __call__(self, words: Text) -> str:
        """The text as a file says it."""
        return self._say(words)

    def speak(self, say: Say) -> None:
        """Say it so from now on; it is called on any thread."""
        self._say = say
