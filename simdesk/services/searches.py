"""Questions worth keeping: a name and the filter's text form."""

from dataclasses import dataclass

from simdesk.models.changes import SearchesChanged
from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.announcer import Announcer
from simdesk.services.entry import checked_question, checked_search_name
from simdesk.services.storage import search_store
from simdesk.services.storage.database import Database


@dataclass(frozen=True, slots=True)
class SavedSearch:
    id: int
    name: str
    filter_text: str


class SavedSearches:
    """Names are unique, ASCII case apart."""

    def __init__(self, database: Database, announcer: Announcer) -> None:
        self._database = database
        self._announcer = announcer

    async def all(self) -> tuple[SavedSearch, ...]:
        """By name."""
        found = await self._database.read(search_store.searches)
        return tuple(SavedSearch(row.id, row.name, row.filter_text) for row in found)

    async def save(self, name: str, filter_text: str) -> SavedSearch:
        """Keep a filter under a name of its own.

        Raises KnownError when the name is taken, and for what no file can carry.
        """
        name, words = checked_search_name(name), checked_question(filter_text)
        added = await self._database.write(lambda one: search_store.add(one, name, words))
        if isinstance(added, str):
            raise _taken(added)
        self._announcer.announce(SearchesChanged())
        return SavedSearch(added, name, filter_text)

    async def rename(self, search_id: int, name: str) -> None:
        """Raises KnownError when the name is taken or the search is gone."""
        name = checked_search_name(name)
        done = await self._database.write(lambda one: search_store.rename(one, search_id, name))
        if isinstance(done, str):
            raise _taken(done)
        if not done:
            raise KnownError(text(QT_TRANSLATE_NOOP("trade", "This saved search is gone.")))
        self._announcer.announce(SearchesChanged())

    async def delete(self, search_id: int) -> None:
        """Nothing happens when it is gone already."""
        if await self._database.write(lambda one: search_store.remove(one, search_id)):
            self._announcer.announce(SearchesChanged())


def _taken(name: str) -> KnownError:
    return KnownError(
        text(QT_TRANSLATE_NOOP("trade", "A search named “{name}” exists."), name=name),
        text(QT_TRANSLATE_NOOP("trade", "Choose another name.")),
    )
