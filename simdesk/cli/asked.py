"""What can be said on the command line, and which fleet it is about."""

import argparse
import getpass
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

from simdesk import __version__
from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.periods import Month
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.paths import DataFolder, preferences_file
from simdesk.services.files import clean_name
from simdesk.services.preferences import PreferenceService
from simdesk.services.settings import Settings

if TYPE_CHECKING:
    from simdesk.models.audit import AuditHead
    from simdesk.services.providers.simulator.fleet_plan import FleetPlan

DEMO = "demo"
SIMULATOR = "simulator"
DEMO_CARDS = 10_000
_FLEETS = "fleets"
"""The section of the settings that remembers the fleet opened last."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The fleet a command is about, and the plan to build it by where it is not there yet."""

    data: DataFolder
    fleet: str
    cards: int
    seed: int
    profile: str
    provider: str
    history: int | None
    """Months of usage behind a new fleet; None: as many as suit its size."""
    preferences: PreferenceService = field(compare=False)

    @classmethod
    def of(cls, words: argparse.Namespace) -> Self:
        """Raises KnownError for a fleet's name that no folder can have."""
        preferences = PreferenceService(words.settings_file or preferences_file())
        data = DataFolder(Path(words.data).resolve()) if words.data else _data_folder(preferences)
        name = words.fleet or (last_fleet(data) if words.command != "demo" else DEMO)
        simulated = words.command is not None
        provider = SIMULATOR if simulated else words.provider
        return cls(
            data,
            clean_name(name),
            words.cards,
            words.seed,
            words.profile,
            provider,
            words.history,
            preferences,
        )

    @property
    def folder(self) -> Path:
        return self.data.fleet(self.fleet)

    @property
    def plan(self) -> "FleetPlan":
        from simdesk.services.providers.simulator.fleet_plan import FleetPlan, Profile

        profile = Profile(self.profile)
        return FleetPlan(
            self.cards, self.seed, profile, provider=self.provider, months=self.history
        )

    def existing(self) -> Path:
        """The fleet's folder. Raises KnownError when there is no such fleet."""
        if self.fleet not in self.data.fleets():
            raise KnownError(
                text(
                    QT_TRANSLATE_NOOP("trade", "There is no fleet “{name}” in {folder}."),
                    name=self.fleet,
                    folder=str(self.data.root),
                ),
                text(
                    QT_TRANSLATE_NOOP("trade", "Build one with: simdesk demo --fleet {name}"),
                    name=self.fleet,
                ),
            )
        return self.folder


def _data_folder(preferences: PreferenceService) -> DataFolder:
    """The operator's folder; the system's where none is set, or where it is not there now."""
    wanted = preferences.current.data_folder
    if wanted and Path(wanted).is_dir():
        return DataFolder(Path(wanted))
    own = DataFolder.of_user()
    if wanted:
        words = QT_TRANSLATE_NOOP(
            "trade", "data_folder: there is no folder “{folder}”; {own} is used."
        )
        preferences.complain("data_folder", text(words, folder=wanted, own=str(own.root)))
    return own


def last_fleet(data: DataFolder) -> str:
    """The fleet opened last, the demo when none was or it has gone."""
    name = Settings(data.settings).get(_FLEETS).get("last")
    return name if isinstance(name, str) and name in data.fleets() else DEMO


def remember_fleet(data: DataFolder, name: str) -> None:
    """Open this fleet next time. Raises KnownError when that cannot be written."""
    Settings(data.settings).put(_FLEETS, {"last": name})


