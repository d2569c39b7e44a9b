"""`simdesk audit`: is the chain of records whole, and what do they say?"""

import argparse
import asyncio
from pathlib import Path

from simdesk.cli.asked import Asked
from simdesk.cli.export import format_of
from simdesk.cli.opening import opened
from simdesk.cli.telling import Progress, tell
from simdesk.models.audit import AuditFilter
from simdesk.models.audit_chain import Anchor, ChainVerdict
from simdesk.paths import DESK_FILE
from simdesk.services.anchors import FILE, read_anchors
from simdesk.services.storage.audit_verify import verify_file
from simdesk.services.watch import Watch

BROKEN = 1
_GIVEN = "given on the command line"


def audit(asked: Asked, words: argparse.Namespace, watch: Watch) -> int:
    """Do what is asked about the audit, and return the exit status."""
    return verify(asked, words) if words.audit == "verify" else export(asked, words, watch)


def verify(asked: Asked, words: argparse.Namespace) -> int:
    """Exit status 0 whole, 1 broken, the first broken record named.

    Reads only, needs no lock and opens no desk: a damaged one and one in use are verified, too.
    Raises KnownError for what is no desk.
    """
    folder = asked.existing()
    anchored = read_anchors(folder / FILE)
    given = [Anchor(head, None, _GIVEN) for head in words.head]
    progress = Progress("records verified:")
    verdict = verify_file(folder / DESK_FILE, (*anchored.anchors, *given), progress.at)
    progress.end()
    if anchored.unreadable:
        tell(f"simdesk: lines of {folder / FILE} that are no anchors: {anchored.unreadable:,}")
    print(said(verdict))
    return 0 if verdict.whole else BROKEN


def said(verdict: ChainVerdict) -> str:
    """What was found, in one line."""
    if verdict.broken is not None:
        return f"broken: {verdict.broken.words} The {verdict.head.number:,} before it are whole."
    whole = f"whole: {verdict.head.number:,} records, {verdict.anchors:,} anchored heads agree"
    return f"{whole}, head {verdict.head.mark}" if verdict.head.number else whole


def export(asked: Asked, words: argparse.Namespace, watch: Watch) -> int:
    """Exit status 0 written. Raises KnownError for what the disk does; then there is no file."""
    return asyncio.run(_export(asked, words.to.absolute(), AuditFilter(words.words), watch))


async def _export(asked: Asked, target: Path, question: AuditFilter, watch: Watch) -> int:
    format_of(target, None)
    async with opened(asked.existing(), asked.plan, watch) as desk:
        count = await desk.audit.export(target, question)
    records = "1 record" if count == 1 else f"{count:,} records"
    tell(f"simdesk: {records} in {target} ({target.stat().st_size:,} bytes)")
    return 0
