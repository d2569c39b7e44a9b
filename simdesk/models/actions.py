"""What may be done to which card: the one table of permitted actions (domain.md 2.5).

Buttons, services, the simulator and tests all ask `verdict`; a selection is judged once per key.
"""

from dataclasses import dataclass
from datetime import date

from simdesk.models.action import Action
from simdesk.models.capabilities import Capabilities
from simdesk.models.card import ActionKey
from simdesk.models.periods import cancellation_is_late
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.voucher import PlanType

__all__ = ["PERMITTED", "TOP_UP_OF_POOLS", "ActionKey", "Allowed", "Blocked", "Verdict", "verdict"]


@dataclass(frozen=True, slots=True)
class Allowed:
    """The action may be asked for; `caution` is what the operator must know first."""

    caution: Text | None = None


@dataclass(frozen=True, slots=True)
class Blocked:
    """The action may not be asked for, and why."""

    reason: Text


Verdict = Allowed | Blocked

# domain.md 2.5, a row an action: in which specific statuses it is permitted, for which plans.
# * is any plan, SC, SF, UP are families, - is never.
_PICTURE = """
action         10    20    100   150   130   200   300   400   500   600   700   40    50
suspend        -     -     *     *     -     -     -     -     -     -     -     -     -
resume         -     -     -     -     -     *     *     -     -     -     -     -     -
resume_use     -     -     -     -     *     -     -     -     *     -     -     -     -
force_activate -     SF    -     -     -     -     -     -     -     -     -     -     -
cancel         -     -     -     -     -     *     -     -     -     -     -     *     -
renew          -     -     SC,SF SC,SF -     SC,SF SF    SC,SF SC,SF SC,SF SC,SF SC,SF -
add_on         -     -     SC    SC    -     SC    -     SC    SC    -     -     -     -
usage_limit    SF,UP SF,UP SF,UP SF,UP -     SF,UP SF,UP SF,UP SF,UP SF,UP SF,UP -     -
auto_renew_on  SC,SF SC,SF SC,SF SC,SF -     SC,SF SC,SF SC,SF SC,SF SC,SF SC,SF SC,SF -
auto_renew_off SC,SF SC,SF SC,SF SC,SF -     SC,SF SC,SF SC,SF SC,SF SC,SF SC,SF SC,SF -
auto_rebind    *     *     *     *     *     *     *     *     *     *     *     *     -
tag            *     *     *     *     *     *     *     *     *     *     *     *     -
remark         *     *     *     *     *     *     *     *     *     *     *     *     -
export         *     *     *     *     *     *     *     *     *     *     *     *     *
"""


def _family(plan_type: PlanType) -> str:
    if plan_type.single_card:
        return "SC"
    return "SF" if plan_type.same_tier else "UP"


def _read_picture() -> dict[Action, dict[SpecificStatus, frozenset[str]]]:
    header, *rows = (line.split() for line in _PICTURE.strip().splitlines())
    statuses = [SpecificStatus(int(code)) for code in header[1:]]
    return {
        Action(row[0]): dict(zip(statuses, map(_families, row[1:]), strict=True)) for row in rows
    }


def _families(cell: str) -> frozenset[str]:
    if cell == "*":
        return frozenset({"SC", "SF", "UP"})
    return frozenset(cell.split(",")) - {"-"}


PERMITTED = _read_picture()
"""For each action and specific status, the plan families (SC, SF, UP) it is permitted for."""


def verdict(key: ActionKey, action: Action, capabilities: Capabilities, today: date) -> Verdict:
    """Whether `action` may be asked for on a card with this key, and why not (domain.md 2.5).

    `today` is the provider's business date: from the 20th on a cancellation is cautioned.
    """
    reason = _obstacle(key, action, capabilities)
    if reason is not None:
        return Blocked(reason)
    if action is Action.CANCEL and cancellation_is_late(today):
        return Allowed(
            text(
                QT_TRANSLATE_NOOP(
                    "trade",
                    "A cancellation asked from the 20th on finishes next month, which is charged.",
                )
            )
        )
    return Allowed()


