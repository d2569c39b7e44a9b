"""Why the provider says no: from a blocked verdict to its error code (domain.md 8)."""

from typing import Final

from simdesk.models.action import Action
from simdesk.models.actions import ActionKey, Blocked
from simdesk.models.outcomes import Refused
from simdesk.models.status import SpecificStatus

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
