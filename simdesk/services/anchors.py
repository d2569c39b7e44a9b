"""Heads of the audit's chain, kept outside of the database (reliability.md 4.7).

A chain alone misses that its end was cut off or written anew. A second file in the fleet's folder
holds a line for each head that was anchored: number, digest, business time, why.
"""

import re
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from simdesk.models.audit import AuditHead
from simdesk.models.audit_chain import Anchor
from simdesk.models.errors import KnownError
from simdesk.models.periods import local
from simdesk.services.files import append_line, reading_trouble
from simdesk.services.storage.codec import clean

FILE = "audit-heads.txt"
EVERY = 1_000
"""An anchor is written at the latest after so many records."""
RESTORED = "restored"
"""Why, where the desk was put back to an earlier head: later anchors end with it."""

_LINE = re.compile(r"(\d{1,18}) ([0-9a-f]{64}) (\S+) (.+)")


@dataclass(frozen=True, slots=True)
class Anchored:
    """The anchors in force, in the order they were written, and lines that are none."""

    anchors: tuple[Anchor, ...]
    unreadable: int = 0


class Anchors:
    """One fleet's anchors; from any thread. `now` is business time."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self.path = folder / FILE
        self._now = now
        self._lock = threading.Lock()
        self._last: AuditHead | None = None
        self.trouble: KnownError | None = None
        """Why the last anchor could not be written, if it could not."""

    def read(self) -> Anchored:
        """What is anchored. Raises KnownError when the file cannot be read."""
        return read_anchors(self.path)

    def note(self, head: AuditHead, why: str) -> None:
        """Anchor a head; one that is anchored already, or has no record, is not written again.

        Raises KnownError for what the disk does.
        """
        with self._lock:
            if head.number and head != self._known():
                self._write(head, why)

    def restored(self, head: AuditHead) -> None:
        """The desk was put back to `head`: anchors of later records belong to the one replaced.

        Raises KnownError for what the disk does.
        """
        with self._lock:
            self._write(head, RESTORED)

    def note_if_possible(self, head: AuditHead, why: str) -> None:
        """As `note`, for what is done by then and must not fail: `trouble` has what the disk did.

        Whoever has `trouble` tells it; the next note that succeeds ends it.
        """
        self._try(lambda: self.note(head, why))

    def added(self, head: AuditHead) -> None:
        """Records were added up to `head`: anchor it when the last anchor is far behind.

        Never raises, the records are written by then: `trouble` has what the disk did.
        """
        if self._last is None or head.number >= self._last.number + EVERY:
            self._try(lambda: self._every(head))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
            self.trouble = None
        except KnownError as error:
            self.trouble = error

    def _every(self, head: AuditHead) -> None:
        with self._lock:
            if head.number >= self._known().number + EVERY:
                self._write(head, f"{head.number:,} records")

    def _known(self) -> AuditHead:
        if self._last is None:
            self._last = _last(self.path)
        return self._last

    def _write(self, head: AuditHead, why: str) -> None:
        at = local(self._now()).isoformat(timespec="seconds")
        words = clean(" ".join(why.split())) or "-"
        append_line(self.path, f"{head.number} {head.digest} {at} {words}")
        self._last = head


def read_anchors(path: Path) -> Anchored:
    """The anchors of a file in force; none where there is no file. Raises KnownError."""
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return Anchored(())
    except OSError as error:
        raise reading_trouble(error, path) from error
    read = [_anchor(line) for line in lines if line.strip()]
    known = [anchor for anchor in read if anchor is not None]
    return Anchored(_in_force(known), len(read) - len(known))


def _in_force(anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
    kept: list[Anchor] = []
    for anchor in anchors:
        if anchor.why == RESTORED:
            kept = [one for one in kept if one.head.number <= anchor.head.number]
        if anchor.head.number:
            kept.append(anchor)
    return tuple(kept)


def _anchor(line: str) -> Anchor | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    number, digest, at, why = found.groups()
    try:
        return Anchor(AuditHead(int(number), digest), datetime.fromisoformat(at), why)
    except ValueError:
        return None


def _last(path: Path) -> AuditHead:
    anchors = read_anchors(path).anchors
    return anchors[-1].head if anchors else AuditHead(0, "")
