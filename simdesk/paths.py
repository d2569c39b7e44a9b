"""Where things lie: the user's fleets, and the resources that came with the program."""

from dataclasses import dataclass
from pathlib import Path

PROGRAM = "simdesk"
DESK_FILE = "desk.db"
SETTINGS_FILE = "settings.json"
"""Of a fleet, in its folder: how its window was left. What the operator set is no part of it."""
PREFERENCES_FILE = "settings.toml"
_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder that holds everything SimDesk keeps for one user."""

    root: Path

    @classmethod
    def of_user(cls) -> "DataFolder":
        """The place the system keeps for a program's data."""
        import platformdirs

        return cls(platformdirs.user_data_path(PROGRAM, appauthor=False))

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    def fleet(self, name: str) -> Path:
        """The folder of one fleet: `desk.db`, and `world.db` where the provider is simulated.

        `name` has gone through `services.files.clean_name`.
        """
        return self.root / "fleets" / name

    def fleets(self) -> tuple[str, ...]:
        """Names of the fleets that are there, in alphabetical order."""
        folder = self.root / "fleets"
        if not folder.is_dir():
            return ()
        return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir()))


def preferences_file() -> Path:
    """What the operator set: one file for all fleets, where the system keeps such files."""
    import platformdirs

    return platformdirs.user_config_path(PROGRAM, appauthor=False) / PREFERENCES_FILE


def resource(name: str) -> Path:
    """A file that came with the program, such as `prices.toml` or `themes/light.toml`.

    In a wheel and in the frozen program resources lie inside the package, in the source tree
    beside it. Raises FileNotFoundError: the installation is incomplete.
    """
    inside = _PACKAGE / "resources"
    found = (inside if inside.is_dir() else _PACKAGE.parent / "resources") / name
    if not found.exists():
        raise FileNotFoundError(found)
    return found
