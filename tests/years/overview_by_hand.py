"""The Overview's numbers from a world's own books, card by card, by no code of the desk's.

Everything is told as `{place: value}`, so that two tellings can be laid side by side.
"""

import calendar
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from simdesk.models.monthly_cost import Cost
from simdesk.models.overview import Ahead, Overview
from simdesk.models.overview import Counter as Alert
from simdesk.models.periods import Month
from simdesk.models.status import Base, CardState, Hold
from simdesk.services.providers.simulator import moments
from simdesk.services.providers.simulator.truth import CardTruth, truth_of
from simdesk.services.providers.simulator.world import World

Told = dict[str, object]
STATUSES = {10: "TESTABLE", 20: "INACTIVE", 30: "IN_USE", 35: "SUSPENDED", 40: "STOPPED",
            50: "CANCELLED"}  # fmt: skip
STOPS = {500: "DEVICE_CHANGE", 400: "CREDIT_CONTROL", 700: "ABNORMAL", 300: "USAGE_LIMIT",
         600: "REAL_NAME", 200: "MANUAL", 40: "STOPPED"}  # fmt: skip
FAMILIES = ("SC", "SF", "UP")
AHEAD = timedelta(days=31)
MONTHS_READ = 5
"""Ninety days reach into no more months."""
# Fen for a GB outside the plan: same-tier and pooled, by carrier; of CM's same-tier a started MB.
PER_GB = {"CT": 200, "CU": 400, "CM": 300}
CM_PER_MB = 20
MB, GB = 1024, 1024 * 1024


@dataclass(frozen=True)
class Books:
    """A world at one moment: its cards, the price of a month by voucher, the ends of silences.

    `pooled_kb` is what was bought for each pooled voucher, less what earlier months used.
    """

    today: date
    cards: tuple[CardTruth, ...]
    month_prices: Mapping[str, int]
    silent_until: Mapping[str, date]
    pooled_kb: Mapping[str, int]


def books_of(world: World) -> Books:
    """Read a world's books; must be called in its thread."""
    today = moments.day_of(world.today)
    told = truth_of(world, usage_from=Month.of(today).plus(1 - MONTHS_READ), history=False)
    silences = world.rows.execute(
        "SELECT c.iccid, s.silent_until FROM card c JOIN state s ON s.card = c.id"
    )
    vouchers = [row.voucher for row in world.reader.vouchers.values()]
    prices = world.till.prices
    return Books(
        today,
        tuple(told.cards.values()),
        {one.text: prices.month(one).minor for one in vouchers},
        {iccid: moments.day_of(day) for iccid, day in silences if day},
        dict(
            world.rows.execute(
                "SELECT v.words, p.bought_kb - p.spent_kb FROM pool p"
                " JOIN voucher v ON v.id = p.voucher"
            )
        ),
    )


def told_by_hand(books: Books) -> Told:
    """All numbers, dates and sums of the Overview."""
    told: Told = {"cards": len(books.cards)}
    told |= _shares(books)
    told |= _risks(books)
    told |= _cancellable(books)
    told |= _ahead("auto_cancels", _auto_cancels(books))
    told |= _ahead("silent_ends", _silences(books))
    told |= _pools(books)
    told |= _idle(books)
    return told


def _code(state: CardState) -> int:
    if state.base is Base.ACTIVE:
        return max((hold.value for hold in state.holds), default=100)
    if state.base is Base.TESTABLE and Hold.DEVICE in state.holds:
        return 130
    return state.base.value


def specific(card: CardTruth) -> int:
    """What the card shows, from its state and its channels'."""
    if not card.subs:
        return _code(card.state)
    codes = {_code(sub) for sub in card.subs}
    if len(codes) == 1:
        return codes.pop()
    return 150 if 100 in codes else max(codes - {50})


def status(card: CardTruth) -> int:
    code = specific(card)
    if code in (100, 150):
        return 30
    return 35 if code == 130 or code >= 200 else code


def family(card: CardTruth) -> str:
    return card.facts.voucher.split("_")[1][:2]


def _shares(books: Books) -> Told:
    counts = Counter(status(card) for card in books.cards)
    return {f"status {name}": counts[code] for code, name in STATUSES.items()}


def _alert(name: str, cards: list[CardTruth]) -> Told:
    counts = Counter(map(family, cards))
    return {name: (len(cards), *(counts[one] for one in FAMILIES))}


