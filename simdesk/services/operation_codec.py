"""Requests as JSON, for the journal: every parameter by name, nothing implied."""

import json
from collections.abc import Mapping

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import (
    PLAIN,
    ActRequest,
    AddOnRequest,
    LimitRequest,
    RebindRequest,
    RenewRequest,
    Request,
)
from simdesk.models.texts import QT_TRANSLATE_NOOP, text


def request_to_dict(request: ActRequest) -> dict[str, object]:
    """The request's parameters with the action's name under `action`."""
    match request:
        case Request(msisdns=msisdns):
            given: dict[str, object] = {"msisdns": list(msisdns)}
        case RenewRequest(periods=periods):
            given = {"periods": periods}
        case AddOnRequest(tier_kb=tier, quantity=quantity):
            given = {"tier_kb": tier, "quantity": quantity}
        case LimitRequest(limit_mb=limit, auto_restore=restore):
            given = {"limit_mb": limit, "auto_restore": restore}
        case RebindRequest(on=on):
            given = {"on": on}
    return {"action": request.action.value, **given}


def request_from_dict(stored: Mapping[str, object]) -> ActRequest:
    """The request again. Raises KnownError for one this version does not know."""
    try:
        return _read(stored)
    except (KeyError, TypeError, ValueError) as error:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "An operation in the journal cannot be read: {stored}"),
                stored=json.dumps(dict(stored), ensure_ascii=False),
            ),
            text(QT_TRANSLATE_NOOP("trade", "Open it with the version of SimDesk that wrote it.")),
        ) from error


def request_to_json(request: ActRequest) -> str:
    return json.dumps(request_to_dict(request), separators=(",", ":"))


def request_from_json(words: str) -> ActRequest:
    return request_from_dict(json.loads(words))


def _read(stored: Mapping[str, object]) -> ActRequest:
    action = Action(str(stored["action"]))
    if action is Action.RENEW:
        return RenewRequest(_whole(stored["periods"]))
    if action is Action.ADD_ON:
        return AddOnRequest(_whole(stored["tier_kb"]), _whole(stored["quantity"]))
    if action is Action.USAGE_LIMIT:
        return LimitRequest(_whole(stored["limit_mb"]), _flag(stored["auto_restore"]))
    if action is Action.AUTO_REBIND:
        return RebindRequest(_flag(stored["on"]))
    msisdns = stored["msisdns"]
    if action not in PLAIN or not isinstance(msisdns, list):
        raise ValueError(action)
    return Request(action, tuple(str(one) for one in msisdns))


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value
