"""The list of tags: created, renamed, recoloured, merged and deleted, each with undo."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from simdesk.models.audit import Audited
from simdesk.models.changes import CardsChanged, RulesChanged, SearchesChanged, TagsChanged
from simdesk.models.errors import KnownError
from simdesk.models.filter_text import FilterError, filter_text, parse_filter
from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.models.tags import TagColor, TagRow
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.announcer import Announcer
from simdesk.services.audit_bodies import tag_came, tag_differs, tag_went
from simdesk.services.edits import LocalEdits
from simdesk.services.entry import checked_tag
from simdesk.services.storage import tag_keeping
from simdesk.services.storage.auditor import Auditor, Entry, Job
from simdesk.services.storage.database import Database
from simdesk.services.storage.edit_store import Signed
from simdesk.services.storage.tag_keeping import Recoloured, Renamed, TagImage, Taken, Watched

T = TypeVar("T")


class TagService:
    """Tags belong to the desk (domain.md 9, rows 22 and 35); nothing here asks the provider.

    Every change can be taken back in the session. A tag that is gone meanwhile raises KnownError.
    """

    def __init__(
        self,
        database: Database,
        announcer: Announcer,
        edits: LocalEdits,
        now: Callable[[], datetime],
        auditor: Auditor,
    ) -> None:
        self._database = database
        self._announcer = announcer
        self._edits = edits
        self._now = now
        self._auditor = auditor

    async def list(self) -> tuple[TagRow, ...]:
        """Every tag by name, also those that no card carries."""
        return await self._database.read(tag_keeping.all_tags)

    async def create(self, name: str, color: TagColor = TagColor.SLATE) -> int:
        """A new tag that no card carries yet. Raises KnownError for a name that is taken."""
        wanted = checked_tag(name)
        creating = partial(tag_keeping.create, name=wanted, color=color)

        def tell(made: int | Taken) -> Entry | None:
            if isinstance(made, Taken):
                return None
            return _entry(wanted, tag_came("created", TagImage(made, wanted, color, ())))

        made = await self._write(creating, tell)
        tag_id = _done(made)

        async def undo() -> int:
            return await self._take_away(tag_id)

        async def redo() -> int:
            image = TagImage(tag_id, wanted, color, ())
            return await self._put_back(image)

        label = text(QT_TRANSLATE_NOOP("trade", "New tag “{name}”"), name=wanted)
        self._edits.remember(label, undo, redo)
        self._announcer.announce(TagsChanged())
        return tag_id

    async def rename(self, tag_id: int, name: str) -> None:
        """Give it another name; rules and saved searches follow.

        Raises KnownError when the name is taken.
        """
        wanted = checked_tag(name)
        before = await self._rename(tag_id, wanted)
        if before == wanted:
            return

        async def back(to: str) -> int:
            await self._rename(tag_id, to)
            return 1

        label = text(
            QT_TRANSLATE_NOOP("trade", "Tag “{before}” renamed to “{after}”"),
            before=before,
            after=wanted,
        )
        self._edits.remember(label, lambda: back(before), lambda: back(wanted))

    async def recolour(self, tag_id: int, color: TagColor) -> None:
        """Show it in another colour."""
        before = await self._recolour(tag_id, color)
        if before == color:
            return

        async def back(to: str) -> int:
            await self._recolour(tag_id, to)
            return 1

        label = text(QT_TRANSLATE_NOOP("trade", "Colour of a tag"))
        self._edits.remember(label, lambda: back(before), lambda: back(color))

    async def delete(self, tag_id: int) -> int:
        """Take it off every card and away. Returns how many cards had it.

        Raises KnownError when an automation rule watches it, and says which.
        """
        image = await self._gone(tag_id, None)

        async def undo() -> int:
            return await self._put_back(image)

        async def redo() -> int:
            return await self._take_away(tag_id)

        label = text(QT_TRANSLATE_NOOP("trade", "Tag “{name}” deleted"), name=image.name)
        self._edits.remember(label, undo, redo)
        return len(image.card_ids)

    async def merge(self, tag_id: int, into: int) -> int:
        """Let its cards carry another tag instead. Returns how many cards changed.

        Raises KnownError when an automation rule watches the one that goes, and says which.
        """
        images = [await self._gone(tag_id, into)]

        async def undo() -> int:
            return await self._put_back(images[-1], out_of=into)

        async def redo() -> int:
            images.append(await self._gone(tag_id, into))
            return len(images[-1].card_ids)

        label = text(QT_TRANSLATE_NOOP("trade", "Tag “{name}” merged"), name=images[0].name)
        self._edits.remember(label, undo, redo)
        return len(images[0].card_ids)

    # One transaction each, announced

    async def _rename(self, tag_id: int, name: str) -> str:
        renaming = partial(tag_keeping.rename, tag_id=tag_id, name=name, reworded=_reworded)

        def tell(done: Renamed | Taken | None) -> Entry | None:
            if not isinstance(done, Renamed) or done.before == name:
                return None
            return _entry(name, tag_differs("renamed", "name", done.before, name))

        written = await self._write(renaming, tell)
        done = _done(written)
        self._announcer.announce(TagsChanged())
        self._announcer.announce(RulesChanged())
        if done.searches:
            self._announcer.announce(SearchesChanged())
        self._announcer.announce(CardsChanged(None, frozenset({"tag"})))
        return done.before

    async def _recolour(self, tag_id: int, color: str) -> str:
        recolouring = partial(tag_keeping.recolour, tag_id=tag_id, color=color)

        def tell(done: Recoloured | None) -> Entry | None:
            if done is None or done.before == color:
                return None
            return _entry(done.name, tag_differs("recoloured", "color", done.before, str(color)))

        written = await self._write(recolouring, tell)
        done = _done(written)
        self._announcer.announce(TagsChanged())
        return done.before

    async def _take_away(self, tag_id: int) -> int:
        return len((await self._gone(tag_id, None)).card_ids)

    async def _gone(self, tag_id: int, into: int | None) -> TagImage:
        signed = Signed(self._auditor.operator, self._now())
        taking = partial(tag_keeping.take_away, tag_id=tag_id, signed=signed, into=into)

        def tell(image: TagImage | Watched | None) -> Entry | None:
            return _entry(image.name, tag_went(image)) if isinstance(image, TagImage) else None

        written = await self._write(taking, tell)
        image = _done(written)
        self._announce(image)
        return image

    async def _put_back(self, image: TagImage, out_of: int | None = None) -> int:
        signed = Signed(self._auditor.operator, self._now())
        putting = partial(tag_keeping.put_back, image=image, signed=signed, out_of=out_of)
        entry = _entry(image.name, tag_came("put back", image))
        taken = await self._write(putting, lambda taken: None if taken else entry)
        if taken is not None:
            raise _refusal(taken)
        self._announce(image)
        return len(image.card_ids)

    async def _write(self, job: Job[T], tell: Callable[[T], Entry | None]) -> T:
        self._edits.permit()
        return await self._database.write(self._auditor.telling(job, tell))

    def _announce(self, image: TagImage) -> None:
        if image.card_ids:
            changed = frozenset(image.card_ids)
            self._announcer.announce(CardsChanged(changed, frozenset({"tag"})))
        self._announcer.announce(TagsChanged())


def _entry(name: str, body: Mapping[str, object]) -> Entry:
    return Entry(Audited.TAG_CHANGED, name, body)


def _done(found: T | Taken | Watched | None) -> T:
    """What was written, or the reason why nothing was, raised."""
    if found is None:
        raise KnownError(text(QT_TRANSLATE_NOOP("trade", "This tag is gone.")))
    if isinstance(found, Taken | Watched):
        raise _refusal(found)
    return found


def _refusal(why: Taken | Watched) -> KnownError:
    if isinstance(why, Taken):
        return KnownError(
            text(QT_TRANSLATE_NOOP("trade", "A tag named “{name}” exists."), name=why.name),
            text(QT_TRANSLATE_NOOP("trade", "Choose another name, or merge the two.")),
        )
    return KnownError(
        text(
            QT_TRANSLATE_NOOP("trade", "The tag “{name}” is watched by the rule {rules}."),
            name=why.name,
            rules=", ".join(f"“{rule}”" for rule in why.rules),
        ),
        text(QT_TRANSLATE_NOOP("trade", "Let the rule watch something else, or delete it.")),
    )


def _reworded(words: str, before: str, after: str) -> str:
    """A saved search that asks for the new name of a tag; one that cannot be read stays."""
    try:
        question = parse_filter(words)
    except FilterError:
        return words
    renamed = _renamed(question, before, after)
    return words if renamed == question else filter_text(renamed)


def _renamed(question: CardFilter, before: str, after: str) -> CardFilter:
    def term(one: Term) -> Term:
        if one.field != "tag" or one.operator is not Operator.ANY_OF:
            return one
        return replace(one, values=tuple(after if v == before else v for v in one.values))

    return replace(question, terms=tuple(term(one) for one in question.terms))