def _risks(books: Books) -> Told:
    told: Told = {}
    for code, name in STOPS.items():
        told |= _alert(name, [card for card in books.cards if specific(card) == code])
    told |= _alert("stopped", [card for card in books.cards if specific(card) in STOPS])
    week = [card for card in books.cards if 0 <= _days_to_expiry(card, books.today) <= 7]
    week = [card for card in week if card.state.base is Base.ACTIVE]
    told |= _alert("expiring", week)
    told["expiring unrenewed"] = sum(not card.facts.auto_renew for card in week)
    open_now = [card for card in books.cards if status(card) == 30 and family(card) == "SC"]
    left = [Fraction(c.facts.cycle_left_kb or 0, c.facts.tier_kb or 1) for c in open_now]
    told["left 10"] = sum(share <= Fraction(1, 10) for share in left)
    told["left 30"] = sum(Fraction(1, 10) < share <= Fraction(3, 10) for share in left)
    return told


def _days_to_expiry(card: CardTruth, today: date) -> int:
    expires = card.facts.expires_at
    return -1 if expires is None else (expires.date() - today).days


def _cancellable(books: Books) -> Told:
    cards = [
        card
        for card in books.cards
        if specific(card) in (40, 200) and not card.state.cancellation_due
    ]
    late = books.today.day >= 20
    following = (books.today.replace(day=1) + timedelta(days=32)).replace(day=20)
    deadline = following if late else books.today.replace(day=20)
    return {
        "cancellable": len(cards),
        "late": late,
        "days left": (deadline - books.today).days,
        **_cost("fee", cards, books),
    }


def _cost(name: str, cards: list[CardTruth], books: Books) -> Told:
    return {name: sum(books.month_prices[card.facts.voucher] for card in cards)}


def _auto_cancels(books: Books) -> Iterator[date]:
    for card in books.cards:
        if card.state.base is Base.STOPPED and not card.state.cancellation_due:
            assert card.stopped_on is not None
            yield _three_months_passed(card.stopped_on)


def _three_months_passed(stopped: date) -> date:
    year, month = stopped.year + (stopped.month + 2) // 12, (stopped.month + 2) % 12 + 1
    length = calendar.monthrange(year, month)[1]
    return date(year, month, min(stopped.day, length)) + timedelta(days=1)


def _silences(books: Books) -> Iterator[date]:
    for card in books.cards:
        if card.state.base is Base.INACTIVE:
            yield books.silent_until[card.facts.iccid]


def _ahead(name: str, days: Iterator[date]) -> Told:
    counts = Counter(days)
    return {name: sorted(counts.items())}


def _near(told: Told, today: date) -> Told:
    """Without the days that are further away than is told."""
    for name in ("auto_cancels", "silent_ends"):
        told[name] = [one for one in told[name] if one[0] <= today + AHEAD]  # type: ignore[attr-defined]
    return told


def usage_on(card: CardTruth, day: date) -> int | None:
    """KB of a day; None where nothing is known of it."""
    for one in card.usage:
        if (one.month.year, one.month.number) == (day.year, day.month):
            return one.days[day.day - 1]
    return None


def _idle(books: Books) -> Told:
    told: Told = {}
    for count in (7, 30, 90):
        since = books.today - timedelta(days=count)
        last = [books.today - timedelta(days=number) for number in range(1, count + 1)]
        idle = [
            card
            for card in books.cards
            if status(card) == 30
            and card.facts.activated_at is not None
            and card.facts.activated_at.date() <= since
            and all(usage_on(card, day) == 0 for day in last)
        ]
        told[f"idle {count}"] = len(idle)
        told |= _cost(f"idle {count} cost", idle, books)
    return told


def pools_used(books: Books) -> dict[str, tuple[int, int]]:
    """Active cards and KB used this month of every pool that ends with a month and has such cards.

    Yearly pools are left out: how their cycles add up is their provider's to tell.
    """
    pools: dict[str, list[CardTruth]] = defaultdict(list)
    for card in books.cards:
        if family(card) != "SC" and "_M_" in card.facts.voucher:
            pools[card.facts.voucher].append(card)
    found = {
        voucher: (
            sum(card.state.base is Base.ACTIVE for card in cards),
            sum(_used_this_month(card, books.today) for card in cards),
        )
        for voucher, cards in pools.items()
    }
    return {voucher: (active, used) for voucher, (active, used) in found.items() if active}


