"""The `simdesk` command: opens the window, or does the same jobs without one.

Exit status: 0 done (for `find`: found), 1 nothing found or a check failed, 2 refused with a reason
on standard error, 130 interrupted.
"""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence

from simdesk.cli.asked import Asked, operator, parser, remember_fleet
from simdesk.cli.telling import tell_error
from simdesk.models.errors import KnownError

__all__ = ["main", "parser"]

REFUSED = 2
INTERRUPTED = 130
_PIPE_CLOSED = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = parser().parse_args(arguments)
    try:
        return _do(words)
    except KnownError as error:
        tell_error(error)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our lines has seen enough; keep Python from flushing into the closed pipe.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED


def _do(words: argparse.Namespace) -> int:
    asked = Asked.of(words)
    match words.command:
        case "find":
            from simdesk.cli.find import find

            return find(asked, words)
        case "export":
            from simdesk.cli.export import export

            return export(asked, words)
        case "demo" | "sync":
            from simdesk.cli import fleets

            return fleets.build(asked) if words.command == "demo" else fleets.sync(asked)
        case "backup" | "restore":
            from simdesk.cli import backups

            return (
                backups.back_up(asked)
                if words.command == "backup"
                else (backups.restore(asked, words.file))
            )
        case "self-test":
            from simdesk.cli.self_test import self_test

            return self_test()
        case "tour":
            from simdesk.tour import walk

            return walk.main(words.out)
    from simdesk import app

    remember_fleet(asked.data, asked.fleet)
    return app.run(asked.folder, asked.plan, operator(), safe=words.safe)
