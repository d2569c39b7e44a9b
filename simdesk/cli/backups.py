"""`simdesk backup` copies a fleet's desk, `simdesk restore` puts a copy back in its place."""

import asyncio
from pathlib import Path

from simdesk.cli.asked import Asked
from simdesk.cli.opening import opened
from simdesk.cli.telling import tell, tell_error
from simdesk.paths import DESK_FILE
from simdesk.services.rescue import Rescue
from simdesk.services.watch import Watch


def back_up(asked: Asked, watch: Watch) -> int:
    """Make a backup and print its path. Raises KnownError when it is not whole."""
    return asyncio.run(_back_up(asked, watch))


async def _back_up(asked: Asked, watch: Watch) -> int:
    async with opened(asked.existing(), asked.plan, watch, asked.preferences) as desk:
        backup = await desk.custody.backups.make()
        print(desk.custody.backups.folder / backup.name)
        if desk.custody.backups.copies.trouble is not None:
            tell_error(desk.custody.backups.copies.trouble)
        tell(f"simdesk: {backup.size:,} bytes, checked; {backup.head.number:,} audit records")
    return 0


def restore(asked: Asked, file: Path) -> int:
    """Put `file` in the desk's place. Raises KnownError, and changes nothing, when it cannot."""
    return asyncio.run(_restore(asked, file))


async def _restore(asked: Asked, file: Path) -> int:
    kept = await Rescue(asked.existing() / DESK_FILE).restore_from(file.absolute())
    tell(f"simdesk: fleet “{asked.fleet}” is restored from {file}")
    if kept is not None:
        tell(f"         the old file is {kept}")
    tell("         nothing is sent until the desk was compared with the provider, in the window")
    return 0
