"""What a cell may wish for: every action by its names, with what it needs beside it."""

import pytest

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import (
    PLAIN,
    ActRequest,
    RebindRequest,
    RenewRequest,
    Request,
)
from simdesk.models.wishes import CHOICES, wish_of, wish_words


@pytest.mark.parametrize("request_", CHOICES, ids=wish_words)
def test_what_a_template_offers_is_understood(request_: ActRequest) -> None:
    assert wish_of(wish_words(request_)) == request_
    assert wish_of(f" {wish_words(request_).upper()}  ") == request_


@pytest.mark.parametrize("action", PLAIN)
def test_every_plain_action_goes_by_its_name(action: Action) -> None:
    assert wish_of(action.value) == Request(action)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("停用", Request(Action.SUSPEND)),
        ("复机", Request(Action.RESUME)),
        ("换绑复用", Request(Action.RESUME_USE)),
        ("销户。", Request(Action.CANCEL)),
        ("Ｓｕｓｐｅｎｄ", Request(Action.SUSPEND)),
        ("resume  use", Request(Action.RESUME_USE)),
        ("renew 3", RenewRequest(3)),
        ("Renew plan × 12", RenewRequest(12)),
        ("续费12个周期", RenewRequest(12)),
        ("renew: 1 cycle", RenewRequest(1)),
        ("auto_rebind off", RebindRequest(False)),
        ("自动换绑复用 开启", RebindRequest(True)),
        ("auto-renew on", Request(Action.AUTO_RENEW_ON)),
    ],
)
def test_wishes_in_many_words(words: str, wanted: ActRequest) -> None:
    assert wish_of(words) == wanted


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ("renew", "how many billing cycles: “Renew plan 1”"),
        ("renew 0", "how many billing cycles"),
        ("renew 999", "how many billing cycles"),
        ("automatic rebind", "“Set automatic rebind on” or “Set automatic rebind off”"),
        ("usage limit 5", "such as “Suspend” or “Resume”"),
        ("Set usage limit", "column “Usage limit (MB)”"),
        ("tag", "column “Tags”"),
        ("Edit remark", "column “Remarks”"),
        ("add_on", "table of cards"),
        ("export", "table of cards"),
        ("suspend resume", "such as"),
        ("", "such as"),
    ],
)
def test_what_cannot_be_wished_says_what_to_write(words: str, remedy: str) -> None:
    with pytest.raises(KnownError) as caught:
        wish_of(words)
    assert remedy in str(caught.value.remedy)
