"""Edits that stay on the desk: tags and remarks, undone and done again within the session."""

from collections import deque
from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from simdesk.models.actions import REVIEWED
from simdesk.models.audit import Audited
from simdesk.models.capabilities import Capabilities
from simdesk.models.changes import CardsChanged, TagsChanged, UndoChanged
from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.announcer import Announcer
from simdesk.services.audit_bodies import edited
from simdesk.services.entry import checked_remark, checked_tag
from simdesk.services.storage import edit_store
from simdesk.services.storage.auditor import Auditor, Entry
from simdesk.services.storage.database import Database
from simdesk.services.storage.edit_store import REMARK, TAGS, Done, Kind, Signed, Swap, Tags

DEPTH = 200
"""How many edits can be taken back."""

_REMARKS = (
    QT_TRANSLATE_NOOP("trade", "Remark of 1 card"),
    QT_TRANSLATE_NOOP("trade", "Remark of {count} cards"),
)
_TAGS = (
    QT_TRANSLATE_NOOP("trade", "Tags of 1 card"),
    QT_TRANSLATE_NOOP("trade", "Tags of {count} cards"),
)
"""What undo says of an edit: for one card, and for several."""

V = TypeVar("V")
Act = Callable[[], Coroutine[None, None, int]]


@dataclass(frozen=True, slots=True, eq=False)
class _Edit:
    """What was done, and how it is taken back and done again: both tell how many cards changed."""

    label: Text
    undo: Act
    redo: Act


