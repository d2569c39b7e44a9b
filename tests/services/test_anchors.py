"""Heads of the audit in a file of their own: written once, read back, never in the way."""

import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from simdesk.models.audit import AuditHead
from simdesk.models.audit_chain import Anchor
from simdesk.models.errors import KnownError
from simdesk.services import anchors as anchors_module
from simdesk.services.anchors import EVERY, FILE, Anchors, read_anchors
from tests.factories import a_moment
from tests.narrow_disk import needs_limits, room_for


def head(number: int) -> AuditHead:
    return AuditHead(number, f"{number:064x}")


class Stage:
    def __init__(self, folder: Path) -> None:
        self.at = a_moment(2026, 6, 15, 9)
        self.anchors = Anchors(folder, self._now)

    def _now(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at

    def lines(self) -> list[str]:
        return self.anchors.path.read_text("utf-8").splitlines()


def numbers(anchors: tuple[Anchor, ...]) -> list[int]:
    return [anchor.head.number for anchor in anchors]


def test_a_noted_head_is_a_line_and_comes_back(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    assert stage.anchors.read().anchors == ()
    stage.anchors.note(head(3), "export  cards\n2026.xlsx \ud800")
    assert stage.lines() == [f"3 {3:064x} 2026-06-15T09:01:00+08:00 export cards 2026.xlsx ?"]
    (anchor,) = stage.anchors.read().anchors
    assert anchor == Anchor(head(3), a_moment(2026, 6, 15, 9, 1), "export cards 2026.xlsx ?")


def test_the_same_head_and_no_head_are_not_written_again(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.anchors.note(head(0), "closed")
    assert not (tmp_path / FILE).exists()
    stage.anchors.note(head(3), "closed")
    stage.anchors.note(head(3), "backup")
    Anchors(tmp_path, stage._now).note(head(3), "closed")
    assert len(stage.lines()) == 1
    stage.anchors.note(head(2), "an export that took long")
    assert numbers(stage.anchors.read().anchors) == [3, 2]


def test_many_records_are_anchored_on_the_way(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    for number in range(1, 3 * EVERY):
        stage.anchors.added(head(number))
    assert numbers(stage.anchors.read().anchors) == [EVERY, 2 * EVERY]
    later = Anchors(tmp_path, stage._now)
    later.added(head(3 * EVERY - 1))
    later.added(head(3 * EVERY))
    assert numbers(later.read().anchors) == [EVERY, 2 * EVERY, 3 * EVERY]
    assert later.read().anchors[-1].why == "3,000 records"


def test_a_restored_desk_ends_the_anchors_of_what_it_replaced(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    for number in (2, 5, 9):
        stage.anchors.note(head(number), "backup")
    stage.anchors.restored(head(5))
    stage.anchors.note(AuditHead(9, "f" * 64), "closed")
    in_force = stage.anchors.read().anchors
    assert numbers(in_force) == [2, 5, 5, 9]
    assert in_force[-1].head.digest == "f" * 64
    assert len(stage.lines()) == 5, "nothing is ever taken out"
    stage.anchors.restored(head(0))
    assert stage.anchors.read().anchors == ()


@pytest.mark.parametrize(
    "line",
    ["", "half a li", "3 abc 2026-06-15 why", f"3 {3:064x} noon closed", "\udcff" + "x" * 9],
)
def test_a_line_that_is_no_anchor_is_counted_and_kept_apart(tmp_path: Path, line: str) -> None:
    stage = Stage(tmp_path)
    stage.anchors.note(head(1), "closed")
    with stage.anchors.path.open("ab") as file:
        file.write(line.encode("utf-8", "surrogateescape"))
    stage.anchors.note(head(2), "closed")
    read = stage.anchors.read()
    assert numbers(read.anchors) == [1, 2]
    assert read.unreadable == (1 if line else 0)


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(KnownError, match="could not be read"):
        read_anchors(tmp_path / FILE)
    anchors = Anchors(tmp_path, a_moment)
    anchors.added(head(5_000))
    assert anchors.trouble is not None
    assert "could not be read" in str(anchors.trouble.message)


@needs_limits
def test_a_full_disk_keeps_nobody_from_working(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    with room_for(40):
        with pytest.raises(KnownError):
            stage.anchors.note(head(1), "backup")
        stage.anchors.note_if_possible(head(1), "closed")
    assert stage.anchors.trouble is not None
    stage.anchors.note_if_possible(head(2), "closed")
    assert stage.anchors.trouble is None
    assert numbers(stage.anchors.read().anchors) == [2]


def test_threads_do_not_mix_their_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchors_module, "EVERY", 1)
    anchors = Anchors(tmp_path, a_moment)
    threads = [
        threading.Thread(target=lambda first=first: [anchors.note(head(n), "x") for n in first])
        for first in (range(1, 40, 2), range(2, 41, 2))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    read = anchors.read()
    assert sorted(numbers(read.anchors)) == list(range(1, 41))
    assert read.unreadable == 0
