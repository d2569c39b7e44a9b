"""The tour's step on the audit: what the tour itself has done, its chain verified."""

from collections.abc import Awaitable, Callable

from simdesk.models.audit import Audited
from simdesk.tour.stage import Stage
from simdesk.ui.pages.audit import AuditPage


async def audit(stage: Stage) -> None:
    """Every act so far, one of them before and after, and the chain found whole."""
    window = stage.opened.window
    window.show_page("audit")
    await stage.quiet()
    page = window.findChild(AuditPage)
    assert page is not None
    edits = {row.number for row in page.model.rows if row.act == Audited.TAGS_EDITED}
    page.choose({max(edits, default=0)})
    page.verify()
    await stage.quiet()
    await stage.until(lambda: "whole" in page.verdict.words, "the verified chain")


AUDIT_STEPS: tuple[tuple[str, Callable[[Stage], Awaitable[None]]], ...] = (("audit", audit),)