class LocalEdits:
    """Writes tags and remarks of many cards in one transaction, all or none.

    The `auditor` tells of each edit, and its operator is who is written into the cards' records.
    Cancelled cards keep what they have.
    """

    def __init__(
        self,
        database: Database,
        announcer: Announcer,
        capabilities: Capabilities,
        now: Callable[[], datetime],
        auditor: Auditor,
    ) -> None:
        self._database = database
        self._announcer = announcer
        self._capabilities = capabilities
        self._now = now
        self._auditor = auditor
        self._done: deque[_Edit] = deque(maxlen=DEPTH)
        self._undone: deque[_Edit] = deque()

    @property
    def undo_label(self) -> Text | None:
        """What `undo` would take back; None when there is nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> Text | None:
        return self._undone[-1].label if self._undone else None

    def permit(self) -> None:
        """Raises KnownError where nothing may be edited: the cards are those of a spreadsheet."""
        if self._capabilities.review:
            raise KnownError(
                REVIEWED,
                text(
                    QT_TRANSLATE_NOOP(
                        "trade", "Change it in the spreadsheet, or bring the changes to the desk."
                    )
                ),
            )

    async def set_remark(self, ids: Collection[int], remark: str) -> int:
        """Give the cards this remark, at most 100 characters. Returns how many changed.

        Raises KnownError for what is not one line of text, or when all cards are cancelled.
        """
        words = checked_remark(remark)
        return await self._edit(
            REMARK,
            ids,
            lambda before: words,
            _REMARKS,
        )

    async def add_tags(self, ids: Collection[int], names: Collection[str]) -> int:
        """Attach tags. Returns how many cards changed. Raises KnownError (see `change_tags`)."""
        return await self.change_tags(ids, names, ())

    async def remove_tags(self, ids: Collection[int], names: Collection[str]) -> int:
        """Take tags off. Returns how many cards changed. Raises KnownError (see `change_tags`)."""
        return await self.change_tags(ids, (), names)

    async def change_tags(
        self, ids: Collection[int], add: Collection[str], remove: Collection[str]
    ) -> int:
        """Attach and take off tags in one edit. Returns how many cards changed.

        Raises KnownError for a tag of more than 20 characters, when a card would carry more tags
        than the provider allows, or when all cards are cancelled; then nothing is changed.
        """
        added, removed = [checked_tag(name) for name in add], frozenset(remove)
        return await self._edit(
            TAGS, ids, lambda before: _joined(set(before) - removed, added), _TAGS
        )

    async def set_tags(self, ids: Collection[int], names: Collection[str]) -> int:
        """Let the cards carry exactly these tags. Raises KnownError (see `change_tags`)."""
        wanted = _joined((), [checked_tag(name) for name in names])
        return await self._edit(TAGS, ids, lambda before: wanted, _TAGS)

    async def swap_all(self, swaps: Sequence[Swap[Any]], label: Text) -> int:
        """Different values for different cards, in one transaction and one step of undo.

        Written where a card still has what it is thought to have; the values are checked by who
        asks. Returns how many cards changed. Raises KnownError for what the disk does.
        """
        self.permit()
        done = await self._swapped(swaps, None)
        changed = [one.only(of_kind) for one, of_kind in zip(swaps, done, strict=True)]
        count = _cards(done)
        if count:
            back = [one.back for one in changed]
            self.remember(
                label,
                lambda: self._swapped_cards(back, "undo"),
                lambda: self._swapped_cards(changed, "redo"),
            )
        return count

    async def _swapped_cards(self, swaps: Sequence[Swap[Any]], how: str) -> int:
        return _cards(await self._swapped(swaps, how))

    async def _swapped(self, swaps: Sequence[Swap[Any]], how: str | None) -> list[Done[Any]]:
        signed = Signed(self._auditor.operator, self._now())
        job = partial(edit_store.swap_all, swaps=swaps, signed=signed)

        def tell(done: Sequence[Done[Any]]) -> list[Entry | None]:
            return [
                _entry(one.kind, of_kind, how) for one, of_kind in zip(swaps, done, strict=True)
            ]

        written = await self._database.write(self._auditor.telling_all(job, tell))
        for one, of_kind in zip(swaps, written, strict=True):
            self._announce(one.kind, of_kind)
        return written

    async def undo(self) -> int:
        """Take the last edit back where nobody edited since. Returns how many cards changed."""
        return await self._move(self._done, self._undone, lambda edit: edit.undo())

    async def redo(self) -> int:
        """Do again what was taken back. Returns how many cards changed."""
        return await self._move(self._undone, self._done, lambda edit: edit.redo())

    def remember(self, label: Text, undo: Act, redo: Act) -> None:
        """Another service did something of the desk's own: `undo` takes it back, `redo` redoes it.

        Both tell how many cards changed.
        """
        self._done.append(_Edit(label, undo, redo))
        self._undone.clear()
        self._announcer.announce(UndoChanged())

    async def _move(
        self, here: deque[_Edit], there: deque[_Edit], act: Callable[[_Edit], Awaitable[int]]
    ) -> int:
        if not here:
            return 0
        edit = here[-1]
        changed = await act(edit)  # what cannot be written stays where it is
        if edit in here:
            here.remove(edit)
            there.append(edit)
            self._announcer.announce(UndoChanged())
        return changed

    async def _edit(
        self, kind: Kind[V], ids: Collection[int], new: Callable[[V], V], label: tuple[str, str]
    ) -> int:
        self.permit()
        signed = Signed(self._auditor.operator, self._now())

        def check(before: Mapping[int, V], after: Mapping[int, V]) -> None:
            if ids and not before:
                raise KnownError(
                    text(QT_TRANSLATE_NOOP("trade", "The card's account is cancelled."))
                )
            _check_tags(before, after, self._capabilities.max_tags)

        job = partial(edit_store.edit, kind=kind, ids=ids, new=new, check=check, signed=signed)
        tell = partial(_entry, kind, how=None)
        done = await self._database.write(self._auditor.telling(job, tell))
        if done.after:
            one, many = label
            count = len(done.after)
            said = text(one) if count == 1 else text(many, count=f"{count:,}")
            undo = partial(self._swap, kind, done.after, done.before, "undo")
            redo = partial(self._swap, kind, done.before, done.after, "redo")
            self._announce(kind, done)
            self.remember(said, undo, redo)
        return len(done.after)

    async def _swap(
        self, kind: Kind[V], have: Mapping[int, V], want: Mapping[int, V], how: str
    ) -> int:
        """Write what is wanted for the cards that still are as this session left them."""
        signed = Signed(self._auditor.operator, self._now())
        job = partial(edit_store.swap, kind=kind, have=have, want=want, signed=signed)
        tell = partial(_entry, kind, how=how)
        done = await self._database.write(self._auditor.telling(job, tell))
        self._announce(kind, done)
        return len(done.after)

    def _announce(self, kind: Kind[V], done: Done[V]) -> None:
        if done.after:
            self._announcer.announce(CardsChanged(frozenset(done.after), frozenset({kind.field})))
        if done.names:
            self._announcer.announce(TagsChanged())


def _cards(done: Sequence[Done[Any]]) -> int:
    return len(set().union(*(one.after for one in done)))


_ACTS = {REMARK.field: Audited.REMARK_EDITED, TAGS.field: Audited.TAGS_EDITED}


def _entry(kind: Kind[V], done: Done[V], how: str | None) -> Entry | None:
    """What the audit tells of an edit; `how` says that it was taken back or done again."""
    if not done.after:
        return None
    body = edited(done.iccids, done.before, done.after)
    subject = next(iter(done.iccids.values()), "") if len(done.after) == 1 else ""
    return Entry(_ACTS[kind.field], subject, body if how is None else {**body, "by": how})


def _joined(kept: Collection[str], added: Collection[str]) -> Tags:
    return tuple(sorted({*kept, *added}))


def _check_tags(before: Mapping[int, object], after: Mapping[int, object], limit: int) -> None:
    """A card may keep more tags than allowed, as the provider told them, but get no more."""
    over = [
        card_id
        for card_id, tags in after.items()
        if isinstance(tags, tuple) and len(tags) > max(limit, _count(before[card_id]))
    ]
    if over:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP(
                    "trade", "Cards that would have more than {limit} tags: {count}."
                ),
                count=f"{len(over):,}",
                limit=limit,
            ),
            text(QT_TRANSLATE_NOOP("trade", "Remove other tags first; nothing was changed.")),
        )


def _count(tags: object) -> int:
    return len(tags) if isinstance(tags, tuple) else 0