def operator() -> str:
    """Who is at the keyboard, for the records."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "operator"


def parser() -> argparse.ArgumentParser:
    """The whole command line. Importing it loads neither Qt nor a database."""
    fleet = _fleet_options(argparse.SUPPRESS)
    whole = argparse.ArgumentParser(
        prog="simdesk",
        description="A desktop for fleets of IoT SIM cards. Without a command it opens the window.",
        parents=[_fleet_options(None)],
    )
    whole.add_argument("--version", action="version", version=f"simdesk {__version__}")
    whole.add_argument(
        "--provider",
        default=SIMULATOR,
        metavar="NAME",
        help="who answers for the cards of a fleet that is opened for the first time",
    )
    whole.add_argument(
        "--safe",
        action="store_true",
        help="open in safe mode: look, check, restore; nothing is sent, no rules run",
    )
    whole.add_argument(
        "--settings",
        type=Path,
        metavar="FILE",
        dest="settings_file",
        help="what the operator set; else the user's own",
    )
    whole.set_defaults(cards=DEMO_CARDS, seed=1, history=None)
    commands = whole.add_subparsers(dest="command", metavar="command")

    _card_commands(commands, fleet)
    _audit_commands(commands.add_parser("audit", help="verify or export what was done"), fleet)
    _backup_commands(commands, fleet)

    _sheet_commands(commands, fleet)

    tour = commands.add_parser("tour", help="drive the window through the job, take pictures")
    tour.add_argument("--out", required=True, type=Path, metavar="DIR")

    support = commands.add_parser(
        "support-bundle", parents=[fleet], help="logs and reports for whoever helps, no card data"
    )
    support.add_argument("--out", type=Path, metavar="FILE", help="else a name with the moment")
    support.add_argument("--yes", action="store_true", help="write without asking")

    review = commands.add_parser("review", help="look at a spreadsheet of cards; needs no fleet")
    review.add_argument("file", type=Path, metavar="FILE", help=".xlsx or .csv")
    review.add_argument("--json", action="store_true", help="only tell what is understood of it")

    _settings_commands(commands.add_parser("settings", help="what you set: show, get, set, reset"))

    commands.add_parser("self-test", help="check that this installation is whole")
    # Processes of our own, for no person: one reads spreadsheets, one writes exports.
    commands.add_parser("read-sheet")
    commands.add_parser("write-export")
    return whole


def _card_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", fleet: argparse.ArgumentParser
) -> None:
    demo = commands.add_parser("demo", parents=[fleet], help="build a simulated fleet, no more")
    demo.add_argument("--cards", type=_count, default=DEMO_CARDS, metavar="N")
    demo.add_argument("--seed", type=int, default=1, metavar="S", help="same seed, same fleet")
    demo.add_argument(
        "--history",
        type=_history,
        metavar="MONTHS",
        help="months of daily usage behind it; 13 unless said, 3 for more than 100,000 cards",
    )

    commands.add_parser("sync", parents=[fleet], help="read the whole fleet from its provider")

    find = commands.add_parser("find", parents=[fleet], help="list the cards a filter finds")
    _filter_option(find)
    find.add_argument("--json", action="store_true", help="one JSON object a line")

    export = commands.add_parser("export", parents=[fleet], help="write cards to a spreadsheet")
    _filter_option(export)
    export.add_argument("--to", required=True, type=Path, metavar="FILE")
    export.add_argument(
        "--months",
        type=_months,
        metavar="202605..202606",
        help="usage of these months; the current and the previous one unless said otherwise",
    )
    export.add_argument("--daily", action="store_true", help="usage of every day as well")
    export.add_argument(
        "--format", choices=("xlsx", "csv"), help="as the file's name ends, unless said"
    )


def _sheet_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", fleet: argparse.ArgumentParser
) -> None:
    compare = commands.add_parser(
        "compare",
        parents=[fleet],
        help="what differs between a spreadsheet and the fleet: 0 nothing, 1 something",
    )
    compare.add_argument("file", type=Path, metavar="FILE", help=".xlsx or .csv")
    compare.add_argument(
        "other", nargs="?", type=Path, metavar="FILE2", help="a later file, instead of the fleet"
    )
    compare.add_argument("--to", type=Path, metavar="FILE", help="write the lines there instead")

    back = commands.add_parser(
        "bring-back", parents=[fleet], help="what an edited spreadsheet wants changed"
    )
    back.add_argument("file", type=Path, metavar="FILE", help=".xlsx or .csv")
    doing = back.add_mutually_exclusive_group(required=True)
    doing.add_argument("--preview", action="store_true", help="show it, change nothing")
    doing.add_argument("--keep", action="store_true", help="show it, then change remarks and tags")

    template = commands.add_parser(
        "template", help="write a spreadsheet to fill in with cards for an action"
    )
    template.add_argument("action", choices=[one.value for one in Action], metavar="ACTION")
    template.add_argument("file", type=Path, metavar="FILE", help="its name ends in .xlsx")


def _audit_commands(audit: argparse.ArgumentParser, fleet: argparse.ArgumentParser) -> None:
    commands = audit.add_subparsers(dest="audit", metavar="what", required=True)
    verify = commands.add_parser(
        "verify",
        parents=[fleet],
        help="walk the chain of records: 0 whole, 1 broken, 2 refused; reads only",
    )
    verify.add_argument(
        "--head",
        action="append",
        default=[],
        type=_head,
        metavar="NUMBER:DIGEST",
        help="a head that the chain must hold, as it stands in an exported file",
    )
    export = commands.add_parser("export", parents=[fleet], help="write records to a spreadsheet")
    export.add_argument("--to", required=True, type=Path, metavar="FILE", help=".xlsx or .csv")
    export.add_argument("--words", default="", metavar="TEXT", help="only records that say this")


def _settings_commands(settings: argparse.ArgumentParser) -> None:
    commands = settings.add_subparsers(dest="settings", metavar="what")
    commands.add_parser("show", help="all of them, as they count now")
    commands.add_parser("path", help="where their file is")
    for name, words in (("get", "one value"), ("set", "set a value"), ("reset", "set it no more")):
        command = commands.add_parser(name, help=words)
        command.add_argument("key", metavar="KEY")
        if name == "set":
            command.add_argument("value", metavar="VALUE")


def _backup_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", fleet: argparse.ArgumentParser
) -> None:
    commands.add_parser("backup", parents=[fleet], help="copy the desk, and check the copy")

    restore = commands.add_parser(
        "restore", parents=[fleet], help="put a backup in the desk's place; the old file is kept"
    )
    restore.add_argument("--from", required=True, type=Path, metavar="FILE", dest="file")


def _fleet_options(default: str | None) -> argparse.ArgumentParser:
    # Both before and after the command; what is said after it must not be overwritten by defaults.
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument(
        "--data", default=default, metavar="DIR", help="where fleets are kept; else the user's own"
    )
    options.add_argument(
        "--fleet", default=default, metavar="NAME", help="else the one opened last, or the demo"
    )
    options.add_argument(
        "--profile",
        default=default or DEMO,
        choices=(DEMO, "linkcard"),
        help="whose manners a newly built simulated provider shows",
    )
    return options


def _filter_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--filter",
        default="",
        metavar="TEXT",
        help="""such as 'carrier:CMCC status:in_use usage>=100MB'; all cards when left out""",
    )


def _head(words: str) -> "AuditHead":
    from simdesk.models.audit import AuditHead

    try:
        return AuditHead.parse(words)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{words}” is not the head of an audit: a number, a colon, 64 hexadecimal digits"
        ) from None


def _count(words: str) -> int:
    number = int(words)
    if not 1 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError("a fleet has 1 to 1,000,000 cards")
    return number


def _history(words: str) -> int:
    number = int(words)
    if not 1 <= number <= 13:
        raise argparse.ArgumentTypeError("a fleet has 1 to 13 months behind it")
    return number


def _months(words: str) -> tuple[Month, Month]:
    first, _, last = words.partition("..")
    try:
        months = (Month.parse(first), Month.parse(last or first))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{words}” is not a range of months such as 202605..202606"
        ) from None
    if months[0] > months[1]:
        raise argparse.ArgumentTypeError(f"in “{words}” the last month comes first")
    return months
