"""The tour's steps on what one can rely on: money, limits, backups, a way to help, the audit."""

from collections.abc import Awaitable, Callable

from simdesk.models.audit import Audited
from simdesk.tour.stage import Stage
from simdesk.ui.dialogs.backups import BackupsDialog
from simdesk.ui.dialogs.limits import LimitsDialog
from simdesk.ui.dialogs.support import SupportDialog
from simdesk.ui.pages.audit import AuditPage


async def money(stage: Stage) -> None:
    """Where money is, and what the provider's orders say of it."""
    stage.opened.window.show_money()
    await stage.desk.comparison.run()
    await stage.quiet()


async def limits(stage: Stage) -> None:
    stage.opened.window.registry.run("edit.limits")
    await stage.quiet()
    stage.dialog(LimitsDialog)


async def backups(stage: Stage) -> None:
    """One was made and read back."""
    await stage.desk.custody.backups.make()
    stage.opened.window.registry.run("file.backups")
    await stage.quiet()
    stage.dialog(BackupsDialog)


async def support(stage: Stage) -> None:
    """What would go into a bundle, before it is written."""
    stage.opened.window.registry.run("help.support")
    await stage.quiet()
    stage.dialog(SupportDialog)


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
    await stage.until(lambda: page.verdict.property("message") == "ok", "the verified chain")


TRUST_STEPS: tuple[tuple[str, Callable[[Stage], Awaitable[None]]], ...] = (
    ("money", money),
    ("limits", limits),
    ("backups", backups),
    ("support-bundle", support),
    ("audit", audit),
)
