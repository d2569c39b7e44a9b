"""A sheet that came back, beside the desk: its preview, and the ways to do what it wants."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from simdesk.models.action import Action
from simdesk.models.bringing_back import LIMIT, REMARK, TAGS, BroughtBack, WishedAct
from simdesk.models.operations import ActRequest, LimitRequest
from simdesk.models.sheet_fields import WISH
from simdesk.models.sheet_lines import LineKind, LineQuestion, SheetLine
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.models.usage import KB_PER_MB
from simdesk.models.wishes import wish_of
from simdesk.services.bringing_back_rules import MOVED_ON
from simdesk.services.edits import LocalEdits
from simdesk.services.storage import edit_store, sheet_returns
from simdesk.services.storage.codec import from_lines
from simdesk.services.storage.database import Database
from simdesk.services.storage.edit_store import Swap
from simdesk.services.storage.sheet_lines import LineStore
from simdesk.services.told_lines import ToldLines

_ONE = QT_TRANSLATE_NOOP("trade", "1 card from a spreadsheet")
_MANY = QT_TRANSLATE_NOOP("trade", "{count} cards from a spreadsheet")
_ORDER = {action: place for place, action in enumerate(Action)}


class Returning(ToldLines):
    """What a sheet wants of the desk, its lines by row. Nothing is done by itself."""

    def __init__(
        self, found: BroughtBack, lines: LineStore, database: Database, edits: LocalEdits
    ) -> None:
        """Use `BringingBack.look`."""
        super().__init__(lines)
        self.found = found
        self._database = database
        self._edits = edits

    async def local_cards(self, *, moved: bool = False) -> int:
        """How many cards `keep` would change."""
        remarks, tags = await asyncio.to_thread(self._swaps, moved)
        return len(remarks.want.keys() | tags.want.keys())

    async def keep(self, *, moved: bool = False) -> int:
        """Write remarks and tags into the desk: one transaction, one step of undo.

        With `moved` also those of cards that only the provider changed since: of the conflicts
        these lose nothing. What was edited here since the look is left alone. Returns how many
        cards changed. Raises KnownError for what the disk does; then nothing is changed.
        """
        remarks, tags = await asyncio.to_thread(self._swaps, moved)
        count = len(remarks.want.keys() | tags.want.keys())
        label = text(_ONE) if count == 1 else text(_MANY, count=f"{count:,}")
        return await self._edits.swap_all([remarks, tags], label)

    async def acts(self) -> tuple[WishedAct, ...]:
        """What is to be asked of the provider, by act and its parameters.

        Each is for `OperationService.preview`, one after the other: while one is under way for a
        card, the next is blocked for it. A new limit resumes as the card's old one does.
        """
        limits, wishes = await asyncio.to_thread(self._wanted)
        job = partial(sheet_returns.without_restoring, ids=limits)
        fixed = await self._database.read(job) if limits else frozenset()
        for card_id, limit in limits.items():
            wishes[LimitRequest(limit // KB_PER_MB, card_id not in fixed)].append(card_id)
        acts = [WishedAct(request, tuple(ids)) for request, ids in wishes.items()]
        return tuple(sorted(acts, key=lambda act: (_ORDER[act.request.action], repr(act.request))))

    # On a thread

    def _swaps(self, moved: bool) -> tuple[Swap[str], Swap[edit_store.Tags]]:
        had: dict[int, str] = {}
        remarks: dict[int, str] = {}
        for card_id, line in self._kept(REMARK, moved):
            had[card_id], remarks[card_id] = str(line.before or ""), str(line.after or "")
        carried: dict[int, edit_store.Tags] = {}
        tags: dict[int, edit_store.Tags] = {}
        for card_id, line in self._kept(TAGS, moved):
            carried[card_id] = from_lines(str(line.before or ""))
            tags[card_id] = from_lines(str(line.after or ""))
        return Swap(edit_store.REMARK, had, remarks), Swap(edit_store.TAGS, carried, tags)

    def _wanted(self) -> tuple[dict[int, int], dict[ActRequest, list[int]]]:
        """Limits in KB by card, and cards by wished act."""
        limits = {card_id: int(line.after or 0) for card_id, line in self._changes(LIMIT)}
        wishes: dict[ActRequest, list[int]] = defaultdict(list)
        for card_id, line in self._changes(WISH):
            wishes[wish_of(str(line.after))].append(card_id)
        return limits, wishes

    def _kept(self, name: str, moved: bool) -> Iterator[tuple[int, SheetLine]]:
        yield from self._changes(name)
        for card_id, line in self._changes(name, LineKind.CONFLICT) if moved else ():
            if line.reason == MOVED_ON:
                yield card_id, line

    def _changes(
        self, name: str, kind: LineKind = LineKind.CHANGE
    ) -> Iterator[tuple[int, SheetLine]]:
        for line in self._lines.all(LineQuestion(kind, name), {}):
            if line.card_id is not None:
                yield line.card_id, line
