"""Conditions as JSON, every parameter by name. What this version does not know is refused."""

import json

from simdesk.models.errors import KnownError
from simdesk.models.rules import (
    Condition,
    CycleUsage,
    ExpiresWithin,
    PoolShare,
    StatusBecomes,
    TierShare,
)
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, shortened, text


def condition_to_json(condition: Condition) -> str:
    match condition:
        case CycleUsage(mb=mb):
            given: dict[str, object] = {"what": "cycle_usage", "mb": mb}
        case TierShare(percent=percent):
            given = {"what": "tier_share", "percent": percent}
        case PoolShare(percent=percent):
            given = {"what": "pool_share", "percent": percent}
        case StatusBecomes(statuses=statuses):
            given = {"what": "status", "becomes": sorted(int(one) for one in statuses)}
        case ExpiresWithin(days=days):
            given = {"what": "expiry", "days": days}
    return json.dumps(given, separators=(",", ":"))


def condition_from_json(words: str, rule: str) -> Condition:
    """The condition again. Raises KnownError naming the rule for what cannot be read."""
    try:
        return _read(json.loads(words))
    except (KeyError, TypeError, ValueError) as error:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP(
                    "trade", "The condition of the rule “{rule}” cannot be read: {stored}"
                ),
                rule=rule,
                stored=shortened(words, 80),
            ),
            text(
                QT_TRANSLATE_NOOP(
                    "trade", "Edit the rule, or open it with the version of SimDesk that wrote it."
                )
            ),
        ) from error


def _read(given: object) -> Condition:
    if not isinstance(given, dict):
        raise TypeError(given)
    match given["what"]:
        case "cycle_usage":
            return CycleUsage(_whole(given["mb"]))
        case "tier_share":
            return TierShare(_whole(given["percent"]))
        case "pool_share":
            return PoolShare(_whole(given["percent"]))
        case "expiry":
            return ExpiresWithin(_whole(given["days"]))
        case "status":
            return StatusBecomes(frozenset(SpecificStatus(_whole(one)) for one in given["becomes"]))
    raise ValueError(given["what"])


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value
