"""The manual page `simdesk(1)`, written from the command line's own description of itself."""

import argparse
from collections.abc import Iterator


def manual(parser: argparse.ArgumentParser, version: str) -> str:
    """The page in troff."""
    lines = [
        f'.TH SIMDESK 1 "" "SimDesk {version}" "User commands"',
        ".SH NAME",
        r"simdesk \- a desktop for fleets of IoT SIM cards",
        ".SH SYNOPSIS",
        ".B simdesk",
        "[options] [command ...]",
        ".SH DESCRIPTION",
        _plain(parser.description or ""),
        ".SH OPTIONS",
        *_options(parser),
        ".SH COMMANDS",
    ]
    for words, command, told in _commands(parser, ""):
        lines += [f".SS {_plain(words)}", _plain(told), *_options(command)]
    return "\n".join(lines) + "\n"


def _commands(
    parser: argparse.ArgumentParser, before: str
) -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    """Commands that are told of, those below them too: words, parser, what it does."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            told = {one.dest: one.help or "" for one in action._choices_actions}
            for name, command in action.choices.items():
                if name in told:  # the others are not for people
                    yield f"{before}{name}", command, told[name]
                    yield from _commands(command, f"{before}{name} ")


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction | argparse._HelpAction):
            continue
        shown = action.metavar or (action.dest if action.nargs != 0 else "")
        words = " ".join(filter(None, [", ".join(action.option_strings), str(shown or "")]))
        told = _plain((action.help or "").replace("%(default)s", str(action.default)))
        yield from (".TP", f".B {_plain(words)}", told or r"\&")


def _plain(words: str) -> str:
    """Text that troff takes for nothing else."""
    quoted = " ".join(words.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{quoted}" if quoted.startswith((".", "'")) else quoted
