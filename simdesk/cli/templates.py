"""`simdesk template`: a spreadsheet to fill in for an action."""

import argparse

from simdesk.cli.telling import tell
from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.action_templates import write_action_template


def template(words: argparse.Namespace) -> int:
    """Exit status 0 written. Raises KnownError for what the disk does, and for another ending."""
    path = words.file.absolute()
    if path.suffix.lower() != ".xlsx":
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "“{path}” cannot be a template."), path=str(path)),
            text(QT_TRANSLATE_NOOP("trade", "Let its name end in .xlsx.")),
        )
    write_action_template(Action(words.action), path)
    tell(f"simdesk: {path} ({path.stat().st_size:,} bytes)")
    return 0
