"""Requests survive the journal, whatever their kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from simdesk.services.operation_codec import (
    request_from_dict,
    request_from_json,
    request_to_dict,
    request_to_json,
)

REQUESTS = st.one_of(
    st.builds(Request, st.sampled_from(PLAIN), st.lists(st.text()).map(tuple)),
    st.builds(RenewRequest, st.integers(1, 12)),
    st.builds(AddOnRequest, st.integers(1), st.integers(1, 3)),
    st.builds(LimitRequest, st.integers(0), st.booleans()),
    st.builds(RebindRequest, st.booleans()),
)


@given(request=REQUESTS)
def test_a_request_comes_back_as_it_went(request: ActRequest) -> None:
    assert request_from_json(request_to_json(request)) == request
    assert request_from_dict(request_to_dict(request)) == request


@pytest.mark.parametrize("action", [action for action in Action if not action.local])
def test_every_act_at_a_provider_can_be_kept(action: Action) -> None:
    made: dict[Action, ActRequest] = {
        Action.RENEW: RenewRequest(6),
        Action.ADD_ON: AddOnRequest(102_400, 2),
        Action.USAGE_LIMIT: LimitRequest(500, False),
        Action.AUTO_REBIND: RebindRequest(False),
    }
    assert (action in made) is (action not in PLAIN)
    request = made.get(action, Request(action, ("1440993000001",)))
    assert request.action is action
    assert request_from_json(request_to_json(request)) == request


def test_the_form_names_everything() -> None:
    assert request_to_json(LimitRequest(500)) == (
        '{"action":"usage_limit","limit_mb":500,"auto_restore":true}'
    )
    assert request_to_json(Request(Action.SUSPEND)) == '{"action":"suspend","msisdns":[]}'


@pytest.mark.parametrize(
    "stored",
    [
        {},
        {"action": "teleport"},
        {"action": "renew"},
        {"action": "renew", "periods": "1"},
        {"action": "renew", "periods": True},
        {"action": "auto_rebind", "on": 1},
        {"action": "suspend", "msisdns": "1440993000001"},
        {"action": "tag", "msisdns": []},
    ],
)
def test_what_cannot_be_read_is_said(stored: dict[str, object]) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        request_from_dict(stored)
