"""The `simdesk` command: opens the window, or does the same jobs without one.

Exit status: 0 done (for `find`: found), 1 nothing found or a check failed, 2 refused with a reason
on standard error, 70 an unexpected error, 130 interrupted.
"""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from simdesk.cli.asked import Asked, operator, parser
from simdesk.cli.telling import tell_error
from simdesk.models.errors import KnownError

if TYPE_CHECKING:
    from simdesk.services.watch import Watch

__all__ = ["main", "parser"]

REFUSED = 2
CRASHED = 70
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
    if words.command == "read-sheet":
        from simdesk.cli.read_sheet import read_sheet

        return read_sheet()
    if words.command == "write-export":
        from simdesk.cli.write_export import write_export

        return write_export()
    asked = Asked.of(words)
    if words.command == "settings":
        from simdesk.cli.settings import settings

        return settings(asked.preferences, words)
    if words.command == "review" and words.json:
        from simdesk.cli.review import understood

        return understood(words.file)
    if words.command == "review":
        from simdesk import start

        return start.review(
            words.file.resolve(),
            asked.data.root,
            asked.data.settings,
            operator(),
            asked.preferences,
        )
    if words.command in (None, "tour"):
        return _show(asked, words)
    from simdesk.compose import utc_now
    from simdesk.services.watch import Watch

    with Watch(utc_now) as watch:
        try:
            return _done(asked, words, watch)
        except (KnownError, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - the raw words of an error go nowhere
            watch.report(error, f"simdesk {words.command}")
            return CRASHED


def _show(asked: Asked, words: argparse.Namespace) -> int:
    if words.command == "tour":
        return _tour(words)
    from simdesk import start

    if asked.nothing_chosen:
        return start.welcome(asked.data, operator(), safe=words.safe, preferences=asked.preferences)
    return start.run(
        asked.folder,
        lambda: asked.plan,
        operator(),
        safe=words.safe,
        preferences=asked.preferences,
    )


def _tour(words: argparse.Namespace) -> int:
    from simdesk import start

    start.import_qt()
    if words.variants:
        from simdesk.tour import variants

        return variants.main(words.out)
    from simdesk.tour import walk

    themes = ("light", "dark") if words.theme == "both" else (words.theme,)
    return walk.main(words.out, themes, words.language, words.scale)


def _done(asked: Asked, words: argparse.Namespace, watch: "Watch") -> int:
    match words.command:
        case "find":
            from simdesk.cli.find import find

            return find(asked, words, watch)
        case "export":
            from simdesk.cli.export import export

            return export(asked, words, watch)
        case "audit":
            from simdesk.cli import audit

            return audit.audit(asked, words, watch)
        case "demo" | "sync":
            from simdesk.cli import fleets

            doing = fleets.build if words.command == "demo" else fleets.sync
            return doing(asked, watch)
        case "backup" | "restore":
            from simdesk.cli import backups

            if words.command == "restore":
                return backups.restore(asked, words.file)
            return backups.back_up(asked, watch)
        case "compare" | "bring-back":
            from simdesk.cli import sheets

            held = sheets.compare if words.command == "compare" else sheets.bring_back
            return held(asked, words, watch)
        case "template":
            from simdesk.cli import templates

            return templates.template(words)
        case "self-test":
            from simdesk.cli.self_test import self_test

            return self_test(watch)
        case "support-bundle":
            from simdesk.cli.support import support_bundle

            return support_bundle(asked, words, watch)
    raise ValueError(words.command)
