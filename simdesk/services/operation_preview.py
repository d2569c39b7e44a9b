"""What an act would do to a selection: judged by groups of like cards, priced once per voucher."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial

from simdesk.models.action import Action
from simdesk.models.actions import ActionKey, Blocked, Verdict, verdict
from simdesk.models.capabilities import Capabilities
from simdesk.models.errors import KnownError
from simdesk.models.operations import (
    ActRequest,
    AddOnRequest,
    BlockedGroup,
    LimitRequest,
    Preview,
    PricedGroup,
    RenewRequest,
    Request,
)
from simdesk.models.orders import ADD_ON_QUANTITIES, Money, Offers
from simdesk.models.periods import ZONE, last_second, local, renewed_expiry
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.voucher import Carrier, PlanType
from simdesk.services.calls import Calls
from simdesk.services.operation_prices import price_of
from simdesk.services.storage import journal_plan, listing_store
from simdesk.services.storage.database import Database
from simdesk.services.storage.journal_plan import CardGroup, Part

_UNSETTLED = text(QT_TRANSLATE_NOOP("trade", "An operation on it is not settled yet."))
_UNLISTED = text(QT_TRANSLATE_NOOP("trade", "The desk does not know this card."))
_NO_SUB_CARDS = text(QT_TRANSLATE_NOOP("trade", "Only smart cards have sub-cards to name."))
_OTHER_SUB_CARDS = text(QT_TRANSLATE_NOOP("trade", "The named sub-cards are not its own."))
_NOT_SOLD = text(QT_TRANSLATE_NOOP("trade", "The provider does not sell this for its plan."))
_DEARER = text(QT_TRANSLATE_NOOP("trade", "The price has risen since the preview."))
_LOOK_AGAIN = text(
    QT_TRANSLATE_NOOP("trade", "Nothing was sent. Look at the preview with the new price.")
)
_FINAL = text(QT_TRANSLATE_NOOP("trade", "An account cancellation cannot be undone."))
_ENDS_WITH_PLAN = text(
    QT_TRANSLATE_NOOP("trade", "An add-on package ends with the plan that runs now.")
)
_LATE = QT_TRANSLATE_NOOP(
    "trade",
    "The provider's answer is not the end of it: each card is read back, which may take"
    " {minutes} minutes or more.",
)


_PlanKey = tuple[str, int | None, str | None]
"""A voucher, when its plan expires, until when it runs."""


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A selection sorted out; ids keep the order they were found in."""

    requested: int
    eligible: Mapping[_PlanKey, tuple[int, ...]]
    blocked: dict[Text, tuple[int, ...]]
    cautions: tuple[Text, ...]
    versions: dict[int, int]


@dataclass
class _Sorting:
    """A selection that is being sorted out."""

    requested: int = 0
    eligible: dict[_PlanKey, list[int]] = field(default_factory=dict)
    blocked: dict[Text, list[int]] = field(default_factory=dict)
    cautions: dict[Text, None] = field(default_factory=dict)
    versions: dict[int, int] = field(default_factory=dict)

    def block(self, reason: Text, ids: Iterable[int]) -> None:
        self.blocked.setdefault(reason, []).extend(ids)

    def ended(self) -> _Sorted:
        """Nothing comes any more; the tuples are made here, and not where the window would wait."""
        return _Sorted(
            self.requested,
            {key: tuple(ids) for key, ids in self.eligible.items()},
            {why: tuple(ids) for why, ids in self.blocked.items() if ids},
            tuple(self.cautions),
            self.versions,
        )


