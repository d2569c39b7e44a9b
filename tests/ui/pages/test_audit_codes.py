"""Codes in a record are read out as what they mean; unknown ones stay as they are."""

import pytest

from simdesk.models.backups import BackupReason
from simdesk.models.rules import Push
from simdesk.models.tags import TagColor
from simdesk.services.account_codec import _KINDS
from simdesk.ui.audit_codes import code_words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("color", "pink", ["Pink"]),
        ("push", "cycle", ["Once per plan cycle"]),
        ("what", "tier_share", ["Usage in the plan cycle"]),
        ("why", "hand", ["By hand"]),
        ("kind", "enlarge_pool", ["Enlarge pool"]),
        ("group", "all", ["All cards"]),
        ("group", "tag north gate", ["Tag north gate"]),
        ("becomes", [400, 500], ["Suspended (credit control)", "Suspended (device change)"]),
    ],
)
def test_codes_have_names(name: str, value: object, words: list[str]) -> None:
    found = code_words(name, value)
    assert found is not None
    assert [str(one) for one in found] == words


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("color", "mauve"),
        ("group", "region east"),
        ("becomes", [400, 999]),
        ("why", ["its clock is off"]),
        ("remark", "pink"),
        ("kind", None),
    ],
)
def test_what_is_not_known_has_none(name: str, value: object) -> None:
    assert code_words(name, value) is None


def test_no_code_is_forgotten() -> None:
    for name, codes in {
        "color": TagColor,
        "push": Push,
        "why": BackupReason,
        "kind": _KINDS,
    }.items():
        assert [code for code in codes if code_words(name, str(code)) is None] == []
