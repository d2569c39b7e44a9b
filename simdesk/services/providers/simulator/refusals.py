"""Why the provider says no: from a blocked verdict to its error code (domain.md 8)."""

from typing import Final

from simdesk.models.action import Action
from simdesk.models.actions import ActionKey, Blocked
from simdesk.models.orders import Money
from simdesk.models.outcomes import Done, Outcome, Refused
from simdesk.models.status import SpecificStatus
from simdesk.services.providers.simulator.till import Receipt

CARD_DESTROY: Final = "linkcard.common.CardDestroy"
CARD_MISSING: Final = "linkcard.common.CardNotExist"
ONLY_UNUSED: Final = "linkcard.check.OnlyUnusedCanForceActivation"
SAME_FLOW_ONLY: Final = "linkcard.check.ForceActivationSameFlowCard"
RULE_POSITIVE: Final = "linkcard.check.RuleMustBePositiveInteger"
RULE_MAX: Final = "linkcard.check.RuleMaxValueLimit"
NO_TIER: Final = "DataLevelCanNotEmpty"
BUSINESS: Final = "linkcard.common.BusinessProcessError"
ILLEGAL_REQUEST: Final = "linkcard.system.IllegalRequest"
ILLEGAL_PARAMETER: Final = "IllegalParameter"
CALL_FAILED: Final = "linkcard.system.RPCInvokeError"
INTERNAL: Final = "Service.InternalError"
THROTTLING: Final = "Throttling.User"
NO_MONEY: Final = "simulator.InsufficientBalance"
PRICE_RAISED: Final = "simulator.PriceAboveApproval"
NO_VOUCHER: Final = "linkcard.common.CredentialNoNotExist"
_LIMIT_MB_BELOW: Final = 9_007_199_254_740_991

_BY_ACTION: Final = {Action.FORCE_ACTIVATE: ONLY_UNUSED}


def refused(key: ActionKey, action: Action, blocked: Blocked, offered: bool) -> Refused:
    """The provider's answer to an act that `verdict` blocks; `offered` if it knows the act."""
    return Refused(_code(key, action, offered), str(blocked.reason))


def _code(key: ActionKey, action: Action, offered: bool) -> str:
    if not offered:
        return ILLEGAL_REQUEST
    if key.specific is SpecificStatus.CANCELLED:
        return CARD_DESTROY
    if key.cancellation_due:
        return BUSINESS
    if action is Action.FORCE_ACTIVATE and not key.plan_type.same_tier:
        return SAME_FLOW_ONLY
    return _BY_ACTION.get(action, BUSINESS)


def of_limit(limit_mb: int) -> Refused | None:
    """Why a usage limit cannot be so high or so low; None where it can."""
    if limit_mb < 0:
        return Refused(RULE_POSITIVE, "FlowLimit must not be negative.")
    if limit_mb >= _LIMIT_MB_BELOW:
        return Refused(RULE_MAX, "FlowLimit is too large.")
    return None


def of_price(price: Money, approved: Money) -> Refused | None:
    """Whether the price is above what the operator saw."""
    if approved.covers(price):
        return None
    return Refused(PRICE_RAISED, f"The price is {price}, {approved} was approved.")


def unless_paid(receipt: Receipt) -> Outcome:
    """The answer to a purchase that has ended so."""
    if receipt.paid:
        return Done(receipt.number, receipt.price)
    return Refused(NO_MONEY, f"The balance does not cover order {receipt.number}.")