class Previewer:
    """Asks the desk what would happen, and the provider what it costs."""

    def __init__(
        self,
        database: Database,
        calls: Calls,
        now: Callable[[], datetime],
        seconds_for: Callable[[int], float],
    ) -> None:
        """`seconds_for` tells how long so many sends take."""
        self._database = database
        self._calls = calls
        self._now = now
        self._seconds_for = seconds_for

    async def preview(self, request: ActRequest, ids: Sequence[int]) -> Preview:
        """Sort `ids` (each once) into eligible and blocked, with prices and expiries.

        Raises KnownError for a request no card could take, ProviderFault when prices cannot be
        read.
        """
        _check(request)
        moment = self._now()
        today = local(moment).date()
        found = await self._sorted(request, ids, today)
        priced = await self._priced(request, found, today)
        sends = sum(len(group.card_ids) for group in priced)
        capabilities = self._calls.capabilities
        return Preview(
            request=request,
            requested=found.requested,
            eligible=tuple(priced),
            blocked=tuple(BlockedGroup(why, them) for why, them in found.blocked.items()),
            versions=found.versions,
            total=_total(priced),
            cautions=(*found.cautions, *_cautions(request, capabilities)) if sends else (),
            frozen_at=moment,
            seconds=self._seconds_for(sends),
        )

    async def check_prices(self, preview: Preview) -> None:
        """Ask for the prices anew. Raises KnownError where one has risen, ProviderFault."""
        sample = {
            group.voucher: group.card_ids[0]
            for group in preview.eligible
            if group.price is not None
        }
        offers = await self._offers(sample)
        for group in preview.eligible:
            if group.price is None:
                continue
            now = price_of(preview.request, offers[group.voucher])
            if not group.price.covers(None if now is None else now[0]):
                raise KnownError(_DEARER, _LOOK_AGAIN)

    async def offers_of(self, ids: Sequence[int]) -> dict[str, tuple[int, Offers]]:
        """For each voucher that can be topped up: its cards among `ids`, and what is offered."""
        today = local(self._now()).date()
        sample, cards = await self._database.read(
            lambda connection: self._vouchers(
                journal_plan.parts(connection, ids, today, expiry=False, running=False), today
            )
        )
        offers = await self._offers(sample)
        return {voucher: (count, offers[voucher]) for voucher, count in cards.items()}

    def _vouchers(
        self, parts: Iterable[Part], today: date
    ) -> tuple[dict[str, int], dict[str, int]]:
        """A card and the number of cards for each voucher that can be topped up."""
        sample: dict[str, int] = {}
        cards: dict[str, int] = {}
        for group in (group for part in parts for group in part.groups):
            if group.unsettled or not self._can_top_up(group, today):
                continue
            sample.setdefault(group.voucher, group.card_ids[0])
            cards[group.voucher] = cards.get(group.voucher, 0) + len(group.card_ids)
        return sample, cards

    def _can_top_up(self, group: CardGroup, today: date) -> bool:
        key = _key(group)
        asked = (Action.RENEW, Action.ADD_ON)
        rulings = (verdict(key, action, self._calls.capabilities, today) for action in asked)
        return any(not isinstance(ruling, Blocked) for ruling in rulings)

    async def _sorted(self, request: ActRequest, ids: Sequence[int], today: date) -> _Sorted:
        action = request.action
        asked = partial(
            journal_plan.parts,
            ids=ids,
            today=today,
            msisdns=request.msisdns if isinstance(request, Request) else (),
            expiry=action.paid,
            running=action is Action.ADD_ON,
        )
        # On the reader's thread: the window's must not go through so many cards.
        return await self._database.read(
            lambda connection: self._sorted_out(action, asked(connection), today)
        )

    def _sorted_out(self, action: Action, parts: Iterable[Part], today: date) -> _Sorted:
        found = _Sorting()
        verdicts: dict[ActionKey, Verdict] = {}
        unlisted: list[int] = []
        for part in parts:
            found.requested += len(part.ids)
            unknown = set(part.ids)
            for group in part.groups:
                unknown.difference_update(group.card_ids)
                if part.named is not None:
                    self._place_named(found, group, action, part.named, today)
                    continue
                key = _key(group)
                ruling = verdicts.get(key)
                if ruling is None:
                    ruling = verdicts[key] = verdict(key, action, self._capabilities, today)
                _place(found, group, ruling, action)
            unlisted += [one for one in part.ids if one in unknown]
        found.block(_UNLISTED, unlisted)
        return found.ended()

    def _place_named(
        self,
        found: _Sorting,
        group: CardGroup,
        action: Action,
        named: Mapping[int, tuple[int, ...]],
        today: date,
    ) -> None:
        """A named sub-card is judged by its own status, not by its card's (domain.md 6.1)."""
        for card_id in group.card_ids:
            ruling: Verdict = Blocked(_OTHER_SUB_CARDS)
            if group.carrier != Carrier.VNO:
                ruling = Blocked(_NO_SUB_CARDS)
            elif card_id in named:
                rulings = [
                    verdict(_key(replace(group, specific=one)), action, self._capabilities, today)
                    for one in named[card_id] or (group.specific,)
                ]
                blocked = (one for one in rulings if isinstance(one, Blocked))
                ruling = next(blocked, rulings[0])
            _place(found, replace(group, card_ids=(card_id,)), ruling, action)

    @property
    def _capabilities(self) -> Capabilities:
        return self._calls.capabilities

    async def _priced(self, request: ActRequest, found: _Sorted, today: date) -> list[PricedGroup]:
        prices: Mapping[str, tuple[Money, int] | None] = {}
        if request.action.paid:
            sample = {voucher: ids[0] for (voucher, _, _), ids in found.eligible.items()}
            offers = await self._offers(sample)
            prices = {voucher: price_of(request, offers[voucher]) for voucher in sample}
        groups: list[PricedGroup] = []
        for (voucher, expires, running), ids in found.eligible.items():
            price = prices.get(voucher)
            if request.action.paid and price is None:
                found.blocked[_NOT_SOLD] = found.blocked.get(_NOT_SOLD, ()) + ids
                for card_id in ids:
                    del found.versions[card_id]
                continue
            before = None if expires is None else datetime.fromtimestamp(expires, ZONE)
            after = _expires_after(request, before, running, price, today)
            if price is None:
                groups.append(PricedGroup(ids, voucher, None))
            else:
                groups.append(PricedGroup(ids, voucher, price[0], before, after))
        return groups

    async def _offers(self, sample: Mapping[str, int]) -> dict[str, Offers]:
        job = partial(listing_store.refs_of, ids=list(sample.values()))
        refs = await self._database.read(job)
        return {
            voucher: await self._calls.offers(refs[card_id]) for voucher, card_id in sample.items()
        }


