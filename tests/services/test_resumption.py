"""Sending goes on after an unexpected error by the operator's word, and the word is kept."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from simdesk.models.changes import AuditChanged, SendingChanged
from simdesk.models.errors import KnownError
from simdesk.models.texts import text
from simdesk.services.resumption import Resumption
from simdesk.services.sending import Ban, Sending
from simdesk.services.storage.auditor import Auditor
from simdesk.services.storage.tables import audit
from tests.narrow_disk import needs_limits, room_for
from tests.services.desk_stage import Stage, now, staged

WHY = text("An unexpected error (RuntimeError) was met.")


def parts(stage: Stage) -> tuple[Sending, Resumption]:
    sending = Sending(stage.announcer)
    auditor = Auditor("lin", "desk 4", now)
    return sending, Resumption(stage.database, auditor, sending, stage.announcer)


def told(connection: Connection) -> list[tuple[str, str, str]]:
    return [(row.act, row.who, row.body_json) for row in connection.execute(select(audit))]


async def test_the_word_is_written_down_and_other_reasons_stay(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        sending, resumption = parts(stage)
        sending.forbid(Ban.FAILED, WHY)
        sending.forbid(Ban.SAFE_MODE, text("Safe mode."))
        stage.told()
        assert await resumption.go_on()
        assert stage.told() == [AuditChanged(), SendingChanged()]
        assert sending.reason == text("Safe mode.")
        body = f'{{"reason":"{WHY}"}}'
        assert await stage.database.read(told) == [("sending_continued", "lin", body)]
        assert await resumption.go_on()
        assert len(await stage.database.read(told)) == 1


@needs_limits
async def test_without_the_record_sending_stays_off(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        sending, resumption = parts(stage)
        sending.forbid(Ban.FAILED, WHY)
        with room_for(0), pytest.raises(KnownError):
            await resumption.go_on()
        assert sending.forbids(Ban.FAILED)
        assert sending.reason_of(Ban.FAILED) == WHY
        assert await stage.database.read(told) == []