def _pools(books: Books) -> Told:
    told: Told = {}
    tiers = {card.facts.voucher: card.facts.tier_kb or 0 for card in books.cards}
    for voucher, (active, used) in pools_used(books).items():
        # What a pooled plan owes of earlier months was charged then.
        total = books.pooled_kb.get(voucher, active * tiers[voucher])
        outside = min(used, max(0, used - total))
        outlook = _straight_on(used, max(0, total - used), outside, books.today)
        if outlook is not None:
            told[f"pool {voucher}"] = (active, *outlook, _overage(voucher, outlook[1]))
    return told


def _used_this_month(card: CardTruth, today: date) -> int:
    """What a card brought into its pool's account: all since it was activated."""
    activated = card.facts.activated_at
    if activated is None:
        return 0
    first = max(today.replace(day=1), activated.date())
    passed = [first + timedelta(days=number) for number in range((today - first).days)]
    return sum(usage_on(card, day) or 0 for day in passed)


def _straight_on(used: int, left: int, outside: int, today: date) -> tuple[date | None, int] | None:
    """The first day outside the plan (None: past) and the KB outside when the month is over."""
    passed = today.day - 1
    if passed == 0:
        return None
    length = calendar.monthrange(today.year, today.month)[1]
    needed = {number: Fraction(used, passed) * (number - passed)
              for number in range(passed + 1, length + 1)}  # fmt: skip
    short = [number for number, kb in needed.items() if kb > left]
    if outside == 0 and not short:
        return None
    beyond = outside + (math.ceil(needed[length] - left) if short else 0)
    return None if outside else today.replace(day=short[0]), beyond


def _overage(voucher: str, outside_kb: int) -> int | None:
    carrier, plan, _, rate, _ = voucher.split("_", 4)
    if carrier == "AL":
        return None
    if rate == "1":
        fen = Fraction(outside_kb * 1000, GB)
    elif carrier == "CM" and plan in ("SF", "SFD"):
        return -(-outside_kb // MB) * CM_PER_MB
    else:
        fen = Fraction(outside_kb * PER_GB[carrier], GB)
    return int(fen + Fraction(1, 2))


def told_by_overview(overview: Overview) -> Told:
    """The same places, as the service told them."""
    risks, cancellable = overview.risks, overview.cancellable
    told: Told = {"cards": overview.cards.cards}
    for share in overview.shares:
        told[f"status {share.status.name if share.status else None}"] = share.figure.cards
    for reason, alert in risks.stops:
        told[reason.name] = _counts(alert)
    told["stopped"], told["expiring"] = _counts(risks.stopped), _counts(risks.expiring)
    told["expiring unrenewed"] = risks.expiring_unrenewed.cards
    told["left 10"], told["left 30"] = risks.left_10.cards, risks.left_30.cards
    told["cancellable"] = cancellable.figure.cards
    told["late"], told["days left"] = cancellable.window.late, cancellable.window.days_left
    told |= _money("fee", cancellable.fee)
    told["auto_cancels"] = _days(overview.auto_cancels)
    told["silent_ends"] = _days(overview.silent_ends)
    for pool in overview.pools:
        cost = None if pool.overage is None else pool.overage.minor
        forecast = (pool.forecast.runs_out, pool.forecast.outside_kb)
        told[f"pool {pool.voucher}"] = (pool.figure.cards, *forecast, cost)
    for idle in overview.idle:
        told[f"idle {idle.days}"] = idle.figure.cards
        told |= _money(f"idle {idle.days} cost", idle.cost)
    return told


def _counts(alert: Alert) -> tuple[int, ...]:
    parts = (alert.total, alert.single_card, alert.same_tier, alert.pooled)
    return tuple(part.cards for part in parts)


def _money(name: str, cost: Cost) -> Told:
    assert (cost.unpriced, cost.unasked) == (0, 0)
    assert all(one.currency == "CNY" for one in cost.amounts)
    return {name: sum(one.minor for one in cost.amounts)}


def _days(ahead: Ahead) -> list[tuple[date, int]]:
    assert ahead.figure.cards == sum(one.figure.cards for one in ahead.days)
    return [(one.day, one.figure.cards) for one in ahead.days]


def differences(overview: Overview, books: Books, *, pooled: bool) -> list[str]:
    """Every place where the two tell something else; of pooled plans only when `pooled`."""
    mine, theirs = told_by_overview(overview), _near(told_by_hand(books), books.today)
    return [
        f"{place}: {mine.get(place)} on the desk, {theirs.get(place)} in the books"
        for place in sorted(mine.keys() | theirs.keys())
        if mine.get(place) != theirs.get(place)
        and "_Y_" not in place
        and (pooled or "_UP" not in place)
    ]