REVIEWED = text(QT_TRANSLATE_NOOP("trade", "This is a spreadsheet opened for review."))
"""Why nothing can be done to the cards of a review."""


def _obstacle(key: ActionKey, action: Action, capabilities: Capabilities) -> Text | None:
    if action is Action.EXPORT:
        return None
    if capabilities.review:
        return REVIEWED
    if not action.local and action not in capabilities.actions:
        return text(QT_TRANSLATE_NOOP("trade", "This provider does not offer it."))
    if key.specific is None:
        unknown = text(QT_TRANSLATE_NOOP("trade", "SimDesk does not know this card's status."))
        return None if action.local else unknown
    if key.specific is SpecificStatus.CANCELLED:
        return text(QT_TRANSLATE_NOOP("trade", "The card's account is cancelled."))
    if key.cancellation_due and not action.local:
        return text(QT_TRANSLATE_NOOP("trade", "Its cancellation is already under way."))
    if _family(key.plan_type) not in PERMITTED[action][key.specific]:
        return _why_not(key.specific, key.plan_type, action)
    return _already(key, action)


def _already(key: ActionKey, action: Action) -> Text | None:
    if action is Action.AUTO_RENEW_ON and key.auto_renew:
        return text(QT_TRANSLATE_NOOP("trade", "Auto-renew is already on."))
    if action is Action.AUTO_RENEW_OFF and not key.auto_renew:
        return text(QT_TRANSLATE_NOOP("trade", "Auto-renew is already off."))
    return None


TOP_UP_OF_POOLS = QT_TRANSLATE_NOOP(
    "trade",
    "Top-up does not apply to pooled plans: add cards or enlarge the pool.",
)
"""The one reason with a way out of its own: buying for the pool (domain.md 3.2)."""
_PLAN_REASONS = {
    Action.FORCE_ACTIVATE: QT_TRANSLATE_NOOP(
        "trade", "Only inactive cards of same-tier pools can be force activated."
    ),
    Action.RENEW: TOP_UP_OF_POOLS,
    Action.ADD_ON: QT_TRANSLATE_NOOP(
        "trade", "Add-on packages are sold for single-card plans only."
    ),
    Action.USAGE_LIMIT: QT_TRANSLATE_NOOP(
        "trade", "Usage limits apply to same-tier and pooled plans only."
    ),
    Action.AUTO_RENEW_ON: QT_TRANSLATE_NOOP("trade", "Pooled plans have no expiry to renew."),
    Action.AUTO_RENEW_OFF: QT_TRANSLATE_NOOP("trade", "Pooled plans have no expiry to renew."),
}
_STATUS_REASONS = {
    Action.SUSPEND: QT_TRANSLATE_NOOP(
        "trade", "Only a card in use can be suspended; its status is {status}."
    ),
    Action.RESUME: QT_TRANSLATE_NOOP(
        "trade",
        "Resume lifts a manual or usage-limit suspension only; its status is {status}.",
    ),
    Action.RESUME_USE: QT_TRANSLATE_NOOP(
        "trade", "Resume Use lifts a device-change suspension only; its status is {status}."
    ),
    Action.FORCE_ACTIVATE: QT_TRANSLATE_NOOP(
        "trade", "Only an inactive card can be force activated; its status is {status}."
    ),
    Action.CANCEL: QT_TRANSLATE_NOOP(
        "trade",
        "Only Stopped or Manually Deactivated cards can be cancelled; its status is {status}.",
    ),
}


def _why_not(status: SpecificStatus, plan_type: PlanType, action: Action) -> Text:
    family = _family(plan_type)
    if action in _PLAN_REASONS and not any(family in row for row in PERMITTED[action].values()):
        return text(_PLAN_REASONS[action])
    source = _STATUS_REASONS.get(
        action, QT_TRANSLATE_NOOP("trade", "Not possible while it is {status}.")
    )
    return text(source, status=status.label)