def _check(request: ActRequest) -> None:
    if request.action.local:
        raise ValueError(f"{request.action} is not an act at the provider")
    if isinstance(request, LimitRequest) and request.limit_mb < 0:
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "A usage limit is a whole number of MB, 0 for none."))
        )
    if isinstance(request, AddOnRequest) and request.quantity not in ADD_ON_QUANTITIES:
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "Add-on packages are sold 1, 2 or 3 at a time."))
        )


def _key(group: CardGroup) -> ActionKey:
    return ActionKey(
        SpecificStatus.of(group.specific),
        PlanType(group.plan_type),
        group.carrier == Carrier.VNO,
        group.auto_renew,
        group.cancellation_due,
    )


def _place(found: _Sorting, group: CardGroup, ruling: Verdict, action: Action) -> None:
    if isinstance(ruling, Blocked):
        found.block(ruling.reason, group.card_ids)
        return
    if group.unsettled:
        found.block(_UNSETTLED, group.card_ids)
        return
    ids = group.card_ids
    if ruling.caution is not None:
        found.cautions[ruling.caution] = None
    key = (
        group.voucher,
        group.expires_at if action.paid else None,
        group.running_until if action is Action.ADD_ON else None,
    )
    found.eligible.setdefault(key, []).extend(ids)
    found.versions.update(dict.fromkeys(ids, group.version))


def _expires_after(
    request: ActRequest,
    before: datetime | None,
    running: str | None,
    price: tuple[Money, int] | None,
    today: date,
) -> datetime | None:
    if price is None or before is None:
        return None
    if isinstance(request, RenewRequest):
        return renewed_expiry(before, price[1], today)
    # An add-on dies with the plan that runs now, not with one queued behind it (domain.md 9, 16).
    return before if running is None else min(before, last_second(date.fromisoformat(running)))


def _total(groups: Sequence[PricedGroup]) -> Money | None:
    total: Money | None = None
    for group in groups:
        if group.price is not None:
            part = group.price.times(len(group.card_ids))
            total = part if total is None else total + part
    return total


def _cautions(request: ActRequest, capabilities: Capabilities) -> Iterator[Text]:
    if request.action.irreversible:
        yield _FINAL
    if request.action is Action.ADD_ON:
        yield _ENDS_WITH_PLAN
    if not capabilities.answers_final:
        yield text(_LATE, minutes=math.ceil(capabilities.late_effect.total_seconds() / 60))
