"""`simdesk read-sheet`: the process that reads a spreadsheet for a window; not for people."""

from simdesk.services.reviewing.child import run
from simdesk.services.spreadsheets.reading.source import open_source


def read_sheet() -> int:
    """Do what one line on standard input says."""
    return run(open_source)
