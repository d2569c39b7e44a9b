"""What a record of the audit tells of an act on the desk: plain JSON, never longer than a page.

`before` and `after` hold what changed, alone or by name. An act on many cards tells how many, a
sample of them, and one digest over all: the cards' own history has each (reliability.md 4.7).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TypeVar

from simdesk.models.rule_codec import condition_to_json
from simdesk.services.export_job import ExportPlan
from simdesk.services.storage.audit_store import canonical
from simdesk.services.storage.rule_store import StoredRule
from simdesk.services.storage.tag_keeping import TagImage

V = TypeVar("V")
Body = Mapping[str, object]
SAMPLE = 50
"""Cards of a bulk that its record names."""


def edited(iccids: Mapping[int, str], before: Mapping[int, V], after: Mapping[int, V]) -> Body:
    """An edit of some cards, whose ICCIDs are given; `before` and `after` are by the card's id.

    One card has its two values. Many have `cards`, `sample` (ICCID, before, after), `digest`
    (SHA-256 over all such triples in canonical JSON, by the order of ids), and of the values
    those that all of them share.
    """
    ids = sorted(after)
    if len(ids) == 1:
        return {"before": before[ids[0]], "after": after[ids[0]]}
    body: dict[str, object] = {"cards": len(ids), "sample": [], "digest": ""}
    hashed = hashlib.sha256()
    sample: list[list[object]] = []
    for card_id in ids:
        triple: list[object] = [iccids.get(card_id, ""), before[card_id], after[card_id]]
        hashed.update(canonical(triple).encode("utf-8", "replace"))
        if len(sample) < SAMPLE:
            sample.append(triple)
    body |= {"sample": sample, "digest": hashed.hexdigest()}
    for name, values in (("before", before), ("after", after)):
        first = values[ids[0]]
        if all(values[card_id] == first for card_id in ids):
            body[name] = first
    return body


def tag_came(did: str, image: TagImage) -> Body:
    """A tag was created, or put back on the cards that had it."""
    return {"did": did, "after": _tag(image), "cards": len(image.card_ids)}


def tag_went(image: TagImage) -> Body:
    """A tag was deleted, or its cards got another one instead."""
    body = {"did": "deleted", "before": _tag(image), "cards": len(image.card_ids)}
    return body if image.into is None else {**body, "did": "merged", "into": image.into}


def tag_differs(did: str, what: str, before: str, after: str) -> Body:
    """A tag has another name or colour."""
    return {"did": did, "before": {what: before}, "after": {what: after}}


def _tag(image: TagImage) -> Body:
    return {"name": image.name, "color": str(image.color)}


def rule_differs(did: str, before: StoredRule | None, after: StoredRule | None) -> Body:
    """A rule came, went or is another one."""
    body: dict[str, object] = {"did": did}
    if before is not None:
        body["before"] = _rule(before)
    if after is not None:
        body["after"] = _rule(after)
    return body


def _rule(stored: StoredRule) -> Body:
    told: dict[str, object] = {
        "name": stored.name,
        "group": f"{stored.group.kind.value} {stored.group.value or ''}".strip(),
        "push": stored.push.value,
        "enabled": stored.enabled,
    }
    if stored.rule is not None:
        told |= json.loads(condition_to_json(stored.rule.draft.condition))
    return told


def exported(plan: ExportPlan, rows: int, size: int) -> Body:
    """Cards left the desk in a file: which were asked for, what of them, how many, how large."""
    return {
        "question": str(plan.content),
        "cards": rows,
        "file": plan.path.name,
        "bytes": size,
        "months": f"{plan.months[0]}–{plan.months[-1]}",
        "daily": plan.daily,
    }


def lines_exported(question: str, file: str, lines: int) -> Body:
    """Lines of a list left the desk in a file: which were asked for, and how many."""
    return {"question": question, "file": file, "lines": lines}


def audit_exported(words: str, acts: Sequence[str], file: str, records: int) -> Body:
    """Records of the audit itself left the desk in a file."""
    return {"question": words, "acts": sorted(acts), "file": file, "records": records}
