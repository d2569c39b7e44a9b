"""Actions as a sheet wishes them: words in a cell, and the act they ask for (domain.md 2.5, 11)."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import PLAIN, ActRequest, RebindRequest, RenewRequest, Request
from simdesk.models.texts import QT_TRANSLATE_NOOP, shortened, text

MOST_PERIODS = 36
"""Billing cycles that a cell may ask a renewal for; what is sold is the provider's to say."""

_CHINESE: Mapping[Action, tuple[str, ...]] = MappingProxyType(
    {
        Action.SUSPEND: ("停用", "停机"),
        Action.RESUME: ("复用", "复机", "恢复"),
        Action.RESUME_USE: ("换绑复用", "恢复使用"),
        Action.FORCE_ACTIVATE: ("强制激活",),
        Action.CANCEL: ("销户", "申请销户", "cancel"),
        Action.RENEW: ("续费", "renew"),
        Action.AUTO_RENEW_ON: ("开启自动续费", "auto-renew on"),
        Action.AUTO_RENEW_OFF: ("关闭自动续费", "auto-renew off"),
        Action.AUTO_REBIND: ("自动换绑复用", "automatic rebind"),
    }
)
_ON = frozenset({"on", "yes", "开", "开启", "是"})
_OFF = frozenset({"off", "no", "关", "关闭", "否"})
_COUNTED = re.compile(r"(.*?)[\s:x×*]*([0-9]{1,4})(?: ?(?:cycles?|periods?|个周期))?")
_ELSEWHERE = {
    Action.USAGE_LIMIT: QT_TRANSLATE_NOOP(
        "trade", "Write the limit into the column “Usage limit (MB)” instead."
    ),
    Action.TAG: QT_TRANSLATE_NOOP("trade", "Write the tags into the column “Tags” instead."),
    Action.REMARK: QT_TRANSLATE_NOOP(
        "trade", "Write the remark into the column “Remarks” instead."
    ),
    Action.ADD_ON: QT_TRANSLATE_NOOP(
        "trade", "Buy it in the table of cards, where its sizes and prices are shown."
    ),
    Action.EXPORT: QT_TRANSLATE_NOOP("trade", "Export in the table of cards."),
}


def wish_words(request: ActRequest) -> str:
    """How a template offers this act, in English; `wish_of` reads it."""
    label = str(request.action.label)
    match request:
        case RenewRequest(periods=periods):
            return f"{label} {periods}"
        case RebindRequest(on=on):
            return f"{label} {'on' if on else 'off'}"
        case _:
            return label


def wish_of(words: str) -> ActRequest:
    """The act a cell asks for: an action's name, its English or Chinese label.

    A renewal has the number of billing cycles behind it, automatic rebind on or off. Raises
    KnownError for anything else, with what to write instead.
    """
    said = _plain(words)
    action = _NAMES.get(said)
    if action in PLAIN:
        return Request(action)
    counted = _COUNTED.fullmatch(said)
    if counted is not None and _NAMES.get(counted[1].strip()) is Action.RENEW:
        return _renewal(words, int(counted[2]))
    name, _, switch = said.rpartition(" ")
    if _NAMES.get(name) is Action.AUTO_REBIND and switch in _ON | _OFF:
        return RebindRequest(switch in _ON)
    raise _refusal(words, action)


def _renewal(words: str, periods: int) -> RenewRequest:
    if not 1 <= periods <= MOST_PERIODS:
        raise _refusal(words, Action.RENEW)
    return RenewRequest(periods)


def _refusal(words: str, action: Action | None) -> KnownError:
    if action is Action.RENEW:
        remedy = text(
            QT_TRANSLATE_NOOP("trade", "Write for how many billing cycles: “{example}”."),
            example=wish_words(RenewRequest(1)),
        )
    elif action is Action.AUTO_REBIND:
        remedy = text(
            QT_TRANSLATE_NOOP("trade", "Write “{on}” or “{off}”."),
            on=wish_words(RebindRequest(True)),
            off=wish_words(RebindRequest(False)),
        )
    elif action in _ELSEWHERE:
        remedy = text(_ELSEWHERE[action])
    else:
        remedy = text(
            QT_TRANSLATE_NOOP("trade", "Write an action such as “{suspend}” or “{resume}”."),
            suspend=str(Action.SUSPEND.label),
            resume=str(Action.RESUME.label),
        )
    return KnownError(
        text(
            QT_TRANSLATE_NOOP("trade", "“{words}” is not an action that a sheet can ask for."),
            words=shortened(words),
        ),
        remedy,
    )


def _plain(words: str) -> str:
    """Words without what does not matter: case, full width, blanks, a full stop at the end."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split()).rstrip(".。 ")


def _names() -> dict[str, Action]:
    names: dict[str, Action] = {}
    for action in Action:
        said = (action.value, action.value.replace("_", " "), str(action.label))
        for name in (*said, *_CHINESE.get(action, ())):
            names.setdefault(_plain(name), action)
    return names


_NAMES: Mapping[str, Action] = MappingProxyType(_names())
CHOICES: tuple[ActRequest, ...] = (
    *(Request(action) for action in PLAIN),
    RebindRequest(True),
    RebindRequest(False),
    RenewRequest(1),
)
"""What a drop-down of wished actions offers; a renewal may be asked for more cycles than one."""
