"""`simdesk write-export`: the process that writes a large export for a window; not for people."""

import sys

from simdesk.services.exporting.child import run


def write_export() -> int:
    """Do what is asked on standard input."""
    return run(sys.stdin.buffer, sys.stdout)
