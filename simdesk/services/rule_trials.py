"""Trying a rule on the past: which cards would have fired when, and what cannot be known of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from simdesk.models.periods import local
from simdesk.models.rule_days import lets_notify, pool_cycle_begins
from simdesk.models.rule_words import measured_text
from simdesk.models.rules import (
    ExpiresWithin,
    GroupKind,
    PoolShare,
    RuleDraft,
    StatusBecomes,
    TierShare,
)
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.pool_days import Progress, pool_percents, tier_of_pool
from simdesk.services.storage import rule_history
from simdesk.services.storage.database import Database
from simdesk.services.storage.rule_history import Trial


@dataclass(frozen=True, slots=True)
class TrialDay:
    """A day on which a rule would have fired on `cards`, and told of `told` of them.

    Of a pool both are 1 or 0 and `percent` is what was used of it.
    """

    day: date
    cards: int
    told: int
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class TrialCard:
    """A card that would have fired: when first, on how many days, how often it was told of."""

    card_id: int
    first: date
    days: int
    told: int
    measured: Text


@dataclass(frozen=True, slots=True)
class TrialResult:
    """What a rule would have done on every day from `first` to `last`.

    `watched` cards are in its group today, `fired` of them met its condition on some day. `notes`
    say what history cannot know. `days` is empty where it knows nothing at all.
    """

    draft: RuleDraft
    first: date
    last: date
    watched: int
    fired: int
    days: tuple[TrialDay, ...]
    notes: tuple[Text, ...]
    trial: Trial | None = None

    @property
    def notifications(self) -> int:
        """How many notifications there would have been: one for each day that tells of cards."""
        return sum(one.told > 0 for one in self.days)

    def ids(self, day: date | None = None) -> tuple[int, ...]:
        """The cards that would have fired on `day`, or on any day; none of a pool."""
        return () if self.trial is None else self.trial.ids_on(self._place(day))

    def cards(self, limit: int, day: date | None = None) -> tuple[TrialCard, ...]:
        """The first cards that would have fired, on `day` or on any, in the order they did."""
        rows = [] if self.trial is None else self.trial.first_rows(limit, self._place(day))
        return tuple(
            TrialCard(
                card_id,
                self.first + timedelta(days=begun),
                days,
                told,
                measured_text(self.draft.condition, measured),
            )
            for card_id, begun, days, told, measured in rows
        )

    def _place(self, day: date | None) -> int | None:
        return None if day is None else (day - self.first).days


class RuleTrials:
    """Reads the past in portions of cards; cancelling the awaiting task stops within one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def run(
        self, draft: RuleDraft, first: date, last: date, progress: Progress | None = None
    ) -> TrialResult:
        """Try a checked draft on the days from `first` to `last`, both included."""
        if isinstance(draft.condition, PoolShare):
            return await self._pool(draft, draft.condition, first, last, progress)
        ids = await self._database.read(partial(rule_history.ids_of_group, group=draft.group))
        trials = []
        for start in range(0, len(ids), rule_history.PORTION):
            portion = ids[start : start + rule_history.PORTION]
            job = partial(
                rule_history.try_portion, draft=draft, ids=portion, first=first, last=last
            )
            trials.append(await self._database.read(job))
            if progress is not None:
                progress(start + len(portion), len(ids))
        whole = rule_history.joined(trials, (last - first).days + 1)
        days = tuple(
            TrialDay(first + timedelta(days=place), fired, told)
            for place, (fired, told) in enumerate(whole.by_day())
        )
        since = await self._database.read(rule_history.observed_since)
        observed = None if since is None else local(since).date()
        notes = (*_group_notes(draft), *_card_notes(draft, whole, first, observed))
        fired = len(whole.ids)
        return TrialResult(draft, first, last, len(ids), fired, days, notes, whole)

    async def _pool(
        self,
        draft: RuleDraft,
        condition: PoolShare,
        first: date,
        last: date,
        progress: Progress | None,
    ) -> TrialResult:
        voucher = draft.group.value
        if tier_of_pool(voucher) is None:
            note = text(
                QT_TRANSLATE_NOOP(
                    "trade",
                    "Of the pool of {voucher} no daily figures are kept: nothing can be said.",
                ),
                voucher=voucher,
            )
            return TrialResult(draft, first, last, 0, 0, (), (note,))
        percents = await pool_percents(self._database, voucher, first, last, progress)
        days: list[TrialDay] = []
        told_on: date | None = None
        for place, percent in enumerate(percents):
            day = first + timedelta(days=place)
            fires = percent is not None and percent >= condition.percent
            tells = fires and lets_notify(draft.push, pool_cycle_begins(day), day, told_on)
            told_on = day if tells else told_on
            days.append(TrialDay(day, int(fires), int(tells), percent))
        note = text(
            QT_TRANSLATE_NOOP(
                "trade", "The pool is counted from the stored days of its cards of today."
            )
        )
        fired = int(any(one.cards for one in days))
        return TrialResult(draft, first, last, 1, fired, tuple(days), (note,))


def _group_notes(draft: RuleDraft) -> tuple[Text, ...]:
    match draft.group.kind:
        case GroupKind.TAG:
            said = QT_TRANSLATE_NOOP(
                "trade", "The cards are those that carry the tag today, whoever carried it then."
            )
        case GroupKind.VOUCHER:
            said = QT_TRANSLATE_NOOP("trade", "The cards are those of the voucher today.")
        case GroupKind.ALL:
            return ()
    return (text(said),)


def _card_notes(
    draft: RuleDraft, trial: Trial, first: date, observed: date | None
) -> tuple[Text, ...]:
    found: list[Text] = []
    if isinstance(draft.condition, StatusBecomes | ExpiresWithin):
        found.append(_observed_note(first, observed))
    else:
        if trial.unknown:
            said = QT_TRANSLATE_NOOP(
                "trade", "Of {count} card(s) some days are not known; these count as nothing used."
            )
            found.append(text(said, count=trial.unknown))
        if trial.uneven:
            said = QT_TRANSLATE_NOOP(
                "trade",
                "Of {count} card(s) the provider counts the cycle otherwise than by these days.",
            )
            found.append(text(said, count=trial.uneven))
        if isinstance(draft.condition, TierShare):
            found.append(_tier_note(trial.retiered))
    return tuple(found)


def _observed_note(first: date, observed: date | None) -> Text:
    if observed is None:
        return text(QT_TRANSLATE_NOOP("trade", "No sync has observed a change yet."))
    if observed > first:
        return text(
            QT_TRANSLATE_NOOP("trade", "Before {day} no sync observed changes."), day=observed
        )
    return text(QT_TRANSLATE_NOOP("trade", "Changes count on the day a sync observed them."))


def _tier_note(retiered: int) -> Text:
    if retiered:
        return text(
            QT_TRANSLATE_NOOP(
                "trade", "Shares are of the tiers of today; {count} card(s) had another one then."
            ),
            count=retiered,
        )
    return text(QT_TRANSLATE_NOOP("trade", "Shares are of the tiers of today."))
