"""A process of SimDesk's own that ends before it is told anything."""

import subprocess
import sys

from simdesk.services.own_process import _listen


def test_what_was_written_to_one_that_had_ended_is_no_trouble() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", "print('gone')"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    process.wait(60)
    assert process.stdin is not None
    process.stdin.write(b"words that are flushed when its input is closed")
    told: list[bytes] = []
    _listen(process, told.append)
    assert [line.strip() for line in told] == [b"gone", b""]
