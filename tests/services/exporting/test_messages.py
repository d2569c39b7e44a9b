"""What two processes say to each other about an export."""

import pytest

from simdesk.models.audit import AuditHead
from simdesk.models.errors import KnownError
from simdesk.models.texts import text
from simdesk.services.export_job import Written
from simdesk.services.exporting.messages import (
    Failed,
    Message,
    Reached,
    Refused,
    Stopped,
    line_of,
    message_of,
)

HEAD = AuditHead(7, "ab" * 32)


@pytest.mark.parametrize(
    "message", [Reached(500, 1_200), Written(3, 9_000, HEAD), Stopped(), Failed("here.py:3")]
)
def test_each_arrives_as_it_was_said(message: Message) -> None:
    line = line_of(message)
    assert "\n" not in line
    assert message_of(line.encode()) == message


@pytest.mark.parametrize("remedy", [None, text("Look at {path}.", path="a\nb")])
@pytest.mark.parametrize("code", [None, "E-1"])
def test_an_error_keeps_its_words_and_its_code(remedy: None, code: str | None) -> None:
    said = KnownError(text("“{path}” is {what}.", path="ü", what=text("full")), remedy, code)
    heard = message_of(line_of(Refused(said)))
    assert isinstance(heard, Refused)
    assert heard.error.args == said.args


@pytest.mark.parametrize(
    "line", ["", "x", "[]", "{}", '{"kind": "Strange"}', '{"kind": "Written", "rows": 1}']
)
def test_anything_else_is_no_message(line: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        message_of(line)
