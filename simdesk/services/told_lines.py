"""Lines about cards that wait in a file, to be looked through."""

import asyncio

from simdesk.models.sheet_lines import LineQuestion, SheetLine
from simdesk.services.export_columns import Say
from simdesk.services.sheet_words import codes_saying
from simdesk.services.storage.sheet_lines import LineStore


class ToldLines:
    """What a look at spreadsheets has found. Its lines lie in a file, which `aclose` takes away."""

    def __init__(self, lines: LineStore) -> None:
        self._lines = lines

    async def lines(
        self, asked: LineQuestion, offset: int = 0, limit: int = 200, say: Say = str
    ) -> tuple[SheetLine, ...]:
        """A page of the lines that are wanted, in order; `say` is the language of its words."""
        codes = codes_saying(asked.words, say)
        return await asyncio.to_thread(self._lines.lines, asked, codes, offset, limit)

    async def count(self, asked: LineQuestion, say: Say = str) -> int:
        """How many lines are wanted."""
        return await asyncio.to_thread(self._lines.count, asked, codes_saying(asked.words, say))

    async def aclose(self) -> None:
        """Take the lines away; a second time does nothing."""
        await asyncio.to_thread(self._lines.close)
